#include "core/compose/rows.h"
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/compose/panel.h"
#include "core/model/draft_mark.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"
#include "core/normalise/duty_sentence.h"

struct text rows_value(const struct rows *rows, enum field field, struct text value)
{
    return vocabulary_code_word(rows->vocabulary, rows->language, field, value);
}

struct text rows_absence(const struct rows *rows, const struct records *records)
{
    struct text_buffer out = text_buffer_new(rows->document->arena);
    buffer_append(&out, vocabulary_word(rows->vocabulary, rows->language, "not-applicable"));
    if (!text_is_empty(records->reason)) {
        buffer_append_string(&out, rows->language == LANG_EN ? ": " : "：");
        buffer_append(&out, records->reason);
    }
    return buffer_text(&out);
}

static bool is_field(const struct records *records, const struct record *record, enum field field,
                     struct text words)
{
    return text_equal(record_field(records, record, field).text, words);
}

/* What normalisation finds in the duty's own sentence, all of it, says nothing more. */
static bool is_derived(const struct records *records, const struct record *record, enum field field)
{
    if (records->element != ELEMENT_DUTIES ||
        (field != FIELD_DUTIES_WHAT && field != FIELD_DUTIES_HOW && field != FIELD_DUTIES_RESULT))
        return false;
    struct text draft;
    struct duty_parts parts = duty_parse(draft_mark_divide(record->text, &draft));
    return is_field(records, record, FIELD_DUTIES_WHAT, parts.what) &&
           is_field(records, record, FIELD_DUTIES_HOW, parts.how) &&
           is_field(records, record, FIELD_DUTIES_RESULT, parts.result);
}

/* 編制人：甲；審核人：乙 gathered from a form's labels is said by the columns already. */
static bool says_its_fields(const struct records *records, const struct record *record)
{
    bool is_gathered = records->element == ELEMENT_APPROVAL || records->element == ELEMENT_EDITION;
    enum field main = element_first_field(records->element);
    return is_gathered && record->fields != NULL &&
           !text_equal(record->text, record_field(records, record, main).text);
}

struct text rows_cell(const struct rows *rows, const struct records *records,
                      const struct record *record, enum field field)
{
    struct text value = record_field(records, record, field).text;
    bool is_main = field == element_first_field(records->element);
    if (is_main && !text_is_empty(record->text) && !says_its_fields(records, record))
        return record->text;
    if (text_is_empty(value) || is_derived(records, record, field))
        return TEXT("");
    return rows_value(rows, field, value);
}

void rows_put_key_first(enum field *columns, size_t count)
{
    if (count < 2 ||
        (columns[1] != FIELD_HANDBOOK_GOALS_ID && columns[1] != FIELD_HANDBOOK_PROCESSES_ID &&
         columns[1] != FIELD_APPOINTMENT_KIND && columns[1] != FIELD_SCENARIOS_SCENARIO))
        return;
    enum field key = columns[1];
    columns[1] = columns[0];
    columns[0] = key;
}

size_t rows_columns(const struct rows *rows, const struct records *records, size_t first,
                    size_t end, enum field said, enum field *columns)
{
    size_t count = 0;
    enum field main = element_first_field(records->element);
    for (size_t f = 0; f < element_field_count(records->element); f++) {
        enum field field = main + (enum field)f;
        bool is_used = field == main;
        for (size_t i = first; i < end && !is_used; i++)
            is_used = !text_is_empty(rows_cell(rows, records, &records->rows[i], field));
        if (is_used && field != said)
            columns[count++] = field;
    }
    rows_put_key_first(columns, count);
    return count;
}

/* ---- lists ---- */

/* The outermost items have numbers; a part's name in front of an item is none. */
static bool is_numbered(const struct records *records, size_t first, size_t end)
{
    bool any = false;
    for (size_t i = first; i < end; i++) {
        struct text label = records->rows[i].label;
        size_t begin = 0;
        uint32_t c = label.size == 0 ? 0 : text_next(label, &begin);
        if (records->rows[i].depth > 0)
            continue;
        if (c == 0 || c == '-' || c == '*' || c == 0x2022 || c == 0x25CF || c > 0xE000 ||
            !is_list_label(label))
            return false;
        any = true;
    }
    return any;
}

static struct text printed_label(const struct rows *rows, bool is_ordered, size_t number)
{
    struct text_buffer label = text_buffer_new(rows->document->arena);
    if (!is_ordered)
        return TEXT("•");
    buffer_append_int(&label, (int64_t)number);
    buffer_append_byte(&label, '.');
    return buffer_text(&label);
}

