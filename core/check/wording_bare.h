/*
 * A fault of another kind may be nothing but a name or a state besides, and then it says no act:
 * safety first, other duties as assigned, 出勤率 97% 以上.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_BARE_H
#define ROLEBOOK_CORE_CHECK_WORDING_BARE_H
#include "core/normalise/sentence.h"

/* 安全第一, 品質人人有責, one team, one goal: a slogan without a verb. */
bool wording_is_bare_slogan(const struct sentence *s);
/* 臨時交辦事項, extra work as told by …: work assigned, and not even that it is done. */
bool wording_is_bare_assignment(const struct sentence *s);
/* 出勤率 97% 以上, 庫存誤差千分之二以內: in Chinese, what is measured and its figure. */
bool wording_is_bare_rate(const struct sentence *s);
/* Four audits a year, a pass rate of 85 %: in English, where no verb can stand in front. */
bool wording_is_bare_count(const struct sentence *s);

#endif
