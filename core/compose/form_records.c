#include "core/compose/form_records.h"
#include "core/compose/panel.h"

#define BLANK_ROWS 3 /* of records in a form with nothing filled in */

/* Widths of columns, in Latin letters: words stay whole, what is left goes to long texts. */
#define LINE_WIDTH 88 /* of a table over the page */
#define NUMBER_WIDTH 4
#define PART_WIDTH 10
#define WORD_WIDTH_MAX 14
#define TEXT_WIDTH_MAX 56
#define PADDING_WIDTH 3
#define TEXT_SHARE 12    /* for long texts where words alone would fill the line */
#define WRITING_WIDTH 20 /* of a column that is still to be written in */

/* Said by the duty's own sentence, or asked for by few: a form to fill in has no column for it. */
static const enum field seldom[] = {
    FIELD_APPOINTMENT_CODE,    FIELD_APPOINTMENT_LEVEL, FIELD_DUTIES_WHAT,
    FIELD_DUTIES_HOW,          FIELD_DUTIES_RESULT,     FIELD_DUTIES_OUTPUT,
    FIELD_DUTIES_STANDARDS,    FIELD_DUTIES_LEVEL,      FIELD_DUTIES_RESPONSIBILITY,
    FIELD_DUTIES_ESSENTIAL,    FIELD_DUTIES_BASELINE,   FIELD_STANDARDS_DUTY,
    FIELD_EDITION_NEXT_REVIEW, FIELD_EDITION_SUPERSEDES};

static bool is_seldom(enum field field)
{
    for (size_t i = 0; i < sizeof seldom / sizeof *seldom; i++)
        if (seldom[i] == field)
            return true;
    return false;
}

/* A table of one element's records. */
struct grid {
    struct form *form;
    const struct records *records;
    struct table *table;
    enum field columns[FIELD_COUNT];
    const struct form_field *fields[FIELD_COUNT];
    size_t count;
    uint32_t first; /* grid column of the first field: 1 behind a column of numbers or parts */
    uint32_t row;
};

static bool has_labels(const struct records *records)
{
    for (size_t i = 0; i < records->count; i++)
        if (!text_is_empty(records->rows[i].label))
            return true;
    return false;
}

static void find_columns(struct grid *grid)
{
    const struct records *records = grid->records;
    enum field main = element_first_field(records->element);
    if (records->count > 0) {
        grid->count =
            rows_columns(&grid->form->rows, records, 0, records->count, FIELD_NONE, grid->columns);
        return;
    }
    for (size_t f = 0; f < element_field_count(records->element); f++)
        if (!is_seldom(main + (enum field)f))
            grid->columns[grid->count++] = main + (enum field)f;
    rows_put_key_first(grid->columns, grid->count);
}

static void add_heads(struct grid *grid)
{
    struct form *form = grid->form;
    const struct vocabulary *vocabulary = form->rows.vocabulary;
    enum language language = form->rows.language;
    uint32_t columns = (uint32_t)grid->count + grid->first;
    build_cell(form->document, grid->table,
               (struct cell_place){.columns = columns, .is_header = true, .style = TEXT("section")},
               form_heading(form, grid->records->element), grid->records->at);
    if (grid->first > 0)
        build_cell(form->document, grid->table,
                   (struct cell_place){.row = 1, .is_header = true, .style = TEXT("head")},
                   vocabulary_word(vocabulary, language, "number"), (struct span){0});
    for (size_t c = 0; c < grid->count; c++) {
        struct text head = vocabulary_column(vocabulary, language, grid->columns[c]);
        struct cell_place place = {.row = 1,
                                   .column = grid->first + (uint32_t)c,
                                   .is_header = true,
                                   .style = TEXT("head")};
        build_cell(form->document, grid->table, place, head, (struct span){0});
        grid->fields[c] = form_new_field(
            form, (struct form_name){FORM_VALUE, grid->records->element, grid->columns[c]}, head);
    }
    grid->table->header_rows = grid->row = 2;
}

/* The number of a record, or the part that it stands under with those behind it. */
static void add_record_label(struct grid *grid, size_t i)
{
    const struct records *records = grid->records;
    struct text part = rows_part(&records->rows[i]);
    bool goes_on =
        i > 0 && !text_is_empty(part) && text_equal(part, rows_part(&records->rows[i - 1]));
    if (goes_on)
        return;
    struct cell *cell =
        build_cell(grid->form->document, grid->table, (struct cell_place){.row = grid->row},
                   records->rows[i].label, records->rows[i].at);
    if (!text_is_empty(part))
        cell->row_span = (uint32_t)(form_part_end(records, i) - i);
    cell->field =
        form_new_field(grid->form, (struct form_name){FORM_LABEL, records->element, FIELD_NONE},
                       form_heading(grid->form, records->element));
}

/* What the place of a field asks for; in a record that says something, no more than room. */
static struct text field_prompt(const struct grid *grid, const struct form_field *field,
                                bool is_free)
{
    const struct rows *rows = &grid->form->rows;
    return is_free ? vocabulary_word(rows->vocabulary, rows->language,
                                     field->choice_count > 0 ? "prompt-choice" : "prompt")
                   : TEXT("\u3000");
}

