/*
 * Each task is named by the element most like all its rows, one in the language of the draft first.
 */
#ifndef ROLEBOOK_CORE_DRAFT_TASK_NAMES_H
#define ROLEBOOK_CORE_DRAFT_TASK_NAMES_H
#include "core/draft/tasks.h"

/* By group: the element whose words name its task; lives in the arena, as all work on it does. */
const uint32_t *name_tasks(struct arena *arena, const struct tasks_request *request,
                           const struct tasks *tasks);

#endif
