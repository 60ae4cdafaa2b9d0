/*
 * The parts of the HTML writer share one state, made for one page.
 */
#ifndef ROLEBOOK_CONVERTERS_HTML_WRITER_H
#define ROLEBOOK_CONVERTERS_HTML_WRITER_H
#include "core/base/language.h"
#include "core/base/page.h"
#include "core/document/site.h"
#include "core/document/stylesheet.h"

/* Words of the page's own furniture. */
struct html_furniture {
    const char *skip, *contents, *search, *dark, *found, *none, *notes, *back, *previous, *next,
        *path, *alternative;
};

struct html_writer {
    struct arena *arena;
    struct page *page;
    struct site *site;
    const struct stylesheet *sheet;
    const struct html_furniture *words;
    size_t here;          /* the page of the site */
    unsigned first_level; /* of the page's headings: 2 below a title of its own */
    struct text language; /* of what is being written */
    struct text heading;  /* the last one, for tables that have no caption */
    size_t figure_count;
    const struct run **notes; /* met, in order */
    size_t note_count, note_capacity;
};

/* write_runs.c */
void html_runs(struct html_writer *w, const struct run *runs);
/* Notes met so far and those in them, as a section; nothing when there are none. */
void html_notes(struct html_writer *w);

/* write_blocks.c */
void html_blocks(struct html_writer *w, const struct block *first, const struct block *end);

/* write_tables.c */
void html_table(struct html_writer *w, const struct block *block);

/* write_figures.c */
void html_figure(struct html_writer *w, const struct block *block);

/* "s-cover-title", "t-panel": the class of a named style; bytes no class takes become "_x3f". */
const char *html_class(struct arena *arena, const char *prefix, struct text name);
/* style.c: all rules of a document's pages */
struct text html_styles(struct arena *arena, const struct document *document);

#endif