struct text rows_part(const struct record *record)
{
    return is_list_label(record->label) ? TEXT("") : record->label;
}

/* A file can give each part a heading of its own where no item without a part follows one. */
static bool has_parts_last(const struct records *records, size_t first, size_t end)
{
    bool any = false;
    for (size_t i = first; i < end; i++) {
        bool has_part = !text_is_empty(rows_part(&records->rows[i]));
        if (any && !has_part)
            return false;
        any |= has_part;
    }
    return any;
}

/* The item's words, behind the part's name where that begins. */
static struct text item_words(const struct rows *rows, const struct records *records, size_t first,
                              size_t i)
{
    const struct record *record = &records->rows[i];
    struct text part = rows_part(record);
    bool goes_on = i > first && text_equal(part, rows_part(&records->rows[i - 1]));
    if (text_is_empty(part) || goes_on)
        return record->text;
    struct text_buffer words = text_buffer_new(rows->document->arena);
    buffer_append(&words, part);
    buffer_append_string(&words, colon_after(part));
    buffer_append(&words, record->text);
    return buffer_text(&words);
}

/* A list within the item; NULL: where the rows go. */
static struct block *new_list(const struct rows *rows, struct block *item, bool is_ordered)
{
    if (item != NULL || rows->cell == NULL)
        return build_list(rows->document, item != NULL ? item : rows->parent, is_ordered);
    struct block *list =
        block_append_to_cell(rows->document, rows->cell, BLOCK_LIST, (struct span){0});
    list->ordered = is_ordered;
    return list;
}

/* Each item at that depth from i on, up to one less deep, shows its own place in the list. */
static bool shows_places(const struct records *records, size_t i, size_t end)
{
    unsigned depth = records->rows[i].depth, place = 0;
    for (; i < end && records->rows[i].depth >= depth; i++)
        if (records->rows[i].depth == depth && list_label_number(records->rows[i].label) != ++place)
            return false;
    return true;
}

/* Reading takes numbers off items, and leaves names and versions as they are. */
static bool takes_numbers(enum element element)
{
    return kind_has_items(element_row(element)->kind) && element != ELEMENT_APPROVAL &&
           element != ELEMENT_EDITION;
}

struct text rows_numbered_words(const struct rows *rows, enum element element,
                                const struct record *record)
{
    struct text_buffer words = text_buffer_new(rows->document->arena);
    struct text label = record->label;
    if (!takes_numbers(element) || !is_list_label(label) || is_list_bullet(label))
        return record->text;
    buffer_append(&words, label);
    buffer_append_byte(&words, ' ');
    buffer_append(&words, record->text);
    struct list_label typed = list_label_of(buffer_text(&words));
    bool comes_off = text_equal(typed.label, label) && text_equal(typed.rest, record->text) &&
                     !list_label_may_be_decimal(buffer_text(&words));
    return comes_off ? buffer_text(&words) : record->text;
}

/* Lists in lists, and the item that was shown last. */
struct nesting {
    struct block *lists[LIMIT_DEPTH], *item;
    size_t numbers[LIMIT_DEPTH];
    unsigned depth;
};

static void open_list(const struct rows *rows, struct nesting *n, unsigned depth, bool is_ordered)
{
    n->lists[depth] = new_list(rows, depth > 0 ? n->item : NULL, is_ordered);
    n->lists[depth]->level = depth;
    n->numbers[depth] = 0;
}

static void add_item(const struct rows *rows, struct nesting *n, struct text words, struct span at)
{
    struct block *list = n->lists[n->depth];
    n->item = build_item(rows->document, list,
                         printed_label(rows, list->ordered, ++n->numbers[n->depth]), words, at);
}

/* A place of a file that is read back, which shows its lists as they are. */
static bool is_of_file(const struct rows *rows)
{
    return rows->use != ROWS_FOR_PAGES && rows->cell == NULL;
}

/*
 * How deep the record is shown: in a file that is read back, below items without words where there
 * are none to hold it.
 */
static unsigned nest(const struct rows *rows, struct nesting *n, const struct record *record)
{
    unsigned next = n->depth + (n->item != NULL);
    unsigned wanted = record->depth < LIMIT_DEPTH ? record->depth : LIMIT_DEPTH - 1;
    for (; is_of_file(rows) && next < wanted; next++) {
        if (n->lists[next] == NULL || next > n->depth)
            open_list(rows, n, next, false);
        n->depth = next;
        add_item(rows, n, TEXT(""), record->at);
    }
    return wanted < next ? wanted : next;
}

