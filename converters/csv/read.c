#include "converters/csv/csv.h"
#include "core/base/charset.h"
#include <string.h>

#define LOOKED_AT 64 /* lines by which the separator is told */

static const struct message open_quote = {
    {"引號沒有配對：按一般字元讀", "引号没有配对：按普通字符读",
     "a quotation mark that nothing closes: it is read as an ordinary character"}};
static const struct message too_many = {
    {"表格超過 {0} 列或 {1} 欄：其後的資料未讀入", "表格超过 {0} 行或 {1} 列：其后的数据未读入",
     "the table has more than {0} rows or {1} columns: what follows is not read"}};

struct csv_reader {
    struct document *document;
    struct text text;
    char separator;
    size_t at; /* of the next field */
    uint32_t row, column;
    struct table *table;
    struct diagnostics *diags;
};

/* ---- the separator ---- */

/* Separators of one line, and where the line ends; what is quoted counts as one field. */
static size_t count_in_line(struct text text, size_t *at, char separator)
{
    size_t count = 0;
    bool is_quoted = false;
    for (; *at < text.size; (*at)++) {
        char c = text.data[*at];
        is_quoted ^= c == '"';
        if (!is_quoted && (c == '\n' || c == '\r'))
            break;
        count += !is_quoted && c == separator;
    }
    while (*at < text.size && (text.data[*at] == '\n' || text.data[*at] == '\r'))
        (*at)++;
    return count;
}

/* The one that divides most lines into as many fields as the first; a comma when none does. */
static char separator_of(struct text text, size_t begin)
{
    static const char candidates[] = {',', '\t', ';', '|'};
    char best = ',';
    size_t best_score = 0;
    for (size_t i = 0; i < sizeof candidates; i++) {
        size_t at = begin, first = 0, score = 0;
        for (size_t line = 0; line < LOOKED_AT && at < text.size; line++) {
            size_t count = count_in_line(text, &at, candidates[i]);
            first = line == 0 ? count : first;
            score += count > 0 && count == first ? 4 + (count < 4 ? count : 4) : count > 0;
        }
        if (score > best_score) {
            best_score = score;
            best = candidates[i];
        }
    }
    return best;
}

/* "sep=;" in front, as spreadsheets write and read it. */
static void find_separator(struct csv_reader *r)
{
    struct text line;
    size_t end = 0;
    bool is_said = text_next_line(r->text, &end, &line) && line.size == 5 &&
                   text_equal_ascii_case(text_slice(line, 0, 4), TEXT("sep="));
    r->separator = is_said ? line.data[4] : separator_of(r->text, 0);
    r->at = is_said ? end : 0;
}

/* ---- fields ---- */

static bool ends_field(const struct csv_reader *r, size_t at)
{
    return at >= r->text.size || r->text.data[at] == r->separator || r->text.data[at] == '\n' ||
           r->text.data[at] == '\r';
}

/* Behind the mark that closes what opened at `at`; 0: nothing does. */
static size_t closing_quote(const struct csv_reader *r, size_t at)
{
    for (at++; at < r->text.size; at++)
        if (r->text.data[at] == '"') {
            if (at + 1 >= r->text.size || r->text.data[at + 1] != '"')
                return at + 1;
            at++;
        }
    return 0;
}

static struct text without_doubled_quotes(struct arena *arena, struct text words)
{
    if (text_find(words, TEXT("\"\""), 0) == TEXT_NOT_FOUND)
        return words;
    struct text_buffer out = text_buffer_new(arena);
    for (size_t i = 0; i < words.size; i++) {
        buffer_append_byte(&out, words.data[i]);
        i += words.data[i] == '"' && i + 1 < words.size && words.data[i + 1] == '"';
    }
    return buffer_text(&out);
}

static void append_lines(struct csv_reader *r, struct block *block, struct text words,
                         struct span span)
{
    struct text line;
    for (size_t at = 0, n = 0; text_next_line(words, &at, &line); n++) {
        if (n > 0)
            run_append(r->document, block, RUN_BREAK, TEXT(""), span);
        run_append(r->document, block, RUN_TEXT, line, span);
    }
}

static void append_cell(struct csv_reader *r, struct text words, size_t begin, size_t end)
{
    struct span span = {
        .source = r->document->source, .begin = (uint32_t)begin, .end = (uint32_t)end};
    struct cell *cell = cell_append(r->document, r->table, span);
    cell->row = r->row;
    cell->column = r->column;
    cell->row_span = cell->column_span = 1;
    cell->is_header = r->row == 0;
    words = text_trim(words);
    if (!text_is_empty(words))
        append_lines(r, block_append_to_cell(r->document, cell, BLOCK_PARAGRAPH, span), words,
                     span);
}

