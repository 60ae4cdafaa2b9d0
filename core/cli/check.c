/* rolebook check: read files and folders, report findings. */
#include "core/check/report.h"
#include "core/cli/findings.h"
#include "core/cli/ledger.h"
#include "core/cli/output.h"
#include "core/cli/unknown_labels.h"
#include <unistd.h>

/* The first folder among the paths; NULL: there are files only. */
static const char *first_folder(const struct inputs *paths)
{
    for (size_t i = 0; i < paths->count; i++)
        if (is_folder(paths->paths[i]))
            return paths->paths[i];
    return NULL;
}

/* The project the paths belong to: a folder among them that has a rolebook.yaml, or --config. */
static const struct project *find_project(struct command *command, const char *folder)
{
    const struct options *options = command->options;
    struct project *project = arena_new(command->arena, struct project);
    if (folder == NULL && options->config == NULL)
        return NULL;
    command_take(command, project_read(project, command->arena, folder == NULL ? "." : folder,
                                       options->config, command->diags));
    return project;
}

/* What was asked for in place of the findings; false: the findings. */
static bool write_instead(struct command *command, const struct read_files *files)
{
    const struct options *options = command->options;
    struct text_buffer out = text_buffer_new(command->arena);
    struct ledger ledger = {files, command->vocabulary, options->language};
    if (options->lists_unknown)
        unknown_labels_write(command->diags, command->vocabulary,
                             options->format->is_for_people ? LABELS_YAML : LABELS_JSON,
                             options->language, &out);
    if (options->ledger != LEDGER_NONE)
        ledger_write(&ledger, options->ledger, &out);
    if (out.size > 0)
        command_take(command, output_write("-", buffer_text(&out), command->diags));
    return options->lists_unknown || options->ledger != LEDGER_NONE;
}

static enum exit_status end(const struct command *command, const struct diagnostics *findings,
                            const struct read_files *files)
{
    enum exit_status status = command_end(command, findings);
    bool fails = command->options->is_strict && ledger_has_unread(files);
    return status == EXIT_DONE && fails ? EXIT_FINDINGS : status;
}

/* What has no code cannot stand in it, and is said. */
static enum exit_status write_baseline(struct command *command, const struct diagnostics *findings)
{
    struct diagnostics *said = diagnostics_new(command->arena);
    command->diags = said;
    for (size_t i = 0; i < findings->count; i++)
        if (findings->items[i].code == NULL)
            diagnostics_add(said, findings->items[i]);
    findings_write_baseline(command, findings);
    command_report(command, said, STDERR_FILENO);
    return command->has_trouble ? EXIT_TROUBLE : EXIT_DONE;
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
    const char *folder = first_folder(&paths);
    const struct project *project = find_project(command, folder);
    struct check_config *config = command_configure(command, project);
    if (config == NULL || !command_load_vocabulary(command, project)) {
        command_report(command, command->diags, STDERR_FILENO);
        return EXIT_TROUBLE;
    }
    for (size_t i = 0; i < count; i++)
        command_take(command, inputs_add(&inputs, paths.paths[i], command->diags));
    command_read(command, &inputs, &files);
    config->is_whole = folder != NULL;
    struct diagnostics *findings = findings_of(command, project, config, &files);
    enum exit_status status = EXIT_DONE;
    if (command->options->write_baseline != NULL)
        status = write_baseline(command, findings);
    else {
        if (!write_instead(command, &files))
            command_report_findings(command, findings, files.handbook, config->profile);
        status = end(command, findings, &files);
    }
    read_close(&files);
    return status;
}
