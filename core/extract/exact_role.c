#include "core/extract/exact_role.h"
#include "core/base/text_buffer.h"
#include "core/extract/fill/fill.h"
#include "core/extract/front_matter.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/model/exact_form.h"
#include "core/model/list_label.h"
#include <stdlib.h>

#define HEAD_ROW 0 /* of a table */

bool is_exact_role(const struct document *document)
{
    for (const struct metadata *m = document->metadata; m != NULL; m = m->next)
        if (text_is(m->key, EXACT_KEY) && text_equal_ascii_case(m->value, TEXT(EXACT_KIND)))
            return true;
    return false;
}

static bool has_one_value(const struct records *records)
{
    return kind_has_one_value(element_row(records->element)->kind);
}

/* ---- elements ---- */

static void open_exact(struct extraction *x, enum element element, struct text heading,
                       enum clue clue, struct span at)
{
    x->clue = clue;
    open_element(x, label_of(element), heading, LEVEL_STEP, at);
    x->target.part = (struct value){0};
    x->target.repeats = false;
}

/* An item, or one more line of the value. */
static void add_words(struct extraction *x, struct text words, struct text label, struct span at)
{
    struct records *records = x->target.records;
    words = text_trim(words);
    if (text_is_empty(words))
        return;
    if (!has_one_value(records) || records->count == 0) {
        fill_whole_item(x, words, label, 0, at);
        return;
    }
    append_line(x, &records->rows[0].text, words);
    note(x, USE_VALUE, words, at);
}

/* ---- records ---- */

/* The columns of a table of records. */
struct exact_columns {
    enum field *fields; /* [count] FIELD_NONE: the head is none */
    bool *hold_text;    /* [count] the record's own words, beside its main field */
    struct text *heads; /* [count] */
    size_t count;
    bool has_text;
};

/* A first head that means the element itself, beside one of its main field: the record's own words. */
static void find_text_column(struct extraction *x, struct exact_columns *columns)
{
    enum element element = x->target.records->element;
    enum field main = element_first_field(element);
    if (columns->count == 0 || (columns->fields[0] != FIELD_NONE && columns->fields[0] != main) ||
        exact_element(x->vocabulary, x->scratch, columns->heads[0]) != element)
        return;
    for (size_t c = 1; c < columns->count; c++)
        columns->has_text |= columns->fields[c] == main;
    columns->hold_text[0] = columns->has_text;
    if (columns->has_text)
        columns->fields[0] = FIELD_NONE;
}

static struct exact_columns columns_of(struct extraction *x, const struct table *table)
{
    enum element element = x->target.records->element;
    size_t count = table->columns;
    struct exact_columns columns = {.fields = arena_new_array(x->scratch, count, enum field),
                                    .hold_text = arena_new_array(x->scratch, count, bool),
                                    .heads = arena_new_array(x->scratch, count, struct text),
                                    .count = count};
    for (size_t c = 0; c < count; c++) {
        const struct cell *cell = table_cell(table, HEAD_ROW, c);
        columns.heads[c] = words_beginning_in(x, cell, HEAD_ROW, c);
        columns.fields[c] = vocabulary_field(x->vocabulary, x->scratch, element, columns.heads[c]);
    }
    find_text_column(x, &columns);
    for (size_t c = 0; c < count; c++)
        if (!text_is_empty(columns.heads[c]))
            note_field(x, USE_LABEL, element, columns.fields[c], columns.heads[c],
                       table_cell(table, HEAD_ROW, c)->span);
    return columns;
}

/* How deep the record is, by the indent of its words. */
static unsigned depth_in_cell(struct extraction *x, const struct cell *cell)
{
    struct text words = cell->blocks == NULL ? TEXT("") : block_text(x->arena, cell->blocks);
    unsigned depth = 0;
    for (; text_starts_with(words, TEXT(EXACT_INDENT)) && depth < LIMIT_DEPTH; depth++)
        words = text_from(words, sizeof EXACT_INDENT - 1);
    return depth;
}

/* One row as it is read. */
struct exact_row {
    struct value *fields; /* of the element, by their places */
    size_t count;
    struct text text; /* of a column of its own */
    struct text_buffer rest;
    struct span at;
    unsigned depth;
    bool any;
};

static void read_exact_cell(struct extraction *x, const struct cell *cell, size_t column,
                            const struct exact_columns *columns, struct exact_row *row)
{
    enum element element = x->target.records->element;
    enum field field = columns->fields[column];
    struct text words = cell_words(x, cell);
    bool is_text = columns->hold_text[column];
    if (text_is_empty(words))
        return;
    note_field(x, USE_VALUE, element, field, words, cell->span);
    if (!row->any)
        row->at = cell->span;
    row->any = true;
    if (is_text || (!columns->has_text && field == element_first_field(element)))
        row->depth = depth_in_cell(x, cell);
    if (is_text && text_is_empty(row->text))
        row->text = words;
    else if (field != FIELD_NONE && text_is_empty(row->fields[field_place(field)].text))
        row->fields[field_place(field)] = (struct value){words, cell->span};
    else
        append_headed(&row->rest, columns->heads[column], words);
}

