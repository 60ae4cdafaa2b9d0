/*
 * An overlap is a duty that another role carries too.
 */
#ifndef ROLEBOOK_CORE_CHECK_OVERLAP_H
#define ROLEBOOK_CORE_CHECK_OVERLAP_H
#include "core/check/likeness.h"

struct overlap {
    const struct duty *other; /* the most alike one of an earlier role */
    unsigned percent;
    size_t others; /* duties of roles that say the same or nearly: that one and more */
};

/*
 * The duty of an earlier role that a role's duty is most like, from LIKE_REVIEW on; false: none.
 * So of a pair the later one is told, and of a cluster each one but those of its first role.
 */
bool overlap_above(const struct likeness *likeness, const struct duty *duty,
                   struct overlap *overlap);
/* Whether a duty has grams enough to be near another: two of three may be chance. */
bool says_enough(const struct likeness *likeness, const struct duty *duty);
/* Whether a duty or duplicates of it stand in nearly all roles of a handbook. */
bool is_shared_by_nearly_all(const struct likeness *likeness, const struct duty *duty);
/* Whether two duties begin with different acts: 更新範本, 刪除範本 are alike, and not the same. */
bool acts_differ(const struct arena *like, const struct duty *duty, const struct duty *other);
/* Whether two duties say the same, with one act or in the same words in another order. */
bool says_same(const struct arena *like, const struct duty *duty, const struct duty *other,
               unsigned percent);

/*
 * Whether a duty says in all its words and fields what another says too: taking it away loses
 * nothing.
 */
bool is_word_for_word(struct arena *scratch, const struct record *duty, const struct record *other);

#endif
