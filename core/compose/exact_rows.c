#include "core/compose/exact_rows.h"
#include "core/base/text_buffer.h"
#include "core/model/exact_form.h"

/* ---- tables ---- */

/* What a table of the records holds. */
struct exact_table {
    enum field fields[FIELD_COUNT]; /* FIELD_NONE: the record's own words */
    size_t count;
    bool has_text; /* a column of its own for these */
};

static struct text main_field(const struct records *records, const struct record *record)
{
    return record_field(records, record, element_first_field(records->element)).text;
}

/* Approval and edition have words that are none of their fields. */
static bool may_lack_main(const struct records *records)
{
    return records->element == ELEMENT_APPROVAL || records->element == ELEMENT_EDITION;
}

/* An item of a list is nothing but the words of its main field. */
static bool is_item(const struct records *records, const struct record *record)
{
    struct text first = main_field(records, record);
    return may_lack_main(records) ? text_is_empty(first) : text_equal(first, record->text);
}

/* What a row without a column for them gives as the record's words: its first field that has any. */
static struct text implied_words(const struct rows *rows, const struct records *records,
                                 const struct record *record)
{
    struct text words = main_field(records, record);
    enum field first = element_first_field(records->element);
    for (size_t f = 1; f < element_field_count(records->element) && text_is_empty(words); f++)
        words = rows_cell(rows, records, record, first + (enum field)f);
    return words;
}

static struct exact_table table_of(const struct rows *rows, const struct records *records)
{
    struct exact_table table = {.count = 0};
    enum field columns[FIELD_COUNT];
    bool are_items = true;
    if (element_field_count(records->element) == 0)
        return table;
    size_t count = rows_columns(rows, records, 0, records->count, FIELD_NONE, columns);
    for (size_t i = 0; i < records->count; i++) {
        const struct record *record = &records->rows[i];
        are_items &= is_item(records, record);
        table.has_text |= !text_equal(implied_words(rows, records, record), record->text);
    }
    if (count <= 1 && are_items)
        return table;
    if (table.has_text)
        table.fields[table.count++] = FIELD_NONE;
    for (size_t c = 0; c < count; c++)
        table.fields[table.count++] = columns[c];
    return table;
}

/* Its words, set in as deep as the record is. */
static struct text set_in(const struct rows *rows, const struct records *records,
                          const struct record *record)
{
    struct text_buffer words = text_buffer_new(rows->document->arena);
    for (unsigned i = 0; i < record->depth && i < LIMIT_DEPTH; i++)
        buffer_append(&words, TEXT(EXACT_INDENT));
    buffer_append(&words, rows_numbered_words(rows, records->element, record));
    return buffer_text(&words);
}

static struct text cell_of(const struct rows *rows, const struct records *records,
                           const struct record *record, enum field field, bool has_text)
{
    bool is_main = field == element_first_field(records->element);
    bool lacks_main = may_lack_main(records) && text_is_empty(main_field(records, record));
    if (field == FIELD_NONE || (is_main && !has_text && !lacks_main))
        return set_in(rows, records, record);
    if (is_main)
        return rows_value(rows, field, main_field(records, record));
    return rows_cell(rows, records, record, field);
}

static void show_table(const struct rows *rows, const struct records *records,
                       const struct exact_table *set, size_t first, size_t end)
{
    struct document *document = rows->document;
    struct table *table = build_table(document, rows->parent, TEXT("default"));
    struct cell_place place = {.is_header = true, .style = TEXT("head")};
    for (size_t c = 0; c < set->count; c++, place.column++)
        build_cell(document, table, place,
                   set->fields[c] == FIELD_NONE
                       ? vocabulary_heading(rows->vocabulary, rows->language, records->element)
                       : vocabulary_column(rows->vocabulary, rows->language, set->fields[c]),
                   (struct span){0});
    for (size_t i = first; i < end; i++) {
        const struct record *record = &records->rows[i];
        place = (struct cell_place){.row = (uint32_t)(i - first + 1)};
        for (size_t c = 0; c < set->count; c++, place.column++)
            build_cell(document, table, place,
                       cell_of(rows, records, record, set->fields[c], set->has_text), record->at);
    }
    table->header_rows = 1;
    table_index(document, table);
}

/* ---- parts ---- */

void exact_rows_show(const struct rows *rows, const struct records *records)
{
    struct exact_table table = table_of(rows, records);
    bool is_in_part = false;
    for (size_t i = 0, next; i < records->count; i = next) {
        struct text part = rows_part(&records->rows[i]);
        for (next = i + 1;
             next < records->count && text_equal(rows_part(&records->rows[next]), part);)
            next++;
        if (!text_is_empty(part))
            build_heading(rows->document, rows->parent, 3, part, records->rows[i].at);
        else if (is_in_part)
            block_append(rows->document, rows->parent, BLOCK_RULE, records->rows[i].at);
        is_in_part = !text_is_empty(part);
        if (table.count > 0)
            show_table(rows, records, &table, i, next);
        else
            rows_show_items(rows, records, i, next);
    }
}
