#include "converters/markdown/reader.h"
#include <string.h>

struct lines lines_find(struct arena *arena, struct text source, uint32_t from)
{
    struct lines lines = {0};
    size_t capacity = 0, at = from;
    size_t next_return = 0; /* looked for when passed, not once a line: most files have none */
    while (at < source.size) {
        *arena_push(arena, lines.begin, lines.count, capacity) = (uint32_t)at;
        const char *newline = memchr(source.data + at, '\n', source.size - at);
        size_t end = newline == NULL ? source.size : (size_t)(newline - source.data);
        if (next_return < at || at == from) {
            const char *hit = memchr(source.data + at, '\r', source.size - at);
            next_return = hit == NULL ? source.size : (size_t)(hit - source.data);
        }
        if (next_return + 1 < end)
            end = next_return;
        at = end + 1;
    }
    *arena_push(arena, lines.begin, lines.count, capacity) = (uint32_t)source.size;
    lines.count--;
    return lines;
}

uint32_t line_end(const struct markdown_reader *reader, size_t line)
{
    uint32_t end = reader->lines.begin[line + 1], begin = reader->lines.begin[line];
    struct text source = reader->source->text;
    while (end > begin && (source.data[end - 1] == '\n' || source.data[end - 1] == '\r'))
        end--;
    return end;
}

uint32_t line_content(const struct markdown_reader *reader, size_t line, unsigned quotes)
{
    uint32_t at = reader->lines.begin[line], end = reader->lines.begin[line + 1];
    const char *data = reader->source->text.data;
    for (; at < end; at++) {
        if (data[at] == '>' && quotes > 0)
            quotes--;
        else if (data[at] != ' ' && data[at] != '\t')
            break;
    }
    return at;
}

uint32_t line_offset(const struct markdown_reader *reader, int line, int column)
{
    size_t index = line < 1 ? 0 : (size_t)line - 1;
    if (index >= reader->lines.count)
        return reader->lines.begin[reader->lines.count];
    uint32_t offset = reader->lines.begin[index] + (column < 1 ? 0 : (uint32_t)column - 1);
    uint32_t next = reader->lines.begin[index + 1];
    return offset > next ? next : offset;
}

uint32_t paragraph_line(const struct markdown_reader *reader, const struct paragraph_lines *lines,
                        size_t line)
{
    return line == lines->first ? lines->begin : line_content(reader, line, lines->quotes);
}
