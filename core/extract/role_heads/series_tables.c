/* Names that the tables of a document have, where lines with names of roles stand beside these. */
#include "core/extract/role_heads/series.h"
#include "core/extract/tables/tables.h"
#include "core/model/fold.h"
#include <stdlib.h>

#define ROWS_MAX 50 /* of a table that are compared: a bound on work */

struct table_name {
    struct text folded;
    size_t piece; /* the table */
    bool tells_duties;
};

struct table_names {
    struct table_name *names; /* [count], in the order of text_compare; of one, the table's order */
    size_t count;
};

/* Its rows say what each role does; what else they say may be of roles told before. */
static bool tells_duties(struct extraction *x, const struct table *table)
{
    for (size_t c = 0; c < table->columns; c++) {
        struct label label = label_of_head(x, cell_words(x, table_cell(table, 0, c)));
        if (label.kind == LABEL_ELEMENT &&
            (label.element == ELEMENT_DUTIES || label.element == ELEMENT_PURPOSE))
            return true;
    }
    return false;
}

static int by_name(const void *a, const void *b)
{
    const struct table_name *one = a, *other = b;
    int order = text_compare(one->folded, other->folded);
    if (order == 0 && one->tells_duties != other->tells_duties)
        return one->tells_duties ? -1 : 1;
    return order != 0 ? order : (one->piece > other->piece) - (one->piece < other->piece);
}

/* Rows of the table that are compared, behind its heads. */
static size_t rows_compared(const struct table *table)
{
    return table->rows < ROWS_MAX + 1 ? table->rows : ROWS_MAX + 1;
}

const struct table_names *series_table_names(struct extraction *x, const struct outline *outline)
{
    struct table_names *names = arena_new(x->scratch, struct table_names);
    size_t rows = 0, title;
    for (size_t i = 0; i < outline->count; i++)
        if (outline->pieces[i].kind == PIECE_TABLE)
            rows += rows_compared(outline->pieces[i].block->table);
    *names = (struct table_names){arena_new_array(x->scratch, rows + 1, struct table_name), 0};
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_TABLE || !is_role_rows(x, piece->block->table, &title))
            continue;
        const struct table *table = piece->block->table;
        bool tells = tells_duties(x, table);
        for (size_t r = 1; r < rows_compared(table); r++) {
            struct text name = cell_words(x, table_cell(table, r, title));
            names->names[names->count++] =
                (struct table_name){fold_label(x->scratch, name), i, tells};
        }
    }
    qsort(names->names, names->count, sizeof *names->names, by_name);
    return names;
}

bool series_is_in_table(struct extraction *x, const struct table_names *names, size_t first,
                        struct text name)
{
    struct text folded = fold_label(x->scratch, name);
    size_t low = 0, high = names->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (text_compare(names->names[middle].folded, folded) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    /* the first of its name tells duties, if any does, or else stands in front of the others */
    const struct table_name *found = &names->names[low];
    return low < names->count && text_equal(found->folded, folded) &&
           (found->tells_duties || found->piece <= first);
}
