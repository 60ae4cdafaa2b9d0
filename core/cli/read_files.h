/*
 * Files are read by several threads, each into an arena of its own, and joined in the order of
 * input.
 */
#ifndef ROLEBOOK_CORE_CLI_READ_FILES_H
#define ROLEBOOK_CORE_CLI_READ_FILES_H
#include "converters/converter.h"
#include "core/cli/inputs.h"
#include "core/model/vocabulary.h"

struct read_request {
    const struct inputs *inputs;
    const struct vocabulary *vocabulary;
    const struct converter *from; /* NULL: found out for each file */
    size_t threads;
    bool shows_progress;
    enum language language; /* of the progress line */
};

/* What was read; its arenas live until read_close. */
struct read_files {
    struct handbook *handbook; /* normalised */
    struct read_cache *cache;
    struct arena **arenas;
    size_t count;
    enum status status; /* STATUS_INPUT: at least one file could not be read, wholly or in part */
};

/* diags gets what readers and extraction reported, in the order of input. */
void read_files(struct read_files *files, struct arena *arena, const struct read_request *request,
                struct diagnostics *diags);
void read_close(struct read_files *files);

#endif
