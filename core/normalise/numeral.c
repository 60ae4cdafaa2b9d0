#include "core/normalise/numeral.h"
#include <stddef.h>

#define VALUE_MAX 9999

#define NO_NUMERAL 0xFFFF

/* Each character of a duty is asked for. */
static uint16_t value_of(uint32_t c)
{
    switch (c) {
    case u'〇':
    case u'零':
        return 0;
    case u'一':
        return 1;
    case u'二':
    case u'两':
        return 2;
    case u'三':
        return 3;
    case u'四':
        return 4;
    case u'五':
        return 5;
    case u'六':
        return 6;
    case u'七':
        return 7;
    case u'八':
        return 8;
    case u'九':
        return 9;
    case u'十':
        return 10;
    case u'百':
        return 100;
    case u'千':
        return 1000;
    default:
        return NO_NUMERAL;
    }
}

bool numeral_of(uint32_t c, struct numeral *numeral)
{
    uint16_t value = value_of(c);
    if (value == NO_NUMERAL)
        return false;
    *numeral = (struct numeral){.value = value, .is_place = value >= 10};
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
