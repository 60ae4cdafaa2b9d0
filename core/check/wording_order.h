/*
 * An order says must, and then an act: must empty the skip is a duty, must be sober is none.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_ORDER_H
#define ROLEBOOK_CORE_CHECK_WORDING_ORDER_H
#include "core/normalise/sentence.h"

/*
 * English: what seems asked of a person is an act that somebody does or has done: must empty the
 * skip, is required to take samples; should a fuse blow, …; has the lifts inspected.
 */
bool wording_orders_act(const struct sentence *s, const struct match *requirement);

#endif
