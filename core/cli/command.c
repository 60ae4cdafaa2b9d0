#include "core/cli/command.h"
#include "core/base/text_buffer.h"
#include "core/check/report.h"
#include "core/cli/output.h"
#include "core/model/score.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct message writes_over_input = {
    {"「{0}」既是來源又是輸出：寫出會毀去原檔，請另指輸出",
     "「{0}」既是来源又是输出：写出会毁去原文件，请另指输出",
     "\"{0}\" is read and would be written over, and lost: name another output"}};
static const struct message no_rule = {
    {"沒有規則「{0}」：rolebook explain --all 列出全部",
     "没有规则「{0}」：rolebook explain --all 列出全部",
     "there is no rule \"{0}\": rolebook explain --all lists them"}};
static const struct message no_format = {{"不認得的格式「{0}」：可用的是 {1}",
                                          "不认得的格式「{0}」：可用的是 {1}",
                                          "unknown format \"{0}\": it can be {1}"}};

void command_complain(struct command *command, const struct message *message, struct text arg0,
                      struct text arg1)
{
    report_error(command->diags, message, (struct span){0}, arg0, arg1);
    command->has_trouble = true;
}

/* The path that the command was told to read and is to write to as well; NULL: none. */
static const char *path_written_over(const struct options *options, const char *written)
{
    if (written == NULL || strcmp(written, "-") == 0)
        return NULL;
    for (size_t i = 0; i < options->path_count; i++)
        if (!is_folder(options->paths[i]) && is_same_file(options->paths[i], written))
            return options->paths[i];
    for (size_t i = 0; i < options->legacy.count; i++)
        if (is_same_file(options->legacy.items[i], written))
            return options->legacy.items[i];
    return NULL;
}

bool command_spares_inputs(struct command *command)
{
    const struct options *options = command->options;
    const char *path = path_written_over(options, options->output);
    if (path == NULL)
        path = path_written_over(options, options->depfile);
    for (size_t i = 0; path == NULL && i < options->reports.count; i++)
        path = path_written_over(options, options->reports.items[i]);
    if (path == NULL)
        return true;
    command_complain(command, &writes_over_input, text_from_string(path), TEXT(""));
    command_report(command, command->diags, STDERR_FILENO);
    return false;
}

void command_take(struct command *command, enum status status)
{
    command->has_trouble |= status != STATUS_OK;
}

const struct project *command_find_project(struct command *command, const char *const *paths,
                                           size_t count)
{
    const char *config = command->options->config, *folder = NULL;
    for (size_t i = 0; i < count && folder == NULL; i++)
        if (is_folder(paths[i]))
            folder = paths[i];
    if (folder == NULL && config == NULL)
        return NULL;
    struct project *project = arena_new(command->arena, struct project);
    command_take(command, project_read(project, command->arena, folder == NULL ? "." : folder,
                                       config, command->diags));
    return project;
}

void command_add_inputs(struct command *command, const struct project *project, const char *path,
                        struct inputs *inputs)
{
    bool is_project =
        project != NULL && project->file != NULL && strcmp(project->folder, path) == 0;
    command_take(command, is_project ? project_inputs(project, inputs, command->diags)
                                     : inputs_add(inputs, path, command->diags));
}

bool command_load_vocabulary(struct command *command, const struct project *project)
{
    const struct option_list *asked = &command->options->vocabulary;
    size_t count = asked->count + (project == NULL ? 0 : project->vocabulary_count);
    const char **extra = arena_new_array(command->arena, count + 1, const char *);
    size_t n = 0;
    for (size_t i = 0; project != NULL && i < project->vocabulary_count; i++)
        extra[n++] = project->vocabulary[i];
    for (size_t i = 0; i < asked->count; i++)
        extra[n++] = asked->items[i];
    command->vocabulary = vocabulary_load(command->arena, extra, command->diags);
    command->has_trouble |= command->vocabulary == NULL;
    return command->vocabulary != NULL;
}

