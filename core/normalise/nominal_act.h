/*
 * A nominal act is one that Chinese names behind its object: 付款流程跟進, 人員之任免; or what seemed
 * an act is but part of a noun.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_NOMINAL_ACT_H
#define ROLEBOOK_CORE_NORMALISE_NOMINAL_ACT_H
#include "core/normalise/sentence.h"

enum nominal {
    NOMINAL_NONE,
    NOMINAL_JOINED, /* the object stands right in front of it: 設備採購 */
    NOMINAL_LED,    /* 的 or 之 leads to it: 設備之採購 */
};

/* Whether the clause may consist of nominal acts: it is no caption, no detail, and no verb heads
 * it. */
bool nominal_clause(const struct sentence *s, const struct clause *clause);

/*
 * in       at  what stands between two marks or joining words of such a clause
 * out      act  the act, and where it begins; untouched where there is none
 */
enum nominal nominal_act_in(const struct sentence *s, struct range at, struct match *act);

/* 委託書和提案單, 監視器等: the character behind the act makes a noun of it, and nothing follows.
 */
bool clause_act_is_noun(const struct sentence *s, const struct clause *clause,
                        const struct match *act);

/* 擴展性, 轉化率, 移動端: the character behind the act makes a noun of it; not 優化|性能. */
bool act_has_suffix(const struct sentence *s, const struct match *act);

#endif
