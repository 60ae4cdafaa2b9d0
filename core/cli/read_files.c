#include "core/cli/read_files.h"
#include "converters/xml/xml.h"
#include "core/base/file.h"
#include "core/base/threads.h"
#include "core/cli/progress.h"
#include "core/extract/extract.h"
#include "core/model/move_model.h"
#include "core/normalise/normalise.h"
#include <pthread.h>
#include <string.h>

static const struct message unknown_format = {
    {"不是可讀的格式：可讀 Markdown、DOCX、DOC、XML 與 JSON；若內容屬其中一種，請用 --from 指明",
     "不是可读的格式：可读 Markdown、DOCX、DOC、XML 与 JSON；若内容属其中一种，请用 --from 指明",
     "not a format that can be read: Markdown, DOCX, DOC, XML and JSON are; if it is one of them, "
     "say which by --from"}};
static const struct message empty_file = {{"檔案是空的", "文件是空的", "the file is empty"}};

/* Where a thread reads: what it takes to read a file is used again for the next. */
struct read_space {
    struct arena *kept;    /* of models and diagnostics, and of this space */
    struct arena *scratch; /* of one file; NULL: the file before has kept its own */
    struct label_memory *labels;
    struct read_space *next, *next_free;
};

struct reading {
    const struct read_request *request;
    struct read_cache *cache;
    struct read_file *files;
    struct progress *progress;
    const struct arena *like;         /* the arenas to be opened */
    struct read_space *spaces, *free; /* as many as files were ever read at a time */
    pthread_mutex_t mutex;            /* guards the lists of spaces */
};

static struct read_space *open_space(struct reading *reading)
{
    struct arena *kept = arena_open_like(reading->like);
    struct read_space *space = arena_new(kept, struct read_space);
    space->kept = kept;
    space->labels = label_memory_new(kept);
    pthread_mutex_lock(&reading->mutex);
    space->next = reading->spaces;
    reading->spaces = space;
    pthread_mutex_unlock(&reading->mutex);
    return space;
}

static struct read_space *take_space(struct reading *reading)
{
    pthread_mutex_lock(&reading->mutex);
    struct read_space *space = reading->free;
    if (space != NULL)
        reading->free = space->next_free;
    pthread_mutex_unlock(&reading->mutex);
    if (space == NULL)
        space = open_space(reading);
    if (space->scratch == NULL)
        space->scratch = arena_open_like(reading->like);
    return space;
}

static void give_space(struct reading *reading, struct read_space *space)
{
    pthread_mutex_lock(&reading->mutex);
    space->next_free = reading->free;
    reading->free = space;
    pthread_mutex_unlock(&reading->mutex);
}

static void close_scratch(struct read_space *space)
{
    for (; space != NULL; space = space->next) {
        label_memory_close(space->labels);
        arena_close(space->scratch);
        space->scratch = NULL;
    }
}

/* The file's own model, or the roles found in what it shows. */
static void read_with(const struct converter *converter, const struct read_request *request,
                      struct input *input, struct label_memory *labels, struct read_file *file)
{
    struct document *document = NULL;
    if (converter->read_model != NULL)
        file->status = converter->read_model(input, &file->handbook);
    if (file->handbook != NULL || file->status != STATUS_OK || converter->read_document == NULL)
        return;
    file->status = converter->read_document(input, &document);
    if (document == NULL)
        return;
    if (request->keeps_accounts)
        file->account = account_new(file->arena);
    file->handbook = extract_document(file->arena, request->vocabulary, document, FILE_KIND_UNKNOWN,
                                      labels, file->account, file->diags);
}

/* What is kept goes to the arena for it; what it took to read the file goes. */
static void settle(struct read_space *space, struct read_file *file, const struct source *source)
{
    struct move move = move_begin(space->kept, source);
    file->diags = move_diagnostics(&move, file->diags);
    if (file->handbook != NULL)
        file->handbook = move_handbook(&move, file->handbook);
    file->arena = NULL;
    arena_clear(space->scratch);
}

