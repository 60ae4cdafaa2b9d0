/*
 * A volume is a whole document laid out: its units in order, their pages numbered, its contents
 * filled in, and printed meanwhile when there is a pressroom.
 *
 * What the pages of a unit show goes as soon as they are printed, so a volume takes room for the
 * units that are laid out at a time, not for all its pages.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_VOLUME_H
#define ROLEBOOK_CONVERTERS_PDF_VOLUME_H
#include "converters/pdf/layout.h"
#include "converters/pdf/nav.h"
#include "converters/pdf/print.h"
#include "core/base/limits.h"

/* A page of the volume, and what its running lines say. */
struct sheet_page {
    const struct unit *unit;
    const struct page *page; /* NULL: printed */
    const struct page_master *master;
    struct text label;     /* "iv", "12" */
    size_t sequence_pages; /* in its run of numbers */
    struct text part;      /* of several in its unit, the first that begins on it, else goes on */
};

struct volume {
    const struct document *document;
    const struct stylesheet *sheet;
    struct fonts *fonts;
    const struct image *logo;          /* of running lines; NULL: none */
    struct arena *kept[LIMIT_THREADS]; /* of what units leave: one of each thread */
    size_t kept_count;
    struct unit *units;
    size_t unit_count;
    struct sheet_page *pages;
    size_t page_count;
    struct pressroom *room;      /* NULL: pages stay, to be drawn by volume_draw */
    struct page_record *records; /* of the pages printed */
    struct settled_claims claims;
    struct bookmark *bookmarks;
    size_t bookmark_count;
    struct page_label *labels;
    size_t label_count, label_capacity;
    struct page_group *groups; /* of the pages printed */
};

/*
 * in       document  borrowed; fonts opened for its stylesheet; threads 0: one a core
 *          room      where pages are printed; NULL: they are not
 * out      volume    in the arena, with arenas of its units, which volume_close frees
 */
void volume_lay_out(struct volume *volume, struct arena *arena, const struct document *document,
                    struct fonts *fonts, struct pressroom *room, size_t threads,
                    struct diagnostics *diags);
void volume_close(struct volume *volume);

/*
 * Draws a page, whose number is known: all of it; and the layers that are printed below and above
 * its body, for a page that is not shifted.
 */
void volume_draw(struct canvas *canvas, size_t page, void *volume);
void volume_draw_ground(struct canvas *canvas, size_t page, void *volume);
void volume_draw_running(struct canvas *canvas, size_t page, void *volume);
/* How far right of where its body was drawn a page stands: in a duplex book, each second one. */
int32_t volume_page_shift(const struct volume *volume, size_t page);

/* Draws the body of a unit's page: data is a unit_drawing. */
struct unit_drawing {
    const struct volume *volume;
    const struct unit *unit;
};
void unit_draw(struct canvas *canvas, size_t page, void *data);

/* impress.c: prints the bodies of a unit's pages, for which what they show may go. */
void unit_print(const struct volume *volume, struct unit *unit, struct press *press,
                const struct settled_claims *settled);
/* Prints what stands around the bodies of all pages, and settles their claims; they are numbered.
 */
void volume_print_around(struct volume *volume, struct arena *arena, size_t threads);
/* Marks the units with a page that shows a glyph for another text than what is settled. */
bool volume_find_disagreeing(struct volume *volume);
/* Their tags as printing wants them; all are printed. */
void volume_group_pages(struct volume *volume, struct arena *arena);
/* The same around those pages, whose bodies were printed again. */
void volume_print_around_again(struct volume *volume, size_t threads);

#endif
