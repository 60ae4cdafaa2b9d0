/*
 * Tabs, as GitBook has them: {% tab title="Treasurer" %} … {% endtab %} between {% tabs %} and
 * {% endtabs %}. A tab's title is a heading below the last one, and its name stays where it stands;
 * the other marks become blank lines, which end the list in front of them.
 */
#include "converters/markdown/reader.h"
#include <string.h>

#define LEVEL_MAX 6 /* of a heading behind hashes (CommonMark 4.2) */

/* How many hashes begin a heading in the line; 0: it is none. */
static size_t heading_level(struct text line)
{
    size_t level = 0;
    while (level < line.size && line.data[level] == '#')
        level++;
    bool is_heading = level <= LEVEL_MAX && (level == line.size || line.data[level] == ' ');
    return is_heading ? level : 0;
}

static bool is_fence(struct text words)
{
    return text_starts_with(words, TEXT("```")) || text_starts_with(words, TEXT("~~~"));
}

/* The title of the tab that the line opens; empty: it opens none, or has none. */
static struct text title_of_tab(struct text words)
{
    static const struct text begin = TEXT_INIT("{% tab title=\""), end = TEXT_INIT("\" %}");
    if (!text_starts_with(words, begin) || !text_ends_with(words, end) ||
        words.size < begin.size + end.size)
        return TEXT("");
    return text_slice(words, begin.size, words.size - end.size);
}

static bool is_mark_of_tabs(struct text words)
{
    static const char *const marks[] = {"{% tabs %}",   "{% tab %}",     "{% tab title=\"\" %}",
                                        "{% endtab %}", "{% endtabs %}", NULL};
    return text_is_one_of(words, marks);
}

/* "{% tab title=" becomes hashes, as many as the level, and blanks. */
static void mark_tab(char *line, size_t size, struct text title, size_t title_at, size_t level)
{
    memset(line, ' ', title_at);
    memset(line, '#', level);
    memset(line + title_at + title.size, ' ', size - title_at - title.size);
}

static void mark_tabs(struct text body, char *copy)
{
    size_t level = 0;
    bool is_code = false;
    struct text line;
    for (size_t at = 0, begin = 0; text_next_line(body, &at, &line); begin = at) {
        struct text words = text_trim(line), title = title_of_tab(words);
        is_code ^= is_fence(words);
        if (is_code)
            continue;
        size_t own = heading_level(line);
        level = own > 0 ? own : level;
        if (!text_is_empty(title))
            mark_tab(copy + begin, line.size, title, (size_t)(title.data - line.data),
                     level < LEVEL_MAX ? level + 1 : LEVEL_MAX);
        else if (is_mark_of_tabs(words))
            memset(copy + begin, ' ', line.size);
    }
}

void markdown_tabs_open(struct markdown_reader *reader)
{
    if (text_find(reader->body, TEXT("{% tab "), 0) == TEXT_NOT_FOUND)
        return;
    char *copy = (char *)text_copy(reader->arena, reader->body).data;
    mark_tabs(reader->body, copy);
    reader->body.data = copy;
}
