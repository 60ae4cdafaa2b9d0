/*
 * The heap gives memory of large blocks back to the system when they are freed.
 *
 * Else it keeps holes as large as the largest blocks ever were, which the next ones may not fit:
 * a fifth of what a large handbook takes.
 */
#ifndef ROLEBOOK_CORE_BASE_HEAP_H
#define ROLEBOOK_CORE_BASE_HEAP_H

/*
 * For the whole process, so a command's to ask for; where the C library cannot, nothing changes. Of
 * what small blocks took, each thread keeps as much as a file takes to read: given back between two
 * files, it would stop the other threads each time.
 */
void heap_return_large_blocks(void);
/*
 * Gives back, once, the pages that nothing uses any more: behind a tree that took many small blocks
 * and is gone. What comes next has to fault in its own, so not worth it for little.
 */
void heap_return_free_pages(void);

#endif
