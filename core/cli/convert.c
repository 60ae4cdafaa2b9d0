/* rolebook convert: any input to Markdown, XML, JSON or PDF. */
#include "core/cli/command.h"
#include "core/cli/output.h"
#include "core/compose/compose.h"
#include <string.h>
#include <unistd.h>

#define FORMATS "markdown, xml, json, jsonl, pdf"

static const struct message no_target = {{"請用 -t 指明要轉成的格式：" FORMATS,
                                          "请用 -t 指明要转成的格式：" FORMATS,
                                          "say by -t which format to write: " FORMATS}};
static const struct message no_paths = {
    {"請指明要轉換的檔案或資料夾；- 是標準輸入", "请指明要转换的文件或文件夹；- 是标准输入",
     "name the files or folders to convert; - is standard input"}};
static const struct message unknown_format = {{"不認得的格式「{0}」：可用的是 " FORMATS,
                                               "不认得的格式「{0}」：可用的是 " FORMATS,
                                               "unknown format \"{0}\": it can be " FORMATS}};
static const struct message needs_folder = {
    {"輸入有 {0} 個崗位，一個 Markdown 檔只放一個：請用 -o 指明資料夾",
     "输入有 {0} 个岗位，一个 Markdown 文件只放一个：请用 -o 指明文件夹",
     "there are {0} roles, and a Markdown file holds one: name a folder by -o"}};
static const struct message needs_file = {{"PDF 不能寫到終端機：請用 -o 指明檔案",
                                           "PDF 不能写到终端：请用 -o 指明文件",
                                           "a PDF is not for the terminal: name a file by -o"}};
static const struct message not_in_files = {
    {"手冊的{0}不屬於任何崗位，不在 Markdown 崗位檔內：要保留請轉成 xml 或 json",
     "手册的{0}不属于任何岗位，不在 Markdown 岗位文件内：要保留请转成 xml 或 json",
     "{0} belongs to the handbook and is in no role's file: convert to xml or json to keep it"}};

/* By -t, else by the end of the output's name. */
static const struct converter *target_of(struct command *command)
{
    const struct options *options = command->options;
    const struct converter *to = NULL;
    if (options->to != NULL)
        to = converter_by_name(text_from_string(options->to));
    for (size_t i = 0; options->to == NULL && options->output != NULL &&
                       converter_registry[i] != NULL && to == NULL;
         i++)
        if (has_extension(text_from_string(options->output), converter_registry[i]->extensions))
            to = converter_registry[i];
    bool can_write = to != NULL && (to->write_document != NULL || to->write_model != NULL);
    if (can_write)
        return to;
    if (options->to == NULL)
        command_complain(command, &no_target, TEXT(""), TEXT(""));
    else
        command_complain(command, &unknown_format, text_from_string(options->to), TEXT(""));
    return NULL;
}

static void take_status(struct command *command, enum status status)
{
    command->has_trouble |= status != STATUS_OK;
}

/* ---- formats that hold many roles ---- */

static void write_model(struct command *command, const struct converter *to,
                        const struct handbook *handbook)
{
    struct text_buffer out = text_buffer_new(command->arena);
    enum status status = to->write_model(handbook, &out, command->diags);
    if (status == STATUS_OK)
        status = output_write(command->options->output, buffer_text(&out), command->diags);
    take_status(command, status);
}

static void write_book(struct command *command, const struct converter *to,
                       const struct handbook *handbook)
{
    const char *name = command->options->template == NULL ? "classic" : command->options->template;
    const char *path = command->options->output;
    bool to_stdout = path == NULL || strcmp(path, "-") == 0;
    struct template *template = template_load(command->arena, name, command->diags);
    if (to_stdout && isatty(STDOUT_FILENO)) {
        command_complain(command, &needs_file, TEXT(""), TEXT(""));
        return;
    }
    if (template == NULL) {
        command->has_trouble = true;
        return;
    }
    struct document *book =
        compose_handbook(command->arena, handbook, template, command->vocabulary);
    if (!to_stdout) {
        take_status(command, to->write_document_file(book, path, command->diags));
        return;
    }
    struct text_buffer out = text_buffer_new(command->arena);
    enum status status = to->write_document(book, &out, command->diags);
    if (status == STATUS_OK)
        status = output_write("-", buffer_text(&out), command->diags);
    take_status(command, status);
}

/* ---- a file a role ---- */

