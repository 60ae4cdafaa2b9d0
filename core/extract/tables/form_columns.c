/* Heads in a form and the rows below them: labels above values, heads of records, marks. */
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/extract/tables/form.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/target.h"

#define GROUP_ROWS_MIN 2 /* below heads that may as well be labels above one value each */

/* ---- labels above their values ---- */

static const struct form_cell *cell_below(const struct form_row *row, const struct form_cell *name)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].cell->column == name->cell->column)
            return &row->cells[i];
    return NULL;
}

/*
 * 崗位名稱 | 所屬部門 | 姓名: labels side by side, with no value between two of them, and words
 * as short as labels beside them.
 */
static bool is_row_of_heads(const struct form_row *row)
{
    bool are_beside = false;
    for (size_t i = 0; i < row->count; i++) {
        if (text_is_empty(row->cells[i].words) || !looks_like_heading(row->cells[i].words) ||
            ends_in_colon(row->cells[i].words))
            return false;
        are_beside |= i > 0 && is_label(&row->cells[i]) && is_label(&row->cells[i - 1]);
    }
    return are_beside && 2 * row->labels >= row->filled;
}

bool form_stands_above(const struct form_row *row, const struct form_row *below)
{
    bool all_labels = row->labels == row->filled;
    /* a value may be a word that forms have for a label: 服務中心 below 部門 */
    bool is_labels_below = below->labels > (all_labels && row->labels > 2 ? below->filled / 2 : 0);
    if (row->labels < 2 || !(all_labels || is_row_of_heads(row)) || is_labels_below ||
        below->filled == 0 || (!all_labels && below->count != row->count))
        return false;
    for (size_t i = 0; i < row->count; i++)
        if (is_label(&row->cells[i]) && cell_below(below, &row->cells[i]) == NULL)
            return false;
    return true;
}

/* A label, or an unknown word beside labels. */
static bool is_head(const struct form_cell *cell)
{
    return is_label(cell) || !text_is_empty(cell->words);
}

/* A label has all that stands below it as far as the next label, also where the columns differ. */
static void fill_values_below(struct form *form, const struct form_row *row,
                              const struct form_row *below)
{
    size_t at = 0;
    for (size_t i = 0; i < row->count; i++) {
        if (!is_head(&row->cells[i]))
            continue;
        size_t next = i + 1;
        while (next < row->count && !is_head(&row->cells[next]))
            next++;
        uint32_t end = next < row->count ? row->cells[next].cell->column : UINT32_MAX;
        struct form_row part = {
            .cells = arena_new_array(form->x->scratch, below->count + 1, struct form_cell)};
        part.cells[part.count++] = row->cells[i];
        for (; at < below->count && below->cells[at].cell->column < end; at++)
            part.cells[part.count++] = below->cells[at];
        form->x->clue = CLUE_ABOVE;
        if (is_label(&row->cells[i]))
            form_fill_labelled_row(form, &part, 0, part.count);
        else
            form_fill_unknown_row(form, &part, 0, part.count);
        close_target(form->x);
    }
}

/* The rows under a row of labels, down to the next that has labels or another grid. */
size_t form_fill_columns_below(struct form *form, struct form_row *row, size_t r)
{
    for (; r + 1 < form->end_row; r++) {
        struct form_row below = form_read_row(form, r + 1);
        if (!form_stands_above(row, &below))
            break;
        fill_values_below(form, row, &below);
        for (size_t i = 0; i < row->count; i++)
            row->cells[i].words = TEXT(""); /* a head is said once */
    }
    return r;
}

bool form_fill_name_below(struct form *form, const struct form_row *row, size_t r)
{
    const struct form_cell *bar = &row->cells[row->first];
    if (row->filled > 1 || bar->label.kind != LABEL_ELEMENT ||
        bar->label.element != ELEMENT_TITLE || r + 1 >= form->end_row)
        return false;
    struct form_row below = form_read_row(form, r + 1);
    const struct form_cell *name = &below.cells[below.first];
    if (below.filled != 1 || !form_is_bar(form, &below) || !is_short(name->words) || is_label(name))
        return false;
    fill_values_below(form, row, &below);
    return true;
}

/* A bar over heads of another element's records held nothing itself. */
static void leave_empty_bar(struct form *form)
{
    struct records *records = form->section.kind == TARGET_ELEMENT ? form->section.records : NULL;
    if (records != NULL && records->count == 0 && records->state == STATE_EMPTY)
        records->state = STATE_ABSENT;
    form_leave_section(form);
}

