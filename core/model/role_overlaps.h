/*
 * Role overlaps are what the checks found of two roles together, an entry for each two.
 */
#ifndef ROLEBOOK_CORE_MODEL_ROLE_OVERLAPS_H
#define ROLEBOOK_CORE_MODEL_ROLE_OVERLAPS_H
#include "core/base/diagnostics.h"

struct role_overlap {
    size_t a, b;   /* places of the roles, the lower one first */
    size_t near;   /* duties that are the same or nearly: warnings */
    size_t review; /* duties with something in common: notes */
    bool is_one;   /* as a whole, nothing tells them apart */
};

struct role_overlaps {
    struct role_overlap *list; /* by a, then by b */
    size_t count, capacity;
};

/* The place of the role of that title, in that file if there are several; SIZE_MAX: none. */
typedef size_t place_of_role(const void *roles, struct text title, const struct source *source);

/*
 * in       findings  of a check; those of two roles count
 *          place_of  finds a role's place among roles, which it is given
 */
struct role_overlaps role_overlaps_of(struct arena *arena, const struct diagnostics *findings,
                                      place_of_role *place_of, const void *roles);
/* The worst first; then as they stood. */
void role_overlaps_rank(struct role_overlaps *overlaps);
/* The roles that stand in one, each once, ascending; returns how many. */
size_t role_overlaps_roles(struct arena *arena, const struct role_overlaps *overlaps,
                           size_t **roles);

#endif
