/*
 * The Word form: one table, labels left of or above their values, labels merged over many rows,
 * bars over the full width, sub-tables with heads.
 */
#include "core/extract/tables/form.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"
#include <string.h>

#define FORM_LABELS_MIN 2

/* ---- the order of what a row can be ---- */

/* (1) 登記訪客, two lines or a sentence, with nothing beside it: words below a bar, as Markdown has no wide cells. */
static bool are_words_of_bar(const struct form_row *row)
{
    const struct form_cell *first = &row->cells[row->first];
    bool is_long =
        !looks_like_heading(first->words) || list_label_of(first->words).kind != LIST_LABEL_NONE;
    return row->filled == 1 && row->first == 0 && is_long && !is_label(first) &&
           first->label.kind != LABEL_OTHER;
}

/* A bar that was not merged over its row: the rows below are its words, not labels. */
static bool is_lone_label(struct form *form, const struct form_row *row, size_t r)
{
    const struct form_cell *first = &row->cells[row->first];
    if (row->filled != 1 || first->label.kind != LABEL_ELEMENT || first->cell->row_span > 1 ||
        is_single_value(&first->label) || first->label.is_part)
        return false;
    for (r++; r < form->end_row; r++) {
        struct form_row below = form_read_row(form, r);
        if (below.filled == 0)
            continue;
        const struct form_cell *next = &below.cells[below.first];
        bool is_row_of_it = next->label.is_part && next->label.element == first->label.element;
        bool may_be_row = !is_label(next) && next->label.kind != LABEL_OTHER; /* 签字确认 | … */
        if (are_words_of_bar(&below))
            return true;
        return below.filled > 1 && (may_be_row || is_row_of_it);
    }
    return false;
}

/* Indicator | Target | Weight: two fields or more of the section's records, whose rows are below. */
static bool are_heads_of_fields(const struct form *form, enum element section, size_t r)
{
    struct columns columns;
    if (element_field_count(section) == 0 ||
        !columns_of_row(form->x, form->table, r, form->first_column, form->end_column, section,
                        &columns))
        return false;
    enum field first = FIELD_NONE;
    for (size_t c = 0; c < columns.count; c++) {
        if (first == FIELD_NONE)
            first = columns.fields[c];
        else if (columns.fields[c] != FIELD_NONE && columns.fields[c] != first)
            return true;
    }
    return false;
}

/* Internal | External below 工作關係: each is a part of it, though "External" alone is no label. */
static void label_sides(const struct form *form, struct form_row *row)
{
    struct extraction *x = form->x;
    struct label side = label_of(ELEMENT_RELATIONS);
    side.is_part = true;
    for (size_t i = 0; i < row->count; i++)
        if (text_is_empty(vocabulary_code(x->vocabulary, x->scratch, FIELD_RELATIONS_SIDE,
                                          row->cells[i].words)))
            return;
    for (size_t i = 0; row->count > 1 && i < row->count; i++)
        row->cells[i].label = side;
    row->labels = row->count > 1 ? row->count : row->labels;
}

/*
 * 學歷 | 經驗 | 技能 over their values, beside 任職資格. Among most of them, "Training" and
 * "Eligibility" are parts of it, too.
 */
static bool are_parts_above(const struct form *form, struct form_row *row,
                            const struct form_row *below, size_t r)
{
    enum element section = form_section_element(form);
    size_t parts = 0;
    if (section == ELEMENT_COUNT || form->has_columns)
        return false;
    if (section == ELEMENT_RELATIONS)
        label_sides(form, row);
    for (size_t i = 0; i < row->count; i++) {
        const struct label *label = &row->cells[i].label;
        if (is_label(&row->cells[i]) && label->element != section && !label->is_part)
            return false;
        parts += label->is_part && label->element == section;
    }
    if (parts == 0 || 2 * parts < row->labels || !form_stands_above(row, below) ||
        are_heads_of_fields(form, section, r))
        return false;
    for (size_t i = 0; i < row->count; i++)
        if (is_label(&row->cells[i]) && row->cells[i].label.element != section)
            row->cells[i].label = label_of(section);
    return true;
}

