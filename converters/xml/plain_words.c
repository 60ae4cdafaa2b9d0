/* What somebody wrote into a field of several lines: blank lines divide it into paragraphs. */
#include "converters/xml/foreign.h"
#include <string.h>

struct field_words {
    struct arena *arena;
    struct xml_node *element;
    struct text words;
    struct span span;
    bool is_exact; /* the words stand in the source as they are */
};

/* Behind the line's end at "at", if the next line is blank; at: it is not, or no line ends here. */
static size_t behind_blank_line(struct text words, size_t at)
{
    size_t end = at + 1;
    if (words.data[at] != '\n')
        return at;
    while (end < words.size && strchr(" \t\r", words.data[end]) != NULL)
        end++;
    return end < words.size && words.data[end] == '\n' ? end + 1 : at;
}

static bool has_blank_line(struct text words)
{
    words = xml_trim(words);
    for (size_t at = 0; at < words.size; at++)
        if (behind_blank_line(words, at) > at)
            return true;
    return false;
}

static struct xml_node *append(const struct field_words *in, struct xml_node *parent,
                               const char *name, struct text words)
{
    struct xml_node *node = xml_append(in->arena, parent);
    size_t begin = (size_t)(words.data - in->words.data);
    node->name = text_from_string(name);
    node->text = words;
    node->span = in->is_exact ? span_slice(in->span, begin, begin + words.size) : in->span;
    node->end = node->span.end;
    return node;
}

static void append_paragraph(const struct field_words *in, struct text words)
{
    struct xml_node *paragraph = NULL;
    struct text line;
    for (size_t offset = 0; text_next_line(words, &offset, &line);) {
        line = xml_trim(line);
        if (line.size == 0)
            continue;
        if (paragraph == NULL) {
            paragraph = append(in, in->element, "p", line);
            paragraph->text = TEXT("");
        } else
            append(in, paragraph, "br", line)->text = TEXT("");
        append(in, paragraph, "", line);
    }
}

void xml_divide_words(struct arena *arena, struct xml_node *element, struct text words)
{
    struct span span = element->children->span;
    bool is_alone = element->children == element->last_child;
    struct field_words in = {arena, element, words, span,
                             is_alone && span.end - span.begin == words.size};
    if (foreign_sort_of(element) != SORT_STRUCTURE || !has_blank_line(words) ||
        text_is(xml_own_attribute(element, "space"), "preserve"))
        return;
    in.span.end = element->last_child->span.end;
    element->children = element->last_child = NULL;
    size_t begin = 0;
    for (size_t at = 0; at < words.size; at++) {
        size_t behind = behind_blank_line(words, at);
        if (behind == at)
            continue;
        append_paragraph(&in, text_slice(words, begin, at));
        begin = behind;
        at = behind - 1;
    }
    append_paragraph(&in, text_from(words, begin));
}
