/*
 * A handbook and its roles move to another arena.
 */
#ifndef ROLEBOOK_CORE_MODEL_MOVE_MODEL_H
#define ROLEBOOK_CORE_MODEL_MOVE_MODEL_H
#include "core/base/move.h"
#include "core/model/model.h"

/* A copy that needs nothing of the arena from was made in. */
struct handbook *move_handbook(const struct move *move, const struct handbook *from);

#endif
