/*
 * Bytes of a text file become UTF-8.
 *
 * UTF-8 is borrowed as it is, a byte order mark left out. UTF-16 and UTF-32 are known by their mark
 * or, without one, by their zero bytes. What is not well-formed UTF-8 is taken for GB18030 or Big5
 * when it is well-formed there and reads like Chinese; else it is broken UTF-8, and said so.
 */
#ifndef ROLEBOOK_CORE_BASE_CHARSET_H
#define ROLEBOOK_CORE_BASE_CHARSET_H
#include "core/base/diagnostics.h"

/*
 * in       source  names the file in diagnostics
 *          bytes   any content
 * out      *text   well-formed UTF-8 without a byte order mark: in the arena, or bytes' own; not
 *                  touched on failure
 * returns  STATUS_OK; or STATUS_INPUT after one diagnostic that names the offset of the fault
 */
enum status charset_decode(struct arena *arena, const struct source *source, struct text bytes,
                           struct text *text, struct diagnostics *diags);

/* The same from the charset of that name (any that ICU knows), as an XML declaration gives it. */
enum status charset_decode_from(struct arena *arena, const struct source *source, struct text bytes,
                                struct text charset, struct text *text, struct diagnostics *diags);

/*
 * What was decoded may have grown past what 32-bit offsets reach.
 *
 * returns  STATUS_OK below LIMIT_FILE_BYTES; else STATUS_INPUT after one diagnostic
 */
enum status charset_check_size(const struct source *source, struct text text,
                               struct diagnostics *diags);

/*
 * The charset a byte order mark stands for ("UTF-8", "UTF-16LE" …), *mark its length; NULL and 0
 * when there is none.
 */
const char *charset_of_mark(struct text bytes, size_t *mark);

#endif
