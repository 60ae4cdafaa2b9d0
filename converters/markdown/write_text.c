/*
 * Words of runs, escaped where CommonMark, or a dialect of it, would read a mark.
 */
#include "converters/markdown/icons.h"
#include "converters/markdown/inline_writer.h"
#include <ctype.h>
#include <string.h>

bool inlines_at_line_begin(const struct inline_writer *in)
{
    return in->w->out->size == in->line_begin;
}

/* What CommonMark cuts off at the ends of lines. */
static bool is_cut(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static void append_reference(struct text_buffer *out, char c)
{
    buffer_append_format(out, "&#%d;", c);
}

void inlines_protect_line_end(struct inline_writer *in)
{
    struct text_buffer *out = in->w->out;
    size_t count = 0;
    char blanks[64];
    while (out->size > in->line_begin && count < sizeof blanks && is_cut(out->data[out->size - 1]))
        blanks[count++] = out->data[--out->size];
    while (count > 0)
        append_reference(out, blanks[--count]);
}

static bool is_alnum_at(struct text t, size_t at)
{
    return at < t.size && isalnum((unsigned char)t.data[at]);
}

bool is_character_reference(struct text t, size_t at)
{
    size_t end = at + 1;
    while (end < t.size && (isalnum((unsigned char)t.data[end]) || t.data[end] == '#'))
        end++;
    return end == t.size || t.data[end] == ';';
}

/* "12." or "12)" at a line's beginning: the offset of the mark, or 0. */
static size_t list_number(struct text t, size_t at)
{
    size_t end = at;
    while (end < t.size && isdigit((unsigned char)t.data[end]))
        end++;
    return end > at && end < t.size && (t.data[end] == '.' || t.data[end] == ')') ? end : 0;
}

/* "<" in front of what reads as an address, or might together with the next run: <870@example.org>
 * (CommonMark, 6.5). Those that begin in a letter are escaped as tags are. */
static bool opens_address(const struct inline_writer *in, struct text t, size_t at)
{
    size_t end = at + 1;
    while (end < t.size &&
           (is_alnum_at(t, end) ||
            (t.data[end] != '\0' && strchr(".!#$%&'*+/=?^_`{|}~-", t.data[end]) != NULL)))
        end++;
    return end > at + 1 && (end == t.size ? in->goes_on : t.data[end] == '@');
}

static bool needs_escape_anywhere(const struct inline_writer *in, struct text t, size_t at)
{
    char next = at + 1 < t.size ? t.data[at + 1] : '\0';
    bool last = at + 1 == t.size, first = at == 0;
    switch (t.data[at]) {
    case '\\':
    case '`':
    case '*':
        return true;
    case '_':
        return !(at > 0 && is_alnum_at(t, at - 1) && is_alnum_at(t, at + 1));
    case '[':
        return in->in_link || next == '^' || last;
    case ']':
        return in->in_link || last || next == '(' || next == ':' || next == '[';
    case '<':
        return last || isalpha((unsigned char)next) || next == '/' || next == '!' || next == '?' ||
               opens_address(in, t, at);
    case '&':
        return is_character_reference(t, at);
    case '~':
        return first || last || next == '~' || t.data[at - 1] == '~';
    case '!':
        return last || next == '[';
    case '{': /* attributes of a dialect */
        return last || next == ':' || next == '#' || next == '.' || next == ' ';
    case '=':
        return at > 0 && last && t.data[at - 1] == ')';
    case ':':
        return in->place != INLINE_CELL && icon_end(t, at) > 0;
    case '|':
        return in->place == INLINE_CELL;
    case '#':
        return in->place == INLINE_HEADING && last;
    default:
        return false;
    }
}

static bool needs_escape_at_line_begin(const struct inline_writer *in, char c)
{
    if (in->place != INLINE_PARAGRAPH) /* no block begins inside a heading or a cell */
        return in->place == INLINE_HEADING && c == '#';
    if (c == '|' || c == ':') /* might be the second line of a table */
        return !in->is_first_line;
    return strchr("#>-+=[~", c) != NULL;
}

/* "!!! note", ":::tip": of an aside, in the dialects of site generators. */
static bool opens_aside(const struct inline_writer *in, struct text t, size_t at)
{
    struct text rest = text_from(t, at);
    return in->place == INLINE_PARAGRAPH &&
           (text_starts_with(rest, TEXT("!!!")) || text_starts_with(rest, TEXT("???")) ||
            text_starts_with(rest, TEXT(":::")));
}

void inlines_append_escaped(struct inline_writer *in, struct text t)
{
    struct text_buffer *out = in->w->out;
    size_t mark = 0; /* of a list number at the line's beginning */
    if (out->size == 0 && text_starts_with(t, TEXT("\xEF\xBB\xBF"))) {
        buffer_append(out, TEXT("&#xFEFF;")); /* at a file's beginning it would be a mark */
        t = text_from(t, 3);
    }
    for (size_t at = 0; at < t.size; at++) {
        char c = t.data[at];
        bool begin = inlines_at_line_begin(in);
        if (begin && in->place == INLINE_PARAGRAPH)
            mark = list_number(t, at);
        if ((begin && is_cut(c)) || c == '\n' || c == '\r') {
            append_reference(out, c); /* texts hold no line ends; should one, it is kept */
            continue;
        }
        bool begins = c != '\0' &&
                      ((begin && (needs_escape_at_line_begin(in, c) || opens_aside(in, t, at))) ||
                       (in->after_note && strchr("([:", c) != NULL));
        in->after_note = false;
        if (begins || (mark > 0 && at == mark) || needs_escape_anywhere(in, t, at))
            buffer_append_byte(out, '\\');
        buffer_append_byte(out, c);
    }
}
