/* rolebook check: read files and folders, report findings. */
#include "core/cli/command.h"
#include <string.h>
#include <unistd.h>

/* The project the paths belong to: a folder among them that has a rolebook.yaml, or --config. */
static const struct project *find_project(struct command *command, const struct inputs *paths)
{
    const struct options *options = command->options;
    struct project *project = arena_new(command->arena, struct project);
    const char *folder = NULL;
    for (size_t i = 0; i < paths->count && folder == NULL; i++)
        if (is_folder(paths->paths[i]))
            folder = paths->paths[i];
    if (folder == NULL && options->config == NULL)
        return NULL;
    if (project_read(project, command->arena, folder == NULL ? "." : folder, options->config,
                     command->diags) != STATUS_OK)
        command->has_trouble = true;
    return project;
}

static bool has_folder(const struct inputs *paths)
{
    for (size_t i = 0; i < paths->count; i++)
        if (is_folder(paths->paths[i]))
            return true;
    return false;
}

enum exit_status command_check(struct command *command)
{
    struct inputs paths = {.arena = command->arena}, inputs = {.arena = command->arena};
    struct read_files files;
    static char here[] = ".";
    static char *const only_here[] = {here};
    size_t count = command->options->path_count == 0 ? 1 : command->options->path_count;
    paths.paths =
        (const char **)(command->options->path_count == 0 ? only_here : command->options->paths);
    paths.count = count;
    const struct project *project = find_project(command, &paths);
    struct check_config *config = command_configure(command, project);
    if (config == NULL || !command_load_vocabulary(command, project)) {
        command_report(command, command->diags, STDERR_FILENO);
        return EXIT_TROUBLE;
    }
    for (size_t i = 0; i < count; i++)
        if (inputs_add(&inputs, paths.paths[i], command->diags) != STATUS_OK)
            command->has_trouble = true;
    command_read(command, &inputs, &files);
    config->is_whole = has_folder(&paths);
    check_handbook(files.handbook, command->vocabulary, config, command->diags);
    struct diagnostics *findings = check_configure(command->arena, config, command->diags);
    diagnostics_sort(findings);
    command_report(command, findings, STDOUT_FILENO);
    enum exit_status status = command_end(command, findings);
    read_close(&files);
    return status;
}
