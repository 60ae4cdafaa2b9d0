#include "core/base/threads.h"
#include "core/base/limits.h"
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

struct job {
    atomic_size_t next;
    size_t count;
    thread_work *work;
    void *data;
};

static size_t available; /* 0: the cores */

void threads_set_available(size_t threads) { available = threads; }

size_t threads_available(void)
{
    if (available > 0)
        return available;
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores < 1 ? 1 : cores > LIMIT_THREADS ? LIMIT_THREADS : (size_t)cores;
}

static void *take_work(void *argument)
{
    struct job *job = argument;
    for (;;) {
        size_t index = atomic_fetch_add(&job->next, 1);
        if (index >= job->count)
            return NULL;
        job->work(job->data, index);
    }
}

void threads_run(size_t threads, size_t count, thread_work *work, void *data)
{
    struct job job = {.count = count, .work = work, .data = data};
    pthread_t helpers[LIMIT_THREADS];
    size_t started = 0;
    if (threads == 0)
        threads = threads_available();
    if (threads > LIMIT_THREADS)
        threads = LIMIT_THREADS;
    if (threads > count)
        threads = count;
    while (started + 1 < threads && pthread_create(&helpers[started], NULL, take_work, &job) == 0)
        started++;
    take_work(&job);
    for (size_t i = 0; i < started; i++)
        pthread_join(helpers[i], NULL);
}
