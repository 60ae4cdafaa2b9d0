/*
 * A dependency file names all that an output was made of and a user can change.
 */
#ifndef ROLEBOOK_CORE_CLI_DEPFILE_H
#define ROLEBOOK_CORE_CLI_DEPFILE_H
#include "core/cli/command.h"

/*
 * The file that --depfile asks for, if it does, after the output was written: inputs, rolebook.yaml
 * and what it names, files of options, the template's. What is compiled in and the system's fonts
 * are left out.
 *
 * in       project  may be NULL
 *          target   the output, as the user named it
 */
void depfile_write(struct command *command, const struct project *project,
                   const struct inputs *inputs, const char *target);

/* The same names to command->dependencies, where somebody asks for them. */
void depfile_tell(const struct command *command, const struct project *project,
                  const struct inputs *inputs);

#endif
