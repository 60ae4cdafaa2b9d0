/*
 * Words of bits are compared by the number of bits in which they differ (Hamming distance).
 */
#ifndef ROLEBOOK_CORE_BASE_BITS_H
#define ROLEBOOK_CORE_BASE_BITS_H
#include <stddef.h>
#include <stdint.h>

struct bits_pair {
    uint64_t words[2];
};

/* Two words, and what their owner keeps beside them. */
struct bits_entry {
    struct bits_pair bits;
    uint32_t owner, note;
};

/*
 * in       entries  count of them
 *          most     bits that may differ
 * out      near     room for count: indices of the entries that differ from bits in at most that
 *                   many bits, ascending
 * returns  how many there are
 */
size_t bits_near(const struct bits_entry *entries, size_t count, struct bits_pair bits,
                 unsigned most, uint32_t *near);

/* The bits in which two lists of words differ. */
unsigned bits_difference(const uint64_t *a, const uint64_t *b, size_t words);

#endif
