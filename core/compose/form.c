/* One role as a form to fill in: what a Word file of a role looks like when rolebook writes it. */
#include "core/base/text_buffer.h"
#include "core/compose/compose.h"
#include "core/compose/panel.h"
#include "core/compose/rows.h"
#include "core/model/form_name.h"
#include "core/model/list_label.h"

/* The grid of labels and values: label, value (a part and its rest), label, value. */
#define COLUMNS 5
#define VALUE_COLUMNS (COLUMNS - 1)
static const uint32_t label_widths[COLUMNS] = {16, 16, 18, 16, 34};

#define SHORT_VALUE 26 /* Latin letters: two pairs of such stand beside each other */
#define NAME_WIDTH 50  /* Latin letters: longer ones in a line would not be taken for names */
#define BLANK_ROWS 3   /* of records in a form with nothing filled in */

/* Widths of columns, in Latin letters: words stay whole, what is left goes to long texts. */
#define LINE_WIDTH 88 /* of a table over the page */
#define NUMBER_WIDTH 4
#define PART_WIDTH 10
#define WORD_WIDTH_MAX 14
#define TEXT_WIDTH_MAX 56
#define PADDING_WIDTH 3
#define TEXT_SHARE 12    /* for long texts where words alone would fill the line */
#define WRITING_WIDTH 20 /* of a column that is still to be written in */

struct form {
    struct document *document;
    struct arena *arena;
    struct rows rows;
    bool is_blank;
    struct table *table; /* of labels and values; NULL: none begun */
    uint32_t row;        /* the next one */
    struct cell *half;   /* the value of a row that has room for another pair; NULL: none */
};

/* ---- cells ---- */

static struct cell *add_cell(struct form *form, struct table *table, struct cell_place place)
{
    struct cell *cell = cell_append(form->document, table, (struct span){0});
    cell->row = place.row;
    cell->column = place.column;
    cell->column_span = place.columns == 0 ? 1 : place.columns;
    cell->is_header = place.is_header;
    cell->style = place.style;
    return cell;
}

static struct block *add_paragraph(struct form *form, struct cell *cell, struct text words,
                                   unsigned style)
{
    struct block *block =
        block_append_to_cell(form->document, cell, BLOCK_PARAGRAPH, (struct span){0});
    block->style = TEXT("table-cell");
    build_run(form->document, block, words, TEXT(""), (struct span){0});
    for (struct run *run = block->runs; run != NULL; run = run->next)
        run->style |= style;
    return block;
}

static const struct form_field *new_field(struct form *form, struct form_name name,
                                          struct text title)
{
    struct form_field *field = arena_new(form->arena, struct form_field);
    field->name = form_name_text(form->arena, name);
    field->title = title;
    if (name.field != FIELD_NONE) {
        struct text *choices;
        field->choice_count = vocabulary_choices(form->rows.vocabulary, form->arena,
                                                 form->rows.language, name.field, &choices);
        field->choices = choices;
    }
    return field;
}

static struct text heading_of(const struct form *form, enum element element)
{
    return vocabulary_heading(form->rows.vocabulary, form->rows.language, element);
}

/* ---- the table of labels and values ---- */

/* What a row with one pair leaves free belongs to its value. */
static void end_row(struct form *form)
{
    if (form->half == NULL)
        return;
    form->half->column_span = VALUE_COLUMNS;
    form->half = NULL;
    form->row++;
}

static void end_table(struct form *form)
{
    if (form->table == NULL)
        return;
    end_row(form);
    table_index(form->document, form->table);
    uint32_t *widths = arena_new_array(form->arena, form->table->columns, uint32_t);
    for (size_t c = 0; c < form->table->columns && c < COLUMNS; c++)
        widths[c] = label_widths[c];
    form->table->column_widths = widths;
    form->table = NULL;
}

/* Word joins tables that nothing stands between. */
static struct table *begin_table(struct form *form)
{
    const struct block *last = form->document->last_block;
    if (last != NULL && last->kind == BLOCK_TABLE)
        build_paragraph(form->document, NULL, TEXT("gap"), TEXT(""), (struct span){0});
    return build_table(form->document, NULL, TEXT("form"));
}

static void begin_labels(struct form *form)
{
    if (form->table != NULL)
        return;
    form->table = begin_table(form);
    form->row = 0;
}

static struct cell *add_label(struct form *form, uint32_t column, struct text words, struct span at)
{
    return build_cell(
        form->document, form->table,
        (struct cell_place){
            .row = form->row, .column = column, .is_header = true, .style = TEXT("label")},
        words, at);
}

