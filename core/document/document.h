/*
 * A document is what a page shows: blocks and runs, as any word processor knows them.
 *
 * It knows nothing of roles. Readers make one from bytes, extraction reads it, composition makes
 * one from a model, writers make bytes from it. All of it lives in one arena.
 */
#ifndef ROLEBOOK_CORE_DOCUMENT_DOCUMENT_H
#define ROLEBOOK_CORE_DOCUMENT_DOCUMENT_H
#include "core/base/span.h"
#include "core/base/status.h"

/* ---- runs: what a line of text is made of ---- */

enum run_kind {
    RUN_TEXT,
    RUN_BREAK,       /* a line break inside a paragraph; text is empty */
    RUN_IMAGE,       /* text is the text alternative, link the source name */
    RUN_NOTE,        /* a footnote, endnote or comment: note holds its blocks */
    RUN_PAGE_NUMBER, /* link is a heading's "#anchor": the number of its page, else text */
};

enum run_style {
    STYLE_STRONG = 1 << 0,
    STYLE_EMPHASIS = 1 << 1,
    STYLE_CODE = 1 << 2,
    STYLE_UNDERLINE = 1 << 3,
    STYLE_STRIKE = 1 << 4,
    STYLE_SUPERSCRIPT = 1 << 5,
    STYLE_SUBSCRIPT = 1 << 6,
    STYLE_PLACEHOLDER = 1 << 7, /* a form's prompt ("click to enter text"): it reads as empty */
    /* The source's line ends here, the page's does not: text is one space, or none between Han. */
    STYLE_LINE_END = 1 << 8,
};

struct run {
    enum run_kind kind;
    unsigned style;       /* of enum run_style */
    struct text text;     /* RUN_TEXT: may hold tabs, never line ends */
    struct text link;     /* target: a URI, or "#anchor" in this document; empty: no link */
    struct text language; /* BCP 47; empty: as the block */
    uint32_t size_pt10;   /* font size in tenths of a point; 0: as the block's style says */
    struct block *note;
    struct span span;
    struct run *next;
};

/* ---- blocks ---- */

enum block_kind {
    BLOCK_HEADING,    /* level, runs, label */
    BLOCK_PARAGRAPH,  /* runs, label */
    BLOCK_LIST,       /* children are BLOCK_ITEM */
    BLOCK_ITEM,       /* children; label is the number or bullet as printed */
    BLOCK_TABLE,      /* table */
    BLOCK_FIGURE,     /* figure; runs are its caption */
    BLOCK_CODE,       /* code: lines divided by \n */
    BLOCK_QUOTE,      /* children */
    BLOCK_PAGE_BREAK, /* also a section's page break */
    BLOCK_RULE,       /* a thematic break */
    BLOCK_SECTION,    /* children; section: master page and running texts */
    BLOCK_CONTENTS,   /* table of contents, made by the writer: level is the depth */
};

enum alignment { ALIGN_DEFAULT, ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT, ALIGN_JUSTIFY };

struct block {
    enum block_kind kind;
    struct span span;
    struct text style;    /* named style ("cover-title", Word's style name); may be empty */
    struct text language; /* BCP 47; empty: as the parent */
    struct text anchor;   /* what links to it name after '#'; empty: none */
    struct text label;    /* printed number or bullet, computed or typed: "1.", "(一)", "•" */
    unsigned level;       /* heading 1..9; list nesting 0..; contents depth */
    bool ordered;         /* list */
    bool page_break_before;
    enum alignment align;
    uint32_t indent_pt10; /* left indent as the source gives it, for nesting guesses */
    struct run *runs, *last_run;
    struct block *children, *last_child;
    struct table *table;
    struct figure *figure;
    struct section *section;
    struct text code;
    struct block *next, *parent;
};

/* ---- tables: a grid, every cell with its place and spans ---- */

/* What a form says of a place that people fill in: a content control of Word. */
struct form_field {
    struct text name;           /* what programs know it by (Word's tag) */
    struct text title;          /* what people know it by; may be empty */
    const struct text *choices; /* [choice_count] words to choose from; others can be written */
    size_t choice_count;
};

struct cell {
    uint32_t row, column;           /* of its top left slot, from 0 */
    uint32_t row_span, column_span; /* at least 1 */
    bool is_header;
    bool is_diagonal; /* a cell divided by a diagonal line */
    struct block *blocks, *last_block;
    struct span span;
    enum alignment align;
    struct text style;              /* named cell style: "label", "head"; may be empty */
    const struct form_field *field; /* the place to fill in that it is; NULL: none */
    struct cell *next;              /* in reading order: by row, then column */
};

