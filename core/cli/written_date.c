#include "core/cli/written_date.h"
#include "core/base/script.h"

#define NUMBERS 3 /* of a day in digits: year, month, day */

struct digits {
    int numbers[NUMBERS];
    size_t count;
    bool are_alone; /* with nothing but what divides a date in digits */
};

static bool is_leap_year(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

static bool is_in_calendar(int year, int month, int day)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month >= 1 && month <= 12 && day >= 1 &&
           day <= days[month - 1] + (month == 2 && is_leap_year(year));
}

/* 2026-11-26, 2026/11/26, 2026.11.26, 2026年11月26日 */
static bool divides_date(uint32_t c)
{
    return c == '-' || c == '/' || c == '.' || c == 0x5E74 || c == 0x6708 || c == 0x65E5 ||
           is_blank_code_point(c);
}

static struct digits digits_of(struct text words)
{
    struct digits all = {.are_alone = true};
    bool goes_on = false;
    for (size_t at = 0; at < words.size;) {
        uint32_t c = text_next(words, &at);
        int digit = digit_value(c);
        if (digit < 0)
            all.are_alone = all.are_alone && divides_date(c);
        else if (!goes_on && all.count++ >= NUMBERS)
            return (struct digits){.count = all.count}; /* a span of days, a time of day too */
        if (digit >= 0 && all.numbers[all.count - 1] < 10000)
            all.numbers[all.count - 1] = 10 * all.numbers[all.count - 1] + digit;
        goes_on = digit >= 0;
    }
    return all;
}

bool is_written_date(struct text words)
{
    struct digits all = digits_of(words);
    bool begins_with_year = all.numbers[0] >= 1000;
    if (!all.are_alone || all.count < 2 || !begins_with_year)
        return all.count > 0;
    return is_in_calendar(all.numbers[0], all.numbers[1], all.count < NUMBERS ? 1 : all.numbers[2]);
}
