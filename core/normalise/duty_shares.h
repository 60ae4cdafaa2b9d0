/*
 * The shares of the time that duties take, where people write them into the duties themselves:
 * 「辦理採購招標。40%」, "30% – Inspects trails".
 */
#ifndef ROLEBOOK_CORE_NORMALISE_DUTY_SHARES_H
#define ROLEBOOK_CORE_NORMALISE_DUTY_SHARES_H
#include "core/model/model.h"

/*
 * Takes them out of the words and into FIELD_DUTIES_SHARE, as they are written, when all duties
 * have one at the same end and all of them together make the whole; else nothing changes, since a
 * duty may end in a figure of its own.
 */
void take_duty_shares(struct handbook *handbook, struct records *duties);

#endif
