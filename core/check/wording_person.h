/*
 * A record that asks something of a person: 大專以上學歷，兩年經驗，溝通能力強.
 *
 * Each of its clauses says what the person must have, be or be able to; none tells an act. Chinese
 * only: an English requirement begins with words that the lists hold.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_PERSON_H
#define ROLEBOOK_CORE_CHECK_WORDING_PERSON_H
#include "core/normalise/sentence.h"

/* What tells so in the first clause that does; NULL: it tells an act, or neither. */
const struct match *wording_person(const struct sentence *s);

#endif
