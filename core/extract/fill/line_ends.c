/* Whether a line goes on in the next: by the stop at its end, the room behind it and numbers. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/model/list_label.h"

#define WRAP_BYTES 60 /* a shorter line was not wrapped: the next is another item */

bool ends_sentence(struct text t)
{
    static const char ends[] = "。．.；;！!？?：:";
    struct text all = text_from_string(ends);
    for (size_t i = 0; i < all.size;) {
        size_t begin = i;
        text_next(all, &i);
        if (text_ends_with(t, text_slice(all, begin, i)))
            return true;
    }
    return false;
}

/* Columns up to the first place where the line could have been ended. */
static size_t first_word_width(struct text line)
{
    size_t at = 0, width = 0;
    while (at < line.size && line.data[at] != ' ') {
        if (is_han_like(text_next(line, &at)))
            return width > 0 ? width : 2;
        width++;
    }
    return width;
}

size_t line_width(struct text line)
{
    size_t width = 0;
    for (size_t at = 0; at < line.size;)
        width += is_han_like(text_next(line, &at)) ? 2 : 1;
    return width;
}

bool line_has_no_room(struct text line, struct text next, size_t longest)
{
    return line_width(line) + first_word_width(next) > longest;
}

bool are_lines_ended(struct text text)
{
    struct text line, before = {0};
    size_t longest = 0, breaks = 0, roomy = 0, first = 0;
    if (!text_next_line(text, &first, &line) || first == text.size)
        return false; /* most values: one line */
    for (size_t at = 0; text_next_line(text, &at, &line);) {
        size_t width = line_width(text_trim(line));
        longest = width > longest ? width : longest;
    }
    for (size_t at = 0; text_next_line(text, &at, &line); before = text_trim(line)) {
        size_t word = first_word_width(text_trim(line));
        size_t width = line_width(before) + word + is_latin_text(before); /* and a blank */
        breaks += !text_is_empty(before);
        roomy += !text_is_empty(before) && width <= longest;
    }
    return roomy > 0 && 2 * roomy >= breaks;
}

/* In the middle of a sentence. */
static bool begins_within(struct text line)
{
    return line.size > 0 && line.data[0] >= 'a' && line.data[0] <= 'z';
}

bool line_goes_on(struct text before, struct text line, bool is_ended)
{
    struct list_label label = list_label_of(before);
    bool is_long = before.size > WRAP_BYTES && (!is_ended || begins_within(line));
    return (is_long || label.kind != LIST_LABEL_NONE) && !ends_sentence(before) &&
           list_label_in_list(line, label.label, TEXT("")).kind == LIST_LABEL_NONE;
}
