#include "converters/pdf/deflate.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

struct deflater {
    z_stream zlib;
    unsigned char *out;
    size_t capacity;
};

struct deflater *deflater_open(enum deflate_effort effort)
{
    struct deflater *deflater = calloc(1, sizeof *deflater);
    if (deflater == NULL)
        return NULL;
    int level = effort == DEFLATE_FAST ? 1 : 6;
    if (deflateInit(&deflater->zlib, level) != Z_OK) {
        free(deflater);
        return NULL;
    }
    return deflater;
}

void deflater_close(struct deflater *deflater)
{
    if (deflater == NULL)
        return;
    deflateEnd(&deflater->zlib);
    free(deflater->out);
    free(deflater);
}

struct text deflater_run(struct deflater *deflater, struct arena *arena, struct text bytes)
{
    z_stream *zlib = &deflater->zlib;
    assert(bytes.size <= UINT32_MAX); /* streams of 4 GiB were refused where they were made */
    deflateReset(zlib);
    size_t bound = deflateBound(zlib, (uLong)bytes.size);
    if (bound > deflater->capacity) {
        free(deflater->out);
        deflater->capacity = size_add(bound, bound / 2);
        deflater->out = malloc(deflater->capacity);
        if (deflater->out == NULL)
            arena_alloc(arena, SIZE_MAX); /* calls the arena's handler, which does not return */
    }
    zlib->next_in = (Bytef *)(uintptr_t)bytes.data; /* zlib only reads it */
    zlib->avail_in = (uInt)bytes.size;
    zlib->next_out = deflater->out;
    zlib->avail_out = (uInt)deflater->capacity;
    int result = deflate(zlib, Z_FINISH);
    assert(result == Z_STREAM_END); /* deflateBound is enough for one call */
    (void)result;
    size_t size = deflater->capacity - zlib->avail_out;
    char *copy = arena_alloc(arena, size);
    memcpy(copy, deflater->out, size);
    return (struct text){copy, size};
}
