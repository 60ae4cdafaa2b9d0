/* Rows of a section of a form: numbers and texts, parts, shares of time, fields, parties. */
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/extract/fill/fill.h"
#include "core/extract/tables/form.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include <string.h>

#define SHARE_LENGTH 6 /* "12.5 %" */

bool form_is_part_name(struct form *form, const struct form_cell *first)
{
    enum element element = form_section_element(form);
    bool is_side = !text_is_empty(
        vocabulary_code(form->x->vocabulary, form->x->scratch, FIELD_RELATIONS_SIDE, first->words));
    if (element == ELEMENT_COUNT || !is_short(first->words))
        return false;
    if (element == ELEMENT_RELATIONS)
        return is_side || first->label.is_part;
    return element != ELEMENT_STANDARDS && element != ELEMENT_TOOLS && element != ELEMENT_GOALS;
}

/* "30 %", 占60%, and no head such as "Time %". */
static bool is_share_of_time(struct text words)
{
    return text_has_digit(words) && text_code_points(words) <= SHARE_LENGTH &&
           ends_in_percent(words);
}

/* 40 % behind a duty: its share of time; false: the row does not end in one. */
static bool take_share(struct form *form, const struct form_row *row, struct text *share)
{
    const struct form_cell *last = &row->cells[row->count - 1];
    bool is_share = form_section_element(form) == ELEMENT_DUTIES && row->count > row->first + 2 &&
                    is_share_of_time(last->words);
    *share = is_share ? last->words : TEXT("");
    return is_share;
}

static void set_share(struct extraction *x, size_t from, struct text share, struct span at)
{
    struct records *records = x->target.records;
    if (from < records->count)
        record_set_field(x->handbook, records, &records->rows[from], FIELD_DUTIES_SHARE,
                         (struct value){share, at});
    note_field(x, USE_VALUE, ELEMENT_DUTIES, FIELD_DUTIES_SHARE, share, at);
}

/* text | share, without a number: the words are no name of a part. */
static bool fill_shared_row(struct form *form, const struct form_row *row)
{
    struct extraction *x = form->x;
    const struct form_cell *first = &row->cells[row->first], *last = &row->cells[row->count - 1];
    bool is_share = form_section_element(form) == ELEMENT_DUTIES && row->filled == 2 &&
                    first != last && !is_numeral_cell(first->words) &&
                    is_share_of_time(last->words) && x->target.kind == TARGET_ELEMENT;
    if (!is_share)
        return false;
    size_t from = x->target.records->count;
    fill_blocks(x, first->cell->blocks);
    set_share(x, from, last->words, last->cell->span);
    return true;
}

/* number | text | share */
static void fill_numbered_row(struct form *form, const struct form_row *row)
{
    struct extraction *x = form->x;
    const struct form_cell *first = &row->cells[row->first];
    struct form_row part = *row;
    struct text share;
    if (take_share(form, row, &share))
        part.count--;
    note(x, USE_VALUE, first->words, first->cell->span);
    size_t from = x->target.kind == TARGET_ELEMENT ? x->target.records->count : 0;
    fill_text(x, form_rest_of_row(form, &part, row->first + 1), first->words, 0,
              row->cells[row->first + 1].cell->span);
    if (!text_is_empty(share))
        set_share(x, from, share, row->cells[row->count - 1].cell->span);
}

/* 占全部工作时间的百分比, 工作時刻百分比: a label of the share ends it. */
static bool ends_in_share_label(struct extraction *x, struct text label)
{
    for (size_t at = 0; at < label.size && label.size <= LABEL_BYTES; text_next(label, &at))
        if (vocabulary_field(x->vocabulary, x->scratch, ELEMENT_DUTIES, text_from(label, at)) ==
            FIELD_DUTIES_SHARE)
            return true;
    return false;
}

/* The last cell of the row, which is a share; or its label in front of it: 工作時間百分比 | 40% */
static size_t label_of_share(struct form *form, const struct form_row *row)
{
    const struct form_cell *label = &row->cells[row->count - 2];
    if (row->count <= row->first + 3 ||
        !ends_in_share_label(form->x, name_without_colon(label->words)))
        return row->count - 1;
    note_field(form->x, USE_LABEL, ELEMENT_DUTIES, FIELD_DUTIES_SHARE, label->words,
               label->cell->span);
    return row->count - 2;
}

