/* rolebook build: a handbook project to PDF. */
#include "core/cli/book_file.h"
#include "core/cli/depfile.h"
#include "core/cli/findings.h"
#include "core/cli/model_file.h"
#include "core/cli/watch.h"
#include "core/model/draft_mark.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct message no_folder = {
    {"「{0}」不是資料夾：build 要的是手冊專案的資料夾（rolebook init 可以建立一個）",
     "「{0}」不是文件夹：build 要的是手册项目的文件夹（rolebook init 可以建立一个）",
     "\"{0}\" is no folder: build wants the folder of a handbook project (rolebook init makes one)"}};
static const struct message one_folder = {{"build 一次只做一個專案：請只寫一個資料夾",
                                           "build 一次只做一个项目：请只写一个文件夹",
                                           "build makes one project at a time: name one folder"}};
static const struct message no_roles = {
    {"專案裡沒有任何崗位：請把崗位檔放進 roles 資料夾",
     "项目里没有任何岗位：请把岗位文件放进 roles 文件夹",
     "the project has no role: put role files into its folder roles"}};
static const struct message unknown_format = {
    {"build 不能輸出「{0}」：可用的是 pdf、html、markdown、pandoc、xml、json、jsonl",
     "build 不能输出「{0}」：可用的是 pdf、html、markdown、pandoc、xml、json、jsonl",
     "build cannot write \"{0}\": it can write pdf, html, markdown, pandoc, xml, json, jsonl"}};

static const struct message findings_left = {
    {"檢查另有 {0} 項發現（{1} 個錯誤）：rolebook check {2} 逐項列出",
     "检查另有 {0} 项发现（{1} 个错误）：rolebook check {2} 逐项列出",
     "the checks find {0} more things ({1} errors): rolebook check {2} lists them"}};
static const struct message watches_a_file = {
    {"--watch 重寫檔案：請用 -o 指明檔案，不是標準輸出",
     "--watch 重写文件：请用 -o 指明文件，不是标准输出",
     "--watch writes a file again and again: name one by -o, not standard output"}};
static const struct message written = {{"已寫出 {0}", "已写出 {0}", "wrote {0}"}};

/* NULL after a complaint. */
static const struct converter *target_of(struct command *command)
{
    const char *format = command->options->to == NULL ? "pdf" : command->options->to;
    const struct converter *to = converter_by_name(text_from_string(format));
    if (to != NULL &&
        (to->write_model != NULL || to->writes_books || to->write_document_folder != NULL))
        return to;
    command_complain(command, &unknown_format, text_from_string(format), TEXT(""));
    return NULL;
}

static void write_book(struct command *command, const struct project *project,
                       const struct converter *to, const struct handbook *handbook,
                       const char *path)
{
    const struct options *options = command->options;
    struct template_wishes wishes = project->wishes;
    wishes.findings = command->diags;
    if (to->write_model != NULL)
        model_file_write(command, to, handbook, path);
    else
        book_file_write(command, to, handbook,
                        options->template == NULL ? project->template : options->template, &wishes,
                        path);
}

/* handbook.pdf, handbook.html, or a folder handbook-html beside the project's files. */
static const char *output_path(struct command *command, const struct converter *to,
                               const char *folder)
{
    bool is_pages = book_file_is_folder(command, to);
    struct text_buffer name = text_buffer_new(command->arena);
    if (command->options->output != NULL)
        return command->options->output;
    buffer_append_format(&name, "handbook%c%s", is_pages ? '-' : '.',
                         is_pages ? to->name : to->extensions[0]);
    return path_join(command->arena, folder, buffer_string(&name));
}

static void say(const struct command *command, const struct message *message,
                const struct text args[MESSAGE_ARGS])
{
    struct text words = message_format(command->arena, message, args, command->options->language);
    fprintf(stderr, "%.*s\n", TEXT_ARGS(words));
}

/*
 * What kept the book from being as its files are, and how many findings the checks have: they are
 * listed by check, or here by -v.
 */
