/*
 * An arena owns everything that lives as long as one input file or one output.
 *
 * Nobody frees a node: closing the arena frees all that came out of it. Allocation cannot fail
 * from the caller's point of view: when memory runs out, the handler the arena was opened with is
 * called and does not return. With ROLEBOOK_ARENA_DEBUG each allocation is a block of its own, so
 * that the sanitizers see its bounds.
 */
#ifndef ROLEBOOK_CORE_BASE_ARENA_H
#define ROLEBOOK_CORE_BASE_ARENA_H
#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Called when memory runs out; must not return (exit or longjmp). */
typedef void arena_exhausted(void *data);

/*
 * in       exhausted  NULL: a line on stderr and exit status 2, which is what the command wants
 * returns  a new arena; the caller closes it
 */
struct arena *arena_open(arena_exhausted *exhausted, void *data);
/* A new arena that runs out in the same way: for what is needed for a while only. */
struct arena *arena_open_like(const struct arena *other);
void arena_close(struct arena *arena); /* NULL is allowed */
/* Gives all that came out of other to the arena; other is closed. */
void arena_adopt(struct arena *arena, struct arena *other);
/* Frees all that came out of it, as closing does; what comes next reuses some of the memory. */
void arena_clear(struct arena *arena);

/* Takes room for size bytes at once: where much is sure to come, it comes in huge pages. */
void arena_reserve(struct arena *arena, size_t size);
/* size bytes set to zero, aligned for any type; size 0 gives a valid pointer. */
void *arena_alloc(struct arena *arena, size_t size);
/* count * size bytes set to zero; a product that overflows counts as memory running out. */
void *arena_array(struct arena *arena, size_t count, size_t size);
/*
 * The block at old, used bytes long, in a block of at least size bytes: the same one when it is the
 * arena's newest and there is room behind it, else a copy. Bytes past used are zero. old may be
 * NULL.
 */
void *arena_grow(struct arena *arena, void *old, size_t used, size_t size);

/* Bytes handed out so far: what tests and benches count. */
size_t arena_bytes(const struct arena *arena);

/* a + b and a * b, or SIZE_MAX, which no allocation satisfies, when that overflows. */
size_t size_add(size_t a, size_t b);
size_t size_mul(size_t a, size_t b);

#define arena_new(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define arena_new_array(arena, count, type) ((type *)arena_array((arena), (count), sizeof(type)))

/*
 * Room for one more element behind a growing array in the arena: doubles when full.
 * array is an lvalue pointer, count and capacity size_t lvalues.
 */
#define arena_push(arena, array, count, capacity)                                                  \
    ((count) == (capacity)                                                                         \
         ? ((array) = arena_grow(                                                                  \
                (arena), (array), (count) * sizeof *(array),                                       \
                size_mul((capacity) = (capacity) ? size_mul((capacity), 2) : 4, sizeof *(array))), \
            &(array)[(count)++])                                                                   \
         : &(array)[(count)++])

#endif
