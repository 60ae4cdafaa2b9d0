/*
 * A press draws PDF pages one after the other on one thread, and keeps what each leaves behind.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_PRESS_H
#define ROLEBOOK_CONVERTERS_PDF_PRESS_H
#include "converters/pdf/device.h"
#include "converters/pdf/font.h"

struct anchor {
    struct text name;
    int32_t x, y;
};

struct page_figure {
    struct tag *tag;
    struct rectangle box;
};

/* What a glyph that stands for no one character shows on a page: a ligature's letters. */
struct glyph_claim {
    uint16_t face, glyph;
    struct text text;
};

/* A page as drawn; lengths still from its top left. */
struct page_record {
    struct text content; /* deflated */
    struct tag **marks;  /* by content identifier */
    size_t mark_count;
    struct link *links;
    size_t link_count;
    struct anchor *anchors;
    size_t anchor_count;
    struct page_figure *figures;
    size_t figure_count;
    const struct image **images; /* called /I0, /I1 … on the page */
    size_t image_count;
    struct glyph_claim *claims;
    size_t claim_count;
};

/*
 * The glyphs' texts settled over all pages, ascending by face and glyph. A page that shows a glyph
 * for another text says so with ActualText.
 */
struct settled_claims {
    const struct glyph_claim *claims;
    size_t count;
};
const struct glyph_claim *claim_find(const struct settled_claims *settled, uint16_t face,
                                     uint16_t glyph);

struct press;
/* in  settled  NULL: the page's own claims count, first come first served */
struct press_order {
    int32_t page_height;
    void (*draw)(struct canvas *canvas, size_t page, void *data);
    void *data;
    const struct settled_claims *settled;
};

struct press *press_open(struct fonts *fonts);
void press_close(struct press *press); /* all its pages' records die too; NULL is allowed */
struct page_record press_draw(struct press *press, const struct press_order *order, size_t page);
/* The glyphs of a face it has shown, [glyph_count]; NULL: none. */
const uint8_t *press_used(const struct press *press, size_t face);

#endif
