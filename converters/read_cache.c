#include "converters/read_cache.h"
#include <pthread.h>
#include <stdlib.h>

#define SLOTS 256
#define ENTRIES 192              /* room to probe; forms of one house share a dozen parts */
#define BYTES ((size_t)32 << 20) /* all values together; one file's styles take about 100 KB */

#define TOOLS 64 /* about as many as threads that read at one time */

struct entry {
    struct cache_key key;
    struct arena *arena; /* NULL: free */
    const void *value;
};

struct tool {
    const void *kind;
    void *tool; /* NULL: free */
    void (*destroy)(void *tool);
};

struct read_cache {
    pthread_mutex_t mutex;
    struct entry slots[SLOTS];
    size_t count, bytes;
    struct tool tools[TOOLS];
};

struct read_cache *read_cache_open(void)
{
    struct read_cache *cache = calloc(1, sizeof *cache);
    if (cache != NULL && pthread_mutex_init(&cache->mutex, NULL) != 0) {
        free(cache);
        cache = NULL;
    }
    return cache; /* NULL serves as well: then nothing is kept */
}

void read_cache_close(struct read_cache *cache)
{
    if (cache == NULL)
        return;
    for (size_t i = 0; i < SLOTS; i++)
        arena_close(cache->slots[i].arena);
    for (size_t i = 0; i < TOOLS; i++)
        if (cache->tools[i].tool != NULL)
            cache->tools[i].destroy(cache->tools[i].tool);
    pthread_mutex_destroy(&cache->mutex);
    free(cache);
}

/* The entry, or the free slot where it would stand: there always is one. */
static struct entry *find_slot(struct read_cache *cache, struct cache_key key)
{
    size_t at = (size_t)(key.hash ^ (key.hash >> 17) ^ (uintptr_t)key.kind >> 4) % SLOTS;
    for (;; at = (at + 1) % SLOTS) {
        struct entry *entry = &cache->slots[at];
        if (entry->arena == NULL || (entry->key.kind == key.kind && entry->key.hash == key.hash &&
                                     text_equal(entry->key.bytes, key.bytes)))
            return entry;
    }
}

const void *read_cache_find(struct read_cache *cache, struct cache_key key)
{
    if (cache == NULL)
        return NULL;
    pthread_mutex_lock(&cache->mutex);
    const void *value = find_slot(cache, key)->value;
    pthread_mutex_unlock(&cache->mutex);
    return value;
}

bool read_cache_keep(struct read_cache *cache, struct cache_key key, struct arena *arena,
                     const void **value)
{
    if (cache == NULL)
        return false;
    pthread_mutex_lock(&cache->mutex);
    struct entry *entry = find_slot(cache, key);
    bool is_known = entry->arena != NULL;
    bool fits = cache->count < ENTRIES && size_add(cache->bytes, arena_bytes(arena)) <= BYTES;
    if (!is_known && fits) {
        *entry = (struct entry){key, arena, *value};
        cache->count++;
        cache->bytes += arena_bytes(arena);
    } else if (is_known)
        *value = entry->value;
    pthread_mutex_unlock(&cache->mutex);
    if (is_known)
        arena_close(arena);
    return is_known || fits;
}

void *read_cache_borrow(struct read_cache *cache, const void *kind)
{
    void *tool = NULL;
    if (cache == NULL)
        return NULL;
    pthread_mutex_lock(&cache->mutex);
    for (size_t i = 0; i < TOOLS && tool == NULL; i++)
        if (cache->tools[i].tool != NULL && cache->tools[i].kind == kind) {
            tool = cache->tools[i].tool;
            cache->tools[i].tool = NULL;
        }
    pthread_mutex_unlock(&cache->mutex);
    return tool;
}

static bool take_tool(struct read_cache *cache, struct tool tool)
{
    bool is_taken = false;
    pthread_mutex_lock(&cache->mutex);
    for (size_t i = 0; i < TOOLS && !is_taken; i++)
        if (cache->tools[i].tool == NULL) {
            cache->tools[i] = tool;
            is_taken = true;
        }
    pthread_mutex_unlock(&cache->mutex);
    return is_taken;
}

void read_cache_give(struct read_cache *cache, const void *kind, void *tool,
                     void (*destroy)(void *tool))
{
    if (cache == NULL || !take_tool(cache, (struct tool){kind, tool, destroy}))
        destroy(tool);
}
