/*
 * An explanation says what a rule asks, why, and how it looks when broken and when kept.
 */
#ifndef ROLEBOOK_CORE_CHECK_EXPLAIN_H
#define ROLEBOOK_CORE_CHECK_EXPLAIN_H
#include "core/base/language.h"
#include "core/base/text_buffer.h"

struct rule;

/*
 * The rule of that code or name, or all whose codes begin so; false, and nothing appended, when
 * there is none.
 */
bool explain_rule(struct text code, enum language language, struct text_buffer *out);
/* One line a rule: code, name, default level, message. */
void explain_all(enum language language, struct text_buffer *out);
/* The rule as a section of the documentation, in Markdown; false as above. */
bool explain_rule_markdown(struct text code, enum language language, struct text_buffer *out);
/* The documentation's page of rules: a table of all, then a section each. */
void explain_all_markdown(enum language language, struct text_buffer *out);
/* The message without its arguments: what stands for them is shown as an ellipsis. */
struct text explain_message(struct arena *arena, const struct rule *rule, enum language language);

#endif
