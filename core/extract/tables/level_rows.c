/*
 * The levels of a career, a row or several each: Level | Strategy | Teamwork over IC1, IC2, IC3.
 *
 * The heads are areas of what a level does, which no vocabulary knows; words across all of them say
 * what the level is for.
 */
#include "core/extract/fill/fill.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/target.h"

#define LEVELS_MIN 3 /* called by a code: fewer are something else's numbers */
#define AREAS_MIN 2  /* heads beside that of the levels */

/* A list stands beside the level, under the head of an area. */
static bool has_list_beside(const struct cell *level)
{
    for (const struct cell *cell = level->next; cell != NULL; cell = cell->next) {
        if (cell->column <= level->column)
            return false; /* the next level */
        for (const struct block *b = cell->blocks; b != NULL; b = b->next)
            if (b->kind == BLOCK_LIST && cell->column_span == 1)
                return true;
    }
    return false;
}

bool is_level_rows(struct extraction *x, const struct table *table, size_t head, size_t column)
{
    struct text prefix = {0};
    size_t levels = 0, with_lists = 0;
    struct label label = label_find(x, cell_words(x, head_cell(table, head, column)));
    if (label.kind != LABEL_ELEMENT || label.element != ELEMENT_GRADE ||
        table->columns < AREAS_MIN + 1)
        return false;
    for (size_t r = head + 1; r < table->rows; r++) {
        const struct cell *cell = table_cell(table, r, column);
        if (!cell_begins_in(cell, r, column))
            continue;
        struct level_code code = level_code(x, cell_words(x, cell));
        if (text_is_empty(code.prefix) || code.is_nought ||
            (levels > 0 && !text_equal(code.prefix, prefix)))
            return false;
        prefix = code.prefix;
        levels++;
        with_lists += has_list_beside(cell);
    }
    return with_lists >= LEVELS_MIN;
}

void fill_level_cell(struct extraction *x, const struct cell *cell, enum element element,
                     struct text area)
{
    bool is_across = cell->column_span > 1;
    for (struct block *b = cell->blocks; b != NULL; b = b->next) {
        bool is_purpose = is_across && b->kind != BLOCK_LIST;
        open_element(x, label_of(is_purpose ? ELEMENT_PURPOSE : element), TEXT(""), LEVEL_LINE,
                     cell->span);
        x->target.repeats = false;
        if (!is_across && element == ELEMENT_DUTIES)
            x->target.part = (struct value){area, cell->span};
        fill_block(x, b);
    }
    close_target(x);
}
