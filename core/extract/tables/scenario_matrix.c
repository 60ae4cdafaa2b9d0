/* Scenarios down, roles across: each cell is a responsibility. */
#include "core/extract/tables/tables.h"
#include "core/extract/walk/target.h"

static struct record *add_record(struct extraction *x, const struct cell *head, struct text words,
                                 struct span at)
{
    struct records *records = x->target.records;
    struct record *record = record_append(x->handbook, records, words, at);
    record_set_field(x->handbook, records, record, FIELD_HANDBOOK_SCENARIOS_SCENARIO,
                     (struct value){cell_words(x, head), head->span});
    return record;
}

/* One row: a record a responsibility, or one without any where nobody carries something. */
static void fill_scenario(struct extraction *x, const struct table *table, size_t r)
{
    const struct cell *head = table_cell(table, r, 0);
    size_t given = 0;
    for (size_t c = 1; c < table->columns && head != NULL; c++) {
        const struct cell *cell = table_cell(table, r, c), *role = table_cell(table, 0, c);
        struct text words = words_beginning_in(x, cell, r, c);
        if (text_is_empty(words) || role == NULL)
            continue;
        note(x, USE_VALUE, words, cell->span);
        struct records *records = x->target.records;
        struct record *record = add_record(x, head, words, cell->span);
        record_set_field(x->handbook, records, record, FIELD_HANDBOOK_SCENARIOS_RESPONSIBILITY,
                         (struct value){words, cell->span});
        record_set_field(x->handbook, records, record, FIELD_HANDBOOK_SCENARIOS_ROLE,
                         (struct value){cell_words(x, role), role->span});
        given++;
    }
    if (given == 0 && head != NULL && !text_is_empty(cell_words(x, head)))
        add_record(x, head, TEXT(""), head->span);
}

bool fill_matrix(struct extraction *x, struct block *block)
{
    struct table *table = block->table;
    enum element element = ELEMENT_HANDBOOK_SCENARIOS;
    struct columns columns;
    if (x->role != NULL || table->grid == NULL || table->rows < 2 || table->columns < 2 ||
        x->target.kind != TARGET_ELEMENT || x->target.records->element != element)
        return false;
    columns_of_row(x, table, 0, 0, table->columns, element, &columns);
    if (columns.fields[0] != FIELD_HANDBOOK_SCENARIOS_SCENARIO || columns.known > 1)
        return false;
    note_heads(x, table, 0, 0, table->columns, &columns);
    for (size_t r = 1; r < table->rows; r++) {
        const struct cell *head = table_cell(table, r, 0);
        note(x, USE_LABEL, cell_words(x, head), head == NULL ? block->span : head->span);
        fill_scenario(x, table, r);
    }
    return true;
}