void command_read(struct command *command, const struct inputs *inputs, struct read_files *files)
{
    const struct options *options = command->options;
    const struct converter *from = NULL;
    if (options->from != NULL) {
        from = converter_by_name(text_from_string(options->from));
        if (from == NULL || (from->read_document == NULL && from->read_model == NULL))
            command_complain(command, &no_format, text_from_string(options->from),
                             TEXT("markdown, docx, doc, xml, json, jsonl"));
    }
    for (size_t i = 0; options->is_verbose && i < inputs->count; i++)
        fprintf(stderr, "%s\n", inputs->paths[i]);
    struct read_request request = {
        .inputs = inputs,
        .vocabulary = command->vocabulary,
        .from = from,
        .revisions = options->revisions,
        .keeps_comments = options->keeps_comments,
        .threads = options->threads,
        .keeps_accounts = options->explains_reading || options->ledger != LEDGER_NONE ||
                          options->reports.count > 0 || options->is_strict ||
                          options->command == COMMAND_INIT,
        .shows_progress = !options->is_quiet,
        .language = options->language};
    read_files(files, command->arena, &request, command->diags);
    command_take(command, files->status);
}

/* ---- levels ---- */

/* "C3,W401" into its parts. */
static size_t split(struct arena *arena, const struct option_list *list, struct text **parts)
{
    size_t count = 0, capacity = 0;
    *parts = NULL;
    for (size_t i = 0; i < list->count; i++) {
        struct text all = text_from_string(list->items[i]);
        for (size_t begin = 0, end; begin <= all.size; begin = end + 1) {
            end = text_find(all, TEXT(","), begin);
            end = end == TEXT_NOT_FOUND ? all.size : end;
            struct text part = text_trim(text_slice(all, begin, end));
            if (!text_is_empty(part))
                *arena_push(arena, *parts, count, capacity) = part;
        }
    }
    return count;
}

/* The profile of the options goes before that of the project. */
static void set_profile(struct command *command, const struct project *project,
                        struct check_config *config)
{
    const char *name = command->options->profile;
    if (name == NULL && project != NULL)
        name = project->profile;
    if (name == NULL) {
        if (!text_is_empty(config->locale) && !profile_is_at_home(config->locale))
            config->profile = profile_elsewhere(command->arena);
        return;
    }
    config->profile = profile_load(command->arena, name, command->diags);
    command->has_trouble |= config->profile == NULL;
}

struct check_config *command_configure(struct command *command, const struct project *project)
{
    const struct options *options = command->options;
    struct check_config *config = check_config_new(command->arena);
    struct rule_choice choice;
    struct text unknown;
    if (project != NULL && project_configure(project, config, command->diags) != STATUS_OK)
        command->has_trouble = true;
    set_profile(command, project, config);
    choice.select_count = split(command->arena, &options->select, &choice.select);
    choice.extend_count = split(command->arena, &options->extend_select, &choice.extend);
    choice.ignore_count = split(command->arena, &options->ignore, &choice.ignore);
    if (!check_config_choose(config, &choice, &unknown))
        command_complain(command, &no_rule, unknown, TEXT(""));
    return command->has_trouble ? NULL : config;
}

/* ---- reports ---- */

static bool uses_colour(const struct options *options, bool is_terminal)
{
    const char *no_colour = getenv("NO_COLOR");
    if (options->colour != COLOUR_AUTO)
        return options->colour == COLOUR_ALWAYS;
    return is_terminal && (no_colour == NULL || *no_colour == '\0');
}

