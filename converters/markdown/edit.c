/* Where an item of a list or a row of a table stands in Markdown, so that it can be taken away. */
#include "converters/markdown/markdown.h"
#include <string.h>

static size_t line_begin(struct text text, size_t at)
{
    while (at > 0 && text.data[at - 1] != '\n' && text.data[at - 1] != '\r')
        at--;
    return at;
}

/* Behind the line's end. */
static size_t line_behind(struct text text, size_t at)
{
    while (at < text.size && text.data[at] != '\n' && text.data[at] != '\r')
        at++;
    if (at + 1 < text.size && text.data[at] == '\r' && text.data[at + 1] == '\n')
        at++;
    return at < text.size ? at + 1 : at;
}

/* "- ", "3. ", "(2) ": a mark that begins an item, perhaps with a number typed behind it. */
static bool is_mark(struct text mark)
{
    mark = text_trim(mark);
    bool is_bullet = mark.size > 0 && strchr("-*+", mark.data[0]) != NULL;
    size_t digits = 0;
    while (digits < mark.size && mark.data[digits] >= '0' && mark.data[digits] <= '9')
        digits++;
    bool is_number = digits > 0 && digits < mark.size && strchr(".)", mark.data[digits]) != NULL;
    size_t rest = is_bullet ? 1 : digits + 1;
    if (!is_bullet && !is_number)
        return false;
    for (size_t at = rest; at < mark.size;) {
        uint32_t c = text_next(mark, &at);
        bool is_label = c == ' ' || c == '.' || c == ')' || c == '(' || c == 0x3001 ||
                        c == 0xFF08 || c == 0xFF09 || (c >= '0' && c <= '9');
        if (!is_label)
            return false;
    }
    return true;
}

/* Whether the line below can be no more of the item's paragraph: another block begins there. */
static bool begins_block(struct text line)
{
    struct text words = text_trim(line);
    size_t mark = 0;
    while (mark < words.size && words.data[mark] != ' ' && words.data[mark] != '\t')
        mark++;
    return text_is_empty(words) || is_mark(text_slice(words, 0, mark)) ||
           text_starts_with(words, TEXT("#")) || text_starts_with(words, TEXT("<!--"));
}

/* Something that belongs to the item stands below it: more words, a paragraph, a list within. */
static bool has_more_below(struct text text, size_t behind, size_t indent)
{
    struct text next = text_slice(text, behind, line_behind(text, behind));
    if (!begins_block(next))
        return true;
    while (behind < text.size) {
        struct text line = text_slice(text, behind, line_behind(text, behind));
        if (!text_is_blank(line))
            return text_indent(line) > indent;
        behind += line.size;
    }
    return false;
}

bool markdown_find_item(struct arena *arena, struct span at, struct span *item)
{
    (void)arena;
    struct text text = at.source->text;
    size_t begin = line_begin(text, at.begin);
    size_t end = line_behind(text, at.end > at.begin ? at.end - 1 : at.end);
    struct text line = text_slice(text, begin, end), before = text_slice(text, begin, at.begin);
    size_t indent = text_indent(line);
    bool is_row =
        text_starts_with(text_from(line, indent), TEXT("|")) && line_begin(text, at.end) == begin;
    if (!is_row && (!is_mark(before) || has_more_below(text, end, indent)))
        return false;
    *item = at;
    item->begin = (uint32_t)begin;
    item->end = (uint32_t)end;
    return true;
}
