#include "core/model/score.h"

static const size_t weights[LEVEL_COUNT] = {
    [LEVEL_OFF] = 0, [LEVEL_INFO] = 1, [LEVEL_WARNING] = 2, [LEVEL_ERROR] = 3};

void role_weights(const struct role *role, const struct profile *profile, size_t *given,
                  size_t *asked)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        size_t weight = weights[profile->levels[e]];
        *asked += weight;
        *given += is_given(role_records(role, (enum element)e)) ? weight : 0;
    }
}

struct scores *scores_of(struct arena *arena, const struct handbook *handbook,
                         const struct profile *profile)
{
    struct scores *scores = arena_new(arena, struct scores);
    scores->profile = profile;
    scores->roles = arena_new_array(arena, handbook->role_count + 1, struct role_score);
    for (const struct role *role = handbook->roles; role != NULL; role = role->next) {
        struct role_score *score = &scores->roles[scores->count++];
        score->role = role;
        role_weights(role, profile, &score->given, &score->asked);
        scores->given += score->given;
        scores->asked += score->asked;
    }
    return scores;
}

unsigned score_percent(size_t given, size_t asked)
{
    return asked == 0 ? 100 : (unsigned)(100 * given / asked);
}
