/* rolebook convert: any input to Markdown, Word, XML, JSON or PDF. */
#include "core/base/file.h"
#include "core/cli/book_file.h"
#include "core/cli/conversion_report.h"
#include "core/cli/depfile.h"
#include "core/cli/model_file.h"
#include "core/cli/output.h"
#include "core/cli/output_folder.h"
#include "core/cli/role_files.h"
#include "core/model/draft_mark.h"
#include <string.h>
#include <unistd.h>

static const struct text formats = TEXT_INIT("markdown, docx, html, pandoc, xml, json, jsonl, pdf");
static const struct message no_target = {{"請用 -t 指明要轉成的格式：{0}",
                                          "请用 -t 指明要转成的格式：{0}",
                                          "say by -t which format to write: {0}"}};
static const struct message no_paths = {
    {"請指明要轉換的檔案或資料夾；- 是標準輸入", "请指明要转换的文件或文件夹；- 是标准输入",
     "name the files or folders to convert; - is standard input"}};
static const struct message unknown_format = {{"不認得的格式「{0}」：可用的是 {1}",
                                               "不认得的格式「{0}」：可用的是 {1}",
                                               "unknown format \"{0}\": it can be {1}"}};
static const struct message needs_folder = {
    {"輸入有 {0} 個崗位，一個這種檔案只放一個：請用 -o 指明資料夾",
     "输入有 {0} 个岗位，一个这种文件只放一个：请用 -o 指明文件夹",
     "there are {0} roles, and a file of this format holds one: name a folder by -o"}};
static const struct message one_output = {
    {"標準輸出只能放一樣東西：與 --explain、--ledger 並用時，請用 -o 指明輸出檔",
     "标准输出只能放一样东西：与 --explain、--ledger 并用时，请用 -o 指明输出文件",
     "standard output holds one thing: with --explain or --ledger, name the output by -o"}};
static const struct message no_depfile_target = {
    {"--depfile 要寫出目標的檔名：請用 -o 指明輸出檔",
     "--depfile 要写出目标的文件名：请用 -o 指明输出文件",
     "--depfile names the file that is made: name the output by -o"}};
static const struct message needs_file = {{"{0} 不能寫到終端機：請用 -o 指明檔案",
                                           "{0} 不能写到终端：请用 -o 指明文件",
                                           "{0} is not for the terminal: name a file by -o"}};
static const struct message only_forms = {{"--blank 與 --reference-doc 只用於 -t docx",
                                           "--blank 与 --reference-doc 只用于 -t docx",
                                           "--blank and --reference-doc are for -t docx only"}};
static const struct message only_json = {{"--positions 只用於 -t json 與 -t jsonl",
                                          "--positions 只用于 -t json 与 -t jsonl",
                                          "--positions is for -t json and -t jsonl only"}};
static const struct message no_inputs = {{"--blank 寫空白表單，不讀任何檔案：請去掉 {0}",
                                          "--blank 写空白表单，不读任何文件：请去掉 {0}",
                                          "--blank writes an empty form and reads nothing: leave "
                                          "{0} out"}};
static const struct message not_in_files = {
    {"手冊的{0}不屬於任何崗位，不在崗位檔內：要保留請轉成 xml 或 json",
     "手册的{0}不属于任何岗位，不在岗位文件内：要保留请转成 xml 或 json",
     "{0} belongs to the handbook and is in no role's file: convert to xml or json to keep it"}};

/* Nothing is to be written but what became of the input. */
static bool only_accounts(const struct options *options)
{
    return options->explains_reading || options->ledger != LEDGER_NONE ||
           options->reports.count > 0;
}

/* -o names a file of the ledger's own form, and nobody said by -t that it holds anything else. */
static bool is_output_of_ledger(const struct options *options)
{
    static const char *const texts[] = {"txt", "text", NULL}, *const jsons[] = {"json", NULL},
                             *const pages[] = {"html", "htm", NULL};
    static const char *const *const ends[] = {
        [LEDGER_NONE] = NULL, [LEDGER_TEXT] = texts, [LEDGER_JSON] = jsons, [LEDGER_HTML] = pages};
    return options->ledger != LEDGER_NONE && options->to == NULL && options->output != NULL &&
           has_extension(text_from_string(options->output), ends[options->ledger]);
}

