/*
 * Tables that are two: rows of labels and values (單位名稱 | 春田農場 | 聯絡人 | 林小姐) over rows with
 * one role each and heads of their own. They are parted above the heads.
 */
#include "core/extract/outline/outline.h"
#include "core/extract/tables/tables.h"

#define HEADS_MIN 3   /* labels in a row, one of them that of the names */
#define UPPER_ROWS 12 /* in front of the heads, at most */

/* Every cell of the row is a label of its own, and one is that of a position's name. */
static bool is_row_of_heads(struct extraction *x, const struct table *table, size_t row)
{
    size_t labels = 0, filled = 0;
    bool is_titled = false;
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, row, c);
        if (!cell_begins_in(cell, row, c) || text_is_empty(cell_words(x, cell)))
            continue;
        struct label label = label_find(x, cell_words(x, cell));
        filled++;
        labels += label.kind == LABEL_ELEMENT || is_number_head(x, cell_words(x, cell));
        if (filled > labels + 1)
            return false; /* most rows: values stand beside the labels */
        is_titled |= label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE;
    }
    return is_titled && labels >= HEADS_MIN && labels + 1 >= filled;
}

/* No cell reaches over the border above the row. */
static bool is_border(const struct table *table, size_t row)
{
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, row, c);
        if (cell != NULL && cell->row < row)
            return false;
    }
    return true;
}

struct cell *append_copy(struct extraction *x, struct table *table, const struct cell *cell)
{
    struct cell *copy = arena_new(x->arena, struct cell);
    *copy = *cell;
    copy->next = NULL;
    *(table->last_cell == NULL ? &table->cells : &table->last_cell->next) = copy;
    table->last_cell = copy;
    table->cell_count++;
    return copy;
}

/* Rows [first, end) as a table. NULL: they could not be placed. */
static struct table *rows_of(struct extraction *x, const struct table *table, uint32_t first,
                             uint32_t end)
{
    struct table *part = arena_new(x->arena, struct table);
    *part = (struct table){.rows = end - first, .columns = table->columns};
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        if (cell->row < first || cell->row >= end)
            continue;
        append_copy(x, part, cell)->row -= first;
    }
    return table_index(x->document, part) ? part : NULL;
}

/* The row of the heads below other rows; 0: the table is one. */
static uint32_t row_of_heads(struct extraction *x, const struct table *table)
{
    for (uint32_t r = 1; table->columns >= HEADS_MIN && r + 1 < table->rows && r <= UPPER_ROWS; r++)
        if (is_row_of_heads(x, table, r))
            return is_border(table, r) ? r : 0;
    return 0;
}

/* returns  the last of the blocks that it became */
static struct block *part_table(struct extraction *x, struct block *block)
{
    size_t title;
    uint32_t row = row_of_heads(x, block->table);
    if (row == 0 || is_role_rows(x, block->table, &title))
        return block;
    struct table *upper = rows_of(x, block->table, 0, row);
    struct table *lower = rows_of(x, block->table, row, block->table->rows);
    struct block front = {.kind = BLOCK_TABLE, .table = upper};
    if (upper == NULL || lower == NULL || !is_role_rows(x, lower, &title) ||
        outline_is_form(x, &front))
        return block; /* a role's own form may have such a table in it */
    struct block *behind = arena_new(x->arena, struct block);
    *behind = *block;
    behind->table = lower;
    behind->anchor = TEXT("");
    upper->caption = block->table->caption;
    block->table = upper;
    block->next = behind;
    return behind;
}

void part_tables(struct extraction *x, struct block *first, struct block **last)
{
    for (struct block *block = first; block != NULL; block = block->next) {
        if (block->kind == BLOCK_SECTION)
            part_tables(x, block->children, &block->last_child);
        if (block->kind == BLOCK_TABLE && block->table->grid != NULL &&
            !has_form_names(block->table))
            block = part_table(x, block);
        *last = block;
    }
}
