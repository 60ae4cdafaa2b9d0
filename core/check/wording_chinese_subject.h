/* What a Chinese record is about, when that is neither the holder nor something done. */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_CHINESE_SUBJECT_H
#define ROLEBOOK_CORE_CHECK_WORDING_CHINESE_SUBJECT_H
#include "core/normalise/sentence.h"

/*
 * 工作內容可按業務調整, 主管機關得委任…, 應徵者須繳交照片: what a thing, an office or somebody outside
 * may be or has to do. head: the clause that tells (wording_head_clause).
 */
bool wording_tells_of_thing(const struct sentence *s, const struct clause *head);

/* 滅火器要固定在牆上, 公文處理應隨到隨辦: the word that asks it of a thing; NULL: none does. */
const struct match *wording_asks_of_thing(const struct sentence *s);

#endif
