#include "core/draft/work.h"
#include "core/base/text_buffer.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define MOST_TIMES ((int64_t)10000000000) /* thousandths: no row stands for more */
#define MOST_SECONDS MOST_TIMES           /* three centuries; sums stay in 64 bits */
#define MOST_EACH ((int64_t)10000000)
#define HEAD_ROWS 5 /* heads stand within these rows; a title may stand above them */

static const struct message no_element = {{"這一列沒有工作要素：未採用（{0}）",
                                           "这一行没有工作要素：未采用（{0}）",
                                           "this row names no work element: it is not used ({0})"}};
static const struct message no_frequency = {{"「{0}」說不出多少次：按一次計",
                                             "「{0}」说不出多少次：按一次计",
                                             "\"{0}\" does not say how often: it counts once"}};
static const struct message no_duration = {{"「{0}」說不出多少時間：不計時間",
                                            "「{0}」说不出多少时间：不计时间",
                                            "\"{0}\" does not say how long: no time is counted"}};
static const struct message unknown_column = {
    {"欄「{0}」不是工作要素的欄：未採用", "列「{0}」不是工作要素的列：未采用",
     "the column \"{0}\" is none of work elements: it is not used"}};
static const struct message empty_column = {
    {"欄「{0}」是空的", "列「{0}」是空的", "the column \"{0}\" is empty"}};
static const struct message no_heads = {
    {"沒有一欄的表頭是工作要素：取第一欄（可用的表頭：{0}）",
     "没有一列的表头是工作要素：取第一列（可用的表头：{0}）",
     "no column's head says work element: the first one is taken (a head may be: {0})"}};

static const struct message unused_remark = {
    {"括號裡的「{0}」沒有用上", "括号里的“{0}”没有用上", "\"{0}\" in the brackets is not used"}};

struct work_reader {
    struct work_log *log;
    const struct vocabulary *vocabulary;
    struct diagnostics *diags;
    struct arena *scratch;
    struct text who;          /* of the heading above */
    int64_t unit, total_unit; /* seconds of a number without a unit */
};

enum field work_field(enum work_field field)
{
    return (enum field)(FIELD_HANDBOOK_WORK_ELEMENT + (int)field);
}

struct duty_parts work_parts(struct text sentence)
{
    static const char *const results[] = {
        " so that ", " in order to ", " to ensure that ", "以確保", "以确保", "以便", NULL};
    struct duty_parts parts = duty_parse(sentence);
    for (const char *const *words = results; *words != NULL && text_is_empty(parts.result);
         words++) {
        size_t at = text_find(parts.what, text_from_string(*words), 0);
        if (at == TEXT_NOT_FOUND || at == 0)
            continue;
        parts.result = text_trim(text_from(parts.what, at + text_from_string(*words).size));
        parts.what = text_trim(text_slice(parts.what, 0, at));
    }
    return parts;
}

/* ---- rows ---- */

static bool is_blank_row(const struct text *words)
{
    for (size_t i = 0; i < WORK_FIELD_COUNT; i++)
        if (!text_is_empty(words[i]))
            return false;
    return true;
}

static void report_no_element(struct work_reader *r, const struct work_row *row)
{
    struct text_buffer all = text_buffer_new(r->diags->arena);
    for (size_t i = 0; i < WORK_FIELD_COUNT; i++)
        if (!text_is_empty(row->words[i])) {
            buffer_append_string(&all, all.size > 0 ? " | " : "");
            buffer_append(&all, row->words[i]);
        }
    report_warning(r->diags, &no_element, row->at, buffer_text(&all), TEXT(""));
}

static void read_frequency(struct work_reader *r, struct work_row *row)
{
    struct text words = row->words[WORK_FREQUENCY];
    struct frequency read;
    row->frequency = (struct frequency){.times_pt1000 = 1000};
    row->has_frequency =
        frequency_read(r->scratch, words, &read) && read.times_pt1000 <= MOST_TIMES;
    if (row->has_frequency)
        row->frequency = read;
    else if (!text_is_empty(words))
        report_warning(r->diags, &no_frequency, row->at, words, TEXT(""));
}