/* The value beside a label: over the rest of the row, or in half of it. */
static struct cell *add_value(struct form *form, const struct records *records, bool is_short)
{
    struct text heading = heading_of(form, records->element);
    begin_labels(form);
    if (!is_short)
        end_row(form);
    bool is_second = form->half != NULL;
    uint32_t column = is_second ? 3 : 0;
    add_label(form, column, heading, records->at);
    struct cell *cell = add_cell(form, form->table,
                                 (struct cell_place){.row = form->row,
                                                     .column = column + 1,
                                                     .columns = is_second  ? 1
                                                                : is_short ? 2
                                                                           : VALUE_COLUMNS});
    enum form_use use = records->state == STATE_EMPTY ? FORM_EMPTY : FORM_VALUE;
    cell->field = new_field(form, (struct form_name){use, records->element, FIELD_NONE}, heading);
    form->half = is_short && !is_second ? cell : NULL;
    if (form->half == NULL)
        form->row++;
    return cell;
}

static void add_prompt(struct form *form, struct cell *cell, enum element element)
{
    struct text prompt = vocabulary_prompt(form->rows.vocabulary, form->rows.language, element);
    add_paragraph(form, cell, prompt, STYLE_PLACEHOLDER);
}

/* ---- lists ---- */

/* Names that can stand in one line. */
static bool are_plain_names(const struct records *records)
{
    static const char *const marks[] = {"、", "；", ";", "，", ",", "。", ".", "\n"};
    for (size_t i = 0; i < records->count; i++) {
        if (!text_is_empty(records->rows[i].label) || text_is_empty(records->rows[i].text) ||
            panel_width(records->rows[i].text) > NAME_WIDTH)
            return false;
        for (size_t m = 0; m < sizeof marks / sizeof *marks; m++)
            if (text_find(records->rows[i].text, text_from_string(marks[m]), 0) != TEXT_NOT_FOUND)
                return false;
    }
    return true;
}

static bool holds_names(const struct records *records)
{
    return (element_row(records->element)->kind == KIND_REFS ||
            records->element == ELEMENT_ALTERNATE_TITLES) &&
           are_plain_names(records);
}

static struct text names_of(struct form *form, const struct records *records)
{
    struct text_buffer names = text_buffer_new(form->arena);
    for (size_t i = 0; i < records->count; i++) {
        if (i > 0)
            buffer_append_string(&names, form->rows.language == LANG_EN ? ", " : "、");
        buffer_append(&names, records->rows[i].text);
    }
    return buffer_text(&names);
}

static void add_items(struct form *form, struct cell *cell, const struct records *records,
                      size_t first, size_t end)
{
    struct rows rows = form->rows;
    rows.cell = cell;
    rows_show_items(&rows, records, first, end);
}

static size_t end_of_part(const struct records *records, size_t first)
{
    size_t end = first + 1;
    while (end < records->count &&
           text_equal(rows_part(&records->rows[first]), rows_part(&records->rows[end])))
        end++;
    return end;
}

/* The label merged over its parts, each with the items that stand under it. */
static void add_parts(struct form *form, const struct records *records)
{
    struct text heading = heading_of(form, records->element);
    begin_labels(form);
    end_row(form);
    struct cell *label = add_label(form, 0, heading, records->at);
    uint32_t first_row = form->row;
    for (size_t i = 0, end; i < records->count; i = end, form->row++) {
        struct text part = rows_part(&records->rows[i]);
        bool has_part = !text_is_empty(part);
        end = end_of_part(records, i);
        if (has_part) {
            struct cell *name = add_label(form, 1, part, records->rows[i].at);
            name->field = new_field(
                form, (struct form_name){FORM_PART, records->element, FIELD_NONE}, heading);
        }
        struct cell *cell = add_cell(form, form->table,
                                     (struct cell_place){.row = form->row,
                                                         .column = has_part ? 2 : 1,
                                                         .columns = VALUE_COLUMNS - has_part});
        cell->field =
            new_field(form, (struct form_name){FORM_VALUE, records->element, FIELD_NONE}, heading);
        add_items(form, cell, records, i, end);
    }
    label->row_span = form->row - first_row;
}

/* ---- elements beside a label ---- */

static bool has_parts(const struct records *records)
{
    for (size_t i = 0; i < records->count; i++)
        if (!text_is_empty(rows_part(&records->rows[i])))
            return true;
    return false;
}

static bool is_short(const struct records *records, struct text words)
{
    enum kind kind = element_row(records->element)->kind;
    return records->element < ELEMENT_PURPOSE && kind != KIND_LIST &&
           panel_width(words) <= SHORT_VALUE && text_find(words, TEXT("\n"), 0) == TEXT_NOT_FOUND;
}

static void add_element(struct form *form, const struct records *records)
{
    enum kind kind = element_row(records->element)->kind;
    bool is_text = kind == KIND_TEXT || kind == KIND_REF;
    bool is_list = records->state == STATE_FILLED && !is_text && !holds_names(records);
    struct text words = TEXT("");
    if (is_list && has_parts(records)) {
        add_parts(form, records);
        return;
    }
    if (records->state == STATE_NOT_APPLICABLE)
        words = rows_absence(&form->rows, records);
    else if (records->state == STATE_FILLED && !is_list)
        words = is_text ? records->rows[0].text : names_of(form, records);
    bool has_prompt = records->state == STATE_ABSENT || records->state == STATE_EMPTY;
    struct cell *cell = add_value(form, records, !is_list && is_short(records, words));
    if (has_prompt)
        add_prompt(form, cell, records->element);
    else if (is_list)
        add_items(form, cell, records, 0, records->count);
    else
        add_paragraph(form, cell, words, 0);
}

