/*
 * A score says how complete a role is: of all that its profile asks for, how much is there.
 *
 * What is missed as an error weighs 3, as a warning 2, as a note 1. Lawful absence counts as given.
 */
#ifndef ROLEBOOK_CORE_MODEL_SCORE_H
#define ROLEBOOK_CORE_MODEL_SCORE_H
#include "core/model/model.h"
#include "core/model/profile.h"

struct role_score {
    const struct role *role;
    size_t given, asked; /* in weights */
};

struct scores {
    const struct profile *profile;
    struct role_score *roles; /* [count], in the order of the handbook */
    size_t count;
    size_t given, asked; /* of all roles */
};

/* Adds the weights of what the profile asks of a role, and of what the role gives. */
void role_weights(const struct role *role, const struct profile *profile, size_t *given,
                  size_t *asked);
/* Of each role by that profile; never NULL. */
struct scores *scores_of(struct arena *arena, const struct handbook *handbook,
                         const struct profile *profile);
/* 0 to 100; 100 only when nothing is missing, also when nothing is asked for. */
unsigned score_percent(size_t given, size_t asked);

#endif
