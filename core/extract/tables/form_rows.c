/* Rows of a form that hold labels and values beside each other. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/tables/form.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"

#define PAIRS_MIN 2 /* in a cell beside a word that nobody knows: one may be what it says */

/* An unknown word where labels stand in other rows, with a value behind it. */
static bool stands_as_label(const struct form *form, const struct form_row *row, size_t i)
{
    const struct form_cell *c = &row->cells[i];
    return i + 1 < row->count && !text_is_empty(c->words) && is_short(c->words) &&
           form->label_columns[c->cell->column] && !is_numeral_cell(c->words);
}

/* 上級 | 行政主管 | 編制 | 2: what some forms call a superior is the superior's position here. */
static bool is_position_value(const struct form_row *row, size_t name, size_t value)
{
    enum kind kind = element_row(row->cells[name].label.element)->kind;
    bool is_ref =
        row->cells[name].label.kind == LABEL_ELEMENT && (kind == KIND_REF || kind == KIND_REFS);
    bool is_last = value + 1 >= row->count || is_label(&row->cells[value + 1]);
    return is_ref && is_last && label_names_positions(&row->cells[value].label);
}

/* "Unit | Health": the last cell of the row, though the word is a part of an element elsewhere. */
static bool is_last_value(const struct form_row *row, size_t name, size_t value)
{
    const struct label *label = &row->cells[name].label;
    const struct form_cell *cell = &row->cells[value];
    bool is_value = value == name + 1 && value + 1 == row->count && !ends_in_colon(cell->words);
    return is_value && is_single_value(label) && label->kind == LABEL_ELEMENT &&
           label->element != ELEMENT_APPROVAL && cell->label.element == ELEMENT_APPOINTMENT &&
           (cell->label.is_part || cell->label.needs_context);
}

/* 職務 | (nothing) | 入會時間 | (nothing): the next label of a row that nobody filled in. */
static bool stands_as_empty_label(const struct form *form, const struct form_row *row, size_t i)
{
    if (i < 2 || !text_is_empty(row->cells[i - 1].words) || !stands_as_label(form, row, i))
        return false;
    for (size_t k = i + 1; k < row->count; k++)
        if (!text_is_empty(row->cells[k].words))
            return false;
    return true;
}

/* 要求 | 1 | 無犯罪記錄: the last cell of the row, behind the number of an item, is that item. */
static bool is_numbered_item(const struct form_row *row, size_t i)
{
    return i > 1 && i + 1 == row->count && is_numeral_cell(row->cells[i - 1].words);
}

/* 動力班 | 編號：DL-02: a cell of its own label and value, behind the value of another. */
static bool stands_as_pair(const struct form *form, const struct form_cell *cell)
{
    struct pair pair;
    return label_pairs(form->x, cell->words, &pair, 1) == 1 && is_single_value(&pair.label) &&
           pair.label.kind == LABEL_ELEMENT &&
           (!pair.label.needs_context || pair.label.element == ELEMENT_ID) &&
           !text_is_empty(pair.value);
}

/* Where the value that begins at from ends: at the next label, or what stands as one. */
static size_t value_end(const struct form *form, const struct form_row *row, size_t from)
{
    bool has_value = false;
    if (from > 0 && from < row->count && is_label(&row->cells[from - 1]) &&
        (is_position_value(row, from - 1, from) || is_last_value(row, from - 1, from)))
        return from + 1;
    for (; from < row->count; from++) {
        const struct form_cell *c = &row->cells[from];
        if (is_numbered_item(row, from))
            return row->count;
        if (is_label(c) || c->label.kind == LABEL_OTHER || (has_value && stands_as_pair(form, c)) ||
            (has_value ? stands_as_label(form, row, from) : stands_as_empty_label(form, row, from)))
            break;
        has_value |= !text_is_empty(c->words);
    }
    return from;
}

/* Lines of a cell that are all labels with values, and no parts of one element: a form within it. */
static bool are_pairs(struct extraction *x, struct text words)
{
    struct pair pairs[PAIRS_MAX];
    struct text line;
    size_t all = 0;
    for (size_t offset = 0; text_next_line(words, &offset, &line);) {
        size_t count = label_pairs(x, line, pairs, PAIRS_MAX);
        if (count == 0 && !text_is_blank(line))
            return false;
        for (size_t i = 0; i < count; i++)
            if (pairs[i].label.kind != LABEL_ELEMENT || pairs[i].label.is_part)
                return false;
        all += count;
    }
    return all >= PAIRS_MIN;
}

