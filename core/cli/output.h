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
/* The folder and those above it are there afterwards; STATUS_OUTPUT after a diagnostic. */
enum status output_make_folder(const char *path, struct diagnostics *diags);

/* Names of files in a folder, each given once. */
struct output_names {
    struct arena *arena;
    struct text *list;
    size_t count, capacity;
};
/*
 * A file name from a role's code or title: letters, digits and Han stay, the rest becomes '-'; a
 * number is added when it was given before. number is used when both are empty.
 */
const char *output_name(struct output_names *names, struct text wish, size_t number,
                        const char *extension);

/* A dependency file for make and ninja (one rule; names escaped as make wants them). */
enum status output_depfile(const char *path, const char *target, const char *const *inputs,
                           size_t count, struct arena *arena, struct diagnostics *diags);

#endif
