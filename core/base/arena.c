#include "core/base/arena.h"
#include "core/base/huge_block.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ALIGNMENT sizeof(max_align_t)
#define FIRST_CHUNK ((size_t)16 << 10)
#define LARGEST_CHUNK (HUGE_PAGE - sizeof(struct chunk)) /* but for a block that is larger */
#define LARGEST_OF_HEAP ((size_t)512 << 10)

#ifdef ROLEBOOK_ARENA_DEBUG
enum { IS_DEBUG = true };
#else
enum { IS_DEBUG = false };
#endif

struct chunk {
    struct chunk *previous;
    size_t size, used;
    bool is_huge; /* from the system, not from the heap */
    bool is_zero; /* all of it: what nobody writes to takes no memory */
    _Alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct chunk *chunk;
    size_t bytes;
    arena_exhausted *exhausted;
    void *data;
};

static void exit_exhausted(void *data)
{
    (void)data;
    static const char message[] = "rolebook: error: out of memory\n";
    fwrite(message, 1, sizeof message - 1, stderr);
    exit(2);
}

size_t size_add(size_t a, size_t b) { return a > SIZE_MAX - b ? SIZE_MAX : a + b; }

size_t size_mul(size_t a, size_t b) { return b != 0 && a > SIZE_MAX / b ? SIZE_MAX : a * b; }

struct arena *arena_open(arena_exhausted *exhausted, void *data)
{
    if (exhausted == NULL)
        exhausted = exit_exhausted;
    struct arena *arena = calloc(1, sizeof *arena);
    if (arena == NULL) {
        exhausted(data);
        abort(); /* the handler broke its promise not to return */
    }
    arena->exhausted = exhausted;
    arena->data = data;
    return arena;
}

struct arena *arena_open_like(const struct arena *other)
{
    return arena_open(other->exhausted, other->data);
}

static void free_chunk(struct chunk *chunk)
{
    if (chunk->is_huge)
        huge_block_free(chunk, chunk->size + sizeof *chunk);
    else
        free(chunk);
}

static void free_chunks(struct chunk *chunk)
{
    while (chunk != NULL) {
        struct chunk *previous = chunk->previous;
        free_chunk(chunk);
        chunk = previous;
    }
}

void arena_close(struct arena *arena)
{
    if (arena == NULL)
        return;
    free_chunks(arena->chunk);
    free(arena);
}

void arena_adopt(struct arena *arena, struct arena *other)
{
    struct chunk **end = arena->chunk == NULL ? &arena->chunk : &arena->chunk->previous;
    while (*end != NULL)
        end = &(*end)->previous;
    *end = other->chunk;
    arena->bytes += other->bytes;
    free(other);
}

/* The newest chunk of the usual size stays. */
void arena_clear(struct arena *arena)
{
    struct chunk *kept = IS_DEBUG ? NULL : arena->chunk;
    for (; kept != NULL && kept->size > LARGEST_CHUNK; kept = arena->chunk) {
        arena->chunk = kept->previous;
        free_chunk(kept);
    }
    free_chunks(kept == NULL ? arena->chunk : kept->previous);
    arena->chunk = kept;
    arena->bytes = 0;
    if (kept == NULL)
        return;
    kept->previous = NULL;
    kept->used = 0;
    kept->is_zero = false;
}

static size_t rounded(size_t size)
{
    if (size == 0)
        size = 1;
    size_t up = size_add(size, ALIGNMENT - 1);
    return up == SIZE_MAX ? SIZE_MAX : up / ALIGNMENT * ALIGNMENT;
}

/* Of the next chunk: twice as much as the newest one has, until it is a huge page. */
static size_t next_size(const struct arena *arena)
{
    if (IS_DEBUG)
        return 0;
    if (arena->chunk == NULL)
        return FIRST_CHUNK;
    return arena->chunk->size < LARGEST_OF_HEAP ? 2 * arena->chunk->size : LARGEST_CHUNK;
}

static void add_chunk(struct arena *arena, size_t size)
{
    size_t chunk_size = next_size(arena);
    if (chunk_size < size)
        chunk_size = size;
    size_t total = size_add(chunk_size, sizeof(struct chunk));
    bool is_huge = chunk_size >= LARGEST_CHUNK && !IS_DEBUG;
    struct chunk *chunk = is_huge ? huge_block_new(total) : malloc(total);
    if (chunk == NULL) {
        arena->exhausted(arena->data);
        abort();
    }
    chunk->previous = arena->chunk;
    chunk->size = chunk_size;
    chunk->used = 0;
    chunk->is_huge = chunk->is_zero = is_huge;
    arena->chunk = chunk;
}

/* Set to zero as it is taken: the rest of a chunk then costs neither time nor memory. */
static void *take(struct arena *arena, size_t size)
{
    struct chunk *chunk = arena->chunk;
    void *block = chunk->bytes + chunk->used;
    if (!chunk->is_zero)
        memset(block, 0, size);
    chunk->used += size;
    arena->bytes += size;
    return block;
}

void arena_reserve(struct arena *arena, size_t size)
{
    if (!IS_DEBUG && (arena->chunk == NULL || arena->chunk->size - arena->chunk->used < size))
        add_chunk(arena, size < LARGEST_CHUNK ? LARGEST_CHUNK : size);
}

void *arena_alloc(struct arena *arena, size_t size)
{
    size_t needed = rounded(size);
    struct chunk *chunk = arena->chunk;
    if (chunk == NULL || chunk->size - chunk->used < needed)
        add_chunk(arena, needed);
    return take(arena, needed);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    return arena_alloc(arena, size_mul(count, size));
}

void *arena_grow(struct arena *arena, void *old, size_t used, size_t size)
{
    struct chunk *chunk = arena->chunk;
    size_t held = rounded(used), needed = rounded(size);
    if (old != NULL && chunk != NULL && (unsigned char *)old + held == chunk->bytes + chunk->used &&
        needed >= held && needed - held <= chunk->size - chunk->used) {
        take(arena, needed - held);
        return old;
    }
    void *block = arena_alloc(arena, size);
    if (old != NULL)
        memcpy(block, old, used);
    return block;
}

size_t arena_bytes(const struct arena *arena) { return arena->bytes; }
