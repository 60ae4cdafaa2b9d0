/*
 * What a Chinese sentence says in the clause behind the one of a helper: the part of the work.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_NEXT_CLAUSE_H
#define ROLEBOOK_CORE_CHECK_WORDING_NEXT_CLAUSE_H
#include "core/normalise/sentence.h"

/*
 * 協助船長進行船務管理，包括排班、補給: which parts of it; 配合產品、設計等團隊，完成開發: in what.
 *
 * in       clause  of the helper; another one follows it
 *          rest    of the clause, behind the helper's verb
 */
bool wording_next_clause_tells(const struct sentence *s, const struct clause *clause,
                               struct range rest);
/* 支持工程部完成測繪，|提供圖紙: an act and its object, which are the holder's part. */
bool wording_next_clause_acts(const struct sentence *s, const struct clause *clause);

#endif