/* By -t, else by the end of the output's name; NULL: none is wanted, or after a complaint. */
static const struct converter *target_of(struct command *command)
{
    const struct options *options = command->options;
    const struct converter *to = NULL;
    if (is_output_of_ledger(options))
        return NULL;
    if (options->to != NULL)
        to = converter_by_name(text_from_string(options->to));
    for (size_t i = 0; options->to == NULL && options->output != NULL &&
                       converter_registry[i] != NULL && to == NULL;
         i++)
        if (has_extension(text_from_string(options->output), converter_registry[i]->extensions))
            to = converter_registry[i];
    if (to == NULL && options->to == NULL && options->output == NULL && only_accounts(options))
        return NULL;
    bool can_write = to != NULL && (to->write_document != NULL || to->write_model != NULL);
    if (can_write && options->shows_positions && to->with_places == NULL) {
        command_complain(command, &only_json, TEXT(""), TEXT(""));
        return NULL;
    }
    if (can_write)
        return options->shows_positions ? to->with_places : to;
    if (options->to == NULL)
        command_complain(command, &no_target, formats, TEXT(""));
    else
        command_complain(command, &unknown_format, text_from_string(options->to), formats);
    return NULL;
}

/* ---- formats that hold many roles ---- */

/* A file of bytes would spoil a terminal: says so. */
static bool is_for_terminal(struct command *command, const struct converter *to)
{
    const char *path = command->options->output;
    bool is_terminal =
        (path == NULL || strcmp(path, "-") == 0) && to->is_binary && isatty(STDOUT_FILENO);
    if (is_terminal)
        command_complain(command, &needs_file, text_from_string(to->extensions[0]), TEXT(""));
    return is_terminal;
}

static void write_book(struct command *command, const struct converter *to,
                       const struct handbook *handbook)
{
    const char *name = command->options->template == NULL ? "classic" : command->options->template;
    if (!is_for_terminal(command, to))
        book_file_write(command, to, handbook, name, NULL, command->options->output);
}

/* ---- a file a role ---- */

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
                           text_is_empty(s->heading) ? s->text : s->heading, TEXT(""));
}

/* A folder: one that is there, or a name that ends in '/'; for formats that hold one role each,
 * also one that does not end as their files do. */
static bool is_output_folder(const char *output, const struct converter *to)
{
    if (output == NULL || strcmp(output, "-") == 0)
        return false;
    struct text name = text_from_string(output);
    return is_folder(output) || text_ends_with(name, TEXT("/")) ||
           (to->write_model == NULL && !has_extension(name, to->extensions));
}

/* returns  the files in the folder; NULL: no folder was written */
static const struct role_files *write_roles(struct command *command, const struct converter *to,
                                            const struct handbook *handbook,
                                            const struct inputs *inputs)
{
    const char *output = command->options->output;
    if (is_output_folder(output, to))
        return role_files_write(
            command, to, handbook, inputs,
            (struct role_files_place){.folder = output, .roles = "", .parts = "handbook/"});
    if (to->write_model != NULL) {
        model_file_write(command, to, handbook, output);
        return NULL;
    }
    name_what_is_left(command, handbook);
    if (handbook->role_count > 1) {
        struct text_buffer count = text_buffer_new(command->arena);
        buffer_append_int(&count, (int64_t)handbook->role_count);
        command_complain(command, &needs_folder, buffer_text(&count), TEXT(""));
    } else if (handbook->roles != NULL && !is_for_terminal(command, to))
        role_file_write(command, to, handbook->roles, output);
    return NULL;
}

/* ---- what became of the input ---- */

static void write_report(struct command *command, const struct conversion *conversion,
                         const char *path)
{
    static const char *const html[] = {"html", "htm", NULL}, *const json[] = {"json", NULL};
    struct text_buffer out = text_buffer_new(command->arena);
    struct text name = text_from_string(path);
    conversion_report_write(conversion,
                            has_extension(name, html)   ? CONVERSION_HTML
                            : has_extension(name, json) ? CONVERSION_JSON
                                                        : CONVERSION_TEXT,
                            &out);
    command_take(command, output_write(path, buffer_text(&out), command->diags));
}

static void account_for(struct command *command, const struct read_files *files,
                        const struct role_files *written)
{
    const struct options *options = command->options;
    struct conversion conversion = {.ledger = {files, command->vocabulary, options->language},
                                    .written = written};
    struct text_buffer out = text_buffer_new(command->arena);
    for (size_t i = 0; i < options->reports.count; i++)
        write_report(command, &conversion, options->reports.items[i]);
    if (options->explains_reading)
        ledger_explain(&conversion.ledger, &out);
    if (options->ledger != LEDGER_NONE)
        ledger_write(&conversion.ledger, options->ledger, &out);
    const char *path = is_output_of_ledger(options) ? options->output : "-";
    if (out.size > 0)
        command_take(command, output_write(path, buffer_text(&out), command->diags));
}