/* The record's words: those of their own column, else of its first field that has some. */
static struct text words_of_row(struct extraction *x, const struct exact_columns *columns,
                                struct exact_row *row)
{
    struct text_buffer words = text_buffer_new(x->arena);
    buffer_append(&words, row->text);
    for (size_t f = 0; f < row->count && words.size == 0 && !columns->has_text; f++)
        buffer_append(&words, row->fields[f].text);
    if (row->rest.size > 0)
        append_headed(&words, TEXT(""), buffer_text(&row->rest));
    return buffer_text(&words);
}

/* row: for work, the same for all rows of a table */
static void add_row(struct extraction *x, const struct table *table, size_t r,
                    const struct exact_columns *columns, struct exact_row *row)
{
    struct records *records = x->target.records;
    enum field first = element_first_field(records->element);
    *row = (struct exact_row){
        .fields = row->fields, .count = row->count, .rest = text_buffer_new(x->arena)};
    for (size_t f = 0; f < row->count; f++)
        row->fields[f] = (struct value){0};
    for (size_t c = 0; c < columns->count; c++) {
        const struct cell *cell = table_cell(table, r, c);
        if (cell_begins_in(cell, r, c))
            read_exact_cell(x, cell, c, columns, row);
    }
    if (!row->any)
        return;
    struct record *record =
        record_append(x->handbook, records, words_of_row(x, columns, row), row->at);
    record->depth = row->depth;
    record->label = x->target.part.text;
    for (size_t f = 0; f < row->count; f++)
        if (!text_is_empty(row->fields[f].text))
            record_set_field(x->handbook, records, record, first + (enum field)f, row->fields[f]);
}

static void add_table(struct extraction *x, const struct block *block)
{
    const struct table *table = block->table;
    if (table->grid == NULL || table->rows == 0 || has_one_value(x->target.records)) {
        add_words(x, whole_block_text(x->arena, block), TEXT(""), block->span);
        return;
    }
    x->clue = CLUE_COLUMN;
    struct exact_columns columns = columns_of(x, table);
    struct exact_row row = {.count = element_field_count(x->target.records->element)};
    row.fields = arena_new_array(x->scratch, row.count, struct value);
    for (size_t r = HEAD_ROW + 1; r < table->rows; r++)
        add_row(x, table, r, &columns, &row);
}

/* ---- what stands below an element's heading ---- */

static void begin_part(struct extraction *x, const struct block *block)
{
    struct text words = text_trim(block_text(x->arena, block));
    if (has_one_value(x->target.records) && x->target.records->count > 0) {
        add_words(x, words, TEXT(""), block->span);
        return;
    }
    x->target.part = (struct value){words, block->span};
    x->clue = CLUE_HEADING;
    note(x, USE_LABEL, words, block->span);
}

/* "- 3.1 …": the number that its author typed behind the bullet is that of the item. */
static void add_list(struct extraction *x, const struct block *list)
{
    struct records *records = x->target.records;
    size_t first = records->count;
    fill_whole_items(x, list, 0);
    for (struct record *r = records->rows + first; r < records->rows + records->count; r++) {
        enum list_label_kind kind = list_label_of(r->text).kind;
        if (is_list_bullet(r->label) && kind != LIST_LABEL_NONE && kind != LIST_LABEL_BULLET)
            r->label = TEXT("");
    }
}

static void add_to_element(struct extraction *x, const struct block *block)
{
    if (block->kind == BLOCK_HEADING)
        begin_part(x, block);
    else if (block->kind == BLOCK_RULE)
        x->target.part = (struct value){0};
    else if (block->kind == BLOCK_TABLE && block->table != NULL)
        add_table(x, block);
    else if (block->kind == BLOCK_LIST && !has_one_value(x->target.records))
        add_list(x, block);
    else
        add_words(x, whole_block_text(x->arena, block), block->label, block->span);
}

/* ---- sections ---- */

static void add_line(struct extraction *x, struct text label, struct text words, struct span at)
{
    struct text_buffer line = text_buffer_new(x->arena);
    words = text_trim(words);
    if (text_is_empty(words))
        return;
    buffer_append(&line, label);
    if (!text_is_empty(label))
        buffer_append_byte(&line, ' ');
    buffer_append(&line, words);
    append_line(x, &x->target.section->text, buffer_text(&line));
    x->clue = CLUE_PLAIN;
    note(x, USE_OTHER, words, at);
}

static void add_items_as_lines(struct extraction *x, const struct block *list, unsigned depth)
{
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        struct text label = item->label;
        for (const struct block *b = item->children; b != NULL; b = b->next) {
            if (b->kind == BLOCK_LIST && depth < LIMIT_DEPTH) {
                add_items_as_lines(x, b, depth + 1);
                continue;
            }
            add_line(x, label, whole_block_text(x->arena, b), b->span);
            label = TEXT("");
        }
    }
}

