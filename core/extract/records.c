/* Tables with column heads: records, roles in rows, scenarios by roles. */
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/extract/extraction.h"
#include "core/model/fold.h"

#define PEOPLE_ROWS_MIN 2
#define HEADED_ROWS 3    /* heads and two rows at least: one row below is a form's values */
#define HEADED_COLUMNS 3 /* heads of fields side by side are no labels of a form */
#define HEAD_LENGTH 30   /* characters: a longer cell is no head */
#define ROLE_ROWS_MIN 2  /* one row of values below heads is a form */

struct text cell_words(struct extraction *x, const struct cell *cell)
{
    return cell == NULL ? TEXT("") : text_trim(cell_text(x->arena, cell));
}

/* ---- heads ---- */

#define NUMBER_HEAD_BYTES 32 /* "序 号" and "No." with whatever signs around them */

static bool is_number_head(struct extraction *x, struct text head)
{
    static const char *const names[] = {"序号", "项次", "no", "#", "nr", "s/n", "sn"};
    if (head.size > NUMBER_HEAD_BYTES)
        return false;
    struct text folded = fold_label(x->scratch, head);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_is(folded, names[i]))
            return true;
    return false;
}

/* "30 %", a value where "% of time" would be a head */
static bool is_share(struct text words)
{
    return ends_in_percent(words) && words.data[0] >= '0' && words.data[0] <= '9';
}

static bool begins_in(const struct cell *cell, size_t row, size_t column)
{
    return cell != NULL && cell->row == row && cell->column == column;
}

static bool is_label_of(struct extraction *x, struct text head, enum element element)
{
    struct label label = label_find(x, head);
    return label.kind == LABEL_ELEMENT && label.element == element && !label.is_part;
}

/*
 * In a table of duties, columns of what they are assessed by and what they take: 行為指標, 職能內涵
 * （知識）. One that also is a field of duties is left to the field.
 */
static struct label other_element(struct extraction *x, enum element element, enum field field,
                                  struct text head)
{
    struct label label = label_find(x, head);
    if (element != ELEMENT_DUTIES || label.kind != LABEL_ELEMENT)
        return label_of(ELEMENT_COUNT);
    bool is_assessed = label.element == ELEMENT_STANDARDS;
    bool is_other = field == FIELD_NONE &&
                    (label.element == ELEMENT_APPOINTMENT || label.element == ELEMENT_TOOLS ||
                     label.element == ELEMENT_AUTHORITY || label.element == ELEMENT_GOALS);
    return is_assessed || is_other ? label : label_of(ELEMENT_COUNT);
}

struct columns columns_new(struct extraction *x, enum element element, size_t count)
{
    struct columns columns = {.element = element,
                              .fields = arena_new_array(x->scratch, count, enum field),
                              .heads = arena_new_array(x->scratch, count, struct text),
                              .others = arena_new_array(x->scratch, count, struct label),
                              .count = count,
                              .label_column = SIZE_MAX};
    for (size_t c = 0; c < count; c++) {
        columns.fields[c] = FIELD_NONE;
        columns.others[c] = label_of(ELEMENT_COUNT);
    }
    return columns;
}

/* "Assessed by", and what its letters stand for in the lines below. */
static enum field field_of_head(struct extraction *x, enum element element, struct text head)
{
    struct text line = TEXT("");
    size_t offset = 0;
    enum field field = FIELD_NONE;
    if (head.size <= LABEL_BYTES)
        field = vocabulary_field(x->vocabulary, x->scratch, element, head);
    if (field == FIELD_NONE && text_next_line(head, &offset, &line) && line.size < head.size &&
        line.size <= LABEL_BYTES)
        field = vocabulary_field(x->vocabulary, x->scratch, element, text_trim(line));
    /* nothing is left of "4." or a bullet, as of "%", which is a head */
    bool is_mark = field != FIELD_NONE && text_is_empty(fold_label(x->scratch, head)) &&
                   text_find(head, TEXT("%"), 0) == TEXT_NOT_FOUND &&
                   text_find(head, TEXT("％"), 0) == TEXT_NOT_FOUND;
    return is_mark ? FIELD_NONE : field;
}

/* "Essential functions | % of time": a label of the element itself, where no head is its first
 * field. */
