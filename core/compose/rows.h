/*
 * Rows show the records of an element: as a list, or as a table with the columns in use.
 */
#ifndef ROLEBOOK_CORE_COMPOSE_ROWS_H
#define ROLEBOOK_CORE_COMPOSE_ROWS_H
#include "core/compose/build.h"
#include "core/model/model.h"
#include "core/model/vocabulary.h"

/* For what the rows are. */
enum rows_use {
    ROWS_FOR_PAGES, /* a handbook's page: styles, numbers */
    ROWS_FOR_FILES, /* a role file that is read back: nothing but the record's own words */
};

struct rows {
    struct document *document;
    struct block *parent;
    const struct vocabulary *vocabulary;
    enum language language; /* of column heads and coded values */
    enum rows_use use;
};

/* Records [first, end) as the list or table that holds all their words. */
void rows_show(const struct rows *rows, const struct records *records, size_t first, size_t end);
/* The same without one field, which a heading above the rows says. */
void rows_show_without(const struct rows *rows, const struct records *records, size_t first,
                       size_t end, enum field said);
/* 「不適用：…」 for an element that lawfully is not there. */
struct text rows_absence(const struct rows *rows, const struct records *records);
/* The words of a field's value: a code in the language's word for it. */
struct text rows_value(const struct rows *rows, enum field field, struct text value);

#endif