/* The time in all, else the time of each as often as it is done. */
static void read_time(struct work_reader *r, struct work_row *row)
{
    struct text minutes = row->words[WORK_MINUTES], total = row->words[WORK_TOTAL];
    struct text words = text_is_empty(total) ? minutes : total;
    int64_t seconds = 0;
    bool is_read =
        duration_read(r->scratch, words, text_is_empty(total) ? r->unit : r->total_unit, &seconds);
    if (is_read && text_is_empty(total))
        seconds =
            seconds > MOST_EACH ? MOST_SECONDS + 1 : seconds * row->frequency.times_pt1000 / 1000;
    row->has_time = is_read && seconds <= MOST_SECONDS;
    row->seconds = row->has_time ? seconds : 0;
    if (!row->has_time && !text_is_empty(words))
        report_warning(r->diags, &no_duration, row->at, words, TEXT(""));
}

static bool divides_names(uint32_t c)
{
    return c == 0x3001 || c == ';' || c == 0xFF1B || c == '/' || c == 0xFF0F || c == '\n';
}

static void append_row(struct work_reader *r, struct work_row row, struct text who)
{
    row.words[WORK_WHO] = text_trim(who);
    r->log->without_who += text_is_empty(row.words[WORK_WHO]);
    r->log->without_time += !row.has_time;
    *arena_push(r->log->arena, r->log->rows, r->log->count, r->log->capacity) = row;
}

/* An element that several positions do is one of each of them. */
static void take_row(struct work_reader *r, struct work_row row)
{
    if (is_blank_row(row.words))
        return;
    if (text_is_empty(row.words[WORK_ELEMENT])) {
        report_no_element(r, &row);
        return;
    }
    read_frequency(r, &row);
    read_time(r, &row);
    struct text who = text_is_empty(row.words[WORK_WHO]) ? r->who : row.words[WORK_WHO];
    size_t begin = 0;
    bool any = false;
    for (size_t at = 0; at < who.size;) {
        size_t end = at;
        if (divides_names(text_next(who, &at))) {
            if (!text_is_blank(text_slice(who, begin, end))) {
                append_row(r, row, text_slice(who, begin, end));
                any = true;
            }
            begin = at;
        }
    }
    if (!any || !text_is_blank(text_from(who, begin)))
        append_row(r, row, text_from(who, begin));
}

/* ---- tables ---- */

/* Bytes of the brackets that end the words, "（" with all behind it; 0: none. */
static size_t brackets_at_end(struct text words)
{
    bool is_wide = text_ends_with(words, TEXT("）"));
    if (!is_wide && !text_ends_with(words, TEXT(")")))
        return 0;
    for (size_t at = words.size; at > 0;) {
        uint32_t c = text_previous(words, &at);
        if (c == '(' || c == 0xFF08)
            return words.size - at;
    }
    return 0;
}

struct columns {
    enum work_field *fields; /* [count]; WORK_FIELD_COUNT: not used */
    bool *is_filled;
    size_t count, known;
};

static struct text words_at(struct work_reader *r, const struct table *table, size_t row,
                            size_t column)
{
    const struct cell *cell = table_cell(table, row, column);
    return cell == NULL ? TEXT("") : text_trim(cell_text(r->log->arena, cell));
}

/* By the whole head, else without the brackets behind it: 每次時間（小時）. */
static enum field field_of_head(struct work_reader *r, struct text head)
{
    enum field field = vocabulary_field(r->vocabulary, r->scratch, ELEMENT_HANDBOOK_WORK, head);
    size_t brackets = brackets_at_end(head);
    if (field == FIELD_NONE && brackets > 0)
        field = vocabulary_field(r->vocabulary, r->scratch, ELEMENT_HANDBOOK_WORK,
                                 text_slice(head, 0, head.size - brackets));
    return field;
}

