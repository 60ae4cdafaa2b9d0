/*
 * A deflater compresses many texts one after the other with one set of tables.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_DEFLATE_H
#define ROLEBOOK_CONVERTERS_PDF_DEFLATE_H
#include "core/base/text.h"

struct deflater;

/* How much time a byte saved is worth: fonts hardly shrink, pages and tables do. */
enum deflate_effort { DEFLATE_FAST, DEFLATE_NORMAL };

/* In an arena of its own; NULL when memory runs out. */
struct deflater *deflater_open(enum deflate_effort effort);
void deflater_close(struct deflater *deflater); /* NULL is allowed */
/* The zlib stream (RFC 1950) of bytes, which FlateDecode reads, in the arena. */
struct text deflater_run(struct deflater *deflater, struct arena *arena, struct text bytes);

#endif
