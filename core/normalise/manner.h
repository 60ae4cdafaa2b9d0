/*
 * Manner finds the adverbs of manner that no list holds: 雷厲風行地, vigorously.
 *
 * They are an open class. In Chinese 地 behind a word or an idiom makes one, where an act
 * follows or the words are an idiom; in English an ending does (-ously, -lessly) that the list of
 * phrases gives. Adverbs that a list holds, whatever it says of them, are left to it.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_MANNER_H
#define ROLEBOOK_CORE_NORMALISE_MANNER_H
#include "core/normalise/sentence.h"

/*
 * in       s   with its characters, quotes and marks read; its boundaries are, if they are needed
 * out      found  where the adverbs stand, in order, none over another; in the arena
 * returns  how many there are
 */
size_t manner_find(struct sentence *s, struct arena *arena, struct segmenter *segmenter,
                   const struct phrases *phrases, struct match **found);

/* Whether the words that end there say how the act behind them is done: 科學 in 科學合理地安排. */
bool manner_precedes_act(const struct sentence *s, const struct phrases *phrases, uint32_t at);

/*
 * Whether the words there make a name of the modifier in front of them: one of a single character
 * (大力鉗, 優質戶), or two that name a thing (高效減水劑). The boundaries of s are known.
 */
bool manner_is_in_compound(const struct sentence *s, const struct phrases *phrases, uint32_t at);

#endif
