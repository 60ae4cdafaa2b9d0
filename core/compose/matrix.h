/*
 * A matrix is a table of marks: what stands down the side against what stands across. More columns
 * than a page is wide make several tables, each with the labels at its side.
 */
#ifndef ROLEBOOK_CORE_COMPOSE_MATRIX_H
#define ROLEBOOK_CORE_COMPOSE_MATRIX_H
#include "core/compose/book.h"

struct matrix_head {
    struct text words, link; /* link may be empty */
};

struct matrix {
    struct text corner; /* what the labels at the side are */
    struct matrix_head *rows, *columns;
    size_t row_count, column_count;
    struct text *cells; /* [row_count * column_count], row by row */
};

/* With empty heads and cells, in the book's arena; the caller fills in heads and corner. */
struct matrix matrix_new(const struct book *book, size_t rows, size_t columns);
/* The words of a cell, to be read or written. */
struct text *matrix_cell(const struct matrix *matrix, size_t row, size_t column);
/* Words behind those of the cell, divided by divider. */
void matrix_add(const struct book *book, const struct matrix *matrix, size_t row, size_t column,
                struct text words, const char *divider);
/* As tables at the end of the section: one, or several where it is wider than a page. */
void matrix_show(const struct book *book, struct block *section, const struct matrix *matrix);

/* The matrices of a handbook, each a chapter. */
void compose_scenario_matrix(struct book *book);
void compose_goal_matrix(struct book *book);

#endif
