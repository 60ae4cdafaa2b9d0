#include "core/base/span.h"
#include "core/base/text_buffer.h"
#include <inttypes.h>

struct span span_of_source(const struct source *source) { return (struct span){.source = source}; }

struct span span_slice(struct span span, size_t begin, size_t end)
{
    if (span.source == NULL || span.source->kind != SOURCE_TEXT)
        return span;
    size_t size = span.end - span.begin;
    if (end > size)
        end = size;
    if (begin > end)
        begin = end;
    span.end = span.begin + (uint32_t)end;
    span.begin += (uint32_t)begin;
    return span;
}

struct span span_join(struct span first, struct span last)
{
    if (first.source == NULL)
        return last;
    if (first.source == last.source && first.source->kind == SOURCE_TEXT && last.end > first.end)
        first.end = last.end;
    return first;
}

static bool has_lines(struct span span)
{
    return span.source != NULL && span.source->kind == SOURCE_TEXT &&
           span.begin <= span.source->text.size && (span.begin > 0 || span.end > 0);
}

struct line_column span_line_column(struct span span)
{
    if (!has_lines(span))
        return (struct line_column){0};
    struct text before = text_slice(span.source->text, 0, span.begin);
    struct line_column at = {1, 1};
    size_t line_begin = 0;
    for (size_t i = 0; i < before.size; i++) {
        bool ends = before.data[i] == '\n' ||
                    (before.data[i] == '\r' && text_from(span.source->text, i + 1).size > 0 &&
                     span.source->text.data[i + 1] != '\n');
        if (ends) {
            at.line++;
            line_begin = i + 1;
        }
    }
    at.column = 1 + text_code_points(text_from(before, line_begin));
    return at;
}

struct text span_line(struct span span)
{
    if (!has_lines(span))
        return (struct text){0};
    struct text all = span.source->text;
    size_t begin = span.begin, end = begin;
    while (begin > 0 && all.data[begin - 1] != '\n' && all.data[begin - 1] != '\r')
        begin--;
    while (end < all.size && all.data[end] != '\n' && all.data[end] != '\r')
        end++;
    return text_slice(all, begin, end);
}

struct text span_describe(struct arena *arena, struct span span)
{
    struct text_buffer out = text_buffer_new(arena);
    if (span.source == NULL)
        return buffer_text(&out);
    buffer_append_string(&out, span.source->path);
    struct line_column at = span_line_column(span);
    if (at.line > 0)
        buffer_append_format(&out, ":%zu:%zu", at.line, at.column);
    else if (span.table > 0) {
        buffer_append_format(&out, ": table %" PRIu32, span.table);
        if (span.row > 0)
            buffer_append_format(&out, ", row %" PRIu32, span.row);
        if (span.column > 0)
            buffer_append_format(&out, ", column %" PRIu32, span.column);
    } else if (span.paragraph > 0)
        buffer_append_format(&out, ": paragraph %" PRIu32, span.paragraph);
    return buffer_text(&out);
}
