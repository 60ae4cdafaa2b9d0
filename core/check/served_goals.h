/*
 * Served goals are those that a role answers for: in its goals, its duties, the steps it carries,
 * or as the owner that the strategy names.
 */
#ifndef ROLEBOOK_CORE_CHECK_SERVED_GOALS_H
#define ROLEBOOK_CORE_CHECK_SERVED_GOALS_H
#include "core/model/goal_names.h"
#include "core/model/role_names.h"

struct role_service {
    bool serves; /* any goal */
};

/* [goals->count]; a goal is served when one that is part of it is. */
const bool *served_goals(struct arena *arena, const struct handbook *handbook,
                         const struct goal_names *goals, const struct role_names *names);
/* [role_count], in the order of the roles. */
const struct role_service *roles_that_serve(struct arena *arena, const struct handbook *handbook,
                                            const struct goal_names *goals,
                                            const struct role_names *names);

#endif