/* 基本資料 | 職位：會計⏎部門：財務部 */
static bool fill_named_pairs(struct form *form, const struct form_row *row, size_t from, size_t end)
{
    const struct form_cell *name = &row->cells[from];
    if (end != from + 2 || !are_pairs(form->x, row->cells[from + 1].words))
        return false;
    note(form->x, USE_LABEL, name->words, name->cell->span);
    fill_cell_lines(form->x, row->cells[from + 1].cell);
    return true;
}

void form_fill_unknown_row(struct form *form, const struct form_row *row, size_t from, size_t end)
{
    struct extraction *x = form->x;
    const struct form_cell *first = &row->cells[from];
    bool has_label = is_short(label_without_remark(first->words)) && from + 1 < row->count;
    size_t value = from + 1;
    if (has_label && fill_named_pairs(form, row, from, end))
        return;
    while (value < end && text_is_empty(row->cells[value].words))
        value++;
    struct form_cell guessed = *first;
    guessed.label = has_label && first->label.kind == LABEL_UNKNOWN && value < end
                        ? label_guess_in_form(x, first->words)
                        : label_of(ELEMENT_COUNT);
    if (guessed.label.kind == LABEL_UNKNOWN && first->label.kind == LABEL_UNKNOWN && has_label &&
        value + 1 == end && tells_employment(x, row->cells[value].words))
        guessed.label = label_of(ELEMENT_EMPLOYMENT); /* "Type | full-time", whatever the label */
    if (guessed.label.kind == LABEL_ELEMENT && value + 1 >= end) {
        form_fill_labelled(form, &guessed, &row->cells[value]);
        close_target(x);
        return;
    }
    the_role(x, first->cell->span);
    if (has_label && end == from + 1 && first->label.kind == LABEL_UNKNOWN) {
        fill_aside(x, first->words, first->cell->span); /* 某某公司 | 文件編號 | … */
        return;
    }
    open_unknown(x, has_label ? first->words : TEXT(""), LEVEL_LINE, first->cell->span,
                 has_label && first->label.kind != LABEL_OTHER);
    for (size_t i = has_label ? from + 1 : from; i < end; i++)
        fill_blocks(x, row->cells[i].cell->blocks);
    close_target(x);
}

/* The next cell with words behind the value. */
static size_t second_value(const struct form_row *row, size_t value, size_t end)
{
    size_t next = value + 1;
    while (next + 1 < end && text_is_empty(row->cells[next].words))
        next++;
    return next;
}

/* A label and the cells up to the next one: several are one record without heads. */
void form_fill_labelled_row(struct form *form, const struct form_row *row, size_t name, size_t end)
{
    size_t filled = 0, value = name;
    for (size_t i = name + 1; i < end; i++)
        if (!text_is_empty(row->cells[i].words) && filled++ == 0)
            value = i;
    if (filled <= 1) {
        form_fill_labelled(form, &row->cells[name], filled == 0 ? NULL : &row->cells[value]);
        return;
    }
    struct form_row part = *row;
    part.count = end;
    struct form_cell joined = row->cells[value];
    joined.words = form_rest_of_row(form, &part, name + 1);
    if (is_single_value(&row->cells[name].label)) {
        size_t next = second_value(row, value, end);
        bool is_label = is_short(row->cells[next].words) && next + 1 < end;
        form_fill_labelled(form, &row->cells[name], is_label ? &row->cells[value] : &joined);
        if (is_label)
            form_fill_unknown_row(form, &part, next, end);
        return;
    }
    open_element(form->x, row->cells[name].label, row->cells[name].words, LEVEL_LINE,
                 row->cells[name].cell->span);
    if (is_numeral_cell(row->cells[value].words)) {
        note(form->x, USE_VALUE, row->cells[value].words, row->cells[value].cell->span);
        fill_text(form->x, form_rest_of_row(form, &part, value + 1), row->cells[value].words, 0,
                  joined.cell->span);
        return;
    }
    fill_text(form->x, joined.words, TEXT(""), 0, joined.cell->span);
}

/* What stands in the cell behind the paragraphs of its label; NULL: they do not end where it does. */
static struct block *blocks_behind(struct extraction *x, const struct cell *cell, struct text name)
{
    for (struct block *b = cell->blocks; b != NULL; b = b->next) {
        struct text line = text_trim(whole_block_text(x->scratch, b));
        if (!text_starts_with(name, line))
            return NULL;
        name = text_trim(text_from(name, line.size));
        if (text_is_empty(name))
            return b->next;
    }
    return NULL;
}

