#include "core/check/placeholder.h"

/* Found anywhere; the words of Latin letters only where they stand alone. */
static const char *const marks[] = {
    "×××",  "xxx",  "XXX",         "○○○",         "〇〇〇",  "＿＿",    "____",
    "待補", "待补", "待填",        "待定",        "待完善",  "TODO",    "TBD",
    "TBC",  "tbd",  "lorem ipsum", "Lorem ipsum", "[insert", "<insert", "……………"};

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

struct text placeholder_in(struct text text)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct text mark = text_from_string(marks[i]);
        for (size_t at = text_find(text, mark, 0); at != TEXT_NOT_FOUND;
             at = text_find(text, mark, at + 1))
            if (stands_alone(text, at, mark))
                return text_slice(text, at, at + mark.size);
    }
    return TEXT("");
}
