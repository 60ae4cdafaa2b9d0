/*
 * An idiom of Chinese has four characters: one word of the dictionary, or a pattern.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_IDIOM_H
#define ROLEBOOK_CORE_NORMALISE_IDIOM_H
#include "core/normalise/sentence.h"

#define IDIOM_LENGTH 4 /* characters */

/* Whether a word begins or ends in front of the code point; the boundaries of s are found for it.
 */
bool idiom_cuts(struct sentence *s, struct arena *arena, struct segmenter *segmenter, uint32_t at);
/* Four characters that the dictionary holds as one word. */
bool idiom_is_word(struct sentence *s, struct arena *arena, struct segmenter *segmenter,
                   struct range at);
/* 踏踏实实, 高效高质: whatever the dictionary holds of it. */
bool idiom_is_doubled(const struct sentence *s, struct range at);

#endif
