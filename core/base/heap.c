#include "core/base/heap.h"
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>

#define LARGE_BLOCK (512 << 10) /* the largest arenas take from the heap (arena.c), and buffers */
#define KEPT_FREE (4 * LARGE_BLOCK)
#endif

void heap_return_large_blocks(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, LARGE_BLOCK);
    mallopt(M_TRIM_THRESHOLD, KEPT_FREE);
#endif
}

void heap_return_free_pages(void)
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}