/* The file keeps the arena it was read in, for the account of it. */
static void keep_all(struct read_space *space, struct read_file *file, struct source *source)
{
    source_mark_lines(file->arena, source);
    space->scratch = NULL;
}

static enum status read_bytes(const struct inputs *inputs, size_t index,
                              const struct source *source, struct read_file *file,
                              struct text *bytes)
{
    if (inputs->contents == NULL || inputs->contents[index].data == NULL)
        return file_read(file->arena, source, bytes, file->diags);
    *bytes = inputs->contents[index];
    return STATUS_OK;
}

static void read_one(void *data, size_t index)
{
    struct reading *reading = data;
    const struct read_request *request = reading->request;
    struct read_file *file = &reading->files[index];
    struct read_space *space = take_space(reading);
    file->arena = space->scratch;
    file->diags = diagnostics_new(file->arena);
    struct source *source = arena_new(file->arena, struct source);
    struct text bytes;
    source->path = file->path;
    file->status = read_bytes(request->inputs, index, source, file, &bytes);
    if (file->status == STATUS_OK && text_is_empty(bytes))
        file->status =
            report_error(file->diags, &empty_file, span_of_source(source), TEXT(""), TEXT(""));
    if (file->status == STATUS_OK) {
        const struct converter *converter =
            request->from != NULL ? request->from
                                  : converter_sniff(bytes, path_file_name(source->path));
        struct input input = {.arena = file->arena,
                              .source = source,
                              .bytes = bytes,
                              .diags = file->diags,
                              .vocabulary = request->vocabulary,
                              .cache = reading->cache,
                              .revisions = request->revisions,
                              .keeps_comments = request->keeps_comments};
        if (converter == NULL)
            file->status = report_error(file->diags, &unknown_format, span_of_source(source),
                                        TEXT(""), TEXT(""));
        else {
            file->converter = converter;
            read_with(converter, request, &input, space->labels, file);
        }
    }
    if (file->handbook != NULL)
        normalise_handbook(file->handbook, request->vocabulary);
    if (file->account == NULL)
        settle(space, file, source);
    else
        keep_all(space, file, source);
    give_space(reading, space);
    progress_step(reading->progress);
}

static void join(struct read_files *files, struct read_file *file, struct diagnostics *diags)
{
    if (file->status != STATUS_OK)
        files->status = STATUS_INPUT;
    if (file->handbook != NULL) {
        file->first_role = file->handbook->roles;
        file->role_count = file->handbook->role_count;
        handbook_join(files->handbook, file->handbook);
    }
    diagnostics_join(diags, file->diags);
}

void read_files(struct read_files *files, struct arena *arena, const struct read_request *request,
                struct diagnostics *diags)
{
    size_t count = request->inputs->count;
    struct reading reading = {.request = request, .cache = read_cache_open(), .like = arena};
    struct progress progress;
    *files = (struct read_files){
        .handbook = handbook_new(arena), .cache = reading.cache, .count = count};
    reading.files = files->files = arena_new_array(arena, count + 1, struct read_file);
    reading.progress = &progress;
    for (size_t i = 0; i < count; i++)
        files->files[i].path = request->inputs->paths[i];
    pthread_mutex_init(&reading.mutex, NULL);
    xml_start();
    progress_begin(&progress, request->shows_progress, request->language, count);
    threads_run(request->threads, count, read_one, &reading);
    progress_end(&progress);
    pthread_mutex_destroy(&reading.mutex);
    files->spaces = reading.spaces;
    close_scratch(files->spaces);
    for (size_t i = 0; i < count; i++)
        join(files, &files->files[i], diags);
}

void read_close(struct read_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        arena_close(files->files[i].arena);
    for (struct read_space *space = files->spaces, *next; space != NULL; space = next) {
        next = space->next;
        arena_close(space->kept);
    }
    read_cache_close(files->cache);
    files->count = 0;
}
