/*
 * Levels are roles of one job family: agent, senior agent, team leader.
 */
#ifndef ROLEBOOK_CORE_CHECK_ROLE_LEVELS_H
#define ROLEBOOK_CORE_CHECK_ROLE_LEVELS_H
#include "core/model/model.h"

/*
 * Whether two roles are levels of one family: their titles are the same but for words of rank
 * (初級, 資深, 主任; junior, senior, II), or they give the same job type and different grades.
 */
bool are_levels(struct arena *scratch, const struct role *a, const struct role *b);

#endif
