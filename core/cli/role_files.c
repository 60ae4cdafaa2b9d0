#include "core/cli/role_files.h"
#include "core/base/file.h"
#include "core/base/threads.h"
#include "core/cli/output.h"
#include "core/cli/role_bytes.h"
#include "core/compose/compose.h"
#include <string.h>

/* What the files of one folder are written with. */
struct writing {
    struct command *command;
    const struct converter *to;
    const struct handbook *handbook;
    struct output_folder *folder;
    struct file_names *names;
    struct role_files_place place;
    struct role_files *files;
};

/* ---- bytes ---- */

static enum status document_bytes(struct command *command, const struct converter *to,
                                  struct document *document, struct text_buffer *out)
{
    document->diags = command->diags;
    document->reference = command->reference;
    return to->write_document(document, out, command->diags);
}

void role_file_write(struct command *command, const struct converter *to, const struct role *role,
                     const char *path)
{
    struct arena *arena = arena_open_like(command->arena);
    struct text_buffer out = text_buffer_new(arena);
    const struct role_output output = {
        .to = to, .vocabulary = command->vocabulary, .reference = command->reference, .path = path};
    enum status status = role_bytes(&output, role, &out, command->diags);
    if (status == STATUS_OK)
        status = output_write(path, buffer_text(&out), command->diags);
    command_take(command, status);
    arena_close(arena);
}

void blank_form_write(struct command *command, const struct converter *to, const char *path)
{
    struct arena *arena = arena_open_like(command->arena);
    struct text_buffer out = text_buffer_new(arena);
    enum language language = command->options->language;
    enum status status =
        document_bytes(command, to, compose_blank_form(arena, language, command->vocabulary), &out);
    if (status == STATUS_OK)
        status = output_write(path, buffer_text(&out), command->diags);
    command_take(command, status);
    arena_close(arena);
}

/* ---- files of a folder ---- */

static const char *path_of(const struct source *source)
{
    return source == NULL ? NULL : source->path;
}

static struct role_file put(struct writing *w, const char *name, struct text bytes,
                            const struct source *source)
{
    struct role_file file = {.name = name};
    file.fate = output_folder_write(w->folder, file.name, bytes, path_of(source));
    w->command->has_trouble |= file.fate == OUTPUT_REFUSED || file.fate == OUTPUT_FAILED;
    return file;
}

static const char *name_for(struct writing *w, const struct role *role, size_t number)
{
    bool is_titled = !text_is_empty(role_title(role));
    struct file_wish wish = {.below = w->place.roles,
                             .words = is_titled ? role_title(role) : role_text(role, ELEMENT_ID),
                             .prefix = "role",
                             .number = number,
                             .extension = w->to->extensions[0]};
    if (w->command->options->by_department)
        wish.folder = role_text(role, ELEMENT_DEPARTMENT);
    return file_names_give(w->names, wish);
}

/* ---- roles: their bytes by several threads, then the files one after the other ---- */

#define SHARE_ROLES 16 /* of one thread at a time, which keeps what it learns of labels */
#define BATCH_SHARES 32

struct role_work {
    const struct role *role;
    const char *name;
    struct text bytes;
    enum status status;
};

struct share {
    struct arena *arena; /* of the bytes and what is said */
    struct diagnostics *diags;
    struct role_work roles[SHARE_ROLES];
    size_t count;
};

struct batch {
    struct writing *writing;
    struct share shares[BATCH_SHARES];
    size_t count;
};

static void make_share(void *data, size_t index)
{
    struct batch *batch = data;
    struct share *share = &batch->shares[index];
    const struct command *command = batch->writing->command;
    struct arena *scratch = arena_open_like(command->arena);
    share->arena = arena_open_like(command->arena);
    share->diags = diagnostics_new(share->arena);
    struct role_output output = {.to = batch->writing->to,
                                 .vocabulary = command->vocabulary,
                                 .reference = command->reference,
                                 .labels = label_memory_new(share->arena)};
    for (size_t i = 0; i < share->count; i++) {
        struct role_work *work = &share->roles[i];
        struct text_buffer out = text_buffer_new(scratch);
        output.path = work->name;
        work->status = role_bytes(&output, work->role, &out, share->diags);
        work->bytes = text_copy(share->arena, buffer_text(&out));
        arena_clear(scratch);
    }
    label_memory_close(output.labels);
    arena_close(scratch);
}

/* What was said with words of a share, which goes. */
static void take_said(struct command *command, const struct diagnostics *diags)
{
    for (size_t i = 0; i < diags->count; i++) {
        struct diagnostic said = *diags->items[i];
        for (size_t a = 0; a < MESSAGE_ARGS; a++)
            said.args[a] = text_copy(command->arena, said.args[a]);
        said.excerpt = text_copy(command->arena, said.excerpt);
        diagnostics_add(command->diags, said);
    }
}

/* returns  the first of the files behind those that were put */
static struct role_file *put_share(struct writing *w, struct share *share, struct role_file *files)
{
    take_said(w->command, share->diags);
    for (size_t i = 0; i < share->count; i++, files++) {
        const struct role_work *work = &share->roles[i];
        *files = (struct role_file){.fate = OUTPUT_FAILED};
        if (work->status == STATUS_OK)
            *files = put(w, work->name, work->bytes, work->role->source);
        else
            w->command->has_trouble = true;
    }
    arena_close(share->arena);
    return files;
}

