/*
 * What a record says, as several rules ask: an act, a procedure, a result.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_ACT_H
#define ROLEBOOK_CORE_CHECK_WORDING_ACT_H
#include "core/normalise/sentence.h"

/* Whether the record says an act as a duty does: no slogan, figure, ad hoc or empty phrase. */
bool wording_is_duty(const struct sentence *s);
/* Whether it names an act anywhere, be it as a noun: 客戶投訴處理, complaint handling. */
bool wording_names_act(const struct sentence *s);
/* Whether it says by which procedure, and with what result. */
bool wording_says_how(const struct sentence *s);
bool wording_says_result(const struct sentence *s);

#endif
