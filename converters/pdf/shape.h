/*
 * Shaping turns text into placed glyphs.
 *
 * HarfBuzz does it, with ligatures and kerning on; plain Han text and words seen before come from
 * tables and cost a few nanoseconds a character. Text runs left to right.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_SHAPE_H
#define ROLEBOOK_CONVERTERS_PDF_SHAPE_H
#include "converters/pdf/fontdb.h"

/* What a font leaves empty of the square of a mark: fonts for Taiwan centre what others do not. */
enum room {
    ROOM_NONE,   /* no mark, or one that is as narrow as its ink */
    ROOM_BEFORE, /* the left half */
    ROOM_AFTER,  /* the right half */
    ROOM_AROUND, /* a quarter at both sides */
};

struct glyph {
    uint32_t cluster;           /* byte offset, in the text shaped, of the characters it shows */
    uint16_t bytes;             /* of that cluster; 0: a further glyph of the cluster before it */
    uint16_t face;              /* which face of the fonts; opaque to callers */
    uint16_t id;                /* in that face */
    uint8_t room;               /* of a mark: which part of its square is empty (enum room) */
    int32_t advance;            /* 1/1000 pt; callers may change it to stretch or tighten */
    int32_t x_offset, y_offset; /* 1/1000 pt, y up; callers may change them */
};

/* The caches of one thread. */
struct shaper;
struct shaper *shaper_open(struct fonts *fonts);
void shaper_close(struct shaper *shaper); /* NULL is allowed */

/*
 * in       size    of the font, 1/1000 pt
 *          text    one line's or paragraph's worth in one font; control characters, soft hyphens
 *                  and zero-width characters give no glyph, their bytes belong to the cluster
 *                  before
 * out      *count  of glyphs
 * returns  the glyphs, in the arena, in reading order; clusters ascend and cover the text. A
 *          character no font has gives the first face's .notdef and is noted for
 *          fonts_report_missing
 */
struct glyph *shape_text(struct shaper *shaper, struct arena *arena, const struct font *font,
                         int32_t size, struct text text, size_t *count);

/* The sum of the advances shape_text would give; allocates nothing that lasts. */
int32_t shape_width(struct shaper *shaper, const struct font *font, int32_t size, struct text text);

/* Control characters, soft hyphens, zero-width spaces and directional marks: they show nothing. */
bool is_invisible_character(uint32_t character);

#endif
