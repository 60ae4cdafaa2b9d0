/* rolebook init: a new handbook project that builds at once. */
#include "core/base/embedded.h"
#include "core/base/json.h"
#include "core/cli/command.h"
#include "core/cli/configuration.h"
#include "core/cli/conversion_report.h"
#include "core/cli/output.h"
#include "core/cli/role_files.h"
#include "core/model/draft_mark.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct message no_folder = {
    {"請指明新專案的資料夾：rolebook init 我的手冊", "请指明新项目的文件夹：rolebook init 我的手册",
     "name the folder of the new project: rolebook init my-handbook"}};
static const struct message not_empty = {
    {"「{0}」裡已有檔案：請用空的或新的資料夾", "「{0}」里已有文件：请用空的或新的文件夹",
     "\"{0}\" holds files already: use an empty or a new folder"}};

static bool is_empty_folder(const char *path)
{
    DIR *listing = opendir(path);
    size_t count = 0;
    if (listing == NULL)
        return true; /* not there yet */
    for (const struct dirent *entry; (entry = readdir(listing)) != NULL;)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(listing);
    return count == 0;
}

static const char *folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    struct text all = text_from_string(path);
    return text_to_string(arena, text_slice(all, 0, slash == NULL ? 0 : (size_t)(slash - path)));
}

/* ---- a new project ---- */

/* The files of templates/project/LANG. */
static void write_project(struct command *command, const char *folder)
{
    char prefix[64];
    int size =
        snprintf(prefix, sizeof prefix, "project/%s/", language_tag(command->options->language));
    for (size_t i = 0; embedded_name(i) != NULL; i++) {
        const char *name = embedded_name(i);
        if (strncmp(name, prefix, (size_t)size) != 0)
            continue;
        const char *path = path_join(command->arena, folder, name + size);
        command_take(command, output_make_folder(folder_of(command->arena, path), command->diags));
        command_take(command, output_write(path, embedded_file(name), command->diags));
    }
}

/* ---- a project of files that are there ---- */

/* The page for whoever looks after the files, and its sums for whoever runs the command. */
static void write_report(struct command *command, const struct conversion *conversion,
                         const char *folder)
{
    struct text_buffer html = text_buffer_new(command->arena), text = html;
    conversion_report_write(conversion, CONVERSION_HTML, &html);
    command_take(command, output_write(path_join(command->arena, folder, "conversion-report.html"),
                                       buffer_text(&html), command->diags));
    if (command->options->is_quiet)
        return;
    conversion_report_write(conversion, CONVERSION_TEXT, &text);
    command_take(command, output_write("-", buffer_text(&text), command->diags));
}

/* What the report does not say already: it has what was found in each file. */
static void forget_findings(struct command *command, const struct inputs *inputs)
{
    struct diagnostics *left = diagnostics_new(command->arena);
    json_t *paths = json_object();
    for (size_t i = 0; i < inputs->count; i++)
        json_object_set_new(paths, inputs->paths[i], json_null());
    for (size_t i = 0; i < command->diags->count; i++) {
        const struct source *source = command->diags->items[i]->at.source;
        if (source == NULL || json_object_get(paths, source->path) == NULL)
            diagnostics_keep(left, command->diags->items[i]);
    }
    json_decref(paths);
    command->diags = left;
}

static void convert_legacy(struct command *command, const char *folder)
{
    struct inputs inputs = {.arena = command->arena};
    struct read_files files;
    const struct converter *markdown = converter_by_name(TEXT("markdown"));
    const char *yaml = path_join(command->arena, folder, "rolebook.yaml");
    const struct options *options = command->options;
    for (size_t i = 0; i < options->legacy.count; i++)
        command_take(command, inputs_add(&inputs, options->legacy.items[i], command->diags));
    for (size_t i = 1; i < options->path_count; i++)
        command_take(command, inputs_add(&inputs, options->paths[i], command->diags));
    inputs_drop_repeated(&inputs);
    command_take(command, output_folder_spare(command->arena, folder, &inputs, command->diags));
    command_read(command, &inputs, &files);
    draft_marks_show(files.handbook);
    struct conversion conversion = {
        .ledger = {&files, command->vocabulary, command->options->language},
        .written = role_files_write(
            command, markdown, files.handbook, &inputs,
            (struct role_files_place){.folder = folder, .roles = "roles/", .parts = ""})};
    if (access(yaml, F_OK) != 0) /* what somebody wrote about the book stays */
        command_take(command,
                     output_write(yaml, configuration_of(command, files.handbook), command->diags));
    write_report(command, &conversion, folder);
    if (!command->options->is_quiet)
        forget_findings(command, &inputs);
    command_report(command, command_worth_saying(command), STDERR_FILENO);
    command->diags = diagnostics_new(command->arena);
    read_close(&files);
}

enum exit_status command_init(struct command *command)
{
    static const char *const done[LANG_COUNT] = {"已建立 %s。下一步：rolebook build %s\n",
                                                 "已建立 %s。下一步：rolebook build %s\n",
                                                 "%s is made. Next: rolebook build %s\n"};
    const struct options *options = command->options;
    /* init DIR --from A B C: what follows the folder is more of the pile */
    bool is_clear =
        options->path_count == 1 || (options->path_count > 1 && options->legacy.count > 0);
    const char *folder = is_clear ? options->paths[0] : NULL;
    if (folder == NULL)
        command_complain(command, &no_folder, TEXT(""), TEXT(""));
    else if (!is_empty_folder(folder) &&
             (options->legacy.count == 0 || !output_folder_is_known(command->arena, folder)))
        command_complain(command, &not_empty, text_from_string(folder), TEXT(""));
    else if (command_load_vocabulary(command, NULL)) {
        command_take(command, output_make_folder(folder, command->diags));
        if (options->legacy.count > 0)
            convert_legacy(command, folder);
        else
            write_project(command, folder);
        if (!command->has_trouble && !options->is_quiet)
            printf(done[options->language], folder, folder);
    }
    command_report(command, command->diags, STDERR_FILENO);
    return command->has_trouble ? EXIT_TROUBLE : EXIT_DONE;
}
