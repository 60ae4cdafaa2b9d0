/* The grid of a table: which cell covers each slot. */
#include "core/base/diagnostics.h"
#include "core/document/document.h"

static const struct message table_too_large = {
    {"表格超過 {0} 格或 {1} 列的上限：其文字保留，格位從缺",
     "表格超过 {0} 格或 {1} 行的上限：其文字保留，格位从缺",
     "the table has more cells than the limit of {0}, or more rows than {1}: its words are kept, "
     "their places are not"}};

struct table *table_new(struct document *document, struct block *block)
{
    block->table = arena_new(document->arena, struct table);
    return block->table;
}

struct cell *cell_append(struct document *document, struct table *table, struct span span)
{
    struct cell *cell = arena_new(document->arena, struct cell);
    cell->row_span = cell->column_span = 1;
    cell->span = span;
    *(table->last_cell == NULL ? &table->cells : &table->last_cell->next) = cell;
    table->last_cell = cell;
    table->cell_count++;
    return cell;
}

static uint32_t cut(uint32_t begin, uint32_t span, uint32_t limit)
{
    if (span == 0)
        span = 1;
    return begin >= limit ? 0 : span > limit - begin ? limit - begin : span;
}

/* returns  false when a cell begins past the limits: it could stand in no slot */
static bool measure(struct table *table)
{
    bool fits = true;
    table->rows = table->columns = 0;
    for (struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        fits &= cell->row < LIMIT_TABLE_ROWS && cell->column < LIMIT_TABLE_COLUMNS;
        cell->row_span = cut(cell->row, cell->row_span, LIMIT_TABLE_ROWS);
        cell->column_span = cut(cell->column, cell->column_span, LIMIT_TABLE_COLUMNS);
        if (cell->row_span > 0 && cell->row + cell->row_span > table->rows)
            table->rows = cell->row + cell->row_span;
        if (cell->column_span > 0 && cell->column + cell->column_span > table->columns)
            table->columns = cell->column + cell->column_span;
    }
    return fits;
}

/* Takes the free slots of its rectangle; narrows to what is free to the right and below. */
static void place(struct table *table, struct cell *cell)
{
    struct cell **grid = table->grid;
    size_t columns = table->columns;
    uint32_t width = 0, height = 0;
    while (width < cell->column_span && grid[cell->row * columns + cell->column + width] == NULL)
        width++;
    for (; width > 0 && height < cell->row_span; height++)
        for (uint32_t i = 0; i < width; i++)
            if (grid[(cell->row + height) * columns + cell->column + i] != NULL)
                goto narrowed;
narrowed:
    cell->column_span = width == 0 ? 1 : width;
    cell->row_span = height == 0 ? 1 : height;
    for (uint32_t row = 0; row < height; row++)
        for (uint32_t i = 0; i < width; i++)
            grid[(cell->row + row) * columns + cell->column + i] = cell;
}

bool table_index(struct document *document, struct table *table)
{
    bool fits = measure(table);
    size_t slots = size_mul(table->rows, table->columns);
    if (!fits || slots > LIMIT_TABLE_CELLS) {
        table->grid = NULL;
        return false;
    }
    table->grid = arena_new_array(document->arena, slots, struct cell *);
    for (struct cell *cell = table->cells; cell != NULL; cell = cell->next)
        if (cell->row_span > 0 && cell->column_span > 0)
            place(table, cell);
    return true;
}

enum status table_index_input(struct document *document, struct table *table, struct span span)
{
    static_assert(LIMIT_TABLE_CELLS == 2000000 && LIMIT_TABLE_ROWS == 200000,
                  "the message says two million, two hundred thousand");
    if (table_index(document, table))
        return STATUS_OK;
    return report_error(document->diags, &table_too_large, span, TEXT("2000000"), TEXT("200000"));
}

struct cell *table_cell(const struct table *table, size_t row, size_t column)
{
    if (table->grid == NULL || row >= table->rows || column >= table->columns)
        return NULL;
    return table->grid[row * table->columns + column];
}
