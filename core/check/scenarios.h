/*
 * Scenarios say who is responsible for what in each, from the handbook's matrix and from the roles.
 */
#ifndef ROLEBOOK_CORE_CHECK_SCENARIOS_H
#define ROLEBOOK_CORE_CHECK_SCENARIOS_H
#include "core/model/role_names.h"

struct responsibility {
    const struct role *role; /* NULL: none is named, or one that is not in the handbook */
    struct text text;        /* may be empty */
    struct span at;
    uint32_t scenario;
};

struct scenarios {
    size_t count;
    struct text *names;          /* as first written */
    size_t *starts;              /* [count + 1], into list */
    struct responsibility *list; /* scenario by scenario, in the order given */
    const struct role **roles;   /* by address: only for looking up */
    size_t role_count, entered;
    size_t *carries, *told; /* by place in roles: the scenario, from 1, for which it was marked */
};

/* Of the handbook's matrix and of its roles, which names finds; never NULL. */
struct scenarios *scenarios_of(struct arena *arena, const struct handbook *handbook,
                               const struct role_names *names);
/* Asks of this scenario from now on. */
void scenarios_enter(struct scenarios *scenarios, size_t scenario);
/* Whether the role carries anything in the scenario entered. */
bool scenarios_carries(const struct scenarios *scenarios, const struct role *role);
/* Marks the role in the scenario entered; false: it was marked already. */
bool scenarios_mark_told(struct scenarios *scenarios, const struct role *role);

/* One of the responsibilities that a text strings together. */
struct responsibility_part {
    const struct responsibility *of;
    struct text text;
    uint64_t words; /* the same for the same words, whatever their order and script */
    uint32_t scenario;
    size_t number; /* in the order given */
};

/* All parts that say enough to be compared, those with the same words in one scenario together. */
size_t scenarios_parts(struct arena *arena, const struct scenarios *scenarios,
                       struct responsibility_part **parts);

#endif
