/* Tables of records: each row under the heads is one. */
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/extract/tables.h"

#define HEADED_ROWS 3    /* heads and two rows at least: one row below is a form's values */
#define HEADED_COLUMNS 3 /* heads of fields side by side are no labels of a form */

/* ---- one row ---- */

void append_headed(struct text_buffer *out, struct text head, struct text words)
{
    if (out->size > 0)
        buffer_append_byte(out, '\n');
    if (!text_is_empty(head)) {
        buffer_append(out, head);
        buffer_append_string(out, colon_after(head));
    }
    buffer_append(out, words);
}

/* The cells of a row under heads: what has a field goes there, the rest stays in the text. */
struct row_reading {
    struct value fields[FIELD_COUNT];
    const struct cell *tasks; /* of the duty in the main field: 主要職責 | 工作任務; NULL: none */
    struct text_buffer rest;
    struct text label;
    struct span at;
    bool any;
};

/* With a head the vocabulary does not know, beside others that it does. */
static bool is_unknown_column(const struct columns *columns, size_t column)
{
    return columns->fields[column] == FIELD_NONE && columns->others[column].kind != LABEL_ELEMENT &&
           column != columns->label_column && !text_is_empty(columns->heads[column]);
}

/* A list in the cell, and where the rows go is open, so that it can be read as items. */
static bool holds_tasks(struct extraction *x, const struct cell *cell,
                        const struct columns *columns)
{
    bool is_open = x->role != NULL && x->target.kind == TARGET_ELEMENT &&
                   x->target.records == &x->role->values[columns->element];
    return is_open && text_find(cell_words(x, cell), TEXT("\n"), 0) != TEXT_NOT_FOUND;
}

static void read_cell(struct extraction *x, const struct cell *cell, size_t column,
                      const struct columns *columns, struct row_reading *row)
{
    struct text words = cell_words(x, cell);
    enum field field = columns->fields[column];
    if (text_is_empty(words))
        return;
    bool is_kept = x->role != NULL && is_unknown_column(columns, column);
    if (field == FIELD_DUTIES_DUTY && !text_is_empty(row->fields[field].text) &&
        row->tasks == NULL && holds_tasks(x, cell, columns)) {
        row->tasks = cell;
        return;
    }
    if (columns->others[column].kind != LABEL_ELEMENT)
        note_field(x, is_kept ? USE_OTHER : USE_VALUE, is_kept ? ELEMENT_COUNT : columns->element,
                   field, words, cell->span);
    if (column == columns->label_column) {
        row->label = words;
        return;
    }
    if (!row->any)
        row->at = cell->span;
    row->any = true;
    if (columns->others[column].kind == LABEL_ELEMENT || is_kept)
        return; /* it goes there once the row is read */
    if (field != FIELD_NONE && text_is_empty(row->fields[field].text))
        row->fields[field] = (struct value){words, cell->span};
    else
        append_headed(&row->rest, columns->heads[column], words);
}

/* 職能內涵（知識）: the kind of condition that a head names behind its label; empty: none. */
static struct text kind_in_remark(struct extraction *x, struct text head)
{
    struct text remark = label_remark(head);
    struct text code = vocabulary_code(x->vocabulary, x->scratch, FIELD_APPOINTMENT_KIND, remark);
    return text_is_empty(code) ? TEXT("") : remark;
}

/* The cells of a row that belong to other elements; standards know the duty they assess. */
static void fill_others(struct extraction *x, const struct table *table, size_t row, size_t from,
                        size_t to, const struct columns *columns, struct value duty)
{
    struct target kept = x->target;
    for (size_t c = from; c < to; c++) {
        const struct cell *cell = table_cell(table, row, c);
        struct label label = columns->others[c];
        if (label.kind != LABEL_ELEMENT || !cell_begins_in(cell, row, c) ||
            text_is_empty(cell_words(x, cell)))
            continue;
        struct records *records = &x->role->values[label.element];
        size_t first = records->count;
        open_element(x, label, TEXT(""), LEVEL_LINE, cell->span); /* its head was said */
        x->target.part = (struct value){kind_in_remark(x, columns->heads[c]), cell->span};
        x->target.repeats = false;
        fill_blocks(x, cell->blocks);
        for (size_t i = first; label.element == ELEMENT_STANDARDS && i < records->count; i++)
            record_set_field(x->handbook, records, &records->rows[i], FIELD_STANDARDS_DUTY, duty);
    }
    x->target = kept;
}

/* The section of the role that holds a column the vocabulary does not know. */
static struct section_text *section_of_column(struct extraction *x, struct text head,
                                              struct span at)
{
    for (struct section_text *s = x->role->other; s != NULL; s = s->next)
        if (text_equal(s->heading, head))
            return s;
    return other_append(x->handbook, x->role, head, at);
}

