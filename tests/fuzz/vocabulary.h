/* The built-in vocabulary for harnesses that read or check roles. */
#ifndef ROLEBOOK_TESTS_FUZZ_VOCABULARY_H
#define ROLEBOOK_TESTS_FUZZ_VOCABULARY_H
#include "core/model/vocabulary.h"

static struct vocabulary *vocabulary;

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    struct arena *arena = arena_open(NULL, NULL); /* lives as long as the process */
    vocabulary = vocabulary_load(arena, NULL, diagnostics_new(arena));
    return vocabulary == NULL;
}

#endif
