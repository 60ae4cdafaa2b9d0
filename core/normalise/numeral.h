/*
 * Numerals reads numbers written in Chinese: 四十五, 一百二十, 三千.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_NUMERAL_H
#define ROLEBOOK_CORE_NORMALISE_NUMERAL_H
#include <stdbool.h>
#include <stdint.h>

/* Whether the code point, Simplified, is a digit or a unit of such a number. */
bool is_numeral(uint32_t c);

/*
 * in       chars  folded code points
 *          end    where the number ends
 * out      begin  where it begins; `end`: none ends there
 * returns  its value; 0 for none, and for one of ten thousand or more
 */
uint32_t numeral_ending(const uint32_t *chars, uint32_t end, uint32_t *begin);

#endif
