/*
 * A progress line on a terminal says how far a long piece of work is; in a pipe it says nothing.
 */
#ifndef ROLEBOOK_CORE_CLI_PROGRESS_H
#define ROLEBOOK_CORE_CLI_PROGRESS_H
#include "core/base/language.h"
#include <pthread.h>
#include <time.h>

struct progress {
    pthread_mutex_t lock;
    size_t done, total;
    bool is_shown; /* on a terminal, and wanted */
    bool has_line; /* a line stands there now */
    struct timespec last;
    enum language language;
};

void progress_begin(struct progress *progress, bool is_wanted, enum language language,
                    size_t total);
/* One more is done; any thread. */
void progress_step(struct progress *progress);
/* Takes the line away. */
void progress_end(struct progress *progress);

#endif
