/*
 * A Chinese duty may say with two words that it holds two works: 既管帳又開車; 除看門外，還要送報;
 * 一面顧櫃台，一面包裝月餅; 白天看店，晚上送貨.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_CORRELATIVE_H
#define ROLEBOOK_CORE_CHECK_WORDING_CORRELATIVE_H
#include "core/normalise/acts.h"

/*
 * The two works, each of which begins with a verb; 0: no such words stand there, or the second
 * only writes down or reports what the first yields (一邊測溫，一邊記錄). English: always 0.
 */
size_t wording_correlates(const struct sentence *s, struct range works[ACTS_MAX]);

#endif
