/* Roles and the worksheet, made of a settled sheet. */
#include "core/base/text_buffer.h"
#include "core/draft/draft.h"
#include "core/draft/sheet.h"
#include "core/model/fold.h"
#include <stdlib.h>

static bool is_in(const struct sheet_row *row)
{
    return !text_is_empty(row->words[WORK_ROLE]) && !text_is_empty(row->words[WORK_TASK]);
}

static size_t end_of(const struct sheet *sheet, size_t begin, enum work_field field)
{
    size_t end = begin;
    while (end < sheet->count && is_in(&sheet->rows[end]) &&
           text_equal(sheet->rows[end].words[WORK_ROLE], sheet->rows[begin].words[WORK_ROLE]) &&
           text_equal(sheet->rows[end].words[field], sheet->rows[begin].words[field]))
        end++;
    return end;
}

/* [begin, end) of the rows of one role, from begin on; in settled order. */
static size_t sheet_role_end(const struct sheet *sheet, size_t begin)
{
    return end_of(sheet, begin, WORK_ROLE);
}

/* ... and of one duty within it. */
static size_t sheet_duty_end(const struct sheet *sheet, size_t begin)
{
    return end_of(sheet, begin, WORK_TASK);
}

size_t sheet_count(const struct sheet *sheet, enum work_field field)
{
    struct arena *scratch = arena_open_like(sheet->arena);
    struct text *words = arena_new_array(scratch, sheet->count + 1, struct text);
    size_t count = 0, different = 0;
    for (size_t i = 0; i < sheet->count; i++)
        if (is_in(&sheet->rows[i]))
            words[count++] = sheet->rows[i].words[field];
    if (count > 1)
        qsort(words, count, sizeof *words, text_order);
    for (size_t i = 0; i < count; i++)
        different += i == 0 || !text_equal(words[i], words[i - 1]);
    arena_close(scratch);
    return different;
}

static int64_t weight_of(const struct sheet *sheet, size_t begin, size_t end)
{
    int64_t sum = 0;
    for (size_t i = begin; i < end; i++)
        sum += sheet_weight(sheet, &sheet->rows[i]);
    return sum;
}

/* ---- numbers ---- */

/* Thousandths as people write them: 720, 0.5. */
static void append_thousandths(struct text_buffer *out, int64_t value)
{
    int64_t rest = value % 1000;
    buffer_append_int(out, value / 1000);
    if (rest == 0)
        return;
    char digits[4] = {(char)('0' + rest / 100), (char)('0' + rest / 10 % 10),
                      (char)('0' + rest % 10), 0};
    for (size_t i = 3; i > 1 && digits[i - 1] == '0'; i--)
        digits[i - 1] = 0;
    buffer_append_byte(out, '.');
    buffer_append_string(out, digits);
}

/* How often, so that it is read back to the same: 「每年 720 次」, "720 a year", "12". */
static struct text frequency_words(struct arena *arena, enum language language,
                                   const struct frequency *frequency)
{
    struct text_buffer out = text_buffer_new(arena);
    bool is_english = language == LANG_EN;
    buffer_append_string(&out, frequency->is_rate && !is_english ? "每年 " : "");
    append_thousandths(&out, frequency->times_pt1000);
    if (frequency->is_rate)
        buffer_append_string(&out, is_english ? " times a year" : " 次");
    return buffer_text(&out);
}

/* Minutes in all, seconds in hundredths of a minute rounded up to what reads back the same. */
static struct text minutes_words(struct arena *arena, const struct sheet_row *row)
{
    struct text_buffer out = text_buffer_new(arena);
    int64_t thousandths =
        row->seconds % 60 == 0 ? row->seconds / 60 * 1000 : (row->seconds * 1000 + 59) / 60;
    if (row->has_time)
        append_thousandths(&out, thousandths);
    return buffer_text(&out);
}

/* ---- roles ---- */

/* The rows it was drawn from stand in the worksheet; a mark names the first. */
static void mark(struct record *record, const struct sheet_row *row)
{
    struct text places = row->words[WORK_SOURCE];
    size_t end = text_find(places, TEXT("; "), 0);
    if (record != NULL && !text_is_empty(places))
        record->draft = text_slice(places, 0, end == TEXT_NOT_FOUND ? places.size : end);
}

static void add_duty(struct handbook *handbook, struct role *role, const struct sheet *sheet,
                     size_t begin, size_t end, int64_t whole)
{
    struct records *duties = &role->values[ELEMENT_DUTIES];
    const struct sheet_row *row = &sheet->rows[begin];
    struct record *record = draft_add(handbook, duties, row->words[WORK_DUTY], row->at);
    int64_t weight = weight_of(sheet, begin, end);
    struct text_buffer share = text_buffer_new(handbook->arena);
    struct frequency frequency = {0};
    for (size_t i = begin; i < end; i++) {
        frequency.times_pt1000 += sheet->rows[i].frequency.times_pt1000;
        frequency.is_rate |= sheet->rows[i].frequency.is_rate;
    }
    mark(record, row);
    if (record == NULL)
        return;
    if (whole > 0 && weight > 0) {
        int64_t percent = (200 * weight + whole) / (2 * whole);
        int64_t tenths = (2000 * weight + whole) / (2 * whole); /* of the small ones */
        append_thousandths(&share, percent > 0 ? 1000 * percent : tenths > 0 ? 100 * tenths : 100);
        buffer_append_byte(&share, '%');
        draft_set(handbook, duties, record, FIELD_DUTIES_SHARE, buffer_text(&share), row->at);
    }
    if (frequency.is_rate)
        draft_set(handbook, duties, record, FIELD_DUTIES_FREQUENCY,
                  frequency_words(handbook->arena, sheet->language, &frequency), row->at);
}

