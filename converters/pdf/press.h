/*
 * A press draws layers of PDF pages one after the other on one thread, and keeps what each leaves
 * behind.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_PRESS_H
#define ROLEBOOK_CONVERTERS_PDF_PRESS_H
#include "converters/pdf/deflate.h"
#include "converters/pdf/device.h"
#include "converters/pdf/font.h"

struct anchor {
    struct text name;
    int32_t x, y;
};

struct page_figure {
    uint32_t tag; /* its place in its tree */
    struct rectangle box;
};

struct page_link {
    struct rectangle box;
    struct text target, description;
    uint32_t tag;
};

/* What a glyph that stands for no one character shows on a page: a ligature's letters. */
struct glyph_claim {
    uint16_t face, glyph;
    struct text text;
};

/*
 * A page is printed in layers, one over the other. Each is drawn apart and in any order, so that
 * what a page shows can go as soon as it is laid out, before the page has its number.
 */
enum layer {
    LAYER_GROUND,  /* a watermark */
    LAYER_SHIFT,   /* draws nothing: moves the layers above it, see press_shift */
    LAYER_BODY,    /* what was laid out */
    LAYER_RUNNING, /* head and foot */
    LAYER_COUNT,
};

/* A page as drawn; lengths still from its top left. */
struct page_record {
    struct deflated_part layers[LAYER_COUNT];
    uint32_t *marks; /* by content identifier: the places of their tags */
    size_t mark_count;
    struct page_link *links;
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
/* Where what is printed is kept: as long as the press. */
struct arena *press_arena(struct press *press);
void press_close(struct press *press); /* all its pages' records die too; NULL is allowed */
/*
 * Draws a layer of the page, whose tags know their places, and adds what it leaves to the record,
 * which a press of the same fonts may have begun.
 */
void press_draw(struct press *press, const struct press_order *order, size_t page, enum layer layer,
                struct page_record *record);
/* Moves body and running lines to the right, and the places that the record holds so far. */
void press_shift(struct press *press, int32_t right, struct page_record *record);
/* The glyphs of a face it has shown, [glyph_count]; NULL: none. */
const uint8_t *press_used(const struct press *press, size_t face);

#endif