static void show_items(const struct rows *rows, const struct records *records, size_t first,
                       size_t end, bool shows_parts)
{
    struct nesting n = {.item = NULL};
    bool is_duties = records->element == ELEMENT_DUTIES && rows->use == ROWS_FOR_PAGES;
    bool is_exact = rows->use == ROWS_EXACT;
    bool is_ordered = is_duties || is_numbered(records, first, end);
    for (size_t i = first; i < end; i++) {
        const struct record *record = &records->rows[i];
        unsigned wanted = nest(rows, &n, record);
        if (n.lists[wanted] == NULL || wanted > n.depth)
            open_list(rows, &n, wanted,
                      is_exact || (wanted > 0 && is_of_file(rows)) ? shows_places(records, i, end)
                                                                   : is_ordered && wanted == 0);
        n.depth = wanted;
        add_item(rows, &n,
                 shows_parts ? item_words(rows, records, first, i)
                 : is_exact && !n.lists[wanted]->ordered
                     ? rows_numbered_words(rows, records->element, record)
                     : record->text,
                 record->at);
    }
}

void rows_show_items(const struct rows *rows, const struct records *records, size_t first,
                     size_t end)
{
    show_items(rows, records, first, end, false);
}

static void show_list(const struct rows *rows, const struct records *records, size_t first,
                      size_t end)
{
    if (rows->use != ROWS_FOR_FILES || !has_parts_last(records, first, end)) {
        show_items(rows, records, first, end, true);
        return;
    }
    for (size_t i = first, next; i < end; i = next) {
        struct text part = rows_part(&records->rows[i]);
        for (next = i + 1; next < end && text_equal(rows_part(&records->rows[next]), part);)
            next++;
        if (!text_is_empty(part))
            build_heading(rows->document, rows->parent, 3, part, records->rows[i].at);
        show_items(rows, records, i, next, false);
    }
}

/* ---- tables ---- */

/* The columns of a table. */
struct column_set {
    enum field columns[FIELD_COUNT];
    size_t count, first; /* first: the row it begins with */
    bool has_numbers;    /* in front of the columns */
};

/* The words of a cell, or of its links to other rows. */
static void fill_linked(const struct rows *rows, struct block *block, struct text own, size_t row)
{
    const struct row_links *links = rows->links;
    const char *divider = rows->language == LANG_EN ? ", " : "、";
    struct text target = TEXT("");
    bool any = false;
    for (size_t i = 0; i < links->count; i++) {
        if (links->list[i].row != row)
            continue;
        if (text_is_empty(target))
            target = links->list[i].target;
        if (!text_is_empty(own))
            continue; /* the author's words lead to the first row they mean */
        if (any)
            build_run(rows->document, block, text_from_string(divider), TEXT(""), block->span);
        any = true;
        build_run(rows->document, block, links->list[i].words, links->list[i].target, block->span);
    }
    if (!text_is_empty(own))
        build_run(rows->document, block, own, target, block->span);
}

static struct text row_anchor(const struct rows *rows, size_t row)
{
    struct text_buffer anchor = text_buffer_new(rows->document->arena);
    buffer_append(&anchor, rows->links->anchor);
    buffer_append_int(&anchor, (int64_t)row + 1);
    return buffer_text(&anchor);
}

static struct text row_number(const struct rows *rows, size_t row)
{
    return text_from_number(rows->document->arena, row + 1);
}

static void show_row(const struct rows *rows, struct table *table, const struct records *records,
                     size_t i, const struct column_set *set)
{
    const struct record *record = &records->rows[i];
    struct cell_place place = {.row = (uint32_t)(i - set->first + 1)};
    if (set->has_numbers) {
        build_cell(rows->document, table, place, row_number(rows, i), record->at);
        place.column++;
    }
    for (size_t c = 0; c < set->count; c++, place.column++) {
        bool is_linked = rows->links != NULL && set->columns[c] == rows->links->field;
        struct text words = rows_cell(rows, records, record, set->columns[c]);
        struct cell *cell =
            build_cell(rows->document, table, place, is_linked ? TEXT("") : words, record->at);
        if (is_linked)
            fill_linked(rows, cell->blocks, words, i);
        if (rows->links != NULL && c == 0)
            cell->blocks->anchor = row_anchor(rows, i);
    }
}

