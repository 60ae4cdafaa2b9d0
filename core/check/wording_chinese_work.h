/*
 * What a Chinese duty says somebody is responsible for, by the names of the works only.
 *
 * 負責會議室預約、薪資計算及車輛保養: three works or more, each of its own act and its own object,
 * are as many duties; 合同起草、審核、歸檔 and 市場分析、競品調研 are parts of one.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_CHINESE_WORK_H
#define ROLEBOOK_CORE_CHECK_WORDING_CHINESE_WORK_H
#include "core/normalise/acts.h"

/* Where each of the works stands, and how many there are; 0: they are no row of such works. */
size_t wording_chinese_works(const struct sentence *s, struct range works[ACTS_MAX]);

#endif
