/*
 * 「行政專員（1人）」, 「銷售工程師 3名」, "2 web developers": how many are wanted, beside the name
 * of the position.
 */
#include "core/base/script.h"
#include "core/extract/labels/label.h"
#include "core/extract/values/values.h"

#define DIGITS_MAX 3 /* of a number of people: four are a year */

/* What a number of people is written with, in front of 人 or 名. */
static bool is_numeral(uint32_t c)
{
    static const struct text numerals = TEXT_INIT("一二三四五六七八九十百两兩若干数數多-~～–—至");
    return digit_value(c) >= 0 || text_has(numerals, c);
}

static bool are_numerals(struct text text)
{
    for (size_t at = 0; at < text.size;)
        if (!is_numeral(text_next(text, &at)))
            return false;
    return !text_is_empty(text);
}

static bool are_digits(struct text text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return text.size > 0 && text.size <= DIGITS_MAX;
}

/* The number in front of a unit of people; empty: none of them ends the text. */
static struct text number_of_units(struct text text)
{
    static const char *const units[] = {"人",         "名",       "位",     " positions",
                                        " position",  " posts",   " post",  " openings",
                                        " vacancies", " people",  " FTE",   " FTEs",
                                        " total",     " members", " staff", NULL};
    struct text number = text_without_end(text, units);
    return number.size < text.size ? text_trim(number) : TEXT(""); /* 2 人 */
}

/* "0.5 FTE", "1.0 FTEs": of a full-time equivalent there may be a part. */
static bool is_part_of_equivalent(struct text text)
{
    static const char *const units[] = {" FTE", " FTEs", NULL};
    struct text number = text_without_end(text, units);
    size_t stop = text_find(number, TEXT("."), 0);
    return number.size < text.size && stop != TEXT_NOT_FOUND &&
           are_digits(text_slice(number, 0, stop)) && are_digits(text_from(number, stop + 1));
}

/* 3人, 若干名, 1-2位, "2 positions", "0.5 FTE", 若干 */
bool is_headcount(struct text text)
{
    return are_numerals(number_of_units(text)) || is_part_of_equivalent(text) ||
           text_is(text, "若干");
}

bool ends_like_headcount(struct text text)
{
    static const char *const ends[] = {"人", "名", "位", "）", ")", NULL};
    return text_ends_with_one_of(text, ends);
}

/* ---- behind the name ---- */

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

#define BRACKETS 2 /* of half and of full width */
static const struct text opening[BRACKETS] = {TEXT_INIT("("), TEXT_INIT("（")};
static const struct text closing[BRACKETS] = {TEXT_INIT(")"), TEXT_INIT("）")};

/*
 * "Cook (2 positions)", 「廚師（2 人）」: where the words in the bracket that ends the name begin; the
 * name's end: none does.
 *
 * out  *end  of these words
 */
static size_t last_bracket(struct text name, size_t *end)
{
    for (size_t i = 0; i < BRACKETS; i++) {
        if (!text_ends_with(name, closing[i]))
            continue;
        *end = name.size - closing[i].size;
        for (size_t at = *end; at > 0; at--)
            if (text_ends_with(text_slice(name, 0, at), opening[i]))
                return at;
    }
    return *end = name.size;
}

/* Where the numerals in Han begin that end the text. */
static size_t han_number_begin(struct text text)
{
    static const struct text numerals = TEXT_INIT("一二三四五六七八九十百兩两若干数數多");
    size_t begin = text.size;
    for (size_t at = text.size; at > 0 && text_has(numerals, text_previous(text, &at));)
        begin = at;
    return begin;
}

/* 銷售經理2名, 副隊長二人, 總經理 1 人: a number and a unit right behind the name in Han. */
static struct text headcount_attached(struct text name, struct text *rest)
{
    struct text head = text_trim(number_of_units(name));
    size_t begin = head.size;
    while (begin > 0 && head.data[begin - 1] >= '0' && head.data[begin - 1] <= '9')
        begin--;
    bool is_in_han = begin == head.size;
    begin = is_in_han ? han_number_begin(head) : begin;
    struct text before = text_trim(text_slice(name, 0, begin));
    size_t last = before.size;
    if (last == 0 || begin == head.size || (!is_in_han && !are_digits(text_from(head, begin))) ||
        !is_han_like(text_previous(before, &last)))
        return TEXT("");
    *rest = before;
    return text_from(name, begin);
}

/* "4 positions - north and south", "1 post per area": which they are stands behind the number. */
static bool is_headcount_with_remark(const struct extraction *x, struct text text)
{
    static const struct text joints[] = {TEXT_INIT(" - "),   TEXT_INIT(" – "),  TEXT_INIT(", "),
                                         TEXT_INIT(" per "), TEXT_INIT(" in "), TEXT_INIT("; ")};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t at = text_find(text, joints[i], 0);
        if (at != TEXT_NOT_FOUND && is_headcount(text_trim(text_slice(text, 0, at))))
            return !tells_pay(x, text_trim_any(text_from(text, at), ",;-~ "));
    }
    return is_headcount(text);
}

