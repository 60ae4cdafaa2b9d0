#include "core/cli/output.h"
#include "core/base/atomic_write.h"
#include "core/base/text_buffer.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static const struct message no_stdout = {
    {"無法寫到標準輸出：{0}", "无法写到标准输出：{0}", "cannot write to standard output: {0}"}};
static const struct message no_folder = {
    {"無法建立資料夾 {0}：{1}", "无法建立文件夹 {0}：{1}", "cannot make the folder {0}: {1}"}};

/* A file with just these bytes stands there already. */
static bool is_there(const char *path, struct text bytes)
{
    char chunk[1 << 16];
    struct stat stat_of;
    if (stat(path, &stat_of) != 0 || !S_ISREG(stat_of.st_mode) ||
        (uintmax_t)stat_of.st_size != bytes.size)
        return false;
    FILE *file = fopen(path, "rb");
    size_t at = 0, size = 0;
    bool same = file != NULL;
    while (same && (size = fread(chunk, 1, sizeof chunk, file)) > 0) {
        same = size <= bytes.size - at && memcmp(chunk, bytes.data + at, size) == 0;
        at += size;
    }
    if (file != NULL)
        fclose(file);
    return same && at == bytes.size;
}

enum status output_write(const char *path, struct text bytes, struct diagnostics *diags)
{
    if (path != NULL && strcmp(path, "-") != 0)
        return is_there(path, bytes) ? STATUS_OK : atomic_write(path, bytes, diags);
    bool is_written = bytes.size == 0 || fwrite(bytes.data, 1, bytes.size, stdout) == bytes.size;
    if (is_written && fflush(stdout) == 0)
        return STATUS_OK;
    report_error(diags, &no_stdout, (struct span){0},
                 text_copy(diags->arena, text_from_string(strerror(errno))), TEXT(""));
    return STATUS_OUTPUT;
}

enum status output_make_folder(const char *path, struct diagnostics *diags)
{
    struct text whole = text_from_string(path);
    for (size_t i = 1; i <= whole.size; i++) {
        if (i < whole.size && path[i] != '/')
            continue;
        const char *part = text_to_string(diags->arena, text_slice(whole, 0, i));
        if (mkdir(part, 0777) == 0 || errno == EEXIST)
            continue;
        report_error(diags, &no_folder, (struct span){0}, text_from_string(part),
                     text_copy(diags->arena, text_from_string(strerror(errno))));
        return STATUS_OUTPUT;
    }
    return STATUS_OK;
}

static void append_escaped(struct text_buffer *out, const char *path)
{
    for (; *path != '\0'; path++) {
        if (*path == ' ' || *path == '#' || *path == '\\')
            buffer_append_byte(out, '\\');
        if (*path == '$')
            buffer_append_byte(out, '$');
        buffer_append_byte(out, *path);
    }
}

enum status output_depfile(const char *path, const char *target, const char *const *inputs,
                           size_t count, struct arena *arena, struct diagnostics *diags)
{
    struct text_buffer out = text_buffer_new(arena);
    append_escaped(&out, target);
    buffer_append_byte(&out, ':');
    for (size_t i = 0; i < count; i++) {
        buffer_append_string(&out, " \\\n  ");
        append_escaped(&out, inputs[i]);
    }
    buffer_append_byte(&out, '\n');
    return output_write(path, buffer_text(&out), diags);
}