static void read_heads(struct work_reader *r, const struct table *table, size_t row,
                       struct columns *columns)
{
    bool seen[WORK_FIELD_COUNT + 1] = {false};
    columns->known = 0;
    for (size_t c = 0; c < columns->count; c++) {
        enum field field = field_of_head(r, words_at(r, table, row, c));
        enum work_field mine = field == FIELD_NONE
                                   ? WORK_FIELD_COUNT
                                   : (enum work_field)(field - FIELD_HANDBOOK_WORK_ELEMENT);
        columns->fields[c] = seen[mine] ? WORK_FIELD_COUNT : mine;
        columns->known += columns->fields[c] != WORK_FIELD_COUNT;
        seen[mine] = true;
    }
}

static size_t column_of(const struct columns *columns, enum work_field field)
{
    for (size_t c = 0; c < columns->count; c++)
        if (columns->fields[c] == field)
            return c;
    return columns->count;
}

/* Where no column names elements, tasks are them; where none says who, roles do. */
static void settle_columns(struct columns *columns)
{
    static const enum work_field stand_ins[][2] = {
        {WORK_ELEMENT, WORK_TASK}, {WORK_ELEMENT, WORK_DUTY}, {WORK_WHO, WORK_ROLE}};
    for (size_t i = 0; i < sizeof stand_ins / sizeof *stand_ins; i++) {
        size_t other = column_of(columns, stand_ins[i][1]);
        if (column_of(columns, stand_ins[i][0]) == columns->count && other < columns->count)
            columns->fields[other] = stand_ins[i][0];
    }
}

/* Hours and seconds in a head are the unit of the numbers below it; else minutes. */
static int64_t unit_of_head(struct work_reader *r, const struct table *table, size_t row,
                            size_t column)
{
    int64_t unit = 60;
    if (column == table->columns)
        return unit;
    struct text head = fold_text(r->scratch, words_at(r, table, row, column));
    struct text_buffer one = text_buffer_new(r->scratch);
    size_t open = text_find(head, TEXT("("), 0);
    buffer_append_string(&one, "1 ");
    buffer_append(&one, open == TEXT_NOT_FOUND ? head : text_from(head, open + 1));
    return duration_read(r->scratch, buffer_text(&one), unit, &unit) ? unit : 60;
}

/* The row of heads; table->rows when there is none. */
static size_t find_heads(struct work_reader *r, const struct table *table, struct columns *columns)
{
    for (size_t row = 0; row < table->rows && row < HEAD_ROWS; row++) {
        read_heads(r, table, row, columns);
        settle_columns(columns);
        if (column_of(columns, WORK_ELEMENT) < columns->count &&
            (columns->known > 1 || columns->count == 1))
            return row;
    }
    return table->rows;
}

static void name_columns(struct work_reader *r, const struct table *table, size_t heads,
                         const struct columns *columns)
{
    for (size_t c = 0; c < columns->count; c++) {
        struct text head = words_at(r, table, heads, c);
        const struct cell *cell = table_cell(table, heads, c);
        if (cell == NULL || text_is_empty(head))
            continue;
        if (columns->fields[c] == WORK_FIELD_COUNT)
            report_warning(r->diags, &unknown_column, cell->span, head, TEXT(""));
        else if (!columns->is_filled[c] && columns->fields[c] < WORK_TASK)
            report_warning(r->diags, &empty_column, cell->span, head, TEXT(""));
    }
}

static void read_row(struct work_reader *r, const struct table *table, size_t row,
                     struct columns *columns)
{
    struct work_row read = {.frequency = {0}};
    bool has_place = false;
    for (size_t c = 0; c < columns->count; c++) {
        const struct cell *cell = table_cell(table, row, c);
        struct text words = words_at(r, table, row, c);
        if (cell != NULL && (!has_place || columns->fields[c] == WORK_ELEMENT)) {
            read.at = cell->span;
            has_place = true;
        }
        if (columns->fields[c] == WORK_FIELD_COUNT || text_is_empty(words))
            continue;
        read.words[columns->fields[c]] = words;
        columns->is_filled[c] = true;
    }
    take_row(r, read);
}

