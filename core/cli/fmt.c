/* rolebook fmt: role files in canonical Markdown, in place. */
#include "converters/markdown/markdown.h"
#include "core/base/atomic_write.h"
#include "core/base/file.h"
#include "core/base/threads.h"
#include "core/base/unified_diff.h"
#include "core/cli/canonical_file.h"
#include "core/cli/command.h"
#include "core/cli/output.h"
#include <stdio.h>
#include <unistd.h>

static const struct message not_markdown = {
    {"不是 Markdown，維持原狀：rolebook convert -t markdown 可把它轉成 Markdown",
     "不是 Markdown，维持原状：rolebook convert -t markdown 可把它转成 Markdown",
     "left as it is: it is no Markdown; rolebook convert -t markdown makes Markdown of it"}};
static const struct message no_role = {
    {"維持原狀：沒有任何崗位；fmt 只整理崗位檔", "维持原状：没有任何岗位；fmt 只整理岗位文件",
     "left as it is: it holds no role, and fmt is for role files"}};
static const struct message counts[] = {
    {{"整理了 {0} 個檔案，{1} 個本已是標準格式，{2} 個維持原狀，{3} 個不是 Markdown",
      "整理了 {0} 个文件，{1} 个本已是标准格式，{2} 个维持原状，{3} 个不是 Markdown",
      "made canonical: {0}, canonical already: {1}, left as they are: {2}, no Markdown: {3}"}},
    {{"會整理 {0} 個檔案，{1} 個本已是標準格式，{2} 個維持原狀，{3} 個不是 Markdown",
      "会整理 {0} 个文件，{1} 个本已是标准格式，{2} 个维持原状，{3} 个不是 Markdown",
      "would be made canonical: {0}, canonical already: {1}, left as they are: {2}, no Markdown: "
      "{3}"}}};

/* One input, in an arena of its own; arena NULL: nothing of it is needed any more. */
struct fmt_file {
    struct arena *arena;
    struct diagnostics *diags;
    struct text before;
    struct canonical_file made;
    bool is_markdown;
};

struct formatting {
    struct command *command;
    const struct inputs *inputs;
    struct fmt_file *files;
};

/* ---- one file ---- */

static void format_one(void *data, size_t index)
{
    struct formatting *f = data;
    struct fmt_file *file = &f->files[index];
    const char *path = f->inputs->paths[index];
    file->arena = arena_open_like(f->command->arena);
    file->diags = diagnostics_new(file->arena);
    file->made.fate = CANONICAL_UNREAD;
    struct source *source = arena_new(file->arena, struct source);
    source->path = path;
    if (file_read(file->arena, source, &file->before, file->diags) != STATUS_OK)
        return;
    const struct converter *converter = converter_sniff(file->before, path_file_name(path));
    file->is_markdown = converter == &markdown_converter;
    if (!file->is_markdown)
        return;
    file->made =
        canonical_file_make(file->arena, f->command->vocabulary, path, file->before, file->diags);
    bool is_needed =
        file->diags->count > 0 || file->made.fate == CANONICAL_CHANGED || strcmp(path, "-") == 0;
    if (is_needed)
        return;
    arena_close(file->arena);
    file->arena = NULL;
}

/* ---- what came of it ---- */

struct tally {
    size_t changed, same, kept, other;
};

static bool only_shows(const struct options *options)
{
    return options->checks_only || options->shows_diff;
}

/* Put beside their files, flushed together, then put in their places: each whole or not at all. */
static void write_files(struct formatting *f)
{
    struct command *command = f->command;
    size_t count = 0;
    struct atomic_file **put =
        arena_new_array(command->arena, f->inputs->count + 1, struct atomic_file *);
    for (size_t i = 0; i < f->inputs->count; i++) {
        const struct fmt_file *file = &f->files[i];
        bool is_changed = file->made.fate == CANONICAL_CHANGED;
        if (strcmp(f->inputs->paths[i], "-") == 0) /* a filter gives back what it cannot change */
            command_take(command, output_write("-", is_changed ? file->made.bytes : file->before,
                                               command->diags));
        else if (is_changed)
            put[count++] = atomic_put_beside(f->inputs->paths[i], file->made.bytes, command->diags);
        command->has_trouble |= count > 0 && put[count - 1] == NULL;
        count -= count > 0 && put[count - 1] == NULL;
    }
    atomic_flush(put, count);
    for (size_t i = 0; i < count; i++)
        command_take(command, atomic_take_place(put[i]));
}

