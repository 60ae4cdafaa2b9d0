/*
 * A duty has three parts, its act, procedure and result; a rule asks for one of the latter two.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_PART_H
#define ROLEBOOK_CORE_CHECK_WORDING_PART_H
#include "core/check/rule.h"
#include "core/normalise/sentence.h"

typedef bool says_part(const struct sentence *s);
/*
 * W302 and W303: duties that neither have the field nor say it. Where no duty of a
 * role has it, one finding says so of all: none_says, {0} their number.
 */
void wording_check_part(struct rule_context *cx, const struct role *role, enum field field,
                        says_part *says, const struct message *none_says);

#endif