/* "1 error, 2 warnings": English alone counts by endings. */
static void append_summary(struct text_buffer *out, const struct diagnostics *findings,
                           enum language language)
{
    static const struct {
        enum level level;
        const char *words[LANG_COUNT];
    } counts[] = {{LEVEL_ERROR, {" 個錯誤", " 个错误", " error"}},
                  {LEVEL_WARNING, {" 個警告", " 个警告", " warning"}},
                  {LEVEL_INFO, {" 個提示", " 个提示", " note"}}};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        size_t count = findings->by_level[counts[i].level];
        if (i > 0)
            buffer_append_string(out, language == LANG_EN ? ", " : "、");
        buffer_append_int(out, (int64_t)count);
        buffer_append_string(out, counts[i].words[language]);
        if (language == LANG_EN && count != 1)
            buffer_append_byte(out, 's');
    }
    buffer_append_byte(out, '\n');
}

/* The findings in the form asked for; text on a terminal has colours and excerpts. */
static void append_report(struct command *command, const struct diagnostics *findings,
                          const struct handbook *handbook, const struct profile *profile,
                          bool is_terminal, struct text_buffer *out)
{
    const struct options *options = command->options;
    const struct report report = {.findings = findings,
                                  .accepted = command->accepted,
                                  .language = options->language,
                                  .fails = options->fail_on,
                                  .is_coloured = uses_colour(options, is_terminal),
                                  .has_excerpts = is_terminal,
                                  .handbook = handbook,
                                  .vocabulary = command->vocabulary,
                                  .scores = scores_of(command->arena, handbook, profile)};
    if (!options->counts)
        options->format->write(&report, out);
    else if (options->format->is_for_people)
        report_statistics_text(&report, out);
    else
        report_statistics_json(&report, out);
}

static void write_summary(struct command *command, const struct diagnostics *findings)
{
    struct text_buffer summary = text_buffer_new(command->arena);
    append_summary(&summary, findings, command->options->language);
    fwrite(summary.data, 1, summary.size, stderr);
}

void command_report(struct command *command, const struct diagnostics *findings, int stream)
{
    struct text_buffer out = text_buffer_new(command->arena);
    const struct report report = {.findings = findings,
                                  .language = command->options->language,
                                  .is_coloured = uses_colour(command->options, isatty(stream)),
                                  .names_roles = command->options->command == COMMAND_DRAFT,
                                  .has_excerpts = isatty(stream)};
    report_text(&report, &out);
    if (out.size > 0)
        fwrite(out.data, 1, out.size, stream == STDOUT_FILENO ? stdout : stderr);
    if (findings->count > 0 && !command->options->is_quiet)
        write_summary(command, findings);
}

void command_report_findings(struct command *command, const struct diagnostics *findings,
                             const struct handbook *handbook, const struct profile *profile)
{
    const struct options *options = command->options;
    struct text_buffer out = text_buffer_new(command->arena);
    struct diagnostics *trouble = diagnostics_new(command->arena);
    bool is_terminal = options->output == NULL && isatty(STDOUT_FILENO);
    append_report(command, findings, handbook, profile, is_terminal, &out);
    if (output_write(options->output, buffer_text(&out), trouble) != STATUS_OK) {
        command->has_trouble = true;
        command_report(command, trouble, STDERR_FILENO);
    }
    if (findings->count > 0 && !options->is_quiet && !options->counts &&
        options->format->is_for_people)
        write_summary(command, findings);
}

const struct diagnostics *command_worth_saying(const struct command *command)
{
    const struct options *options = command->options;
    enum level least = options->is_quiet     ? LEVEL_ERROR
                       : options->is_verbose ? LEVEL_INFO
                                             : LEVEL_WARNING;
    struct diagnostics *said = diagnostics_new(command->arena);
    for (size_t i = 0; i < command->diags->count; i++)
        if (command->diags->items[i]->level >= least)
            diagnostics_keep(said, command->diags->items[i]);
    return said;
}

enum exit_status command_end(const struct command *command, const struct diagnostics *findings)
{
    enum level fails = command->options->fail_on;
    if (command->has_trouble)
        return EXIT_TROUBLE;
    for (int level = fails; fails != LEVEL_OFF && level < LEVEL_COUNT; level++)
        if (findings->by_level[level] > 0)
            return EXIT_FINDINGS;
    return EXIT_DONE;
}
