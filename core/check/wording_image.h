/*
 * An image says what somebody is like, in place of what is done: 當好廚房的“大管家”; 化身城市的眼睛.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_IMAGE_H
#define ROLEBOOK_CORE_CHECK_WORDING_IMAGE_H
#include "core/normalise/acts.h"

/* Chinese: the quoted word at the end of the first clause, behind 當好, 充當, 扮演; empty: none. */
struct range wording_quoted_image(const struct sentence *s);
/* How many of the acts are left without an image in the first clause, which W102 speaks of. */
size_t wording_acts_beside_image(const struct sentence *s, const struct range *acts, size_t count);

#endif
