/*
 * The classic items of a shared baseline, by the words they are recognised by.
 */
#ifndef ROLEBOOK_CORE_CHECK_BASELINE_ITEMS_H
#define ROLEBOOK_CORE_CHECK_BASELINE_ITEMS_H
#include "core/base/text.h"

/* Whether a duty is the work that a superior assigns ad hoc; like: runs out as it does. */
bool is_ad_hoc_work(const struct arena *like, struct text duty);

#endif
