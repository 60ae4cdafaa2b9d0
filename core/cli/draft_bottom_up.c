/* rolebook draft bottom-up: roles from what people do, with a worksheet that shows how. */
#include "converters/csv/csv.h"
#include "converters/xml/xml.h"
#include "core/base/file.h"
#include "core/base/text_buffer.h"
#include "core/cli/configuration.h"
#include "core/cli/draft.h"
#include "core/cli/findings.h"
#include "core/cli/output.h"
#include "core/cli/role_files.h"
#include "core/draft/sheet.h"
#include "core/model/draft_mark.h"
#include "core/model/fold.h"
#include "core/normalise/normalise.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct message no_inputs = {
    {"請指明工作要素的檔案：rolebook draft bottom-up log.csv -o 手冊",
     "请指明工作要素的文件：rolebook draft bottom-up log.csv -o 手册",
     "name files with work elements: rolebook draft bottom-up log.csv -o handbook"}};
static const struct message two_inputs = {
    {"--from-worksheet 讀回改過的工作底稿，不能再加其他檔案：請去掉 {0}",
     "--from-worksheet 读回改过的工作底稿，不能再加其他文件：请去掉 {0}",
     "--from-worksheet reads an edited worksheet back, and nothing else: leave {0} out"}};
static const struct message no_elements = {
    {"輸入裡沒有工作要素：沒有可草擬的內容", "输入里没有工作要素：没有可草拟的内容",
     "the input holds no work elements: there is nothing to draft"}};
static const struct message not_readable = {
    {"不是可讀的格式", "不是可读的格式", "not a format that can be read"}};
static const struct message nobody = {
    {"有 {0} 項工作要素沒有寫執行者：歸入崗位「{1}」，請改名",
     "有 {0} 项工作要素没有写执行者：归入岗位“{1}”，请改名",
     "{0} work elements name nobody who does them: they are put under \"{1}\", rename it"}};
static const struct message mixed_counts = {
    {"有的次數按年計，有的是總次數：總次數當作一年的次數",
     "有的次数按年计，有的是总次数：总次数当作一年的次数",
     "some rows say how often in a period, others how many times: these are taken as a year's"}};
static const struct message unknown_position = {
    {"既有崗位裡沒有「{0}」：無法與崗位目的對照", "已有岗位里没有“{0}”：无法与岗位目的对照",
     "the roles given have no \"{0}\": there is no purpose to hold its duties against"}};

/* What a run works with. */
struct bottom_up {
    struct command *command;
    struct inputs inputs;
    const struct converter *to;
    struct work_log log;
    struct sheet sheet;
    struct document *worksheet; /* NULL: not made yet */
    struct handbook *drafts;
    size_t elements;
    unsigned threshold;
};

/* ---- reading ---- */

static void read_log(struct bottom_up *run, const char *path)
{
    struct command *command = run->command;
    struct source *source = arena_new(command->arena, struct source);
    struct input input = {.arena = command->arena,
                          .source = source,
                          .diags = command->diags,
                          .vocabulary = command->vocabulary,
                          .revisions = command->options->revisions,
                          .keeps_comments = command->options->keeps_comments};
    struct document *document = NULL;
    struct handbook *handbook = NULL;
    source->path = path;
    enum status status = file_read(command->arena, source, &input.bytes, command->diags);
    command_take(command, status);
    if (status != STATUS_OK)
        return;
    const char *from = command->options->from;
    const struct converter *converter = from != NULL
                                            ? converter_by_name(text_from_string(from))
                                            : converter_sniff(input.bytes, path_file_name(path));
    if (converter == NULL || (converter->read_document == NULL && converter->read_model == NULL)) {
        command_take(command, report_error(command->diags, &not_readable, span_of_source(source),
                                           TEXT(""), TEXT("")));
        return;
    }
    if (converter->read_model != NULL)
        status = converter->read_model(&input, &handbook);
    if (handbook == NULL && status == STATUS_OK && converter->read_document != NULL)
        status = converter->read_document(&input, &document);
    command_take(command, status);
    source_mark_lines(command->arena, source);
    if (handbook != NULL)
        work_read_handbook(&run->log, command->vocabulary, handbook, command->diags);
    if (document != NULL)
        work_read_document(&run->log, command->vocabulary, document, command->diags);
}

/* Rows that say nobody are one position's, which a person is asked to name. */
static void name_nobody(struct bottom_up *run)
{
    static const char *const names[LANG_COUNT] = {"未指明崗位", "未指明岗位", "Position not named"};
    struct command *command = run->command;
    struct text name = text_from_string(names[work_language(&run->log)]);
    struct text_buffer count = text_buffer_new(command->arena);
    const struct work_row *first = NULL;
    for (size_t i = 0; i < run->log.count; i++) {
        struct work_row *row = &run->log.rows[i];
        if (!text_is_empty(row->words[WORK_WHO]) || !text_is_empty(row->words[WORK_ROLE]))
            continue;
        row->words[WORK_WHO] = name;
        first = first == NULL ? row : first;
    }
    buffer_append_int(&count, (int64_t)run->log.without_who);
    if (first != NULL)
        report_warning(command->diags, &nobody, first->at, buffer_text(&count), name);
}

