/*
 * One role in a format, as bytes: what the command writes to files and the library gives away.
 * Markdown is read again first (core/cli/role_markdown.h).
 */
#ifndef ROLEBOOK_CORE_CLI_ROLE_BYTES_H
#define ROLEBOOK_CORE_CLI_ROLE_BYTES_H
#include "converters/converter.h"
#include "core/extract/labels/label_memory.h"
#include "core/model/vocabulary.h"

/* How a role is written. */
struct role_output {
    const struct converter *to; /* writes models, or documents of one role */
    const struct vocabulary *vocabulary;
    const struct reference *reference; /* of Word documents; NULL: none */
    const char *path;                  /* of the file that it goes to; NULL: none */
    struct label_memory *labels;       /* of the roles written before; NULL: there are none */
};

/*
 * out      *out  the bytes are appended; what is composed for them lives in its arena
 * returns  STATUS_OK, or STATUS_OUTPUT after a diagnostic
 */
enum status role_bytes(const struct role_output *output, const struct role *role,
                       struct text_buffer *out, struct diagnostics *diags);

#endif
