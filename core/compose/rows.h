/*
 * Rows show the records of an element: as a list, or as a table with the columns in use.
 */
#ifndef ROLEBOOK_CORE_COMPOSE_ROWS_H
#define ROLEBOOK_CORE_COMPOSE_ROWS_H
#include "core/compose/build.h"
#include "core/document/stylesheet.h"
#include "core/model/model.h"
#include "core/model/vocabulary.h"

/* For what the rows are. */
enum rows_use {
    ROWS_FOR_PAGES, /* a handbook's page: styles, numbers */
    ROWS_FOR_FILES, /* a role file that is read back: nothing but the record's own words */
    ROWS_EXACT,     /* one that is read exactly (core/model/exact_form.h): with all numbers */
};

/* A row of one table names rows of another. */
struct row_link {
    size_t row;
    struct text words, target; /* target: "#role-7-standards-2" */
};

/* What a table of rows shows besides their own words. */
struct row_links {
    struct text anchor; /* each row is a place of that name and its number, from 1 */
    enum field field;   /* of the linked rows: their column; the author's own words in it stay */
    const struct row_link *list; /* [count] by row */
    size_t count;
    bool is_numbered; /* each row has its number in front */
};

struct rows {
    struct document *document;
    struct block *parent;
    struct cell *cell; /* in place of parent; NULL: none */
    const struct vocabulary *vocabulary;
    enum language language; /* of column heads and coded values */
    enum rows_use use;
    const struct row_links *links; /* of tables; NULL: none */
};

/* Where the records from first on end that say the same in a field, a group; name: what they say. */
size_t rows_group_end(const struct records *records, size_t first, enum field group,
                      struct text *name);
/* Records [first, end) as the list or table that holds all their words. */
void rows_show(const struct rows *rows, const struct records *records, size_t first, size_t end);
/* The same without one field, which a heading above the rows says. */
void rows_show_without(const struct rows *rows, const struct records *records, size_t first,
                       size_t end, enum field said);
/* Records [first, end) as a list, in a place that says itself which part they stand under. */
void rows_show_items(const struct rows *rows, const struct records *records, size_t first,
                     size_t end);
/* 「不適用：…」 for an element that lawfully is not there. */
struct text rows_absence(const struct rows *rows, const struct records *records);
/* The words of a field's value: a code in the language's word for it. */
struct text rows_value(const struct rows *rows, enum field field, struct text value);
/*
 * The columns that say something about records [first, end), but for the one said elsewhere.
 *
 * out      *columns  [FIELD_COUNT]
 * returns  how many
 */
size_t rows_columns(const struct rows *rows, const struct records *records, size_t first,
                    size_t end, enum field said, enum field *columns);
/* How many columns of a table leave each the width of some words; sheet may be NULL. */
size_t rows_most_columns(const struct stylesheet *sheet);
/* What things are numbered or sorted by stands in front of them. */
void rows_put_key_first(enum field *columns, size_t count);
/* The words of one cell. The main column holds the record's own words. */
struct text rows_cell(const struct rows *rows, const struct records *records,
                      const struct record *record, enum field field);
/* The record's words behind its number, where reading takes that off again. */
struct text rows_numbered_words(const struct rows *rows, enum element element,
                                const struct record *record);
/* 出差: the part of the element an item stands under; empty: none. */
struct text rows_part(const struct record *record);

#endif
