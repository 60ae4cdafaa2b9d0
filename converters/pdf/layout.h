/*
 * Layout turns blocks into slabs, and slabs into pages: what stands where, and under which tag. It
 * knows fonts and lengths, but no PDF.
 *
 * Lengths are in 1/1000 pt, y down. A unit is a stretch of the document that begins on a page of
 * its own; units are laid out apart from each other, by several threads.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_LAYOUT_H
#define ROLEBOOK_CONVERTERS_PDF_LAYOUT_H
#include "converters/pdf/kept_tags.h"
#include "core/document/document.h"
#include "core/document/stylesheet.h"

/* ---- what stands on pages ---- */

enum item_kind {
    ITEM_GLYPHS,
    ITEM_RECTANGLE,
    ITEM_RULE,     /* a line from (x, y) over width and height */
    ITEM_POLYLINE, /* points from (x, y); width and height are what they span */
    ITEM_FIGURE,   /* the box of a drawing, in front of what it shows */
    ITEM_IMAGE,
    ITEM_ANCHOR,
    ITEM_LINK,
    ITEM_NOTE, /* shows nothing: the notes of the line that the box is of */
};

struct slabs;

/* There are hundreds on a page, so what no kind has at once lies in one place. */
struct item {
    enum item_kind kind;
    int32_t x, y, width, height; /* its box; glyphs: the line's box */
    struct tag *tag;             /* NULL: an artifact */
    union {
        struct { /* ITEM_GLYPHS */
            const struct glyph *glyphs;
            uint32_t glyph_count;
            int32_t baseline; /* from y */
            struct ink ink;
        };
        struct { /* shapes and rules */
            struct paint paint;
            uint32_t point_count;
            const struct point *points;
        };
        const struct image *image; /* ITEM_IMAGE */
        struct text description;   /* ITEM_LINK */
    };
    struct text text;          /* of glyphs; an anchor's name; a link's target */
    const struct slabs *notes; /* for the column's foot; NULL: none */
};

/* A heading: where bookmarks and contents lead to. */
struct landmark {
    unsigned level; /* of the heading, from 1 */
    struct text title, anchor;
    struct text language;
    uint32_t page; /* in its unit */
};

/* The label of rows that are one cell, y from the cell's top: repeated where these are cut. */
struct row_label {
    int32_t top, bottom; /* of the cell, in its slab */
    int32_t height;      /* of the label */
    const struct item *items;
    uint32_t item_count;
};

/* Items that stay together, one below the other; a splittable one may be cut between its lines. */
struct slab {
    int32_t height, space_before, space_after;
    struct item *items;
    uint32_t item_count;
    bool keeps_next; /* on one page with the slab below */
    bool is_splittable;
    bool is_on_grid;          /* stands on the stylesheet's grid */
    bool breaks_page;         /* begins a page */
    bool spans;               /* stands across all columns */
    const struct slab *heads; /* of a table: repeated above it in a new column; NULL: none */
    const struct slab *mark;  /* above these on a new page: the table is continued; NULL: none */
    bool begins_table;        /* nothing of it is before: neither heads nor mark */
    const struct row_label *labels;
    uint32_t label_count;
    struct landmark *landmark;
};

struct slabs {
    struct slab *list;
    size_t count, capacity;
};

struct page {
    struct item *items;
    size_t count, capacity;
};

struct page_record; /* press.h */

struct unit {
    struct arena *shown; /* of what its pages show, and their tags; NULL once they are printed */
    struct diagnostics *diags;
    const struct block *first, *end; /* blocks [first, end) of the document */
    struct tag *tag;                 /* TAG_SECT, the root of its own tree */
    struct kept_tags tags;           /* the tree, once its pages are printed */
    struct page *pages;              /* NULL once they are printed */
    struct page_record *records;     /* of its pages, once they are printed */
    size_t page_count, page_capacity;
    struct landmark *landmarks;
    size_t landmark_count, landmark_capacity;
    const struct section *section; /* of the running lines; NULL: none */
    const struct block *contents;  /* a BLOCK_CONTENTS in it */
    bool names_pages;              /* contents or page numbers: laid out when all others are */
    bool is_again;                 /* to be printed again: its glyphs are settled otherwise */
    const struct page_master *master;
    struct text language;
};

/* ---- what laying out needs ---- */