/* "協作部門: 接待來訪客戶：各業務部門": what stands in unknown columns, by row. */
static void keep_unknown(struct extraction *x, const struct table *table, size_t row, size_t from,
                         size_t to, const struct columns *columns, struct text item)
{
    for (size_t c = from; c < to; c++) {
        const struct cell *cell = table_cell(table, row, c);
        struct text words = cell_begins_in(cell, row, c) ? cell_words(x, cell) : TEXT("");
        if (!is_unknown_column(columns, c) || text_is_empty(words))
            continue;
        struct section_text *section = section_of_column(x, columns->heads[c], cell->span);
        struct text_buffer line = text_buffer_new(x->arena);
        append_headed(&line, item, words);
        append_line(x, &section->text, buffer_text(&line));
    }
}

/* A duty and, behind it, its tasks: each is a record, as items and the items below them are. */
static size_t fill_tasks(struct extraction *x, struct records *records,
                         const struct row_reading *reading)
{
    struct value duty = reading->fields[FIELD_DUTIES_DUTY];
    size_t from = records->count + 1;
    record_append(x->handbook, records, duty.text, duty.at)->label = reading->label;
    fill_blocks(x, reading->tasks->blocks);
    for (size_t i = from; i < records->count; i++) {
        records->rows[i].depth++;
        for (enum field f = FIELD_DUTIES_DUTY + 1;
             f < FIELD_DUTIES_DUTY + element_field_count(ELEMENT_DUTIES); f++)
            if (!text_is_empty(reading->fields[f].text))
                record_set_field(x->handbook, records, &records->rows[i], f, reading->fields[f]);
    }
    return from;
}

/* A record with a number and no words is a row left empty in a form. */
bool record_of_row(struct extraction *x, struct records *records, const struct table *table,
                   size_t row, size_t from, size_t to, const struct columns *columns)
{
    struct row_reading *reading = arena_new(x->scratch, struct row_reading);
    x->clue = CLUE_COLUMN;
    reading->rest = text_buffer_new(x->arena);
    for (size_t c = from; c < to; c++) {
        const struct cell *cell = table_cell(table, row, c);
        bool is_head = cell != NULL && cell->row < columns->rows; /* merged down over the row */
        bool is_kept_above = cell != NULL && cell->row != row && is_unknown_column(columns, c);
        if (cell != NULL && !is_head && !is_kept_above && (cell->column == c || c == from))
            read_cell(x, cell, c, columns, reading);
    }
    if (!reading->any && text_is_empty(reading->label))
        return false;
    enum field main = element_first_field(records->element);
    enum field end = main + (enum field)element_field_count(records->element);
    struct value *fields = reading->fields;
    if (reading->tasks != NULL) {
        size_t first = fill_tasks(x, records, reading);
        struct text task = first < records->count ? records->rows[first].text : TEXT("");
        keep_unknown(x, table, row, from, to, columns, task);
        fill_others(x, table, row, from, to, columns, (struct value){task, reading->at});
        return true;
    }
    struct text_buffer text = text_buffer_new(x->arena);
    for (enum field f = main; f < end; f++)
        if (!text_is_empty(fields[f].text) && text.size == 0)
            buffer_append(&text, fields[f].text);
    if (reading->rest.size > 0)
        append_headed(&text, TEXT(""), buffer_text(&reading->rest));
    struct span at = reading->any ? reading->at : table_cell(table, row, from)->span;
    struct record *record = record_append(x->handbook, records, buffer_text(&text), at);
    record->label = reading->label;
    for (enum field f = main; f < end; f++)
        if (!text_is_empty(fields[f].text))
            record_set_field(x->handbook, records, record, f, fields[f]);
    if (x->role != NULL) {
        keep_unknown(x, table, row, from, to, columns, record->text);
        fill_others(x, table, row, from, to, columns, (struct value){record->text, at});
    }
    return true;
}

/* ---- a table ---- */

static void set_group(struct extraction *x, struct records *records, size_t from)
{
    enum field field = records->element == ELEMENT_HANDBOOK_BASELINE ? FIELD_HANDBOOK_BASELINE_GROUP
                       : records->element == ELEMENT_HANDBOOK_PROCESSES
                           ? FIELD_HANDBOOK_PROCESSES_PROCESS
                           : FIELD_NONE;
    if (field == FIELD_NONE || text_is_empty(x->target.group))
        return;
    for (size_t i = from; i < records->count; i++) {
        struct record *record = &records->rows[i];
        if (text_is_empty(record_field(records, record, field).text))
            record_set_field(x->handbook, records, record, field,
                             (struct value){x->target.group, record->at});
    }
}

/* A bold cell, and nothing beside it, over conditions: their kind. */
static bool is_group_row(struct extraction *x, const struct records *records,
                         const struct table *table, size_t row, struct value *group)
{
    const struct cell *first = table_cell(table, row, 0);
    if (records->element != ELEMENT_APPOINTMENT || first == NULL || first->row != row ||
        first->blocks == NULL)
        return false;
    if (!block_is_strong(first->blocks) && first->column_span < table->columns)
        return false;
    for (size_t c = 1; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, row, c);
        if (cell != first && !text_is_empty(cell_words(x, cell)))
            return false;
    }
    *group = (struct value){cell_words(x, first), first->span};
    note(x, USE_LABEL, group->text, first->span);
    return !text_is_empty(group->text);
}

