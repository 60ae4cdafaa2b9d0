/* One row under the heads of a table of records is one record, or several where a cell is a list. */
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/extract/fill/fill.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/target.h"
#include "core/model/list_label.h"

#define SUM_BYTES 16     /* "100.00 %" and the signs around it */
#define ITEM_LINES_MIN 2 /* with numbers or bullets of their own: a list in a cell */

void append_headed(struct text_buffer *out, struct text head, struct text words)
{
    if (out->size > 0)
        buffer_append_byte(out, '\n');
    if (!text_is_empty(head)) {
        buffer_append(out, head);
        buffer_append_string(out, colon_after(head));
    }
    buffer_append(out, words);
}

/* The cells of a row under heads: what has a field goes there, the rest stays in the text. */
struct row_reading {
    struct value fields[FIELD_COUNT];
    const struct cell *group; /* what the duty is a part of, perhaps merged from above; or NULL */
    const struct cell *tasks; /* a list in the main column, an item a record; NULL: none */
    struct value group_share;
    struct text_buffer rest;
    struct text label, group_label;
    struct span at;
    bool any;
};

/* Paragraphs of which half at least begin as sentences of the element do. */
static bool are_acts(struct extraction *x, const struct cell *cell, enum element element)
{
    size_t paragraphs = 0, acts = 0;
    for (const struct block *b = cell->blocks; b != NULL; b = b->next) {
        struct text words = block_text(x->scratch, b);
        paragraphs += !text_is_blank(words);
        acts += vocabulary_opening(x->vocabulary, x->scratch, words) == element;
    }
    return paragraphs >= ITEM_LINES_MIN && 2 * acts >= paragraphs;
}

bool is_run_in_list(struct text words)
{
    static const struct text joint = TEXT_INIT("；");
    size_t items = 0;
    for (size_t from = 0, end; from < words.size; from = end + joint.size) {
        end = text_find(words, joint, from);
        end = end == TEXT_NOT_FOUND ? words.size : end;
        struct text item = text_trim(text_slice(words, from, end));
        if (!text_is_empty(item) && list_label_of(item).kind == LIST_LABEL_NONE)
            return false;
        items += !text_is_empty(item);
    }
    return items >= ITEM_LINES_MIN;
}

/* Each line in the cell has a number or a bullet. */
static bool is_list_in_cell(struct extraction *x, const struct cell *cell)
{
    struct text words = cell_words(x, cell), line;
    size_t lines = 0, labels = 0;
    for (const struct block *b = cell->blocks; b != NULL; b = b->next)
        if (b->kind == BLOCK_LIST || !text_is_empty(b->label))
            return true;
    for (size_t offset = 0; text_next_line(words, &offset, &line); lines++)
        labels += list_label_of(line).kind != LIST_LABEL_NONE;
    return lines >= ITEM_LINES_MIN && labels == lines;
}

/* A list in the main cell, and where the rows go is open, so that it can be read as items. */
static bool holds_tasks(struct extraction *x, const struct cell *cell,
                        const struct columns *columns, const struct row_reading *row)
{
    bool is_open = x->role != NULL && x->target.kind == TARGET_ELEMENT &&
                   x->target.records == &x->role->values[columns->element];
    bool has_lines = text_find(cell_words(x, cell), TEXT("\n"), 0) != TEXT_NOT_FOUND;
    if (is_open && !has_lines && is_run_in_list(cell_words(x, cell)))
        return true;
    return is_open && has_lines &&
           (row->group != NULL || is_list_in_cell(x, cell) || are_acts(x, cell, columns->element));
}

/* Merged over the same rows. */
static bool spans_like(const struct cell *cell, const struct cell *group)
{
    return group != NULL && cell->row == group->row && cell->row_span == group->row_span;
}

/* The number of an item, and the share of time, belong to the group whose rows they span. */
static bool read_group_cell(struct extraction *x, const struct cell *cell, size_t column,
                            const struct columns *columns, struct row_reading *row)
{
    struct text words = cell_words(x, cell);
    enum field field = columns->fields[column];
    if (cell != row->group && field != FIELD_DUTIES_SHARE && column != columns->label_column)
        return false;
    if (cell != row->group && !spans_like(cell, row->group))
        return false;
    if (column == columns->label_column)
        row->group_label = words;
    else if (field == FIELD_DUTIES_SHARE)
        row->group_share = (struct value){words, cell->span};
    return true;
}

