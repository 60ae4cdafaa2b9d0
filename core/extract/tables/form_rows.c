/* Rows of a form: what their cells are, labels and values beside each other, items of a section. */
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/extract/fill/fill.h"
#include "core/extract/tables/form.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define SHORT_LABEL 15      /* Han: a longer first cell is a value */
#define SHORT_LATIN 40      /* letters, alike */
#define SPLIT_LABEL_CELLS 4 /* 職|務: a label cut over so many cells at most */
#define SHARE_LENGTH 6      /* "12.5 %" */
#define OVER_LENGTH 60      /* characters of a single value below its label in one cell */

/* As short as labels are. */
bool is_short(struct text words)
{
    size_t length = text_code_points(words);
    return length <= SHORT_LABEL ||
           (words.size == length && length <= SHORT_LATIN && !text_ends_with(words, TEXT(".")));
}

bool is_label(const struct form_cell *c)
{
    return c->label.kind == LABEL_ELEMENT || c->label.kind == LABEL_FIELD;
}

static struct form_cell read_cell(struct form *form, const struct cell *cell)
{
    struct text words = cell_words(form->x, cell);
    return (struct form_cell){.cell = cell,
                              .words = words,
                              .label = label_find(form->x, words),
                              .end_column = cell->column + cell->column_span};
}

/* 職 | 務 beside each other, each too short to be read alone. */
static void join_split_labels(struct form *form, struct form_row *row)
{
    for (size_t i = 0; i + 1 < row->count; i++) {
        struct text_buffer joined = text_buffer_new(form->x->arena);
        for (size_t n = 0; n < SPLIT_LABEL_CELLS && i + n < row->count; n++) {
            const struct form_cell *c = &row->cells[i + n];
            bool is_piece = text_code_points(c->words) == 1 &&
                            c->cell->row_span == row->cells[i].cell->row_span;
            if (!is_piece)
                break;
            buffer_append(&joined, c->words);
            struct label label = label_find(form->x, buffer_text(&joined));
            if (n == 0 || label.kind != LABEL_ELEMENT)
                continue;
            row->cells[i].words = buffer_text(&joined);
            row->cells[i].label = label;
            row->cells[i].end_column = c->end_column;
            for (size_t k = i + n + 1; k < row->count; k++)
                row->cells[k - n] = row->cells[k];
            row->count -= n;
            break;
        }
    }
}

enum element form_section_element(const struct form *form)
{
    return form->section.kind == TARGET_ELEMENT ? form->section.records->element : ELEMENT_COUNT;
}

struct form_row form_read_row(struct form *form, size_t r)
{
    struct form_row row = {.first = SIZE_MAX};
    row.cells = arena_new_array(form->x->scratch, form->end_column - form->first_column + 1,
                                struct form_cell);
    for (size_t c = form->first_column; c < form->end_column; c++) {
        const struct cell *cell = table_cell(form->table, r, c);
        if (cell != NULL && cell->row == r && cell->column == c)
            row.cells[row.count++] = read_cell(form, cell);
    }
    join_split_labels(form, &row);
    form_settle_row(form, &row, r);
    for (size_t i = 0; i < row.count; i++) {
        row.labels += is_label(&row.cells[i]);
        if (text_is_empty(row.cells[i].words))
            continue;
        row.filled++;
        if (row.first == SIZE_MAX)
            row.first = i;
    }
    return row;
}

void form_leave_section(struct form *form)
{
    close_target(form->x);
    form->section = (struct target){.kind = TARGET_NONE};
    form->has_columns = false;
    form->section_has_rows = false;
    form->section_has_words = false;
}

/* The section's words go on, without the part that the last row named. */
void form_resume_section(struct form *form) { form->x->target = form->section; }

/* ---- values ---- */

/* More than one paragraph, or lines in one. */
static bool has_list(struct extraction *x, const struct block *first)
{
    return first != NULL &&
           (first->next != NULL || first->kind == BLOCK_LIST ||
            text_find(block_text(x->scratch, first), TEXT("\n"), 0) != TEXT_NOT_FOUND);
}

