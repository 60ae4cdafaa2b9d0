/*
 * A rule in Chinese that has to be kept, whatever act it holds: 首件生產後必須自檢, 出納不能管賬.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_CHINESE_RULE_H
#define ROLEBOOK_CORE_CHECK_WORDING_CHINESE_RULE_H
#include "core/normalise/sentence.h"

/* The word that binds; NULL: it is no such rule, or in another language. */
const struct match *wording_binds_in_chinese(const struct sentence *s);

#endif
