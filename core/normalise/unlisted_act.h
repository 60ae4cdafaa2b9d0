/*
 * An unlisted act is a verb that no list of phrases holds, where an act may begin.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_UNLISTED_ACT_H
#define ROLEBOOK_CORE_NORMALISE_UNLISTED_ACT_H
#include "core/normalise/sentence.h"

/*
 * in       s       with its characters and quotes read; its boundaries are, if they are needed
 *          at      the head of a clause, or behind what may stand in front of its act
 *          listed  where the longest phrase of the lists ends that begins there; `at`: there is
 *                  none
 * out      match   the verb
 * returns  false: none stands there, or nothing shows that it is a verb and no noun
 */
bool unlisted_act_at(struct sentence *s, uint32_t at, uint32_t listed, struct arena *arena,
                     struct segmenter *segmenter, struct match *match);

/* Captain, bank, marshal, fan: a class that names somebody or something, which may be a verb too. */
bool unlisted_act_may_be(enum phrase_class class);

#endif
