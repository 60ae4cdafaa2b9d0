/* One role as a form to fill in: what a Word file of a role looks like when rolebook writes it. */
#include "core/base/text_buffer.h"
#include "core/compose/compose.h"
#include "core/compose/form_records.h"
#include "core/compose/panel.h"
#include "core/model/list_label.h"

/* The grid of labels and values: label, value (a part and its rest), label, value. */
#define COLUMNS 5
#define VALUE_COLUMNS (COLUMNS - 1)
static const uint32_t label_widths[COLUMNS] = {16, 16, 18, 16, 34};

#define SHORT_VALUE 26 /* Latin letters: two pairs of such stand beside each other */
#define NAME_WIDTH 50  /* Latin letters: longer ones in a line would not be taken for names */

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

static void begin_labels(struct form *form)
{
    if (form->table != NULL)
        return;
    form->table = form_begin_table(form);
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
    struct text heading = form_heading(form, records->element);
    begin_labels(form);
    if (!is_short)
        end_row(form);
    bool is_second = form->half != NULL;
    uint32_t column = is_second ? 3 : 0;
    add_label(form, column, heading, records->at);
    struct cell *cell = form_add_cell(form, form->table,
                                      (struct cell_place){.row = form->row,
                                                          .column = column + 1,
                                                          .columns = is_second  ? 1
                                                                     : is_short ? 2
                                                                                : VALUE_COLUMNS});
    enum form_use use = records->state == STATE_EMPTY ? FORM_EMPTY : FORM_VALUE;
    cell->field =
        form_new_field(form, (struct form_name){use, records->element, FIELD_NONE}, heading);
    form->half = is_short && !is_second ? cell : NULL;
    if (form->half == NULL)
        form->row++;
    return cell;
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

/* The label merged over its parts, each with the items that stand under it. */
static void add_parts(struct form *form, const struct records *records)
{
    struct text heading = form_heading(form, records->element);
    begin_labels(form);
    end_row(form);
    struct cell *label = add_label(form, 0, heading, records->at);
    uint32_t first_row = form->row;
    for (size_t i = 0, end; i < records->count; i = end, form->row++) {
        struct text part = rows_part(&records->rows[i]);
        bool has_part = !text_is_empty(part);
        end = form_part_end(records, i);
        if (has_part) {
            struct cell *name = add_label(form, 1, part, records->rows[i].at);
            name->field = form_new_field(
                form, (struct form_name){FORM_PART, records->element, FIELD_NONE}, heading);
        }
        struct cell *cell = form_add_cell(form, form->table,
                                          (struct cell_place){.row = form->row,
                                                              .column = has_part ? 2 : 1,
                                                              .columns = VALUE_COLUMNS - has_part});
        cell->field = form_new_field(
            form, (struct form_name){FORM_VALUE, records->element, FIELD_NONE}, heading);
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
        form_add_prompt(form, cell, records->element);
    else if (is_list)
        add_items(form, cell, records, 0, records->count);
    else
        form_add_paragraph(form, cell, words, 0);
}

/* ---- sections of their own ---- */

static void add_section(struct form *form, const struct section_text *section)
{
    begin_labels(form);
    end_row(form);
    bool has_heading = !text_is_empty(section->heading);
    if (has_heading)
        add_label(form, 0, section->heading, section->at);
    struct cell *cell = form_add_cell(form, form->table,
                                      (struct cell_place){.row = form->row,
                                                          .column = has_heading,
                                                          .columns = COLUMNS - has_heading});
    cell->field = form_new_field(form, (struct form_name){FORM_OTHER, ELEMENT_COUNT, FIELD_NONE},
                                 section->heading);
    if (section->blocks == NULL)
        form_add_paragraph(form, cell, section->text, 0);
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
        if (form_needs_table(form, records)) {
            end_table(form);
            form_add_records(form, records);
        } else {
            add_element(form, records);
        }
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
