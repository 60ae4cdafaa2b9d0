/*
 * A quota is a figure that says how much, how good or how fast: it assesses a duty and is none.
 *
 * A number alone is no quota. It takes a unit of work and a period or a bound (每日 80 通以上, at
 * least 60 calls a day), a percentage, or a time limit (30 分鐘內, within 4 hours). Dates, numbers
 * of clauses and forms, versions, service times (24 小時), sizes of what is worked on (12 個倉庫),
 * limits of authority (5,000 元以下的) and shares of working time (占 30%) are none.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_QUOTA_H
#define ROLEBOOK_CORE_NORMALISE_QUOTA_H
#include "core/normalise/sentence.h"

struct quota {
    struct range at;     /* the figure with its bounds and unit */
    struct range period; /* 每日, per week; empty: none is named */
    struct range unit;   /* in English what is counted, words in front included; empty: nothing */
    const struct clause *clause;
};

/* The first quota at or after the code point from; false when there is none. */
bool quota_find(const struct sentence *s, uint32_t from, struct quota *quota);

#endif
