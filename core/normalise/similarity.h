/*
 * Similarity compares what sentences say, without the words of the formula that all of them share.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_SIMILARITY_H
#define ROLEBOOK_CORE_NORMALISE_SIMILARITY_H
#include "core/base/text.h"

/* What a sentence says to do, as grams.h has it but for pairs of stems; sorted, each once. */
struct grams {
    uint64_t *list;
    size_t count;
};

/* Of a duty sentence, or of any text that names one, in the arena. */
struct grams grams_of(struct arena *arena, struct text sentence);
/* Shared over all (Jaccard), in percent. */
unsigned grams_likeness(const struct grams *a, const struct grams *b);
/* The share of the smaller one that the other holds, in percent; 0 when either is too short. */
unsigned grams_containment(const struct grams *a, const struct grams *b);

#endif
