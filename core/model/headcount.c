#include "core/model/headcount.h"
#include "core/base/limits.h"
#include "core/base/script.h"

static const char *const units[] = {"人",      "名",     "位",    "个",  "個",  "people",
                                    "persons", "person", "staff", "fte", "ftes"};

bool headcount_of(struct text text, int64_t *people)
{
    struct text t = text_trim(text);
    int64_t value = 0;
    size_t at = 0, begin = 0;
    for (int d; at < t.size; at = begin) {
        if ((d = digit_value(text_next(t, &begin))) < 0)
            break;
        value = value * 10 + d;
        if (value > LIMIT_ROLES)
            return false;
    }
    struct text unit = text_trim(text_from(t, at));
    bool is_known = text_is_empty(unit);
    for (size_t i = 0; i < sizeof units / sizeof *units && !is_known; i++)
        is_known = text_equal_ascii_case(unit, text_from_string(units[i]));
    if (at == 0 || !is_known)
        return false;
    *people = value;
    return true;
}

bool headcount_beside_name(struct text text, struct text *name, int64_t *people)
{
    struct text t = text_trim(text), closing[] = {TEXT("）"), TEXT(")")};
    for (size_t i = 0; i < 2; i++)
        if (text_ends_with(t, closing[i]))
            t = text_slice(t, 0, t.size - closing[i].size);
    /* back to the first digit of the last number */
    size_t number = t.size;
    bool has_digit = false;
    for (size_t at = t.size; at > 0;) {
        bool is_digit = digit_value(text_previous(t, &at)) >= 0;
        if (has_digit && !is_digit)
            break;
        has_digit |= is_digit;
        number = is_digit ? at : number;
    }
    struct text before = text_trim(text_slice(t, 0, number));
    int64_t stated;
    if (!has_digit || !headcount_of(text_from(t, number), &stated))
        return false;
    struct text opening[] = {TEXT("（"), TEXT("("), TEXT("×"), TEXT(":"), TEXT("：")};
    for (size_t i = 0; i < sizeof opening / sizeof *opening; i++)
        if (text_ends_with(before, opening[i]))
            before = text_trim(text_slice(before, 0, before.size - opening[i].size));
    if (text_is_empty(before))
        return false;
    *name = before;
    *people = stated;
    return true;
}
