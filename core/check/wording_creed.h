/*
 * A creed is what somebody is to hold by, and no act: 信守使命必達的承諾, 弘揚工匠精神, uphold the
 * motto of the house, 講紀律的作風.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_CREED_H
#define ROLEBOOK_CORE_CHECK_WORDING_CREED_H
#include "core/normalise/sentence.h"

/* The verb by which it is held, or the noun that a clause without a verb ends with; NULL: none. */
const struct match *wording_creed(const struct sentence *s);

/* 茶客第一, 用戶至上，信譽第一: how things rank, and no verb; NULL: it says something else. */
const struct match *wording_ranks_in_chinese(const struct sentence *s);

#endif
