/*
 * What an English sentence says behind assist, support, work with: whom, and by which act.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_HELPER_H
#define ROLEBOOK_CORE_CHECK_WORDING_HELPER_H
#include "core/normalise/sentence.h"

/*
 * Whether it is left open what the helper does. Whom customers are, helping them is the act itself;
 * among colleagues a noun (with budgets, for the event) names the work and not the helper's part.
 *
 * in       verb  of PHRASE_ACTOR, at the head of its clause
 *          end   of the sentence, or of the part that belongs to the verb
 */
bool wording_helper_is_open(const struct sentence *s, const struct match *verb, uint32_t end);
/* Takes part in the board |as its secretary: what one is there; not: as needed, as a team. */
bool wording_names_own_role(const struct sentence *s, uint32_t begin, uint32_t end);

#endif
