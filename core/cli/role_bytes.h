/*
 * One role in a format, as bytes: what the command writes to files and the library gives away.
 */
#ifndef ROLEBOOK_CORE_CLI_ROLE_BYTES_H
#define ROLEBOOK_CORE_CLI_ROLE_BYTES_H
#include "converters/converter.h"
#include "core/model/vocabulary.h"

/*
 * in       to          writes models, or documents of one role
 *          reference   of Word documents; NULL: none
 * out      *out        the bytes are appended; what is composed for them lives in its arena
 * returns  STATUS_OK, or STATUS_OUTPUT after a diagnostic
 */
enum status role_bytes(const struct converter *to, const struct role *role,
                       const struct vocabulary *vocabulary, const struct reference *reference,
                       struct text_buffer *out, struct diagnostics *diags);

#endif