/* Conditions under how much they count; they leave the section when it is another's. */
static size_t fill_needs(struct form *form, size_t r)
{
    struct area area = {form->table, form->end_row, form->first_column, form->end_column};
    if (form_section_element(form) == ELEMENT_APPOINTMENT)
        form_resume_section(form);
    else
        close_target(form->x);
    size_t last = fill_specification_rows(form->x, &area, r);
    if (last > r && form->first_column == 0)
        form_leave_section(form);
    return last;
}

/* A label of a condition in the first column, and nothing beside it. */
static bool is_bare_label(const struct form *form, const struct form_row *row)
{
    const struct form_cell *first = &row->cells[row->first];
    bool is_label_column = form->label_columns != NULL && form->label_columns[first->cell->column];
    return row->filled == 1 && row->count > 1 && row->first == 0 &&
           first->end_column < form->end_column &&
           (first->label.kind == LABEL_OTHER || (first->label.is_part && is_label_column));
}

/*
 * 其他 | (nothing), behind 學歷 | 本科 beside 任職資格 or below it: left empty, unless its words are
 * below.
 */
static bool is_unanswered(struct form *form, const struct form_row *row, size_t r)
{
    bool is_inside = form->first_column > 0 || form->section_has_rows ||
                     (form->section_has_words && row->cells[row->first].label.kind == LABEL_OTHER);
    if (!is_inside || form->has_columns || r == form->first_row || !is_bare_label(form, row))
        return false;
    struct form_row below = r + 1 < form->end_row ? form_read_row(form, r + 1) : *row;
    if (form->first_column == 0 && below.filled > 0 && form_is_bar(form, &below))
        return is_label(&below.cells[below.first]);
    return below.filled == 0 || is_bare_label(form, &below) ||
           (below.filled > 1 && is_label(&below.cells[below.first]));
}

void form_fill_rows(struct form *form, unsigned depth)
{
    for (size_t r = form->first_row; r < form->end_row; r++) {
        struct form_row row = form_read_row(form, r);
        if (row.filled == 0 || (form->has_columns && r < form->columns.rows))
            continue; /* the lower of two rows of heads was read with the upper one */
        const struct form_cell *first = &row.cells[row.first];
        bool is_beside_group = row.count == 1 && first->cell->column > form->first_column;
        bool is_record =
            form->has_columns && (is_beside_group || (row.count > 1 && !is_label(first)));
        if (is_unanswered(form, &row, r)) {
            note(form->x, USE_LABEL, first->words, first->cell->span);
            continue;
        }
        if (form_is_bar(form, &row) && !is_record) {
            if (form_fill_name_below(form, &row, r))
                r++;
            else
                form_fill_bar(form, first, r);
            continue;
        }
        if (is_lone_label(form, &row, r)) {
            form_fill_bar(form, first, r);
            continue;
        }
        if (form_is_merged_label(form, first) && depth < LIMIT_DEPTH) {
            form_fill_beside(form, first, r, depth);
            r += first->cell->row_span - 1;
            continue;
        }
        size_t last = fill_needs(form, r);
        if (last > r) {
            r = last;
            continue;
        }
        if (form_opens_ticks(form, &row, r))
            continue;
        struct form_row below = r + 1 < form->end_row ? form_read_row(form, r + 1) : row;
        if (r + 1 < form->end_row && are_parts_above(form, &row, &below, r)) {
            r = form_fill_columns_below(form, &row, r);
            continue;
        }
        if (form->section.kind != TARGET_NONE && form_fill_in_section(form, &row, r))
            continue;
        if (form_opens_columns(form, &row, r))
            continue;
        if (r + 1 < form->end_row && form_stands_above(&row, &below)) {
            r = form_fill_columns_below(form, &row, r);
            continue;
        }
        form_fill_pairs_row(form, &row);
    }
}

