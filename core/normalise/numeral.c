#include "core/normalise/numeral.h"
#include <stddef.h>

#define VALUE_MAX 9999

struct numeral {
    uint32_t character, value;
    bool is_unit; /* multiplies what stands in front of it */
};

static const struct numeral *find(uint32_t c)
{
    static const struct numeral numerals[] = {
        {0x4E00, 1, false},   /* 一 */
        {0x4E8C, 2, false},   /* 二 */
        {0x4E24, 2, false},   /* 两 */
        {0x4E09, 3, false},   /* 三 */
        {0x56DB, 4, false},   /* 四 */
        {0x4E94, 5, false},   /* 五 */
        {0x516D, 6, false},   /* 六 */
        {0x4E03, 7, false},   /* 七 */
        {0x516B, 8, false},   /* 八 */
        {0x4E5D, 9, false},   /* 九 */
        {0x5341, 10, true},   /* 十 */
        {0x767E, 100, true},  /* 百 */
        {0x5343, 1000, true}, /* 千 */
    };
    for (uint32_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
        if (numerals[i].character == c)
            return &numerals[i];
    return NULL;
}

bool is_numeral(uint32_t c) { return find(c) != NULL; }

uint32_t numeral_ending(const uint32_t *chars, uint32_t end, uint32_t *begin)
{
    uint32_t value = 0, digit = 0;
    *begin = end;
    while (*begin > 0 && is_numeral(chars[*begin - 1]))
        --*begin;
    for (uint32_t at = *begin; at < end; at++) {
        const struct numeral *numeral = find(chars[at]);
        if (numeral->is_unit)
            value += numeral->value * (digit > 0 ? digit : 1);
        digit = numeral->is_unit ? 0 : numeral->value;
        if (value > VALUE_MAX)
            return 0;
    }
    return value + digit > VALUE_MAX ? 0 : value + digit;
}