static void fill_rows(struct extraction *x, struct records *records, const struct table *table,
                      const struct columns *columns)
{
    size_t from = records->count;
    note_heads(x, table, 0, 0, table->columns, columns);
    struct value group = {0};
    for (size_t r = 1; r < table->rows; r++) {
        if (is_group_row(x, records, table, r, &group))
            continue;
        size_t first = records->count;
        record_of_row(x, records, table, r, 0, table->columns, columns);
        for (size_t i = first; i < records->count && !text_is_empty(group.text); i++)
            if (text_is_empty(
                    record_field(records, &records->rows[i], FIELD_APPOINTMENT_KIND).text))
                record_set_field(x->handbook, records, &records->rows[i], FIELD_APPOINTMENT_KIND,
                                 group);
    }
    set_group(x, records, from);
    if (records->count > 0)
        records->state = STATE_FILLED;
    if (x->role != NULL)
        x->role_is_fresh = false;
}

/* The element whose fields the first row names, all of them; ELEMENT_COUNT: none. */
static enum element element_of_heads(struct extraction *x, const struct table *table)
{
    enum element best = ELEMENT_COUNT;
    size_t most = 1;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        struct columns columns;
        if (element_field_count((enum element)e) > 0 &&
            columns_of_row(x, table, 0, 0, table->columns, (enum element)e, &columns) &&
            columns.known > most) {
            most = columns.known;
            best = (enum element)e;
        }
    }
    return best;
}

/* A label in front of each row, of different elements: rows of a form, and no heads. */
static bool is_form_of_rows(struct extraction *x, const struct table *table)
{
    enum element first = ELEMENT_COUNT;
    bool differ = false;
    for (size_t r = 0; r < table->rows; r++) {
        struct label label = label_find(x, cell_words(x, table_cell(table, r, 0)));
        if (label.kind != LABEL_ELEMENT || label.is_part)
            return false;
        differ |= r > 0 && label.element != first;
        first = r == 0 ? label.element : first;
    }
    return differ;
}

bool fill_records_of_target(struct extraction *x, struct block *block)
{
    const struct table *table = block->table;
    struct columns columns;
    if (table->grid != NULL && x->target.kind == TARGET_ELEMENT && fill_sides(x, table))
        return true;
    if (table->grid != NULL && x->target.kind == TARGET_ELEMENT && x->role != NULL &&
        element_row(x->target.records->element)->kind >= KIND_LIST && is_of_marks(x, table)) {
        fill_marks(x, table);
        return true;
    }
    if (table->grid == NULL || table->rows == 0 || x->target.kind != TARGET_ELEMENT ||
        element_field_count(x->target.records->element) == 0 || is_form_of_rows(x, table) ||
        !columns_of_row(x, table, 0, 0, table->columns, x->target.records->element, &columns))
        return false;
    fill_rows(x, x->target.records, table, &columns);
    return true;
}

bool fill_headed_table(struct extraction *x, struct block *block)
{
    struct table *table = block->table;
    struct columns columns;
    if (table->grid == NULL || table->rows < HEADED_ROWS || x->role == NULL)
        return false;
    enum element element = element_of_heads(x, table);
    if (element == ELEMENT_COUNT ||
        !columns_of_row(x, table, 0, 0, table->columns, element, &columns) ||
        columns.known < HEADED_COLUMNS || columns.known < columns.count)
        return false;
    open_element(x, label_of(element), TEXT(""), LEVEL_LINE, block->span);
    fill_rows(x, x->target.records, table, &columns);
    close_target(x);
    return true;
}

bool fill_record_table(struct extraction *x, struct block *block)
{
    struct table *table = block->table;
    struct columns columns;
    if (table->grid == NULL || table->rows == 0)
        return false;
    if (fill_records_of_target(x, block))
        return true;
    bool has_target = x->target.kind == TARGET_ELEMENT;
    enum element element = x->role == NULL ? ELEMENT_COUNT : element_of_heads(x, table);
    if (element != ELEMENT_COUNT &&
        columns_of_row(x, table, 0, 0, table->columns, element, &columns) &&
        columns.known == columns.count) {
        struct label label = label_of(element);
        open_element(x, label, TEXT(""), LEVEL_LINE, block->span);
        fill_rows(x, x->target.records, table, &columns);
        return true;
    }
    if (!has_target || element_row(x->target.records->element)->kind < KIND_LIST)
        return false;
    if (is_of_marks(x, table)) {
        fill_marks(x, table);
        return true;
    }
    fill_plain_rows(x, table);
    return true;
}