static size_t count_form_labels(struct extraction *x, const struct table *table)
{
    size_t labels = 0;
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        struct text words = cell_words(x, cell);
        struct label label = label_find(x, words);
        labels += label.kind == LABEL_ELEMENT || label.kind == LABEL_FORM;
        if (label.kind == LABEL_UNKNOWN && begins_with_pair(x, words))
            labels++;
        struct label_over over;
        bool is_wide = cell->column_span == table->columns;
        if (label.kind == LABEL_UNKNOWN && form_label_over(x, words, &over) &&
            (is_single_value(&over.label) || table->rows == 1 || is_wide))
            labels++; /* sections, each a cell with its label, below or beside each other */
        if (labels >= FORM_LABELS_MIN)
            break;
    }
    return labels;
}

/* Columns in which known labels begin, with a cell behind them. */
static const bool *find_label_columns(struct extraction *x, const struct table *table)
{
    bool *columns = arena_new_array(x->scratch, table->columns, bool);
    memset(columns, 0, table->columns * sizeof *columns);
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        struct label label = label_find(x, cell_words(x, cell));
        bool is_beside = cell->column + cell->column_span < table->columns;
        if (is_beside && (label.kind == LABEL_ELEMENT || label.kind == LABEL_FIELD))
            columns[cell->column] = true;
    }
    return columns;
}

/* The position's name once more, over the rest of a form that a page cut. */
static bool is_title_again(struct form *form)
{
    struct form_row row = form_read_row(form, 0);
    if (form->x->role == NULL || form->table->rows < 2 || row.filled != 2)
        return false;
    const struct form_cell *name = &row.cells[row.first], *value = &row.cells[row.count - 1];
    while (text_is_empty(value->words)) /* an empty column */
        value--;
    return name->label.kind == LABEL_ELEMENT && name->label.element == ELEMENT_TITLE &&
           text_equal(fold_label(form->x->scratch, value->words),
                      fold_label(form->x->scratch, role_title(form->x->role)));
}

/* A form cut between two pages: its first rows go on in the section the last table ended in. */
static void resume_form(struct form *form)
{
    struct extraction *x = form->x;
    struct columns heads;
    if (x->form_section.kind != TARGET_ELEMENT || x->role == NULL || form->end_row == 0)
        return;
    enum element element = x->form_section.records->element;
    size_t first = form->first_row;
    struct form_row row = form_read_row(form, first);
    bool has_heads = element_field_count(element) > 0 &&
                     columns_of_row(x, form->table, first, 0, form->end_column, element, &heads);
    has_heads = has_heads && (heads.known > 1 || heads.known == row.filled);
    bool is_alike = x->form_columns != NULL && x->form_columns->count == form->table->columns;
    bool goes_on = row.filled > 0 && row.labels == 0 &&
                   (row.first > 0 || is_numeral_cell(row.cells[row.first].words) ||
                    (x->form_goes_on && is_alike && row.filled > 1));
    if (!has_heads && !goes_on)
        return;
    form->section = x->form_section;
    form->section_has_rows = true;
    if (!has_heads && is_alike) {
        form->columns = *x->form_columns;
        form->columns.rows = 0; /* the heads stand in the table before */
        form->has_columns = true;
    }
}

static void keep_section(struct form *form)
{
    struct extraction *x = form->x;
    x->form_section = form->section.kind != TARGET_NONE ? form->section : form->end;
    x->form_columns = NULL;
    x->form_goes_on = false;
    if (!form->has_columns)
        return;
    x->form_columns = arena_new(x->scratch, struct columns);
    *x->form_columns = form->columns;
}

void fill_form_rows(struct extraction *x, const struct table *table, size_t first, size_t end)
{
    struct form form = {
        .x = x, .table = table, .first_row = first, .end_row = end, .end_column = table->columns};
    form_fill_rows(&form, 0);
    close_target(x);
}

/* 1, 2, 3 in front of the labels: the rows' own numbers, perhaps below 序號; rows that go on have none. */
static bool has_numbered_rows(struct form *form)
{
    struct extraction *x = form->x;
    size_t labels = 0;
    for (size_t r = form->first_row; r < form->end_row; r++) {
        struct text number = cell_words(x, table_cell(form->table, r, 0));
        bool is_head = r == form->first_row && is_number_head(x, number);
        bool goes_on = r > form->first_row && text_is_empty(number);
        if (form->table->columns < 3 || (!is_head && !goes_on && !is_numeral_cell(number)))
            return false;
        struct label label = label_find(x, cell_words(x, table_cell(form->table, r, 1)));
        labels += !is_head && !goes_on && label.kind == LABEL_ELEMENT && !label.is_part;
    }
    return labels >= FORM_LABELS_MIN;
}