struct table {
    uint32_t rows, columns;
    uint32_t header_rows;    /* that repeat on each page */
    uint32_t *column_widths; /* [columns], any unit, as the source gives; NULL: unknown */
    struct cell *cells, *last_cell;
    size_t cell_count;
    struct cell **grid; /* [rows * columns], set by table_index: the cell at each slot, or NULL */
    struct run *caption;
};

/* ---- figures: a picture, or a vector drawing, no larger than its page ---- */

enum shape_kind { SHAPE_POLYLINE, SHAPE_RECTANGLE, SHAPE_TEXT };

struct point {
    int32_t x, y;
};

/* Where a polyline has an arrow head, of its stroke's colour. */
enum arrow { ARROW_NONE, ARROW_END };

/*
 * Units of 1/1000 pt, origin top left, y down. Shapes are painted in order, later ones on top.
 * A text is broken into lines in its box, set in its middle from top to bottom, and made smaller
 * until it fits.
 */
struct shape {
    enum shape_kind kind;
    int32_t x, y, width, height; /* of a rectangle; of text, the box it is set in */
    const struct point *points;  /* [point_count], of a polyline, which has no fill */
    size_t point_count;
    int32_t radius;        /* of a rectangle's corners; 0: sharp */
    uint32_t fill, stroke; /* a colour; of text, fill is its ink and COLOUR_NONE its style's */
    int32_t stroke_width;
    int32_t dash; /* length of dashes and gaps; 0: solid */
    enum arrow arrow;
    struct text text;     /* line ends divide its lines */
    struct text style;    /* of text */
    struct text link;     /* of text: where its box leads to, as a run's link; empty: nowhere */
    enum alignment align; /* of text; default: centre */
    struct shape *next;
};

/* A colour is 0xRRGGBB, none, or one that the stylesheet names: a tint, or a step of its heat. */
#define COLOUR_NONE 0xFF000000u
#define COLOUR_TINT(tint) (0xFE000000u | (uint32_t)(tint))
#define COLOUR_HEAT(permille) (0xFD000000u | (uint32_t)(permille)) /* 0 lowest … 1000 highest */

enum tint {
    TINT_TEXT,         /* words and strong lines */
    TINT_MUTED,        /* words of less weight */
    TINT_LINE,         /* rules, frames, connectors */
    TINT_ACCENT,       /* the one colour of the book */
    TINT_ACCENT_LIGHT, /* its tint, for areas under words */
    TINT_PAPER,        /* what is printed on; words on dark areas */
    TINT_WARNING,      /* what needs attention */
    TINT_HEAT_LOW,     /* the ends of the heat scale */
    TINT_HEAT_HIGH,
    TINT_COUNT,
};

struct figure {
    struct text alternative; /* text for those who cannot see it */
    int32_t width, height;   /* 1/1000 pt; 0: from the image, in proportion to the other */
    struct text image;       /* PNG or JPEG bytes; empty: shapes */
    struct text image_name;
    struct shape *shapes, *last_shape;
};

/* ---- sections: pages that share a master and running texts ---- */

struct document;
/*
 * Makes the children of a section, which has none yet, in the document's arena; of the document it
 * needs no block. Called as often as they are wanted, by several threads, it makes the same ones.
 */
typedef void section_fill(struct document *document, struct block *section, const void *data);

struct section {
    struct text master;     /* name of a page master in the stylesheet; empty: "body" */
    struct text running[2]; /* texts for head and foot variables {section} and {chapter} */
    bool names_pages;       /* holds RUN_PAGE_NUMBER: it is laid out when all others are */
    section_fill *fill; /* its children come late, only for those who ask; NULL: they are there */
    const void *fill_data;
};

/* A comment in the source, which no page shows: <!-- rolebook: ignore W204 -- reason -->. */
struct remark {
    struct text text; /* without the comment's own marks, trimmed */
    struct span span; /* with them */
    struct remark *next;
};

/* A file of the format that is written, from which the writer takes styles and pages. */
struct reference {
    const struct source *source;
    struct text bytes;
};

/* Standards of PDF files that the writer may say the file keeps. */
enum pdf_claim { CLAIM_PDF_A_2A = 1 << 0, CLAIM_PDF_UA_1 = 1 << 1 };

struct document {
    struct arena *arena;
    const struct source *source;                  /* NULL: composed */
    struct text title, author, subject, language; /* language: BCP 47, may be empty */
    struct metadata *metadata, *last_metadata;    /* front matter, document properties */
    struct block *blocks, *last_block;
    struct remark *remarks, *last_remark; /* in the order of the source */
    const struct stylesheet *stylesheet;  /* NULL: none (all readers) */
    unsigned claims;                      /* of enum pdf_claim */
    const struct reference *reference;    /* NULL: none */
    struct diagnostics *diags;            /* where the maker of the document reported */
};

