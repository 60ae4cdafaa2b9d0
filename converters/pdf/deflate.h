/*
 * A deflater compresses many texts one after the other with one set of tables.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_DEFLATE_H
#define ROLEBOOK_CONVERTERS_PDF_DEFLATE_H
#include "core/base/text_buffer.h"

struct deflater;

/* How much time a byte saved is worth: fonts hardly shrink, pages and tables do. */
enum deflate_effort { DEFLATE_FAST, DEFLATE_NORMAL };

/* In an arena of its own; NULL when memory runs out. */
struct deflater *deflater_open(enum deflate_effort effort);
void deflater_close(struct deflater *deflater); /* NULL is allowed */
/* The zlib stream (RFC 1950) of bytes, which FlateDecode reads, in the arena. */
struct text deflater_run(struct deflater *deflater, struct arena *arena, struct text bytes);

/* A part of a zlib stream: blocks none of which is the last, up to a byte's end. */
struct deflated_part {
    struct text blocks; /* empty: the part is */
    uint32_t checksum;  /* Adler-32 of what they hold */
    size_t size;        /* of what they hold */
};
/* The part that holds bytes and refers to no part before it. */
struct deflated_part deflater_run_part(struct deflater *deflater, struct arena *arena,
                                       struct text bytes);
/* Appends the zlib stream that holds what the parts hold, one behind the other. */
void deflated_join(const struct deflated_part *parts, size_t count, struct text_buffer *out);

#endif
