/*
 * Blocks, and all they hold, move to another arena.
 */
#ifndef ROLEBOOK_CORE_DOCUMENT_MOVE_BLOCKS_H
#define ROLEBOOK_CORE_DOCUMENT_MOVE_BLOCKS_H
#include "core/base/move.h"
#include "core/document/document.h"

/* A copy of first and what follows it; the copies of these have no parent. NULL gives NULL. */
struct block *move_blocks(const struct move *move, const struct block *first);

#endif
