/*
 * A cache keeps what the files of a batch can share: parts that are the same, byte for byte, are
 * understood once, and parsers that know their words already go from file to file.
 *
 * Office files carry kilobytes of styles, lists and relationships, and files made from one form
 * carry the same ones. What is kept never changes, lives until the cache is closed and may be read
 * by any thread. The cache is bounded: once full it keeps nothing more, and readers do the work
 * themselves.
 */
#ifndef ROLEBOOK_CONVERTERS_READ_CACHE_H
#define ROLEBOOK_CONVERTERS_READ_CACHE_H
#include "core/base/text.h"

struct read_cache;

struct read_cache *read_cache_open(void);
/* When no reader uses it any more; NULL is allowed. */
void read_cache_close(struct read_cache *cache);

/* What is looked for: kind is an address that stands for what was made of the bytes. */
struct cache_key {
    const void *kind;
    uint64_t hash; /* of bytes, by any function; equal bytes have equal hashes */
    struct text bytes;
};

/* The value kept for exactly these bytes, or NULL; cache may be NULL. */
const void *read_cache_find(struct read_cache *cache, struct cache_key key);
/*
 * in       key    its bytes must live in the arena
 *          arena  all that value needs; the cache's own from now on when true is returned
 * out      *value  what is kept: the one given, or an equal one that another thread was first with
 * returns  false when it is not kept: arena and value stay the caller's
 */
bool read_cache_keep(struct read_cache *cache, struct cache_key key, struct arena *arena,
                     const void **value);

/* ---- tools: one reader's at a time ---- */

/* A tool of that kind that was given back, or NULL: then the reader makes one. */
void *read_cache_borrow(struct read_cache *cache, const void *kind);
/* Gives a tool to the cache, which destroys it at the end, or now when it has enough or is NULL. */
void read_cache_give(struct read_cache *cache, const void *kind, void *tool,
                     void (*destroy)(void *tool));

#endif
