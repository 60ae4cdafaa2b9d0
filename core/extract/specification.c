/* Person specifications: kinds of conditions down, essential and desirable across. */
#include "core/extract/extraction.h"

/* A table, or the rows of a form from the one with the heads on. */
struct specification {
    const struct table *table;
    size_t head; /* the row of the heads */
};

/* How much the conditions of a column count, by its head; empty: it holds something else. */
static struct text need_of(struct extraction *x, const struct specification *of, size_t column)
{
    const struct cell *head = table_cell(of->table, of->head, column);
    if (head == NULL || head->row != of->head || head->column != column)
        return TEXT("");
    struct text words = cell_words(x, head);
    if (words.size > LABEL_BYTES)
        return TEXT("");
    return vocabulary_code(x->vocabulary, x->scratch, FIELD_APPOINTMENT_NEED, words);
}

static size_t count_needs(struct extraction *x, const struct specification *of)
{
    size_t needs = 0;
    for (size_t c = 1; c < of->table->columns; c++)
        needs += !text_is_empty(need_of(x, of, c));
    return needs;
}

static bool is_specification(struct extraction *x, const struct specification *of)
{
    if (of->table->grid == NULL || of->table->rows < 2 || of->table->columns < 2)
        return false;
    size_t needs = count_needs(x, of);
    bool is_asked =
        x->target.kind == TARGET_ELEMENT && x->target.records->element == ELEMENT_APPOINTMENT;
    return text_is_empty(need_of(x, of, 0)) && (needs > 1 || (needs == 1 && is_asked));
}

/* The conditions of one cell, each with the kind and the need that its row and column say. */
static void fill_conditions(struct extraction *x, const struct cell *cell, struct text kind,
                            struct text need)
{
    struct records *records = x->target.records;
    size_t from = records->count;
    x->target.part = (struct value){0};
    x->target.clue = CLUE_COLUMN;
    fill_blocks(x, cell->blocks);
    for (size_t i = from; i < records->count; i++) {
        struct record *record = &records->rows[i];
        record_set_field(x->handbook, records, record, FIELD_APPOINTMENT_NEED,
                         (struct value){need, cell->span});
        if (!text_is_empty(kind))
            record_set_field(x->handbook, records, record, FIELD_APPOINTMENT_KIND,
                             (struct value){kind, cell->span});
    }
}

/* What a column without a need says of the row: how the condition is shown, most often. */
static void fill_remark(struct extraction *x, const struct specification *of,
                        const struct cell *cell, size_t from)
{
    struct records *records = x->target.records;
    struct text words = cell_words(x, cell);
    enum field field =
        vocabulary_field(x->vocabulary, x->scratch, ELEMENT_APPOINTMENT,
                         cell_words(x, table_cell(of->table, of->head, cell->column)));
    x->clue = CLUE_COLUMN;
    if (field == FIELD_NONE || records->count == from) {
        fill_blocks(x, cell->blocks);
        return;
    }
    note_field(x, USE_VALUE, ELEMENT_APPOINTMENT, field, words, cell->span);
    for (size_t i = from; i < records->count; i++)
        record_set_field(x->handbook, records, &records->rows[i], field,
                         (struct value){words, cell->span});
}

/* A row of one cell over the table: the kind of the conditions below. */
static bool is_group(struct extraction *x, const struct table *table, size_t row)
{
    const struct cell *first = table_cell(table, row, 0);
    for (size_t c = 1; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, row, c);
        if (cell != first && !text_is_empty(cell_words(x, cell)))
            return false;
    }
    return first != NULL && first->row == row && !text_is_empty(cell_words(x, first));
}

