#include "core/cli/output_folder.h"
#include "core/base/atomic_write.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/cli/output.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define HASH_SIZE 17 /* 64 bits in hexadecimal, and NUL */

static const struct message edited_twice = {
    {"有人改過，來源也變了：沒有覆寫；要以來源為準請加 --force",
     "有人改过，来源也变了：没有覆盖；要以来源为准请加 --force",
     "edited by hand, and its source has changed: it is left as it is; --force takes the source's"}};
static const struct message not_ours = {
    {"已在那裡，不是由 rolebook 寫出：沒有覆寫；要覆寫請加 --force，或換一個資料夾",
     "已在那里，不是由 rolebook 写出：没有覆盖；要覆盖请加 --force，或换一个文件夹",
     "is there already and was not written by rolebook: it is left as it is; use --force, or "
     "another folder"}};
static const struct message left_over = {
    {"上次由 {0} 寫出，這次它不再有這個崗位：若已不需要，請自行刪去",
     "上次由 {0} 写出，这次它不再有这个岗位：若已不需要，请自行删去",
     "was written from {0}, which gives no such file any more: delete it if it is not needed"}};
static const struct message not_memory = {
    {"讀不懂（{0}）：無從知道哪些檔案有人改過，一律不覆寫；刪去它即重新開始",
     "读不懂（{0}）：无从知道哪些文件有人改过，一律不覆盖；删去它即重新开始",
     "cannot be understood ({0}), so that nothing tells which files were edited: none is "
     "overwritten; delete it to begin anew"}};

static const struct message only_ours = {
    {"這裡只有 rolebook 自己寫出的檔案：請指明來源所在",
     "这里只有 rolebook 自己写出的文件：请指明来源所在",
     "there are only files here that rolebook wrote itself: name the folder of their sources"}};

/* Files that stand beside their places: so many at most if the program is ended meanwhile. */
#define WAITING 256

struct waiting_file {
    struct atomic_file *file;
    const char *name, *source;
    char hash[HASH_SIZE];
};

struct output_folder {
    struct arena *arena;
    const char *path;
    enum overwriting overwriting;
    struct diagnostics *diags;
    json_t *before, *now; /* name → {"hash", "from"} */
    struct waiting_file waiting[WAITING];
    size_t waiting_count;
    bool has_failed;
};

/* ---- the memory ---- */

static const char *memory_path(struct arena *arena, const char *folder)
{
    return path_join(arena, folder, OUTPUT_FOLDER_MEMORY);
}

bool output_folder_is_known(struct arena *arena, const char *path)
{
    return access(memory_path(arena, path), F_OK) == 0;
}

static struct span at_path(struct output_folder *folder, const char *path)
{
    struct source *source = arena_new(folder->diags->arena, struct source);
    source->path = text_to_string(folder->diags->arena, text_from_string(path));
    return span_of_source(source);
}

static json_t *read_memory(struct output_folder *folder)
{
    json_error_t error;
    struct text bytes;
    const char *path = memory_path(folder->arena, folder->path);
    struct source source = {.path = path};
    if (access(path, F_OK) != 0 ||
        file_read(folder->arena, &source, &bytes, folder->diags) != STATUS_OK)
        return json_object();
    json_t *root = json_loadb(bytes.data, bytes.size, JSON_REJECT_DUPLICATES, &error);
    json_t *files = json_incref(json_object_get(root, "files"));
    if (!json_is_object(files)) {
        report_warning(
            folder->diags, &not_memory, at_path(folder, path),
            text_copy(folder->diags->arena, text_from_string(root == NULL ? error.text : "files")),
            TEXT(""));
        json_decref(files);
        files = json_object();
    }
    json_decref(root);
    return files;
}

static void write_hash(char *hash, struct text bytes)
{
    snprintf(hash, HASH_SIZE, "%016" PRIx64, text_hash(bytes));
}

