/*
 * What stands at the head of an English clause and could be a verb may be a noun by what follows
 * it.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_ENGLISH_NOUNS_H
#define ROLEBOOK_CORE_NORMALISE_ENGLISH_NOUNS_H
#include "core/normalise/sentence.h"

/*
 * in       act  the word at the head of the clause, or behind what may stand in front of its act
 * returns  whether it is a plural in a state, one in a list of them, or tells a role; in other
 *          languages never
 */
bool english_head_is_noun(const struct sentence *s, const struct clause *clause,
                          const struct match *act);

#endif