bool is_single_value(const struct label *label)
{
    enum kind kind = element_row(label->element)->kind;
    return label->field != FIELD_NONE || kind == KIND_TEXT || kind == KIND_REF;
}

/* A label and the cell that holds its value; NULL: none. */
void form_fill_labelled(struct form *form, const struct form_cell *name,
                        const struct form_cell *value)
{
    struct extraction *x = form->x;
    struct label label = name->label;
    label_settle(x, &label, value != NULL && has_list(x, value->cell->blocks));
    if (is_single_value(&label)) {
        struct pair pair = {label, name->words, value == NULL ? TEXT("") : value->words};
        fill_pair(x, &pair, value == NULL ? name->cell->span : value->cell->span);
        return;
    }
    open_element(x, label, name->words, LEVEL_LINE, name->cell->span);
    if (value != NULL)
        fill_blocks(x, value->cell->blocks);
}

/* Lines of a cell: 「標籤：值」 where they are pairs, else words of what stands before. */
void fill_cell_lines(struct extraction *x, const struct cell *cell)
{
    for (struct block *block = cell->blocks; block != NULL; block = block->next) {
        struct text text = whole_block_text(x->arena, block);
        struct text line;
        if (block->kind == BLOCK_TABLE) {
            fill_block(x, block);
            continue;
        }
        for (size_t offset = 0; text_next_line(text, &offset, &line);) {
            struct pair pairs[PAIRS_MAX];
            size_t count = label_pairs(x, line, pairs, PAIRS_MAX);
            for (size_t i = 0; i < count; i++)
                fill_pair(x, &pairs[i], block->span);
            if (count == 0)
                fill_text(x, line, block->label, 0, block->span);
        }
    }
}

bool begins_with_pair(struct extraction *x, struct text words)
{
    struct pair pair;
    struct text line;
    size_t offset = 0;
    return text_next_line(words, &offset, &line) && label_pairs(x, line, &pair, 1) > 0;
}

bool form_label_over(struct extraction *x, struct text words, struct label_over *over)
{
    struct text line;
    size_t offset = 0;
    bool is_found = false;
    for (unsigned lines = 0; lines < 2 && text_next_line(words, &offset, &line); lines++) {
        struct label label = label_find(x, text_slice(words, 0, offset));
        struct text rest = text_trim(text_from(words, offset));
        bool is_it = (label.kind == LABEL_ELEMENT || label.kind == LABEL_FIELD) &&
                     !text_is_empty(rest) && !begins_with_pair(x, rest);
        if (!is_it)
            continue;
        bool is_list = text_find(rest, TEXT("\n"), 0) != TEXT_NOT_FOUND;
        bool is_short_value = is_single_value(&label) && label.element != ELEMENT_PURPOSE;
        if (is_short_value && lines + 1 < 2 && is_list)
            continue; /* 「職位⏎Post⏎督導員」: the next line may be the label in English */
        if (is_short_value && (is_list || text_code_points(rest) > OVER_LENGTH))
            continue;
        *over = (struct label_over){label, text_trim(text_slice(words, 0, offset)), rest};
        is_found = true;
    }
    return is_found;
}

bool looks_like_heading(struct text words)
{
    return is_short(words) && !text_ends_with(words, TEXT("。")) &&
           !text_ends_with(words, TEXT("."));
}

/* ---- rows ---- */

struct text form_rest_of_row(struct form *form, const struct form_row *row, size_t from)
{
    struct text_buffer rest = text_buffer_new(form->x->arena);
    for (size_t i = from; i < row->count; i++) {
        if (text_is_empty(row->cells[i].words))
            continue;
        if (rest.size > 0)
            buffer_append_string(&rest, "  ");
        buffer_append(&rest, row->cells[i].words);
    }
    return buffer_text(&rest);
}

