/* rolebook draft top-down: a role file for each position, and what led there. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "core/base/text_buffer.h"
#include "core/cli/configuration.h"
#include "core/cli/draft.h"
#include "core/cli/findings.h"
#include "core/cli/output.h"
#include "core/cli/role_files.h"
#include "core/draft/top_down.h"
#include "core/model/draft_mark.h"
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct message no_inputs = {
    {"請指明目標、流程、情境或組織的檔案：rolebook draft top-down strategy.md processes.md -o 手冊",
     "请指明目标、流程、情境或组织的文件：rolebook draft top-down strategy.md processes.md -o 手册",
     "name files with goals, processes, scenarios or the organisation: rolebook draft top-down "
     "strategy.md processes.md -o handbook"}};
static const struct message no_output = {{"請以 -o 指明草稿寫到哪個資料夾",
                                          "请以 -o 指明草稿写到哪个文件夹",
                                          "say with -o into which folder the drafts go"}};
static const struct message no_positions = {
    {"輸入裡沒有任何流程、情境或組織提到崗位：沒有可草擬的內容",
     "输入里没有任何流程、情境或组织提到岗位：没有可草拟的内容",
     "no process, scenario or organisation in the input names a position: there is nothing to "
     "draft"}};

/* ---- what is checked ---- */

static struct role *copy_role(struct handbook *to, const struct role *role)
{
    struct role *copy = role_append(to, role->source, role->at);
    *copy = *role;
    copy->next = NULL;
    return copy;
}

static bool is_merged(const struct handbook *merged, const struct role *role)
{
    for (const struct role *m = merged->roles; m != NULL; m = m->next)
        if (m->source == role->source && m->at.begin == role->at.begin &&
            text_equal(role_title(m), role_title(role)))
            return true;
    return false;
}

/* The handbook that there would be: inputs and drafts. */
static struct handbook *whole_of(struct command *command, const struct handbook *inputs,
                                 const struct top_down *made)
{
    struct handbook *whole = handbook_new(command->arena);
    *whole = *inputs;
    whole->roles = whole->last_role = NULL;
    whole->role_count = 0;
    for (const struct role *role = inputs->roles; role != NULL; role = role->next)
        if (!is_merged(made->merged, role))
            copy_role(whole, role);
    for (const struct role *role = made->merged->roles; role != NULL; role = role->next)
        copy_role(whole, role);
    for (const struct role *role = made->drafts->roles; role != NULL; role = role->next)
        copy_role(whole, role);
    struct records *baseline = handbook_own(whole, ELEMENT_HANDBOOK_BASELINE);
    const struct records *lifted = handbook_records(made->drafts, ELEMENT_HANDBOOK_BASELINE);
    baseline->capacity = baseline->count; /* growing copies what the inputs hold */
    for (size_t i = 0; i < lifted->count; i++) {
        *arena_push(whole->arena, baseline->rows, baseline->count, baseline->capacity) =
            lifted->rows[i];
        baseline->state = STATE_FILLED;
    }
    return whole;
}

static struct diagnostics *check_drafts(struct command *command, const struct project *project,
                                        struct read_files *files, const struct top_down *made)
{
    struct check_config *config = command_configure(command, project);
    if (config == NULL)
        return command->diags;
    struct handbook *inputs = files->handbook;
    config->is_whole = true;
    files->handbook = whole_of(command, inputs, made);
    struct diagnostics *findings = findings_of(command, project, config, files);
    files->handbook = inputs;
    return findings;
}

/* Gaps of drafts and their baseline are for a person to fill; the rest is wrong in the input. */
static bool is_gap(const struct diagnostic *d)
{
    return d->code != NULL && (d->code[0] == 'C' || d->code[0] == 'B');
}

static enum exit_status end(const struct command *command, const struct diagnostics *findings)
{
    struct diagnostics *wrong = diagnostics_new(command->arena);
    for (size_t i = 0; i < findings->count; i++)
        if (!is_gap(findings->items[i]))
            diagnostics_keep(wrong, findings->items[i]);
    return command_end(command, wrong);
}

/* ---- what is written ---- */

static bool is_in_folder(struct arena *arena, const char *path, const char *folder)
{
    char real[PATH_MAX], above[PATH_MAX];
    const char *slash = strrchr(path, '/');
    struct text all = text_from_string(path);
    const char *parent =
        slash == NULL ? "." : text_to_string(arena, text_slice(all, 0, (size_t)(slash - path + 1)));
    return realpath(folder, real) != NULL && realpath(parent, above) != NULL &&
           strcmp(real, above) == 0;
}

/* Goals, processes and whatever else is no role stand beside the drafts as they are. */
static struct inputs copies_of(struct command *command, const struct read_files *files,
                               const char *folder)
{
    struct inputs copies = {.arena = command->arena};
    for (size_t i = 0; i < files->count; i++)
        if (files->files[i].role_count == 0 && files->files[i].handbook != NULL &&
            strcmp(files->files[i].path, "-") != 0 &&
            !is_in_folder(command->arena, files->files[i].path, folder))
            *arena_push(command->arena, copies.paths, copies.count, copies.capacity) =
                files->files[i].path;
    return copies;
}

