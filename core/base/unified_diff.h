/*
 * A unified diff shows what changed in a file, line by line, as patch(1) reads it.
 *
 * Fewest lines by E. Myers, An O(ND) Difference Algorithm and Its Variations (1986).
 */
#ifndef ROLEBOOK_CORE_BASE_UNIFIED_DIFF_H
#define ROLEBOOK_CORE_BASE_UNIFIED_DIFF_H
#include "core/base/text_buffer.h"

/*
 * Appends "--- a/path", "+++ b/path" and the hunks with three lines around each change; nothing
 * when the texts are the same. Where more than DIFF_CHANGES lines changed, all that lies between
 * the first and the last change is one. A file that was not there (before.data is NULL) is
 * "--- /dev/null", from which patch and git make it.
 */
#define DIFF_CHANGES 1000
void unified_diff(struct text before, struct text after, const char *path, struct text_buffer *out);

#endif
