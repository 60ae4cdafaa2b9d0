/*
 * An output takes the bytes of a PDF in order: into a file that is written whole or not at all, or
 * into a buffer.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_OUTPUT_H
#define ROLEBOOK_CONVERTERS_PDF_OUTPUT_H
#include "core/base/atomic_write.h"
#include "core/base/text_buffer.h"

struct output {
    struct atomic_file *file;   /* or NULL: */
    struct text_buffer *buffer; /* ... then here */
    struct text_buffer pending; /* not yet in the file */
    uint64_t offset;            /* bytes taken so far */
    uint64_t hash[2];           /* of those bytes, for the file identifier */
};

struct output output_to_file(struct arena *arena, struct atomic_file *file);
struct output output_to_buffer(struct arena *arena, struct text_buffer *buffer);
void output_append(struct output *output, struct text bytes);
/* What is pending reaches the file; whether that worked is what closing the file says. */
void output_flush(struct output *output);

#endif
