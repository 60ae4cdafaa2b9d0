/*
 * A page being written as a content stream of PDF: what the files that write one share.
 *
 * Private to press.c, which writes marks, shapes and pages, and press_text.c, which writes glyphs.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_PAGE_CANVAS_H
#define ROLEBOOK_CONVERTERS_PDF_PAGE_CANVAS_H
#include "converters/pdf/press.h"

struct press {
    struct arena *arena; /* of the records */
    struct fonts *fonts;
    struct shaper *shaper;
    struct deflater *deflater;
    struct text_buffer content; /* reused from page to page */
    uint8_t *used[FACES_MAX];
};

/* What the following marks are; nothing is written before something is drawn. */
struct mark {
    struct tag *tag; /* NULL: an artifact */
    enum artifact artifact;
};

/* Graphics state that holds over BT and ET; values no page asks for mean "not set yet". */
struct graphics {
    uint32_t fill, stroke;
    int32_t stroke_width, dash;
    const struct face *face;
    int32_t size, rise, spacing;
    bool is_stroked_text;
};

struct page_canvas {
    struct canvas canvas;
    struct press *press;
    const struct press_order *order;
    struct text_buffer *out;
    struct mark wanted, current;
    bool has_mark, in_text, is_slanted;
    int32_t line_x, line_y; /* where the text line began, PDF's y; since BT */
    struct graphics graphics;
    int32_t base;              /* PDF's y of where the canvas's is 0 */
    struct page_record record; /* arrays in scratch until the page is done */
    size_t marks_room, links_room, anchors_room, figures_room, images_room, claims_room;
};

/* The y of PDF, which counts from below. */
static inline int32_t flip(const struct page_canvas *page, int32_t y) { return page->base - y; }

/* ---- press.c ---- */

/* Ends the text object, and the marked content with what is in it, if there is one. */
void page_end_text(struct page_canvas *page);
void page_end_mark(struct page_canvas *page);
/* A new piece of marked content of the tag; returns its number on the page. */
uint32_t page_add_mark(struct page_canvas *page, struct tag *tag);
/* What follows is of the tag or artifact that is wanted. */
void page_ensure_mark(struct page_canvas *page);
void page_set_fill(struct page_canvas *page, uint32_t colour);
void page_set_stroke(struct page_canvas *page, uint32_t colour, int32_t width);

/* ---- press_text.c ---- */

/* Writes the value and its operator where it is not the state already. */
void page_set_number(struct page_canvas *page, int32_t *state, int32_t value, const char *operator);
/* A line of glyphs, level or rising by half a right angle. */
void page_glyphs(struct canvas *canvas, const struct glyph_line *line);
void page_slope(struct canvas *canvas, const struct glyph_line *line);

#endif
