#ifdef __linux__
#define _GNU_SOURCE /* syncfs */
#endif
#include "core/base/atomic_write.h"
#include "core/base/text_buffer.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct message cannot_write = {{"無法寫入 {0}：{1}；原有檔案未變",
                                             "无法写入 {0}：{1}；原有文件未变",
                                             "cannot write {0}: {1}; what was there is unchanged"}};

struct atomic_file {
    struct diagnostics *diags;
    const char *path;
    const char *target; /* the file that a link at path leads to; else path */
    char *temporary;    /* NULL: written in place (standard output, a device, a pipe) */
    int fd, error;
    mode_t mode;
    dev_t device; /* of a file put beside its target */
};

static enum status report(struct atomic_file *file)
{
    struct text reason = text_copy(file->diags->arena, text_from_string(strerror(file->error)));
    report_error(file->diags, &cannot_write, (struct span){0}, text_from_string(file->path),
                 reason);
    return STATUS_OUTPUT;
}

/* A name beside the target that no other process takes: mkstemp creates it exclusively. */
static int open_temporary(struct atomic_file *file)
{
    struct text_buffer name = text_buffer_new(file->diags->arena);
    buffer_append_string(&name, file->target);
    buffer_append_string(&name, ".XXXXXX");
    file->temporary = buffer_reserve(&name, 1) - name.size;
    file->temporary[name.size] = '\0';
    int fd = mkstemp(file->temporary);
    if (fd >= 0)
        fcntl(fd, F_SETFD, FD_CLOEXEC);
    return fd;
}

/* A link stays: what it leads to is written. One that leads to nothing is a name like others. */
static const char *target_of(const char *path, struct arena *arena)
{
    struct stat info;
    if (lstat(path, &info) != 0 || !S_ISLNK(info.st_mode))
        return path;
    char *target = realpath(path, NULL);
    const char *copy = target == NULL ? path : text_to_string(arena, text_from_string(target));
    free(target);
    return copy;
}

struct atomic_file *atomic_file_open(const char *path, struct diagnostics *diags)
{
    struct atomic_file *file = arena_new(diags->arena, struct atomic_file);
    file->diags = diags;
    file->path = path;
    file->target = target_of(path, diags->arena);
    struct stat info = {0}; /* mode 0: no such file yet */
    if (strcmp(path, "-") == 0)
        file->fd = STDOUT_FILENO;
    else if (stat(path, &info) == 0 && !S_ISREG(info.st_mode))
        file->fd = open(path, O_WRONLY | O_CLOEXEC); /* a folder fails with EISDIR */
    else {
        file->mode = info.st_mode & 07777;
        file->fd = open_temporary(file);
    }
    if (file->fd >= 0)
        return file;
    file->error = errno;
    report(file);
    return NULL;
}

bool atomic_file_write(struct atomic_file *file, struct text bytes)
{
    while (file->error == 0 && bytes.size > 0) {
        ssize_t put = write(file->fd, bytes.data, bytes.size);
        if (put < 0 && errno != EINTR)
            file->error = errno;
        else if (put > 0)
            bytes = text_from(bytes, (size_t)put);
    }
    return file->error == 0;
}

/* A new file gets the mode the umask allows, as if created by open; an old one keeps its mode. */
static mode_t wanted_mode(const struct atomic_file *file)
{
    if (file->mode != 0)
        return file->mode;
    mode_t mask = umask(0);
    umask(mask);
    return (mode_t)(0666 & ~mask);
}

static void close_temporary(struct atomic_file *file)
{
    if (close(file->fd) != 0 && file->error == 0)
        file->error = errno;
}

static void rename_temporary(struct atomic_file *file, bool commit)
{
    if (commit && file->error == 0 && rename(file->temporary, file->target) != 0)
        file->error = errno;
    if (!commit || file->error != 0)
        unlink(file->temporary);
}

static void flush_file(struct atomic_file *file, int fd)
{
    /* Some file systems cannot fsync and say EINVAL: the rename still is one step there. */
    if (file->error == 0 && fsync(fd) != 0 && errno != EINVAL)
        file->error = errno;
}

static void finish_temporary(struct atomic_file *file, bool commit)
{
    if (commit)
        flush_file(file, file->fd);
    if (commit && file->error == 0 && fchmod(file->fd, wanted_mode(file)) != 0)
        file->error = errno;
    close_temporary(file);
    rename_temporary(file, commit);
}

enum status atomic_file_close(struct atomic_file *file, bool commit)
{
    if (file->temporary != NULL)
        finish_temporary(file, commit);
    else if (file->fd != STDOUT_FILENO && close(file->fd) != 0 && file->error == 0)
        file->error = errno;
    if (commit && file->error != 0)
        return report(file);
    return STATUS_OK;
}

enum status atomic_write(const char *path, struct text bytes, struct diagnostics *diags)
{
    struct atomic_file *file = atomic_file_open(path, diags);
    if (file == NULL)
        return STATUS_OUTPUT;
    atomic_file_write(file, bytes);
    return atomic_file_close(file, true);
}

/* ---- many files ---- */

struct atomic_file *atomic_put_beside(const char *path, struct text bytes,
                                      struct diagnostics *diags)
{
    struct atomic_file *file = atomic_file_open(path, diags);
    struct stat about;
    if (file == NULL)
        return NULL;
    atomic_file_write(file, bytes);
    if (file->temporary == NULL) /* a device: it is written in its place */
        return file;
    if (fstat(file->fd, &about) == 0)
        file->device = about.st_dev;
    if (file->error == 0 && fchmod(file->fd, wanted_mode(file)) != 0)
        file->error = errno;
    close_temporary(file);
    if (file->error == 0)
        return file;
    unlink(file->temporary);
    report(file);
    return NULL;
}

/* All that was written to the file system that fd is on; false: it has to be done file by file. */
static bool flush_file_system(int fd)
{
#ifdef __linux__
    return syncfs(fd) == 0;
#else
    (void)fd;
    return false;
#endif
}

void atomic_flush(struct atomic_file *const *files, size_t count)
{
    dev_t flushed = 0;
    bool has_flushed = false;
    for (size_t i = 0; i < count; i++) {
        struct atomic_file *file = files[i];
        if (file->temporary == NULL || (has_flushed && file->device == flushed))
            continue;
        int fd = open(file->temporary, O_RDONLY | O_CLOEXEC);
        if (fd < 0) {
            file->error = errno;
            continue;
        }
        has_flushed = flush_file_system(fd);
        flushed = file->device;
        if (!has_flushed)
            flush_file(file, fd);
        close(fd);
    }
}

enum status atomic_take_place(struct atomic_file *file)
{
    if (file->temporary == NULL)
        return atomic_file_close(file, true);
    rename_temporary(file, true);
    return file->error == 0 ? STATUS_OK : report(file);
}
