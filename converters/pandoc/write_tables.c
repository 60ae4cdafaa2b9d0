/* Tables with their spans, heads and widths: [attributes, caption, columns, head, bodies, foot]. */
#include "converters/pandoc/writer.h"

static const char *align_name(enum alignment align)
{
    static const char *const names[] = {
        [ALIGN_DEFAULT] = "AlignDefault", [ALIGN_LEFT] = "AlignLeft",
        [ALIGN_CENTRE] = "AlignCenter",   [ALIGN_RIGHT] = "AlignRight",
        [ALIGN_JUSTIFY] = "AlignDefault",
    };
    return names[align];
}

static json_t *no_attributes(void) { return pandoc_attributes(TEXT(""), NULL, TEXT("")); }

static json_t *new_cell(enum alignment align, size_t down, size_t along, json_t *blocks)
{
    json_t *cell = json_array();
    json_array_append_new(cell, no_attributes());
    json_array_append_new(cell, pandoc_node(align_name(align), NULL));
    json_array_append_new(cell, json_integer((json_int_t)down));
    json_array_append_new(cell, json_integer((json_int_t)along));
    json_array_append_new(cell, blocks);
    return cell;
}

/* The slots it has in the grid; rows not past end, where its part of the table ends. */
static json_t *cell_of(struct pandoc_writer *w, const struct table *table, const struct cell *cell,
                       uint32_t end)
{
    uint32_t down = 1, along = 1;
    while (cell->row + down < end && table_cell(table, cell->row + down, cell->column) == cell)
        down++;
    while (table_cell(table, cell->row, cell->column + along) == cell)
        along++;
    return new_cell(cell->align, down, along, pandoc_blocks(w, cell->blocks));
}

static json_t *rows_of(struct pandoc_writer *w, const struct table *table, uint32_t first,
                       uint32_t end)
{
    json_t *rows = json_array();
    for (uint32_t row = first; row < end; row++) {
        json_t *cells = json_array(), *content = json_array();
        for (uint32_t column = 0; column < table->columns; column++) {
            const struct cell *cell = table_cell(table, row, column);
            bool is_begun = cell != NULL && cell->row >= first;
            if (!is_begun)
                json_array_append_new(cells, new_cell(ALIGN_DEFAULT, 1, 1, json_array()));
            else if (cell->row == row && cell->column == column)
                json_array_append_new(cells, cell_of(w, table, cell, end));
        }
        json_array_append_new(content, no_attributes());
        json_array_append_new(content, cells);
        json_array_append_new(rows, content);
    }
    return rows;
}

/* A table past a limit has no grid: a row a cell loses no word. */
static json_t *rows_without_grid(struct pandoc_writer *w, const struct table *table)
{
    json_t *rows = json_array();
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        json_t *content = json_array(), *cells = json_array();
        json_array_append_new(cells, new_cell(cell->align, 1, 1, pandoc_blocks(w, cell->blocks)));
        json_array_append_new(content, no_attributes());
        json_array_append_new(content, cells);
        json_array_append_new(rows, content);
    }
    return rows;
}

static json_t *columns_of(const struct table *table)
{
    json_t *columns = json_array();
    uint64_t whole = 0;
    uint32_t count = table->grid == NULL ? 1 : table->columns;
    for (uint32_t i = 0; table->column_widths != NULL && i < count; i++)
        whole += table->column_widths[i];
    for (uint32_t i = 0; i < count; i++) {
        json_t *column = json_array();
        json_array_append_new(column, pandoc_node("AlignDefault", NULL));
        json_array_append_new(
            column, whole == 0 ? pandoc_node("ColWidthDefault", NULL)
                               : pandoc_node("ColWidth", json_real((double)table->column_widths[i] /
                                                                   (double)whole)));
        json_array_append_new(columns, column);
    }
    return columns;
}

/* Columns from the left in which every cell below the heads is a head. */
static uint32_t head_columns(const struct table *table, uint32_t heads)
{
    for (uint32_t column = 0; column < table->columns; column++)
        for (uint32_t row = heads; row < table->rows; row++) {
            const struct cell *cell = table_cell(table, row, column);
            if (cell == NULL || !cell->is_header)
                return column;
        }
    return 0; /* heads alone are no heads of anything */
}

static json_t *caption_of(struct pandoc_writer *w, const struct table *table)
{
    json_t *caption = json_array(), *blocks = json_array();
    if (table->caption != NULL)
        json_array_append_new(blocks, pandoc_node("Plain", pandoc_inlines(w, table->caption)));
    json_array_append_new(caption, json_null());
    json_array_append_new(caption, blocks);
    return caption;
}

static json_t *part_of(json_t *rows)
{
    json_t *part = json_array();
    json_array_append_new(part, no_attributes());
    json_array_append_new(part, rows);
    return part;
}

json_t *pandoc_table(struct pandoc_writer *w, const struct block *block)
{
    const struct table *table = block->table;
    uint32_t heads = table->header_rows < table->rows ? table->header_rows : table->rows;
    bool has_grid = table->grid != NULL;
    json_t *content = json_array(), *body = json_array(), *bodies = json_array();
    json_array_append_new(body, no_attributes());
    json_array_append_new(body, json_integer(has_grid ? head_columns(table, heads) : 0));
    json_array_append_new(body, json_array());
    json_array_append_new(body, has_grid ? rows_of(w, table, heads, table->rows)
                                         : rows_without_grid(w, table));
    json_array_append_new(bodies, body);
    json_array_append_new(content, no_attributes());
    json_array_append_new(content, caption_of(w, table));
    json_array_append_new(content, columns_of(table));
    json_array_append_new(content, part_of(has_grid ? rows_of(w, table, 0, heads) : json_array()));
    json_array_append_new(content, bodies);
    json_array_append_new(content, part_of(json_array()));
    return pandoc_node("Table", content);
}