static void read_table(struct work_reader *r, const struct block *block)
{
    const struct table *table = block->table;
    if (table == NULL || table->grid == NULL || table->rows == 0)
        return;
    struct columns columns = {.fields =
                                  arena_new_array(r->scratch, table->columns, enum work_field),
                              .is_filled = arena_new_array(r->scratch, table->columns, bool),
                              .count = table->columns};
    size_t heads = find_heads(r, table, &columns), first = heads + 1;
    if (heads == table->rows) {
        first = 0;
        for (size_t c = 0; c < columns.count; c++)
            columns.fields[c] = c == 0 ? WORK_ELEMENT : WORK_FIELD_COUNT;
        if (columns.count > 1)
            report_warning(r->diags, &no_heads, block->span,
                           vocabulary_column(r->vocabulary, LANG_ZH_HANT, work_field(WORK_ELEMENT)),
                           TEXT(""));
    } else {
        r->unit = unit_of_head(r, table, heads, column_of(&columns, WORK_MINUTES));
        r->total_unit = unit_of_head(r, table, heads, column_of(&columns, WORK_TOTAL));
    }
    for (size_t row = first; row < table->rows; row++)
        read_row(r, table, row, &columns);
    if (heads < table->rows)
        name_columns(r, table, heads, &columns);
    r->unit = r->total_unit = 60;
}

/* ---- lines ---- */

/* Words of a rate, as against a time or a name. */
static bool says_rate(struct arena *scratch, struct text remark)
{
    static const char *const signs[] = {"每",     "次",    "隔",   "/",     "per ", " a ",
                                        "every ", "times", "once", "twice", "ly",   NULL};
    struct text folded = fold_text(scratch, remark);
    for (const char *const *sign = signs; *sign != NULL; sign++)
        if (text_find(folded, text_from_string(*sign), 0) != TEXT_NOT_FOUND)
            return true;
    return false;
}

/* One of what stands in the brackets: how often, a time with its unit, or else who. */
static void take_remark(struct work_reader *r, struct work_row *row, struct text remark)
{
    struct frequency frequency;
    int64_t each, other;
    bool has_unit = duration_read(r->scratch, remark, 60, &each) &&
                    duration_read(r->scratch, remark, 1, &other) && each == other;
    bool is_rate = says_rate(r->scratch, remark) && frequency_read(r->scratch, remark, &frequency);
    enum work_field field = is_rate ? WORK_FREQUENCY : has_unit ? WORK_MINUTES : WORK_WHO;
    if (text_is_empty(row->words[field]))
        row->words[field] = remark;
    else
        report_warning(r->diags, &unused_remark, row->at, remark, TEXT(""));
}

static void read_line(struct work_reader *r, struct text words, struct span at)
{
    struct work_row row = {.at = at};
    size_t brackets = 0;
    words = text_trim(words);
    if ((brackets = brackets_at_end(words)) > 0 && brackets < words.size) {
        struct text inside = text_from(words, words.size - brackets);
        size_t begin = 0;
        text_next(inside, &begin);
        for (size_t i = begin; i < inside.size;) {
            size_t end = i;
            uint32_t c = text_next(inside, &i);
            bool divides = c == ',' || c == 0xFF0C || c == 0x3001 || c == ';' || c == 0xFF1B ||
                           i == inside.size;
            if (divides && !text_is_blank(text_slice(inside, begin, end)))
                take_remark(r, &row, text_trim(text_slice(inside, begin, end)));
            begin = divides ? i : begin;
        }
        words = text_trim(text_slice(words, 0, words.size - brackets));
    }
    row.words[WORK_ELEMENT] = words;
    take_row(r, row);
}

static void end_line(struct work_reader *r, struct text_buffer *line, struct span at)
{
    struct text words = text_trim(buffer_text(line));
    if (!text_is_empty(words))
        read_line(r, list_label_of(words).rest, at);
    *line = text_buffer_new(r->log->arena);
}

