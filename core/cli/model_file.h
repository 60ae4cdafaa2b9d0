/*
 * A model is written into a file of a format that holds models, many roles at a time where the
 * format allows it.
 */
#ifndef ROLEBOOK_CORE_CLI_MODEL_FILE_H
#define ROLEBOOK_CORE_CLI_MODEL_FILE_H
#include "core/cli/command.h"

/*
 * in  to    a format with write_model
 *     path  NULL or "-": standard output
 *
 * The file is written whole or not at all; what goes wrong is reported, and is the command's
 * trouble. The bytes are those of write_model, whatever the number of threads.
 */
void model_file_write(struct command *command, const struct converter *to,
                      const struct handbook *handbook, const char *path);

#endif
