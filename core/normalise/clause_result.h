/*
 * A Chinese clause behind another may only say what comes of that: 讓住戶知悉, 以改進教學.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_CLAUSE_RESULT_H
#define ROLEBOOK_CORE_NORMALISE_CLAUSE_RESULT_H
#include "core/normalise/sentence.h"

/* Whether the clause, which stands behind another and whose head is read, begins so. */
bool clause_begins_result(const struct sentence *s, const struct clause *clause);

#endif