/* ---- drafting ---- */

static void find_tasks(struct bottom_up *run, struct phrases *phrases)
{
    struct command *command = run->command;
    const struct options *options = command->options;
    struct same_work same = same_work_of(command->arena, &run->log, work_language(&run->log));
    struct tasks_request request = {.log = &run->log,
                                    .same = &same,
                                    .phrases = phrases,
                                    .language = work_language(&run->log),
                                    .tasks = options->tasks,
                                    .threshold = (unsigned)options->threshold};
    phrases_need(phrases, LANG_EN, command->diags);
    phrases_need(phrases, request.language, command->diags);
    request.language = request.language == LANG_EN ? LANG_ZH_HANT : request.language;
    phrases_need(phrases, request.language, command->diags);
    struct tasks tasks = tasks_find(command->arena, &request);
    run->elements = same.count;
    run->threshold = tasks.threshold;
    run->sheet = sheet_of_tasks(command->arena, command->vocabulary, &request, &tasks);
}

static const struct role *role_called(const struct handbook *handbook, struct arena *scratch,
                                      struct text name)
{
    struct text folded = fold_label(scratch, name);
    for (const struct role *role = handbook->roles; role != NULL; role = role->next)
        if (text_equal(fold_label(scratch, role_title(role)), folded))
            return role;
    return NULL;
}

/* The purposes that people wrote for the positions: duties are held against them. */
static void take_purposes(struct bottom_up *run, const struct handbook *existing)
{
    struct command *command = run->command;
    for (struct role *role = run->drafts->roles; role != NULL; role = role->next) {
        const struct role *known = role_called(existing, command->arena, role_title(role));
        if (known == NULL) {
            report_warning(command->diags, &unknown_position, role->at, role_title(role), TEXT(""));
            continue;
        }
        const struct records *purpose = role_records(known, ELEMENT_PURPOSE);
        for (size_t i = 0; i < purpose->count; i++)
            record_append(run->drafts, &role->values[ELEMENT_PURPOSE], purpose->rows[i].text,
                          purpose->rows[i].at);
    }
}

static struct diagnostics *check_drafts(struct bottom_up *run, struct check_config *config)
{
    struct text selected[] = {TEXT_INIT("T301"), TEXT_INIT("O201"), TEXT_INIT("B104")};
    struct text unknown;
    struct read_files files = {.handbook = run->drafts};
    config->is_whole = true;
    check_config_choose(config,
                        &(struct rule_choice){.select = selected,
                                              .select_count = sizeof selected / sizeof *selected},
                        &unknown);
    return findings_of(run->command, NULL, config, &files);
}

/* ---- writing ---- */

static enum status sheet_bytes(struct bottom_up *run, const char *format, struct text_buffer *out)
{
    if (run->worksheet == NULL)
        run->worksheet = sheet_document(run->command->arena, &run->sheet);
    struct document *document = run->worksheet;
    if (strcmp(format, "csv") == 0) {
        csv_write_tables(document, out);
        return STATUS_OK;
    }
    return converter_by_name(text_from_string(format))
        ->write_document(document, out, run->command->diags);
}

/* The worksheet that was read stays as its editor left it; the other forms follow it. */
static void write_worksheets(struct bottom_up *run)
{
    static const char *const forms[][2] = {
        {"worksheet.md", "markdown"}, {"worksheet.csv", "csv"}, {"worksheet.html", "html"}};
    struct command *command = run->command;
    const char *path = path_join(command->arena, command->options->output, INPUTS_DRAFT_FOLDER);
    struct output_folder *folder =
        output_folder_open(command->arena, path, command->options->overwriting, command->diags);
    struct inputs made_of = {.arena = command->arena};
    if (folder == NULL) {
        command->has_trouble = true;
        return;
    }
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const char *file = path_join(command->arena, path, forms[i][0]);
        struct text_buffer out = text_buffer_new(command->arena);
        bool is_read =
            command->options->worksheet != NULL && strcmp(file, command->options->worksheet) == 0;
        if (is_read)
            continue;
        command_take(command, sheet_bytes(run, forms[i][1], &out));
        enum output_fate fate =
            output_folder_write(folder, forms[i][0], buffer_text(&out), SHEET_SOURCE);
        command->has_trouble |= fate == OUTPUT_REFUSED || fate == OUTPUT_FAILED;
    }
    command_take(command, output_folder_close(folder, &made_of));
}

static void write_all(struct bottom_up *run)
{
    struct command *command = run->command;
    const char *folder = command->options->output;
    if (folder == NULL || strcmp(folder, "-") == 0) {
        struct text_buffer out = text_buffer_new(command->arena);
        command_take(command, sheet_bytes(run, "markdown", &out));
        command_take(command, output_write("-", buffer_text(&out), command->diags));
        return;
    }
    const char *yaml = path_join(command->arena, folder, "rolebook.yaml");
    const char *made_of = SHEET_SOURCE;
    struct inputs inputs = {.arena = command->arena, .paths = &made_of, .count = 1};
    struct command in_their_language = *command;
    struct options options = *command->options;
    draft_marks_show(run->drafts);
    role_files_write(command, run->to, run->drafts, &inputs,
                     (struct role_files_place){.folder = folder, .roles = "roles/", .parts = ""});
    write_worksheets(run);
    options.language = run->sheet.language;
    in_their_language.options = &options;
    if (access(yaml, F_OK) != 0) /* what somebody wrote about the book stays */
        command_take(command, output_write(yaml, configuration_of(&in_their_language, run->drafts),
                                           command->diags));
}

