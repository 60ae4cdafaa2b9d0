/*
 * What a record says, as several rules ask: an act, a requirement, a wish, a procedure, a result.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_ACT_H
#define ROLEBOOK_CORE_CHECK_WORDING_ACT_H
#include "core/normalise/sentence.h"

/*
 * The first slogan, or the requirement that stands in place of every act; NULL: none. Of duties,
 * wording_sentences keeps it as sentence->requirement, which rules read.
 */
const struct match *wording_requirement(const struct sentence *s);
/*
 * The clause at the head that only says that something becomes better (增強客戶黏性,
 * 讓長者安享晚年), and nothing that can be measured; NULL: there is none.
 */
const struct clause *wording_bettering(const struct sentence *s);
/* Whether nobody can assess it: by the lists, or since it only says that something is better. */
bool wording_is_not_assessable(const struct sentence *s);
/* Whether the record says an act as a duty does: no slogan, figure, ad hoc or empty phrase. */
bool wording_is_duty(const struct sentence *s);
bool wording_has_act(const struct sentence *s);
/* ... or names one anywhere, be it as a noun: 客戶投訴處理, complaint handling. */
bool wording_names_act(const struct sentence *s);
bool wording_says_how(const struct sentence *s);
bool wording_says_result(const struct sentence *s);

#endif
