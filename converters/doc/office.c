#include "converters/doc/office.h"
#include "core/base/file.h"
#include "core/base/text_buffer.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define FOLDERS_DEEP 32 /* a LibreOffice profile has about eight */
#define POLL_NANOSECONDS 20000000

static const struct message no_folder = {
    {"無法在 {0} 建立暫存資料夾（{1}）：請設定 TMPDIR",
     "无法在 {0} 建立临时文件夹（{1}）：请设定 TMPDIR",
     "no temporary folder can be made under {0} ({1}): set TMPDIR"}};
static const struct message conversion_failed = {
    {"LibreOffice 未能轉換此檔：請在 Word 中另存為 .docx 後再試",
     "LibreOffice 未能转换此文件：请在 Word 中另存为 .docx 后再试",
     "LibreOffice did not convert this file: save it as .docx in Word and try again"}};
static const struct message conversion_hangs = {
    {"LibreOffice 轉換此檔逾 {0} 秒，已中止：請在 Word 中另存為 .docx 後再試",
     "LibreOffice 转换此文件超过 {0} 秒，已中止：请在 Word 中另存为 .docx 后再试",
     "LibreOffice took more than {0} seconds over this file and was stopped: save it as .docx in "
     "Word and try again"}};

/* ---- where it is ---- */

/* The program's path, in the arena; NULL: it is not on the PATH. */
static const char *find_program(struct arena *arena)
{
    struct text path = text_from_string(getenv("PATH"));
    for (size_t begin = 0; begin < path.size;) {
        size_t end = text_find(path, TEXT(":"), begin);
        if (end == TEXT_NOT_FOUND)
            end = path.size;
        struct text_buffer name = text_buffer_new(arena);
        buffer_append(&name, text_slice(path, begin, end));
        buffer_append_string(&name, "/soffice");
        struct stat info;
        const char *program = buffer_string(&name);
        if (program[0] == '/' && stat(program, &info) == 0 && S_ISREG(info.st_mode) &&
            access(program, X_OK) == 0)
            return program;
        begin = end + 1;
    }
    return NULL;
}

bool office_is_there(void)
{
    struct arena *arena = arena_open(NULL, NULL);
    bool is_there = find_program(arena) != NULL;
    arena_close(arena);
    return is_there;
}

/* ---- a folder that comes and goes ---- */

static bool is_plain(struct text path)
{
    for (size_t i = 0; i < path.size; i++) {
        char c = path.data[i];
        bool is_letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        if (!is_letter && !(c >= '0' && c <= '9') && (c == '\0' || strchr("/_.-+", c) == NULL))
            return false;
    }
    return path.size > 0 && path.data[0] == '/';
}

/* Under TMPDIR when it can stand in a file: URI as it is, else under /tmp. */
static struct text temporary_root(void)
{
    struct text root = text_from_string(getenv("TMPDIR"));
    return is_plain(root) ? root : TEXT("/tmp");
}

static void remove_entries(int folder, int depth);

static void remove_entry(int folder, const char *name, int depth)
{
    if (unlinkat(folder, name, 0) == 0 || depth >= FOLDERS_DEEP)
        return;
    int inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (inner < 0)
        return;
    remove_entries(inner, depth + 1);
    unlinkat(folder, name, AT_REMOVEDIR);
}

/* Closes folder. */
static void remove_entries(int folder, int depth)
{
    DIR *entries = fdopendir(folder);
    if (entries == NULL) {
        close(folder);
        return;
    }
    const struct dirent *entry;
    while ((entry = readdir(entries)) != NULL)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            remove_entry(dirfd(entries), entry->d_name, depth);
    closedir(entries);
}

static void remove_folder(const char *path)
{
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder >= 0)
        remove_entries(folder, 0);
    rmdir(path);
}

static const char *join(struct arena *arena, const char *first, const char *second)
{
    struct text_buffer out = text_buffer_new(arena);
    buffer_append_string(&out, first);
    buffer_append_string(&out, second);
    return buffer_string(&out);
}

static bool write_file(const char *path, struct text bytes)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    size_t at = 0;
    while (at < bytes.size) {
        ssize_t wrote = write(fd, bytes.data + at, bytes.size - at);
        if (wrote < 0 && errno != EINTR)
            break;
        at += wrote < 0 ? 0 : (size_t)wrote;
    }
    return close(fd) == 0 && at == bytes.size;
}

/* ---- the process ---- */

enum outcome { OUTCOME_DONE, OUTCOME_FAILED, OUTCOME_LATE };

