/*
 * What the readers of tables share: cells where they begin, columns of numbers, and tables in a
 * section whose heads are no fields.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_TABLES_H
#define ROLEBOOK_CORE_EXTRACT_TABLES_H
#include "core/extract/extraction.h"

/* ---- columns.c ---- */

/* The cell's first row and column are these; false for none. */
bool cell_begins_in(const struct cell *cell, size_t row, size_t column);
/* Its words where it begins there, and is not merged down or across to it; else empty. */
struct text words_beginning_in(struct extraction *x, const struct cell *cell, size_t row,
                               size_t column);
/* The cell that holds the head of the column in a row of heads, or is merged down to it; NULL:
 * none. */
const struct cell *head_cell(const struct table *table, size_t row, size_t column);
/* 職責 | 考核 over 內容 | 權重 | 頻率: the lower of two rows of heads; row itself: there is one. */
size_t lowest_heads(struct extraction *x, const struct table *table, size_t row, size_t from,
                    size_t to);
/* The number of an item and nothing else. */
bool is_numeral_cell(struct text words);
/* 序號, "No.": the head of the items' numbers. */
bool is_number_head(struct extraction *x, struct text head);

/* It has a head that is no field, no label of another element, and stands over no groups. */
bool is_unknown_column(const struct columns *columns, size_t column);

/* ---- role_columns.c ---- */

/* Tables among the blocks whose columns are roles are turned: each role is a row of them then. */
void turn_role_columns(struct extraction *x, struct block *first);
/* Below the head of its first column, a table has nothing but positions there. */
bool has_positions_first(struct extraction *x, const struct table *table);

/* ---- role_lists.c ---- */

/* "IC3", "Level 2", "M1: Manager": a word or letters and a number. */
struct level_code {
    struct text prefix; /* empty: it is no such code */
    bool is_nought;     /* "P0" */
};
struct level_code level_code(struct extraction *x, struct text words);

/* ---- level_rows.c ---- */

/* "Level" over levels called by a code, most with lists of what they do. Those of faults and risks
 * have a word or two in each cell. */
bool is_level_rows(struct extraction *x, const struct table *table, size_t head, size_t column);
/* What the level of the open role does in that area; across several: what it is for. */
void fill_level_cell(struct extraction *x, const struct cell *cell, struct text area);

/* ---- records.c ---- */

/* A line of its own: words behind their head and a colon; an empty head: only the words. */
void append_headed(struct text_buffer *out, struct text head, struct text words);

/* ---- plain_tables.c: the section of x->target is open ---- */

/* Words, and beside them nothing but marks under heads. */
bool is_of_marks(struct extraction *x, const struct table *table);
/* An item a row; the heads its marks stand under are its level, or stand behind it. */
void fill_marks(struct extraction *x, const struct table *table);
/* Rows whose heads say nothing to the vocabulary: an item a row, each cell under its head. */
void fill_plain_rows(struct extraction *x, const struct table *table);
/* Internal | External over lists; false: it is no such table. */
bool fill_sides(struct extraction *x, const struct table *table);

#endif