static void find_main_column(struct extraction *x, struct columns *columns, size_t from, size_t to)
{
    enum field main = element_first_field(columns->element);
    for (size_t c = from; c < to; c++)
        if (columns->fields[c] == main)
            return;
    for (size_t c = from; c < to; c++) {
        struct text head = columns->heads[c];
        if (text_is_empty(head) || !is_label_of(x, head, columns->element))
            continue;
        for (; c < to && text_equal(columns->heads[c], head); c++)
            columns->fields[c] = main;
        return;
    }
}

bool columns_of_row(struct extraction *x, const struct table *table, size_t row, size_t from,
                    size_t to, enum element element, struct columns *columns)
{
    size_t words = 0;
    *columns = columns_new(x, element, table->columns);
    columns->rows = row + 1;
    for (size_t c = from; c < to; c++) {
        const struct cell *cell = table_cell(table, row, c);
        if (!begins_in(cell, row, c))
            continue;
        struct text head = cell_words(x, cell);
        if (text_is_empty(head))
            continue;
        enum field field = field_of_head(x, element, head);
        if (field == FIELD_NONE && is_label_of(x, head, element))
            field = element_first_field(element); /* "Duties and responsibilities" */
        bool is_value = field == FIELD_NONE && text_code_points(head) > HEAD_LENGTH;
        if (is_value || is_share(head))
            return false;
        struct label other = other_element(x, element, field, head);
        words++;
        columns->known += field != FIELD_NONE || other.kind == LABEL_ELEMENT;
        if (field == FIELD_NONE && columns->label_column == SIZE_MAX && is_number_head(x, head)) {
            columns->label_column = c;
            words--;
        }
        for (size_t s = c; s < to && s < c + cell->column_span; s++) {
            columns->fields[s] = field;
            columns->heads[s] = head;
            columns->others[s] = other;
        }
    }
    find_main_column(x, columns, from, to);
    bool has_number = columns->label_column != SIZE_MAX;
    return columns->known > 0 && words + has_number >= 2 && 2 * columns->known >= words;
}

void note_heads(struct extraction *x, const struct table *table, size_t row, size_t from, size_t to,
                const struct columns *columns)
{
    x->clue = CLUE_COLUMN;
    for (size_t c = from; c < to; c++) {
        const struct cell *cell = table_cell(table, row, c);
        if (!begins_in(cell, row, c))
            continue;
        if (c == columns->label_column)
            note_skipped(x, CLUE_NUMBER_HEAD, cell_words(x, cell), cell->span);
        else
            note_field(x, USE_LABEL, columns->element, columns->fields[c], cell_words(x, cell),
                       cell->span);
    }
}

static void append_headed(struct text_buffer *out, struct text head, struct text words)
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
    const struct cell *tasks; /* of the duty in the main field: 主要職責 | 工作任務; NULL: none */
    struct text_buffer rest;
    struct text label;
    struct span at;
    bool any;
};

/* With a head the vocabulary does not know, beside others that it does. */
static bool is_unknown_column(const struct columns *columns, size_t column)
{
    return columns->fields[column] == FIELD_NONE && columns->others[column].kind != LABEL_ELEMENT &&
           column != columns->label_column && !text_is_empty(columns->heads[column]);
}

/* A list in the cell, and where the rows go is open, so that it can be read as items. */
static bool holds_tasks(struct extraction *x, const struct cell *cell,
                        const struct columns *columns)
{
    bool is_open = x->role != NULL && x->target.kind == TARGET_ELEMENT &&
                   x->target.records == &x->role->values[columns->element];
    return is_open && text_find(cell_words(x, cell), TEXT("\n"), 0) != TEXT_NOT_FOUND;
}