/* record NULL: an empty row to fill in */
static void add_record(struct grid *grid, const struct record *record)
{
    struct form *form = grid->form;
    const struct rows *rows = &form->rows;
    enum field main = element_first_field(grid->records->element);
    for (size_t c = 0; c < grid->count; c++) {
        enum field field = grid->columns[c];
        struct cell_place place = {.row = grid->row, .column = grid->first + (uint32_t)c};
        struct cell *cell = form_add_cell(form, grid->table, place);
        cell->field = grid->fields[c];
        struct text words =
            record == NULL ? TEXT("") : rows_cell(rows, grid->records, record, field);
        if (!text_is_empty(words)) {
            struct block *block = form_add_paragraph(form, cell, words, 0);
            if (record != NULL && field == main)
                block->indent_pt10 = record->depth * FORM_STEP_PT10;
        } else if (field == main)
            form_add_prompt(form, cell, grid->records->element);
        else
            form_add_paragraph(form, cell, field_prompt(grid, cell->field, record == NULL),
                               STYLE_PLACEHOLDER);
    }
    grid->row++;
}

/* What a column needs for its longest word, and for its longest text in one line. */
struct need {
    size_t word, text;
};

/* Lines break at blanks, and anywhere between Han. */
static size_t longest_word(struct text words)
{
    size_t longest = 0, here = 0;
    for (size_t at = 0; at < words.size;) {
        uint32_t c = text_next(words, &at);
        here = is_blank_code_point(c) ? 0 : c >= 0x2E80 ? 2 : here + 1;
        longest = here > longest ? here : longest;
    }
    return longest < WORD_WIDTH_MAX ? longest : WORD_WIDTH_MAX;
}

static void need_words(struct need *need, struct text words)
{
    size_t word = longest_word(words), text = panel_width(words);
    text = text < TEXT_WIDTH_MAX ? text : TEXT_WIDTH_MAX;
    need->word = word > need->word ? word : need->word;
    need->text = text > need->text ? text : need->text;
}

static struct need need_of(const struct grid *grid, size_t c)
{
    const struct rows *rows = &grid->form->rows;
    const struct records *records = grid->records;
    bool is_main = grid->columns[c] == element_first_field(records->element);
    struct need need = {0};
    need_words(&need, vocabulary_column(rows->vocabulary, rows->language, grid->columns[c]));
    need.word += 1 + need.word / 8; /* heads are bold */
    if (records->count == 0)
        need_words(&need,
                   is_main ? vocabulary_prompt(rows->vocabulary, rows->language, records->element)
                           : field_prompt(grid, grid->fields[c], true));
    for (size_t i = 0; i < records->count; i++)
        need_words(&need, rows_cell(rows, records, &records->rows[i], grid->columns[c]));
    if (records->count == 0 && grid->fields[c]->choice_count == 0 && need.text < WRITING_WIDTH)
        need.text = WRITING_WIDTH;
    need.text = need.text > need.word ? need.text : need.word;
    return need;
}

static uint32_t label_width(const struct records *records)
{
    for (size_t i = 0; i < records->count; i++)
        if (!text_is_empty(rows_part(&records->rows[i])))
            return PART_WIDTH + PADDING_WIDTH;
    return NUMBER_WIDTH + PADDING_WIDTH;
}

static void set_widths(struct grid *grid)
{
    struct need needs[FIELD_COUNT];
    size_t least = 0, more = 0;
    table_index(grid->form->document, grid->table);
    uint32_t *widths = arena_new_array(grid->form->arena, grid->table->columns, uint32_t);
    if (grid->first > 0)
        least = widths[0] = label_width(grid->records);
    for (size_t c = 0; c < grid->count; c++) {
        needs[c] = need_of(grid, c);
        least += needs[c].word + PADDING_WIDTH;
        more += needs[c].text - needs[c].word;
    }
    size_t left = least + TEXT_SHARE < LINE_WIDTH ? LINE_WIDTH - least : TEXT_SHARE;
    for (size_t c = 0; c < grid->count; c++) {
        size_t share =
            more == 0 ? left / grid->count : left * (needs[c].text - needs[c].word) / more;
        widths[grid->first + c] = (uint32_t)(needs[c].word + PADDING_WIDTH + share);
    }
    grid->table->column_widths = widths;
}

void form_add_records(struct form *form, const struct records *records)
{
    struct grid grid = {.form = form, .records = records, .first = has_labels(records)};
    grid.table = form_begin_table(form);
    find_columns(&grid);
    add_heads(&grid);
    for (size_t i = 0; i < records->count; i++) {
        if (grid.first > 0)
            add_record_label(&grid, i);
        add_record(&grid, &records->rows[i]);
    }
    for (size_t i = 0; records->count == 0 && i < (form->is_blank ? BLANK_ROWS : 1); i++)
        add_record(&grid, NULL);
    set_widths(&grid);
}

/* A version alone: an item of a list would not say that it is one. */
static bool has_main_field(const struct records *records)
{
    enum field main = element_first_field(records->element);
    for (size_t i = 0; i < records->count; i++)
        if (!text_is_empty(record_field(records, &records->rows[i], main).text))
            return records->element == ELEMENT_EDITION || records->element == ELEMENT_APPROVAL;
    return false;
}

bool form_needs_table(struct form *form, const struct records *records)
{
    enum field columns[FIELD_COUNT];
    if (element_field_count(records->element) == 0)
        return false;
    return records->state == STATE_ABSENT ||
           (records->state == STATE_FILLED &&
            (has_main_field(records) ||
             rows_columns(&form->rows, records, 0, records->count, FIELD_NONE, columns) > 1));
}
