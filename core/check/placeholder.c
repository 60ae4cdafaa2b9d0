#include "core/check/placeholder.h"
#include <limits.h>

/* Found anywhere; the words of Latin letters only where they stand alone. */
static const struct text marks[] = {
    TEXT_INIT("×××"),     TEXT_INIT("xxx"),         TEXT_INIT("XXX"),         TEXT_INIT("○○○"),
    TEXT_INIT("〇〇〇"),  TEXT_INIT("＿＿"),        TEXT_INIT("____"),        TEXT_INIT("待補"),
    TEXT_INIT("待补"),    TEXT_INIT("待填"),        TEXT_INIT("待定"),        TEXT_INIT("待完善"),
    TEXT_INIT("TODO"),    TEXT_INIT("TBD"),         TEXT_INIT("TBC"),         TEXT_INIT("tbd"),
    TEXT_INIT("[insert"), TEXT_INIT("lorem ipsum"), TEXT_INIT("Lorem ipsum"), TEXT_INIT("<insert"),
    TEXT_INIT("……………")};
#define MARKS (sizeof marks / sizeof *marks)
#define MARK_BEGINS 3 /* bytes, which each mark has: those of one character in Han */

/* Words that say so only where nothing else stands beside them. */
static const struct text whole_values[] = {TEXT_INIT("暫無"),
                                           TEXT_INIT("暂无"),
                                           TEXT_INIT("暫缺"),
                                           TEXT_INIT("暂缺"),
                                           TEXT_INIT("未定"),
                                           TEXT_INIT("To be confirmed"),
                                           TEXT_INIT("to be confirmed"),
                                           TEXT_INIT("To be determined"),
                                           TEXT_INIT("to be determined")};

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
        if (text_equal(text, whole_values[i]))
            return true;
    return false;
}

/* The mark that stands there; empty: none does. */
static struct text mark_at(struct text text, size_t at)
{
    for (size_t i = 0; i < MARKS; i++)
        if (text_starts_with(text_from(text, at), marks[i]) && stands_alone(text, at, marks[i]))
            return text_slice(text, at, at + marks[i].size);
    return TEXT("");
}

struct text placeholder_in(struct text text)
{
    /* most places begin none: their bytes stand at no such place of a mark */
    bool begins[MARK_BEGINS][UCHAR_MAX + 1] = {{false}};
    if (is_whole_value(text))
        return text_trim(text);
    for (size_t i = 0; i < MARKS; i++)
        for (size_t k = 0; k < MARK_BEGINS; k++)
            begins[k][(unsigned char)marks[i].data[k]] = true;
    for (size_t at = 0; at + MARK_BEGINS <= text.size; at++) {
        const unsigned char *bytes = (const unsigned char *)text.data + at;
        if (!begins[0][bytes[0]] || !begins[1][bytes[1]] || !begins[2][bytes[2]])
            continue;
        struct text mark = mark_at(text, at);
        if (!text_is_empty(mark))
            return mark;
    }
    return TEXT("");
}
