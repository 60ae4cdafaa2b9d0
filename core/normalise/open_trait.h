/*
 * Open traits are the qualities of a person that no list holds: 语气平和, 临危不乱.
 *
 * They are an open class. What is said of somebody's manner, mind or bearing (语气, 思路, 处事) is
 * one, whatever word says it, where no act does; so is an idiom that stands by itself.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_OPEN_TRAIT_H
#define ROLEBOOK_CORE_NORMALISE_OPEN_TRAIT_H
#include "core/normalise/sentence.h"

/*
 * in       s   with its characters, quotes and marks read; its boundaries are, if they are needed
 * out      found  where they stand, in order, none over another; in the arena
 *                 open works instead, if there are any (open_work.h)
 * returns  how many there are; 0 also where some other part of the sentence is none
 */
size_t open_traits_find(struct sentence *s, struct arena *arena, struct segmenter *segmenter,
                        const struct phrases *phrases, struct match **found);

#endif
