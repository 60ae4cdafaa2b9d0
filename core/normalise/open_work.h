/*
 * Open work is whatever somebody may assign, said by any words: 院方臨時需要之工作, 擔任理事會所指派的
 * 任何職務, 承上級之命辦理其他事務.
 *
 * Of its clause nothing is left when those go who assign, that they do, that it is done, when, and
 * that it is other work; so it needs no list of phrases.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_OPEN_WORK_H
#define ROLEBOOK_CORE_NORMALISE_OPEN_WORK_H
#include "core/normalise/sentence.h"

/*
 * in       s   with its characters, quotes and clauses read
 * out      found  where such clauses stand, in order, as work assigned; in the arena
 * returns  how many there are; English: at most one, the whole sentence
 */
size_t open_works_find(const struct sentence *s, struct arena *arena, const struct phrases *phrases,
                       struct match **found);

#endif