static bool has_hash(const json_t *entry, const char *hash)
{
    const char *known = json_string_value(json_object_get(entry, "hash"));
    return known != NULL && strcmp(known, hash) == 0;
}

static const char *origin(const json_t *entry)
{
    return json_string_value(json_object_get(entry, "from"));
}

/* The inputs as keys; the caller drops it. */
static json_t *paths_of(const struct inputs *inputs)
{
    json_t *paths = json_object();
    for (size_t i = 0; i < inputs->count; i++)
        json_object_set_new(paths, inputs->paths[i], json_null());
    return paths;
}

static bool is_among(const json_t *paths, const char *path)
{
    return path != NULL && json_object_get(paths, path) != NULL;
}

/* ---- the folder ---- */

struct output_folder *output_folder_open(struct arena *arena, const char *path,
                                         enum overwriting overwriting, struct diagnostics *diags)
{
    struct output_folder *folder = arena_new(arena, struct output_folder);
    *folder = (struct output_folder){
        .arena = arena, .path = path, .overwriting = overwriting, .diags = diags};
    if (output_make_folder(path, diags) != STATUS_OK)
        return NULL;
    folder->before = read_memory(folder);
    folder->now = json_object();
    return folder;
}

enum status output_folder_spare(struct arena *arena, const char *path, struct inputs *inputs,
                                struct diagnostics *diags)
{
    struct output_folder folder = {.arena = arena, .path = path, .diags = diags};
    const char *name, **written;
    size_t count = 0, read = inputs->count;
    json_t *entry;
    if (!output_folder_is_known(arena, path))
        return STATUS_OK;
    json_t *files = read_memory(&folder);
    written = arena_new_array(arena, json_object_size(files), const char *);
    json_object_foreach(files, name, entry) written[count++] = path_join(arena, path, name);
    inputs_drop_files(inputs, written, count);
    json_decref(files);
    return inputs->count > 0 || read == 0
               ? STATUS_OK
               : report_error(diags, &only_ours, at_path(&folder, path), TEXT(""), TEXT(""));
}

struct file_names *output_folder_names(struct output_folder *folder, const struct inputs *inputs)
{
    struct file_names *names = file_names_new(folder->arena);
    const char *name;
    json_t *entry, *paths = paths_of(inputs);
    json_object_foreach(folder->before, name, entry)
    {
        bool is_there = access(path_join(folder->arena, folder->path, name), F_OK) == 0;
        if (is_there && origin(entry) != NULL && !is_among(paths, origin(entry)))
            file_names_reserve(names, name);
    }
    json_decref(paths);
    return names;
}

static void remember(struct output_folder *folder, const char *name, const char *hash,
                     const char *source)
{
    json_t *entry = json_object();
    json_object_set_new(entry, "hash", json_string(hash));
    if (source != NULL)
        json_object_set_new(entry, "from", json_string(source));
    json_object_set_new(folder->now, name, entry);
}

/* What becomes of a file that stands there with other bytes. */
static enum output_fate judge(struct output_folder *folder, const char *name, const char *path,
                              const char *wanted)
{
    const json_t *entry = json_object_get(folder->before, name);
    struct arena *scratch = arena_open_like(folder->arena);
    struct source source = {.path = path};
    struct text there = TEXT("");
    char hash[HASH_SIZE] = "";
    enum output_fate fate = OUTPUT_WRITTEN;
    if (file_read(scratch, &source, &there, folder->diags) == STATUS_OK)
        write_hash(hash, there);
    else
        fate = OUTPUT_FAILED;
    bool is_free = has_hash(entry, hash) || strcmp(hash, wanted) == 0;
    arena_close(scratch);
    if (fate == OUTPUT_FAILED || is_free || folder->overwriting == OVERWRITE_EDITED)
        return fate;
    if (has_hash(entry, wanted))
        return OUTPUT_KEPT;
    report_error(folder->diags, entry == NULL ? &not_ours : &edited_twice, at_path(folder, path),
                 TEXT(""), TEXT(""));
    if (entry != NULL)
        json_object_set(folder->now, name, json_object_get(folder->before, name));
    return OUTPUT_REFUSED;
}

