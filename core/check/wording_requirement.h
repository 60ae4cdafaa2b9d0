/*
 * A requirement says how somebody should be, or is a slogan, in place of what is done.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_REQUIREMENT_H
#define ROLEBOOK_CORE_CHECK_WORDING_REQUIREMENT_H
#include "core/normalise/sentence.h"

/*
 * The first slogan, or the requirement that stands in place of every act; NULL: none. Of duties,
 * wording_sentences keeps it as sentence->requirement, which rules read.
 */
const struct match *wording_requirement(const struct sentence *s);

#endif