static void write_report(struct command *command, const char *name, struct text words)
{
    const char *folder = path_join(command->arena, command->options->output, INPUTS_DRAFT_FOLDER);
    if (text_is_empty(words))
        return;
    command_take(command, output_make_folder(folder, command->diags));
    command_take(command,
                 output_write(path_join(command->arena, folder, name), words, command->diags));
}

static void write_drafts(struct command *command, const struct converter *to,
                         const struct read_files *files, const struct inputs *inputs,
                         const struct top_down *made)
{
    const char *folder = command->options->output;
    const char *yaml = path_join(command->arena, folder, "rolebook.yaml");
    struct command in_their_language = *command;
    struct options options = *command->options;
    struct inputs copies = copies_of(command, files, folder);
    draft_marks_show(made->drafts);
    draft_marks_show(made->merged);
    role_files_write(command, to, made->drafts, inputs,
                     (struct role_files_place){
                         .folder = folder, .roles = "roles/", .parts = "", .copies = &copies});
    if (made->merged->role_count > 0)
        role_files_write(
            command, to, made->merged, inputs,
            (struct role_files_place){
                .folder = path_join(command->arena, folder, INPUTS_DRAFT_FOLDER "/merged"),
                .roles = "",
                .parts = ""});
    write_report(command, "trace.md", made->trace);
    write_report(command, "differences.md", made->differences);
    options.language = language_from_tag(made->drafts->language);
    in_their_language.options = &options;
    if (access(yaml, F_OK) != 0) /* what somebody wrote about the book stays */
        command_take(command, output_write(yaml, configuration_of(&in_their_language, made->drafts),
                                           command->diags));
}

static void say_done(const struct command *command, const struct top_down *made)
{
    static const char *const done[LANG_COUNT] = {
        "草擬了 %zu 個崗位，寫在 %s/roles。下一步：核對標有「草稿」的句子，再 rolebook build %s\n",
        "草拟了 %zu 个岗位，写在 %s/roles。下一步：核对标有「草稿」的句子，再 rolebook build %s\n",
        "Roles drafted: %zu, in %s/roles. Next: read the sentences marked as draft, then rolebook "
        "build %s\n"};
    static const char *const compared[LANG_COUNT] = {
        "與現有崗位的差異寫在 %s/" INPUTS_DRAFT_FOLDER "/differences.md\n",
        "与现有岗位的差异写在 %s/" INPUTS_DRAFT_FOLDER "/differences.md\n",
        "How drafts differ from the roles that are there: %s/" INPUTS_DRAFT_FOLDER
        "/differences.md\n"};
    const struct options *options = command->options;
    if (command->has_trouble || options->is_quiet)
        return;
    if (made->drafts->role_count > 0)
        printf(done[options->language], made->drafts->role_count, options->output, options->output);
    if (!text_is_empty(made->differences))
        printf(compared[options->language], options->output);
}

/* ---- the command ---- */

static enum exit_status draft(struct command *command, const struct converter *to,
                              const struct project *project, const struct inputs *inputs)
{
    struct read_files files;
    command_read(command, inputs, &files);
    if (project != NULL)
        project_give(project, files.handbook);
    const struct top_down made =
        draft_top_down(command->arena, files.handbook, command->vocabulary,
                       command->options->merges ? MERGE_ROLES : KEEP_ROLES);
    struct diagnostics *findings = check_drafts(command, project, &files, &made);
    command->diags = findings;
    if (made.drafts->role_count == 0 && text_is_empty(made.differences))
        command_complain(command, &no_positions, TEXT(""), TEXT(""));
    else
        write_drafts(command, to, &files, inputs, &made);
    diagnostics_sort(findings);
    command_report(command, command_worth_saying(command), STDERR_FILENO);
    say_done(command, &made);
    enum exit_status status = end(command, findings);
    read_close(&files);
    return status;
}

enum exit_status draft_command_top_down(struct command *command, const struct inputs *paths)
{
    struct inputs inputs = {.arena = command->arena};
    const struct converter *to = draft_format(command);
    if (paths->count == 0)
        command_complain(command, &no_inputs, TEXT(""), TEXT(""));
    if (command->options->output == NULL || strcmp(command->options->output, "-") == 0)
        command_complain(command, &no_output, TEXT(""), TEXT(""));
    const struct project *project = command_find_project(command, paths->paths, paths->count);
    if (command->has_trouble || !command_load_vocabulary(command, project)) {
        command_report(command, command->diags, STDERR_FILENO);
        return EXIT_TROUBLE;
    }
    for (size_t i = 0; i < paths->count; i++)
        command_add_inputs(command, project, paths->paths[i], &inputs);
    return draft(command, to, project, &inputs);
}
