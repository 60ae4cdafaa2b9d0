/*
 * Role files are a folder with one file a role, named by the roles' titles.
 */
#ifndef ROLEBOOK_CORE_CLI_ROLE_FILES_H
#define ROLEBOOK_CORE_CLI_ROLE_FILES_H
#include "core/cli/command.h"
#include "core/cli/output.h"

/* One role into the file at path; NULL or "-": standard output. Trouble is the command's. */
void role_file_write(struct command *command, const struct converter *to, const struct role *role,
                     const char *path);
/*
 * Every role of the handbook into the folder, which is made; files that would not change stay.
 *
 * returns  the files' names in the order of the roles, NULL when the folder could not be made
 */
const char **role_files_write(struct command *command, const struct converter *to,
                              const struct handbook *handbook, const char *folder);

#endif
