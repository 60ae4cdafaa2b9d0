#include "core/cli/model_file.h"
#include "core/base/threads.h"
#include "core/cli/output.h"

/* What a thread takes at a time is long beside the taking; what stands in memory at a time is a
 * megabyte. */
#define ROLES_A_PIECE 8
#define PIECES_A_BATCH 8

struct piece {
    const struct role *first; /* of at most ROLES_A_PIECE */
    struct text_buffer words; /* in an arena of its own, which serves one batch after the other */
};

struct batch {
    const struct converter *to;
    const struct handbook *handbook;
    struct piece pieces[PIECES_A_BATCH];
    size_t count;
};

static void write_piece(void *data, size_t index)
{
    struct batch *batch = data;
    struct piece *piece = &batch->pieces[index];
    const struct role *role = piece->first;
    for (size_t i = 0; i < ROLES_A_PIECE && role != NULL; i++, role = role->next)
        batch->to->write_role(batch->handbook, role, &piece->words);
}

/*
 * in       next  the first role to take
 * returns  the first that is left for the next batch; NULL: none
 */
static const struct role *fill_batch(struct batch *batch, struct command *command,
                                     const struct role *next)
{
    for (batch->count = 0; batch->count < PIECES_A_BATCH && next != NULL; batch->count++) {
        struct piece *piece = &batch->pieces[batch->count];
        if (piece->words.arena == NULL)
            piece->words.arena = arena_open_like(command->arena);
        arena_clear(piece->words.arena);
        *piece = (struct piece){next, text_buffer_new(piece->words.arena)};
        for (size_t i = 0; i < ROLES_A_PIECE && next != NULL; i++)
            next = next->next;
    }
    return next;
}

static void put_batch(const struct batch *batch, struct output_stream *stream)
{
    for (size_t i = 0; i < batch->count; i++)
        output_put(stream, buffer_text(&batch->pieces[i].words));
}

static enum status write_roles(struct command *command, const struct converter *to,
                               const struct handbook *handbook, const char *path)
{
    struct output_stream *stream = output_open(path, command->diags);
    struct text_buffer head = text_buffer_new(command->arena);
    struct batch batch = {.to = to, .handbook = handbook};
    if (stream == NULL)
        return STATUS_OUTPUT;
    to->write_role(handbook, NULL, &head);
    output_put(stream, buffer_text(&head));
    for (const struct role *next = handbook->roles; next != NULL;) {
        next = fill_batch(&batch, command, next);
        threads_run(command->options->threads, batch.count, write_piece, &batch);
        put_batch(&batch, stream);
    }
    for (size_t i = 0; i < PIECES_A_BATCH; i++)
        arena_close(batch.pieces[i].words.arena);
    return output_close(stream);
}

void model_file_write(struct command *command, const struct converter *to,
                      const struct handbook *handbook, const char *path)
{
    if (to->write_role != NULL) {
        command_take(command, write_roles(command, to, handbook, path));
        return;
    }
    struct text_buffer out = text_buffer_new(command->arena);
    enum status status = to->write_model(handbook, &out, command->diags);
    if (status == STATUS_OK)
        status = output_write(path, buffer_text(&out), command->diags);
    command_take(command, status);
}
