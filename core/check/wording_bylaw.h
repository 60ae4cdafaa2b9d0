/*
 * What a constitution or a notice states in English, whoever deals with it.
 *
 * Quorum shall be nine, the committee shall consist of millers, only the reeve may open the chest:
 * bodies, proceedings and things are told of, and no act of the holder.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_BYLAW_H
#define ROLEBOOK_CORE_CHECK_WORDING_BYLAW_H
#include "core/normalise/sentence.h"

/* head: the clause that tells, behind captions and fronts. */
bool wording_states_bylaw(const struct sentence *s, const struct clause *head);

/* Quorum shall be half of the members: the sentence is such a one, and its figures no targets. */
bool wording_is_of_bylaw(const struct sentence *s);

#endif
