/*
 * One role as Markdown that reads back as the same role.
 *
 * It is written as any author would, and read again; where that gives another role it is written as
 * a file of one exact role (core/extract/exact_role.h). Where even that does, a warning says of
 * which words.
 */
#ifndef ROLEBOOK_CORE_CLI_ROLE_MARKDOWN_H
#define ROLEBOOK_CORE_CLI_ROLE_MARKDOWN_H
#include "core/cli/role_bytes.h"

/*
 * in       role  marks of drafts among its words (draft_marks_show)
 * out      *out  the bytes are appended; what is made for them lives in its arena
 */
enum status role_markdown(const struct role_output *output, const struct role *role,
                          struct text_buffer *out, struct diagnostics *diags);

#endif
