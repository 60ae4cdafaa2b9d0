/* Tables: from rows of cells with spans and merges to a grid. */
#include "converters/docx/reader.h"
#include "converters/docx/values.h"

/* ---- tables ---- */

void table_begin(struct docx_reader *reader)
{
    paragraph_end_implied(reader);
    if (reader->paragraph != NULL)
        runs_flush(reader);
    if (reader->table != NULL && !reader->table->cell_is_open)
        cell_open(reader);
    reader->carried = NULL;
    struct table_state *table = arena_new(reader->scratch, struct table_state);
    table->outer = reader->table;
    table->place = reader->place;
    table->number = ++reader->table_count;
    table->style = reader->styles->table;
    table->cell_is_open = true; /* until a cell begins, blocks go where the table goes */
    table->span = span_of_source(reader->source);
    table->span.table = table->number;
    if (reader->fixed_span.source != NULL)
        table->span = reader->fixed_span;
    reader->table = table;
}

static void set_widths(struct docx_reader *reader, struct table_state *table)
{
    struct table *made = table->table;
    if (table->width_count == 0 || made->columns == 0)
        return;
    made->column_widths = arena_new_array(reader->arena, made->columns, uint32_t);
    for (size_t i = 0; i < made->columns && i < table->width_count; i++)
        made->column_widths[i] = table->widths[i];
}

void table_end(struct docx_reader *reader)
{
    struct table_state *table = reader->table;
    if (table == NULL)
        return;
    paragraph_end_implied(reader);
    if (table->table != NULL) {
        if (table_index_input(reader->document, table->table, table->span) != STATUS_OK)
            reader->status = STATUS_INPUT;
        set_widths(reader, table);
    }
    reader->place = table->place;
    reader->table = table->outer;
    reader->carried = NULL;
}

void table_property(struct docx_reader *reader, struct sax *sax, enum name name)
{
    struct table_state *table = reader->table;
    if (table == NULL)
        return;
    struct text value = sax_attribute(sax, NAME_W_VAL);
    if (name == NAME_W_TBL_STYLE) {
        const struct word_style *style = styles_find(reader->styles, STYLE_KIND_TABLE, value);
        table->style = style != NULL ? style : table->style;
    } else if (name == NAME_W_TBL_LOOK) {
        size_t last = value.size == 4 ? 2 : value.size; /* "04A0": bits 0x20 and 0x80 */
        char digit = last < value.size ? value.data[last] : '0';
        int bits = digit >= 'a' ? digit - 'a' + 10 : digit >= 'A' ? digit - 'A' + 10 : digit - '0';
        table->look_first_row = (bits & 2) || (sax_has_attribute(sax, NAME_W_FIRST_ROW) &&
                                               value_is_on(sax_attribute(sax, NAME_W_FIRST_ROW)));
        table->look_first_column =
            (bits & 8) || (sax_has_attribute(sax, NAME_W_FIRST_COLUMN) &&
                           value_is_on(sax_attribute(sax, NAME_W_FIRST_COLUMN)));
    } else if (name == NAME_W_GRID_COL && table->width_count < LIMIT_TABLE_COLUMNS) {
        int32_t width = value_length(sax_attribute(sax, NAME_W_W), 50);
        *arena_push(reader->scratch, table->widths, table->width_count, table->width_capacity) =
            width < 0 ? 0 : (uint32_t)width;
    }
}

/* ---- tracked changes of rows and cells: all that they hold was inserted or deleted ---- */

static void forget_changes(bool changes[CHANGE_COUNT])
{
    for (size_t i = 0; i < CHANGE_COUNT; i++)
        changes[i] = false;
}

static void take_change(struct docx_reader *reader, bool changes[CHANGE_COUNT], enum change change)
{
    if (changes[change])
        return;
    changes[change] = change != CHANGE_NONE;
    change_begin(reader, change); /* until end_changes */
}

static void end_changes(struct docx_reader *reader, const bool changes[CHANGE_COUNT])
{
    for (size_t i = 0; i < CHANGE_COUNT; i++)
        if (changes[i])
            change_end(reader, (enum change)i);
}

/* ---- rows ---- */

void row_begin(struct docx_reader *reader)
{
    struct table_state *table = reader->table;
    if (table == NULL)
        return;
    table->column = 0;
    table->before = NULL;
    table->row_controls = reader->control_count;
    table->row_is_header = false;
    forget_changes(table->row_changes);
}

void row_end(struct docx_reader *reader)
{
    struct table_state *table = reader->table;
    if (table == NULL)
        return;
    end_changes(reader, table->row_changes);
    if (table->row_changes[reader->left_out])
        return;
    if (!table->row_is_header)
        table->heads_ended = true;
    else if (!table->heads_ended && table->table != NULL)
        table->table->header_rows = table->row + 1;
    if (table->row < UINT32_MAX - 1)
        table->row++;
}

void row_property(struct docx_reader *reader, struct sax *sax, enum name name)
{
    struct table_state *table = reader->table;
    if (table == NULL)
        return;
    struct text value = sax_attribute(sax, NAME_W_VAL);
    if (name == NAME_W_GRID_BEFORE) {
        int32_t columns = value_number(value, 0);
        table->column = columns < 0                     ? 0
                        : columns > LIMIT_TABLE_COLUMNS ? LIMIT_TABLE_COLUMNS
                                                        : (uint32_t)columns;
    } else if (name == NAME_W_TBL_HEADER)
        table->row_is_header = value_is_on(value);
    else
        take_change(reader, table->row_changes, change_of(name));
}

/* ---- cells ---- */

