/*
 * Large blocks straight from the system, in huge pages where it has them.
 *
 * The first touch of a page costs a fault, more than the work done on its 4 KB where the system is
 * a guest on another; a huge page takes one fault for all of its 2 MB. Debian gives huge pages to
 * those who ask for them, with Linux's madvise(2).
 */
#ifndef ROLEBOOK_CORE_BASE_HUGE_BLOCK_H
#define ROLEBOOK_CORE_BASE_HUGE_BLOCK_H
#include <stddef.h>

#define HUGE_PAGE ((size_t)2 << 20)

/* size bytes set to zero, which take no memory until they are touched; NULL: there is not so much
 * memory. huge_block_free frees them. */
void *huge_block_new(size_t size);
/* size as it was asked for; NULL is allowed. */
void huge_block_free(void *block, size_t size);

#endif
