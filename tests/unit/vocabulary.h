/* The set-up of tests that need the vocabulary: an arena for the group, and the built-in words. */
#ifndef ROLEBOOK_TESTS_UNIT_VOCABULARY_H
#define ROLEBOOK_TESTS_UNIT_VOCABULARY_H
#include "core/model/vocabulary.h"
#include "tests/unit/unit.h"

static struct arena *arena;
static struct vocabulary *vocabulary;

static inline int open_vocabulary(void **state)
{
    (void)state;
    arena = arena_open(NULL, NULL);
    vocabulary = vocabulary_load(arena, NULL, diagnostics_new(arena));
    return vocabulary == NULL;
}

static inline int close_vocabulary(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

#endif
