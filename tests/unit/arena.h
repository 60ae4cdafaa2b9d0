/* An arena for all tests of a program, or for each: cmocka opens and closes it. */
#ifndef ROLEBOOK_TESTS_UNIT_ARENA_H
#define ROLEBOOK_TESTS_UNIT_ARENA_H
#include "core/base/arena.h"
#include "tests/unit/unit.h"

static struct arena *arena;

static int open_arena(void **state)
{
    (void)state;
    arena = arena_open(NULL, NULL);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

#endif
