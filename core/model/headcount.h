/*
 * A headcount is a number of people as forms write it: 3, 3 人, ３名, 12 people.
 */
#ifndef ROLEBOOK_CORE_MODEL_HEADCOUNT_H
#define ROLEBOOK_CORE_MODEL_HEADCOUNT_H
#include "core/model/model.h"

/* out *people; false, untouched: a range, "as needed", or anything but one number */
bool headcount_of(struct text text, int64_t *people);
/* A role's name and its headcount behind it: 客服專員（8 人）, Agent (8), 客服專員 8人; as above.
 */
bool headcount_beside_name(struct text text, struct text *name, int64_t *people);

#endif