static void report_build(struct command *command, const struct diagnostics *findings,
                         const char *folder, const char *path)
{
    const struct options *options = command->options;
    struct diagnostics *said = diagnostics_new(command->arena);
    struct text_buffer rest = text_buffer_new(command->arena), errors = rest;
    for (size_t i = 0; i < findings->count; i++)
        if (options->is_verbose || findings->items[i]->code == NULL)
            diagnostics_keep(said, findings->items[i]);
    command_report(command, said, STDERR_FILENO);
    buffer_append_int(&rest, (int64_t)(findings->count - said->count));
    buffer_append_int(&errors,
                      (int64_t)(findings->by_level[LEVEL_ERROR] - said->by_level[LEVEL_ERROR]));
    if (findings->count > said->count && !options->is_quiet)
        say(command, &findings_left,
            (const struct text[MESSAGE_ARGS]){buffer_text(&rest), buffer_text(&errors),
                                              text_from_string(folder)});
    if (path != NULL && !command->has_trouble && !options->is_quiet && isatty(STDERR_FILENO))
        say(command, &written, (const struct text[MESSAGE_ARGS]){text_from_string(path)});
}

static enum exit_status build(struct command *command, const struct project *project,
                              struct check_config *config)
{
    struct inputs inputs = {.arena = command->arena};
    struct read_files files;
    const struct converter *to = target_of(command);
    const char *path = NULL;
    if (project_inputs(project, &inputs, command->diags) != STATUS_OK)
        command->has_trouble = true;
    if (command->options->output != NULL) /* what the last run wrote is no source of this one */
        inputs_drop_files(&inputs, &command->options->output, 1);
    command_read(command, &inputs, &files);
    config->is_whole = true;
    struct diagnostics *findings = findings_of(command, project, config, &files);
    command->diags = findings;
    if (files.handbook->role_count == 0)
        command_complain(command, &no_roles, TEXT(""), TEXT(""));
    else if (to != NULL) {
        path = output_path(command, to, project->folder);
        draft_marks_show(files.handbook);
        write_book(command, project, to, files.handbook, path);
        depfile_write(command, project, &inputs, path);
    }
    depfile_tell(command, project, &inputs);
    diagnostics_sort(findings);
    report_build(command, findings, project->folder, path);
    enum exit_status status = command_end(command, findings);
    read_close(&files);
    return status;
}

/* Files that a wrong rolebook.yaml or vocabulary kept from being read: mended, they count. */
static void tell_of_settings(struct command *command, const struct project *project)
{
    static const struct inputs none = {0};
    if (command->dependencies != NULL)
        depfile_tell(command, project->folder == NULL ? NULL : project, &none);
}

static enum exit_status build_once(struct command *command)
{
    const struct options *options = command->options;
    const char *folder = options->path_count == 0 ? "." : options->paths[0];
    struct project project = {0};
    struct check_config *config = NULL;
    if (options->path_count > 1)
        command_complain(command, &one_folder, TEXT(""), TEXT(""));
    else if (!is_folder(folder))
        command_complain(command, &no_folder, text_from_string(folder), TEXT(""));
    else if (project_read(&project, command->arena, folder, options->config, command->diags) ==
             STATUS_OK)
        config = command_configure(command, &project);
    if (config == NULL || !command_load_vocabulary(command, &project)) {
        tell_of_settings(command, &project);
        command_report(command, command->diags, STDERR_FILENO);
        return EXIT_TROUBLE;
    }
    project.wishes.profile = config->profile;
    return build(command, &project, config);
}

enum exit_status command_build(struct command *command)
{
    const struct options *options = command->options;
    const char *folder = options->path_count == 0 ? "." : options->paths[0];
    bool to_stdout = options->output != NULL && strcmp(options->output, "-") == 0;
    if (!options->watches)
        return build_once(command);
    if (to_stdout)
        command_complain(command, &watches_a_file, TEXT(""), TEXT(""));
    else if (is_folder(folder))
        return watch(command, folder, build_once);
    else
        command_complain(command, &no_folder, text_from_string(folder), TEXT(""));
    command_report(command, command->diags, STDERR_FILENO);
    return EXIT_TROUBLE;
}
