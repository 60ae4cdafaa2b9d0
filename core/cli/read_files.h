/*
 * Files are read by several threads, each in an arena of its own that lives as long as the reading;
 * models and diagnostics move to one of a few that are kept, and are joined in the order of input.
 */
#ifndef ROLEBOOK_CORE_CLI_READ_FILES_H
#define ROLEBOOK_CORE_CLI_READ_FILES_H
#include "converters/converter.h"
#include "core/cli/inputs.h"
#include "core/extract/account.h"
#include "core/model/vocabulary.h"

struct read_request {
    const struct inputs *inputs;
    const struct vocabulary *vocabulary;
    const struct converter *from; /* NULL: found out for each file */
    enum revisions revisions;
    bool keeps_comments;
    size_t threads;
    bool keeps_accounts;
    bool shows_progress;
    enum language language; /* of the progress line */
};

/* What came of one input. */
struct read_file {
    const char *path;
    enum status status;        /* STATUS_INPUT: not read, wholly or in part */
    struct arena *arena;       /* of the account; NULL: none is kept, and what was read has moved */
    struct diagnostics *diags; /* of readers and extraction */
    struct handbook *handbook; /* NULL: nothing was read; joined to the others afterwards */
    const struct converter *converter; /* that read it; NULL: none */
    struct account *account;           /* NULL: not asked for, or the file holds a model itself */
    const struct role *first_role;     /* of role_count; the list goes on with the next file's */
    size_t role_count;
};

struct read_space;

/* What was read; its arenas live until read_close. */
struct read_files {
    struct handbook *handbook; /* normalised */
    struct read_space *spaces; /* of the files' models and diagnostics */
    struct read_cache *cache;
    struct read_file *files; /* [count] in the order of input */
    size_t count;
    enum status status; /* STATUS_INPUT: at least one file could not be read, wholly or in part */
};

/* diags gets what readers and extraction reported, in the order of input. */
void read_files(struct read_files *files, struct arena *arena, const struct read_request *request,
                struct diagnostics *diags);
void read_close(struct read_files *files);

#endif
