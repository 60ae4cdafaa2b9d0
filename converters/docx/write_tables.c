/* Tables: the grid, its rows and cells. */
#include "converters/docx/writer.h"

#define CELL_MARGINS 170 /* twips left and right together, for what stands in a cell */
#define NARROWEST 200    /* twips of a column */

/* ---- widths ---- */

/* Of each column, in twips; together as wide as the place the table stands in. */
static uint32_t *find_widths(struct docx_writer *w, const struct table *table)
{
    uint32_t *widths = arena_new_array(w->arena, table->columns, uint32_t);
    uint64_t sum = 0, left = w->width;
    for (size_t c = 0; c < table->columns; c++)
        sum += table->column_widths == NULL ? 1 : table->column_widths[c];
    for (size_t c = 0; c < table->columns; c++) {
        uint64_t share = table->column_widths == NULL ? 1 : table->column_widths[c];
        uint64_t width = sum == 0 ? w->width / table->columns : share * w->width / sum;
        if (c + 1 == table->columns && left > width)
            width = left; /* what rounding left over */
        widths[c] = width < NARROWEST ? NARROWEST : (uint32_t)width;
        left = left > widths[c] ? left - widths[c] : 0;
    }
    return widths;
}

static uint32_t width_of(const uint32_t *widths, const struct table *table, size_t column,
                         size_t span)
{
    uint32_t width = 0;
    for (size_t c = column; c < column + span && c < table->columns; c++)
        width += widths[c];
    return width;
}

/* ---- properties ---- */

static void write_width(struct docx_writer *w, const char *name, uint32_t width)
{
    part_start(w->part, name);
    part_number(w->part, "w:w", width);
    part_attribute(w->part, "w:type", TEXT("dxa"));
    part_end(w->part);
}

static void write_look_flags(struct docx_writer *w)
{
    static const char *const flags[] = {"w:firstRow",   "w:lastRow", "w:firstColumn",
                                        "w:lastColumn", "w:noHBand", "w:noVBand"};
    part_start(w->part, "w:tblLook");
    part_attribute(w->part, "w:val", TEXT("0600"));
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        part_number(w->part, flags[i], i > 3);
    part_end(w->part);
}

/* In the order of CT_TblPr (ECMA-376 part 1, A.1). */
static void write_table_properties(struct docx_writer *w, const struct block *block,
                                   const uint32_t *widths)
{
    const struct table *table = block->table;
    bool is_form = text_is(block->style, "form");
    part_start(w->part, "w:tblPr");
    part_value(w->part, "w:tblStyle", w->look.ids[is_form ? WORD_FORM_TABLE : WORD_TABLE_GRID]);
    write_width(w, "w:tblW", width_of(widths, table, 0, table->columns));
    part_start(w->part, "w:tblLayout");
    part_attribute(w->part, "w:type", TEXT("fixed"));
    part_end(w->part);
    write_look_flags(w);
    part_end(w->part);
    part_start(w->part, "w:tblGrid");
    for (size_t c = 0; c < table->columns; c++) {
        part_start(w->part, "w:gridCol");
        part_number(w->part, "w:w", widths[c]);
        part_end(w->part);
    }
    part_end(w->part);
}

static void write_row_properties(struct docx_writer *w, const struct table *table, size_t row)
{
    bool has_heads = table->header_rows > 0;
    if (!has_heads)
        return;
    part_start(w->part, "w:trPr");
    part_empty(w->part, "w:cantSplit");
    if (row < table->header_rows)
        part_empty(w->part, "w:tblHeader");
    part_end(w->part);
}

