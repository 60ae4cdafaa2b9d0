/*
 * Names that their author counted by hand, without a mark behind the number: 「1 店長」, 「2
 * 收銀員」, 「附件三：店長」. Where several below each other count on, the numbers are no part of
 * the names.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/model/list_number.h"

#define DIGITS_MAX 2 /* of a number that counts roles */

struct counted {
    struct text series; /* 附件; empty: the number stands alone */
    unsigned number;    /* 0: the name is not counted */
    struct text name;
};

/* What is counted in front of the number; empty: nothing. */
static struct text series_of(const struct extraction *x, struct text line)
{
    struct text rest = text_without_any_start(line, signs_of(x, SIGN_COUNTED_THING));
    return text_slice(line, 0, line.size - rest.size);
}

/* Where the digits, or the numeral 一 to 十, end that the text begins with; 0: there are none. */
static size_t number_end(struct text text)
{
    static const struct text numerals[] = {
        TEXT_INIT("一"), TEXT_INIT("二"), TEXT_INIT("三"), TEXT_INIT("四"), TEXT_INIT("五"),
        TEXT_INIT("六"), TEXT_INIT("七"), TEXT_INIT("八"), TEXT_INIT("九"), TEXT_INIT("十")};
    size_t end = 0;
    while (end < text.size && text.data[end] >= '0' && text.data[end] <= '9')
        end++;
    for (size_t i = 0; end == 0 && i < sizeof numerals / sizeof *numerals; i++)
        if (text_starts_with(text, numerals[i]))
            end = numerals[i].size;
    return end;
}

static struct counted read_counted(struct extraction *x, struct text line)
{
    struct counted counted = {.series = series_of(x, line)};
    struct text text = text_trim(text_from(line, counted.series.size));
    size_t end = number_end(text), at = end;
    if (end == 0 || end > DIGITS_MAX + 1 || at == text.size)
        return counted;
    uint32_t c = text_next(text, &at);
    bool is_parted = is_blank_code_point(c) || c == ':' || c == 0xFF1A ||
                     (counted.series.size > 0 && (c == '/' || c == 0xFF0F));
    bool is_glued = is_han_like(c) && is_ascii_digit(text.data[0]); /* 「1搶險組」 */
    struct text name = text_trim(text_from(text, is_glued ? end : at));
    is_parted |= is_glued && label_is_unit(x, name);
    if (!is_parted || text_is_empty(name) || number_end(name) > 0)
        return counted;
    counted.number = list_label_number(text_slice(text, 0, end));
    counted.name = name;
    return counted;
}

/* The next role is counted on, and is another. */
static bool goes_on(const struct counted *one, const struct counted *next)
{
    return one->number > 0 && next->number == one->number + 1 &&
           text_equal(one->series, next->series) && !text_equal(one->name, next->name);
}

void drop_counts(struct extraction *x, struct outline *outline)
{
    struct piece *before = NULL;
    struct counted last = {0};
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (!piece->is_role)
            continue;
        struct counted here = read_counted(x, piece->name);
        if (goes_on(&last, &here)) {
            before->name = last.name;
            piece->name = here.name;
        }
        before = piece;
        last = here;
    }
}
