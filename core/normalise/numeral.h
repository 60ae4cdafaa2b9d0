/*
 * Numerals reads numbers written in Chinese: 四十五, 一百二十, 三千.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_NUMERAL_H
#define ROLEBOOK_CORE_NORMALISE_NUMERAL_H
#include <stdbool.h>
#include <stdint.h>

/* A digit, or a place that multiplies the digit in front of it. */
struct numeral {
    uint32_t value; /* 0 to 9; 10, 100, 1000 */
    bool is_place;
};

/*
 * in       c  a code point, Simplified
 * out      *numeral  untouched when false is returned
 * returns  whether it is one of such a number
 */
bool numeral_of(uint32_t c, struct numeral *numeral);
/* The same, whatever it is. */
bool is_numeral(uint32_t c);

/* A number being read from its begin; zero before the first numeral. */
struct counting {
    int64_t whole; /* of the places read */
    int64_t digit; /* behind them */
};

/* The next numeral of the number. */
void count_numeral(struct counting *counting, struct numeral numeral);
/* returns  what the numerals counted so far say together */
int64_t counted(struct counting counting);

/*
 * in       chars  folded code points
 *          end    where the number ends
 * out      begin  where it begins; `end`: none ends there
 * returns  its value; 0 for none, and for one of ten thousand or more
 */
uint32_t numeral_ending(const uint32_t *chars, uint32_t end, uint32_t *begin);

#endif
