/*
 * English names what is done by nouns that end in -tion, -ment and their like, or names only things.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_ENGLISH_NOUN_H
#define ROLEBOOK_CORE_CHECK_WORDING_ENGLISH_NOUN_H
#include "core/normalise/sentence.h"

/* Preparation of …, daily oversight of …, responsible for the purchase of …: at the head. */
bool wording_begins_with_noun_of_act(const struct sentence *s);
/* Staff matters: what seems a verb tells which matters. */
bool wording_names_affairs(const struct sentence *s);
/* Window cleaning, waste disposal; bookkeeping: a thing, and behind it what is done to it. */
bool wording_names_work(const struct sentence *s);
/* Mail, parcels and couriers: one word, and nothing that is joined to it can be a verb with it. */
bool wording_lists_nouns(const struct sentence *s);

#endif
