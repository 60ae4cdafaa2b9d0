/* Footnotes: "[^1]" in the text, "[^1]: words" on a line of its own. */
#include "converters/markdown/reader.h"
#include <stdlib.h>
#include <string.h>

/* "[^label]:" at the line's beginning; *label without the marks, *words behind the colon. */
static bool is_definition(struct text source, uint32_t begin, uint32_t end, struct text *label,
                          uint32_t *words)
{
    uint32_t at = begin;
    while (at < end && at - begin < 3 && source.data[at] == ' ')
        at++;
    if (end - at < 5 || source.data[at] != '[' || source.data[at + 1] != '^')
        return false;
    uint32_t name = at + 2;
    for (at = name; at < end && source.data[at] != ']'; at++)
        if (source.data[at] == '[' || source.data[at] == ' ' || source.data[at] == '\t')
            return false;
    if (at == name || at + 1 >= end || source.data[at + 1] != ':')
        return false;
    *label = text_slice(source, name, at);
    for (at += 2; at < end && (source.data[at] == ' ' || source.data[at] == '\t');)
        at++;
    *words = at;
    return true;
}

static bool is_blank_line(const struct markdown_reader *reader, size_t line)
{
    return line_content(reader, line, 0) >= line_end(reader, line);
}

/* A code fence that stands open; definitions inside it are code. */
struct fence {
    char mark; /* '`' or '~'; '\0': none */
    size_t length;
};

/* The line behind the marks of quotes and items that may stand before a fence. */
static struct text without_marks(struct text line)
{
    size_t at = 0;
    while (at < line.size) {
        size_t end = at;
        while (end < line.size && line.data[end] >= '0' && line.data[end] <= '9')
            end++;
        bool is_number = end > at && end < line.size && strchr(".)", line.data[end]) != NULL;
        if (is_number)
            at = end + 1;
        else if (strchr(" \t>-+*", line.data[at]) != NULL && line.data[at] != '\0')
            at++;
        else
            break;
    }
    return text_from(line, at);
}

static void follow_fence(struct fence *fence, struct text source, uint32_t begin, uint32_t end)
{
    struct text line = without_marks(text_slice(source, begin, end));
    size_t length = 0;
    char mark = line.size == 0 ? '\0' : line.data[0];
    if (mark != '`' && mark != '~')
        return;
    while (length < line.size && line.data[length] == mark)
        length++;
    struct text rest = text_from(line, length);
    bool opens = mark == '~' || text_find(rest, TEXT("`"), 0) == TEXT_NOT_FOUND;
    if (fence->mark == '\0' && length >= 3 && opens)
        *fence = (struct fence){mark, length};
    else if (mark == fence->mark && length >= fence->length && text_is_blank(rest))
        fence->mark = '\0';
}

static int by_label(const void *left, const void *right)
{
    const struct note_definition *a = left, *b = right;
    int order = text_compare(a->label, b->label);
    return order != 0 ? order : (a->begin > b->begin) - (a->begin < b->begin);
}

static int by_place(const void *left, const void *right)
{
    const struct note_definition *a = left, *b = right;
    return (a->begin > b->begin) - (a->begin < b->begin);
}

void notes_find(struct markdown_reader *reader)
{
    struct text source = reader->source->text;
    if (text_find(source, TEXT("[^"), reader->body_begin) == TEXT_NOT_FOUND)
        return;
    char *copy = NULL;
    struct fence fence = {0};
    for (size_t line = 0; line < reader->lines.count; line++) {
        uint32_t begin = reader->lines.begin[line], end = line_end(reader, line), words;
        struct text label;
        follow_fence(&fence, source, begin, end);
        if (fence.mark != '\0' || !is_definition(source, begin, end, &label, &words))
            continue;
        struct text ignored;
        uint32_t ignored_words;
        while (line + 1 < reader->lines.count && !is_blank_line(reader, line + 1) &&
               !is_definition(source, reader->lines.begin[line + 1], line_end(reader, line + 1),
                              &ignored, &ignored_words))
            end = line_end(reader, ++line);
        *arena_push(reader->arena, reader->notes, reader->note_count, reader->note_capacity) =
            (struct note_definition){.label = label, .begin = words, .end = end};
        if (copy == NULL)
            copy = (char *)text_copy(reader->arena, reader->body).data;
        for (uint32_t at = begin; at < end; at++)
            if (source.data[at] != '\n' && source.data[at] != '\r')
                copy[at - reader->body_begin] = ' ';
    }
    if (copy == NULL)
        return;
    reader->body.data = copy;
    qsort(reader->notes, reader->note_count, sizeof *reader->notes, by_label);
}

void notes_append_unused(struct markdown_reader *reader)
{
    if (reader->note_count == 0)
        return;
    qsort(reader->notes, reader->note_count, sizeof *reader->notes, by_place);
    for (size_t i = 0; i < reader->note_count; i++) {
        const struct note_definition *note = &reader->notes[i];
        if (note->paragraph != NULL)
            continue;
        struct block *block = block_append(reader->document, NULL, BLOCK_PARAGRAPH,
                                           reader_span(reader, note->begin, note->end));
        uint32_t label = (uint32_t)(note->label.data - reader->source->text.data);
        run_append_text(reader->document, block, note->label, 0,
                        reader_span(reader, label, label + (uint32_t)note->label.size));
        run_append_text(reader->document, block, TEXT(": "), 0,
                        reader_span(reader, note->begin, note->begin));
        lines_read(reader, note->begin, note->end, 0, block);
    }
}

struct note_definition *note_at(struct markdown_reader *reader, uint32_t offset, uint32_t *end)
{
    struct text source = reader->source->text;
    if (offset + 2 >= source.size || source.data[offset + 1] != '^')
        return NULL;
    struct text rest = text_slice(source, offset + 2, offset + 2 + 200);
    size_t close = text_find(rest, TEXT("]"), 0);
    if (close == TEXT_NOT_FOUND)
        return NULL;
    struct text label = text_slice(rest, 0, close);
    size_t low = 0, high = reader->note_count; /* the first that is not before label */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(reader->notes[middle].label, label) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == reader->note_count || !text_equal(reader->notes[low].label, label))
        return NULL;
    *end = offset + 2 + (uint32_t)close + 1;
    return &reader->notes[low];
}
