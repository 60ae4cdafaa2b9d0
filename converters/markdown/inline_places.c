/* Where cmark's inline nodes stand in the source. */
#include "converters/markdown/inlines.h"

static uint32_t fragment_source_offset(const struct fragment *fragment, struct text raw,
                                       size_t position)
{
    if (!fragment->has_escaped_pipes)
        return fragment->begin + (uint32_t)position;
    size_t seen = 0, at = 0;
    for (; at < raw.size && seen < position; at++, seen++)
        if (raw.data[at] == '\\' && at + 1 < raw.size && raw.data[at + 1] == '|')
            at++;
    return fragment->begin + (uint32_t)at;
}

/*
 * Where cmark says the node begins, in the source of a block. cmark counts no line for a break by
 * backslash: lag lines are missing, and shift bytes of the line it still believes in lie before.
 */
static uint32_t expected_offset(struct inlines *in, int line, int column)
{
    if (line != in->line) {
        size_t index = line < 1 ? 0 : (size_t)line - 1 + in->lag;
        in->line = line;
        in->shift = 0;
        if (line == in->first_line)
            in->line_begin = line_offset(in->reader, line, 1 + in->block_offset);
        else if (index < in->reader->lines.count)
            in->line_begin = line_content(in->reader, index, in->quotes);
    }
    int64_t at = (int64_t)column - 1 - in->block_offset - in->shift;
    return in->line_begin + (at < 0 ? 0 : (uint32_t)at);
}

/* Where the line that holds this offset ends, and its number from 0. */
static uint32_t end_of_line_at(const struct inlines *in, uint32_t offset, size_t *line)
{
    const struct lines *lines = &in->reader->lines;
    size_t low = 0, high = lines->count; /* the last line that begins at or before offset */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (lines->begin[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    *line = low;
    return line_end(in->reader, low);
}

void inlines_pass_line_break(struct inlines *in)
{
    size_t line;
    uint32_t end = end_of_line_at(in, in->cursor, &line);
    bool by_backslash = end > in->begin && in->reader->source->text.data[end - 1] == '\\';
    if (in->fragment != NULL || !by_backslash || line + 1 >= in->reader->lines.count)
        return;
    in->lag++;
    in->shift += (int64_t)(in->reader->lines.begin[line + 1] - in->line_begin);
    in->line_begin = line_content(in->reader, line + 1, in->quotes);
}

static struct found find_in_fragment(struct inlines *in, struct text literal, size_t column,
                                     size_t size)
{
    const struct fragment *fragment = in->fragment;
    struct markdown_reader *reader = in->reader;
    struct text raw = reader_source(reader, fragment->begin, fragment->end);
    struct text there = text_slice(fragment->text, column, column + literal.size);
    uint32_t begin = fragment_source_offset(fragment, raw, column);
    uint32_t end = fragment_source_offset(fragment, raw, column + size);
    bool same = text_equal(there, literal);
    return (struct found){same ? there : text_copy(reader->arena, literal),
                          reader_span(reader, begin, end)};
}

struct found inlines_find(struct inlines *in, cmark_node *node, struct text literal)
{
    int line = cmark_node_get_start_line(node), column = cmark_node_get_start_column(node);
    int last = cmark_node_get_end_column(node);
    size_t size = last >= column ? (size_t)(last - column + 1) : literal.size;
    if (in->fragment != NULL)
        return find_in_fragment(in, literal, column < 3 ? 0 : (size_t)column - 3, size);
    struct text source = in->reader->source->text;
    uint32_t begin = expected_offset(in, line, column);
    struct text there = text_slice(source, begin, begin + literal.size);
    bool same = text_equal(there, literal);
    if (!same) {
        /* An escape or code's padding; or a position cmark gives wrongly, behind definitions. */
        size_t from = size == literal.size ? in->cursor : begin;
        size_t to = size == literal.size ? in->cursor + FIND_WINDOW : begin + size;
        size_t hit = text_find(text_slice(source, 0, to < in->end ? to : in->end), literal, from);
        same = hit != TEXT_NOT_FOUND && literal.size > 0;
        if (same) {
            size = size == literal.size ? size : begin + size - hit;
            begin = (uint32_t)hit;
            there = text_slice(source, begin, begin + literal.size);
        }
    }
    if (begin + size > in->end)
        size = begin < in->end ? in->end - begin : 0;
    in->cursor = begin + (uint32_t)size;
    uint32_t end = same && literal.size > 0 ? begin + (uint32_t)literal.size : in->cursor;
    return (struct found){same ? there : text_copy(in->reader->arena, literal),
                          reader_span(in->reader, begin, end)};
}
