/*
 * A procedure or a case in front of a clause, Chinese: what stands behind it is done, though no
 * list knows the verb.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_PROCEDURE_H
#define ROLEBOOK_CORE_CHECK_WORDING_PROCEDURE_H
#include "core/normalise/sentence.h"

/* 工具|按規定擺放: how stands behind what it is done to, and in front of the act. */
bool wording_says_how_behind_topic(const struct sentence *s, const struct clause *clause);
/* 收入|依規定繳庫, 依規定|摺疊毛巾, 遇火情|拉響警報: something is done, behind such a front. */
bool wording_acts_behind_front(const struct sentence *s);

#endif