static void read_cell(struct extraction *x, const struct cell *cell, size_t column,
                      const struct columns *columns, struct row_reading *row)
{
    struct text words = cell_words(x, cell);
    enum field field = columns->fields[column];
    if (text_is_empty(words))
        return;
    bool is_kept = x->role != NULL && is_unknown_column(columns, column);
    if (field == FIELD_DUTIES_DUTY && !text_is_empty(row->fields[field].text) &&
        row->tasks == NULL && holds_tasks(x, cell, columns)) {
        row->tasks = cell;
        return;
    }
    if (columns->others[column].kind != LABEL_ELEMENT)
        note_field(x, is_kept ? USE_OTHER : USE_VALUE, is_kept ? ELEMENT_COUNT : columns->element,
                   field, words, cell->span);
    if (column == columns->label_column) {
        row->label = words;
        return;
    }
    if (!row->any)
        row->at = cell->span;
    row->any = true;
    if (columns->others[column].kind == LABEL_ELEMENT || is_kept)
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

/* The cells of a row that belong to other elements; standards know the duty they assess. */
static void fill_others(struct extraction *x, const struct table *table, size_t row, size_t from,
                        size_t to, const struct columns *columns, struct value duty)
{
    struct target kept = x->target;
    for (size_t c = from; c < to; c++) {
        const struct cell *cell = table_cell(table, row, c);
        struct label label = columns->others[c];
        if (label.kind != LABEL_ELEMENT || !begins_in(cell, row, c) ||
            text_is_empty(cell_words(x, cell)))
            continue;
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

/* The section of the role that holds a column the vocabulary does not know. */
static struct section_text *section_of_column(struct extraction *x, struct text head,
                                              struct span at)
{
    for (struct section_text *s = x->role->other; s != NULL; s = s->next)
        if (text_equal(s->heading, head))
            return s;
    return other_append(x->handbook, x->role, head, at);
}

/* "協作部門: 接待來訪客戶：各業務部門": what stands in unknown columns, by row. */
static void keep_unknown(struct extraction *x, const struct table *table, size_t row, size_t from,
                         size_t to, const struct columns *columns, struct text item)
{
    for (size_t c = from; c < to; c++) {
        const struct cell *cell = table_cell(table, row, c);
        struct text words = begins_in(cell, row, c) ? cell_words(x, cell) : TEXT("");
        if (!is_unknown_column(columns, c) || text_is_empty(words))
            continue;
        struct section_text *section = section_of_column(x, columns->heads[c], cell->span);
        struct text_buffer line = text_buffer_new(x->arena);
        append_headed(&line, item, words);
        append_line(x, &section->text, buffer_text(&line));
    }
}

/* A duty and, behind it, its tasks: each is a record, as items and the items below them are. */
static size_t fill_tasks(struct extraction *x, struct records *records,
                         const struct row_reading *reading)
{
    struct value duty = reading->fields[FIELD_DUTIES_DUTY];
    size_t from = records->count + 1;
    record_append(x->handbook, records, duty.text, duty.at)->label = reading->label;
    fill_blocks(x, reading->tasks->blocks);
    for (size_t i = from; i < records->count; i++) {
        records->rows[i].depth++;
        for (enum field f = FIELD_DUTIES_DUTY + 1;
             f < FIELD_DUTIES_DUTY + element_field_count(ELEMENT_DUTIES); f++)
            if (!text_is_empty(reading->fields[f].text))
                record_set_field(x->handbook, records, &records->rows[i], f, reading->fields[f]);
    }
    return from;
}

/* A record with a number and no words is a row left empty in a form. */
bool record_of_row(struct extraction *x, struct records *records, const struct table *table,
                   size_t row, size_t from, size_t to, const struct columns *columns)
{
    struct row_reading *reading = arena_new(x->scratch, struct row_reading);
    x->clue = CLUE_COLUMN;
    reading->rest = text_buffer_new(x->arena);
    for (size_t c = from; c < to; c++) {
        const struct cell *cell = table_cell(table, row, c);
        bool is_head = cell != NULL && cell->row < columns->rows; /* merged down over the row */
        bool is_kept_above = cell != NULL && cell->row != row && is_unknown_column(columns, c);
        if (cell != NULL && !is_head && !is_kept_above && (cell->column == c || c == from))
            read_cell(x, cell, c, columns, reading);
    }
    if (!reading->any && text_is_empty(reading->label))
        return false;
    enum field main = element_first_field(records->element);
    struct value *fields = reading->fields;
    if (reading->tasks != NULL) {
        size_t first = fill_tasks(x, records, reading);
        struct text task = first < records->count ? records->rows[first].text : TEXT("");
        keep_unknown(x, table, row, from, to, columns, task);
        fill_others(x, table, row, from, to, columns, (struct value){task, reading->at});
        return true;
    }
    struct text_buffer text = text_buffer_new(x->arena);
    for (enum field f = main; f < main + element_field_count(records->element); f++)
        if (!text_is_empty(fields[f].text) && text.size == 0)
            buffer_append(&text, fields[f].text);
    if (reading->rest.size > 0)
        append_headed(&text, TEXT(""), buffer_text(&reading->rest));
    struct span at = reading->any ? reading->at : table_cell(table, row, from)->span;
    struct record *record = record_append(x->handbook, records, buffer_text(&text), at);
    record->label = reading->label;
    for (enum field f = main; f < main + element_field_count(records->element); f++)
        if (!text_is_empty(fields[f].text))
            record_set_field(x->handbook, records, record, f, fields[f]);
    if (x->role != NULL) {
        keep_unknown(x, table, row, from, to, columns, record->text);
        fill_others(x, table, row, from, to, columns, (struct value){record->text, at});
    }
    return true;
}

/* ---- a table of records ---- */

static void set_group(struct extraction *x, struct records *records, size_t from)
{
    enum field field = records->element == ELEMENT_HANDBOOK_BASELINE ? FIELD_HANDBOOK_BASELINE_GROUP
                       : records->element == ELEMENT_HANDBOOK_PROCESSES
                           ? FIELD_HANDBOOK_PROCESSES_PROCESS
                           : FIELD_NONE;
    if (field == FIELD_NONE || text_is_empty(x->target.group))
        return;
    for (size_t i = from; i < records->count; i++) {
        struct record *record = &records->rows[i];
        if (text_is_empty(record_field(records, record, field).text))
            record_set_field(x->handbook, records, record, field,
                             (struct value){x->target.group, record->at});
    }
}

/* A bold cell, and nothing beside it, over conditions: their kind. */
static bool is_group_row(struct extraction *x, const struct records *records,
                         const struct table *table, size_t row, struct value *group)
{
    const struct cell *first = table_cell(table, row, 0);
    if (records->element != ELEMENT_APPOINTMENT || first == NULL || first->row != row ||
        first->blocks == NULL)
        return false;
    if (!block_is_strong(first->blocks) && first->column_span < table->columns)
        return false;
    for (size_t c = 1; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, row, c);
        if (cell != first && !text_is_empty(cell_words(x, cell)))
            return false;
    }
    *group = (struct value){cell_words(x, first), first->span};
    note(x, USE_LABEL, group->text, first->span);
    return !text_is_empty(group->text);
}

static void fill_rows(struct extraction *x, struct records *records, const struct table *table,
                      const struct columns *columns)
{
    size_t from = records->count;
    note_heads(x, table, 0, 0, table->columns, columns);
    struct value group = {0};
    for (size_t r = 1; r < table->rows; r++) {
        if (is_group_row(x, records, table, r, &group))
            continue;
        size_t first = records->count;
        record_of_row(x, records, table, r, 0, table->columns, columns);
        for (size_t i = first; i < records->count && !text_is_empty(group.text); i++)
            if (text_is_empty(
                    record_field(records, &records->rows[i], FIELD_APPOINTMENT_KIND).text))
                record_set_field(x->handbook, records, &records->rows[i], FIELD_APPOINTMENT_KIND,
                                 group);
    }
    set_group(x, records, from);
    if (records->count > 0)
        records->state = STATE_FILLED;
    if (x->role != NULL)
        x->role_is_fresh = false;
}

/* The element whose fields the first row names, all of them; ELEMENT_COUNT: none. */
static enum element element_of_heads(struct extraction *x, const struct table *table)
{
    enum element best = ELEMENT_COUNT;
    size_t most = 1;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        struct columns columns;
        if (element_field_count((enum element)e) > 0 &&
            columns_of_row(x, table, 0, 0, table->columns, (enum element)e, &columns) &&
            columns.known > most) {
            most = columns.known;
            best = (enum element)e;
        }
    }
    return best;
}

/* Heads over rows that nobody filled in. */
static bool is_empty_below(struct extraction *x, const struct table *table)
{
    for (size_t r = 1; r < table->rows; r++)
        for (size_t c = 0; c < table->columns; c++)
            if (!text_is_empty(cell_words(x, table_cell(table, r, c))))
                return false;
    return table->rows > 1 && table->columns > 1;
}

/* Words, and beside them nothing but marks under heads. */
static bool is_of_marks(struct extraction *x, const struct table *table)
{
    size_t marks = 0;
    for (size_t r = 1; r < table->rows; r++)
        for (size_t c = 1; c < table->columns; c++) {
            struct text words = cell_words(x, table_cell(table, r, c));
            if (!text_is_empty(words) && !is_tick(words))
                return false;
            marks += !text_is_empty(words);
        }
    return marks > 0 && table->columns > 2;
}

void fill_marked(struct extraction *x, struct text item, struct text heads, struct span at)
{
    enum element element =
        x->target.kind == TARGET_ELEMENT ? x->target.records->element : ELEMENT_COUNT;
    enum field level = element == ELEMENT_APPOINTMENT ? FIELD_APPOINTMENT_LEVEL
                       : element == ELEMENT_DUTIES    ? FIELD_DUTIES_LEVEL
                                                      : FIELD_NONE;
    if (level == FIELD_NONE && !text_is_empty(heads)) {
        struct text_buffer joined = text_buffer_new(x->arena);
        append_headed(&joined, item, heads);
        item = buffer_text(&joined);
    }
    size_t from = level == FIELD_NONE ? 0 : x->target.records->count;
    fill_text(x, item, TEXT(""), 0, at);
    if (level != FIELD_NONE && from < x->target.records->count && !text_is_empty(heads))
        record_set_field(x->handbook, x->target.records, &x->target.records->rows[from], level,
                         (struct value){heads, at});
}

static void fill_marks(struct extraction *x, const struct table *table)
{
    x->clue = CLUE_COLUMN;
    for (size_t c = 0; c < table->columns; c++)
        if (begins_in(table_cell(table, 0, c), 0, c))
            note(x, USE_LABEL, cell_words(x, table_cell(table, 0, c)),
                 table_cell(table, 0, c)->span);
    for (size_t r = 1; r < table->rows; r++) {
        const struct cell *first = table_cell(table, r, 0);
        struct text_buffer heads = text_buffer_new(x->arena);
        for (size_t c = 1; c < table->columns; c++) {
            const struct cell *mark = table_cell(table, r, c);
            struct text words = begins_in(mark, r, c) ? cell_words(x, mark) : TEXT("");
            if (text_is_empty(words))
                continue;
            if (heads.size > 0)
                buffer_append_string(&heads, "、");
            buffer_append(&heads, cell_words(x, table_cell(table, 0, c)));
            note_skipped(x, CLUE_BOX_TICKED, words, mark->span);
        }
        if (begins_in(first, r, 0))
            fill_marked(x, cell_words(x, first), buffer_text(&heads), first->span);
    }
}

/* Rows whose heads say nothing to the vocabulary: an item a row, each cell under its head. */
static void fill_plain_rows(struct extraction *x, const struct table *table)
{
    size_t first = table->header_rows > 0 || is_empty_below(x, table) ? 1 : 0;
    x->clue = CLUE_COLUMN;
    for (size_t c = 0; first > 0 && c < table->columns; c++)
        if (begins_in(table_cell(table, 0, c), 0, c))
            note(x, USE_LABEL, cell_words(x, table_cell(table, 0, c)),
                 table_cell(table, 0, c)->span);
    for (size_t r = first; r < table->rows; r++) {
        struct text_buffer item = text_buffer_new(x->arena);
        struct span at = {0};
        x->clue = CLUE_COLUMN;
        for (size_t c = 0; c < table->columns; c++) {
            const struct cell *cell = table_cell(table, r, c);
            struct text words = begins_in(cell, r, c) ? cell_words(x, cell) : TEXT("");
            if (text_is_empty(words))
                continue;
            note(x, USE_VALUE, words, cell->span);
            if (item.size > 0)
                buffer_append_string(&item, "；");
            else
                at = cell->span;
            struct text head = first > 0 ? cell_words(x, table_cell(table, 0, c)) : TEXT("");
            if (!text_is_empty(head)) {
                buffer_append(&item, head);
                buffer_append_string(&item, colon_after(head));
            }
            buffer_append(&item, words);
        }
        if (item.size > 0)
            record_append(x->handbook, x->target.records, buffer_text(&item), at);
    }
}

/* Internal | External over lists: the party's side is the column's head. */
static bool fill_sides(struct extraction *x, const struct table *table)
{
    if (x->target.records->element != ELEMENT_RELATIONS || table->rows < 2)
        return false;
    for (size_t c = 0; c < table->columns; c++) {
        struct text head = cell_words(x, table_cell(table, 0, c));
        if (text_is_empty(vocabulary_code(x->vocabulary, x->scratch, FIELD_RELATIONS_SIDE, head)))
            return false;
    }
    x->clue = CLUE_COLUMN;
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *head = table_cell(table, 0, c);
        x->target.part = (struct value){cell_words(x, head), head->span};
        note(x, USE_LABEL, x->target.part.text, head->span);
        for (size_t r = 1; r < table->rows; r++)
            if (begins_in(table_cell(table, r, c), r, c))
                fill_blocks(x, table_cell(table, r, c)->blocks);
    }
    x->target.part = (struct value){0};
    return true;
}

