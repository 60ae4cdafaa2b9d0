/*
 * English rules for those who are served: volunteers shall not …, members must respect …. They ask
 * something of people and say no act of the holder's.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_ENGLISH_RULE_H
#define ROLEBOOK_CORE_CHECK_WORDING_ENGLISH_RULE_H
#include "core/normalise/sentence.h"

/* Where the rule begins to ask; NULL: the sentence is none. */
const struct match *wording_rules_in_english(const struct sentence *s);

/*
 * Every gram counts; one guest, one contact; speed before perfection; hygiene comes first: a motto.
 * Some match of it; NULL: it is none.
 */
const struct match *wording_motto_in_english(const struct sentence *s);

/* You'll be patient: the quality that whoever reads it is to have; NULL: none is asked so. */
const struct match *wording_asks_reader_to_be(const struct sentence *s);

/* Members may …, new tenants can …: what those are free to do who never hold the post. */
bool wording_allows_others(const struct sentence *s);

#endif
