/*
 * Besides teaching the infants, writes the newsletter: two acts, of which one is told as what is
 * done besides.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_BESIDES_H
#define ROLEBOOK_CORE_CHECK_WORDING_BESIDES_H
#include "core/normalise/acts.h"

/*
 * English: the two acts that besides, as well as, in addition to and the like part, the one a
 * participle with its object (not: besides the tills, counts the safe), or that not only … but also
 * or both … and join. Returns 0 or 2.
 */
size_t wording_acts_besides(const struct sentence *s, struct range acts[ACTS_MAX]);

#endif
