/*
 * An addition begins with a verb and is no act of its own: it says more of the act beside it.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_ACT_ADDITION_H
#define ROLEBOOK_CORE_NORMALISE_ACT_ADDITION_H
#include "core/normalise/segments.h"

/*
 * Chinese: …，並能完成目標; …，報校長批准; …，並應用到場景: an ability, whose word it needs, what
 * it is put to.
 */
bool segment_adds_to_act(const struct sentence *s, const struct segment *segment);

/*
 * 完成主管交辦事務，以及盤點纜繩: work assigned, of which W402 speaks, is left out where other acts
 * stand beside it; returns how many are left, at the front of the list.
 */
size_t acts_beside_assigned(const struct sentence *s, struct range *acts, size_t count);

/*
 * 分析問卷，提交報告; photograph finds and catalogue them; 配合查帳，提供憑證: what comes of an act,
 * what is done to the same object, and one's own part in what is helped with are left out as well;
 * so is the next step about what was found or made: inspect kitchens and close those that fail.
 */
size_t acts_beside_outcomes(const struct sentence *s, struct range *acts, size_t count);

#endif
