/*
 * Independent pieces of work run on a few threads, and come back in order.
 */
#ifndef ROLEBOOK_CORE_BASE_THREADS_H
#define ROLEBOOK_CORE_BASE_THREADS_H
#include <stddef.h>

/* Does piece number index; data is shared, so each index writes only to its own place in it. */
typedef void thread_work(void *data, size_t index);

/*
 * Runs work for every index below count on at most threads threads (0: one a core), the caller's
 * among them, and returns when all are done. Which thread takes which index is not defined:
 * results must depend on the index alone. When threads cannot be made, fewer do the work.
 */
void threads_run(size_t threads, size_t count, thread_work *work, void *data);

size_t threads_available(void); /* cores, at least 1 */

#endif
