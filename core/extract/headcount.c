/* 「行政專員（1人）」, 「銷售工程師 3名」: how many are wanted, behind the name of the position. */
#include "core/base/script.h"
#include "core/extract/extraction.h"

/* What a number of people is written with, in front of 人 or 名. */
static bool is_numeral(uint32_t c)
{
    static const struct text numerals = TEXT_INIT("一二三四五六七八九十百两兩若干数數多-~～–—至");
    if (digit_value(c) >= 0)
        return true;
    for (size_t at = 0; at < numerals.size;)
        if (text_next(numerals, &at) == c)
            return true;
    return false;
}

/* 3人, 若干名, 1-2位 */
static bool is_headcount(struct text text)
{
    static const struct text units[] = {TEXT_INIT("人"), TEXT_INIT("名"), TEXT_INIT("位")};
    size_t end = 0;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (text_ends_with(text, units[i]))
            end = text.size - units[i].size;
    struct text number = text_trim(text_slice(text, 0, end));
    for (size_t at = 0; at < number.size;)
        if (!is_numeral(text_next(number, &at)))
            return false;
    return !text_is_empty(number);
}

/* Where the last word of the name begins, behind a blank, a colon or a bracket that it closes. */
static size_t last_word(struct text name)
{
    for (size_t at = name.size; at > 0;) {
        size_t end = at;
        uint32_t c = text_previous(name, &at);
        if (c == ' ' || c == 0x3000 || c == ':' || c == 0xFF1A || c == '(' || c == 0xFF08)
            return end;
    }
    return 0;
}

struct text headcount_behind_name(struct text name, struct text *rest)
{
    static const struct text brackets[] = {TEXT_INIT(")"), TEXT_INIT("）")};
    size_t begin = last_word(name);
    struct text word = text_from(name, begin);
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++)
        if (text_ends_with(word, brackets[i]))
            word = text_slice(word, 0, word.size - brackets[i].size);
    *rest = name;
    if (begin == 0 || !is_headcount(text_trim(word)))
        return TEXT("");
    size_t joint = begin;
    text_previous(name, &joint);
    *rest = text_trim(text_slice(name, 0, joint));
    return text_is_empty(*rest) ? TEXT("") : text_trim(word);
}
