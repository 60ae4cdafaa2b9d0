/*
 * Token sets hold many sets of keys as ascending ranks, the rarest first, each different set once.
 *
 * Ranks instead of keys make sets comparable by a merge, and rarest first makes the begin of each
 * set its most telling part, which is what a set join looks things up by.
 */
#ifndef ROLEBOOK_CORE_BASE_TOKEN_SETS_H
#define ROLEBOOK_CORE_BASE_TOKEN_SETS_H
#include "core/base/arena.h"
#include <stdint.h>

/* A weight is small, so that sums of a set's weights stay in 32 bits: see set_of. */
#define TOKEN_WEIGHT_MAX 15

struct token_sets {
    size_t count;            /* different sets, ascending by weight */
    const size_t *starts;    /* [count + 1], into tokens */
    const uint32_t *tokens;  /* ranks below token_count, ascending in each set */
    const uint32_t *weights; /* [count]: the sum of the weights of a set's tokens */
    size_t token_count;
    const uint8_t *token_weights; /* by rank: 1 to TOKEN_WEIGHT_MAX */
    const uint64_t *keys;         /* by rank */
    const uint32_t *holders;      /* by rank, ascending: how many of the sets given hold it */
    size_t given;
    const uint32_t *set_of; /* [given]: where each set that was given stands */
};

/*
 * The weight of a token that stands in `in` of `of` sets, equal sets counted each time; what is
 * outside 1 to TOKEN_WEIGHT_MAX is taken for the nearer end.
 */
struct token_weighing {
    uint32_t (*weigh)(const void *data, uint64_t key, size_t in, size_t of); /* NULL: each 1 */
    const void *data;
};

struct set_collector;

/* Collects in the arena; holds it only until sets_finish. */
struct set_collector *sets_collect(struct arena *scratch);
/* A new set, empty until keys are added. */
void sets_begin(struct set_collector *collector);
/* To the newest set; a key it has already changes nothing. */
void sets_add(struct set_collector *collector, uint64_t key);
/*
 * All sets, in the arena. The same sets in the same order give the same result; the order of keys
 * within a set may only change the ranks of equally rare ones.
 */
struct token_sets *sets_finish(struct arena *arena, struct set_collector *collector,
                               struct token_weighing weighing);

/* The weight of what two sets share: a merge. */
uint32_t sets_overlap(const struct token_sets *sets, size_t a, size_t b);
/* The same of their tokens in front of these offsets into sets->tokens. */
uint32_t sets_overlap_before(const struct token_sets *sets, size_t a, size_t a_end, size_t b,
                             size_t b_end);

#endif