bool fill_records_of_target(struct extraction *x, struct block *block)
{
    const struct table *table = block->table;
    struct columns columns;
    if (table->grid != NULL && x->target.kind == TARGET_ELEMENT && fill_sides(x, table))
        return true;
    if (table->grid != NULL && x->target.kind == TARGET_ELEMENT && x->role != NULL &&
        element_row(x->target.records->element)->kind >= KIND_LIST && is_of_marks(x, table)) {
        fill_marks(x, table);
        return true;
    }
    if (table->grid == NULL || table->rows == 0 || x->target.kind != TARGET_ELEMENT ||
        element_field_count(x->target.records->element) == 0 ||
        !columns_of_row(x, table, 0, 0, table->columns, x->target.records->element, &columns))
        return false;
    fill_rows(x, x->target.records, table, &columns);
    return true;
}

bool fill_headed_table(struct extraction *x, struct block *block)
{
    struct table *table = block->table;
    struct columns columns;
    if (table->grid == NULL || table->rows < HEADED_ROWS || x->role == NULL)
        return false;
    enum element element = element_of_heads(x, table);
    if (element == ELEMENT_COUNT ||
        !columns_of_row(x, table, 0, 0, table->columns, element, &columns) ||
        columns.known < HEADED_COLUMNS || columns.known < columns.count)
        return false;
    open_element(x, label_of(element), TEXT(""), LEVEL_LINE, block->span);
    fill_rows(x, x->target.records, table, &columns);
    close_target(x);
    return true;
}