static void show_file(struct formatting *f, const struct fmt_file *file, const char *path,
                      struct text_buffer *out)
{
    if (file->made.fate != CANONICAL_CHANGED)
        return;
    if (f->command->options->shows_diff)
        unified_diff(file->before, file->made.bytes, path, out);
    else {
        buffer_append_shown(out, text_from_string(path));
        buffer_append_byte(out, '\n');
    }
}

/* Whether the user named the file itself, not a folder that holds it. */
static bool is_named(const struct options *options, const char *path)
{
    for (size_t i = 0; i < options->path_count; i++)
        if (strcmp(options->paths[i], path) == 0)
            return true;
    return false;
}

static void count_file(struct formatting *f, const struct fmt_file *file, const char *path,
                       struct tally *tally)
{
    struct command *command = f->command;
    struct source *source = arena_new(command->arena, struct source);
    *source = (struct source){.path = path, .kind = SOURCE_WORD};
    bool is_unread = file->made.fate == CANONICAL_UNREAD;
    bool is_other = is_unread && !file->is_markdown && file->diags->count == 0;
    tally->changed += file->made.fate == CANONICAL_CHANGED;
    tally->same += file->made.fate == CANONICAL_SAME;
    tally->kept += file->made.fate == CANONICAL_KEPT;
    tally->other += is_other;
    command->has_trouble |= is_unread && !is_other;
    if (is_named(command->options, path) && (is_other || file->made.fate == CANONICAL_NO_ROLE))
        report_warning(command->diags, is_other ? &not_markdown : &no_role, span_of_source(source),
                       TEXT(""), TEXT(""));
    if (file->arena != NULL)
        diagnostics_join(command->diags, file->diags);
}

/* Quiet when all is well: nothing to change, nothing left as it is. */
static void say_counts(const struct command *command, const struct tally *tally)
{
    const struct text args[MESSAGE_ARGS] = {text_from_number(command->arena, tally->changed),
                                            text_from_number(command->arena, tally->same),
                                            text_from_number(command->arena, tally->kept),
                                            text_from_number(command->arena, tally->other)};
    if (command->options->is_quiet || tally->changed + tally->kept == 0)
        return;
    struct text words = message_format(command->arena, &counts[only_shows(command->options)], args,
                                       command->options->language);
    fprintf(stderr, "%.*s\n", TEXT_ARGS(words));
}

static enum exit_status finish(struct formatting *f)
{
    struct command *command = f->command;
    struct tally tally = {0};
    struct text_buffer out = text_buffer_new(command->arena);
    bool shows = only_shows(command->options);
    for (size_t i = 0; i < f->inputs->count; i++) {
        const struct fmt_file *file = &f->files[i];
        const char *path = f->inputs->paths[i];
        count_file(f, file, path, &tally);
        if (shows)
            show_file(f, file, path, &out);
    }
    if (!shows)
        write_files(f);
    if (out.size > 0)
        command_take(command, output_write("-", buffer_text(&out), command->diags));
    command_report(command, command->diags, STDERR_FILENO);
    say_counts(command, &tally);
    enum exit_status status = command_end(command, command->diags);
    return status == EXIT_DONE && shows && tally.changed > 0 ? EXIT_FINDINGS : status;
}

/* ---- the command ---- */

enum exit_status command_fmt(struct command *command)
{
    static char here[] = ".";
    static char *const only_here[] = {here};
    const struct options *options = command->options;
    struct inputs inputs = {.arena = command->arena};
    const char *const *paths =
        (const char *const *)(options->path_count == 0 ? only_here : options->paths);
    size_t count = options->path_count == 0 ? 1 : options->path_count;
    const struct project *project = command_find_project(command, paths, count);
    if (command->has_trouble || !command_load_vocabulary(command, project)) {
        command_report(command, command->diags, STDERR_FILENO);
        return EXIT_TROUBLE;
    }
    for (size_t i = 0; i < count; i++)
        command_add_inputs(command, project, paths[i], &inputs);
    inputs_drop_repeated(&inputs);
    struct formatting f = {command, &inputs,
                           arena_new_array(command->arena, inputs.count + 1, struct fmt_file)};
    threads_run(options->threads, inputs.count, format_one, &f);
    enum exit_status status = finish(&f);
    for (size_t i = 0; i < inputs.count; i++)
        arena_close(f.files[i].arena);
    return status;
}
