/*
 * Pipe tables, as GitHub Flavored Markdown 0.29 section 4.10 has them, and as kramdown has them
 * without a row of heads: nothing but lines between pipes.
 */
#include "converters/markdown/reader.h"
#include <string.h>

/* One row, cut at its pipes. */
struct cut {
    uint32_t begin, end; /* what lies between two pipes, blanks trimmed */
    bool has_escaped_pipes;
};
struct cuts {
    struct cut *items;
    size_t count, capacity;
};

/* Line ends stand within a row where the author broke it. */
static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static uint32_t trim_end(const char *data, uint32_t begin, uint32_t end)
{
    while (end > begin && is_blank(data[end - 1]))
        end--;
    return end;
}

/* Cuts [begin, end); the pipes around the row are left out. Nothing is kept when cuts is NULL. */
static size_t cut_row(struct markdown_reader *reader, uint32_t begin, uint32_t end,
                      struct cuts *cuts)
{
    const char *data = reader->source->text.data;
    size_t count = 0;
    end = trim_end(data, begin, end);
    if (begin < end && data[begin] == '|')
        begin++;
    while (begin < end || (count == 0)) {
        while (begin < end && is_blank(data[begin]))
            begin++;
        uint32_t at = begin;
        bool escaped = false;
        for (; at < end && data[at] != '|'; at++)
            if (data[at] == '\\' && at + 1 < end && is_ascii_punctuation(data[at + 1]))
                escaped |= data[++at] == '|';
        count++;
        if (cuts != NULL)
            *arena_push(reader->arena, cuts->items, cuts->count, cuts->capacity) =
                (struct cut){begin, trim_end(data, begin, at), escaped};
        if (at >= end)
            break;
        begin = at + 1;
    }
    return count;
}

/* |:--|--:| : the alignments into align when it is not NULL; 0: no such row. */
static size_t delimiter_row(struct text line, enum alignment *align)
{
    size_t count = 0, at = 0;
    bool has_pipe = false;
    while (at < line.size && is_blank(line.data[at]))
        at++;
    if (at < line.size && line.data[at] == '|') {
        has_pipe = true;
        at++;
    }
    while (at < line.size) {
        while (at < line.size && is_blank(line.data[at]))
            at++;
        bool left = at < line.size && line.data[at] == ':';
        at += left;
        size_t dashes = at;
        while (at < line.size && line.data[at] == '-')
            at++;
        dashes = at - dashes;
        bool right = at < line.size && line.data[at] == ':';
        at += right;
        if (dashes == 0)
            return 0;
        if (align != NULL)
            align[count] = left && right ? ALIGN_CENTRE
                           : left        ? ALIGN_LEFT
                           : right       ? ALIGN_RIGHT
                                         : ALIGN_DEFAULT;
        count++;
        while (at < line.size && is_blank(line.data[at]))
            at++;
        if (at < line.size && line.data[at] != '|')
            return 0;
        has_pipe |= at < line.size;
        at += at < line.size;
        while (at < line.size && is_blank(line.data[at]))
            at++;
    }
    return has_pipe ? count : 0;
}

static struct text line_text(const struct markdown_reader *reader,
                             const struct paragraph_lines *lines, size_t line)
{
    return reader_source(reader, paragraph_line(reader, lines, line), line_end(reader, line));
}

/* Blanks that HTML would not keep, as which such a table is written: two in a row within a cell,
 * controls. */
static bool has_wide_blanks(struct text row)
{
    bool is_behind_word = false;
    size_t blanks = 0;
    for (size_t i = 0; i < row.size; i++) {
        char c = row.data[i];
        if ((unsigned char)c < ' ' && c != '\t')
            return true;
        if (c == ' ' || c == '\t') {
            blanks++;
            continue;
        }
        bool is_wide = blanks > 1 || (blanks == 1 && row.data[i - 1] == '\t');
        if (c != '|' && is_behind_word && is_wide)
            return true;
        is_behind_word = c != '|';
        blanks = 0;
    }
    return false;
}

