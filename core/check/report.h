/*
 * A report puts findings into bytes: for people, or for programs.
 */
#ifndef ROLEBOOK_CORE_CHECK_REPORT_H
#define ROLEBOOK_CORE_CHECK_REPORT_H
#include "core/base/diagnostics.h"
#include "core/base/text_buffer.h"

struct report_options {
    enum language language; /* of messages */
    bool is_coloured;       /* ANSI colours */
    bool has_excerpts;      /* the source line and a caret below each finding that has one */
};

/* "roles/agent.md:14:5: error[C301] no performance standard: …", a line each, in their order. */
void report_text(const struct diagnostics *diags, struct report_options options,
                 struct text_buffer *out);
/* {"rolebook": 1, "findings": [{"code", "name", "level", "message", "file", …}]} */
void report_json(const struct diagnostics *diags, struct report_options options,
                 struct text_buffer *out);

#endif
