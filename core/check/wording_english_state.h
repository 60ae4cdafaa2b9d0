/*
 * In English a clause may begin with a verb, or have one behind a modal, and yet tell of a state:
 * you'll have a say in the menu, mending sails is slow work, work at night may be required.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_ENGLISH_STATE_H
#define ROLEBOOK_CORE_CHECK_WORDING_ENGLISH_STATE_H
#include "core/normalise/sentence.h"

/* Whether the clause tells what is had, what somebody is, what is allowed or to whom one reports. */
bool wording_tells_english_state(const struct sentence *s, const struct clause *clause);

/*
 * The post will be part-time, travel expenses are paid: what goes with a post, and nobody who holds
 * one. clause: as above; NULL: it tells nothing.
 */
bool wording_tells_of_employment(const struct sentence *s, const struct clause *clause);

#endif
