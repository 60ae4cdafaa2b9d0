#include "core/base/arena.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ALIGNMENT sizeof(max_align_t)
#define FIRST_CHUNK ((size_t)16 << 10)
#define LARGEST_CHUNK ((size_t)1 << 20)

struct chunk {
    struct chunk *previous;
    size_t size, used;
    bool is_zero; /* all of it, from the system: what nobody writes to takes no memory */
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

static void free_chunks(struct chunk *chunk)
{
    while (chunk != NULL) {
        struct chunk *previous = chunk->previous;
        free(chunk);
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
    struct chunk *kept = arena->chunk;
#ifdef ROLEBOOK_ARENA_DEBUG
    kept = NULL;
#endif
    for (; kept != NULL && kept->size > LARGEST_CHUNK; kept = arena->chunk) {
        arena->chunk = kept->previous;
        free(kept);
    }
    free_chunks(kept == NULL ? arena->chunk : kept->previous);
    arena->chunk = kept;
    arena->bytes = 0;
    if (kept == NULL)
        return;
    kept->previous = NULL;
    kept->used = 0;
}

static size_t rounded(size_t size)
{
    if (size == 0)
        size = 1;
    size_t up = size_add(size, ALIGNMENT - 1);
    return up == SIZE_MAX ? SIZE_MAX : up / ALIGNMENT * ALIGNMENT;
}

static void add_chunk(struct arena *arena, size_t size)
{
    size_t chunk_size = arena->chunk == NULL ? FIRST_CHUNK : arena->chunk->size;
    if (arena->chunk != NULL && chunk_size < LARGEST_CHUNK)
        chunk_size *= 2;
    if (chunk_size > LARGEST_CHUNK)
        chunk_size = LARGEST_CHUNK;
#ifdef ROLEBOOK_ARENA_DEBUG
    chunk_size = 0;
#endif
    if (chunk_size < size)
        chunk_size = size;
    size_t total = size_add(chunk_size, sizeof(struct chunk));
    bool is_large = chunk_size > LARGEST_CHUNK;
    struct chunk *chunk = total == SIZE_MAX ? NULL : is_large ? calloc(1, total) : malloc(total);
    if (chunk == NULL) {
        arena->exhausted(arena->data);
        abort();
    }
    chunk->previous = arena->chunk;
    chunk->size = chunk_size;
    chunk->used = 0;
    chunk->is_zero = is_large;
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
