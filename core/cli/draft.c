/* rolebook draft: roles from goals and processes, or from what people do. */
#include "core/cli/draft.h"
#include "core/base/text_buffer.h"
#include <string.h>
#include <unistd.h>

static const struct message no_method = {
    {"請指明方法：rolebook draft top-down|bottom-up 路徑… -o 資料夾",
     "请指明方法：rolebook draft top-down|bottom-up 路径… -o 文件夹",
     "name the method: rolebook draft top-down|bottom-up PATH… -o DIR"}};
static const struct message unknown_method = {{"沒有「{0}」這種草擬方法：可用的是 {1}",
                                               "没有「{0}」这种草拟方法：可用的是 {1}",
                                               "there is no way to draft \"{0}\": it can be {1}"}};

static const struct message no_format = {{"草稿不能寫成「{0}」：可用的是 markdown、docx、xml、json",
                                          "草稿不能写成「{0}」：可用的是 markdown、docx、xml、json",
                                          "drafts cannot be written as \"{0}\": it can be "
                                          "markdown, docx, xml, json"}};

struct method {
    const char *name;
    enum exit_status (*run)(struct command *command, const struct inputs *paths);
};

static const struct method methods[] = {{"top-down", draft_command_top_down},
                                        {"bottom-up", draft_command_bottom_up}};
#define METHOD_COUNT (sizeof methods / sizeof *methods)

static struct text method_names(struct command *command)
{
    struct text_buffer names = text_buffer_new(command->arena);
    for (size_t i = 0; i < METHOD_COUNT; i++) {
        if (i > 0)
            buffer_append_string(&names, ", ");
        buffer_append_string(&names, methods[i].name);
    }
    return buffer_text(&names);
}

static const struct method *find_method(struct command *command)
{
    const struct options *options = command->options;
    if (options->path_count == 0) {
        command_complain(command, &no_method, TEXT(""), TEXT(""));
        return NULL;
    }
    for (size_t i = 0; i < METHOD_COUNT; i++)
        if (strcmp(options->paths[0], methods[i].name) == 0)
            return &methods[i];
    command_complain(command, &unknown_method, text_from_string(options->paths[0]),
                     method_names(command));
    return NULL;
}

const struct converter *draft_format(struct command *command)
{
    const char *name = command->options->to == NULL ? "markdown" : command->options->to;
    const struct converter *to = converter_by_name(text_from_string(name));
    if (to != NULL && to->write_role == NULL &&
        (to->write_model != NULL || to->write_document != NULL) &&
        to->write_document_file == NULL && !to->writes_books)
        return to;
    command_complain(command, &no_format, text_from_string(name), TEXT(""));
    return NULL;
}

enum exit_status command_draft(struct command *command)
{
    const struct method *method = find_method(command);
    struct inputs paths = {.arena = command->arena};
    if (method == NULL) {
        command_report(command, command->diags, STDERR_FILENO);
        return EXIT_TROUBLE;
    }
    paths.paths = (const char **)(command->options->paths + 1);
    paths.count = command->options->path_count - 1;
    return method->run(command, &paths);
}
