/*
 * Findings are what is left of all that was reported once project and authors had their say:
 * levels, suppressions, and the baseline of what was there before.
 */
#ifndef ROLEBOOK_CORE_CLI_FINDINGS_H
#define ROLEBOOK_CORE_CLI_FINDINGS_H
#include "core/cli/command.h"

/*
 * in       project  NULL: there is none
 *          config   its is_whole is set
 * returns  checked and sorted, in the command's arena; what readers reported (command->diags) is
 *          among them
 */
struct diagnostics *findings_of(struct command *command, const struct project *project,
                                struct check_config *config, const struct read_files *files);

/* They become the baseline that --write-baseline names; says how many on standard error. */
void findings_write_baseline(struct command *command, const struct diagnostics *findings);

#endif
