/*
 * A clause is known by its head: an act, a procedure, a result, or none of them.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_CLAUSE_HEAD_H
#define ROLEBOOK_CORE_NORMALISE_CLAUSE_HEAD_H
#include "core/normalise/sentence.h"

/* Says of each clause what it is; matches are found already. */
void clause_heads_read(struct sentence *s);

#endif
