#define _DEFAULT_SOURCE /* MAP_ANONYMOUS, madvise */
#include "core/base/huge_block.h"
#include <stdint.h>
#include <stdlib.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

#if defined MAP_ANONYMOUS && defined MADV_HUGEPAGE

static size_t rounded(size_t size) { return (size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE; }

void *huge_block_new(size_t size)
{
    if (size > SIZE_MAX / 2)
        return NULL;
    size_t needed = rounded(size), mapped = needed + HUGE_PAGE;
    unsigned char *map =
        mmap(NULL, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (map == MAP_FAILED)
        return NULL;
    /* a huge page begins at a multiple of its size: what stands around goes back */
    size_t before = (HUGE_PAGE - (uintptr_t)map % HUGE_PAGE) % HUGE_PAGE;
    unsigned char *block = map + before;
    if (before > 0)
        munmap(map, before);
    if (before < HUGE_PAGE)
        munmap(block + needed, HUGE_PAGE - before);
    madvise(block, needed, MADV_HUGEPAGE); /* refused, the block is as good, and slower */
    return block;
}

void huge_block_free(void *block, size_t size)
{
    if (block != NULL)
        munmap(block, rounded(size));
}

#else

void *huge_block_new(size_t size) { return calloc(1, size); }

void huge_block_free(void *block, size_t size)
{
    (void)size;
    free(block);
}

#endif
