/*
 * A clause is known by its head: an act, a procedure, a result, or none of them.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_CLAUSE_HEAD_H
#define ROLEBOOK_CORE_NORMALISE_CLAUSE_HEAD_H
#include "core/normalise/sentence.h"

/* Says of each clause what it is; matches are found already. */
void clause_heads_read(struct sentence *s);

/* 委託書和提案單, 監視器等: the character behind the act makes a noun of it, and nothing follows.
 */
bool clause_act_is_noun(const struct sentence *s, const struct clause *clause,
                        const struct match *act);

#endif
