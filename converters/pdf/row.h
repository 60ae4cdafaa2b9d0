/*
 * A row is a paragraph's glyphs before they are cut into lines: what each is, and how much of the
 * space around it may be given up or taken.
 *
 * Between Han and Latin letters a quarter of an em is left, whether a blank was typed there or not;
 * two marks that meet take one and a half squares (CLREQ 3.1.6, 3.2.2). A line that is too full
 * gives up space in an order, place by place: see enum give.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_ROW_H
#define ROLEBOOK_CONVERTERS_PDF_ROW_H
#include "converters/pdf/kind.h"
#include "converters/pdf/shape.h"

/* A paragraph's glyphs, with clusters that are offsets into all of its text. */
/* From that byte of a row's text on, words are in that language. */
struct row_language {
    uint32_t begin;
    struct text language;
};

struct glyph_row {
    struct text text;
    struct glyph *glyphs;
    size_t count;
    const int32_t *sizes; /* [count] of the font each glyph is set in */
    uint8_t *kinds;       /* [count] enum kind; made by row_space */
    int32_t *joins;       /* [count] what is added behind a glyph for the sake of the next one */
    bool has_han;         /* made by row_space */
    bool halves_edges;    /* marks at a line's ends take half a square (GB/T 15834) */
    bool is_ragged;       /* its lines are not stretched to the width */
    bool is_hyphenated;
    struct text language;                 /* of the block that it is the words of */
    const struct row_language *languages; /* [language_count] ascending: where words are parted */
    size_t language_count;
    int32_t hyphen_width; /* 1/1000 em */
};

/* Says what each glyph is, tightens marks and leaves gaps between scripts: before lines are made.
 */
void row_space(struct glyph_row *row, struct arena *arena);
int32_t row_width(const struct glyph_row *row, size_t from, size_t to);

/* In this order a line gives up space. */
enum give {
    GIVE_EDGE, /* a mark at the line's end or begin: half a square */
    GIVE_BLANK,
    GIVE_INTERPUNCT,
    GIVE_BRACKET,
    GIVE_PAUSE,
    GIVE_GAP,
    GIVE_STOP,
    GIVE_COUNT,
};

/* What a glyph can give up: of the space in front of its ink, and behind it. */
struct giving {
    int32_t before, after; /* 1/1000 pt */
    enum give order;
};
struct giving row_giving(const struct glyph_row *row, size_t glyph);

/* How a place behind a glyph opens up. */
enum opening {
    OPENING_NONE,
    OPENING_BLANK, /* to half an em, then with all others; between number and unit only then */
    OPENING_GAP,   /* to a third of an em, then with all others */
    OPENING_HAN,   /* with all others */
};
enum opening row_opening(const struct glyph_row *row, size_t glyph);
/* How far the place opens before all do; OPENING_HAN: a twelfth of an em, which is not seen. */
int32_t row_ease(const struct glyph_row *row, size_t glyph, enum opening opening);

#endif
