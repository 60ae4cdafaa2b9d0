/*
 * Whom a Chinese sentence says behind 協助, 配合, 參與, and which part of the work.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_PARTY_H
#define ROLEBOOK_CORE_CHECK_WORDING_PARTY_H
#include "core/normalise/sentence.h"

/*
 * 協助經理編製預算 says whom and in what; 協助經理開展工作 and 配合完成內審 leave one open, and so
 * does 協助設備維護與安裝, where nobody is helped.
 *
 * in       rest     what stands behind the verb in its clause
 *          goes_on  whether the clause goes on behind it (研究並改善…): its act has an object there
 */
bool wording_party_is_left_open(const struct sentence *s, struct range rest, bool goes_on);
/* What a clause of work by name ends with: 採購工作, 預決算事宜. */
bool wording_ends_in_work(const struct sentence *s, struct range rest);
/* Behind 、 and words that join, of which several may stand in a row: 及/或. */
uint32_t wording_skip_joints(const struct sentence *s, uint32_t at);

#endif