/* More than words: a table, or a paragraph in bold in front of one that is not, or over a list. */
static bool has_parts(const struct block *first)
{
    bool is_found = false;
    for (const struct block *b = first; b != NULL && !is_found; b = b->next) {
        const struct block *next = b->next;
        bool is_bold = next != NULL && block_is_strong(b) &&
                       (next->kind == BLOCK_LIST || (next->runs != NULL && !block_is_strong(next)));
        bool is_over_list = next != NULL && b->kind == BLOCK_PARAGRAPH && text_is_empty(b->label) &&
                            (next->kind == BLOCK_LIST || !text_is_empty(next->label));
        is_found = b->kind == BLOCK_TABLE || is_bold || is_over_list;
    }
    return is_found;
}

/* 「職位⏎Post⏎督導員」 in one cell. */
bool form_fill_label_over(struct form *form, const struct form_cell *cell)
{
    struct extraction *x = form->x;
    struct label_over over;
    if (cell->label.kind != LABEL_UNKNOWN || !form_label_over(x, cell->words, &over))
        return false;
    if (is_single_value(&over.label)) {
        struct pair pair = {over.label, over.name, over.words};
        fill_pair(x, &pair, cell->cell->span);
        return true;
    }
    open_element(x, over.label, over.name, LEVEL_LINE, cell->cell->span);
    struct block *below = blocks_behind(x, cell->cell, over.name);
    if (below != NULL && has_parts(below))
        fill_cell_sections(x, below); /* "Essential" in bold over items */
    else
        fill_text(x, over.words, TEXT(""), 0, cell->cell->span);
    return true;
}

/* 職別：技工 in a row whose other cells are labels with their values: an unknown one, and whole. */
static bool fill_unknown_pair(struct form *form, const struct form_row *row, size_t i)
{
    struct extraction *x = form->x;
    const struct form_cell *c = &row->cells[i];
    struct pair pair = {.label = label_of(ELEMENT_COUNT)};
    bool is_among_pairs = false;
    for (size_t k = 0; k < row->count; k++)
        is_among_pairs |= k != i && begins_with_pair(x, row->cells[k].words);
    for (size_t at = 0, begin = 0; at < c->words.size && text_is_empty(pair.name); begin = at) {
        uint32_t mark = text_next(c->words, &at);
        if (mark != ':' && mark != 0xFF1A)
            continue;
        pair.name = text_trim(text_slice(c->words, 0, begin));
        pair.value = text_trim(text_from(c->words, at));
    }
    bool is_label_alone = text_is_empty(pair.value) && i + 1 < row->count; /* 姓名： | 張三 */
    if (!is_among_pairs || text_is_empty(pair.name) || !is_short(pair.name) || is_label_alone)
        return false;
    the_role(x, c->cell->span);
    fill_pair(x, &pair, c->cell->span);
    return true;
}

/* A cell that holds its label and its value. */
static bool fill_whole_pair(struct form *form, const struct form_row *row, size_t i)
{
    if (!begins_with_pair(form->x, row->cells[i].words))
        return fill_unknown_pair(form, row, i);
    fill_cell_lines(form->x, row->cells[i].cell);
    return true;
}

/*
 * 審核 | 李四 | 日期 | 1月3日 below a signature that has its date: another one, and its date is of
 * nobody else.
 */
static void begin_signature(struct form *form, const struct form_row *row, enum element element)
{
    struct extraction *x = form->x;
    struct records *records = x->role == NULL ? NULL : &x->role->values[element];
    if (records == NULL || records->count == 0)
        return;
    const struct record *last = &records->rows[records->count - 1];
    size_t fields = 0, again = 0;
    if (row->labels == row->filled)
        return; /* nobody signed */
    for (size_t i = 0; i < row->count; i++) {
        const struct label *label = &row->cells[i].label;
        if (label->field == FIELD_NONE || label->element != element)
            continue;
        fields++;
        again += !text_is_empty(record_field(records, last, label->field).text);
    }
    if (fields > 1 && again > 0)
        record_append(x->handbook, records, TEXT(""), row->cells[row->first].cell->span);
}

void form_fill_pairs_row(struct form *form, const struct form_row *row)
{
    struct extraction *x = form->x;
    begin_signature(form, row, ELEMENT_APPROVAL);
    begin_signature(form, row, ELEMENT_EDITION);
    for (size_t i = row->first; i < row->count;) {
        const struct form_cell *name = &row->cells[i];
        x->clue = CLUE_BESIDE;
        if (text_is_empty(name->words) || form_fill_box(form, name) ||
            form_fill_label_over(form, name) ||
            (!is_label(name) && fill_whole_pair(form, row, i))) {
            i++;
        } else if (!is_label(name)) {
            size_t end = value_end(form, row, i + 1);
            form_fill_unknown_row(form, row, i, end);
            i = end;
        } else {
            size_t end = value_end(form, row, i + 1);
            form_fill_labelled_row(form, row, i, end);
            i = end;
        }
        close_target(x);
    }
}
