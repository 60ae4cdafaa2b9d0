#include "core/check/placeholder.h"
#include <limits.h>

/* Found anywhere; the words of Latin letters only where they stand alone. */
static const char *const marks[] = {
    "×××",  "xxx",  "XXX",         "○○○",         "〇〇〇",  "＿＿",    "____",
    "待補", "待补", "待填",        "待定",        "待完善",  "TODO",    "TBD",
    "TBC",  "tbd",  "lorem ipsum", "Lorem ipsum", "[insert", "<insert", "……………"};

/* Words that say so only where nothing else stands beside them. */
static const char *const whole_values[] = {"暫無",
                                           "暂无",
                                           "暫缺",
                                           "暂缺",
                                           "未定",
                                           "To be confirmed",
                                           "to be confirmed",
                                           "To be determined",
                                           "to be determined"};

static bool is_letter_at(struct text t, size_t at)
{
    char c = at < t.size ? t.data[at] : ' ';
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool stands_alone(struct text t, size_t at, struct text mark)
{
    if (!is_letter_at(mark, 0))
        return true;
    return !(at > 0 && is_letter_at(t, at - 1)) && !is_letter_at(t, at + mark.size);
}

static bool is_whole_value(struct text text)
{
    static const struct text stops[] = {TEXT_INIT("。"), TEXT_INIT(".")};
    text = text_trim(text);
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (text_ends_with(text, stops[i]))
            text = text_slice(text, 0, text.size - stops[i].size);
    for (size_t i = 0; i < sizeof whole_values / sizeof *whole_values; i++)
        if (text_is(text, whole_values[i]))
            return true;
    return false;
}

/* The mark that stands there; empty: none does. */
static struct text mark_at(struct text text, size_t at)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct text mark = text_from_string(marks[i]);
        if (text_starts_with(text_from(text, at), mark) && stands_alone(text, at, mark))
            return text_slice(text, at, at + mark.size);
    }
    return TEXT("");
}

struct text placeholder_in(struct text text)
{
    bool begins_mark[UCHAR_MAX + 1] = {false}; /* most bytes begin none */
    if (is_whole_value(text))
        return text_trim(text);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        begins_mark[(unsigned char)marks[i][0]] = true;
    for (size_t at = 0; at < text.size; at++) {
        if (!begins_mark[(unsigned char)text.data[at]])
            continue;
        struct text mark = mark_at(text, at);
        if (!text_is_empty(mark))
            return mark;
    }
    return TEXT("");
}