static void read_cell(struct extraction *x, const struct cell *cell, size_t column,
                      const struct columns *columns, struct row_reading *row)
{
    struct text words = cell_words(x, cell);
    enum field field = columns->fields[column];
    if (text_is_empty(words))
        return;
    bool is_of_revision = revision_field(x, columns, column) != FIELD_NONE;
    bool is_kept = x->role != NULL && !is_of_revision && is_unknown_column(columns, column);
    bool is_of_group = read_group_cell(x, cell, column, columns, row);
    if (!is_of_group && field == element_first_field(columns->element) &&
        text_is_empty(row->fields[field].text) && holds_tasks(x, cell, columns, row)) {
        row->tasks = cell;
        row->any = true;
        return;
    }
    if (columns->others[column].kind != LABEL_ELEMENT)
        note_field(x, is_kept ? USE_OTHER : USE_VALUE, is_kept ? ELEMENT_COUNT : columns->element,
                   field, words, cell->span);
    bool is_label = column == columns->label_column || column == columns->name_column;
    if (is_label && !is_of_group && (column == columns->name_column || text_is_empty(row->label)))
        row->label = words; /* what it is about says more than its number */
    if (is_label)
        return;
    if (!row->any)
        row->at = cell->span;
    row->any = true;
    if (columns->others[column].kind == LABEL_ELEMENT || is_kept || is_of_group || is_of_revision)
        return; /* it goes there once the row is read */
    if (field != FIELD_NONE && text_is_empty(row->fields[field].text))
        row->fields[field] = (struct value){words, cell->span};
    else
        append_headed(&row->rest, columns->heads[column], words);
}

/* 職能內涵（知識）: the kind of condition that a head names behind its label; empty: none. */
static struct text kind_in_remark(struct extraction *x, struct text head)
{
    struct text remark = label_remark(head);
    struct text code = vocabulary_code(x->vocabulary, x->scratch, FIELD_APPOINTMENT_KIND, remark);
    return text_is_empty(code) ? TEXT("") : remark;
}

/* "Target" behind "Measure" in the same row: the value to reach of what is measured there. */
static bool is_target_of_standard(struct extraction *x, const struct columns *columns,
                                  size_t column, const struct records *standards, size_t before)
{
    return standards->count > before &&
           vocabulary_field(x->vocabulary, x->scratch, ELEMENT_STANDARDS, columns->heads[column]) ==
               FIELD_STANDARDS_TARGET;
}

static void set_target(struct extraction *x, struct records *standards, const struct cell *cell)
{
    struct value target = {cell_words(x, cell), cell->span};
    struct record *last = &standards->rows[standards->count - 1];
    record_set_field(x->handbook, standards, last, FIELD_STANDARDS_TARGET, target);
    note_field(x, USE_VALUE, ELEMENT_STANDARDS, FIELD_STANDARDS_TARGET, target.text, cell->span);
}

/* The cells of a row that belong to other elements; standards know the duty they assess. */
static void fill_others(struct extraction *x, const struct table *table, size_t row, size_t from,
                        size_t to, const struct columns *columns, struct value duty)
{
    struct target kept = x->target;
    struct records *standards = &x->role->values[ELEMENT_STANDARDS];
    size_t before = standards->count;
    for (size_t c = from; c < to; c++) {
        const struct cell *cell = table_cell(table, row, c);
        struct label label = columns->others[c];
        if (label.kind != LABEL_ELEMENT || !cell_begins_in(cell, row, c) ||
            text_is_empty(cell_words(x, cell)))
            continue;
        if (is_target_of_standard(x, columns, c, standards, before)) {
            set_target(x, standards, cell);
            continue;
        }
        struct records *records = &x->role->values[label.element];
        size_t first = records->count;
        open_element(x, label, TEXT(""), LEVEL_LINE, cell->span); /* its head was said */
        x->target.part = (struct value){kind_in_remark(x, columns->heads[c]), cell->span};
        x->target.repeats = false;
        fill_blocks(x, cell->blocks);
        for (size_t i = first; label.element == ELEMENT_STANDARDS && i < records->count; i++)
            record_set_field(x->handbook, records, &records->rows[i], FIELD_STANDARDS_DUTY, duty);
    }
    x->target = kept;
}

