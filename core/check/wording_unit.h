/*
 * What a part of the organisation does or is, in place of what the holder does.
 *
 * The fire division is responsible for the town's hydrants: nobody can tell whose act that is.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_UNIT_H
#define ROLEBOOK_CORE_CHECK_WORDING_UNIT_H
#include "core/normalise/sentence.h"

/* Whether the English clause tells of a unit or of the post at its head. */
bool wording_tells_of_unit(const struct sentence *s, const struct clause *clause);

#endif