/* One entry of front matter or of the document's properties; lists give an entry an item. */
struct metadata {
    struct text key, value;
    struct span key_span, value_span;
    struct metadata *next;
};

/* ---- making: everything lives in document->arena ---- */

/* Without blocks; source: of the file that is read, NULL: it is composed. Texts are borrowed. */
struct document *document_new(struct arena *arena, const struct source *source);
/* A block behind the last child of parent, or of the document when parent is NULL. */
struct block *block_append(struct document *document, struct block *parent, enum block_kind kind,
                           struct span span);
struct block *block_append_to_cell(struct document *document, struct cell *cell,
                                   enum block_kind kind, struct span span);
/* A run behind the block's last one; the caller gives it its style, target or note. */
struct run *run_append(struct document *document, struct block *block, enum run_kind kind,
                       struct text text, struct span span);
/* Same block kind and style flags as the last run and adjacent in the source: joins, else appends.
 */
struct run *run_append_text(struct document *document, struct block *block, struct text text,
                            unsigned style, struct span span);
/* The table of a BLOCK_TABLE, without cells. */
struct table *table_new(struct document *document, struct block *block);
/* The caller sets row, column and spans, then calls table_index once all cells are there. */
struct cell *cell_append(struct document *document, struct table *table, struct span span);
/*
 * Computes rows, columns and grid from the cells. Cells that overlap an earlier one, or reach past
 * LIMIT_TABLE_ROWS or LIMIT_TABLE_COLUMNS, lose those slots, never their content.
 * returns  false when LIMIT_TABLE_CELLS would be exceeded or a cell begins past the other limits;
 *          the grid is then NULL
 */
bool table_index(struct document *document, struct table *table);
/*
 * The same for readers: where it fails, an error at span in document->diags says that the words are
 * kept and their places are not.
 * returns  STATUS_OK or STATUS_INPUT
 */
enum status table_index_input(struct document *document, struct table *table, struct span span);
/* The cell that covers the place, wherever it begins; NULL: none does, or there is no grid. */
struct cell *table_cell(const struct table *table, size_t row, size_t column);
/* Entries, remarks and shapes behind the last ones. */
void metadata_append(struct document *document, struct text key, struct text value,
                     struct span key_span, struct span value_span);
void remark_append(struct document *document, struct text text, struct span span);
struct shape *shape_append(struct document *document, struct figure *figure, enum shape_kind kind);

/* ---- reading ---- */

/* The text of a block's own runs; breaks become '\n', notes and placeholders are left out. It is in
 * the arena, or, where one run holds all of it, in the document. */
struct text block_text(struct arena *arena, const struct block *block);
/* The same with all it holds, blocks divided by '\n', a list's labels in front of its items. */
struct text blocks_text(struct arena *arena, const struct block *first);
/* The same of one block and all it holds, without its own label and what follows it. */
struct text whole_block_text(struct arena *arena, const struct block *block);
/* blocks_text of the cell. */
struct text cell_text(struct arena *arena, const struct cell *cell);
/* The block, or the first behind it that is no paragraph without words; NULL: there is none. */
const struct block *skip_blank_paragraphs(struct arena *scratch, const struct block *block);
/* All visible text runs have one of these styles (and there is a run). */
bool block_is_styled(const struct block *block, unsigned style);
/* ... they are strong. */
bool block_is_strong(const struct block *block);

/*
 * The block that follows in document order: first child (table cells in reading order), then next,
 * then the parent's next. Iterates over a whole tree without recursion; depth is bounded by
 * LIMIT_DEPTH where the tree is built. Use:
 *   struct walk walk = walk_blocks(document->blocks);
 *   while (walk_next(&walk)) switch (walk.event) …
 */
enum walk_event { WALK_ENTER, WALK_LEAVE, WALK_ENTER_CELL, WALK_LEAVE_CELL };
struct walk_frame {
    struct block *block;
    struct cell *cell;
};
struct walk {
    enum walk_event event;
    struct block *block; /* entered or left; for cells, the table block */
    struct cell *cell;
    size_t depth;
    struct walk_frame stack[LIMIT_DEPTH + 1];
    struct block *first;
    bool started;
};
static inline struct walk walk_blocks(struct block *first);
/* The next event, in walk->event and beside it; false: the tree is at its end. */
bool walk_next(struct walk *walk);

/* Inline, and without a word on the stack: it is as large as the deepest document, and empty. */
static inline struct walk walk_blocks(struct block *first)
{
    struct walk walk;
    walk.event = WALK_ENTER;
    walk.block = NULL;
    walk.cell = NULL;
    walk.depth = 0;
    walk.first = first;
    walk.started = false;
    return walk;
}

#endif