static void read_field(struct csv_reader *r)
{
    struct arena *arena = r->document->arena;
    size_t begin = r->at, closed = 0;
    bool is_quoted = begin < r->text.size && r->text.data[begin] == '"';
    if (is_quoted && (closed = closing_quote(r, begin)) == 0)
        report_warning(r->diags, &open_quote,
                       (struct span){.source = r->document->source,
                                     .begin = (uint32_t)begin,
                                     .end = (uint32_t)begin + 1},
                       TEXT(""), TEXT(""));
    size_t end = closed > 0 ? closed : begin;
    while (!ends_field(r, end))
        end++;
    struct text words = text_slice(r->text, begin, end);
    if (closed > 0 && end == closed) {
        words = without_doubled_quotes(arena, text_slice(r->text, begin + 1, closed - 1));
        append_cell(r, words, begin + 1, closed - 1);
    } else
        append_cell(r, words, begin, end);
    r->at = end;
}

/* A line without a character, or with separators alone, is no row. */
static bool skip_empty_line(struct csv_reader *r)
{
    size_t at = r->at;
    while (at < r->text.size && r->text.data[at] != '\n' && r->text.data[at] != '\r') {
        if (r->text.data[at] != r->separator && r->text.data[at] != ' ')
            return false;
        at++;
    }
    r->at = at + (at < r->text.size);
    return true;
}

static void read_row(struct csv_reader *r)
{
    for (r->column = 0;; r->column++) {
        read_field(r);
        if (r->at >= r->text.size || r->text.data[r->at] != r->separator)
            break;
        r->at++;
        if (r->column + 1 >= LIMIT_TABLE_COLUMNS)
            break;
    }
    r->row++;
}

static void report_limit(struct csv_reader *r)
{
    struct text_buffer rows = text_buffer_new(r->diags->arena);
    struct text_buffer columns = text_buffer_new(r->diags->arena);
    buffer_append_int(&rows, LIMIT_TABLE_ROWS);
    buffer_append_int(&columns, LIMIT_TABLE_COLUMNS);
    report_error(r->diags, &too_many,
                 (struct span){.source = r->document->source,
                               .begin = (uint32_t)r->at,
                               .end = (uint32_t)r->at},
                 buffer_text(&rows), buffer_text(&columns));
}

static enum status read_rows(struct csv_reader *r)
{
    while (r->at < r->text.size) {
        if (skip_empty_line(r))
            continue;
        bool is_full = r->row >= LIMIT_TABLE_ROWS || r->column >= LIMIT_TABLE_COLUMNS ||
                       r->table->cell_count + LIMIT_TABLE_COLUMNS > LIMIT_TABLE_CELLS;
        if (is_full) {
            report_limit(r);
            return STATUS_INPUT;
        }
        read_row(r);
    }
    return STATUS_OK;
}

static enum status read_document(struct input *input, struct document **document)
{
    struct text text = {0};
    *document = NULL;
    input->source->kind = SOURCE_TEXT;
    enum status status =
        charset_decode(input->arena, input->source, input->bytes, &text, input->diags);
    if (status == STATUS_OK)
        status = charset_check_size(input->source, text, input->diags);
    if (status != STATUS_OK)
        return status;
    input->source->text = text;
    struct csv_reader r = {
        .document = document_new(input->arena, input->source), .text = text, .diags = input->diags};
    r.document->diags = input->diags;
    find_separator(&r);
    struct block *block = block_append(r.document, NULL, BLOCK_TABLE,
                                       (struct span){.source = input->source,
                                                     .begin = (uint32_t)r.at,
                                                     .end = (uint32_t)text.size});
    r.table = table_new(r.document, block);
    r.table->header_rows = 1;
    status = read_rows(&r);
    if (!table_index(r.document, r.table)) {
        report_limit(&r);
        status = STATUS_INPUT;
    }
    *document = r.document;
    return status;
}

static const char *const extensions[] = {"csv", "tsv", "tab", NULL};

static int sniff(struct text head, struct text file_name)
{
    bool is_zip = text_starts_with(head, TEXT("PK\x03\x04")); /* a workbook that calls itself so */
    return has_extension(file_name, extensions) && !is_zip ? 80 : 0;
}

const struct converter csv_converter = {
    .name = "csv",
    .extensions = extensions,
    .sniff = sniff,
    .read_document = read_document,
    .only_when_named = true,
};
