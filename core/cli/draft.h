/*
 * The methods of drafting: each takes the paths behind its name, and ends as the command does.
 */
#ifndef ROLEBOOK_CORE_CLI_DRAFT_H
#define ROLEBOOK_CORE_CLI_DRAFT_H
#include "core/cli/command.h"

enum exit_status draft_command_top_down(struct command *command, const struct inputs *paths);
enum exit_status draft_command_bottom_up(struct command *command, const struct inputs *paths);

/* The format that drafts are to have, a file a role; NULL after a diagnostic: none has that name. */
const struct converter *draft_format(struct command *command);

#endif