/* 頻次：4次/月: a cell that says itself which field of the element it is; FIELD_NONE: none. */
static enum field field_of_cell(struct extraction *x, enum element element, struct text words,
                                struct text *value)
{
    size_t width, colon = find_colon(words, &width);
    *value = words;
    if (colon == TEXT_NOT_FOUND && element == ELEMENT_DUTIES && is_share_of_time(words))
        return FIELD_DUTIES_SHARE; /* 占60% */
    if (colon == TEXT_NOT_FOUND)
        return FIELD_NONE;
    struct text label = text_slice(words, 0, colon);
    *value = text_trim(text_from(words, colon + width));
    if (text_consists_of(*value, TEXT(")）"))) /* "(State the duties here:)" */
        *value = TEXT("");
    if (element == ELEMENT_DUTIES && is_share_of_time(*value) && ends_in_share_label(x, label))
        return FIELD_DUTIES_SHARE;
    return vocabulary_field(x->vocabulary, x->scratch, element, label);
}

bool form_says_fields(const struct form *form, const struct form_row *row)
{
    enum element element = form_section_element(form);
    for (size_t i = row->first; element != ELEMENT_COUNT && i < row->count; i++) {
        struct text value;
        if (field_of_cell(form->x, element, row->cells[i].words, &value) != FIELD_NONE &&
            !text_is_empty(value))
            return true;
    }
    return false;
}

/* No label of something else: 職責三 beside the words of a duty that has no tasks is one of a row. */
static bool may_name_item(struct extraction *x, const struct form_cell *cell, enum element element)
{
    return !is_label(cell) || element == ELEMENT_RELATIONS || label_is_of_series(x, cell->words);
}

/*
 * 職責表述：… | 工作時間百分比：20%: cells that say themselves which field they are; the first may
 * be the item itself, without saying so.
 */
static bool fill_field_cells(struct form *form, const struct form_row *row)
{
    struct extraction *x = form->x;
    struct records *records = form->section.records;
    struct value values[PAIRS_MAX];
    enum field fields[PAIRS_MAX];
    size_t count = 0;
    for (size_t i = row->first; i < row->count; i++) {
        struct text words = row->cells[i].words;
        if (text_is_empty(words))
            continue;
        if (count == PAIRS_MAX)
            return false;
        fields[count] = field_of_cell(x, records->element, words, &values[count].text);
        values[count].at = row->cells[i].cell->span;
        if (fields[count] == FIELD_NONE && count == 0 &&
            may_name_item(x, &row->cells[i], records->element)) { /* 社保 | 事由：… */
            fields[count] = element_first_field(records->element);
            values[count].text = words;
        }
        if (fields[count++] == FIELD_NONE)
            return false;
    }
    struct value name = {0};
    size_t at = row->first;
    if (count > 1 && fields[1] == fields[0] &&
        values[0].text.data == row->cells[row->first].words.data) {
        name = values[0]; /* 職責二： | 職責表述：… */
        count--;
        at++;
        memmove(values, values + 1, count * sizeof *values);
        memmove(fields, fields + 1, count * sizeof *fields);
    }
    if (count + (at > row->first) < 2 || text_is_empty(values[0].text))
        return false;
    bool is_named = !text_is_empty(name.text) && !label_is_of_series(x, name.text);
    struct record *record = record_append(
        x->handbook, records,
        is_named ? words_behind_name(x, name.text, values[0].text) : values[0].text, values[0].at);
    if (at > row->first)
        note(x, USE_LABEL, name.text, name.at);
    record->label = is_named ? TEXT("") : name_without_colon(name.text); /* 職責二 */
    if (records->element == ELEMENT_RELATIONS) {
        bool is_first = text_equal(x->target.part.text, records->heading);
        record->label = is_first ? TEXT("") : x->target.part.text;
        fill_side(x, records, record);
    }
    for (size_t i = 0; i < count; i++, at++) {
        while (text_is_empty(row->cells[at].words))
            at++;
        struct text words = row->cells[at].words;
        if (words.size > values[i].text.size)
            note_field(x, USE_LABEL, records->element, fields[i],
                       text_slice(words, 0, words.size - values[i].text.size), values[i].at);
        note_field(x, USE_VALUE, records->element, fields[i], values[i].text, values[i].at);
        if (!text_is_empty(values[i].text) && !(i == 0 && is_named))
            record_set_field(x->handbook, records, record, fields[i], values[i]);
    }
    return true;
}

static bool is_side(struct extraction *x, struct text words)
{
    return words.size <= LABEL_BYTES &&
           !text_is_empty(vocabulary_code(x->vocabulary, x->scratch, FIELD_RELATIONS_SIDE, words));
}