bool fill_record_table(struct extraction *x, struct block *block)
{
    struct table *table = block->table;
    struct columns columns;
    if (table->grid == NULL || table->rows == 0)
        return false;
    if (fill_records_of_target(x, block))
        return true;
    bool has_target = x->target.kind == TARGET_ELEMENT;
    enum element element = x->role == NULL ? ELEMENT_COUNT : element_of_heads(x, table);
    if (element != ELEMENT_COUNT &&
        columns_of_row(x, table, 0, 0, table->columns, element, &columns) &&
        columns.known == columns.count) {
        struct label label = label_of(element);
        open_element(x, label, TEXT(""), LEVEL_LINE, block->span);
        fill_rows(x, x->target.records, table, &columns);
        return true;
    }
    if (!has_target || element_row(x->target.records->element)->kind < KIND_LIST)
        return false;
    if (is_of_marks(x, table)) {
        fill_marks(x, table);
        return true;
    }
    fill_plain_rows(x, table);
    return true;
}

/* ---- one row a role ---- */

/* Tables of people name roles too: 姓名 | 職務 | 電話. */
bool is_person_head(struct extraction *x, struct text head)
{
    static const char *const names[] = {"姓名",   "人员",     "名字", "name",
                                        "member", "员工姓名", "电话"};
    struct text folded = fold_label(x->scratch, head);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_is(folded, names[i]))
            return true;
    return false;
}