/* Whether a row's first cell names a part of the section, as against the item itself. */
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
        if (fields[count] == FIELD_NONE && count == 0 && !is_label(&row->cells[i])) {
            fields[count] = element_first_field(records->element);
            values[count].text = words;
        }
        if (fields[count++] == FIELD_NONE)
            return false;
    }
    if (count < 2 || text_is_empty(values[0].text))
        return false;
    struct record *record = record_append(x->handbook, records, values[0].text, values[0].at);
    size_t at = row->first;
    for (size_t i = 0; i < count; i++, at++) {
        while (text_is_empty(row->cells[at].words))
            at++;
        struct text words = row->cells[at].words;
        if (words.size > values[i].text.size)
            note_field(x, USE_LABEL, records->element, fields[i],
                       text_slice(words, 0, words.size - values[i].text.size), values[i].at);
        note_field(x, USE_VALUE, records->element, fields[i], values[i].text, values[i].at);
        if (!text_is_empty(values[i].text))
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
        fill_blocks(x, first->cell->blocks);
    else if (form->section.kind == TARGET_ELEMENT &&
             (fill_field_cells(form, row) || fill_shared_row(form, row) ||
              fill_party_row(form, row)))
        return;
    else if (is_numeral_cell(first->words))
        fill_numbered_row(form, row);
    else if (form_is_part_name(form, first)) {
        x->target.part = (struct value){first->words, at};
        note(x, USE_LABEL, first->words, at);
        struct text share;
        size_t end = take_share(form, row, &share) ? row->count - 1 : row->count;
        size_t from = x->target.kind == TARGET_ELEMENT ? x->target.records->count : 0;
        for (size_t i = row->first + 1; i < end; i++)
            fill_blocks(x, row->cells[i].cell->blocks);
        if (end < row->count)
            set_share(x, from, share, row->cells[end].cell->span);
    } else {
        struct text_buffer all = text_buffer_new(x->arena);
        buffer_append(&all, first->words);
        buffer_append_string(&all, is_short(first->words) ? "：" : "  ");
        buffer_append(&all, form_rest_of_row(form, row, row->first + 1));
        fill_text(x, buffer_text(&all), TEXT(""), 0, at);
    }
}

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

/* Where the value that begins at from ends: at the next label, or what stands as one. */
static size_t value_end(const struct form *form, const struct form_row *row, size_t from)
{
    bool has_value = false;
    if (from > 0 && from < row->count && is_label(&row->cells[from - 1]) &&
        is_position_value(row, from - 1, from))
        return from + 1;
    for (; from < row->count; from++) {
        const struct form_cell *c = &row->cells[from];
        if (is_label(c) || c->label.kind == LABEL_OTHER ||
            (has_value && stands_as_label(form, row, from)))
            break;
        has_value |= !text_is_empty(c->words);
    }
    return from;
}

void form_fill_unknown_row(struct form *form, const struct form_row *row, size_t from, size_t end)
{
    struct extraction *x = form->x;
    const struct form_cell *first = &row->cells[from];
    bool has_label = is_short(label_without_remark(first->words)) && from + 1 < row->count;
    size_t value = from + 1;
    while (value < end && text_is_empty(row->cells[value].words))
        value++;
    struct form_cell guessed = *first;
    guessed.label = has_label && first->label.kind == LABEL_UNKNOWN && value < end
                        ? label_guess_in_form(x, first->words)
                        : label_of(ELEMENT_COUNT);
    if (guessed.label.kind == LABEL_ELEMENT && value + 1 >= end) {
        form_fill_labelled(form, &guessed, &row->cells[value]);
        close_target(x);
        return;
    }
    the_role(x, first->cell->span);
    open_other(x, has_label ? first->words : TEXT(""), LEVEL_LINE, first->cell->span,
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
    if (!is_among_pairs || text_is_empty(pair.name) || !is_short(pair.name))
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
        if (text_is_empty(name->words) || form_fill_label_over(form, name) ||
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
