/* Cells of a form: what they say and are labels of, and what is filled in of one alone. */
#include "core/base/text_buffer.h"
#include "core/extract/fill/fill.h"
#include "core/extract/tables/form.h"
#include "core/extract/walk/target.h"

#define SHORT_LABEL 15      /* Han: a longer first cell is a value */
#define SHORT_LATIN 40      /* letters, alike */
#define SPLIT_LABEL_CELLS 4 /* 職|務: a label cut over so many cells at most */
#define OVER_LENGTH 60      /* characters of a single value below its label in one cell */

/* Short for words of one language. */
static bool is_short_alone(struct text words)
{
    return !text_is_longer(words, SHORT_LABEL) ||
           (words.size <= SHORT_LATIN && words.size == text_code_points(words) &&
            !text_ends_with(words, TEXT(".")));
}

/* As short as labels are, in each of its languages. */
bool is_short(struct text words)
{
    struct text han, latin;
    if (is_short_alone(words))
        return true;
    return words.size <= LABEL_BYTES && label_is_bilingual(words, &han, &latin) &&
           is_short_alone(text_trim(han)) && is_short_alone(text_trim(latin));
}

bool is_label(const struct form_cell *c)
{
    return c->label.kind == LABEL_ELEMENT || c->label.kind == LABEL_FIELD;
}

static struct form_cell read_cell(struct form *form, const struct cell *cell)
{
    struct text words = cell_words(form->x, cell);
    struct label label = label_find(form->x, words);
    struct text name = form->has_boxes ? form_name_of_box(words) : TEXT("");
    if (label.kind == LABEL_UNKNOWN && !text_is_empty(name)) {
        label = label_find(form->x, name);
        words = label.kind == LABEL_UNKNOWN ? words : name;
    }
    return (struct form_cell){.cell = cell,
                              .words = words,
                              .label = label,
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
    form->has_columns = form->has_ref_heads = false;
    form->section_has_rows = false;
    form->section_has_words = false;
}

/* The section's words go on, without the part that the last row named. */
void form_resume_section(struct form *form) { form->x->target = form->section; }

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
    bool is_list = value != NULL && has_list(x, value->cell->blocks);
    label_settle(x, &label, is_list);
    if (is_list)
        label_settle_charge(x, &label, value->words);
    bool may_be_grade = label.kind == LABEL_ELEMENT && label.element == ELEMENT_CLASSIFICATION;
    if (is_single_value(&label) || may_be_grade) {
        struct pair pair = {label, name->words, value == NULL ? TEXT("") : value->words};
        fill_pair(x, &pair, value == NULL ? name->cell->span : value->cell->span);
        return;
    }
    open_element(x, label, name->words, LEVEL_LINE, name->cell->span);
    if (value != NULL)
        fill_cell_sections(x, value->cell->blocks);
}

/* Lines of a cell: 「標籤：值」 where they are pairs, else words of what stands before. */
bool is_item_like_pair(const struct pair *pair, enum element section)
{
    return pair->label.kind == LABEL_ELEMENT && pair->label.element == section &&
           element_row(section)->kind == KIND_LIST;
}

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
            if (count == 1 && x->target.kind == TARGET_ELEMENT &&
                is_item_like_pair(&pairs[0], x->target.records->element))
                count = 0;
            for (size_t i = 0; i < count; i++)
                fill_pair(x, &pairs[i], block->span);
            if (count == 0)
                fill_text(x, line, block->label, 0, block->span);
        }
    }
}

/* The pair that the first line of a cell begins with; false: it begins with no label. */
static bool first_pair(struct extraction *x, struct text words, struct pair *pair)
{
    struct text line;
    size_t offset = 0;
    return text_next_line(words, &offset, &line) && label_pairs(x, line, pair, 1) > 0;
}

bool begins_with_pair(struct extraction *x, struct text words)
{
    struct pair pair;
    return first_pair(x, words, &pair);
}

/* JOB DESCRIPTION in front of the position's name titles the form, whatever stands below it. */
static bool has_name(const struct extraction *x)
{
    return x->role != NULL && role_records(x->role, ELEMENT_TITLE)->count > 0;
}

/* "What tools are used? List all of them.": what a form asks; an unknown one: it asks nothing. */
static struct label label_of_question(struct extraction *x, struct text line)
{
    size_t mark = text_find(line, TEXT("?"), 0);
    return mark == TEXT_NOT_FOUND ? label_of(ELEMENT_COUNT)
                                  : label_guess(x, text_slice(line, 0, mark + 1));
}

/* "Salary: 2,000 a month" below "Benefits" is one of these; other pairs are labels of their own. */
static bool are_own_words(struct extraction *x, const struct label *label, struct text rest)
{
    struct pair pair;
    struct text line;
    size_t offset = 0;
    return text_next_line(rest, &offset, &line) &&
           (label_pairs(x, line, &pair, 1) == 0 || is_item_like_pair(&pair, label->element));
}

bool form_label_over(struct extraction *x, struct text words, struct label_over *over)
{
    struct text line;
    size_t offset = 0;
    bool is_found = false;
    for (unsigned lines = 0; lines < 2 && text_next_line(words, &offset, &line); lines++) {
        struct label label = label_find(x, text_slice(words, 0, offset));
        if (lines == 0 && label.kind == LABEL_UNKNOWN)
            label = label_of_question(x, line);
        struct text rest = text_trim(text_from(words, offset));
        bool is_it = (label.kind == LABEL_ELEMENT || label.kind == LABEL_FIELD) &&
                     are_own_words(x, &label, rest);
        if (!is_it || (label_is_description(&label) && !has_name(x)))
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

struct label label_in_cell(struct extraction *x, const struct cell *cell)
{
    struct label_over over;
    struct pair pair;
    struct text words = cell_words(x, cell);
    struct label label = label_find(x, words);
    if (label.kind != LABEL_UNKNOWN)
        return label;
    if (form_label_over(x, words, &over))
        return over.label;
    return first_pair(x, words, &pair) ? pair.label : label;
}
