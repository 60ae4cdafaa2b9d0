/*
 * A Chinese record that describes or names something: 班主任是班級的組織者, 主要方向：….
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_CHINESE_DESCRIPTION_H
#define ROLEBOOK_CORE_CHECK_WORDING_CHINESE_DESCRIPTION_H
#include "core/normalise/sentence.h"

bool wording_describes_in_chinese(const struct sentence *s);
/* Where 是 tells what its subject is, 班主任|是…; the sentence's end: nowhere. */
uint32_t wording_copula_in_chinese(const struct sentence *s);
/* 東亞最大的釀酒機構，擁有…: a Chinese record that begins with the house and tells of it. */
bool wording_praises_house(const struct sentence *s);
/* 公司提供…, 學校將補助…: what the house does for those in it. */
bool wording_house_gives(const struct sentence *s);

#endif
