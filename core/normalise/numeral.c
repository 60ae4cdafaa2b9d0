#include "core/normalise/numeral.h"
#include <stddef.h>

#define VALUE_MAX 9999

/* By their numbers, to be found by halving: each character of a duty is asked for. */
static const struct {
    uint16_t character, value;
} numerals[] = {{u'〇', 0},  {u'一', 1},    {u'七', 7}, {u'三', 3},   {u'两', 2},
                {u'九', 9},  {u'二', 2},    {u'五', 5}, {u'八', 8},   {u'六', 6},
                {u'十', 10}, {u'千', 1000}, {u'四', 4}, {u'百', 100}, {u'零', 0}};

bool numeral_of(uint32_t c, struct numeral *numeral)
{
    size_t low = 0, high = sizeof numerals / sizeof *numerals;
    while (low + 1 < high) {
        size_t middle = (low + high) / 2;
        if (numerals[middle].character <= c)
            low = middle;
        else
            high = middle;
    }
    if (numerals[low].character != c)
        return false;
    *numeral =
        (struct numeral){.value = numerals[low].value, .is_place = numerals[low].value >= 10};
    return true;
}

bool is_numeral(uint32_t c)
{
    struct numeral numeral;
    return numeral_of(c, &numeral);
}

/* A place without a digit in front of it counts once: 十二. */
void count_numeral(struct counting *counting, struct numeral numeral)
{
    if (numeral.is_place)
        counting->whole += numeral.value * (counting->digit > 0 ? counting->digit : 1);
    counting->digit = numeral.is_place ? 0 : numeral.value;
}

int64_t counted(struct counting counting) { return counting.whole + counting.digit; }

uint32_t numeral_ending(const uint32_t *chars, uint32_t end, uint32_t *begin)
{
    struct counting counting = {0};
    struct numeral numeral;
    *begin = end;
    while (*begin > 0 && is_numeral(chars[*begin - 1]))
        --*begin;
    for (uint32_t at = *begin; at < end && counting.whole <= VALUE_MAX; at++)
        if (numeral_of(chars[at], &numeral))
            count_numeral(&counting, numeral);
    return counted(counting) > VALUE_MAX ? 0 : (uint32_t)counted(counting);
}
