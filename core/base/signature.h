/*
 * Signatures are compared by the bits in which they differ, each bit counted by its part's unit.
 */
#ifndef ROLEBOOK_CORE_BASE_SIGNATURE_H
#define ROLEBOOK_CORE_BASE_SIGNATURE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SIGNATURE_PARTS 4 /* of a long signature, each of some words */
#define SHORT_WORDS 2     /* of a signature that is read along with thousands of others */

struct short_signature {
    uint64_t words[SHORT_WORDS];
};

/* A short signature, and what its owner keeps beside it. */
struct signed_entry {
    struct short_signature signature;
    uint32_t owner, note;
};

/*
 * in       entries  count of them
 *          units    what a differing bit of each word counts for, at most 255
 *          most     what may differ
 * out      near     room for count: indices of the entries whose difference from the signature
 *                   counts for at most that, ascending
 * returns  how many there are
 */
size_t signatures_near(const struct signed_entry *entries, size_t count,
                       struct short_signature signature, const uint32_t units[SHORT_WORDS],
                       uint32_t most, uint32_t *near);
/* The same of count long signatures that stand one behind the other; words: of each part. */
size_t long_signatures_near(const uint64_t *signatures, size_t count, const uint64_t *signature,
                            size_t words, const uint32_t units[SIGNATURE_PARTS], uint64_t most,
                            uint32_t *near);
/* What the bits that both rows of words have count for, those of each word its unit. */
uint32_t bits_shared(const uint64_t *a, const uint64_t *b, size_t words, const uint32_t *units);

#endif
