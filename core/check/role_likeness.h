/*
 * Role likeness says which roles cannot be told apart by their duties.
 *
 * The duties of two roles are matched so that what matched ones share weighs most (an assignment).
 * With o what all pairs of the matching share, and w(r) what the duties of role r weigh together,
 *
 *     likeness(a, b) = o / (w(a) + w(b) - o)
 *
 * so that it is weighed by rarity as duties are, and a role with more duties is another role.
 *
 * Why none is missed: what matched duties share is part of what the two roles' grams share, each
 * gram taken as often as both have it. So likeness is at most the Jaccard likeness of these bags,
 * and the set join of all bags finds every pair that may count.
 */
#ifndef ROLEBOOK_CORE_CHECK_ROLE_LIKENESS_H
#define ROLEBOOK_CORE_CHECK_ROLE_LIKENESS_H
#include "core/check/likeness.h"

/* Duties of a role that are matched exactly; of more, the pairs that share most are taken first. */
#define MATCHED_EXACTLY 60
/* Duties that a role must have for its whole to be compared: one alone is O201's. The most it may
 * have are LIMIT_MATCHED_DUTIES. */
#define FEWEST_DUTIES 2

/* Two roles by their numbers, the earlier one first. */
struct role_pair {
    uint32_t first, second;
    unsigned percent;
    uint32_t others; /* roles that the second is as alike to, the first among them */
};

struct role_pairs {
    struct role_pair *list; /* by the second role, one each: the earlier role most like it */
    size_t count;
    bool is_complete; /* false: LIMIT_JOIN_STEPS was reached */
};

/* The roles that an earlier one is like by at least that. */
struct role_pairs role_pairs_of(struct arena *arena, const struct likeness *likeness,
                                unsigned least);
/*
 * The duties of one role that match none of the other's by LIKE_NEAR or more, in their order.
 * out      *duties  in the arena, as indices into likeness->duties
 */
size_t distinguishing_duties(struct arena *arena, const struct likeness *likeness, uint32_t role,
                             uint32_t other, uint32_t **duties);

#endif