static struct text headcount_behind(const struct extraction *x, struct text name, struct text *rest)
{
    size_t end, begin = last_word(name), bracket = last_bracket(name, &end);
    bool is_bracketed =
        bracket < begin && is_headcount_with_remark(x, text_trim(text_slice(name, bracket, end)));
    if (is_bracketed)
        begin = bracket;
    struct text word = text_from(name, begin);
    for (size_t i = 0; i < BRACKETS; i++)
        if (text_ends_with(word, closing[i]))
            word = text_slice(word, 0, word.size - closing[i].size);
    if (begin == 0 || !(is_bracketed || is_headcount(text_trim(word))))
        return TEXT("");
    size_t joint = begin;
    text_previous(name, &joint);
    *rest = text_trim(text_slice(name, 0, joint));
    return text_is_empty(*rest) ? TEXT("") : text_trim(word);
}

/* ---- in front of the name ---- */

static bool is_number_word(struct text word)
{
    static const char *const words[] = {"one",   "two",   "three", "four", "five", "six",
                                        "seven", "eight", "nine",  "ten",  NULL};
    return text_is_one_of(word, words);
}

/* "(2)" behind "Two", "x" behind 2: it only says again that a number stands there. */
static bool is_mark_of_number(struct text word)
{
    bool is_bracket = text_starts_with(word, TEXT("(")) && text_ends_with(word, TEXT(")")) &&
                      are_digits(text_slice(word, 1, word.size - 1));
    return is_bracket || text_equal_ascii_case(word, TEXT("x")) || text_is(word, "×");
}

static struct text first_word(struct text text)
{
    size_t end = text_find(text, TEXT(" "), 0);
    return text_slice(text, 0, end == TEXT_NOT_FOUND ? text.size : end);
}

/* "2 web developers", "1 cook": one, or several of them; no "3 month internship". */
static struct text headcount_in_front(struct text name, struct text *rest)
{
    struct text number = first_word(name), behind = text_trim(text_from(name, number.size));
    struct text mark = first_word(behind);
    bool is_marked = is_mark_of_number(mark);
    struct text bare = is_marked ? text_trim(text_from(behind, mark.size)) : behind;
    bool is_one = text_is(number, "1") || text_equal_ascii_case(number, TEXT("one"));
    bool agrees = is_marked || (is_one ? text_is(number, "1") : text_ends_with(bare, TEXT("s")));
    if (text_is_empty(bare) || !is_latin_text(bare) || !agrees ||
        !(are_digits(number) || is_number_word(number)))
        return TEXT("");
    *rest = bare;
    return number;
}

/* 數位行銷專員: what is digital, no number of people. */
static bool begins_with_digital(struct text name)
{
    return text_starts_with(name, TEXT("數位")) || text_starts_with(name, TEXT("数位"));
}

/* 3名客服專員 */
static struct text headcount_with_unit_in_front(struct text name, struct text *rest)
{
    size_t end = 0, unit = 0;
    while (end < name.size) {
        uint32_t c = text_next(name, &end);
        if (!is_numeral(c))
            break;
        unit = end;
    }
    bool is_unit = is_headcount(text_slice(name, 0, end));
    struct text behind = text_trim(text_from(name, end));
    if (unit == 0 || !is_unit || begins_with_digital(name) || text_is_empty(behind) ||
        is_latin_text(behind))
        return TEXT("");
    *rest = behind;
    return text_slice(name, 0, end);
}

struct text headcount_beside(const struct extraction *x, struct text name, struct text *rest)
{
    *rest = name;
    struct text count = headcount_behind(x, name, rest);
    if (text_is_empty(count))
        count = headcount_attached(name, rest);
    if (text_is_empty(count))
        count = headcount_in_front(name, rest);
    if (text_is_empty(count))
        count = headcount_with_unit_in_front(name, rest);
    if (!text_is_empty(count)) /* "Project Manager (PM), (1 position)" */
        *rest = text_trim_any(*rest, " ,，、");
    return count;
}

/* (3), (2-4): headcounts.c takes it for one where several roles have it. */
static bool is_bare_count(struct text remark)
{
    for (size_t i = 0; i < remark.size; i++)
        if (remark.data[i] != '-' && (remark.data[i] < '0' || remark.data[i] > '9'))
            return false;
    return remark.size > 0 && remark.size <= 2 * DIGITS_MAX + 1;
}

bool names_headcount(const struct extraction *x, struct text name)
{
    struct text rest;
    return !text_is_empty(headcount_beside(x, name, &rest)) || is_bare_count(label_remark(name));
}

struct text headcount_within(struct text name, struct text *front, struct text *behind)
{
    for (size_t at = 0; at < name.size;) {
        size_t end = at;
        uint32_t c = text_next(name, &at);
        if (!is_blank_code_point(c) || end == 0)
            continue;
        struct text rest = text_trim(text_from(name, at));
        size_t word = 0, next = 0;
        while (next < rest.size && !is_blank_code_point(text_next(rest, &next)))
            word = next;
        if (!is_headcount(text_slice(rest, 0, word)) || word == rest.size)
            continue;
        *front = text_trim(text_slice(name, 0, end));
        *behind = text_trim(text_from(rest, word));
        return text_slice(rest, 0, word);
    }
    return TEXT("");
}
