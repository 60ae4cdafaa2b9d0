/*
 * Tables pasted from a spreadsheet: rows without words in front of the first, and the numbers that
 * the program shows beside all rows, that of the heads as well.
 */
#include "core/base/limits.h"
#include "core/extract/outline/outline.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/target.h"

#define NUMBERED_MIN 3 /* rows: two may be anything */

/* Nothing is typed in the cell, not even what a form asks for, which is no word of its own. */
static bool is_bare(const struct cell *cell)
{
    for (const struct block *block = cell->blocks; block != NULL; block = block->next) {
        if (block->kind != BLOCK_PARAGRAPH || block->children != NULL)
            return false;
        for (const struct run *run = block->runs; run != NULL; run = run->next)
            if (!text_is_blank(run->text))
                return false;
    }
    return true;
}

/* The first row that says anything; the table's rows: none does. */
static uint32_t first_row_with_words(const struct table *table)
{
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next)
        if (!is_bare(cell) || cell->row_span > 1)
            return cell->row;
    return table->rows;
}

static void drop_blank_rows(struct extraction *x, struct table *table)
{
    uint32_t blank = first_row_with_words(table);
    if (blank == 0 || blank >= table->rows)
        return;
    while (table->cells->row < blank) {
        table->cells = table->cells->next;
        table->cell_count--;
    }
    for (struct cell *cell = table->cells; cell != NULL; cell = cell->next)
        cell->row -= blank;
    table_index(x->document, table);
    table->header_rows -= table->header_rows < blank ? table->header_rows : blank;
}

/* The number a cell is, and nothing else; 0: it is none. */
static uint32_t number_of(struct extraction *x, const struct cell *cell)
{
    struct text words = cell_words(x, cell);
    uint32_t number = 0;
    for (size_t i = 0; i < words.size; i++) {
        if (!is_ascii_digit(words.data[i]) || number > LIMIT_TABLE_ROWS)
            return 0;
        number = 10 * number + (uint32_t)(words.data[i] - '0');
    }
    return number;
}

/* 1, 2, 3 … from the row of heads on: no column of the author's begins so. */
static bool has_row_numbers(struct extraction *x, const struct table *table)
{
    if (table->rows < NUMBERED_MIN || table->columns < 2 || table->cells == NULL)
        return false;
    uint32_t first = number_of(x, table->cells);
    for (uint32_t r = 0; first > 0 && r < table->rows; r++) {
        const struct cell *cell = table_cell(table, r, 0);
        if (cell == NULL || cell->row_span > 1 || cell->column_span > 1 ||
            number_of(x, cell) != first + r)
            return false;
    }
    return first > 0;
}

static void drop_row_numbers(struct extraction *x, struct table *table)
{
    struct cell **link = &table->cells;
    if (!has_row_numbers(x, table))
        return;
    while (*link != NULL) {
        struct cell *cell = *link;
        if (cell->column == 0) {
            note_skipped(x, CLUE_NUMBER_HEAD, cell_words(x, cell), cell->span);
            *link = cell->next;
            table->cell_count--;
            continue;
        }
        cell->column--;
        table->last_cell = cell;
        link = &cell->next;
    }
    if (table->column_widths != NULL)
        table->column_widths++;
    table_index(x->document, table);
}

void drop_sheet_marks(struct extraction *x, struct table *table)
{
    if (table->grid == NULL)
        return;
    drop_blank_rows(x, table);
    drop_row_numbers(x, table);
}