/* 內部 | 區顧問 | 訂貨建議, the side perhaps merged over the rows: who it is, and what for. */
static bool fill_party_row(struct form *form, const struct form_row *row)
{
    struct extraction *x = form->x;
    const struct form_cell *cells[3] = {NULL};
    size_t count = 0;
    if (form_section_element(form) != ELEMENT_RELATIONS || row->filled > 3)
        return false;
    for (size_t i = row->first; i < row->count; i++)
        if (!text_is_empty(row->cells[i].words))
            cells[count++] = &row->cells[i];
    if (count < 2)
        return false;
    bool has_side = is_side(x, cells[0]->words);
    const struct form_cell *party = cells[has_side], *matter = cells[count - 1];
    if (count != 2 + (size_t)has_side || (!has_side && !is_side(x, x->target.part.text)) ||
        !is_short(party->words) || is_numeral_cell(party->words) || is_label(party))
        return false;
    if (has_side) {
        x->target.part = (struct value){cells[0]->words, cells[0]->cell->span};
        note(x, USE_LABEL, cells[0]->words, cells[0]->cell->span);
    }
    struct records *records = form->section.records;
    size_t from = records->count;
    fill_text(x, party->words, TEXT(""), 0, party->cell->span);
    for (size_t i = from; i < records->count; i++)
        record_set_field(x->handbook, records, &records->rows[i], FIELD_RELATIONS_MATTER,
                         (struct value){matter->words, matter->cell->span});
    note_field(x, USE_VALUE, ELEMENT_RELATIONS, FIELD_RELATIONS_MATTER, matter->words,
               matter->cell->span);
    return true;
}

/* Labels alone, the first of them of the name, over a row without any. */
static bool are_ref_heads(struct form *form, const struct form_row *row, size_t r)
{
    const struct label *label = &row->cells[row->first].label;
    if (label->kind != LABEL_ELEMENT || label->element != ELEMENT_TITLE ||
        row->labels != row->filled || r + 1 >= form->end_row)
        return false;
    struct form_row below = form_read_row(form, r + 1);
    return below.filled > 0 && below.labels == 0;
}

bool form_fill_refs_row(struct form *form, const struct form_row *row, size_t r)
{
    struct extraction *x = form->x;
    const struct form_cell *first = &row->cells[row->first];
    bool are_heads = are_ref_heads(form, row, r);
    if (!are_heads && (!form->has_ref_heads || row->labels > 0))
        return false;
    form->has_ref_heads = form->section_has_rows = true;
    form_resume_section(form);
    for (size_t i = row->first; i < row->count; i++)
        if (are_heads)
            note(x, USE_LABEL, row->cells[i].words, row->cells[i].cell->span);
        else if (i > row->first && !text_is_empty(row->cells[i].words))
            note(x, USE_VALUE, row->cells[i].words, row->cells[i].cell->span);
    if (!are_heads)
        fill_text(x, first->words, TEXT(""), 0, first->cell->span);
    return true;
}

/* 筆錄差錯率 | ≤1% | 30% below 考核標準: an indicator, its target and its weight, without heads. */
static bool fill_standard_row(struct form *form, const struct form_row *row)
{
    struct extraction *x = form->x;
    size_t first = row->first;
    if (form_section_element(form) != ELEMENT_STANDARDS || row->filled != 3 ||
        row->count != first + 3)
        return false;
    const struct form_cell *name = &row->cells[first], *target = name + 1, *weight = name + 2;
    if (is_numeral_cell(name->words) || text_has_digit(name->words) || !is_short(name->words) ||
        !is_share_of_time(weight->words) || !text_has_digit(target->words) ||
        text_has(target->words, '\n'))
        return false;
    struct records *records = form->section.records;
    size_t from = records->count;
    fill_text(x, name->words, TEXT(""), 0, name->cell->span);
    if (records->count != from + 1)
        return true;
    static const enum field fields[] = {FIELD_STANDARDS_TARGET, FIELD_STANDARDS_WEIGHT};
    for (size_t i = 0; i < 2; i++) {
        const struct form_cell *cell = target + i;
        record_set_field(x->handbook, records, &records->rows[from], fields[i],
                         (struct value){cell->words, cell->cell->span});
        note_field(x, USE_VALUE, ELEMENT_STANDARDS, fields[i], cell->words, cell->cell->span);
    }
    return true;
}

/*
 * 學歷專業 | … | 工作經驗 | …, 內部 | … | 外部 | …: the label of another part of the section, and what
 * stands behind it.
 */
