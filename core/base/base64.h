/*
 * Bytes as Base64 (RFC 4648, section 4), on one line.
 */
#ifndef ROLEBOOK_CORE_BASE_BASE64_H
#define ROLEBOOK_CORE_BASE_BASE64_H
#include "core/base/text_buffer.h"

/* Any bytes, padded with "=". */
void base64_append(struct text_buffer *out, struct text bytes);

#endif