static void say_done(const struct bottom_up *run)
{
    static const char *const done[LANG_COUNT] = {
        "%zu 列 → %zu 項工作要素 → %zu 項任務 → %zu 個崗位",
        "%zu 行 → %zu 项工作要素 → %zu 项任务 → %zu 个岗位",
        "rows: %zu → work elements: %zu → tasks: %zu → roles: %zu"};
    static const char *const cut[LANG_COUNT] = {"（相似度門檻 %u%%）", "（相似度阈值 %u%%）",
                                                " (likeness at least %u%%)"};
    static const char *const next[LANG_COUNT] = {
        "崗位在 %s/roles，改 %s/" INPUTS_DRAFT_FOLDER "/worksheet.csv 後用 --from-worksheet 讀回\n",
        "岗位在 %s/roles，改 %s/" INPUTS_DRAFT_FOLDER "/worksheet.csv 后用 --from-worksheet 读回\n",
        "The roles are in %s/roles; edit %s/" INPUTS_DRAFT_FOLDER
        "/worksheet.csv and read it back by --from-worksheet\n"};
    const struct options *options = run->command->options;
    enum language language = options->language;
    if (run->command->has_trouble || options->is_quiet)
        return;
    fprintf(stderr, done[language], run->log.count,
            run->elements > 0 ? run->elements : run->sheet.count,
            sheet_count(&run->sheet, WORK_TASK), run->drafts->role_count);
    if (run->threshold > 0)
        fprintf(stderr, cut[language], run->threshold);
    fputc('\n', stderr);
    if (options->output != NULL && strcmp(options->output, "-") != 0)
        fprintf(stderr, next[language], options->output, options->output);
}

/* ---- the command ---- */

static void draft(struct bottom_up *run, const struct handbook *existing)
{
    struct command *command = run->command;
    struct check_config *config = command_configure(command, NULL);
    if (config == NULL)
        return;
    name_nobody(run);
    if (command->options->worksheet != NULL)
        run->sheet =
            sheet_of_worksheet(command->arena, command->vocabulary, &run->log, command->diags);
    else
        find_tasks(run, config->phrases);
    sheet_settle(&run->sheet, command->diags);
    if (run->sheet.has_rates && run->sheet.has_counts)
        report_warning(command->diags, &mixed_counts, (struct span){0}, TEXT(""), TEXT(""));
    run->drafts = sheet_roles(command->arena, &run->sheet);
    if (existing->role_count > 0)
        take_purposes(run, existing);
    normalise_handbook(run->drafts, command->vocabulary);
    command->diags = check_drafts(run, config);
    write_all(run);
}

static void read_inputs(struct bottom_up *run, struct read_files *existing)
{
    struct command *command = run->command;
    struct inputs roles = {.arena = command->arena};
    xml_start();
    for (size_t i = 0; i < run->inputs.count; i++)
        read_log(run, run->inputs.paths[i]);
    for (size_t i = 0; i < command->options->legacy.count; i++)
        command_take(command,
                     inputs_add(&roles, command->options->legacy.items[i], command->diags));
    command_read(command, &roles, existing);
}

enum exit_status draft_command_bottom_up(struct command *command, const struct inputs *paths)
{
    struct bottom_up run = {.command = command, .log = {.arena = command->arena}};
    struct read_files existing = {0};
    const char *worksheet = command->options->worksheet;
    run.to = draft_format(command);
    run.inputs = *paths;
    if (worksheet != NULL && paths->count > 0)
        command_complain(command, &two_inputs, text_from_string(paths->paths[0]), TEXT(""));
    else if (worksheet != NULL)
        run.inputs = (struct inputs){.arena = command->arena, .paths = &worksheet, .count = 1};
    else if (paths->count == 0)
        command_complain(command, &no_inputs, TEXT(""), TEXT(""));
    const struct project *project =
        command_find_project(command, run.inputs.paths, run.inputs.count);
    if (command->has_trouble || !command_load_vocabulary(command, project)) {
        command_report(command, command->diags, STDERR_FILENO);
        return EXIT_TROUBLE;
    }
    read_inputs(&run, &existing);
    if (run.log.count == 0)
        command_complain(command, &no_elements, TEXT(""), TEXT(""));
    else
        draft(&run, existing.handbook);
    diagnostics_sort(command->diags);
    command_report(command, command_worth_saying(command), STDERR_FILENO);
    if (run.drafts != NULL)
        say_done(&run);
    enum exit_status status = command_end(command, command->diags);
    read_close(&existing);
    return status;
}
