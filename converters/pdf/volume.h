/*
 * A volume is a whole document laid out: its units in order, their pages numbered, its contents
 * filled in.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_VOLUME_H
#define ROLEBOOK_CONVERTERS_PDF_VOLUME_H
#include "converters/pdf/layout.h"
#include "converters/pdf/nav.h"

/* A page of the volume, and what its running lines say. */
struct sheet_page {
    const struct unit *unit;
    const struct page *page;
    const struct page_master *master;
    struct text label;     /* "iv", "12" */
    size_t sequence_pages; /* in its run of numbers */
};

struct volume {
    const struct document *document;
    const struct stylesheet *sheet;
    struct fonts *fonts;
    const struct image *logo; /* of running lines; NULL: none */
    struct unit *units;
    size_t unit_count;
    struct sheet_page *pages;
    size_t page_count;
    struct bookmark *bookmarks;
    size_t bookmark_count;
    struct page_label *labels;
    size_t label_count, label_capacity;
    struct tag *root;
};

/*
 * in       document  borrowed; fonts opened for its stylesheet; threads 0: one a core
 * out      volume    in the arena, with arenas of its units, which volume_close frees
 */
void volume_lay_out(struct volume *volume, struct arena *arena, const struct document *document,
                    struct fonts *fonts, size_t threads, struct diagnostics *diags);
void volume_close(struct volume *volume);

/* Draws a page: a page_draw (print.h), whose data is the volume. */
void volume_draw(struct canvas *canvas, size_t page, void *volume);

#endif