static void open_columns(struct form *form, const struct form_row *row, size_t r,
                         enum element element, const struct columns *columns)
{
    struct extraction *x = form->x;
    leave_empty_bar(form);
    form->columns = *columns;
    x->clue = CLUE_COLUMN;
    open_element(x, label_of(element), TEXT(""), LEVEL_LINE, row->cells[row->first].cell->span);
    note_heads(x, form->table, r, form->first_column, form->end_column, &form->columns);
    form->section = x->target;
    form->has_columns = true;
    form->section_has_rows = true;
}

/* 任職條件 | 持放映員證 over 定員 | 3: a pair over another. */
static bool is_pair_over_label(struct form *form, const struct form_row *row, size_t r)
{
    if (row->filled != 2 || !is_label(&row->cells[row->first]) || r + 1 >= form->end_row)
        return false;
    struct form_row below = form_read_row(form, r + 1);
    return below.filled == 2 && is_label(&below.cells[below.first]) &&
           below.cells[below.first].label.element != row->cells[row->first].label.element;
}

/* Below the head of groups: a short name beside a duty, or another duty of the group merged down. */
static bool is_row_of_group(struct form *form, size_t r, size_t duty_column, bool may_go_on)
{
    struct form_row row = form_read_row(form, r);
    if (row.count == 1)
        return may_go_on && row.filled == 1 && row.cells[0].cell->column == duty_column;
    return row.filled == 2 && row.count == 2 && row.labels == 0 &&
           row.cells[1].cell->column == duty_column && looks_like_heading(row.cells[0].words) &&
           !is_numeral_cell(row.cells[0].words);
}

/*
 * 工作範疇 | 職責 over 營運 | …: the names of groups, row by row; where the head is unknown or would
 * be over one value, a name is merged down beside several duties.
 */
static bool are_heads_of_groups(struct form *form, const struct form_row *row, size_t r)
{
    const struct form_cell *group = &row->cells[row->first], *duty = &row->cells[row->count - 1];
    bool is_free = group->label.kind == LABEL_UNKNOWN;
    bool is_other = group->label.kind == LABEL_ELEMENT && group->label.element != ELEMENT_TITLE &&
                    group->label.element != ELEMENT_DUTIES;
    if (row->filled != 2 || row->count != 2 || r + GROUP_ROWS_MIN >= form->end_row ||
        (!is_free && !is_other) || duty->label.kind != LABEL_ELEMENT ||
        duty->label.element != ELEMENT_DUTIES)
        return false;
    const struct cell *name = table_cell(form->table, r + 1, group->cell->column);
    if ((is_free || is_single_value(&group->label)) && (name == NULL || name->row_span == 1))
        return false;
    for (size_t k = 1; k <= GROUP_ROWS_MIN; k++)
        if (!is_row_of_group(form, r + k, duty->cell->column, k > 1))
            return false;
    return true;
}

/*
 * "% of time | Duties", 績效指標 | 目標 | 權重 over their rows: heads of records, not labels above
 * values. Two heads that are both labels of elements stand above values.
 */
bool form_opens_columns(struct form *form, const struct form_row *row, size_t r)
{
    struct extraction *x = form->x;
    size_t elements = 0;
    for (size_t i = 0; i < row->count; i++)
        elements += row->cells[i].label.kind == LABEL_ELEMENT;
    struct area area = {form->table, form->end_row, form->first_column, form->end_column};
    struct columns columns;
    bool may_be =
        row->filled >= 2 && (row->filled > 2 || elements < 2) && !is_pair_over_label(form, row, r);
    bool are_groups = are_heads_of_groups(form, row, r) &&
                      columns_of_row(x, form->table, r, form->first_column, form->end_column,
                                     ELEMENT_DUTIES, &columns);
    enum element element = are_groups ? ELEMENT_DUTIES
                           : may_be   ? records_below(x, &area, r, &columns)
                                      : ELEMENT_COUNT;
    if (element == ELEMENT_COUNT)
        return false;
    open_columns(form, row, r, element, &columns);
    return true;
}

/*
 * KPI | Target | Weight below a list of duties: all of them heads of another element's records, or
 * all but one of many, and none is what the open section is of. Key result areas beside their
 * indicators, targets and weights only say what these are about.
 */
