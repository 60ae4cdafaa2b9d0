#include "core/cli/model_file.h"
#include "core/base/threads.h"
#include "core/cli/output.h"
#include <pthread.h>

/* What a thread takes at a time is long beside the taking. */
#define ROLES_A_PIECE 8
/* Of them at most so many wait for those in front of them: a megabyte or two, and enough for many
 * threads to go on. */
#define PIECES_HELD 16

struct piece {
    struct arena *arena; /* of its words, from when it is begun until it is put */
    struct text words;
    bool is_ready;
};

/*
 * Threads turn roles into words a piece at a time, and whoever ends the first that is not in the
 * output yet puts it there with those behind it: nobody waits for the others to end theirs.
 */
struct writing {
    const struct converter *to;
    const struct handbook *handbook;
    const struct role **firsts; /* of each piece */
    const struct arena *like;   /* the arenas to be opened */
    struct output_stream *stream;
    pthread_mutex_t mutex; /* guards what follows, but for the words of pieces */
    pthread_cond_t was_put;
    struct piece held[PIECES_HELD]; /* that of number n is the one of n % PIECES_HELD */
    struct arena *spare[PIECES_HELD];
    size_t spare_count;
    size_t put; /* pieces in the output, and the number of the next */
    bool is_putting;
};

/* Waits until the piece's place is free: it may be no further than that from those put. */
static struct piece *begin_piece(struct writing *writing, size_t index)
{
    struct piece *piece = &writing->held[index % PIECES_HELD];
    pthread_mutex_lock(&writing->mutex);
    while (index >= writing->put + PIECES_HELD)
        pthread_cond_wait(&writing->was_put, &writing->mutex);
    piece->arena = writing->spare_count > 0 ? writing->spare[--writing->spare_count]
                                            : arena_open_like(writing->like);
    pthread_mutex_unlock(&writing->mutex);
    return piece;
}

static void put_ready(struct writing *writing)
{
    for (struct piece *next; (next = &writing->held[writing->put % PIECES_HELD])->is_ready;) {
        pthread_mutex_unlock(&writing->mutex);
        output_put(writing->stream, next->words);
        arena_clear(next->arena);
        pthread_mutex_lock(&writing->mutex);
        writing->spare[writing->spare_count++] = next->arena;
        next->is_ready = false;
        writing->put++;
        pthread_cond_broadcast(&writing->was_put);
    }
}

/* The others leave theirs to the one who is putting already. */
static void end_piece(struct writing *writing, struct piece *piece)
{
    pthread_mutex_lock(&writing->mutex);
    piece->is_ready = true;
    if (!writing->is_putting) {
        writing->is_putting = true;
        put_ready(writing);
        writing->is_putting = false;
    }
    pthread_mutex_unlock(&writing->mutex);
}

static void write_piece(void *data, size_t index)
{
    struct writing *writing = data;
    struct piece *piece = begin_piece(writing, index);
    struct text_buffer words = text_buffer_new(piece->arena);
    const struct role *role = writing->firsts[index];
    for (size_t i = 0; i < ROLES_A_PIECE && role != NULL; i++, role = role->next)
        writing->to->write_role(writing->handbook, role, &words);
    piece->words = buffer_text(&words);
    end_piece(writing, piece);
}

/* returns  how many pieces there are; their first roles are in firsts */
static size_t divide(struct arena *arena, const struct handbook *handbook,
                     const struct role ***firsts)
{
    size_t pieces = 0, capacity = 0, roles = 0;
    *firsts = NULL;
    for (const struct role *role = handbook->roles; role != NULL; role = role->next, roles++)
        if (roles % ROLES_A_PIECE == 0)
            *arena_push(arena, *firsts, pieces, capacity) = role;
    return pieces;
}

static enum status write_roles(struct command *command, const struct converter *to,
                               const struct handbook *handbook, const char *path)
{
    struct text_buffer head = text_buffer_new(command->arena);
    struct writing writing = {.to = to,
                              .handbook = handbook,
                              .like = command->arena,
                              .stream = output_open(path, command->diags)};
    if (writing.stream == NULL)
        return STATUS_OUTPUT;
    to->write_role(handbook, NULL, &head);
    output_put(writing.stream, buffer_text(&head));
    size_t count = divide(command->arena, handbook, &writing.firsts);
    pthread_mutex_init(&writing.mutex, NULL);
    pthread_cond_init(&writing.was_put, NULL);
    threads_run(command->options->threads, count, write_piece, &writing);
    pthread_cond_destroy(&writing.was_put);
    pthread_mutex_destroy(&writing.mutex);
    while (writing.spare_count > 0)
        arena_close(writing.spare[--writing.spare_count]);
    return output_close(writing.stream);
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
