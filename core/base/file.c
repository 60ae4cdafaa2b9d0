#include "core/base/file.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct message cannot_read = {
    {"無法讀取此檔案：{0}", "无法读取此文件：{0}", "cannot read this file: {0}"}};
static const struct message is_folder = {
    {"這是資料夾，不是檔案", "这是文件夹，不是文件", "this is a folder, not a file"}};
static const struct message too_large = {
    {"檔案超過 {0} MiB 的上限：請拆分後再試", "文件超过 {0} MiB 的上限：请拆分后再试",
     "the file is larger than the limit of {0} MiB: split it"}};

/* The commonest causes, in words of our own. */
static const struct {
    int error;
    struct message message;
} causes[] = {{ENOENT,
               {{"沒有這個檔案：請核對路徑", "没有这个文件：请核对路径",
                 "there is no such file: check the path"}}},
              {EACCES,
               {{"沒有讀取此檔案的權限", "没有读取此文件的权限",
                 "there is no permission to read this file"}}}};

static enum status fail(struct diagnostics *diags, const struct source *source, int error)
{
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
        if (causes[i].error == error)
            return report_error(diags, &causes[i].message, span_of_source(source), (struct text){0},
                                (struct text){0});
    struct text reason = text_copy(diags->arena, text_from_string(strerror(error)));
    return report_error(diags, &cannot_read, span_of_source(source), reason, (struct text){0});
}

static enum status read_all(struct arena *arena, int fd, size_t guess, const struct source *source,
                            struct text *bytes, struct diagnostics *diags)
{
    size_t capacity = guess + 1, size = 0; /* one more byte, so that the end is seen at once */
    char *data = arena_alloc(arena, capacity);
    for (;;) {
        if (size == capacity) {
            data = arena_grow(arena, data, capacity, size_mul(capacity, 2));
            capacity *= 2;
        }
        ssize_t got = read(fd, data + size, capacity - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(diags, source, errno);
        if (got == 0)
            break;
        size += (size_t)got;
        if (size > LIMIT_FILE_BYTES)
            return report_error(diags, &too_large, span_of_source(source), TEXT("256"),
                                (struct text){0});
    }
    *bytes = (struct text){data, size};
    return STATUS_OK;
}

enum status file_read(struct arena *arena, const struct source *source, struct text *bytes,
                      struct diagnostics *diags)
{
    static_assert(LIMIT_FILE_BYTES == (size_t)256 << 20, "the message says 256 MiB");
    bool is_stdin = strcmp(source->path, "-") == 0;
    int fd = is_stdin ? STDIN_FILENO : open(source->path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail(diags, source, errno);
    struct stat info;
    enum status status;
    if (fstat(fd, &info) != 0)
        status = fail(diags, source, errno);
    else if (S_ISDIR(info.st_mode))
        status = report_error(diags, &is_folder, span_of_source(source), (struct text){0},
                              (struct text){0});
    else if (S_ISREG(info.st_mode) && info.st_size > (off_t)LIMIT_FILE_BYTES)
        status =
            report_error(diags, &too_large, span_of_source(source), TEXT("256"), (struct text){0});
    else
        status = read_all(arena, fd, S_ISREG(info.st_mode) ? (size_t)info.st_size : 65535, source,
                          bytes, diags);
    if (!is_stdin)
        close(fd);
    return status;
}

struct text path_file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return text_from_string(slash == NULL ? path : slash + 1);
}
