/*
 * A record that describes or names something, and in which nothing is done.
 *
 * Duties can vary from job to job; Maintainer: a maintainer of the project who …; 主要方向：…,
 * 公文收發室. The verbs in it are of what somebody is, of what something holds, or parts of names.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_DESCRIPTION_H
#define ROLEBOOK_CORE_CHECK_WORDING_DESCRIPTION_H
#include "core/normalise/sentence.h"

/* Of duties, wording_sentences keeps it as sentence->is_description, which rules read. */
bool wording_describes(const struct sentence *s);
/* In English, that it tells of a unit, or what we are: what is asked there is not of the holder. */
bool wording_tells_of_organisation(const struct sentence *s);

#endif
