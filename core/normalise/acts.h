/*
 * Acts counts what a record does: an act with an object of its own is one.
 *
 * Verbs that share an object are one act (受理、登記、轉派客戶訴求), so is one verb with several
 * objects (審核合同、單據和申請). Clauses of procedure, of result and of time are none,
 * nor is the record or report of what an act yields (檢查設備，填寫檢查表).
 */
#ifndef ROLEBOOK_CORE_NORMALISE_ACTS_H
#define ROLEBOOK_CORE_NORMALISE_ACTS_H
#include "core/normalise/sentence.h"

#define ACTS_MAX 8 /* more are not told apart */

/*
 * out      acts     where each act stands: from its first word to the next act, marks and joining
 *                   words off
 * returns  how many there are, at most ACTS_MAX
 */
size_t acts_find(const struct sentence *s, struct range acts[ACTS_MAX]);

#endif
