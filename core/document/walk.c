/* A walk over blocks without recursion: enter and leave, tables by their cells. */
#include "core/document/document.h"
#include <assert.h>

static bool enter(struct walk *walk, struct block *block)
{
    assert(walk->depth < LIMIT_DEPTH && "builders bound the depth");
    walk->stack[walk->depth++] = (struct walk_frame){.block = block};
    walk->event = WALK_ENTER;
    walk->block = block;
    walk->cell = NULL;
    return true;
}

static bool set(struct walk *walk, enum walk_event event, const struct walk_frame *frame)
{
    walk->event = event;
    walk->block = frame->block;
    walk->cell = frame->cell;
    return true;
}

/* What comes after the block on top of the stack was entered. */
static bool descend(struct walk *walk)
{
    struct walk_frame *top = &walk->stack[walk->depth - 1];
    if (top->block->kind == BLOCK_TABLE && top->block->table != NULL &&
        top->block->table->cells != NULL) {
        top->cell = top->block->table->cells;
        return set(walk, WALK_ENTER_CELL, top);
    }
    if (top->block->children != NULL)
        return enter(walk, top->block->children);
    return set(walk, WALK_LEAVE, top);
}

/* What comes after the block on top of the stack was left. */
static bool ascend(struct walk *walk)
{
    struct block *left = walk->stack[--walk->depth].block;
    if (left->next != NULL)
        return enter(walk, left->next);
    if (walk->depth == 0)
        return false;
    struct walk_frame *top = &walk->stack[walk->depth - 1];
    return set(walk, top->cell != NULL ? WALK_LEAVE_CELL : WALK_LEAVE, top);
}

bool walk_next(struct walk *walk)
{
    if (!walk->started) {
        walk->started = true;
        return walk->first != NULL && enter(walk, walk->first);
    }
    struct walk_frame *top = &walk->stack[walk->depth - 1];
    switch (walk->event) {
    case WALK_ENTER:
        return descend(walk);
    case WALK_LEAVE:
        return ascend(walk);
    case WALK_ENTER_CELL:
        if (top->cell->blocks != NULL)
            return enter(walk, top->cell->blocks);
        return set(walk, WALK_LEAVE_CELL, top);
    case WALK_LEAVE_CELL:
        top->cell = top->cell->next;
        return set(walk, top->cell != NULL ? WALK_ENTER_CELL : WALK_LEAVE, top);
    }
    return false;
}
