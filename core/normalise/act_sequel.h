/*
 * A sequel is what is done next with what the act in front yields, and no duty of its own.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_ACT_SEQUEL_H
#define ROLEBOOK_CORE_NORMALISE_ACT_SEQUEL_H
#include "core/normalise/sentence.h"

/*
 * Chinese: 審閱租約，標示須修改處; 驗收來料，不合格者退貨; 巡查步道，發現落石即封閉; 就樣書評分:
 * the second act of a sentence that has no third decides, returns, marks, signs or confirms, does
 * something with a part or in a case of what the first one finds, says how often that is done, or
 * begins with none of the verbs that begin a work of their own: 清洗濾網，裝回原位.
 */
bool act_is_sequel(const struct sentence *s, struct range front, struct range act);

#endif
