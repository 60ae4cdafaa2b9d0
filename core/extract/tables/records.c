/* Tables of records: each row under the heads is one. */
#include "core/extract/tables/tables.h"
#include "core/extract/walk/target.h"

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

/* What a row of one cell says of those below it; FIELD_NONE: it is a record itself. */
static enum field field_of_groups(enum element element)
{
    return element == ELEMENT_APPOINTMENT ? FIELD_APPOINTMENT_KIND
           : element == ELEMENT_RELATIONS ? FIELD_RELATIONS_SIDE
                                          : FIELD_NONE;
}

/* A bold cell, and nothing beside it, over conditions or parties: their kind, or their side. */
static bool is_group_row(struct extraction *x, const struct records *records,
                         const struct table *table, size_t row, struct value *group)
{
    const struct cell *first = table_cell(table, row, 0);
    if (field_of_groups(records->element) == FIELD_NONE || first == NULL || first->row != row ||
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

/* 任職條件 | 持證 where 1, 2 and 3 stood: from there on the table is a form. */
static size_t end_of_numbered(struct extraction *x, const struct table *table,
                              const struct columns *columns)
{
    size_t r = columns->rows;
    for (; r < table->rows && x->role != NULL && columns->label_column == 0; r++) {
        struct text words = words_beginning_in(x, table_cell(table, r, 0), r, 0);
        struct text value = words_beginning_in(x, table_cell(table, r, 1), r, 1);
        struct label label = label_find(x, words);
        if (label.kind == LABEL_ELEMENT && !label.is_part && !label.needs_context &&
            label.element != columns->element && !text_is_empty(value))
            return r;
    }
    return table->rows;
}

static void fill_rows(struct extraction *x, struct records *records, const struct table *table,
                      const struct columns *columns)
{
    size_t from = records->count;
    note_heads(x, table, 0, 0, table->columns, columns);
    struct value group = {0};
    enum field grouped = field_of_groups(records->element);
    size_t end = end_of_numbered(x, table, columns);
    for (size_t r = columns->rows; r < end; r++) {
        if (is_group_row(x, records, table, r, &group))
            continue;
        size_t first = records->count;
        record_of_row(x, records, table, r, 0, table->columns, columns);
        for (size_t i = first; i < records->count && !text_is_empty(group.text); i++)
            if (text_is_empty(record_field(records, &records->rows[i], grouped).text))
                record_set_field(x->handbook, records, &records->rows[i], grouped, group);
    }
    set_group(x, records, from);
    if (records->count > 0)
        records->state = STATE_FILLED;
    if (x->role != NULL)
        x->role_is_fresh = false;
    if (end < table->rows) {
        close_target(x);
        fill_form_rows(x, table, end, table->rows);
    }
}

/* The element whose fields the first row names, all of them; ELEMENT_COUNT: none. */
static enum element element_of_heads(struct extraction *x, const struct table *table)
{
    enum element best = ELEMENT_COUNT;
    struct columns most = {0};
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        struct columns columns;
        if (element_field_count((enum element)e) > 0 &&
            columns_of_row(x, table, 0, 0, table->columns, (enum element)e, &columns) &&
            columns.known > 1 && columns_know_more(&columns, &most)) {
            most = columns;
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

/*
 * KPI | Target | Weight behind the last item of the duties: heads that name more fields of another
 * element, several or all of them, and none of them the section that is open.
 */
static bool are_heads_of_another(struct extraction *x, const struct table *table,
                                 const struct columns *open)
{
    struct area area = {table, table->rows, 0, table->columns};
    struct columns other;
    enum element element = records_below(x, &area, 0, &other);
    if (element == ELEMENT_COUNT || element == open->element)
        return false;
    size_t own = own_columns(&other);
    bool has_main = main_column(open) != SIZE_MAX;
    if (has_main && (open->element != ELEMENT_GOALS || own < other.count))
        return false; /* result area | activities | measures, below goals, are of duties */
    return own > own_columns(open) && (own >= MANY_FIELDS || own == other.count);
}

/* "Benefit" over the first column, below "Benefits": a head, and no label in front of each row. */
static bool says_section_again(struct extraction *x, const struct table *table)
{
    struct label label = label_find(x, cell_words(x, table_cell(table, 0, 0)));
    for (size_t r = 1; r < table->rows; r++)
        if (label_find(x, cell_words(x, table_cell(table, r, 0))).kind == LABEL_ELEMENT)
            return false;
    return label.kind == LABEL_ELEMENT && label.element == x->target.records->element;
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
    if (table->grid != NULL && x->target.kind == TARGET_ELEMENT && x->role != NULL &&
        has_head_of_section(x, table)) {
        fill_plain_rows(x, table);
        return true;
    }
    if (table->grid != NULL && x->role != NULL && are_heads_of_section(x, table) &&
        (says_section_again(x, table) || element_of_heads(x, table) != ELEMENT_COUNT)) {
        fill_detail_rows(x, table);
        return true;
    }
    if (table->grid == NULL || table->rows == 0 || x->target.kind != TARGET_ELEMENT ||
        element_field_count(x->target.records->element) == 0 || is_form_of_rows(x, table) ||
        !columns_of_row(x, table, 0, 0, table->columns, x->target.records->element, &columns))
        return false;
    if (x->role != NULL && are_heads_of_another(x, table, &columns))
        return fill_headed_table(x, block);
    fill_rows(x, x->target.records, table, &columns);
    return true;
}

/*
 * KPI | Target: a label of the element over what its records are, first, and fields of theirs in all
 * other columns. No form has such labels above its values.
 */
static enum element element_of_all_heads(struct extraction *x, const struct table *table,
                                         struct columns *columns)
{
    struct label label = label_find(x, cell_words(x, table_cell(table, 0, 0)));
    if (table->rows < 2 || label.kind != LABEL_ELEMENT || label.is_part ||
        element_row(label.element)->kind != KIND_RECORDS || is_form_of_rows(x, table) ||
        !columns_of_row(x, table, 0, 0, table->columns, label.element, columns) ||
        columns->known < columns->count || columns->known < 2 || main_column(columns) != 0)
        return ELEMENT_COUNT;
    return label.element;
}

bool fill_headed_table(struct extraction *x, struct block *block)
{
    struct table *table = block->table;
    struct columns columns;
    if (table->grid == NULL || x->role == NULL)
        return false;
    struct area area = {table, table->rows, 0, table->columns};
    enum element element = records_below(x, &area, 0, &columns);
    if (element != ELEMENT_COUNT && records_end(x, &area, 0) < table->rows)
        return false;
    if (element == ELEMENT_COUNT)
        element = element_of_all_heads(x, table, &columns);
    if (element == ELEMENT_COUNT)
        return false;
    open_element(x, label_of(element), TEXT(""), LEVEL_LINE, block->span);
    fill_rows(x, x->target.records, table, &columns);
    close_target(x);
    return true;
}

bool fill_record_table(struct extraction *x, struct block *block)
{
    struct table *table = block->table;
    if (table->grid == NULL || table->rows == 0)
        return false;
    if (fill_records_of_target(x, block))
        return true;
    if (x->target.kind != TARGET_ELEMENT ||
        element_row(x->target.records->element)->kind < KIND_LIST)
        return false;
    fill_plain_rows(x, table);
    return true;
}
