#include "converters/docx/values.h"

bool value_is_on(struct text value)
{
    return !(text_is(value, "0") || text_is(value, "false") || text_is(value, "off") ||
             text_is(value, "none"));
}

int32_t value_number(struct text value, int32_t fallback)
{
    size_t at = 0;
    bool is_negative = value.size > 0 && value.data[0] == '-';
    if (value.size > 0 && (value.data[0] == '-' || value.data[0] == '+'))
        at++;
    int64_t number = 0;
    size_t first = at;
    for (; at < value.size && value.data[at] >= '0' && value.data[at] <= '9'; at++)
        if (number <= INT32_MAX)
            number = number * 10 + (value.data[at] - '0');
    if (at == first)
        return fallback;
    if (number > INT32_MAX)
        number = INT32_MAX;
    return (int32_t)(is_negative ? -number : number);
}

struct length_unit {
    struct text suffix;
    int64_t pt1000;
};

static const struct length_unit length_units[] = {
    {TEXT_INIT("pt"), 1000},  {TEXT_INIT("cm"), 28346}, {TEXT_INIT("mm"), 2835},
    {TEXT_INIT("in"), 72000}, {TEXT_INIT("pc"), 12000}, {TEXT_INIT("pi"), 12000},
};

int32_t value_length(struct text value, int32_t unit_pt1000)
{
    int32_t whole = value_number(value, 0);
    for (size_t i = 0; i < sizeof length_units / sizeof *length_units; i++) {
        if (!text_ends_with(value, length_units[i].suffix))
            continue;
        int64_t length = (int64_t)whole * 1000;
        size_t dot = text_find(value, TEXT("."), 0);
        int64_t weight = 100;
        for (size_t at = dot == TEXT_NOT_FOUND ? value.size : dot + 1;
             at < value.size && value.data[at] >= '0' && value.data[at] <= '9'; at++, weight /= 10)
            length += (value.data[0] == '-' ? -1 : 1) * weight * (value.data[at] - '0');
        length = length * length_units[i].pt1000 / 1000 / unit_pt1000;
        return length > INT32_MAX ? INT32_MAX : length < INT32_MIN ? INT32_MIN : (int32_t)length;
    }
    return whole;
}
