/*
 * How often a thing is done and how long it takes, as people write it.
 *
 * 每日 20 次, 每兩週一次, 3 times a week, monthly; 15 分鐘, 1h30, 半小時, 0:45. A working year has
 * 50 weeks of 5 days of 8 hours. Of a range the middle is taken.
 */
#ifndef ROLEBOOK_CORE_DRAFT_QUANTITY_H
#define ROLEBOOK_CORE_DRAFT_QUANTITY_H
#include "core/base/text.h"

struct frequency {
    int64_t times_pt1000; /* thousandths */
    bool is_rate;         /* a year; else as often as was counted */
};

/* False, and nothing set, when the words say no number and no period. */
bool frequency_read(struct arena *scratch, struct text words, struct frequency *frequency);

/*
 * in       unit  seconds that a number without a unit stands for
 * returns  false, and nothing set, when there is no number
 */
bool duration_read(struct arena *scratch, struct text words, int64_t unit, int64_t *seconds);

#endif