/* ---- tables of records ---- */

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
               heading_of(form, grid->records->element), grid->records->at);
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
        grid->fields[c] = new_field(
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
        cell->row_span = (uint32_t)(end_of_part(records, i) - i);
    cell->field =
        new_field(grid->form, (struct form_name){FORM_LABEL, records->element, FIELD_NONE},
                  heading_of(grid->form, records->element));
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
        struct cell *cell = add_cell(form, grid->table, place);
        cell->field = grid->fields[c];
        struct text words =
            record == NULL ? TEXT("") : rows_cell(rows, grid->records, record, field);
        if (!text_is_empty(words)) {
            struct block *block = add_paragraph(form, cell, words, 0);
            if (record != NULL && field == main)
                block->indent_pt10 = record->depth * FORM_STEP_PT10;
        } else if (field == main)
            add_prompt(form, cell, grid->records->element);
        else
            add_paragraph(form, cell, field_prompt(grid, cell->field, record == NULL),
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

static void add_records(struct form *form, const struct records *records)
{
    struct grid grid = {.form = form, .records = records, .first = has_labels(records)};
    end_table(form);
    grid.table = begin_table(form);
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

/* Records that are more than items of a list. */
static bool is_table(struct form *form, const struct records *records)
{
    enum field columns[FIELD_COUNT];
    if (element_field_count(records->element) == 0)
        return false;
    return records->state == STATE_ABSENT ||
           (records->state == STATE_FILLED &&
            (has_main_field(records) ||
             rows_columns(&form->rows, records, 0, records->count, FIELD_NONE, columns) > 1));
}

/* ---- sections of their own ---- */

static void add_section(struct form *form, const struct section_text *section)
{
    begin_labels(form);
    end_row(form);
    bool has_heading = !text_is_empty(section->heading);
    if (has_heading)
        add_label(form, 0, section->heading, section->at);
    struct cell *cell =
        add_cell(form, form->table,
                 (struct cell_place){
                     .row = form->row, .column = has_heading, .columns = COLUMNS - has_heading});
    cell->field = new_field(form, (struct form_name){FORM_OTHER, ELEMENT_COUNT, FIELD_NONE},
                            section->heading);
    if (section->blocks == NULL)
        add_paragraph(form, cell, section->text, 0);
    for (const struct block *from = section->blocks; from != NULL; from = from->next) {
        struct block *to = block_append_to_cell(form->document, cell, from->kind, from->span);
        struct block place = *to;
        *to = *from;
        to->next = place.next;
        to->parent = place.parent;
    }
    form->row++;
}

/* ---- the form ---- */

static bool is_shown(const struct form *form, const struct records *records)
{
    return form->is_blank || records->state != STATE_ABSENT ||
           element_row(records->element)->absent != LEVEL_OFF;
}

static void compose(struct form *form, const struct role *role)
{
    build_paragraph(form->document, NULL, TEXT("title"),
                    vocabulary_word(form->rows.vocabulary, form->rows.language, "form-title"),
                    (struct span){0});
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        const struct records *records = &role->values[e];
        if (!is_shown(form, records))
            continue;
        if (is_table(form, records))
            add_records(form, records);
        else
            add_element(form, records);
    }
    for (const struct section_text *s = role->other; s != NULL; s = s->next)
        add_section(form, s);
    end_table(form);
}

static struct form new_form(struct arena *arena, enum language language,
                            const struct vocabulary *vocabulary)
{
    struct document *document = document_new(arena, NULL);
    return (struct form){.document = document,
                         .arena = arena,
                         .rows = {.document = document,
                                  .vocabulary = vocabulary,
                                  .language = language,
                                  .use = ROWS_FOR_FILES}};
}

struct document *compose_form(struct arena *arena, const struct role *role,
                              const struct vocabulary *vocabulary)
{
    enum language language = language_from_tag(role->language);
    struct form form = new_form(arena, language == LANG_COUNT ? LANG_EN : language, vocabulary);
    form.document->title = role_title(role);
    form.document->language = role->language;
    compose(&form, role);
    return form.document;
}

struct document *compose_blank_form(struct arena *arena, enum language language,
                                    const struct vocabulary *vocabulary)
{
    struct handbook *handbook = handbook_new(arena);
    struct role *role = role_append(handbook, NULL, (struct span){0});
    struct form form = new_form(arena, language, vocabulary);
    form.is_blank = true;
    form.document->title = vocabulary_word(vocabulary, language, "form-title");
    form.document->language = text_from_string(language_tag(language));
    compose(&form, role);
    return form.document;
}
