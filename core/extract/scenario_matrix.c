/* Scenarios down, roles across: each cell is a responsibility. */
#include "core/extract/tables.h"

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
        for (size_t c = 1; c < table->columns; c++) {
            const struct cell *cell = table_cell(table, r, c), *role = table_cell(table, 0, c);
            struct text words = cell_begins_in(cell, r, c) ? cell_words(x, cell) : TEXT("");
            if (text_is_empty(words) || role == NULL || head == NULL)
                continue;
            note(x, USE_VALUE, words, cell->span);
            struct records *records = x->target.records;
            struct record *record = record_append(x->handbook, records, words, cell->span);
            record_set_field(x->handbook, records, record, FIELD_HANDBOOK_SCENARIOS_RESPONSIBILITY,
                             (struct value){words, cell->span});
            record_set_field(x->handbook, records, record, FIELD_HANDBOOK_SCENARIOS_SCENARIO,
                             (struct value){cell_words(x, head), head->span});
            record_set_field(x->handbook, records, record, FIELD_HANDBOOK_SCENARIOS_ROLE,
                             (struct value){cell_words(x, role), role->span});
        }
    }
    return true;
}