static void add_to_section(struct extraction *x, const struct block *block)
{
    if (x->target.kind == TARGET_NONE) {
        x->clue = CLUE_PLAIN;
        open_other(x, TEXT(""), LEVEL_STEP, block->span, false);
    }
    keep_block(x, block);
    if (block->kind == BLOCK_LIST)
        add_items_as_lines(x, block, 0);
    else if (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_HEADING)
        add_line(x, block->label, block_text(x->arena, block), block->span);
    else
        add_line(x, TEXT(""), whole_block_text(x->arena, block), block->span);
}

/* ---- the file ---- */

static void read_exact_entry(struct extraction *x, const struct metadata *m, bool is_site)
{
    struct label label = label_of_entry(x, m);
    bool is_list = text_is(m->key, EXACT_SECTIONS);
    if (is_list) {
        note_skipped(x, CLUE_FILE, m->key, m->key_span);
        note_skipped(x, CLUE_FILE, m->value, m->value_span);
    }
    x->role->keeps_language |= text_is(m->key, "lang");
    if (is_list || skips_entry(x, m, is_site))
        return;
    if (label.kind == LABEL_ELEMENT) {
        struct records *records = &x->role->values[label.element];
        if (x->target.kind != TARGET_ELEMENT || x->target.records != records)
            open_exact(x, label.element, m->key, CLUE_FRONT_MATTER, m->key_span);
        records->heading = TEXT("");
        add_words(x, m->value, TEXT(""), m->value_span);
        return;
    }
    x->clue = CLUE_FRONT_MATTER;
    open_other(x, m->key, LEVEL_LINE, m->key_span, true);
    add_line(x, TEXT(""), m->value, m->value_span);
    close_target(x);
}

/* Headings that "sections:" lists, by their words: none is of an element, though it reads like one. */
struct listed {
    struct text *headings;
    size_t count, capacity;
};

static struct listed listed_sections(const struct extraction *x)
{
    struct listed listed = {0};
    for (const struct metadata *m = x->document->metadata; m != NULL; m = m->next)
        if (text_is(m->key, EXACT_SECTIONS))
            *arena_push(x->scratch, listed.headings, listed.count, listed.capacity) =
                text_trim(m->value);
    if (listed.count > 1)
        qsort(listed.headings, listed.count, sizeof *listed.headings, text_order);
    return listed;
}

static bool is_listed(const struct listed *listed, struct text heading)
{
    return listed->count > 0 && bsearch(&heading, listed->headings, listed->count,
                                        sizeof *listed->headings, text_order) != NULL;
}

static void add_name(struct extraction *x, struct text name, struct span at)
{
    struct records *names = &x->role->values[ELEMENT_TITLE];
    x->clue = CLUE_ROLE_HEADING;
    note_field(x, USE_VALUE, ELEMENT_TITLE, FIELD_NONE, name, at);
    x->role->at = at;
    if (names->count > 0 && !text_equal(names->rows[0].text, name))
        record_append(x->handbook, &x->role->values[ELEMENT_ALTERNATE_TITLES], names->rows[0].text,
                      names->rows[0].at);
    names->count = 0;
    record_append(x->handbook, names, name, at);
}

static void read_exact_heading(struct extraction *x, const struct block *block,
                               const struct listed *listed, bool *is_named)
{
    struct text words = text_trim(block_text(x->arena, block));
    close_target(x);
    if (block->level <= 1 && !*is_named && !text_is_empty(words)) {
        *is_named = true;
        add_name(x, words, block->span);
        return;
    }
    enum element element =
        text_is_empty(words) ? ELEMENT_COUNT : exact_element(x->vocabulary, x->scratch, words);
    bool is_element = element != ELEMENT_COUNT && element != ELEMENT_TITLE &&
                      x->role->values[element].state == STATE_ABSENT && !is_listed(listed, words);
    if (is_element) {
        open_exact(x, element, words, CLUE_HEADING, block->span);
        return;
    }
    x->clue = CLUE_HEADING;
    bool is_unknown = !text_is_empty(words) && element == ELEMENT_COUNT;
    open_other(x, words, LEVEL_STEP, block->span, is_unknown);
}

static bool holds_nothing(const struct role *role)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        if (role->values[e].count > 0)
            return false;
    return role->other == NULL;
}

void read_exact_role(struct extraction *x)
{
    const struct document *document = x->document;
    struct listed listed = listed_sections(x);
    bool is_site = is_of_site(x), is_named = false;
    x->handbook->language = document->language;
    the_role(x, span_of_source(document->source));
    for (const struct metadata *m = document->metadata; m != NULL; m = m->next)
        read_exact_entry(x, m, is_site);
    close_target(x);
    for (const struct block *block = document->blocks; block != NULL; block = block->next) {
        take_asides(x, block);
        if (block->kind == BLOCK_HEADING && block->level <= 2)
            read_exact_heading(x, block, &listed, &is_named);
        else if (x->target.kind == TARGET_ELEMENT)
            add_to_element(x, block);
        else
            add_to_section(x, block);
    }
    close_target(x);
    settle_asides(x);
    if (holds_nothing(x->role))
        role_drop_last(x->handbook, NULL);
    else
        report_empty_elements(x);
    x->role = NULL;
}
