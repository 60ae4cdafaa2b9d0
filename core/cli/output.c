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

struct output_stream {
    struct diagnostics *diags;
    struct atomic_file *file; /* NULL: standard output */
    FILE *old;                /* what stands there, as long as it is the same; NULL: it is not */
    int error;                /* of standard output, the first; 0: none */
};

/* What comes next in the file are these bytes. */
static bool goes_on_with(FILE *file, struct text bytes)
{
    char chunk[1 << 14];
    while (bytes.size > 0) {
        size_t size = bytes.size < sizeof chunk ? bytes.size : sizeof chunk;
        if (fread(chunk, 1, size, file) != size || memcmp(chunk, bytes.data, size) != 0)
            return false;
        bytes = text_from(bytes, size);
    }
    return true;
}

static FILE *open_old(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISREG(about.st_mode) ? fopen(path, "rb") : NULL;
}

bool output_is_there(const char *path, struct text bytes)
{
    FILE *file = open_old(path);
    bool same = file != NULL && goes_on_with(file, bytes) && fgetc(file) == EOF;
    if (file != NULL)
        fclose(file);
    return same;
}

struct output_stream *output_open(const char *path, struct diagnostics *diags)
{
    struct output_stream *stream = arena_new(diags->arena, struct output_stream);
    stream->diags = diags;
    if (path == NULL || strcmp(path, "-") == 0)
        return stream;
    stream->file = atomic_file_open(path, diags);
    if (stream->file == NULL)
        return NULL;
    stream->old = open_old(path);
    return stream;
}

void output_put(struct output_stream *stream, struct text bytes)
{
    if (stream->file == NULL) {
        bool is_written = bytes.size == 0 || stream->error != 0 ||
                          fwrite(bytes.data, 1, bytes.size, stdout) == bytes.size;
        if (!is_written)
            stream->error = errno;
        return;
    }
    atomic_file_write(stream->file, bytes);
    if (stream->old != NULL && !goes_on_with(stream->old, bytes)) {
        fclose(stream->old);
        stream->old = NULL;
    }
}

enum status output_close(struct output_stream *stream)
{
    if (stream->file != NULL) {
        bool is_same = stream->old != NULL && fgetc(stream->old) == EOF;
        if (stream->old != NULL)
            fclose(stream->old);
        return atomic_file_close(stream->file, !is_same);
    }
    if (stream->error == 0 && fflush(stdout) != 0)
        stream->error = errno;
    if (stream->error == 0)
        return STATUS_OK;
    report_error(stream->diags, &no_stdout, (struct span){0},
                 text_copy(stream->diags->arena, text_from_string(strerror(stream->error))),
                 TEXT(""));
    return STATUS_OUTPUT;
}

enum status output_write(const char *path, struct text bytes, struct diagnostics *diags)
{
    if (path != NULL && strcmp(path, "-") != 0)
        return output_is_there(path, bytes) ? STATUS_OK : atomic_write(path, bytes, diags);
    struct output_stream *stream = output_open(path, diags);
    output_put(stream, bytes);
    return output_close(stream);
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
        if (*path == ' ' || *path == '#' || *path == '\\' || *path == ':')
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
    for (size_t i = 0; i < count; i++) { /* one that is gone is no reason to stop (gcc's -MP) */
        buffer_append_byte(&out, '\n');
        append_escaped(&out, inputs[i]);
        buffer_append_string(&out, ":\n");
    }
    return output_write(path, buffer_text(&out), diags);
}
