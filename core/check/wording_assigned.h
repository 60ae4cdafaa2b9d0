/*
 * Work assigned ad hoc, as a duty; not where something else is done to it: invoice extra work.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_ASSIGNED_H
#define ROLEBOOK_CORE_CHECK_WORDING_ASSIGNED_H
#include "core/normalise/sentence.h"

/* The first words of it; NULL: the sentence assigns none. */
const struct match *wording_assigned_work(const struct sentence *s);

#endif
