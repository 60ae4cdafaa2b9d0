#include "core/cli/watch.h"
#include "core/base/text_buffer.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#ifdef __linux__
#include <poll.h>
#include <signal.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/wait.h>

#define QUIET_MS 100  /* an editor that saves is done when nothing more comes for so long */
#define BURST_MS 2000 /* but whoever writes all the time does not put the work off for longer */

static const struct message watching = {
    {"監看 {0} 個檔案，有變更即重做；Ctrl-C 結束", "监看 {0} 个文件，有变更即重做；Ctrl-C 结束",
     "watching {0} files, to make it anew when one changes; Ctrl-C ends"}};
static const struct message cannot_watch = {
    {"無法監看檔案：{0}", "无法监看文件：{0}", "cannot watch files: {0}"}};

/* What there is to watch, made anew before and after each run. */
struct watched {
    struct arena *arena;
    struct inputs files;
    uint64_t state; /* of all of them: another one means that something changed */
};

struct watching {
    struct command *command;
    const char *project;
    watched_work *work;
    int changes, signals; /* file descriptors: of inotify, of SIGINT and SIGTERM */
    sigset_t ends;
    struct text made_of; /* paths of the last run, each ended by a NUL */
    struct arena *arena; /* of made_of; NULL: no run told yet */
};

/* ---- what is watched ---- */

static void add_files(struct inputs *all, struct text paths)
{
    for (size_t at = 0, end; at < paths.size; at = end + 1) {
        end = text_find(paths, (struct text){"", 1}, at);
        *arena_push(all->arena, all->paths, all->count, all->capacity) = paths.data + at;
    }
}

/* The folder's files as build would read them now; one that is wrong now may be right soon. */
static void add_project(struct watching *w, struct inputs *all)
{
    struct diagnostics *unsaid = diagnostics_new(all->arena);
    struct project project;
    const char *config = w->command->options->config;
    if (project_read(&project, all->arena, w->project, config, unsaid) == STATUS_OK)
        project_inputs(&project, all, unsaid);
    else
        inputs_add(all, w->project, unsaid);
    if (w->command->options->output != NULL)
        inputs_drop_files(all, &w->command->options->output, 1);
    *arena_push(all->arena, all->paths, all->count, all->capacity) =
        config != NULL ? config : path_join(all->arena, w->project, "rolebook.yaml");
}

static int compare_paths(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* What a file is now; one that is not there has a state as well. */
static uint64_t state_of(const char *path)
{
    struct stat info = {0};
    if (stat(path, &info) != 0)
        info = (struct stat){0};
    const uint64_t parts[] = {text_hash(text_from_string(path)), (uint64_t)info.st_ino,
                              (uint64_t)info.st_size, (uint64_t)info.st_mtim.tv_sec,
                              (uint64_t)info.st_mtim.tv_nsec};
    return text_hash((struct text){(const char *)parts, sizeof parts});
}

static struct watched look(struct watching *w)
{
    struct watched watched = {.arena = arena_open_like(w->command->arena)};
    struct inputs *files = &watched.files;
    files->arena = watched.arena;
    add_project(w, files);
    add_files(files, w->made_of);
    qsort(files->paths, files->count, sizeof *files->paths, compare_paths);
    size_t count = 0;
    for (size_t i = 0; i < files->count; i++)
        if (count == 0 || strcmp(files->paths[i], files->paths[count - 1]) != 0)
            files->paths[count++] = files->paths[i];
    files->count = count;
    for (size_t i = 0; i < count; i++)
        watched.state = watched.state * UINT64_C(0x100000001B3) ^ state_of(files->paths[i]);
    return watched;
}

/* Folders are watched, not files: editors put a new file in the old one's place. */
static void listen_to(struct watching *w, const char *folder)
{
    inotify_add_watch(w->changes, folder,
                      IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                          IN_MOVED_TO | IN_ATTRIB);
}

static void listen_to_all(struct watching *w, const struct watched *watched)
{
    listen_to(w, w->project);
    listen_to(w, path_join(watched->arena, w->project, "roles"));
    for (size_t i = 0; i < watched->files.count; i++) {
        const char *path = watched->files.paths[i], *slash = strrchr(path, '/');
        struct text folder = {path, slash == NULL ? 0 : (size_t)(slash - path)};
        listen_to(w, slash == NULL   ? "."
                     : slash == path ? "/"
                                     : text_to_string(watched->arena, folder));
    }
}

/* Listens to folders that are new as well. */
static uint64_t state_now(struct watching *w, size_t *count)
{
    struct watched watched = look(w);
    uint64_t state = watched.state;
    listen_to_all(w, &watched);
    *count = watched.files.count;
    arena_close(watched.arena);
    return state;
}

/* ---- the work ---- */

/* In the process that works: Ctrl-C is for the one that watches, which waits for it. */
static void work_in_child(struct watching *w, int out)
{
    struct command command = {.arena = arena_open_like(w->command->arena),
                              .options = w->command->options};
    struct inputs made_of = {.arena = command.arena};
    command.diags = diagnostics_new(command.arena);
    command.dependencies = &made_of;
    close(w->changes);
    close(w->signals);
    enum exit_status status = w->work(&command);
    struct text_buffer paths = text_buffer_new(command.arena);
    for (size_t i = 0; i < made_of.count; i++) {
        buffer_append_string(&paths, made_of.paths[i]);
        buffer_append_byte(&paths, '\0');
    }
    for (size_t at = 0; at < paths.size;) {
        ssize_t put = write(out, paths.data + at, paths.size - at);
        if (put <= 0)
            break;
        at += (size_t)put;
    }
    fflush(stdout);
    fflush(stderr);
    _exit((int)status);
}

/* What the child tells it was made of, until it ends; empty: it did not come to tell. */
static struct text read_paths(struct arena *arena, int in)
{
    struct text_buffer paths = text_buffer_new(arena);
    for (;;) {
        char *room = buffer_reserve(&paths, 4096);
        ssize_t got = read(in, room, 4096);
        if (got <= 0)
            break;
        paths.size += (size_t)got;
    }
    bool is_whole = paths.size > 0 && paths.data[paths.size - 1] == '\0';
    return is_whole ? buffer_text(&paths) : TEXT("");
}

/* out  *made_of  what it told, in the arena */
static bool run(struct watching *w, struct arena *arena, struct text *made_of)
{
    int ends[2];
    fflush(stdout);
    fflush(stderr);
    if (pipe(ends) != 0)
        return false;
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        work_in_child(w, ends[1]);
    }
    close(ends[1]);
    if (child > 0)
        *made_of = read_paths(arena, ends[0]);
    close(ends[0]);
    return child > 0 && waitpid(child, NULL, 0) == child;
}

