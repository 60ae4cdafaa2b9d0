/*
 * A field is named, and no act in it: 負責院舍運作, 處理車間的事情, 分管信息化, 校務之管理.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_CHINESE_FIELD_H
#define ROLEBOOK_CORE_CHECK_WORDING_CHINESE_FIELD_H
#include "core/normalise/sentence.h"

/* Whether a Chinese record of one clause says whose affairs or which field it is, and nothing more.
 */
bool wording_names_chinese_field(const struct sentence *s);

#endif
