#include "core/cli/findings.h"
#include "core/check/suppressions.h"

struct diagnostics *findings_of(struct command *command, const struct project *project,
                                struct check_config *config, const struct read_files *files)
{
    struct handbook *handbook = files->handbook;
    if (project != NULL)
        project_give(project, handbook);
    if (project != NULL)
        project_set_role_levels(project, config, handbook, command->diags);
    check_config_take_requests(config, handbook, command->diags);
    check_handbook(handbook, command->vocabulary, config, command->diags);
    struct diagnostics *findings = check_configure(command->arena, config, command->diags);
    findings = suppressions_apply(command->arena, config, handbook, findings);
    diagnostics_sort(findings);
    return findings;
}
