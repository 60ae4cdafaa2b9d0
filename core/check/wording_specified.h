/*
 * A vague word is none within a name (the Relevant Persons Register), nor where what it leaves open
 * is set down (the relevant date under section 145).
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_SPECIFIED_H
#define ROLEBOOK_CORE_CHECK_WORDING_SPECIFIED_H
#include "core/normalise/sentence.h"

/* English: both the match and what stands behind it begin with capitals, within a sentence. */
bool wording_is_in_name(const struct sentence *s, const struct match *match);
/* English: where it is set down stands behind it in the clause. */
bool wording_is_specified(const struct sentence *s, const struct match *match);
/*
 * Of a condition, to what it is related is said: relevant experience |in retail, 護理|相關科系, CS
 * |相關專業; not 三年以上相關經驗, 本科相關專業.
 */
bool wording_names_field(const struct sentence *s, const struct match *match);

#endif
