#include "converters/pdf/output.h"

#define PENDING_BYTES ((size_t)256 << 10)

struct output output_to_file(struct arena *arena, struct atomic_file *file)
{
    struct output output = {.file = file, .pending = text_buffer_new(arena), .hash = {1, 2}};
    buffer_reserve(&output.pending, PENDING_BYTES);
    return output;
}

struct output output_to_buffer(struct arena *arena, struct text_buffer *buffer)
{
    return (struct output){.buffer = buffer, .pending = text_buffer_new(arena), .hash = {1, 2}};
}

void output_flush(struct output *output)
{
    if (output->file != NULL && output->pending.size > 0)
        atomic_file_write(output->file, buffer_text(&output->pending));
    output->pending.size = 0;
}

void output_append(struct output *output, struct text bytes)
{
    uint64_t hash = text_hash(bytes);
    output->hash[0] = (output->hash[0] ^ hash) * UINT64_C(0x9E3779B97F4A7C15);
    output->hash[1] = (output->hash[1] * 31 + hash) ^ output->hash[0] >> 29;
    output->offset += bytes.size;
    if (output->file == NULL) {
        buffer_append(output->buffer, bytes);
        return;
    }
    if (output->pending.size + bytes.size > PENDING_BYTES)
        output_flush(output);
    if (bytes.size > PENDING_BYTES)
        atomic_file_write(output->file, bytes);
    else
        buffer_append(&output->pending, bytes);
}