bool form_opens_other_columns(struct form *form, const struct form_row *row, size_t r)
{
    struct extraction *x = form->x;
    struct area area = {form->table, form->end_row, form->first_column, form->end_column};
    enum element open = form_section_element(form);
    struct columns columns;
    bool is_named = false;
    for (size_t i = 0; i < row->count; i++)
        is_named |=
            row->cells[i].label.kind == LABEL_ELEMENT && row->cells[i].label.element == open;
    if (is_named && open != ELEMENT_GOALS)
        return false;
    enum element element = row->filled > 2 ? records_below(x, &area, r, &columns) : ELEMENT_COUNT;
    if (is_named && element != ELEMENT_COUNT && own_columns(&columns) < MANY_FIELDS)
        return false;
    bool has_numbers = element != ELEMENT_COUNT && columns.label_column != SIZE_MAX;
    if (element == ELEMENT_COUNT || element == open ||
        columns.known + has_numbers + (own_columns(&columns) >= MANY_FIELDS) < row->filled)
        return false;
    open_columns(form, row, r, element, &columns);
    return true;
}

/* 序號 | 主要內容 below a bar, over 1 | …: what the section has are items, whatever their head. */
bool form_heads_items(struct form *form, const struct form_row *row, size_t r)
{
    struct extraction *x = form->x;
    const struct form_cell *first = &row->cells[row->first];
    if (row->filled != 2 || row->count < row->first + 2 || r + 1 >= form->end_row ||
        !is_number_head(x, first->words) || !is_short(row->cells[row->first + 1].words))
        return false;
    struct form_row below = form_read_row(form, r + 1);
    if (below.filled < 2 || !is_numeral_cell(below.cells[below.first].words))
        return false;
    x->clue = CLUE_COLUMN;
    for (size_t i = row->first; i < row->count; i++)
        if (!text_is_empty(row->cells[i].words))
            note(x, USE_LABEL, row->cells[i].words, row->cells[i].cell->span);
    form->section_has_rows = true;
    return true;
}

/* ---- marks under heads: 初級 | 中級 | 高級 ---- */

/* Words, and behind them nothing but marks, boxes and empty cells. */
bool form_is_ticked_row(const struct form_row *row)
{
    size_t ticks = 0;
    for (size_t i = row->first + 1; i < row->count; i++) {
        bool is_mark = is_tick(row->cells[i].words);
        if (!is_mark && !text_is_empty(row->cells[i].words) && !is_empty_box(row->cells[i].words))
            return false;
        ticks += is_mark;
    }
    return ticks > 0 && row->count > 2;
}

/* The nearest cell above that is no mark: what the mark stands under. */
static struct text head_above(struct form *form, const struct form_cell *mark)
{
    for (size_t r = mark->cell->row; r-- > form->first_row;) {
        struct text words = cell_words(form->x, table_cell(form->table, r, mark->cell->column));
        if (!text_is_empty(words) && !is_tick(words) && !is_empty_box(words))
            return words;
    }
    return TEXT("");
}

void form_fill_ticked_row(struct form *form, const struct form_row *row)
{
    struct extraction *x = form->x;
    const struct form_cell *first = &row->cells[row->first];
    struct text_buffer heads = text_buffer_new(x->arena);
    for (size_t i = row->first + 1; i < row->count; i++) {
        const struct form_cell *mark = &row->cells[i];
        if (is_empty_box(mark->words))
            note_skipped(x, CLUE_BOX, mark->words, mark->cell->span);
        if (!is_tick(mark->words))
            continue;
        if (heads.size > 0)
            buffer_append_string(&heads, "、");
        buffer_append(&heads, head_above(form, mark));
        note_skipped(x, CLUE_BOX_TICKED, mark->words, mark->cell->span);
    }
    fill_marked(x, first->words, buffer_text(&heads), first->cell->span);
}

/* "Physical demands | Never | Often" over rows of marks: a section and the heads of its marks. */
bool form_opens_ticks(struct form *form, const struct form_row *row, size_t r)
{
    const struct form_cell *first = &row->cells[row->first];
    bool opens = row->labels == 1 && is_label(first) && row->filled > 2;
    bool goes_on = form->section.kind != TARGET_NONE && row->filled > 1;
    if ((!opens && !goes_on) || form_is_ticked_row(row) || r + 1 >= form->end_row)
        return false;
    struct form_row below = form_read_row(form, r + 1);
    if (below.filled == 0 || !form_is_ticked_row(&below))
        return false;
    struct extraction *x = form->x;
    x->clue = CLUE_BAR;
    if (opens) {
        form_leave_section(form);
        open_element(x, first->label, first->words, LEVEL_LINE, first->cell->span);
        form->section = x->target;
    } else {
        form_resume_section(form);
        x->clue = CLUE_COLUMN;
        note(x, USE_LABEL, first->words, first->cell->span);
    }
    x->clue = CLUE_COLUMN;
    for (size_t i = row->first + 1; i < row->count; i++)
        note(x, USE_LABEL, row->cells[i].words, row->cells[i].cell->span);
    form->section_has_rows = true;
    return true;
}
