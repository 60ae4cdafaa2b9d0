#include "core/cli/progress.h"
#include <stdio.h>
#include <unistd.h>

#define INTERVAL_MS 100 /* between two lines: more often only costs */

static const char *const words[LANG_COUNT] = {"讀取 %zu / %zu", "读取 %zu / %zu",
                                              "reading %zu of %zu"};

void progress_begin(struct progress *progress, bool is_wanted, enum language language, size_t total)
{
    *progress = (struct progress){
        .total = total, .language = language, .is_shown = is_wanted && isatty(STDERR_FILENO)};
    pthread_mutex_init(&progress->lock, NULL);
    clock_gettime(CLOCK_MONOTONIC, &progress->last);
}

static long milliseconds_since(const struct timespec *then)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long)(now.tv_sec - then->tv_sec) * 1000 + (now.tv_nsec - then->tv_nsec) / 1000000;
}

void progress_step(struct progress *progress)
{
    pthread_mutex_lock(&progress->lock);
    progress->done++;
    if (progress->is_shown && milliseconds_since(&progress->last) >= INTERVAL_MS) {
        clock_gettime(CLOCK_MONOTONIC, &progress->last);
        fputc('\r', stderr);
        fprintf(stderr, words[progress->language], progress->done, progress->total);
        fflush(stderr);
        progress->has_line = true;
    }
    pthread_mutex_unlock(&progress->lock);
}

void progress_end(struct progress *progress)
{
    if (progress->has_line)
        fputs("\r\033[K", stderr);
    pthread_mutex_destroy(&progress->lock);
}
