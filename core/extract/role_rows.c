/* Tables with one role a row, and lists of people, which look like them. */
#include "core/extract/tables.h"

#define PEOPLE_ROWS_MIN 2
#define ROLE_ROWS_MIN 2 /* one row of values below heads is a form */

/* Tables of people name roles too: 姓名 | 職務 | 電話. */
bool is_person_head(struct extraction *x, struct text head)
{
    static const char *const names[] = {"姓名",     "人员",     "名字",     "name", "member",
                                        "员工姓名", "成员名称", "成员姓名", "成员", "电话"};
    struct text folded = label_folded(x, head);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_is(folded, names[i]))
            return true;
    return false;
}

static size_t count_labels(struct extraction *x, const struct table *table, size_t row,
                           size_t *title, bool *has_people)
{
    size_t labels = 0;
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *cell = head_cell(table, row, c);
        if (cell == NULL)
            continue;
        struct text words = cell_words(x, cell);
        struct label label = label_find(x, words);
        if (label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE && *title == SIZE_MAX)
            *title = c;
        labels += label.kind == LABEL_ELEMENT;
        *has_people |= is_person_head(x, words);
    }
    return labels;
}

bool is_people_list(struct extraction *x, const struct table *table)
{
    bool has_people = false;
    size_t heads = 0, title = SIZE_MAX;
    if (table->grid == NULL || table->rows < PEOPLE_ROWS_MIN + 1)
        return false;
    for (size_t c = 0; c < table->columns; c++)
        heads += cell_begins_in(table_cell(table, 0, c), 0, c) &&
                 !text_is_empty(cell_words(x, table_cell(table, 0, c)));
    count_labels(x, table, 0, &title, &has_people);
    if (!has_people || heads < 2)
        return false;
    for (size_t r = 1; r < table->rows; r++) {
        const struct cell *first = table_cell(table, r, 0);
        if (label_find(x, cell_words(x, first)).kind != LABEL_UNKNOWN)
            return false;
    }
    return true;
}

/* The row of the heads; below it the roles begin. */
static size_t head_row(struct extraction *x, const struct table *table)
{
    return lowest_heads(x, table, 0, 0, table->columns);
}

bool is_role_rows(struct extraction *x, const struct table *table, size_t *title)
{
    bool has_people = false, ignored = false;
    *title = SIZE_MAX;
    if (table->grid == NULL || table->rows < ROLE_ROWS_MIN + 1)
        return false;
    size_t head = head_row(x, table), labels = count_labels(x, table, head, title, &has_people);
    if (*title == SIZE_MAX && labels >= 2 && has_positions_first(x, table))
        *title = 0;
    if (labels < 2 || *title == SIZE_MAX || has_people)
        return false;
    for (size_t r = head + 1; r < table->rows; r++) {
        size_t none = SIZE_MAX;
        struct label name = label_find(x, cell_words(x, table_cell(table, r, *title)));
        if (name.kind == LABEL_ELEMENT || count_labels(x, table, r, &none, &ignored) > 1)
            return false; /* one label may be a value: "1.0 FTE" */
    }
    return true;
}

/* A value of one word that the row above gave, too: the department beside each duty. */
static bool says_again(struct extraction *x, struct label label, const struct cell *cell)
{
    if (label.kind != LABEL_ELEMENT || element_row(label.element)->kind >= KIND_LIST)
        return false;
    const struct records *records = &x->role->values[label.element];
    bool is_again = records->count > 0 && text_equal(records->rows[0].text, cell_words(x, cell));
    if (is_again)
        note_skipped(x, CLUE_REPEATED, cell_words(x, cell), cell->span);
    return is_again;
}

/* Another duty of the role above: its name is merged down, left out or said again. */
static bool is_same_role(struct extraction *x, const struct cell *name, size_t row)
{
    struct text words = cell_words(x, name);
    return x->role != NULL &&
           (text_is_empty(words) || name->row != row || text_equal(words, role_title(x->role)));
}

static void fill_role_row(struct extraction *x, const struct table *table, size_t head, size_t row,
                          size_t title)
{
    const struct cell *first = table_cell(table, row, title);
    struct text name = cell_words(x, first);
    bool goes_on = is_same_role(x, first, row);
    if (text_is_empty(name) && !goes_on)
        return;
    if (!goes_on)
        begin_role(x, name, LEVEL_PSEUDO, first->span);
    x->role_is_fresh = false;
    x->clue = CLUE_ROLE_ROW;
    if (first != NULL && first->row == row)
        note_field(x, USE_VALUE, ELEMENT_TITLE, FIELD_NONE, name, first->span);
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, row, c);
        bool is_above = goes_on && cell != NULL && cell->row != row; /* merged: the role has it */
        if (c == title || cell == NULL || cell->column != c || is_above)
            continue;
        struct text column = cell_words(x, table_cell(table, head, c));
        struct label label = label_find(x, column);
        if (label.kind == LABEL_UNKNOWN)
            label = label_guess_in_form(x, column);
        if (text_is_empty(cell_words(x, cell)))
            continue;
        if (is_number_head(x, column)) {
            note_skipped(x, CLUE_NUMBER_HEAD, cell_words(x, cell), cell->span);
            continue;
        }
        if (goes_on && says_again(x, label, cell))
            continue;
        if (label.kind == LABEL_ELEMENT)
            open_element(x, label, column, LEVEL_LINE, cell->span);
        else
            open_other(x, column, LEVEL_LINE, cell->span, !text_is_empty(column));
        x->target.repeats = false;
        fill_blocks(x, cell->blocks);
    }
}

bool fill_role_rows(struct extraction *x, struct block *block)
{
    size_t title;
    if (!is_role_rows(x, block->table, &title))
        return false;
    end_role(x);
    x->clue = CLUE_ROLE_ROW;
    size_t head = head_row(x, block->table);
    note_field(x, USE_LABEL, ELEMENT_TITLE, FIELD_NONE,
               cell_words(x, table_cell(block->table, head, title)), block->span);
    for (size_t c = 0; c < block->table->columns; c++) {
        const struct cell *cell = table_cell(block->table, head, c);
        if (cell_begins_in(cell, head, c) && is_number_head(x, cell_words(x, cell)))
            note_skipped(x, CLUE_NUMBER_HEAD, cell_words(x, cell), cell->span);
    }
    for (size_t r = head + 1; r < block->table->rows; r++)
        fill_role_row(x, block->table, head, r, title);
    end_role(x);
    return true;
}
