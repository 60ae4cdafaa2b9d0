/*
 * A file is written whole or not at all.
 *
 * The bytes go to a temporary file in the same folder, are flushed to the disk and then renamed
 * over the target, which any observer sees as one step (POSIX.1-2008, rename). Where the target is
 * a link, what it leads to is written, and the link stays. The target "-" is standard output, where
 * only the first failure can be reported.
 */
#ifndef ROLEBOOK_CORE_BASE_ATOMIC_WRITE_H
#define ROLEBOOK_CORE_BASE_ATOMIC_WRITE_H
#include "core/base/diagnostics.h"

/*
 * in       path   as the user gave it, NUL-terminated; its folder must exist
 *          bytes  borrowed for the call; any content, also none
 * returns  STATUS_OK; or STATUS_OUTPUT after one diagnostic that names the path and the cause:
 *          the target then holds what it held before, and no temporary file is left
 */
enum status atomic_write(const char *path, struct text bytes, struct diagnostics *diags);

/* The same in pieces, for outputs that should not stand in memory twice. */
struct atomic_file;
/* Allocates in diags->arena; NULL after one diagnostic. */
struct atomic_file *atomic_file_open(const char *path, struct diagnostics *diags);
/* False once anything failed; the failure is reported by atomic_file_close. */
bool atomic_file_write(struct atomic_file *file, struct text bytes);
/* commit false, or any failure before: the target stays as it was. */
enum status atomic_file_close(struct atomic_file *file, bool commit);

/*
 * The same for many files: each is put beside its target at once, all are flushed to the disk
 * together, then each takes its place. One flush a file would take most of the time.
 *
 * atomic_put_beside  NULL after one diagnostic; allocates in diags->arena; path must be no "-"
 * atomic_flush       of those put beside; what cannot be flushed fails when it takes its place
 * atomic_take_place  as atomic_file_close
 */
struct atomic_file *atomic_put_beside(const char *path, struct text bytes,
                                      struct diagnostics *diags);
void atomic_flush(struct atomic_file *const *files, size_t count);
enum status atomic_take_place(struct atomic_file *file);

#endif