/* | 地點 | 台北 | : each line stands between pipes, and has as many cells as the first. */
static bool are_rows(struct markdown_reader *reader, const struct paragraph_lines *lines)
{
    size_t columns = 0;
    for (size_t line = lines->first; line <= lines->last; line++) {
        struct text all = line_text(reader, lines, line), row = text_trim(all);
        if (row.size < 2 || row.data[0] != '|' || !text_ends_with(row, TEXT("|")) ||
            has_wide_blanks(all))
            return false;
        size_t cells =
            cut_row(reader, paragraph_line(reader, lines, line), line_end(reader, line), NULL);
        columns = line == lines->first ? cells : columns;
        if (cells != columns)
            return false;
    }
    return columns >= 2 && columns <= LIMIT_TABLE_COLUMNS;
}

static size_t cells_of(struct markdown_reader *reader, const struct paragraph_lines *lines,
                       size_t line, size_t last)
{
    return cut_row(reader, paragraph_line(reader, lines, line), line_end(reader, last), NULL);
}

/*
 * "| Place |" over "Harbour" over "|": a row whose last cell stands on a line of its own. A cell of
 * several lines is left as it is: fragments are read line by line.
 */
static size_t row_last(struct markdown_reader *reader, const struct paragraph_lines *lines,
                       size_t columns, size_t line)
{
    static const struct text pipe = TEXT_INIT("|");
    struct text row = text_trim(line_text(reader, lines, line));
    size_t cells = cells_of(reader, lines, line, line);
    if (lines->quotes > 0 || line == lines->last || cells + 1 != columns ||
        !text_starts_with(row, pipe) || !text_ends_with(row, pipe))
        return line;
    struct text below = text_trim(line_text(reader, lines, line + 1));
    size_t last = line + 1;
    if (text_find(below, pipe, 0) == TEXT_NOT_FOUND && last < lines->last)
        last++;
    struct text end = last == line + 1 ? below : text_trim(line_text(reader, lines, last));
    bool is_closed = last == line + 1 ? text_ends_with(end, pipe) : text_equal(end, pipe);
    bool is_cell = !text_starts_with(below, pipe) && cells_of(reader, lines, line, last) == columns;
    return is_closed && is_cell ? last : line;
}

/* The last line that is a row: what stands right below it, without pipes, are words. */
static size_t last_row(struct markdown_reader *reader, const struct paragraph_lines *lines,
                       size_t columns, size_t delimiters)
{
    size_t last = delimiters;
    for (size_t line = delimiters + 1; line <= lines->last; line++) {
        struct text row = text_trim(line_text(reader, lines, line));
        size_t end = row_last(reader, lines, columns, line);
        if (end > line || text_starts_with(row, TEXT("|")) ||
            (text_find(row, TEXT("|"), 0) != TEXT_NOT_FOUND &&
             cells_of(reader, lines, line, line) == columns))
            last = end;
        line = end;
    }
    return last;
}

bool pipe_table_find(struct markdown_reader *reader, const struct paragraph_lines *lines,
                     struct pipe_table *found)
{
    for (size_t line = lines->first; line < lines->last; line++) {
        struct text below = line_text(reader, lines, line + 1);
        if (below.size < 2 || memchr("|:-", below.data[0], 3) == NULL)
            continue;
        size_t columns = delimiter_row(below, NULL);
        uint32_t begin = paragraph_line(reader, lines, line);
        if (columns == 0 || columns > LIMIT_TABLE_COLUMNS ||
            cut_row(reader, begin, line_end(reader, line), NULL) != columns)
            continue;
        *found = (struct pipe_table){.head = line,
                                     .last = last_row(reader, lines, columns, line + 1),
                                     .has_delimiters = true};
        return true;
    }
    *found = (struct pipe_table){.head = lines->first, .last = lines->last};
    return are_rows(reader, lines);
}

