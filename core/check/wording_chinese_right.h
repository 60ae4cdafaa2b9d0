/*
 * What a constitution grants in Chinese: rights, membership, terms of office, and how many are sought.
 *
 * 享有發言權, 缺席時得委託他人, 繳費者為會員, 社長任期兩年: whoever that is has or gets it, and nothing is
 * done, nor asked of the holder.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_CHINESE_RIGHT_H
#define ROLEBOOK_CORE_CHECK_WORDING_CHINESE_RIGHT_H
#include "core/normalise/sentence.h"

bool wording_grants_in_chinese(const struct sentence *s);
/* 基本工資+提成+獎金: what is paid, be something asked in front of it. */
bool wording_adds_up_pay(const struct sentence *s);

#endif
