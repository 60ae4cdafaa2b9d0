/*
 * Traits tells a list of a person's qualities from a duty: 守時、誠信、有擔當.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_TRAITS_H
#define ROLEBOOK_CORE_NORMALISE_TRAITS_H
#include "core/normalise/sentence.h"

/* The first of the qualities, where the sentence is a list of them; NULL: it holds something else.
 */
const struct match *traits_find(const struct sentence *s);
/* The same of a part of it. */
const struct match *traits_in(const struct sentence *s, struct range in);

#endif
