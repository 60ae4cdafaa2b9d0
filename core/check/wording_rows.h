/*
 * Many rules of wording are rows of the lists: each phrase of one class in a duty is a finding.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_ROWS_H
#define ROLEBOOK_CORE_CHECK_WORDING_ROWS_H
#include "core/check/rule.h"
#include "core/normalise/phrases.h"

struct wording_rule {
    enum phrase_class class;
    struct message rewrite; /* the rule's message where the lists write {1} instead of {0} */
    struct message omit;    /* ... where {0} can go */
    bool of_duties_only;    /* not where a requirement stands in place of the duty: W202 says so */
    bool at_act_only;       /* only where the phrase stands for an act and leaves open who leads */
};
/* Reports each phrase of the rule's class in the role's duties, with what to write instead. */
void wording_check(struct rule_context *cx, const struct role *role,
                   const struct wording_rule *rule);
/*
 * W401 in the role's conditions, and where a duty is one, once in each: words that leave open which
 * or how much is asked.
 */
void wording_check_conditions(struct rule_context *cx, const struct role *role);
/* W101 also where no list holds the words, but wording_bettering finds their clause. */
void wording_check_bettering(struct rule_context *cx, const struct role *role);

#endif