static size_t count_labels(struct extraction *x, const struct table *table, size_t row,
                           size_t *title, bool *has_people)
{
    size_t labels = 0;
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, row, c);
        if (!begins_in(cell, row, c))
            continue;
        struct text words = cell_words(x, cell);
        struct label label = label_find(x, words);
        if (label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE && *title == SIZE_MAX)
            *title = c;
        labels += label.kind == LABEL_ELEMENT;
        *has_people |= is_person_head(x, words);
    }
    return labels;
}

bool is_people_list(struct extraction *x, const struct table *table)
{
    bool has_people = false;
    size_t heads = 0, title = SIZE_MAX;
    if (table->grid == NULL || table->rows < PEOPLE_ROWS_MIN + 1)
        return false;
    for (size_t c = 0; c < table->columns; c++)
        heads += begins_in(table_cell(table, 0, c), 0, c) &&
                 !text_is_empty(cell_words(x, table_cell(table, 0, c)));
    count_labels(x, table, 0, &title, &has_people);
    if (!has_people || heads < 2)
        return false;
    for (size_t r = 1; r < table->rows; r++) {
        const struct cell *first = table_cell(table, r, 0);
        if (label_find(x, cell_words(x, first)).kind != LABEL_UNKNOWN)
            return false;
    }
    return true;
}

