/*
 * A table on its way to the page: how wide its columns are, which of them hold numbers, where its
 * cells stand.
 *
 * Private to the files of tables; others ask layout.h.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_TABLE_H
#define ROLEBOOK_CONVERTERS_PDF_TABLE_H
#include "converters/pdf/layout.h"

#define FULL_SIZE 1000 /* permille: the size as it is */

/* A cell laid out: its items, y from its top. */
struct laid_cell {
    const struct cell *cell;
    struct item *items;
    size_t item_count, item_capacity;
    int32_t height;
    struct tag *tag;
    bool is_displaced; /* another has its slot, and its words */
};

struct laid_table {
    struct layout *layout;
    const struct table *table;
    const struct table_style *style;
    struct place place;
    int32_t *widths, *lefts; /* [columns], [columns + 1] */
    int32_t *heights;        /* [rows] */
    struct laid_cell *cells; /* in the order of table->cells */
    struct tag *tag, *head, *body;
    struct tag **rows; /* [rows] */
    int32_t padding_x, padding_y;
    bool is_nested;  /* in a cell of another */
    bool cuts_heads; /* there is no room for heads in one line */
    int32_t *tails;  /* [columns] of numbers: how wide what follows the units digit is at most */
};
#define NO_NUMBERS (-1) /* in place of a tail */

/* A table in its place, of which nothing is laid out yet. */
struct laid_table laid_table_of(struct layout *layout, const struct block *block,
                                struct place place);

/* ---- table_columns.c ---- */

/* The style of the words of a block in a cell. */
const struct style *cell_words_style(struct laid_table *t, const struct cell *cell,
                                     const struct block *block);
/* Gives widths and lefts; where words must be cut, scale and padding may get smaller. */
void table_set_columns(struct laid_table *t);

/* ---- table_numbers.c ---- */

/* Gives tails: columns of numbers are set right, units below units. */
void table_find_numbers(struct laid_table *t);
/* How far right of its left edge a cell of a column of numbers stands. */
int32_t table_number_shift(struct laid_table *t, const struct laid_cell *laid, struct place place);

#endif
