#include "converters/pdf/deflate.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define PART_END 16 /* bytes of a flush, more than enough */

/* What a zlib stream of any effort may begin with: deflate, a window of 32 KiB (RFC 1950, 2.2). */
static const char stream_head[] = {0x78, (char)0x9C};

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

/* Room for bytes, however badly they deflate, and for the end of a part. */
static void make_room(struct deflater *deflater, struct arena *arena, size_t size)
{
    size_t bound = size_add(deflateBound(&deflater->zlib, (uLong)size), PART_END);
    if (bound <= deflater->capacity)
        return;
    free(deflater->out);
    deflater->capacity = size_add(bound, bound / 2);
    deflater->out = malloc(deflater->capacity);
    if (deflater->out == NULL)
        arena_alloc(arena, SIZE_MAX); /* calls the arena's handler, which does not return */
}

/* All of bytes in one call; what comes out lies at deflater->out. */
static size_t run(struct deflater *deflater, struct arena *arena, struct text bytes, int flush)
{
    z_stream *zlib = &deflater->zlib;
    assert(bytes.size <= UINT32_MAX); /* streams of 4 GiB were refused where they were made */
    deflateReset(zlib);
    make_room(deflater, arena, bytes.size);
    zlib->next_in = (Bytef *)(uintptr_t)bytes.data; /* zlib only reads it */
    zlib->avail_in = (uInt)bytes.size;
    zlib->next_out = deflater->out;
    zlib->avail_out = (uInt)deflater->capacity;
    int result = deflate(zlib, flush);
    assert(result == (flush == Z_FINISH ? Z_STREAM_END : Z_OK) && zlib->avail_in == 0);
    (void)result;
    return deflater->capacity - zlib->avail_out;
}

static struct text kept(struct arena *arena, const unsigned char *bytes, size_t size)
{
    return text_copy(arena, (struct text){(const char *)bytes, size});
}

struct text deflater_run(struct deflater *deflater, struct arena *arena, struct text bytes)
{
    size_t size = run(deflater, arena, bytes, Z_FINISH);
    return kept(arena, deflater->out, size);
}

struct deflated_part deflater_run_part(struct deflater *deflater, struct arena *arena,
                                       struct text bytes)
{
    struct deflated_part part = {.size = bytes.size};
    if (bytes.size == 0)
        return part;
    size_t size = run(deflater, arena, bytes, Z_SYNC_FLUSH);
    part.checksum = (uint32_t)deflater->zlib.adler;
    part.blocks = kept(arena, deflater->out + sizeof stream_head, size - sizeof stream_head);
    return part;
}

void deflated_join(const struct deflated_part *parts, size_t count, struct text_buffer *out)
{
    static const char last_block[] = {3, 0}; /* with fixed codes, and nothing in it */
    uLong checksum = adler32(0, NULL, 0);
    buffer_append(out, (struct text){stream_head, sizeof stream_head});
    for (size_t i = 0; i < count; i++) {
        if (parts[i].size == 0)
            continue;
        buffer_append(out, parts[i].blocks);
        checksum = adler32_combine(checksum, parts[i].checksum, (z_off_t)parts[i].size);
    }
    buffer_append(out, (struct text){last_block, sizeof last_block});
    for (int shift = 24; shift >= 0; shift -= 8)
        buffer_append_byte(out, (char)(unsigned char)(checksum >> shift));
}