static struct text fill_of(const struct docx_writer *w, const struct cell *cell)
{
    static const struct {
        const char *name;
        enum word_style_name style;
    } rows[] = {
        {"label", WORD_FORM_LABEL}, {"head", WORD_TABLE_HEAD}, {"section", WORD_FORM_SECTION}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (text_is(cell->style, rows[i].name))
            return w->look.fills[rows[i].style];
    return TEXT("");
}

/* In the order of CT_TcPr (ECMA-376 part 1, A.1). */
static void write_cell_properties(struct docx_writer *w, const struct cell *cell, uint32_t width,
                                  bool goes_on)
{
    struct xml_part *part = w->part;
    struct text fill = fill_of(w, cell);
    part_start(part, "w:tcPr");
    write_width(w, "w:tcW", width);
    if (cell->column_span > 1)
        part_value_number(part, "w:gridSpan", cell->column_span);
    if (goes_on)
        part_empty(part, "w:vMerge");
    else if (cell->row_span > 1)
        part_value(part, "w:vMerge", TEXT("restart"));
    if (!text_is_empty(fill)) {
        part_start(part, "w:shd");
        part_attribute(part, "w:val", TEXT("clear"));
        part_attribute(part, "w:color", TEXT("auto"));
        part_attribute(part, "w:fill", fill);
        part_end(part);
    }
    if (cell->is_header)
        part_value(part, "w:vAlign", TEXT("center"));
    part_end(part);
}

/* ---- cells and rows ---- */

/* Word wants a paragraph at the end of each cell. */
static bool ends_in_paragraph(const struct cell *cell)
{
    const struct block *last = cell->last_block;
    while (last != NULL && last->last_child != NULL)
        last = last->last_child;
    return last != NULL && last->kind != BLOCK_TABLE && last->kind != BLOCK_PAGE_BREAK &&
           last->kind != BLOCK_CONTENTS;
}

static void write_cell_content(struct docx_writer *w, const struct cell *cell, uint32_t width)
{
    uint32_t outside = w->width;
    const struct form_field *field_outside = w->field;
    bool begins_outside = w->field_begins;
    w->width = width > CELL_MARGINS ? width - CELL_MARGINS : width;
    w->field = cell->field;
    w->field_begins = true;
    w->cells++;
    write_blocks(w, cell->blocks);
    if (w->field != NULL && w->field_begins)
        write_empty_place(w);
    else if (!ends_in_paragraph(cell))
        write_empty_paragraph(w, cell->blocks == NULL ? WORD_TABLE_CELL : WORD_FORM_GAP);
    w->cells--;
    w->width = outside;
    w->field = field_outside;
    w->field_begins = begins_outside;
}

static void write_cell(struct docx_writer *w, const struct cell *cell, uint32_t width, bool goes_on)
{
    part_start(w->part, "w:tc");
    write_cell_properties(w, cell, width, goes_on);
    if (goes_on)
        write_empty_paragraph(w, WORD_TABLE_CELL);
    else
        write_cell_content(w, cell, width);
    part_end(w->part);
}

static void write_row(struct docx_writer *w, const struct table *table, size_t row,
                      const uint32_t *widths)
{
    part_start(w->part, "w:tr");
    write_row_properties(w, table, row);
    for (size_t c = 0, span; c < table->columns; c += span) {
        static const struct cell none = {.row_span = 1, .column_span = 1};
        const struct cell *cell = table_cell(table, row, c);
        span = cell == NULL ? 1 : cell->column + cell->column_span - c;
        uint32_t width = width_of(widths, table, c, span);
        write_cell(w, cell == NULL ? &none : cell, width, cell != NULL && cell->row != row);
    }
    part_end(w->part);
}

/* A table whose grid was too large: its words one below the other. */
static void write_cells_in_turn(struct docx_writer *w, const struct table *table)
{
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next)
        write_blocks(w, cell->blocks);
}

static void write_caption(struct docx_writer *w, const struct table *table)
{
    struct paragraph_look look = {.style = WORD_CAPTION, .keeps_next = true};
    if (table->caption == NULL)
        return;
    write_paragraph_begin(w, &look);
    write_runs(w, table->caption, TEXT(""));
    part_end(w->part);
}

void write_table(struct docx_writer *w, const struct block *block)
{
    const struct table *table = block->table;
    if (table->grid == NULL || table->rows == 0 || table->columns == 0) {
        write_cells_in_turn(w, table);
        return;
    }
    const uint32_t *widths = find_widths(w, table);
    write_caption(w, table);
    part_start(w->part, "w:tbl");
    write_table_properties(w, block, widths);
    for (size_t r = 0; r < table->rows; r++)
        write_row(w, table, r, widths);
    part_end(w->part);
    if (block->next != NULL && block->next->kind == BLOCK_TABLE &&
        block->next->table->caption == NULL)
        write_empty_paragraph(w, WORD_FORM_GAP); /* Word joins tables that nothing stands between */
}
