/*
 * A set join finds every pair of weighted sets that is at least as alike as asked, none missed.
 *
 * w(x) is the weight of set x. A pair counts when its likeness reaches the threshold t, where
 *
 *     J = w(x and y) / w(x or y)               (Jaccard)
 *     C = w(x and y) / min(w(x), w(y))         (containment)
 *     likeness(x, y) = max(J, min(held * C, reach * J)),   reach >= 1
 *
 * so that a set which another one holds counts though it is smaller, but not however small it is.
 *
 * Why nothing is missed. Let o = w(x and y), s = w(x) + w(y) and w(y) <= w(x). J >= t is
 * o >= t/(1+t) s, reach * J >= t is o >= t/(reach+t) s, held * C >= t is o >= t/held w(y). A pair
 * that counts has o >= need(x, y), the first or the heavier one of the other two.
 * - Length: reach * J >= t asks w(y) >= t/reach w(x); without containment reach is 1.
 * - Prefix: tokens have one order in all sets. o is at most the weight of what follows the first
 *   shared token in either set, that token with it. So it stands in y where what follows weighs at
 *   least min(2t/(1+t), t/held) w(y), which is the part of y that is looked up by, and in x where
 *   what follows weighs at least min(t, t/reach) w(x).
 * - Position: what follows the first shared token in x, and what follows it in y, both weigh at
 *   least need(x, y): for each token in x that bounds w(y), for each in y it bounds w(x).
 * - Signature: a token of weight w turns over w/u bits (rounded down), always the same ones, of the
 *   one part that tokens of its weight share, u being the lightest token's weight of that part. A
 *   bit in which two signatures differ was turned over by a token that is not shared; so the number
 *   of differing bits, each times its part's u, is at most w(x) + w(y) - 2 o.
 * What passes all four is verified by a merge. After C. Xiao, W. Wang, X. Lin, J. X. Yu, "Efficient
 * similarity joins for near duplicate detection", WWW 2008, carried over to weights.
 */
#ifndef ROLEBOOK_CORE_BASE_SET_JOIN_H
#define ROLEBOOK_CORE_BASE_SET_JOIN_H
#include "core/base/token_sets.h"

struct join_threshold {
    unsigned least;    /* t in percent, 1 to 100 */
    unsigned held;     /* percent; 0: containment does not count; below least it cannot */
    unsigned reach;    /* percent, at least 100 where containment counts */
    uint32_t lightest; /* containment counts only where the lighter set weighs that at least */
    uint64_t steps;    /* after which it gives up; 0: LIMIT_JOIN_STEPS */
};

/* Sets a < b of the pair, and the weight of what they share. */
typedef void join_pair(void *data, size_t a, size_t b, uint32_t overlap);

/*
 * Calls report once for each pair of different sets that counts: in ascending order of b, and of a
 * for the same b. Sets without tokens are in no pair. Needs memory in proportion to the sets.
 * returns  false when it gave up after threshold.steps: the pairs of the heaviest sets are then
 * missing
 */
bool set_join(struct arena *scratch, const struct token_sets *sets, struct join_threshold threshold,
              join_pair *report, void *data);

/* The likeness of two sets that share overlap, in percent, rounded down; 0 when both are empty. */
unsigned set_likeness(uint32_t overlap, uint32_t weight_a, uint32_t weight_b,
                      struct join_threshold threshold);

#endif
