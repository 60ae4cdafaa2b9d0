/*
 * A file is read whole, within LIMIT_FILE_BYTES; its name is the end of its path.
 */
#ifndef ROLEBOOK_CORE_BASE_FILE_H
#define ROLEBOOK_CORE_BASE_FILE_H
#include "core/base/diagnostics.h"

/*
 * in       source  its path is read; "-" is standard input
 * out      *bytes  all of the file, in the arena; any content; untouched on failure
 * returns  STATUS_OK, or STATUS_INPUT after one diagnostic that names the path and the cause
 */
enum status file_read(struct arena *arena, const struct source *source, struct text *bytes,
                      struct diagnostics *diags);

/* What stands behind the last slash of a path; all of it where there is none. */
struct text path_file_name(const char *path);

#endif
