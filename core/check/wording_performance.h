/*
 * How something, or work, is to be, in Chinese: it says no act.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_PERFORMANCE_H
#define ROLEBOOK_CORE_CHECK_WORDING_PERFORMANCE_H
#include "core/normalise/sentence.h"

/* 指令應清楚、及時: the modal behind a thing, in front of nothing but how it is; NULL: it is not so. */
const struct match *wording_asks_state(const struct sentence *s);

/* 登記及時、準確, 單據齊全: the first of such states, clause by clause; NULL: something is done. */
const struct match *wording_asks_performance(const struct sentence *s);

#endif
