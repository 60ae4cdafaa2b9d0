/*
 * Role files are a folder with one file a role, named by the roles' titles, and beside them what
 * belongs to the handbook as a whole.
 */
#ifndef ROLEBOOK_CORE_CLI_ROLE_FILES_H
#define ROLEBOOK_CORE_CLI_ROLE_FILES_H
#include "core/cli/command.h"
#include "core/cli/output_folder.h"

/* A file that was written, or left as a person edited it. */
struct role_file {
    const char *name; /* below the folder */
    enum output_fate fate;
};

/* A file of the handbook's own. */
struct part_file {
    struct role_file file;
    const struct source *source; /* NULL: of several */
};

struct role_files {
    struct role_file *roles; /* in the order of the handbook's roles */
    struct part_file *parts;
    size_t part_count, part_capacity;
};

struct role_files_place {
    const char *folder;
    const char *roles, *parts; /* below it: "roles/" or "" */
    /* files that stand beside the roles byte for byte; may be NULL */
    const struct inputs *copies;
};

/* One role into the file at path; NULL or "-": standard output. Trouble is the command's. */
void role_file_write(struct command *command, const struct converter *to, const struct role *role,
                     const char *path);
/* The form of a role with nothing filled in, in the language of the command. */
void blank_form_write(struct command *command, const struct converter *to, const char *path);
/*
 * Every role of the handbook into the folder, which is made; baseline, goals, processes, scenarios
 * and pages as Markdown whatever the format. What a person edited since stays.
 *
 * in       inputs  the roles came from
 * returns  the files; NULL when the folder could not be made
 */
const struct role_files *role_files_write(struct command *command, const struct converter *to,
                                          const struct handbook *handbook,
                                          const struct inputs *inputs,
                                          struct role_files_place place);

#endif
