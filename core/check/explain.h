/*
 * An explanation says what a rule asks, why, and how it looks when broken and when kept.
 */
#ifndef ROLEBOOK_CORE_CHECK_EXPLAIN_H
#define ROLEBOOK_CORE_CHECK_EXPLAIN_H
#include "core/base/language.h"
#include "core/base/text_buffer.h"

/* false, and nothing appended, when no rule has that code or name. */
bool explain_rule(struct text code, enum language language, struct text_buffer *out);
/* One line a rule: code, name, default level, message. */
void explain_all(enum language language, struct text_buffer *out);

#endif