/* A style in the weight, slant and language of some words. */
struct typeface {
    const struct style *style;
    unsigned run_style; /* of enum run_style */
    struct text language;
    const struct font *font;
    int32_t size, ascent, descent; /* descent is positive */
};

struct breaker; /* breaks.h */
struct press;   /* press.h */

struct scaled_style {
    const struct style *full;
    int32_t scale;
    struct style style;
};

/* Tools of one thread. */
struct layout_tools {
    struct shaper *shaper;
    struct press *press; /* NULL: pages are not printed as soon as they are laid out */
    struct breaker *breaker;
    struct typeface *typefaces;
    size_t typeface_count, typeface_capacity;
    const struct scaled_style **scaled; /* styles of the stylesheet in tables that are set small */
    size_t scaled_count, scaled_capacity;
    const struct style **sized; /* styles of the stylesheet in the sizes that drawings need */
    size_t sized_count, sized_capacity;
    struct arena *arena;           /* of the typefaces and sized styles */
    struct arena *kept;            /* of what units leave; the volume's */
    struct arena *shown, *scratch; /* lent to one unit after the other */
    struct arena *trial;           /* of what is only measured; cleared after each measure */
};

struct contents_entry {
    unsigned level;
    struct text title, anchor, language;
    struct text number; /* of its page, as printed */
};

/* One unit being laid out. */
struct layout {
    struct arena *arena;   /* of what stays when the pages are printed: landmarks, images */
    struct arena *shown;   /* of what pages show, and their tags: dies when they are printed */
    struct arena *scratch; /* of what is on the way there: slabs; dies with the layout */
    struct diagnostics *diags;
    struct fonts *fonts;
    const struct document *document;
    const struct stylesheet *sheet;
    const struct image *logo; /* the stylesheet's; NULL: none, or unusable */
    struct layout_tools *tools;
    struct unit *unit;
    const struct contents_entry *contents; /* in the order of the pages */
    const struct contents_entry **anchors; /* the same by anchor */
    size_t contents_count;
    size_t unit_number, anchor_count, note_count;
    unsigned open_levels[6], open_tags[6]; /* headings that the next one may stand under */
    size_t open_count;
    const struct slab *mark; /* above tables that are continued, up to that right edge */
    int32_t mark_right;
};

/* Where blocks are laid out. */
struct place {
    struct tag *tag;
    int32_t width, indent; /* indent: from the left edge of the column */
    struct text language;
    struct text style; /* instead of "body": "table-cell", "item" … */
    unsigned depth;
    const struct table_style *table; /* of the table around; NULL: none */
    int32_t scale;                   /* permille of the styles' sizes; 0: full */
};

struct slab *slab_append(struct layout *layout, struct slabs *slabs);
/* A tag of the block, with its language where that differs from the place's. */
struct tag *block_tag(struct layout *layout, const struct block *block, struct place place,
                      enum tag_kind kind);

/* box.c: blocks to slabs */
void layout_blocks(struct layout *layout, struct slabs *slabs, const struct block *first,
                   const struct block *end, struct place place);
/* paragraph.c: words of a block; lead is put in front of them, at its left: a label */
struct lead {
    struct text label;
    struct tag *tag;
    int32_t width; /* how far left of the words it stands */
};
void layout_words(struct layout *layout, struct slabs *slabs, const struct block *block,
                  const struct style *style, struct place place, const struct lead *lead);
/* contents.c: the number of the page where a heading with that "#anchor" stands; empty: unknown */
struct text page_number_of(const struct layout *layout, struct text link);
/* table.c */
void layout_table(struct layout *layout, struct slabs *slabs, const struct block *block,
                  struct place place);
/* figure.c */
void layout_figure(struct layout *layout, struct slabs *slabs, const struct block *block,
                   struct place place);
/* contents.c */
void layout_contents(struct layout *layout, struct slabs *slabs, const struct block *block,
                     struct place place);
/* The style of that name as the place shows it: in a small table, smaller. */
const struct style *place_style(struct layout *layout, struct place place, struct text name);
/* A table's own style in place of "table-cell", "table-head" and "label"; else the name itself. */
struct text table_words_style(const struct table_style *table, struct text name);
/* Whether the table wants more room than a column of that width gives. */
bool table_wants_all_columns(struct layout *layout, const struct block *block, struct place place);
/* page.c: slabs to the unit's pages */
void layout_pages(struct layout *layout, const struct slabs *slabs);

#endif
