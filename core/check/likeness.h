/*
 * Likeness says which duties of a handbook say the same, and which nearly.
 *
 * Likeness of two duties is that of their sets of grams (grams.h, set_join.h): what differs counts,
 * slot by slot, the more the rarer it is in this handbook; a duty that a longer one holds counts
 * for HELD percent. All pairs at or above the least likeness asked are found. They are not kept,
 * only what rules ask of each duty, so memory grows with the duties and not with the pairs.
 */
#ifndef ROLEBOOK_CORE_CHECK_LIKENESS_H
#define ROLEBOOK_CORE_CHECK_LIKENESS_H
#include "core/model/model.h"

/*
 * A caption over its items ("Requirements:", 「第一週：」) and what a role only supports or is told
 * of, as responsibility matrices say, is held against nothing; what it leads, against such only.
 */

/* Bands of likeness in percent; tests/unit/core/check/likeness_test.c shows their calibration. */
#define LIKE_DUPLICATE 80
#define LIKE_NEAR 50
#define LIKE_REVIEW 35

#define REVIEW_DUTIES 20000

#define NO_DUTY UINT32_MAX

struct duty {
    const struct record *record;
    const struct role *role; /* NULL: the baseline's */
    uint32_t role_number;    /* 0 the baseline, then the roles in their order from 1 */
    uint32_t set;            /* of equal ones, in sets */
    uint32_t in_role;        /* the one above it in its role that is most like it; NO_DUTY */
    unsigned in_role_percent;
};

/* Of the duties that have one set of grams. */
struct wording {
    uint32_t first;           /* duty of a role that is worded so; NO_DUTY: only in the baseline */
    uint32_t in_roles;        /* how many duties of roles are worded so */
    uint32_t nearest;         /* the most alike wording that stands first in an earlier role */
    unsigned nearest_percent; /* 0: there is none */
    uint32_t alike;    /* how many duties of roles are worded nearly so: at least LIKE_NEAR */
    uint32_t baseline; /* the baseline's duty most like it; NO_DUTY */
    unsigned baseline_percent;
    uint32_t cluster; /* of wordings that duplicates lead to from one to the next: the first one */
    /* of the first one of a cluster: its first duty of a role, and how many roles have such */
    uint32_t cluster_first, cluster_roles;
};

struct likeness {
    const struct handbook *handbook;
    const struct token_sets *sets;
    struct duty *duties; /* the baseline's first, then role by role */
    size_t count;
    struct wording *wordings; /* by set */
    bool is_complete;         /* false: LIMIT_JOIN_STEPS was reached */
    size_t *role_starts;      /* [role_count + 2]: by role number, into duties */
};

/*
 * Lives in the arena. Pairs are looked for from LIKE_REVIEW on; in a handbook of more than
 * REVIEW_DUTIES duties, where nobody would read that list, from LIKE_NEAR on.
 */
struct likeness *likeness_of(struct arena *arena, const struct handbook *handbook);

/* In percent. */
unsigned likeness_of_sets(const struct token_sets *sets, size_t a, size_t b);
/* How much of the first one's weight the second holds, in percent; 100 when it weighs nothing. */
unsigned likeness_held(const struct token_sets *sets, size_t a, size_t by);
/* What two duties share, in the words of the first: up to three stretches, longest first. */
struct text likeness_shared(struct arena *arena, const struct likeness *likeness,
                            const struct duty *duty, const struct duty *other);

#endif
