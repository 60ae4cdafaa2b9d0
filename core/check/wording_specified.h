/*
 * A vague word is none within a name (the Relevant Persons Register), nor where what it leaves open
 * is set down (the relevant date under section 145).
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_SPECIFIED_H
#define ROLEBOOK_CORE_CHECK_WORDING_SPECIFIED_H
#include "core/normalise/sentence.h"

/* English: both the match and what stands behind it begin with capitals, within a sentence. */
bool wording_is_in_name(const struct sentence *s, const struct match *match);
/* English: where it is set down stands behind it in the clause. */
bool wording_is_specified(const struct sentence *s, const struct match *match);

#endif