static void write_role(struct command *command, const struct converter *to, const struct role *role,
                       const char *path)
{
    struct arena *arena = arena_open_like(command->arena);
    struct text_buffer out = text_buffer_new(arena);
    struct document *document = compose_role(arena, role, command->vocabulary);
    document->diags = command->diags;
    enum status status = to->write_document(document, &out, command->diags);
    if (status == STATUS_OK)
        status = output_write(path, buffer_text(&out), command->diags);
    take_status(command, status);
    arena_close(arena);
}

/* What stands outside the roles has no place in their files: it is named. */
static void name_what_is_left(struct command *command, const struct handbook *handbook)
{
    for (size_t e = ELEMENT_HANDBOOK_BASELINE; e < ELEMENT_COUNT; e++) {
        const struct records *records = handbook_records(handbook, (enum element)e);
        if (records->count > 0)
            report_warning(command->diags, &not_in_files, records->at,
                           vocabulary_heading(command->vocabulary, command->options->language,
                                              (enum element)e),
                           TEXT(""));
    }
    for (const struct section_text *s = handbook->preface; s != NULL; s = s->next)
        if (!text_is_empty(s->text))
            report_warning(command->diags, &not_in_files, s->at,
                           text_is_empty(s->heading) ? TEXT("…") : s->heading, TEXT(""));
}

static void write_roles(struct command *command, const struct converter *to,
                        const struct handbook *handbook)
{
    const char *output = command->options->output;
    bool to_folder = output != NULL && (is_folder(output) ||
                                        !has_extension(text_from_string(output), to->extensions));
    struct output_names names = {.arena = command->arena};
    size_t number = 0;
    name_what_is_left(command, handbook);
    if (strcmp(output == NULL ? "-" : output, "-") == 0)
        to_folder = false;
    if (!to_folder && handbook->role_count > 1) {
        struct text_buffer count = text_buffer_new(command->arena);
        buffer_append_int(&count, (int64_t)handbook->role_count);
        command_complain(command, &needs_folder, buffer_text(&count), TEXT(""));
        return;
    }
    if (to_folder && output_make_folder(output, command->diags) != STATUS_OK) {
        command->has_trouble = true;
        return;
    }
    for (const struct role *role = handbook->roles; role != NULL; role = role->next) {
        struct text code = role_text(role, ELEMENT_ID);
        struct text wish = text_is_empty(code) ? role_title(role) : code;
        const char *name = output_name(&names, wish, ++number, to->extensions[0]);
        write_role(command, to, role, to_folder ? path_join(command->arena, output, name) : output);
    }
}

static void write_depfile(struct command *command, const struct inputs *inputs)
{
    const struct options *options = command->options;
    if (options->depfile != NULL && options->output != NULL)
        take_status(command, output_depfile(options->depfile, options->output, inputs->paths,
                                            inputs->count, command->arena, command->diags));
}

/* Whoever converts wants to hear of trouble; notes are for check, or for -v. */
static const struct diagnostics *worth_saying(const struct command *command)
{
    const struct options *options = command->options;
    enum level least = options->is_quiet     ? LEVEL_ERROR
                       : options->is_verbose ? LEVEL_INFO
                                             : LEVEL_WARNING;
    struct diagnostics *said = diagnostics_new(command->arena);
    for (size_t i = 0; i < command->diags->count; i++)
        if (command->diags->items[i].level >= least)
            diagnostics_add(said, command->diags->items[i]);
    return said;
}

enum exit_status command_convert(struct command *command)
{
    const struct options *options = command->options;
    struct inputs inputs = {.arena = command->arena};
    struct read_files files = {0};
    const struct converter *to = target_of(command);
    if (options->path_count == 0)
        command_complain(command, &no_paths, TEXT(""), TEXT(""));
    if (to != NULL && options->path_count > 0 && command_load_vocabulary(command, NULL)) {
        for (size_t i = 0; i < options->path_count; i++)
            if (inputs_add(&inputs, options->paths[i], command->diags) != STATUS_OK)
                command->has_trouble = true;
        command_read(command, &inputs, &files);
        if (inputs.count == 0)
            ; /* said already */
        else if (to->write_model != NULL)
            write_model(command, to, files.handbook);
        else if (to->write_document_file != NULL)
            write_book(command, to, files.handbook);
        else
            write_roles(command, to, files.handbook);
        write_depfile(command, &inputs);
    }
    command_report(command, worth_saying(command), STDERR_FILENO);
    enum exit_status status = command->has_trouble ? EXIT_TROUBLE : EXIT_DONE;
    read_close(&files);
    return status;
}