void cell_begin(struct docx_reader *reader)
{
    struct table_state *table = reader->table;
    if (table == NULL)
        return;
    paragraph_end_implied(reader);
    table->span_columns = 1;
    table->vertical = table->horizontal = MERGE_NONE;
    table->is_diagonal = false;
    table->cell_is_open = false;
    forget_changes(table->cell_changes);
    reader->carried = NULL;
}

void cell_property(struct docx_reader *reader, struct sax *sax, enum name name)
{
    struct table_state *table = reader->table;
    if (table == NULL)
        return;
    struct text value = sax_attribute(sax, NAME_W_VAL);
    enum merge merge = text_is(value, "restart") ? MERGE_BEGIN : MERGE_ON;
    if (name == NAME_W_GRID_SPAN) {
        int32_t span = value_number(value, 1);
        table->span_columns = span < 1                     ? 1
                              : span > LIMIT_TABLE_COLUMNS ? LIMIT_TABLE_COLUMNS
                                                           : (uint32_t)span;
    } else if (name == NAME_W_V_MERGE)
        table->vertical = merge;
    else if (name == NAME_W_H_MERGE)
        table->horizontal = merge;
    else if (name == NAME_W_TL2BR || name == NAME_W_TR2BL)
        table->is_diagonal = !text_is(value, "nil") && !text_is(value, "none");
    else
        take_change(reader, table->cell_changes, change_of(name));
}

/* The cell above that this one goes on in; NULL: it stands for itself. */
static struct cell *merged_above(const struct table_state *table)
{
    if (table->vertical != MERGE_ON || table->column >= table->above_count)
        return NULL;
    struct cell *above = table->above[table->column];
    bool fits = above != NULL && above->column == table->column &&
                above->column_span == table->span_columns &&
                above->row + above->row_span == table->row;
    return fits ? above : NULL;
}

/* The columns the cell covers end with it; NULL: what stands above is out of reach. */
static void remember_above(struct docx_reader *reader, struct table_state *table, struct cell *cell)
{
    size_t end = table->column + table->span_columns;
    if (end > LIMIT_TABLE_COLUMNS)
        end = LIMIT_TABLE_COLUMNS;
    if (end > table->above_count) {
        size_t held = table->above_count * sizeof *table->above;
        table->above = arena_grow(reader->scratch, table->above, held, end * sizeof *table->above);
        table->above_count = end;
    }
    for (size_t i = table->column; i < end; i++)
        table->above[i] = i == table->column ? cell : NULL;
}

static struct cell *add_cell(struct docx_reader *reader, struct table_state *table)
{
    if (table->table == NULL) {
        table->block = story_append(reader, table->place, BLOCK_TABLE, table->span);
        table->table = table_new(reader->document, table->block);
    }
    struct cell *cell = cell_append(reader->document, table->table, table->span);
    cell->row = table->row;
    cell->column = table->column;
    cell->column_span = table->span_columns;
    cell->is_header = table->row_is_header && !table->heads_ended;
    cell->is_diagonal = table->is_diagonal;
    return cell;
}

static void find_format(struct table_state *table)
{
    table->format = table->style->run;
    if (table->look_first_row && table->row == 0)
        table->format = run_format_over(table->format, table->style->first_row);
    if (table->look_first_column && table->column == 0)
        table->format = run_format_over(table->format, table->style->first_column);
}

static bool is_cell_left_out(const struct docx_reader *reader)
{
    return reader->table->row_changes[reader->left_out] ||
           reader->table->cell_changes[reader->left_out];
}

void cell_open(struct docx_reader *reader)
{
    struct table_state *table = reader->table;
    if (table == NULL || table->cell_is_open)
        return;
    table->cell_is_open = true;
    if (reader->fixed_span.source == NULL) {
        table->span.row = table->row + 1;
        table->span.column = table->column + 1;
    }
    find_format(table);
    if (is_cell_left_out(reader)) { /* its words are said to be left out, the cell goes */
        reader->place.cell = arena_new(reader->scratch, struct cell);
        return;
    }
    struct cell *cell = merged_above(table);
    if (table->horizontal == MERGE_ON && table->before != NULL) {
        cell = table->before;
        if (cell->row == table->row)
            cell->column_span += table->span_columns;
        if (table->vertical == MERGE_BEGIN)
            table->vertical = MERGE_NONE;
    } else if (cell != NULL)
        cell->row_span++;
    else
        cell = add_cell(reader, table);
    if (cell != table->before)
        remember_above(reader, table, cell);
    table->before = cell;
    reader->place.cell = cell;
    cell_take_control(reader);
}

void cell_take_name(struct docx_reader *reader, struct text name, struct text title)
{
    struct table_state *table = reader->table;
    struct cell *cell = reader->place.cell;
    if (table == NULL || cell == NULL || cell == table->place.cell || cell->field != NULL ||
        text_is_empty(name))
        return;
    struct form_field *field = arena_new(reader->arena, struct form_field);
    *field = (struct form_field){.name = name, .title = title};
    cell->field = field;
}

void cell_take_control(struct docx_reader *reader)
{
    if (reader->table == NULL || reader->control_count <= reader->table->row_controls)
        return;
    const struct control *control = &reader->controls[reader->control_count - 1];
    cell_take_name(reader, control->name, control->title);
}

void cell_end(struct docx_reader *reader)
{
    struct table_state *table = reader->table;
    if (table == NULL)
        return;
    paragraph_end_implied(reader);
    cell_open(reader);
    end_changes(reader, table->cell_changes);
    if (table->column < LIMIT_TABLE_COLUMNS && !table->cell_changes[reader->left_out])
        table->column += table->span_columns;
    reader->place = table->place;
    reader->carried = NULL;
}
