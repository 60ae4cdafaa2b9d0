/*
 * Independent pieces of work run on a few threads, and come back in order.
 */
#ifndef ROLEBOOK_CORE_BASE_THREADS_H
#define ROLEBOOK_CORE_BASE_THREADS_H
#include <stddef.h>

/* Does piece number index; data is shared, so each index writes only to its own place in it. */
typedef void thread_work(void *data, size_t index);

/*
 * Runs work for every index below count on at most threads threads (0: threads_available), the
 * caller's among them, and returns when all are done. Which thread takes which index is not
 * defined: results must depend on the index alone. When threads cannot be made, fewer do the work.
 */
void threads_run(size_t threads, size_t count, thread_work *work, void *data);

/* Cores, at least 1; or what threads_set_available was told. */
size_t threads_available(void);
/* How many the process is to use where nobody says (-j); 0: the cores. Before any thread runs. */
void threads_set_available(size_t threads);

#endif
