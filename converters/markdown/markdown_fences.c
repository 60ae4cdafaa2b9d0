/*
 * A page that stands in a fence which says that its words are Markdown (```markdown), as programs
 * that write pages answer: where more of the file stands in such fences than outside, they are
 * read as if their marks were not there. Examples in a page about something else stay code.
 */
#include "converters/markdown/reader.h"
#include <string.h>

#define FENCE_MIN 3 /* backticks (CommonMark 4.5) */

/* Backticks at the margin; *rest: behind them. */
static size_t fence_length(struct text line, struct text *rest)
{
    size_t length = 0;
    while (length < line.size && line.data[length] == '`')
        length++;
    *rest = text_trim(text_from(line, length));
    return length;
}

static bool says_markdown(struct text info)
{
    return text_equal_ascii_case(info, TEXT("markdown")) || text_equal_ascii_case(info, TEXT("md"));
}

/* The marks of these fences become blanks in copy (NULL: only looked at); returns the bytes inside. */
static size_t blank_fences(struct text body, char *copy)
{
    size_t open = 0, inside = 0; /* open: backticks of the one that is */
    bool is_page = false;
    struct text line, rest;
    for (size_t at = 0, begin = 0; text_next_line(body, &at, &line); begin = at) {
        size_t length = fence_length(line, &rest);
        bool has_more = text_find(rest, TEXT("`"), 0) != TEXT_NOT_FOUND; /* code in a line */
        bool opens = open == 0 && length >= FENCE_MIN && !has_more;
        bool closes = open > 0 && length >= open && text_is_empty(rest);
        is_page = opens ? says_markdown(rest) : is_page;
        if ((opens || closes) && is_page && copy != NULL)
            memset(copy + begin, ' ', line.size);
        inside += open > 0 && is_page && !closes ? line.size : 0;
        open = opens ? length : closes ? 0 : open;
    }
    return inside;
}

void markdown_fences_open(struct markdown_reader *reader)
{
    size_t inside = blank_fences(reader->body, NULL);
    if (2 * inside <= reader->body.size)
        return;
    char *copy = (char *)text_copy(reader->arena, reader->body).data;
    blank_fences(reader->body, copy);
    reader->body.data = copy;
}
