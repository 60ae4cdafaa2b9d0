/*
 * Some duties only say who the holder is, or that all work of a place is theirs, and no act.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_ROLE_H
#define ROLEBOOK_CORE_CHECK_WORDING_ROLE_H
#include "core/normalise/sentence.h"

/*
 * Act as chairman of the board, 擔任留守人; 負責餐飲部的全面工作: whether that is all the record
 * says. A metaphor (act as a bridge) is none: W102 speaks of it.
 */
bool wording_names_role_only(const struct sentence *s);

#endif