bool is_role_rows(struct extraction *x, const struct table *table, size_t *title)
{
    bool has_people = false, ignored = false;
    *title = SIZE_MAX;
    if (table->grid == NULL || table->rows < ROLE_ROWS_MIN + 1)
        return false;
    size_t labels = count_labels(x, table, 0, title, &has_people);
    if (labels < 2 || *title == SIZE_MAX || has_people)
        return false;
    for (size_t r = 1; r < table->rows; r++) {
        size_t none = SIZE_MAX;
        if (count_labels(x, table, r, &none, &ignored) > 0)
            return false;
    }
    return true;
}

static void fill_role_row(struct extraction *x, const struct table *table, size_t row, size_t title)
{
    struct text name = cell_words(x, table_cell(table, row, title));
    if (text_is_empty(name))
        return;
    begin_role(x, name, LEVEL_PSEUDO, table_cell(table, row, title)->span);
    x->role_is_fresh = false;
    x->clue = CLUE_ROLE_ROW;
    note_field(x, USE_VALUE, ELEMENT_TITLE, FIELD_NONE, name, x->role->at);
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, row, c);
        if (c == title || cell == NULL || cell->column != c)
            continue;
        struct text head = cell_words(x, table_cell(table, 0, c));
        struct label label = label_find(x, head);
        if (is_number_head(x, head) || text_is_empty(cell_words(x, cell)))
            continue;
        if (label.kind == LABEL_ELEMENT)
            open_element(x, label, head, LEVEL_LINE, cell->span);
        else
            open_other(x, head, LEVEL_LINE, cell->span, !text_is_empty(head));
        fill_blocks(x, cell->blocks);
    }
}

bool fill_role_rows(struct extraction *x, struct block *block)
{
    size_t title;
    if (!is_role_rows(x, block->table, &title))
        return false;
    end_role(x);
    x->clue = CLUE_ROLE_ROW;
    note_field(x, USE_LABEL, ELEMENT_TITLE, FIELD_NONE,
               cell_words(x, table_cell(block->table, 0, title)), block->span);
    for (size_t r = 1; r < block->table->rows; r++)
        fill_role_row(x, block->table, r, title);
    end_role(x);
    return true;
}

/* ---- scenarios by roles ---- */

bool fill_matrix(struct extraction *x, struct block *block)
{
    struct table *table = block->table;
    enum element element = ELEMENT_HANDBOOK_SCENARIOS;
    struct columns columns;
    if (x->role != NULL || table->grid == NULL || table->rows < 2 || table->columns < 2 ||
        x->target.kind != TARGET_ELEMENT || x->target.records->element != element)
        return false;
    columns_of_row(x, table, 0, 0, table->columns, element, &columns);
    if (columns.fields[0] != FIELD_HANDBOOK_SCENARIOS_SCENARIO || columns.known > 1)
        return false;
    note_heads(x, table, 0, 0, table->columns, &columns);
    for (size_t r = 1; r < table->rows; r++) {
        const struct cell *head = table_cell(table, r, 0);
        note(x, USE_LABEL, cell_words(x, head), head == NULL ? block->span : head->span);
        for (size_t c = 1; c < table->columns; c++) {
            const struct cell *cell = table_cell(table, r, c), *role = table_cell(table, 0, c);
            struct text words = begins_in(cell, r, c) ? cell_words(x, cell) : TEXT("");
            if (text_is_empty(words) || role == NULL || head == NULL)
                continue;
            note(x, USE_VALUE, words, cell->span);
            struct records *records = x->target.records;
            struct record *record = record_append(x->handbook, records, words, cell->span);
            record_set_field(x->handbook, records, record, FIELD_HANDBOOK_SCENARIOS_RESPONSIBILITY,
                             (struct value){words, cell->span});
            record_set_field(x->handbook, records, record, FIELD_HANDBOOK_SCENARIOS_SCENARIO,
                             (struct value){cell_words(x, head), head->span});
            record_set_field(x->handbook, records, record, FIELD_HANDBOOK_SCENARIOS_ROLE,
                             (struct value){cell_words(x, role), role->span});
        }
    }
    return true;
}
