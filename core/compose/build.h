/*
 * Building blocks of composed documents: each call appends to its parent, or to the document when
 * parent is NULL.
 */
#ifndef ROLEBOOK_CORE_COMPOSE_BUILD_H
#define ROLEBOOK_CORE_COMPOSE_BUILD_H
#include "core/document/document.h"

/* level: from 1. at: of what it says in the input, for findings; may be of no source. */
struct block *build_heading(struct document *document, struct block *parent, unsigned level,
                            struct text text, struct span at);
/* Lines become line breaks. style may be empty. */
struct block *build_paragraph(struct document *document, struct block *parent, struct text style,
                              struct text text, struct span at);
/* Without items: build_item appends them. */
struct block *build_list(struct document *document, struct block *parent, bool is_ordered);
/* An item of one paragraph. */
struct block *build_item(struct document *document, struct block *list, struct text label,
                         struct text text, struct span at);
/* A table in its block; style names how it looks. */
struct table *build_table(struct document *document, struct block *parent, struct text style);

/* Where a cell stands and what it is. */
struct cell_place {
    uint32_t row, column, columns; /* columns: 0 counts as 1 */
    bool is_header;
    struct text style; /* of the cell; its words take it as well when it is "label" or "head" */
};
/* A cell with a paragraph of words, whose lines become breaks. */
struct cell *build_cell(struct document *document, struct table *table, struct cell_place place,
                        struct text text, struct span at);
/* Words with a link behind the block's last run; target empty: no link. */
void build_run(struct document *document, struct block *block, struct text text, struct text target,
               struct span at);

#endif
