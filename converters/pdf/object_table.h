/*
 * libharu's table of objects, for the two files that know libharu: object.c, which fills it, and
 * object_file.c, which writes it.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_OBJECT_TABLE_H
#define ROLEBOOK_CONVERTERS_PDF_OBJECT_TABLE_H
#include "converters/pdf/object.h"
#include <hpdf.h>

struct objects {
    struct arena *arena;
    HPDF_Doc doc;
    bool failed;
    HPDF_Stream capture; /* what libharu writes goes to one of: */
    struct output *output;
    struct text_buffer *pack;
};

/* The parts of a page's contents, joined only while they are written: see object_file.c. */
struct contents {
    const struct deflated_part *parts;
    size_t count;
};

/* A call of libharu's object layer reports by what it returns, not to the handler. */
void objects_check(struct objects *objects, HPDF_STATUS status);
uint32_t object_number(const void *object);
/* NULL: there is none of that number */
HPDF_Dict object_find(struct objects *objects, uint32_t number);
/* Puts data in the place of what the stream held. */
void object_fill_stream(struct objects *objects, HPDF_Dict dict, struct text data);
/* NULL: the stream holds no page's contents */
const struct contents *object_contents(const void *object);

#endif