/* "Recognised qualification |   | x": the condition itself, and a mark under how much it counts. */
static bool fill_ticked_row(struct extraction *x, const struct specification *of, size_t row,
                            struct text kind)
{
    const struct table *table = of->table;
    const struct cell *first = table_cell(table, row, 0), *ticked = NULL;
    for (size_t c = 1; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, row, c);
        if (cell == NULL || cell->row != row || cell->column != c ||
            text_is_empty(need_of(x, of, c)) || text_is_empty(cell_words(x, cell)))
            continue;
        if (!is_tick(cell_words(x, cell)))
            return false;
        ticked = ticked == NULL ? cell : ticked;
    }
    if (ticked == NULL || first == NULL || first->row != row)
        return false;
    size_t from = x->target.records->count;
    fill_conditions(x, first, kind, need_of(x, of, ticked->column));
    note_skipped(x, CLUE_BOX_TICKED, cell_words(x, ticked), ticked->span);
    for (size_t c = 1; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, row, c);
        if (cell != NULL && cell->row == row && cell->column == c &&
            text_is_empty(need_of(x, of, c)) && !text_is_empty(cell_words(x, cell)))
            fill_remark(x, of, cell, from);
    }
    return true;
}

static void fill_row(struct extraction *x, const struct specification *of, size_t row,
                     struct text *group)
{
    const struct table *table = of->table;
    const struct cell *first = table_cell(table, row, 0);
    struct text kind = cell_words(x, first);
    if (is_group(x, table, row)) {
        *group = kind;
        x->clue = CLUE_BAR;
        note(x, USE_LABEL, kind, first->span);
        return;
    }
    if (fill_ticked_row(x, of, row, *group))
        return;
    size_t from = x->target.records->count;
    if (first != NULL && first->row == row) {
        x->clue = CLUE_COLUMN;
        note(x, USE_LABEL, kind, first->span);
    }
    for (int remarks = 0; remarks < 2; remarks++)
        for (size_t c = 1; c < table->columns; c++) {
            const struct cell *cell = table_cell(table, row, c);
            if (cell == NULL || cell == first || cell->row != row || cell->column != c ||
                text_is_empty(cell_words(x, cell)))
                continue;
            struct text need = need_of(x, of, c);
            if (!text_is_empty(need) && !remarks)
                fill_conditions(x, cell, kind, need);
            else if (text_is_empty(need) && remarks)
                fill_remark(x, of, cell, from);
        }
}

/* The heads, and the rows below them as far as end. */
static void fill_rows(struct extraction *x, const struct specification *of, size_t end)
{
    bool is_open =
        x->target.kind == TARGET_ELEMENT && x->target.records->element == ELEMENT_APPOINTMENT;
    struct text group = TEXT("");
    x->clue = CLUE_COLUMN;
    if (!is_open)
        open_element(x, label_of(ELEMENT_APPOINTMENT), TEXT(""), LEVEL_LINE,
                     table_cell(of->table, of->head, 0)->span);
    for (size_t c = 0; c < of->table->columns; c++) {
        const struct cell *head = table_cell(of->table, of->head, c);
        if (head != NULL && head->column == c)
            note(x, USE_LABEL, cell_words(x, head), head->span);
    }
    for (size_t r = of->head + 1; r < end; r++)
        fill_row(x, of, r, &group);
}

bool fill_specification(struct extraction *x, struct block *block)
{
    struct specification of = {.table = block->table};
    if (x->role == NULL || !is_specification(x, &of))
        return false;
    fill_rows(x, &of, of.table->rows);
    return true;
}

/* Where the rows of conditions end: at the first with a label of another kind. */
static size_t find_end(struct extraction *x, const struct table *table, size_t head)
{
    size_t r = head + 1;
    for (; r < table->rows; r++) {
        const struct cell *first = table_cell(table, r, 0);
        struct label label = label_find(x, cell_words(x, first));
        bool is_kind = label.kind == LABEL_UNKNOWN ||
                       (label.kind == LABEL_ELEMENT && label.element == ELEMENT_APPOINTMENT);
        if (!is_kind || (first != NULL && first->column_span == table->columns))
            break;
    }
    return r;
}

size_t fill_specification_rows(struct extraction *x, const struct table *table, size_t head)
{
    struct specification of = {.table = table, .head = head};
    if (x->role == NULL || table->columns < 3 || count_needs(x, &of) < 2)
        return head;
    size_t end = find_end(x, table, head);
    if (end == head + 1)
        return head;
    close_target(x);
    fill_rows(x, &of, end);
    close_target(x);
    return end - 1;
}
