/*
 * An assessment says which standards assess which duties of a role.
 *
 * Standards name duties in their column for it, duties name standards in theirs; where neither
 * does, words that both share link them.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_ASSESSMENT_H
#define ROLEBOOK_CORE_NORMALISE_ASSESSMENT_H
#include "core/model/model.h"

enum assessed { NOT_ASSESSED, ASSESSED };

/* A standard that assesses a duty, by their rows. */
struct assessing {
    size_t duty, standard;
};

struct assessment {
    enum assessed *duties, *standards; /* by row */
    struct assessing *pairs;           /* by duty, then standard; each once */
    size_t pair_count, pair_capacity;
    bool is_linked; /* the author says which: what is missing then is missing */
};

/* Of the role's duties and standards as they stand now. */
struct assessment assessment_of(struct arena *arena, const struct role *role);

#endif
