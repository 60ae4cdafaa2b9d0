/*
 * Chinese rules and facts about people the holder serves, and about things that others deal with.
 *
 * 會員得聲明退會, 每次可借五本, 招聘計畫由主管部門申報: copied from rules and notices, they stand in
 * lists of duties, and nobody can tell from them what the holder does.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_CHINESE_STATEMENT_H
#define ROLEBOOK_CORE_CHECK_WORDING_CHINESE_STATEMENT_H
#include "core/normalise/sentence.h"

/* What they may, have or are: 讀者每次可借五本. head: the clause that tells. */
bool wording_states_in_chinese(const struct sentence *s, const struct clause *head);
/* What they must: 讀者應愛惜圖書; the word that asks it; NULL: none does. */
const struct match *wording_rules_people(const struct sentence *s);

#endif