/* Each line that the block has in its source, at its own place. */
static void read_lines(struct work_reader *r, const struct block *block)
{
    struct text_buffer line = text_buffer_new(r->log->arena);
    struct span at = block->span;
    bool is_new = true;
    for (const struct run *run = block->runs; run != NULL; run = run->next) {
        bool is_end = run->kind == RUN_BREAK || (run->style & STYLE_LINE_END) != 0;
        bool has_words = run->kind == RUN_TEXT && (run->style & STYLE_PLACEHOLDER) == 0;
        if (is_end)
            end_line(r, &line, at);
        else if (has_words) {
            at = is_new && run->span.source != NULL ? run->span : at;
            buffer_append(&line, run->text);
        }
        is_new = is_end || (is_new && !has_words);
    }
    end_line(r, &line, at);
}

static bool is_item_of_list(const struct block *block)
{
    return block->parent != NULL && block->parent->kind == BLOCK_ITEM;
}

static void read_heading(struct work_reader *r, const struct block *block)
{
    struct text words = text_trim(block_text(r->log->arena, block));
    r->who = vocabulary_is_position(r->vocabulary, r->scratch, words) ? words : TEXT("");
}

/* Where there are tables or lists, paragraphs are prose around them. */
static bool has_rows(const struct document *document)
{
    struct walk walk = walk_blocks(document->blocks);
    while (walk_next(&walk))
        if (walk.block->kind == BLOCK_TABLE || walk.block->kind == BLOCK_ITEM)
            return true;
    return false;
}

/* Its scratch is to be closed; times without a unit are minutes. */
static struct work_reader open_reader(struct work_log *log, const struct vocabulary *vocabulary,
                                      struct diagnostics *diags)
{
    return (struct work_reader){.log = log,
                                .vocabulary = vocabulary,
                                .diags = diags,
                                .scratch = arena_open_like(log->arena),
                                .unit = 60,
                                .total_unit = 60};
}

void work_read_document(struct work_log *log, const struct vocabulary *vocabulary,
                        const struct document *document, struct diagnostics *diags)
{
    struct work_reader r = open_reader(log, vocabulary, diags);
    struct walk walk = walk_blocks(document->blocks);
    size_t in_table = 0;
    bool is_listed = has_rows(document);
    while (walk_next(&walk)) {
        bool is_table = walk.block->kind == BLOCK_TABLE;
        if (walk.event == WALK_ENTER && is_table && in_table == 0)
            read_table(&r, walk.block);
        if (walk.event == WALK_ENTER || walk.event == WALK_LEAVE)
            in_table += is_table ? (walk.event == WALK_ENTER ? 1 : (size_t)-1) : 0;
        if (walk.event != WALK_ENTER || in_table > 0)
            continue;
        if (walk.block->kind == BLOCK_HEADING)
            read_heading(&r, walk.block);
        else if (walk.block->kind == BLOCK_PARAGRAPH && (!is_listed || is_item_of_list(walk.block)))
            read_lines(&r, walk.block);
    }
    arena_close(r.scratch);
}

void work_read_handbook(struct work_log *log, const struct vocabulary *vocabulary,
                        const struct handbook *handbook, struct diagnostics *diags)
{
    const struct records *records = handbook_records(handbook, ELEMENT_HANDBOOK_WORK);
    struct work_reader r = open_reader(log, vocabulary, diags);
    for (size_t i = 0; i < records->count; i++) {
        const struct record *record = &records->rows[i];
        struct work_row row = {.at = record->at};
        for (size_t f = 0; f < WORK_FIELD_COUNT; f++)
            row.words[f] =
                text_trim(record_field(records, record, work_field((enum work_field)f)).text);
        if (text_is_empty(row.words[WORK_ELEMENT]))
            row.words[WORK_ELEMENT] = record->text;
        take_row(&r, row);
    }
    arena_close(r.scratch);
}