static void put_roles(struct writing *w)
{
    struct batch *batch = arena_new(w->command->arena, struct batch);
    struct role_file *files = w->files->roles;
    size_t number = 0;
    bool is_read_again = w->to == converter_by_name(TEXT("markdown"));
    for (const struct role *role = w->handbook->roles; role != NULL;) {
        *batch = (struct batch){.writing = w};
        for (; role != NULL && batch->count < BATCH_SHARES; batch->count++) {
            struct share *share = &batch->shares[batch->count];
            for (; role != NULL && share->count < SHARE_ROLES; role = role->next)
                share->roles[share->count++] =
                    (struct role_work){.role = role, .name = name_for(w, role, ++number)};
        }
        threads_run(is_read_again ? w->command->options->threads : 1, batch->count, make_share,
                    batch);
        for (size_t i = 0; i < batch->count; i++)
            files = put_share(w, &batch->shares[i], files);
    }
}

/* ---- what stands beside the roles ---- */

static void put_part(struct writing *w, struct document *document, struct file_wish wish,
                     const struct source *source)
{
    const struct converter *markdown = converter_by_name(TEXT("markdown"));
    struct text_buffer out = text_buffer_new(w->command->arena);
    if (document == NULL)
        return;
    wish.below = w->place.parts;
    wish.prefix = "page";
    wish.is_part = true;
    wish.number = w->files->part_count + 1;
    wish.extension = markdown->extensions[0];
    enum status status = document_bytes(w->command, markdown, document, &out);
    command_take(w->command, status);
    if (status != STATUS_OK)
        return;
    struct part_file part = {put(w, file_names_give(w->names, wish), buffer_text(&out), source),
                             source};
    *arena_push(w->command->arena, w->files->parts, w->files->part_count, w->files->part_capacity) =
        part;
}

static struct text stem_of(const struct source *source)
{
    struct text path = text_from_string(source == NULL ? "" : source->path);
    size_t begin = 0, end = path.size;
    for (size_t i = 0; i < path.size; i++)
        if (path.data[i] == '/')
            begin = i + 1;
    for (size_t i = begin + 1; i < path.size; i++)
        if (path.data[i] == '.')
            end = i;
    return text_slice(path, begin, end);
}

static void put_pages(struct writing *w)
{
    struct arena *arena = w->command->arena;
    const struct vocabulary *vocabulary = w->command->vocabulary;
    for (const struct section_text *next = w->handbook->preface; next != NULL;) {
        const struct source *source = next->at.source;
        put_part(w, compose_handbook_pages(arena, w->handbook, &next, vocabulary),
                 (struct file_wish){.words = stem_of(source)}, source);
    }
    put_part(w, compose_handbook_rest(arena, w->handbook, vocabulary),
             (struct file_wish){.words = TEXT("handbook")}, NULL);
}

static void put_parts(struct writing *w)
{
    for (enum element element = ELEMENT_HANDBOOK_BASELINE; element < ELEMENT_COUNT; element++)
        put_part(
            w,
            compose_handbook_part(w->command->arena, w->handbook, element, w->command->vocabulary),
            (struct file_wish){.words = text_from_string(element_row(element)->name)},
            handbook_records(w->handbook, element)->at.source);
}

/* Under their own names: what they are may follow from these. */
static void put_copies(struct writing *w)
{
    struct arena *arena = w->command->arena;
    for (size_t i = 0; i < w->place.copies->count; i++) {
        struct source *source = arena_new(arena, struct source);
        struct text bytes;
        const char *path = w->place.copies->paths[i], *slash = strrchr(path, '/');
        *source = (struct source){.path = path, .kind = SOURCE_WORD};
        enum status status = file_read(arena, source, &bytes, w->command->diags);
        command_take(w->command, status);
        if (status != STATUS_OK)
            continue;
        enum output_fate fate =
            output_folder_write(w->folder, slash == NULL ? path : slash + 1, bytes, path);
        w->command->has_trouble |= fate == OUTPUT_REFUSED || fate == OUTPUT_FAILED;
    }
}

const struct role_files *role_files_write(struct command *command, const struct converter *to,
                                          const struct handbook *handbook,
                                          const struct inputs *inputs,
                                          struct role_files_place place)
{
    struct arena *arena = command->arena;
    struct role_files *files = arena_new(arena, struct role_files);
    struct writing writing = {command, to, handbook, NULL, NULL, place, files};
    writing.folder =
        output_folder_open(arena, place.folder, command->options->overwriting, command->diags);
    if (writing.folder == NULL) {
        command->has_trouble = true;
        return NULL;
    }
    writing.names = output_folder_names(writing.folder, inputs);
    files->roles = arena_new_array(arena, handbook->role_count + 1, struct role_file);
    put_roles(&writing);
    if (place.copies != NULL)
        put_copies(&writing);
    put_parts(&writing);
    put_pages(&writing);
    command_take(command, output_folder_close(writing.folder, inputs));
    return files;
}