/* Of a run that told nothing, what the one before was made of stays. */
static void adopt(struct watching *w, struct arena *arena, struct text made_of)
{
    if (text_is_empty(made_of)) {
        arena_close(arena);
        return;
    }
    arena_close(w->arena);
    w->arena = arena;
    w->made_of = made_of;
}

/* ---- waiting ---- */

/* False once a signal says to end. Takes all that is told off the queue. */
static bool wait_for_change(struct watching *w, int milliseconds, bool *any)
{
    struct pollfd fds[] = {{w->changes, POLLIN, 0}, {w->signals, POLLIN, 0}};
    char events[4096] __attribute__((aligned(8)));
    int ready = poll(fds, 2, milliseconds);
    *any = ready > 0 && fds[0].revents != 0;
    if (*any && read(w->changes, events, sizeof events) < 0)
        *any = false;
    return fds[1].revents == 0;
}

/* Until the files are other than they were, and have been left alone for a moment. */
static bool wait_for_files(struct watching *w, uint64_t state)
{
    for (;;) {
        bool any = true;
        for (int waited = 0; any && waited < BURST_MS; waited += QUIET_MS)
            if (!wait_for_change(w, QUIET_MS, &any))
                return false;
        size_t count;
        if (state_now(w, &count) != state)
            return true;
        if (!wait_for_change(w, -1, &any))
            return false;
    }
}

static void say_watching(const struct watching *w, size_t count)
{
    const struct text args[MESSAGE_ARGS] = {text_from_number(w->command->arena, count)};
    struct text words =
        message_format(w->command->arena, &watching, args, w->command->options->language);
    if (!w->command->options->is_quiet)
        fprintf(stderr, "%.*s\n", TEXT_ARGS(words));
}

static enum exit_status watch_until_end(struct watching *w)
{
    for (bool goes_on = true; goes_on;) {
        size_t count;
        uint64_t before = state_now(w, &count);
        struct arena *arena = arena_open_like(w->command->arena);
        struct text made_of = TEXT("");
        if (!run(w, arena, &made_of))
            return EXIT_TROUBLE;
        bool has_changed = state_now(w, &count) != before; /* while it was made */
        adopt(w, arena, made_of);
        uint64_t state = state_now(w, &count);
        say_watching(w, count);
        goes_on = wait_for_files(w, has_changed ? ~state : state);
    }
    return EXIT_DONE;
}

enum exit_status watch(struct command *command, const char *project, watched_work *work)
{
    struct watching w = {.command = command, .project = project, .work = work};
    struct sigaction as_usual = {.sa_handler = SIG_DFL};
    sigemptyset(&w.ends);
    sigaddset(&w.ends, SIGINT);
    sigaddset(&w.ends, SIGTERM);
    for (int i = 0; i < 2; i++) /* a signal that a shell has us ignore would never be told */
        sigaction(i == 0 ? SIGINT : SIGTERM, &as_usual, NULL);
    sigprocmask(SIG_BLOCK, &w.ends, NULL);
    w.changes = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    w.signals = signalfd(-1, &w.ends, SFD_CLOEXEC);
    enum exit_status status = EXIT_TROUBLE;
    if (w.changes < 0 || w.signals < 0)
        command_complain(command, &cannot_watch, TEXT("inotify, signalfd"), TEXT(""));
    else
        status = watch_until_end(&w);
    close(w.changes);
    close(w.signals);
    arena_close(w.arena);
    command_report(command, command->diags, STDERR_FILENO);
    return status;
}

#else

enum exit_status watch(struct command *command, const char *project, watched_work *work)
{
    static const struct message not_here = {{"--watch 需要 Linux 的 inotify，這個系統沒有",
                                             "--watch 需要 Linux 的 inotify，这个系统没有",
                                             "--watch needs inotify of Linux, which is not here"}};
    (void)project;
    (void)work;
    command_complain(command, &not_here, TEXT(""), TEXT(""));
    command_report(command, command->diags, STDERR_FILENO);
    return EXIT_TROUBLE;
}

#endif
