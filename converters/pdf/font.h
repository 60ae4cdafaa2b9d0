/*
 * A face is one font file opened: its glyphs, their widths, the characters they stand for, and the
 * part of it that a document embeds.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_FONT_H
#define ROLEBOOK_CONVERTERS_PDF_FONT_H
#include "converters/pdf/fontdb.h"
#include "core/base/text_buffer.h"
#include <hb.h>

enum outlines { OUTLINES_CFF_CID, OUTLINES_CFF, OUTLINES_TRUETYPE };

/* Where a face comes from, and what its family lacks. */
struct face_origin {
    const char *path;
    unsigned index; /* in a collection */
    bool is_faked_bold, is_faked_italic;
};

/* Never changed once open; many threads read it. */
struct face {
    struct face_origin origin;
    hb_face_t *hb_face;
    hb_font_t *hb_font;
    enum outlines outlines;
    unsigned glyph_count;
    int32_t units_per_em;
    uint16_t *codes;      /* [glyph_count] what content streams call a glyph: its CID */
    uint16_t *widths;     /* [glyph_count] 1/1000 em */
    uint32_t *characters; /* [glyph_count] the character a glyph stands for; 0: none, or several */
    const char *name;     /* PostScript name, safe as a PDF name */
    char resource[8];     /* what pages call it; the same in every run */
};

/* In the arena; NULL when the file is no font with outlines we can embed. */
struct face *face_open(struct arena *arena, struct face_origin origin);
void face_close(struct face *face);
bool face_has(const struct face *face, uint32_t character, uint32_t *glyph);
struct font_metrics face_metrics(const struct face *face);

/* What a document embeds of a face. */
struct embedded_face {
    struct text program;    /* the subset font file, in the arena */
    struct text widths;     /* the W array's inside */
    struct text to_unicode; /* the CMap */
    struct text name;       /* with subset tag: "ABCDEF+NotoSansCJKtc-Regular" */
    struct text descriptor; /* the FontDescriptor's entries but FontName and FontFile */
};
/* The text of a glyph that stands for no one character, found while drawing. */
struct glyph_text {
    uint16_t glyph;
    struct text text;
};
/*
 * in       used   [glyph_count] not zero: the glyph was shown
 *          texts  for glyphs whose characters[] is 0, ascending by glyph
 * out      *embedded  in the arena
 * returns  false when the face cannot be cut down
 */
bool face_embed(const struct face *face, struct arena *arena, const uint8_t *used,
                const struct glyph_text *texts, size_t text_count, struct embedded_face *embedded);

/* The faces behind fonts.h, for shaping and drawing. */
#define FACES_MAX 1024
const struct face *fonts_face(const struct fonts *fonts, size_t face);
size_t fonts_face_count(struct fonts *fonts);

/* Which face shows a character and how, as font's chain and the system have it. */
struct font_choice {
    uint16_t face;
    uint16_t glyph; /* 0: none has it; it was noted as missing */
};
struct font_choice font_choose(const struct font *font, uint32_t character);
hb_language_t font_language(const struct font *font);

#endif