/* The section of the role that holds a column the vocabulary does not know; it is told once. */
static struct section_text *section_of_column(struct extraction *x, const struct table *table,
                                              const struct columns *columns, size_t column,
                                              struct span words)
{
    struct text head = columns->heads[column];
    for (struct section_text *s = x->role->other; s != NULL; s = s->next)
        if (text_equal(s->heading, head))
            return s;
    bool has_heads = columns->rows > 0; /* in this table, and not in the one a page cut off */
    const struct cell *cell = has_heads ? head_cell(table, columns->rows - 1, column) : NULL;
    struct span at = cell == NULL ? words : cell->span;
    if (vocabulary_field(x->vocabulary, x->scratch, columns->element, head) == FIELD_NONE)
        report_unknown(x, head, at); /* 考核維度 over groups is known */
    return other_append(x->handbook, x->role, head, at);
}

/* "協作部門: 接待來訪客戶：各業務部門": what stands in unknown columns, by row. */
static void keep_unknown(struct extraction *x, const struct table *table, size_t row, size_t from,
                         size_t to, const struct columns *columns, struct text item)
{
    for (size_t c = from; c < to; c++) {
        const struct cell *cell = table_cell(table, row, c);
        struct text words = words_beginning_in(x, cell, row, c);
        if (!is_unknown_column(columns, c) || text_is_empty(words) ||
            revision_field(x, columns, c) != FIELD_NONE)
            continue;
        struct section_text *section = section_of_column(x, table, columns, c, cell->span);
        struct text_buffer line = text_buffer_new(x->arena);
        append_headed(&line, item, words);
        append_line(x, &section->text, buffer_text(&line));
    }
}

static void set_fields(struct extraction *x, struct records *records, struct record *record,
                       const struct value *fields, enum field from)
{
    enum field end =
        element_first_field(records->element) + (enum field)element_field_count(records->element);
    for (enum field f = from; f < end; f++)
        if (!text_is_empty(fields[f].text))
            record_set_field(x->handbook, records, record, f, fields[f]);
}

/* 主要職責 in front of its 工作任務: a record in front of theirs, as items stand below an item. */
static void fill_group(struct extraction *x, struct records *records,
                       const struct row_reading *reading)
{
    const struct cell *group = reading->group;
    struct record *record = record_append(x->handbook, records, cell_words(x, group), group->span);
    record->label = reading->group_label;
    if (!text_is_empty(reading->group_share.text))
        record_set_field(x->handbook, records, record, FIELD_DUTIES_SHARE, reading->group_share);
}

/* The list in the main column: each item is a record, with the fields of the row. */
static void fill_tasks(struct extraction *x, struct records *records,
                       const struct row_reading *reading)
{
    size_t from = records->count;
    fill_blocks(x, reading->tasks->blocks);
    for (size_t i = from; i < records->count; i++) {
        records->rows[i].depth += reading->group != NULL;
        set_fields(x, records, &records->rows[i], reading->fields,
                   element_first_field(records->element) + 1);
    }
}

/* One record: its main field, else the first that is filled, and what has no field below it. */
static void fill_record(struct extraction *x, struct records *records,
                        const struct row_reading *reading, struct span at)
{
    enum field main = element_first_field(records->element);
    enum field end = main + (enum field)element_field_count(records->element);
    struct text_buffer text = text_buffer_new(x->arena);
    for (enum field f = main; f < end; f++)
        if (!text_is_empty(reading->fields[f].text) && text.size == 0)
            buffer_append(&text, reading->fields[f].text);
    if (reading->rest.size > 0)
        append_headed(&text, TEXT(""), buffer_text(&reading->rest));
    /* 「獨立複核」 beside a cell left empty: what the row is about is all that it says */
    bool is_name_alone = records->element == ELEMENT_DUTIES && text.size == 0 &&
                         !text_is_empty(reading->label) && !is_numeral_cell(reading->label);
    struct text words = is_name_alone ? reading->label : buffer_text(&text);
    struct record *record = record_append(x->handbook, records, words, at);
    record->label = is_name_alone ? TEXT("") : reading->label;
    record->depth = reading->group != NULL;
    set_fields(x, records, record, reading->fields, main);
}

/* Nothing in the row but its group: the group is the duty. */
static bool is_group_alone(const struct records *records, const struct row_reading *reading)
{
    enum field main = element_first_field(records->element);
    return reading->group != NULL && reading->tasks == NULL && reading->rest.size == 0 &&
           text_is_empty(reading->fields[main].text);
}