static void pass_numbers(struct form *form)
{
    for (size_t r = form->first_row; r < form->end_row; r++) {
        const struct cell *number = table_cell(form->table, r, 0);
        if (cell_begins_in(number, r, 0))
            note_skipped(form->x, CLUE_NUMBER_HEAD, cell_words(form->x, number), number->span);
    }
    form->first_column = 1;
}

/* 項目 | 內容, in front of the form's rows: where its labels and their values stand. */
static bool is_head_of_labels(struct form *form)
{
    struct extraction *x = form->x;
    size_t row = form->first_row, column = form->first_column, heads = 0;
    if (form->end_column - column < 2 || row + 2 > form->end_row)
        return false;
    for (size_t c = column; c < form->end_column; c++) {
        struct text head = cell_words(x, table_cell(form->table, row, c));
        bool is_head = text_is_any(label_folded(x, head), signs_of(x, SIGN_LABEL_HEAD));
        if (!is_head && (c == column || label_find(x, head).kind != LABEL_ELEMENT))
            return false; /* 類別 | 全職 is a label and its value */
        heads += is_head;
    }
    struct text below = cell_words(x, table_cell(form->table, row + 1, column));
    return heads > 0 && (label_find(x, below).kind == LABEL_ELEMENT || begins_with_pair(x, below));
}

static void pass_head_of_labels(struct form *form)
{
    struct form_row row = form_read_row(form, form->first_row++);
    for (size_t i = 0; i < row.count; i++)
        note_skipped(form->x, CLUE_LABEL_HEAD, row.cells[i].words, row.cells[i].cell->span);
}

bool is_one_pair(struct extraction *x, const struct table *table)
{
    const struct cell *cells[2];
    size_t filled = 0;
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        if (text_is_empty(cell_words(x, cell)))
            continue;
        if (filled == 2)
            return false;
        cells[filled++] = cell;
    }
    if (filled < 2 || cells[0]->row != cells[1]->row)
        return false;
    struct label label = label_find(x, cell_words(x, cells[0]));
    return label.kind == LABEL_ELEMENT && !label.needs_context && !label.is_part &&
           label_find(x, cell_words(x, cells[1])).kind == LABEL_UNKNOWN;
}

/* Of the role that is open, or its name, with which it begins. */
static bool is_one_pair_of_role(struct extraction *x, const struct table *table)
{
    return is_one_pair(x, table) &&
           (x->role != NULL ||
            label_find(x, cell_words(x, table_cell(table, 0, 0))).element == ELEMENT_TITLE);
}

bool fill_form(struct extraction *x, struct block *block)
{
    struct table *table = block->table;
    size_t labels = table->grid == NULL ? 0 : count_form_labels(x, table);
    /* a form cut in two by a stray paragraph goes on with whatever it has left */
    bool goes_on = (x->role != NULL && !x->role_is_fresh && x->target.kind != TARGET_ELEMENT) ||
                   is_one_pair_of_role(x, table);
    if (labels < (goes_on ? 1 : FORM_LABELS_MIN) || is_people_list(x, table) ||
        is_system_table(x, table))
        return false;
    close_target(x);
    merge_labels(x, table);
    struct form form = {.x = x,
                        .table = table,
                        .end_row = table->rows,
                        .end_column = table->columns,
                        .has_boxes = form_has_boxes(x, table),
                        .label_columns = find_label_columns(x, table)};
    if (is_title_again(&form)) {
        struct form_row row = form_read_row(&form, 0);
        form_fill_pairs_row(&form, &row);
        form.first_row = 1;
    }
    if (has_numbered_rows(&form))
        pass_numbers(&form);
    if (is_head_of_labels(&form))
        pass_head_of_labels(&form);
    resume_form(&form);
    form_fill_rows(&form, 0);
    keep_section(&form);
    close_target(x);
    return true;
}
