/*
 * A rewrite is the sentence around a fault as the lists would have it written.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_REWRITE_H
#define ROLEBOOK_CORE_CHECK_WORDING_REWRITE_H
#include "core/check/rule.h"
#include "core/normalise/sentence.h"

/*
 * The sentence around the match, with what the lists write instead of each fault in it, as the
 * finding's fix; none when they know nothing better, or when nothing remains.
 */
void wording_propose(struct rule_context *cx, const struct record *record, const struct sentence *s,
                     const struct match *match, struct finding_details *finding);

#endif
