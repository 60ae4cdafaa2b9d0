/*
 * The configuration of a new project: the template's rolebook.yaml with what the files say of
 * the handbook (title, organisation, edition, date) and the departments of its roles in their
 * order.
 */
#ifndef ROLEBOOK_CORE_CLI_CONFIGURATION_H
#define ROLEBOOK_CORE_CLI_CONFIGURATION_H
#include "core/cli/command.h"

/* In the language of the command. */
struct text configuration_of(struct command *command, const struct handbook *handbook);

#endif
