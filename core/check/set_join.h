/*
 * A set join finds every pair of weighted sets that is at least as alike as asked, none missed.
 *
 * w(x) is the weight of set x. A pair counts when its likeness reaches the threshold t, where
 *
 *     likeness(x, y) = max(J, held * C),   J = w(x and y) / w(x or y)            (Jaccard)
 *                                          C = w(x and y) / min(w(x), w(y))      (containment)
 *
 * Why nothing is missed. Let o = w(x and y) and w(y) <= w(x). J >= t is o >= t/(1+t) (w(x)+w(y)),
 * held * C >= t is o >= t/held w(y), so a pair that counts has o >= need(x, y), the smaller one.
 * - Length: J >= t asks w(y) >= t w(x). With containment there is no such bound.
 * - Prefix: tokens have one order in all sets. o is at most the weight of what follows the first
 *   shared token in either set, that token with it. So it stands in y where what follows weighs at
 *   least min(2t/(1+t), t/held) w(y), which is the part of y that is looked up by, and in x where
 *   what follows weighs at least t w(x), or t/held of the lightest set that may be contained.
 * - Position: o is at most the token's weight and the lighter one of what follows it in x and y.
 * - Signature: each token turns over w/u of 64 or 256 bits, by its hash, for one unit u. A bit in
 *   which two signatures differ was turned over by a token that is not shared, which turns over at
 *   most w/u; so u times the number of differing bits is at most w(x) + w(y) - 2 o.
 * What passes all four is verified by a merge. After C. Xiao, W. Wang, X. Lin, J. X. Yu, "Efficient
 * similarity joins for near duplicate detection", WWW 2008, carried over to weights.
 */
#ifndef ROLEBOOK_CORE_CHECK_SET_JOIN_H
#define ROLEBOOK_CORE_CHECK_SET_JOIN_H
#include "core/check/token_sets.h"

struct join_threshold {
    unsigned least;    /* t in percent, 1 to 100 */
    unsigned held;     /* percent; 0: containment does not count; below least it cannot */
    uint32_t lightest; /* containment counts only where the lighter set weighs that at least */
};

/* Sets a < b of the pair, and the weight of what they share. */
typedef void join_pair(void *data, size_t a, size_t b, uint32_t overlap);

/*
 * Calls report once for each pair of different sets that counts: in ascending order of b, and of a
 * for the same b. Sets without tokens are in no pair. Needs memory in proportion to the sets.
 */
void set_join(struct arena *scratch, const struct token_sets *sets, struct join_threshold threshold,
              join_pair *report, void *data);

/* The likeness of two sets that share overlap, in percent, rounded down; 0 when both are empty. */
unsigned set_likeness(uint32_t overlap, uint32_t weight_a, uint32_t weight_b,
                      struct join_threshold threshold);

#endif
