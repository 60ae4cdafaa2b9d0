#include "core/base/span.h"
#include "core/base/text_buffer.h"
#include <inttypes.h>

#define MARK_BYTES 4096 /* from one mark to the next */
#define FEWEST_MARKS 8  /* a shorter text is counted as fast */

struct span span_of_source(const struct source *source) { return (struct span){.source = source}; }

struct span span_slice(struct span span, size_t begin, size_t end)
{
    if (!span_is_text(span))
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
    return span_is_text(span) && span.begin <= span.source->text.size &&
           (span.begin > 0 || span.end > 0);
}

/* Behind the last "\n" in front of to; the lines that end up to there are counted. */
static size_t skip_lines(struct text t, size_t from, size_t to, struct line_column *at)
{
    const char *end;
    for (; (end = memchr(t.data + from, '\n', to - from)) != NULL;
         from = (size_t)(end - t.data) + 1)
        *at = (struct line_column){at->line + 1, 1};
    return from;
}

/* Goes on from a place at the byte from to the byte to. */
static struct line_column advance(struct text t, size_t from, size_t to, struct line_column at)
{
    if (from < to && memchr(t.data + from, '\r', to - from) == NULL)
        from = skip_lines(t, from, to, &at);
    for (size_t i = from; i < to; i++) {
        bool ends =
            t.data[i] == '\n' || (t.data[i] == '\r' && i + 1 < t.size && t.data[i + 1] != '\n');
        bool begins_character = ((unsigned char)t.data[i] & 0xC0) != 0x80;
        if (ends)
            at = (struct line_column){at.line + 1, 1};
        else if (begins_character)
            at.column++;
    }
    return at;
}

void source_mark_lines(struct arena *arena, struct source *source)
{
    size_t count = source->text.size / MARK_BYTES;
    if (source->kind != SOURCE_TEXT || count < FEWEST_MARKS)
        return;
    struct line_column *marks = arena_new_array(arena, count + 1, struct line_column);
    marks[0] = (struct line_column){1, 1};
    for (size_t i = 1; i <= count; i++)
        marks[i] = advance(source->text, (i - 1) * MARK_BYTES, i * MARK_BYTES, marks[i - 1]);
    source->marks = marks;
}

struct line_column span_line_column(struct span span)
{
    if (!has_lines(span))
        return (struct line_column){0};
    struct line_column at = {1, 1};
    size_t from = 0;
    if (span.source->marks != NULL) {
        at = span.source->marks[span.begin / MARK_BYTES];
        from = span.begin - span.begin % MARK_BYTES;
    }
    return advance(span.source->text, from, span.begin, at);
}

size_t span_column(struct span span)
{
    if (!has_lines(span))
        return 0;
    struct text t = span.source->text;
    size_t begin = span.begin, column = 1, nearest = begin < MARK_BYTES ? 0 : begin - MARK_BYTES;
    while (begin > nearest && t.data[begin - 1] != '\n' && t.data[begin - 1] != '\r')
        column += ((unsigned char)t.data[--begin] & 0xC0) != 0x80;
    return begin > nearest || begin == 0 ? column : span_line_column(span).column;
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

/* A place that people count to, in the words of each language. */
static const struct {
    const char *table, *row, *column, *paragraph;
} places[LANG_COUNT] = {
    [LANG_ZH_HANT] = {"表 %" PRIu32, " 第 %" PRIu32 " 列", "第 %" PRIu32 " 欄",
                      "第 %" PRIu32 " 段"},
    [LANG_ZH_HANS] = {"表 %" PRIu32, " 第 %" PRIu32 " 行", "第 %" PRIu32 " 列",
                      "第 %" PRIu32 " 段"},
    [LANG_EN] = {"table %" PRIu32, ", row %" PRIu32, ", column %" PRIu32, "paragraph %" PRIu32},
};

struct text span_describe_in(struct arena *arena, struct span span, enum language language)
{
    struct text_buffer out = text_buffer_new(arena);
    if (span.source == NULL)
        return buffer_text(&out);
    buffer_append_string(&out, span.source->path);
    struct line_column at = span_line_column(span);
    if (at.line > 0)
        buffer_append_format(&out, ":%zu:%zu", at.line, at.column);
    else if (span.table > 0 || span.paragraph > 0)
        buffer_append_string(&out, ": ");
    if (at.line == 0 && span.table > 0) {
        buffer_append_format(&out, places[language].table, span.table);
        if (span.row > 0)
            buffer_append_format(&out, places[language].row, span.row);
        if (span.column > 0)
            buffer_append_format(&out, places[language].column, span.column);
    } else if (at.line == 0 && span.paragraph > 0)
        buffer_append_format(&out, places[language].paragraph, span.paragraph);
    return buffer_text(&out);
}

struct text span_describe(struct arena *arena, struct span span)
{
    return span_describe_in(arena, span, LANG_EN);
}
