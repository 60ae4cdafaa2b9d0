/*
 * An output is a file, a folder of files, or standard output; each file is written whole or not at
 * all.
 */
#ifndef ROLEBOOK_CORE_CLI_OUTPUT_H
#define ROLEBOOK_CORE_CLI_OUTPUT_H
#include "core/base/diagnostics.h"

/*
 * path "-" or NULL: standard output. A file that holds these bytes already stays as it is, with its
 * time. STATUS_OUTPUT after a diagnostic.
 */
enum status output_write(const char *path, struct text bytes, struct diagnostics *diags);
/* Whether a file with just these bytes stands there already. */
bool output_is_there(const char *path, struct text bytes);

/* The same in pieces, for outputs that should not stand in memory whole. */
struct output_stream;
/* Lives in diags->arena; NULL after a diagnostic. */
struct output_stream *output_open(const char *path, struct diagnostics *diags);
/* What fails is reported by output_close. */
void output_put(struct output_stream *stream, struct text bytes);
enum status output_close(struct output_stream *stream);

/* The folder and those above it are there afterwards; STATUS_OUTPUT after a diagnostic. */
enum status output_make_folder(const char *path, struct diagnostics *diags);

/* A dependency file for make and ninja (one rule; names escaped as make wants them). */
enum status output_depfile(const char *path, const char *target, const char *const *inputs,
                           size_t count, struct arena *arena, struct diagnostics *diags);

#endif