static bool is_next_part(const struct form *form, const struct form_row *row, size_t i, size_t end)
{
    const struct label *label = &row->cells[i].label;
    enum element section = form_section_element(form);
    bool is_part = label->kind == LABEL_ELEMENT && label->is_part && label->element == section;
    bool is_other_side = section == ELEMENT_RELATIONS && is_side(form->x, row->cells[i].words);
    return (is_part || is_other_side) && i > row->first + 1 && i + 1 < end &&
           !is_label(&row->cells[i + 1]) && !text_is_empty(row->cells[i + 1].words);
}

/* 環境狀況：舒適 among conditions, be the label known or not; among these 工作場所 is one, too. */
static bool is_pair_of(struct extraction *x, enum element section, struct text words)
{
    struct pair pair;
    size_t width;
    if (find_colon(words, &width) == TEXT_NOT_FOUND)
        return false;
    if (label_pairs(x, words, &pair, 1) != 1)
        return unknown_pair(words, &pair);
    return pair.label.element == section ||
           (section == ELEMENT_CONDITIONS && pair.label.element == ELEMENT_LOCATION);
}

/* 工作場所：辦公室 | 環境狀況：舒適, 內部：生產部 | 外部：供應商: each cell is an item with its label. */
static bool fill_pair_cells(struct form *form, const struct form_row *row)
{
    struct extraction *x = form->x;
    enum element section = form_section_element(form);
    for (size_t i = row->first; i < row->count; i++)
        if (!text_is_empty(row->cells[i].words) && !is_pair_of(x, section, row->cells[i].words))
            return false;
    for (size_t i = row->first; i < row->count; i++) {
        const struct cell *cell = row->cells[i].cell;
        form_resume_section(form);
        if (section == ELEMENT_CONDITIONS)
            fill_blocks(x, cell->blocks);
        else
            fill_cell_lines(x, cell);
    }
    return true;
}

/* A row of a section without heads: number | text, kind | condition, or a text of its own. */
void form_fill_section_row(struct form *form, const struct form_row *row)
{
    struct extraction *x = form->x;
    const struct form_cell *first = &row->cells[row->first];
    struct span at = first->cell->span;
    form_resume_section(form);
    form->section_has_rows |= row->filled > 1;
    if (row->filled == 1 && is_numeral_cell(first->words) && row->count > 1 &&
        x->target.kind == TARGET_ELEMENT) {
        /* a number whose text was never filled in */
        record_append(x->handbook, x->target.records, TEXT(""), at)->label = first->words;
        note(x, USE_VALUE, first->words, at);
    } else if (row->filled == 1)
        fill_cell_sections(x, first->cell->blocks);
    else if (form->section.kind == TARGET_ELEMENT &&
             (fill_field_cells(form, row) || fill_shared_row(form, row) ||
              fill_party_row(form, row) || fill_standard_row(form, row) ||
              fill_pair_cells(form, row)))
        return;
    else if (is_numeral_cell(first->words))
        fill_numbered_row(form, row);
    else if (form_is_part_name(form, first)) {
        x->target.part = (struct value){first->words, at};
        note(x, USE_LABEL, first->words, at);
        struct text share;
        size_t end = take_share(form, row, &share) ? label_of_share(form, row) : row->count;
        size_t from = x->target.kind == TARGET_ELEMENT ? x->target.records->count : 0;
        for (size_t i = row->first + 1; i < end; i++)
            if (is_next_part(form, row, i, end)) {
                x->target.part = (struct value){row->cells[i].words, row->cells[i].cell->span};
                note(x, USE_LABEL, row->cells[i].words, row->cells[i].cell->span);
            } else
                fill_blocks(x, row->cells[i].cell->blocks);
        if (end < row->count)
            set_share(x, from, share, row->cells[row->count - 1].cell->span);
    } else {
        struct text_buffer all = text_buffer_new(x->arena);
        buffer_append(&all, first->words);
        buffer_append_string(&all, is_short(first->words) ? "：" : "  ");
        buffer_append(&all, form_rest_of_row(form, row, row->first + 1));
        fill_text(x, buffer_text(&all), TEXT(""), 0, at);
    }
}

bool form_fill_series_head(struct form *form, const struct form_cell *bar)
{
    struct extraction *x = form->x;
    const struct block *first = bar->cell->blocks;
    struct pair head;
    if (first == NULL || first->next == NULL || first->kind != BLOCK_PARAGRAPH ||
        !is_series_head(x, text_trim(block_text(x->arena, first)), &head))
        return false;
    if (head.label.element == form_section_element(form))
        form_resume_section(form);
    else {
        form_leave_section(form);
        open_element(x, head.label, TEXT(""), LEVEL_LINE, bar->cell->span);
    }
    fill_cell_sections(x, bar->cell->blocks);
    form->section = x->target;
    form->section_has_words = true;
    return true;
}