static enum outcome wait_for(pid_t process)
{
    const struct timespec pause = {.tv_nsec = POLL_NANOSECONDS};
    struct timespec begin, now;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    for (;;) {
        int status;
        pid_t ended = waitpid(process, &status, WNOHANG);
        if (ended == process)
            return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? OUTCOME_DONE : OUTCOME_FAILED;
        if (ended < 0 && errno != EINTR)
            return OUTCOME_FAILED;
        clock_gettime(CLOCK_MONOTONIC, &now);
        if (now.tv_sec - begin.tv_sec > OFFICE_SECONDS) {
            kill(-process, SIGKILL);
            waitpid(process, &status, 0);
            return OUTCOME_LATE;
        }
        nanosleep(&pause, NULL);
    }
}

/* In a process group of its own, so that its children end with it; nothing comes to our output. */
static enum outcome run(const char *program, char *const *arguments, char *const *environment)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    pid_t process;
    if (posix_spawn_file_actions_init(&files) != 0)
        return OUTCOME_FAILED;
    if (posix_spawnattr_init(&attributes) != 0) {
        posix_spawn_file_actions_destroy(&files);
        return OUTCOME_FAILED;
    }
    bool is_ready = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP) == 0 &&
                    posix_spawnattr_setpgroup(&attributes, 0) == 0;
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        is_ready &= posix_spawn_file_actions_addopen(&files, fd, "/dev/null", O_RDWR, 0) == 0;
    enum outcome outcome = OUTCOME_FAILED;
    if (is_ready &&
        posix_spawn(&process, program, &files, &attributes, arguments, environment) == 0)
        outcome = wait_for(process);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return outcome;
}

/* The folder serves as home, profile and output. */
static enum outcome convert_in(struct arena *arena, const char *folder, const char *file,
                               const char *filter)
{
    const char *program = find_program(arena);
    if (program == NULL)
        return OUTCOME_FAILED;
    const char *arguments[] = {
        program,
        join(arena, "-env:UserInstallation=file://", join(arena, folder, "/profile")),
        "--headless",
        "--norestore",
        "--convert-to",
        "docx",
        "--outdir",
        folder,
        file,
        filter == NULL ? NULL : join(arena, "--infilter=", filter),
        NULL};
    const char *path = getenv("PATH");
    const char *environment[] = {join(arena, "PATH=", path == NULL ? "" : path),
                                 join(arena, "HOME=", folder), join(arena, "TMPDIR=", folder),
                                 "LC_ALL=C.UTF-8", NULL};
    return run(program, (char *const *)arguments, (char *const *)environment);
}

static enum status convert(struct arena *arena, const char *folder, struct text bytes,
                           const char *extension, const char *filter, const struct source *source,
                           struct text *docx, struct diagnostics *diags)
{
    struct span at = span_of_source(source);
    struct text none = {0};
    const char *file = join(arena, folder, join(arena, "/in.", extension));
    if (!write_file(file, bytes))
        return report_error(diags, &no_folder, at, text_copy(diags->arena, temporary_root()),
                            text_copy(diags->arena, text_from_string(strerror(errno))));
    enum outcome outcome = convert_in(arena, folder, file, filter);
    if (outcome == OUTCOME_LATE)
        return report_error(diags, &conversion_hangs, at, TEXT("120"), none);
    struct source converted = {.path = join(arena, folder, "/in.docx")};
    struct diagnostics *unsaid = diagnostics_new(arena); /* the user knows nothing of that file */
    if (outcome == OUTCOME_FAILED || file_read(arena, &converted, docx, unsaid) != STATUS_OK)
        return report_error(diags, &conversion_failed, at, none, none);
    return STATUS_OK;
}

enum status office_convert(struct arena *arena, struct text bytes, const char *extension,
                           const char *filter, const struct source *source, struct text *docx,
                           struct diagnostics *diags)
{
    static_assert(OFFICE_SECONDS == 120, "the message says 120");
    struct text_buffer name = text_buffer_new(arena);
    buffer_append(&name, temporary_root());
    buffer_append_string(&name, "/rolebook-XXXXXX");
    buffer_string(&name);
    const char *folder = mkdtemp(name.data);
    if (folder == NULL)
        return report_error(diags, &no_folder, span_of_source(source),
                            text_copy(diags->arena, temporary_root()),
                            text_copy(diags->arena, text_from_string(strerror(errno))));
    enum status status = convert(arena, folder, bytes, extension, filter, source, docx, diags);
    remove_folder(folder);
    return status;
}
