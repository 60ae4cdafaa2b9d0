/* rolebook init: a new handbook project that builds at once. */
#include "core/base/embedded.h"
#include "core/cli/command.h"
#include "core/cli/conversion_report.h"
#include "core/cli/role_files.h"
#include <dirent.h>
#include <stdio.h>
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

/* The files of templates/project/LANG, but for the sample role when roles are brought along. */
static void write_project(struct command *command, const char *folder)
{
    char prefix[64];
    int size =
        snprintf(prefix, sizeof prefix, "project/%s/", language_tag(command->options->language));
    for (size_t i = 0; embedded_name(i) != NULL; i++) {
        const char *name = embedded_name(i);
        if (strncmp(name, prefix, (size_t)size) != 0)
            continue;
        const char *rest = name + size;
        bool is_role = strncmp(rest, "roles/", 6) == 0;
        if (is_role && command->options->legacy.count > 0)
            continue;
        const char *path = path_join(command->arena, folder, rest);
        command_take(command, output_make_folder(folder_of(command->arena, path), command->diags));
        command_take(command, output_write(path, embedded_file(name), command->diags));
    }
}

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

static void convert_legacy(struct command *command, const char *folder)
{
    struct inputs inputs = {.arena = command->arena};
    struct read_files files;
    const struct converter *markdown = converter_by_name(TEXT("markdown"));
    for (size_t i = 0; i < command->options->legacy.count; i++)
        command_take(command,
                     inputs_add(&inputs, command->options->legacy.items[i], command->diags));
    command_read(command, &inputs, &files);
    struct conversion conversion = {
        .ledger = {&files, command->vocabulary, command->options->language},
        .names = role_files_write(command, markdown, files.handbook,
                                  path_join(command->arena, folder, "roles"))};
    write_report(command, &conversion, folder);
    command_report(command, command->diags, STDERR_FILENO);
    command->diags = diagnostics_new(command->arena);
    read_close(&files);
}

enum exit_status command_init(struct command *command)
{
    static const char *const done[LANG_COUNT] = {"已建立 %s。下一步：rolebook build %s\n",
                                                 "已建立 %s。下一步：rolebook build %s\n",
                                                 "%s is made. Next: rolebook build %s\n"};
    const struct options *options = command->options;
    const char *folder = options->path_count == 1 ? options->paths[0] : NULL;
    if (folder == NULL)
        command_complain(command, &no_folder, TEXT(""), TEXT(""));
    else if (!is_empty_folder(folder))
        command_complain(command, &not_empty, text_from_string(folder), TEXT(""));
    else if (command_load_vocabulary(command, NULL)) {
        command_take(command, output_make_folder(folder, command->diags));
        write_project(command, folder);
        if (options->legacy.count > 0)
            convert_legacy(command, folder);
        if (!command->has_trouble && !options->is_quiet)
            printf(done[options->language], folder, folder);
    }
    command_report(command, command->diags, STDERR_FILENO);
    return command->has_trouble ? EXIT_TROUBLE : EXIT_DONE;
}