static struct text without_escapes(struct arena *arena, struct text raw)
{
    struct text_buffer out = text_buffer_new(arena);
    for (size_t i = 0; i < raw.size; i++)
        if (!(raw.data[i] == '\\' && i + 1 < raw.size && raw.data[i + 1] == '|'))
            buffer_append_byte(&out, raw.data[i]);
    return buffer_text(&out);
}

struct table_reader {
    struct markdown_reader *reader;
    struct table *table;
    enum alignment *align; /* [columns] */
    size_t columns;        /* of the delimiter row, or of the first */
    struct fragment *fragments;
    size_t fragment_count, fragment_capacity;
};

static void read_cell(struct table_reader *in, const struct cut *cut, uint32_t row, uint32_t column)
{
    struct markdown_reader *reader = in->reader;
    struct span span = reader_span(reader, cut->begin, cut->end);
    struct cell *cell = cell_append(reader->document, in->table, span);
    cell->row = row;
    cell->column = column;
    cell->is_header = row < in->table->header_rows;
    cell->align = column < in->columns ? in->align[column] : ALIGN_DEFAULT;
    if (cut->begin == cut->end)
        return;
    struct block *paragraph = block_append_to_cell(reader->document, cell, BLOCK_PARAGRAPH, span);
    struct text raw = reader_source(reader, cut->begin, cut->end);
    *arena_push(reader->arena, in->fragments, in->fragment_count, in->fragment_capacity) =
        (struct fragment){.text =
                              cut->has_escaped_pipes ? without_escapes(reader->arena, raw) : raw,
                          .begin = cut->begin,
                          .end = cut->end,
                          .has_escaped_pipes = cut->has_escaped_pipes,
                          .block = paragraph};
}

/* GFM drops cells beyond the head's columns; here they widen the table, since words stand there. */
static void read_row(struct table_reader *in, uint32_t begin, uint32_t end, uint32_t row)
{
    struct cuts cuts = {0};
    cut_row(in->reader, begin, end, &cuts);
    for (size_t i = 0; i < cuts.count; i++)
        if (i < in->columns || cuts.items[i].begin < cuts.items[i].end)
            read_cell(in, &cuts.items[i], row, (uint32_t)i);
    for (size_t i = cuts.count; i < in->columns; i++)
        read_cell(in, &(struct cut){.begin = end, .end = end}, row, (uint32_t)i);
}

void pipe_table_read(struct markdown_reader *reader, const struct paragraph_lines *lines,
                     const struct pipe_table *found, struct place place)
{
    uint32_t begin = paragraph_line(reader, lines, found->head);
    struct table_reader in = {.reader = reader};
    if (found->has_delimiters) {
        struct text delimiters = line_text(reader, lines, found->head + 1);
        in.columns = delimiter_row(delimiters, NULL);
        in.align = arena_new_array(reader->arena, in.columns, enum alignment);
        delimiter_row(delimiters, in.align);
    } else {
        in.columns = cut_row(reader, begin, line_end(reader, found->head), NULL);
        in.align = arena_new_array(reader->arena, in.columns, enum alignment);
        for (size_t i = 0; i < in.columns; i++)
            in.align[i] = ALIGN_DEFAULT;
    }
    struct span span = reader_span(reader, begin, line_end(reader, found->last));
    struct block *block = place_append(reader, place, BLOCK_TABLE, span);
    in.table = table_new(reader->document, block);
    in.table->header_rows = found->has_delimiters;
    uint32_t row = 0;
    for (size_t line = found->head, end; line <= found->last; line = end + 1) {
        end = line;
        if (found->has_delimiters && line == found->head + 1)
            continue;
        if (line > found->head)
            end = row_last(reader, lines, in.columns, line);
        read_row(&in, paragraph_line(reader, lines, line), line_end(reader, end), row);
        row++;
    }
    fragments_read(reader, in.fragments, in.fragment_count);
    if (table_index_input(reader->document, in.table, span) != STATUS_OK)
        reader->status = STATUS_INPUT;
}