/* All that wait take their places. */
static void settle(struct output_folder *folder)
{
    struct atomic_file *files[WAITING];
    for (size_t i = 0; i < folder->waiting_count; i++)
        files[i] = folder->waiting[i].file;
    atomic_flush(files, folder->waiting_count);
    for (size_t i = 0; i < folder->waiting_count; i++) {
        const struct waiting_file *w = &folder->waiting[i];
        if (atomic_take_place(w->file) == STATUS_OK)
            remember(folder, w->name, w->hash, w->source);
        else
            folder->has_failed = true;
    }
    folder->waiting_count = 0;
}

static enum output_fate put(struct output_folder *folder, const char *path,
                            const struct waiting_file *wanted, struct text bytes)
{
    if (output_is_there(path, bytes)) {
        remember(folder, wanted->name, wanted->hash, wanted->source);
        return OUTPUT_WRITTEN;
    }
    if (folder->waiting_count == WAITING)
        settle(folder);
    struct waiting_file *w = &folder->waiting[folder->waiting_count];
    *w = *wanted;
    w->file = atomic_put_beside(path, bytes, folder->diags);
    folder->waiting_count += w->file != NULL;
    return w->file != NULL ? OUTPUT_WRITTEN : OUTPUT_FAILED;
}

static enum status make_folder_of(struct output_folder *folder, const char *path)
{
    const char *slash = strrchr(path, '/');
    struct text all = text_from_string(path);
    if (slash == NULL)
        return STATUS_OK;
    return output_make_folder(
        text_to_string(folder->arena, text_slice(all, 0, (size_t)(slash - path))), folder->diags);
}

enum output_fate output_folder_write(struct output_folder *folder, const char *name,
                                     struct text bytes, const char *source)
{
    const char *path = path_join(folder->arena, folder->path, name);
    struct waiting_file wanted = {.name = text_to_string(folder->arena, text_from_string(name)),
                                  .source = source};
    enum output_fate fate = OUTPUT_WRITTEN;
    write_hash(wanted.hash, bytes);
    if (access(path, F_OK) == 0)
        fate = judge(folder, name, path, wanted.hash);
    if (fate == OUTPUT_KEPT)
        remember(folder, name, wanted.hash, source);
    if (fate != OUTPUT_WRITTEN)
        return fate;
    return make_folder_of(folder, path) == STATUS_OK ? put(folder, path, &wanted, bytes)
                                                     : OUTPUT_FAILED;
}

/* What was remembered and not given now is remembered still while it is there. */
static void keep_the_rest(struct output_folder *folder, const struct inputs *inputs)
{
    const char *name;
    json_t *entry, *paths = paths_of(inputs);
    json_object_foreach(folder->before, name, entry)
    {
        const char *path = path_join(folder->arena, folder->path, name);
        if (json_object_get(folder->now, name) != NULL || access(path, F_OK) != 0)
            continue;
        json_object_set(folder->now, name, entry);
        if (is_among(paths, origin(entry)))
            report_warning(folder->diags, &left_over, at_path(folder, path),
                           text_copy(folder->diags->arena, text_from_string(origin(entry))),
                           TEXT(""));
    }
    json_decref(paths);
}

enum status output_folder_close(struct output_folder *folder, const struct inputs *inputs)
{
    struct text_buffer out = text_buffer_new(folder->arena);
    json_t *root = json_object();
    settle(folder);
    keep_the_rest(folder, inputs);
    json_set_count(root, "rolebook", 1);
    json_object_set_new(root, "files", folder->now);
    json_append(&out, root, JSON_INDENT(2) | JSON_SORT_KEYS);
    json_decref(folder->before);
    enum status status =
        output_write(memory_path(folder->arena, folder->path), buffer_text(&out), folder->diags);
    return folder->has_failed ? STATUS_OUTPUT : status;
}
