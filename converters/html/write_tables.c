/* Tables: heads with their scope, a caption for each, and no slot without a cell. */
#include "converters/html/writer.h"

/* How many slots of the grid the cell has, down its first column or along its first row. */
static uint32_t slots_down(const struct table *table, const struct cell *cell)
{
    uint32_t count = 1;
    while (table_cell(table, cell->row + count, cell->column) == cell)
        count++;
    return count;
}

static uint32_t slots_along(const struct table *table, const struct cell *cell)
{
    uint32_t count = 1;
    while (table_cell(table, cell->row, cell->column + count) == cell)
        count++;
    return count;
}

static const char *scope_of(const struct table *table, const struct cell *cell)
{
    if (cell->row < table->header_rows)
        return slots_along(table, cell) > 1 ? "colgroup" : "col";
    return slots_down(table, cell) > 1 ? "rowgroup" : "row";
}

static const char *align_class(enum alignment align)
{
    static const char *const classes[] = {
        [ALIGN_DEFAULT] = NULL, [ALIGN_LEFT] = "start",      [ALIGN_CENTRE] = "centre",
        [ALIGN_RIGHT] = "end",  [ALIGN_JUSTIFY] = "justify",
    };
    return classes[align];
}

/* One paragraph needs no element of its own in a cell. */
static const struct block *only_paragraph(const struct cell *cell)
{
    const struct block *block = cell->blocks;
    return block != NULL && block->next == NULL && block->kind == BLOCK_PARAGRAPH &&
                   block->label.size == 0 && block->anchor.size == 0
               ? block
               : NULL;
}

static void write_cell_class(struct html_writer *w, const struct table *table,
                             const struct cell *cell)
{
    const struct block *only = only_paragraph(cell);
    struct text_buffer class = text_buffer_new(w->arena);
    enum alignment align = cell->align != ALIGN_DEFAULT ? cell->align
                           : only != NULL               ? only->align
                                                        : ALIGN_DEFAULT;
    struct text style = only != NULL ? only->style : TEXT("");
    if (text_is_empty(style))
        style = !cell->is_header                 ? TEXT("table-cell")
                : cell->row < table->header_rows ? TEXT("table-head")
                                                 : TEXT("label");
    buffer_append_string(&class, html_class(w->arena, "s-", style));
    if (text_is(cell->style, "label") || text_is(cell->style, "head"))
        buffer_append_format(&class, " c-%.*s", TEXT_ARGS(cell->style));
    if (align_class(align) != NULL)
        buffer_append_format(&class, " %s", align_class(align));
    page_attribute(w->page, "class", buffer_string(&class));
}

static void write_cell(struct html_writer *w, const struct table *table, const struct cell *cell)
{
    const struct block *only = only_paragraph(cell);
    uint32_t down = slots_down(table, cell), along = slots_along(table, cell);
    page_begin(w->page, cell->is_header ? "th" : "td", NULL);
    if (cell->is_header)
        page_attribute(w->page, "scope", scope_of(table, cell));
    if (down > 1)
        page_attribute_count(w->page, "rowspan", down);
    if (along > 1)
        page_attribute_count(w->page, "colspan", along);
    write_cell_class(w, table, cell);
    if (only != NULL)
        html_runs(w, only->runs);
    else
        html_blocks(w, cell->blocks, NULL);
    page_end(w->page);
}

static void write_row(struct html_writer *w, const struct table *table, uint32_t row)
{
    page_raw(w->page, "\n");
    page_begin(w->page, "tr", NULL);
    for (uint32_t column = 0; column < table->columns; column++) {
        const struct cell *cell = table_cell(table, row, column);
        if (cell == NULL)
            page_element(w->page, "td", NULL, TEXT(""));
        else if (cell->row == row && cell->column == column)
            write_cell(w, table, cell);
    }
    page_end(w->page);
}

static void write_rows(struct html_writer *w, const struct table *table, const char *group,
                       uint32_t first, uint32_t end)
{
    if (first >= end)
        return;
    page_begin(w->page, group, NULL);
    for (uint32_t row = first; row < end; row++)
        write_row(w, table, row);
    page_end(w->page);
}

static void write_caption(struct html_writer *w, const struct table *table)
{
    if (table->caption == NULL && text_is_empty(w->heading))
        return;
    page_begin(w->page, "caption", table->caption == NULL ? NULL : "s-caption");
    if (table->caption != NULL)
        html_runs(w, table->caption);
    else
        page_element(w->page, "span", "away", w->heading);
    page_end(w->page);
}

void html_table(struct html_writer *w, const struct block *block)
{
    const struct table *table = block->table;
    if (table == NULL || table->cells == NULL)
        return;
    page_begin(w->page, "div", "scroll");
    page_attribute(w->page, "tabindex", "0");
    page_begin(w->page, "table",
               html_class(w->arena, "t-", stylesheet_table_style(w->sheet, block->style)->name));
    write_caption(w, table);
    if (table->grid == NULL) { /* past a limit: cells one below the other lose no word */
        page_begin(w->page, "tbody", NULL);
        for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
            page_begin(w->page, "tr", NULL);
            write_cell(w, table, cell);
            page_end(w->page);
        }
        page_end(w->page);
    } else {
        uint32_t heads = table->header_rows < table->rows ? table->header_rows : table->rows;
        write_rows(w, table, "thead", 0, heads);
        write_rows(w, table, "tbody", heads, table->rows);
    }
    page_end(w->page);
    page_end(w->page);
}
