/*
 * An actor's verb (assist, 協助) leaves open who leads, unless whom and in what stand behind it.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_ACTOR_H
#define ROLEBOOK_CORE_CHECK_WORDING_ACTOR_H
#include "core/normalise/sentence.h"

/* Whether the match, which is of PHRASE_ACTOR, is an act and leaves that open. */
bool wording_leaves_open(const struct sentence *s, const struct match *match);

#endif
