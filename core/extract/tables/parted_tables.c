/*
 * Tables that are two: rows of labels and values (單位名稱 | 春田農場 | 聯絡人 | 林小姐) over rows with
 * one role each and heads of their own. They are parted above the heads, and above the next bar
 * across the table (風險) over rows that name no position, where something else begins.
 */
#include "core/extract/outline/outline.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/chapters.h"

#define HEADS_MIN 3   /* labels in a row, one of them that of the names */
#define UPPER_ROWS 60 /* in front of the heads, at most */

/* Every cell of the row is a label of its own, and one is that of a position's name. */
static bool is_row_of_heads(struct extraction *x, const struct table *table, size_t row)
{
    size_t labels = 0, filled = 0;
    bool is_titled = false;
    if (filled_cells(x, table, row) < HEADS_MIN) /* as most rows of forms have */
        return false;
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, row, c);
        if (!cell_begins_in(cell, row, c) || text_is_empty(cell_words(x, cell)))
            continue;
        struct label label = label_find(x, cell_words(x, cell));
        filled++;
        labels += label.kind == LABEL_ELEMENT || is_number_head(x, cell_words(x, cell)) ||
                  is_person_head(x, cell_words(x, cell));
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

/* One wide cell has all the words of the row: the last column may be a narrow one that is left. */
static bool is_bar(struct extraction *x, const struct table *table, uint32_t row)
{
    const struct cell *first = table_cell(table, row, 0);
    if (!cell_begins_in(first, row, 0) || first->row_span != 1 ||
        2 * first->column_span <= table->columns || text_is_empty(cell_words(x, first)))
        return false;
    for (size_t c = first->column_span; c < table->columns; c++)
        if (!text_is_empty(cell_words(x, table_cell(table, row, c))))
            return false;
    return true;
}

/* The column of the names by the row of heads; the count: none. */
static size_t column_of_names(struct extraction *x, const struct table *table, uint32_t heads)
{
    for (size_t c = 0; c < table->columns; c++) {
        struct label label = label_find(x, cell_words(x, table_cell(table, heads, c)));
        if (label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE)
            return c;
    }
    return table->columns;
}

/*
 * Behind the rows of roles below those heads: a bar over rows with names of positions, 業務部, is of
 * these; the end: nothing else follows.
 */
static uint32_t roles_end(struct extraction *x, const struct table *table, uint32_t heads)
{
    size_t names = column_of_names(x, table, heads);
    uint32_t bar = table->rows; /* over no position so far */
    for (uint32_t row = heads + 1; row < table->rows; row++) {
        struct text name = cell_words(x, table_cell(table, row, names));
        if (is_bar(x, table, row)) {
            if (is_department(x, cell_words(x, table_cell(table, row, 0))))
                continue;
            if (bar < row && bar + 1 < row)
                return bar;
            bar = bar < row ? bar : row;
        } else if (bar < row && vocabulary_is_position(x->vocabulary, x->scratch, text_trim(name)))
            bar = table->rows;
    }
    return bar;
}

/* A block behind this one, with the table. */
static struct block *add_behind(struct extraction *x, struct block *block, struct table *table)
{
    struct block *behind = arena_new(x->arena, struct block);
    *behind = *block;
    behind->table = table;
    behind->anchor = TEXT("");
    block->next = behind;
    return behind;
}

/* returns  the last of the blocks that it became */
static struct block *part_table(struct extraction *x, struct block *block)
{
    size_t title;
    struct table *whole = block->table;
    uint32_t row = row_of_heads(x, whole);
    if (row == 0 || is_role_rows(x, whole, &title))
        return block;
    uint32_t end = roles_end(x, whole, row);
    struct table *upper = rows_of(x, whole, 0, row), *lower = rows_of(x, whole, row, end);
    struct table *rest = end < whole->rows ? rows_of(x, whole, end, whole->rows) : NULL;
    struct block front = {.kind = BLOCK_TABLE, .table = upper};
    if (upper == NULL || lower == NULL || !is_role_rows(x, lower, &title) ||
        (end < whole->rows && rest == NULL) || outline_is_form(x, &front))
        return block; /* a role's own form may have such a table in it */
    upper->caption = whole->caption;
    block->table = upper;
    block = add_behind(x, block, lower);
    return rest == NULL ? block : add_behind(x, block, rest);
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