static struct row_reading *read_row(struct extraction *x, const struct table *table, size_t row,
                                    size_t from, size_t to, const struct columns *columns)
{
    struct row_reading *reading = arena_new(x->scratch, struct row_reading);
    reading->rest = text_buffer_new(x->arena);
    if (columns->group_column != SIZE_MAX)
        reading->group = table_cell(table, row, columns->group_column);
    if (reading->group != NULL && text_is_empty(cell_words(x, reading->group)))
        reading->group = NULL;
    for (size_t c = from; c < to; c++) {
        const struct cell *cell = table_cell(table, row, c);
        if (cell == NULL || cell->row < columns->rows || (cell->column != c && c != from))
            continue; /* a head merged down over the row, or read */
        bool is_said = is_unknown_column(columns, c) || cell == reading->group ||
                       columns->fields[c] == FIELD_DUTIES_SHARE;
        if (cell->row == row || !is_said)
            read_cell(x, cell, c, columns, reading);
    }
    return reading;
}

/* "100", "100 %", 20人, 3200元, "—": what stands in a row of sums. */
static bool is_sum(struct text words)
{
    return words.size <= SUM_BYTES &&
           text_consists_of(words, TEXT("0123456789.,%％/—–-　 分人名元圆圓万萬天¥￥$"));
}

bool is_row_of_sums(struct extraction *x, const struct table *table, size_t row, size_t from,
                    size_t to)
{
    size_t named = 0, sums = 0;
    for (size_t c = from; c < to; c++) {
        const struct cell *cell = table_cell(table, row, c);
        struct text words = words_beginning_in(x, cell, row, c);
        if (text_is_empty(words))
            continue;
        bool is_name = named == 0 && sums == 0 && words.size <= LABEL_BYTES &&
                       text_is_any(label_folded(x, words), signs_of(x, SIGN_SUM));
        if (!is_name && !is_sum(words))
            return false;
        named += is_name;
        sums += !is_name;
    }
    return named == 1 && (sums > 0 || to - from > 1);
}

static void note_heads_again(struct extraction *x, const struct table *table, size_t row,
                             size_t from, size_t to)
{
    for (size_t c = from; c < to; c++) {
        const struct cell *cell = table_cell(table, row, c);
        if (cell_begins_in(cell, row, c))
            note(x, USE_LABEL, cell_words(x, cell), cell->span);
    }
}

bool skip_row_of_sums(struct extraction *x, const struct table *table, size_t row, size_t from,
                      size_t to)
{
    if (!is_row_of_sums(x, table, row, from, to))
        return false;
    for (size_t c = from; c < to; c++) {
        const struct cell *cell = table_cell(table, row, c);
        if (cell_begins_in(cell, row, c))
            note_skipped(x, CLUE_TOTAL, cell_words(x, cell), cell->span);
    }
    return true;
}

/* The words of an item, in front of what else is said of it. */
static struct text item_name(struct text words)
{
    struct text name = words;
    while (text_ends_with(name, TEXT("；")) || text_ends_with(name, TEXT("。")))
        name = text_slice(name, 0, name.size - 3);
    return name;
}

/* A record with a number and no words is a row left empty in a form. */
bool record_of_row(struct extraction *x, struct records *records, const struct table *table,
                   size_t row, size_t from, size_t to, const struct columns *columns)
{
    x->clue = CLUE_COLUMN;
    if (skip_row_of_sums(x, table, row, from, to))
        return true;
    if (are_heads_again(x, table, row, from, to, columns)) {
        note_heads_again(x, table, row, from, to);
        return true;
    }
    struct row_reading *reading = read_row(x, table, row, from, to, columns);
    if (!reading->any && text_is_empty(reading->label) && text_is_empty(reading->group_label))
        return false;
    bool begins_group = reading->group != NULL && reading->group->row == row;
    struct span at = reading->any ? reading->at : table_cell(table, row, from)->span;
    if (begins_group)
        fill_group(x, records, reading);
    size_t first = records->count;
    if (begins_group && is_group_alone(records, reading))
        set_fields(x, records, &records->rows[--first], reading->fields,
                   element_first_field(records->element));
    else if (reading->tasks != NULL)
        fill_tasks(x, records, reading);
    else
        fill_record(x, records, reading, at);
    struct text item =
        first < records->count ? list_label_of(records->rows[first].text).rest : TEXT("");
    if (x->role != NULL) {
        keep_unknown(x, table, row, from, to, columns, item_name(item));
        fill_others(x, table, row, from, to, columns, (struct value){item, at});
        fill_revision(x, table, row, from, to, columns,
                      reading->fields[element_first_field(columns->element)]);
    }
    return true;
}
