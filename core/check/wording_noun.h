/*
 * Official Chinese names an act by a noun at the end: 印信之典守, 文稿綜核事項.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_NOUN_H
#define ROLEBOOK_CORE_CHECK_WORDING_NOUN_H
#include "core/normalise/sentence.h"

/*
 * Whether a clause that begins with no act ends with one, be it doubtful elsewhere: behind 之 or
 * 的, which make a noun of it, or in front of 事項 and the like. Never in English.
 */
bool wording_ends_in_act(const struct sentence *s);

#endif
