/*
 * English: a record that describes something, and in which nothing is done.
 *
 * Duties can vary from job to job; Maintainer: a maintainer of the project who …; what did you find
 * rewarding? The verbs in it are of what somebody is, of what something holds, or of the reader.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_DESCRIPTION_H
#define ROLEBOOK_CORE_CHECK_WORDING_DESCRIPTION_H
#include "core/normalise/sentence.h"

bool wording_describes(const struct sentence *s);

#endif