/* Tools in the order of the duties they serve, each once, with the task it is first used for. */
static void add_tools(struct handbook *handbook, struct role *role, const struct sheet *sheet,
                      size_t begin, size_t end)
{
    struct arena *scratch = arena_open_like(handbook->arena);
    struct records *tools = &role->values[ELEMENT_TOOLS];
    for (size_t i = begin; i < end; i++) {
        const struct sheet_row *row = &sheet->rows[i];
        struct text name = fold_label(scratch, row->words[WORK_TOOL]);
        bool is_known = text_is_empty(name);
        for (size_t k = 0; k < tools->count && !is_known; k++)
            is_known = text_equal(fold_label(scratch, tools->rows[k].text), name);
        if (is_known)
            continue;
        struct record *record = draft_add(handbook, tools, row->words[WORK_TOOL], row->at);
        mark(record, row);
        draft_set(handbook, tools, record, FIELD_TOOLS_USED_FOR, row->words[WORK_ELEMENT], row->at);
    }
    arena_close(scratch);
}

struct handbook *sheet_roles(struct arena *arena, const struct sheet *sheet)
{
    struct handbook *handbook = handbook_new(arena);
    struct source *source = arena_new(arena, struct source);
    handbook->language = text_from_string(language_tag(sheet->language));
    source->path = SHEET_SOURCE;
    for (size_t i = 0; i < sheet->count && is_in(&sheet->rows[i]);) {
        const struct sheet_row *row = &sheet->rows[i];
        size_t end = sheet_role_end(sheet, i);
        struct role *role = role_append(handbook, source, row->at);
        int64_t whole = weight_of(sheet, i, end);
        role->language = handbook->language;
        record_append(handbook, &role->values[ELEMENT_TITLE], row->words[WORK_ROLE], row->at);
        add_tools(handbook, role, sheet, i, end);
        for (size_t next = i; next < end; next = sheet_duty_end(sheet, next))
            add_duty(handbook, role, sheet, next, sheet_duty_end(sheet, next), whole);
        i = end;
    }
    return handbook;
}

/* ---- the worksheet ---- */

static void add_cell(struct document *document, struct table *table, uint32_t row, uint32_t column,
                     struct text words)
{
    struct cell *cell = cell_append(document, table, (struct span){0});
    cell->row = row;
    cell->column = column;
    cell->row_span = cell->column_span = 1;
    cell->is_header = row == 0;
    cell->style = row == 0 ? TEXT("head") : TEXT("");
    struct block *block = block_append_to_cell(document, cell, BLOCK_PARAGRAPH, (struct span){0});
    run_append(document, block, RUN_TEXT, words, (struct span){0});
}

static const enum work_field columns[] = {WORK_ELEMENT, WORK_WHO,  WORK_FREQUENCY, WORK_TOTAL,
                                          WORK_RESULT,  WORK_TOOL, WORK_HOW,       WORK_TASK,
                                          WORK_DUTY,    WORK_ROLE, WORK_REASON,    WORK_SOURCE};

static struct text words_of(struct arena *arena, const struct sheet *sheet,
                            const struct sheet_row *row, enum work_field field)
{
    if (field == WORK_FREQUENCY)
        return frequency_words(arena, sheet->language, &row->frequency);
    return field == WORK_TOTAL ? minutes_words(arena, row) : row->words[field];
}

struct document *sheet_document(struct arena *arena, const struct sheet *sheet)
{
    static const char *const advice[] = {
        "改任務、職責、崗位角色三欄：同名的任務是一項；清空職責即重擬。改好後用 rolebook draft "
        "bottom-up --from-worksheet 讀回。",
        "改任务、职责、岗位角色三列：同名的任务是一项；清空职责即重拟。改好后用 rolebook draft "
        "bottom-up --from-worksheet 读回。",
        "Edit the columns Task, Duty and Role: tasks of one name are one; an empty duty is worded "
        "anew. Read it back by rolebook draft bottom-up --from-worksheet."};
    struct document *document = document_new(arena, NULL);
    struct block *heading = block_append(document, NULL, BLOCK_HEADING, (struct span){0});
    document->language = text_from_string(language_tag(sheet->language));
    document->title = vocabulary_heading(sheet->vocabulary, sheet->language, ELEMENT_HANDBOOK_WORK);
    heading->level = 1;
    run_append(document, heading, RUN_TEXT, document->title, (struct span){0});
    struct block *words = block_append(document, NULL, BLOCK_PARAGRAPH, (struct span){0});
    run_append(document, words, RUN_TEXT, text_from_string(advice[sheet->language]),
               (struct span){0});
    struct table *table =
        table_new(document, block_append(document, NULL, BLOCK_TABLE, (struct span){0}));
    table->header_rows = 1;
    for (uint32_t c = 0; c < sizeof columns / sizeof *columns; c++)
        add_cell(document, table, 0, c,
                 vocabulary_column(sheet->vocabulary, sheet->language, work_field(columns[c])));
    for (size_t i = 0; i < sheet->count; i++)
        for (uint32_t c = 0; c < sizeof columns / sizeof *columns; c++)
            add_cell(document, table, (uint32_t)i + 1, c,
                     words_of(arena, sheet, &sheet->rows[i], columns[c]));
    table_index(document, table);
    return document;
}
