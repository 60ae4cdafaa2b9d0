/*
 * A role's form grows cell by cell, and each cell that is filled in has a name by which it is read
 * back (core/model/form_name.h).
 */
#ifndef ROLEBOOK_CORE_COMPOSE_FORM_CELLS_H
#define ROLEBOOK_CORE_COMPOSE_FORM_CELLS_H
#include "core/compose/build.h"
#include "core/compose/rows.h"
#include "core/model/form_name.h"

struct form {
    struct document *document;
    struct arena *arena;
    struct rows rows;
    bool is_blank;
    struct table *table; /* of labels and values; NULL: none begun */
    uint32_t row;        /* the next one */
    struct cell *half;   /* the value of a row that has room for another pair; NULL: none */
};

/* At a place of the table, with nothing in it; all of it lives in the form's arena. */
struct cell *form_add_cell(struct form *form, struct table *table, struct cell_place place);
/* A paragraph in the cell; style: of enum run_style, for all of its words. */
struct block *form_add_paragraph(struct form *form, struct cell *cell, struct text words,
                                 unsigned style);
/* What the element asks for, as words that are to be written over. */
void form_add_prompt(struct form *form, struct cell *cell, enum element element);
/* What a cell is named, with the words to choose from where its field is coded. */
const struct form_field *form_new_field(struct form *form, struct form_name name,
                                        struct text title);
struct text form_heading(const struct form *form, enum element element);
/* The next table of the document. */
struct table *form_begin_table(struct form *form);
/* Behind the last record of the part that the first stands under. */
size_t form_part_end(const struct records *records, size_t first);

#endif
