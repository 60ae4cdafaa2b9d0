/* rolebook check: read files and folders, report findings. */
#include "core/base/text_buffer.h"
#include "core/check/report.h"
#include "core/cli/fix.h"
#include "core/cli/ledger.h"
#include "core/cli/output.h"
#include "core/cli/unknown_labels.h"
#include <stdio.h>
#include <unistd.h>

/* The first folder among the paths; NULL: there are files only. */
static const char *first_folder(const struct inputs *paths)
{
    for (size_t i = 0; i < paths->count; i++)
        if (is_folder(paths->paths[i]))
            return paths->paths[i];
    return NULL;
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
        command_take(command, output_write(options->output, buffer_text(&out), command->diags));
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
        if (findings->items[i]->code == NULL)
            diagnostics_keep(said, findings->items[i]);
    findings_write_baseline(command, findings);
    command_report(command, said, STDERR_FILENO);
    return command->has_trouble ? EXIT_TROUBLE : EXIT_DONE;
}

/* How many fixes were made, on standard error. */
static void say_fixed(const struct command *command, const struct fix_result *result)
{
    static const struct message fixed = {{"修正了 {0} 處，改動 {1} 個檔案",
                                          "修正了 {0} 处，改动 {1} 个文件",
                                          "fixes made: {0}, files changed: {1}"}};
    struct text_buffer edits = text_buffer_new(command->arena), files = edits;
    buffer_append_int(&edits, (int64_t)result->edits);
    buffer_append_int(&files, (int64_t)result->changed_files);
    const struct text args[MESSAGE_ARGS] = {buffer_text(&edits), buffer_text(&files)};
    struct text words = message_format(command->arena, &fixed, args, command->options->language);
    if (result->changed_files > 0 && !command->options->is_quiet)
        fprintf(stderr, "%.*s\n", TEXT_ARGS(words));
}

/* Mends, then reports what is left; with --diff only shows what would be mended. */
static enum exit_status check_and_fix(struct command *command, const struct fix_request *request)
{
    struct fix_result result = fix_all(request);
    if (command->options->shows_diff) {
        command_report(command, command->diags, STDERR_FILENO);
        return command->has_trouble ? EXIT_TROUBLE
                                    : (result.changed_files > 0 ? EXIT_FINDINGS : EXIT_DONE);
    }
    if (!write_instead(command, request->files))
        command_report_findings(command, result.findings, request->files->handbook,
                                request->config->profile);
    say_fixed(command, &result);
    return end(command, result.findings, request->files);
}

static enum exit_status check_only(struct command *command, const struct project *project,
                                   struct check_config *config, const struct inputs *inputs,
                                   struct read_files *files)
{
    command_read(command, inputs, files);
    struct diagnostics *findings = findings_of(command, project, config, files);
    if (command->options->write_baseline != NULL)
        return write_baseline(command, findings);
    if (!write_instead(command, files))
        command_report_findings(command, findings, files->handbook, config->profile);
    return end(command, findings, files);
}

/* Counts and unknown labels have two forms, one for people and one for programs. */
static bool has_fitting_format(struct command *command)
{
    static const struct message no_such_form = {
        {"--statistics 與 --unknown-labels 只有 text 與 json 兩種格式，沒有 {0}",
         "--statistics 与 --unknown-labels 只有 text 与 json 两种格式，没有 {0}",
         "--statistics and --unknown-labels come as text or json, not as {0}"}};
    const struct options *options = command->options;
    struct text format = text_from_string(options->format->name);
    bool fits = !(options->counts || options->lists_unknown) || text_is(format, "text") ||
                text_is(format, "json");
    if (!fits)
        command_complain(command, &no_such_form, format, TEXT(""));
    return fits;
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
    const struct project *project = command_find_project(command, paths.paths, count);
    struct check_config *config = command_configure(command, project);
    if (!has_fitting_format(command) || config == NULL ||
        !command_load_vocabulary(command, project)) {
        command_report(command, command->diags, STDERR_FILENO);
        return EXIT_TROUBLE;
    }
    for (size_t i = 0; i < count; i++)
        command_add_inputs(command, project, paths.paths[i], &inputs);
    inputs_drop_repeated(&inputs);
    config->is_whole = folder != NULL;
    config->is_pile = project != NULL && project->file == NULL;
    const struct options *options = command->options;
    const struct fix_request request = {command, project, folder, config, &inputs, &files};
    bool fixes = options->fixing != FIX_NOTHING || options->shows_diff;
    enum exit_status status = fixes ? check_and_fix(command, &request)
                                    : check_only(command, project, config, &inputs, &files);
    read_close(&files);
    return status;
}
