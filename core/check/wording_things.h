/*
 * A list of things is none of acts, though the names of some begin like verbs: 收音機與電視機.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_THINGS_H
#define ROLEBOOK_CORE_CHECK_WORDING_THINGS_H
#include "core/normalise/sentence.h"

/*
 * Whether a record of one clause is two things or more by their last characters, in Chinese: each
 * a noun, or a verb of two characters that such a character makes a thing of (打包|帶).
 */
bool wording_lists_things(const struct sentence *s);

#endif