static void write_output(struct command *command, const struct converter *to,
                         const struct read_files *files, const struct inputs *inputs)
{
    const struct role_files *written = NULL;
    if (to != NULL && to->writes_books)
        write_book(command, to, files->handbook);
    else if (to != NULL)
        written = write_roles(command, to, files->handbook, inputs);
    account_for(command, files, written);
}

/* ---- the empty form ---- */

/* Whether the options that are for forms stand beside a format of forms. */
static bool has_fitting_options(struct command *command, const struct converter *to)
{
    const struct options *options = command->options;
    bool is_wrong =
        (options->is_blank || options->reference != NULL) && (to == NULL || !to->writes_forms);
    if (is_wrong && !command->has_trouble)
        command_complain(command, &only_forms, TEXT(""), TEXT(""));
    else if (options->is_blank && options->path_count > 0)
        command_complain(command, &no_inputs, text_from_string(options->paths[0]), TEXT(""));
    return !is_wrong && !(options->is_blank && options->path_count > 0);
}

/* --reference-doc, read once for all files; a document without words tells whether it will do. */
static bool load_reference(struct command *command, const struct converter *to)
{
    const char *path = command->options->reference;
    if (path == NULL || to == NULL)
        return true;
    struct source *source = arena_new(command->arena, struct source);
    struct reference *reference = arena_new(command->arena, struct reference);
    *source = (struct source){.path = path, .kind = SOURCE_WORD};
    reference->source = source;
    enum status status = file_read(command->arena, source, &reference->bytes, command->diags);
    struct document *trial = document_new(command->arena, NULL);
    struct text_buffer out = text_buffer_new(command->arena);
    trial->reference = reference;
    if (status == STATUS_OK)
        status = to->write_document(trial, &out, command->diags);
    command_take(command, status);
    command->reference = reference;
    return status == STATUS_OK;
}

static enum exit_status write_blank(struct command *command, const struct converter *to)
{
    if (!is_for_terminal(command, to) && command_load_vocabulary(command, NULL) &&
        load_reference(command, to))
        blank_form_write(command, to, command->options->output);
    command_report(command, command_worth_saying(command), STDERR_FILENO);
    return command->has_trouble ? EXIT_TROUBLE : EXIT_DONE;
}

/* What the last run wrote into a folder that is read is no source of this one. */
static void spare_output(struct command *command, const struct converter *to, struct inputs *inputs)
{
    const char *output = command->options->output;
    if (to == NULL || output == NULL)
        return;
    if (is_output_folder(output, to))
        command_take(command, output_folder_spare(command->arena, output, inputs, command->diags));
    else
        inputs_drop_files(inputs, &output, 1);
}

enum exit_status command_convert(struct command *command)
{
    const struct options *options = command->options;
    struct inputs inputs = {.arena = command->arena};
    struct read_files files = {0};
    const struct converter *to = target_of(command);
    bool is_asked = has_fitting_options(command, to) && (to != NULL || !command->has_trouble);
    if (is_asked && to != NULL && options->is_blank)
        return write_blank(command, to);
    bool to_stdout = options->output == NULL || strcmp(options->output, "-") == 0;
    if (options->path_count == 0 && !options->is_blank)
        command_complain(command, &no_paths, TEXT(""), TEXT(""));
    if (options->depfile != NULL && to_stdout) {
        command_complain(command, &no_depfile_target, TEXT(""), TEXT(""));
        is_asked = false;
    }
    if (to != NULL && to_stdout && (options->explains_reading || options->ledger != LEDGER_NONE)) {
        command_complain(command, &one_output, TEXT(""), TEXT(""));
        is_asked = false;
    }
    const struct project *project =
        command_find_project(command, (const char *const *)options->paths, options->path_count);
    is_asked &= project == NULL || !command->has_trouble;
    if (is_asked && options->path_count > 0 && command_load_vocabulary(command, project) &&
        load_reference(command, to)) {
        for (size_t i = 0; i < options->path_count; i++)
            command_add_inputs(command, project, options->paths[i], &inputs);
        inputs_drop_repeated(&inputs);
        spare_output(command, to, &inputs);
        command_read(command, &inputs, &files);
        draft_marks_show(files.handbook);
        if (inputs.count > 0) /* else it is said already */
            write_output(command, to, &files, &inputs);
        depfile_write(command, project, &inputs, options->output);
    }
    command_report(command, command_worth_saying(command), STDERR_FILENO);
    enum exit_status status = command->has_trouble                              ? EXIT_TROUBLE
                              : options->is_strict && ledger_has_unread(&files) ? EXIT_FINDINGS
                                                                                : EXIT_DONE;
    read_close(&files);
    return status;
}