static void show_table(const struct rows *rows, const struct records *records,
                       const struct column_set *set, size_t end)
{
    struct document *document = rows->document;
    struct table *table = build_table(document, rows->parent, TEXT("default"));
    struct cell_place place = {.is_header = true, .style = TEXT("head")};
    if (set->has_numbers) {
        build_cell(document, table, place,
                   vocabulary_word(rows->vocabulary, rows->language, "number"), (struct span){0});
        place.column++;
    }
    for (size_t c = 0; c < set->count; c++, place.column++)
        build_cell(document, table, place,
                   vocabulary_column(rows->vocabulary, rows->language, set->columns[c]),
                   (struct span){0});
    for (size_t i = set->first; i < end; i++)
        show_row(rows, table, records, i, set);
    table->header_rows = 1;
    table_index(document, table);
}

/* ---- records too wide for a table ---- */

#define TABLE_COLUMNS 8 /* more are too many to follow a row by */
#define COLUMN_EM 6     /* a column's least width, in sizes of its type: a word, six Han */

size_t rows_most_columns(const struct stylesheet *sheet)
{
    const struct style *cell = sheet == NULL ? NULL : stylesheet_style(sheet, TEXT("table-cell"));
    if (cell == NULL || cell->size <= 0)
        return TABLE_COLUMNS;
    int64_t count = stylesheet_text_width(sheet) / ((int64_t)cell->size * COLUMN_EM);
    return count < 2 ? 2 : count > TABLE_COLUMNS ? TABLE_COLUMNS : (size_t)count;
}

/* A heading with the record's number, or what it is, and its words; a panel with the rest. */
static void show_cards(const struct rows *rows, const struct records *records, size_t first,
                       size_t end, const enum field *columns, size_t count)
{
    enum field main = element_first_field(records->element);
    for (size_t i = first; i < end; i++) {
        const struct record *record = &records->rows[i];
        struct panel panel = {.document = rows->document, .parent = rows->parent};
        struct text_buffer heading = text_buffer_new(rows->document->arena);
        struct text key = rows_cell(rows, records, record, columns[0]);
        if (columns[0] != main && !text_is_empty(key)) {
            buffer_append(&heading, key);
            buffer_append_byte(&heading, ' ');
        } else {
            buffer_append(&heading, vocabulary_column(rows->vocabulary, rows->language, main));
            buffer_append_string(&heading, rows->language == LANG_EN ? ": " : "：");
        }
        buffer_append(&heading, record->text);
        build_heading(rows->document, rows->parent, 4, buffer_text(&heading), record->at);
        for (size_t c = 0; c < count; c++) {
            struct text words = rows_cell(rows, records, record, columns[c]);
            if (columns[c] == main || c == 0 || text_is_empty(words))
                continue;
            struct text label = vocabulary_column(rows->vocabulary, rows->language, columns[c]);
            struct block *value = panel_add(&panel, label, panel_width(words), record->at);
            build_run(rows->document, value, words, TEXT(""), record->at);
        }
        panel_end(&panel);
    }
}

/* The column of the links is there when any row has one. */
static void add_links(const struct rows *rows, struct column_set *set)
{
    if (rows->links == NULL || set->count == 0)
        return;
    bool is_there = rows->links->count == 0;
    for (size_t c = 0; c < set->count; c++)
        is_there |= set->columns[c] == rows->links->field;
    if (!is_there)
        set->columns[set->count++] = rows->links->field;
    set->has_numbers = rows->links->is_numbered && set->count > 1;
}

void rows_show_without(const struct rows *rows, const struct records *records, size_t first,
                       size_t end, enum field said)
{
    struct column_set set = {.first = first, .count = 1};
    if (element_field_count(records->element) > 0)
        set.count = rows_columns(rows, records, first, end, said, set.columns);
    if (first >= end)
        return;
    if (element_field_count(records->element) > 0)
        add_links(rows, &set);
    if (set.count <= 1)
        show_list(rows, records, first, end);
    else if (rows->use == ROWS_FOR_PAGES &&
             set.count > rows_most_columns(rows->document->stylesheet))
        show_cards(rows, records, first, end, set.columns, set.count);
    else
        show_table(rows, records, &set, end);
}

size_t rows_group_end(const struct records *records, size_t first, enum field group,
                      struct text *name)
{
    size_t end = first + 1;
    *name = record_field(records, &records->rows[first], group).text;
    while (end < records->count &&
           text_equal(record_field(records, &records->rows[end], group).text, *name))
        end++;
    return end;
}

void rows_show(const struct rows *rows, const struct records *records, size_t first, size_t end)
{
    rows_show_without(rows, records, first, end, FIELD_NONE);
}
