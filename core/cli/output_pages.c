#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "core/cli/output_pages.h"
#include "core/base/atomic_write.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/cli/inputs.h"
#include "core/cli/output.h"
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HASH_SIZE 17 /* 64 bits in hexadecimal, and NUL */

static const struct message not_ours = {
    {"已在那裡，不是由 rolebook 寫出，或有人改過：整個資料夾都沒有動；要覆寫請加 --force，或換一個資料夾",
     "已在那里，不是由 rolebook 写出，或有人改过：整个文件夹都没有动；要覆盖请加 --force，或换一个文件夹",
     "is there already, and was not written by rolebook or was edited since: nothing in the folder "
     "was changed; use --force, or another folder"}};
static const struct message no_place = {{"無法寫入資料夾 {0}：{1}；裡面的檔案都沒有動",
                                         "无法写入文件夹 {0}：{1}；里面的文件都没有动",
                                         "cannot write into the folder {0}: {1}; its files are as "
                                         "they were"}};
static const struct message no_rename = {
    {"無法放到 {0}：{1}", "无法放到 {0}：{1}", "cannot be moved to {0}: {1}"}};

struct pages {
    struct arena *arena;
    struct diagnostics *diags;
    const char *folder;
    const char *stage; /* where files stand until all are there */
    bool is_new;       /* the folder is not there yet: the stage becomes it */
    json_t *before;    /* name → hash, as rolebook wrote it */
};

static enum status complain(struct pages *p, const struct message *message, const char *place)
{
    report_error(p->diags, message, (struct span){0}, text_from_string(place),
                 text_copy(p->diags->arena, text_from_string(strerror(errno))));
    return STATUS_OUTPUT;
}

static void write_hash(char *hash, struct text bytes)
{
    snprintf(hash, HASH_SIZE, "%016" PRIx64, text_hash(bytes));
}

static const char *path_of(struct pages *p, const char *folder, struct text name)
{
    return path_join(p->arena, folder, text_to_string(p->arena, name));
}

/* ---- what is there ---- */

static json_t *read_memory(struct pages *p)
{
    struct text bytes;
    struct source source = {.path = path_of(p, p->folder, TEXT(OUTPUT_PAGES_MEMORY))};
    struct diagnostics *unheard = diagnostics_new(p->arena);
    if (access(source.path, F_OK) != 0 ||
        file_read(p->arena, &source, &bytes, unheard) != STATUS_OK)
        return json_object();
    json_t *root = json_loadb(bytes.data, bytes.size, JSON_REJECT_DUPLICATES, NULL);
    json_t *files = json_incref(json_object_get(root, "files"));
    json_decref(root);
    return json_is_object(files) ? files : json_object();
}

/* The file there is as rolebook wrote it, or as it is to be. */
static bool may_go(struct pages *p, const char *path, struct text name, const struct text *bytes)
{
    struct source source = {.path = path};
    struct text there;
    char hash[HASH_SIZE];
    if (access(path, F_OK) != 0)
        return true;
    if (file_read(p->arena, &source, &there, diagnostics_new(p->arena)) != STATUS_OK)
        return false;
    write_hash(hash, there);
    const char *known =
        json_string_value(json_object_get(p->before, text_to_string(p->arena, name)));
    return (bytes != NULL && text_equal(there, *bytes)) ||
           (known != NULL && strcmp(known, hash) == 0);
}

static enum status judge(struct pages *p, const struct output_files *files)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < files->count; i++) {
        const char *path = path_of(p, p->folder, files->list[i].name);
        if (may_go(p, path, files->list[i].name, &files->list[i].bytes))
            continue;
        struct source *source = arena_new(p->diags->arena, struct source);
        source->path = path;
        status = STATUS_OUTPUT;
        report_error(p->diags, &not_ours, span_of_source(source), TEXT(""), TEXT(""));
    }
    return status;
}

/* ---- the stage ---- */

static enum status open_stage(struct pages *p)
{
    struct text_buffer stage = text_buffer_new(p->arena);
    buffer_append_string(&stage, p->folder);
    while (stage.size > 1 && stage.data[stage.size - 1] == '/')
        stage.size--;
    const char *folder = text_to_string(p->arena, buffer_text(&stage));
    p->folder = folder;
    p->is_new = access(folder, F_OK) != 0;
    size_t slash = stage.size;
    while (slash > 0 && stage.data[slash - 1] != '/')
        slash--;
    if (p->is_new && slash > 1 &&
        output_make_folder(text_to_string(p->arena, text_slice(buffer_text(&stage), 0, slash - 1)),
                           p->diags) != STATUS_OK)
        return STATUS_OUTPUT;
    buffer_append_string(&stage, p->is_new ? ".XXXXXX" : "/.rolebook-XXXXXX");
    char *name = arena_new_array(p->arena, stage.size + 1, char);
    memcpy(name, stage.data, stage.size);
    if (mkdtemp(name) == NULL)
        return complain(p, &no_place, folder);
    p->stage = name;
    return STATUS_OK;
}

static void clear_stage(struct pages *p, const struct output_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        unlink(path_of(p, p->stage, files->list[i].name));
    rmdir(p->stage);
}

static enum status fill_stage(struct pages *p, const struct output_files *files)
{
    struct atomic_file **put = arena_new_array(p->arena, files->count, struct atomic_file *);
    enum status status = STATUS_OK;
    size_t count = 0;
    for (; count < files->count && status == STATUS_OK; count++) {
        const struct output_file *file = &files->list[count];
        put[count] = atomic_put_beside(path_of(p, p->stage, file->name), file->bytes, p->diags);
        status = put[count] == NULL ? STATUS_OUTPUT : STATUS_OK;
    }
    count -= status != STATUS_OK;
    atomic_flush(put, count);
    for (size_t i = 0; i < count; i++)
        if (atomic_take_place(put[i]) != STATUS_OK)
            status = STATUS_OUTPUT;
    return status;
}

/* The folder's mode is what the user's mask gives, not mkdtemp's. */
static enum status put_folder(struct pages *p)
{
    mode_t mask = umask(0);
    umask(mask);
    if (chmod(p->stage, 0777 & ~mask) != 0 || rename(p->stage, p->folder) != 0)
        return complain(p, &no_rename, p->folder);
    return STATUS_OK;
}

static enum status put_files(struct pages *p, const struct output_files *files)
{
    for (size_t i = 0; i < files->count; i++) {
        const char *to = path_of(p, p->folder, files->list[i].name);
        if (rename(path_of(p, p->stage, files->list[i].name), to) != 0)
            return complain(p, &no_rename, to);
    }
    return STATUS_OK;
}

/* ---- the memory ---- */

static void add_memory(struct pages *p, struct output_files *files)
{
    json_t *root = json_object(), *hashes = json_object();
    struct text_buffer out = text_buffer_new(p->arena);
    char hash[HASH_SIZE];
    for (size_t i = 0; i < files->count; i++) {
        write_hash(hash, files->list[i].bytes);
        json_object_set_new(hashes, text_to_string(p->arena, files->list[i].name),
                            json_string(hash));
    }
    json_set_count(root, "rolebook", 1);
    json_object_set_new(root, "files", hashes);
    json_append(&out, root, JSON_INDENT(2) | JSON_SORT_KEYS);
    output_files_add(files, TEXT(OUTPUT_PAGES_MEMORY), buffer_text(&out));
}

/* Pages that rolebook wrote, nobody edited, and the book has no more. */
static void drop_stale(struct pages *p, const struct output_files *files)
{
    const char *name;
    json_t *entry, *now = json_object();
    for (size_t i = 0; i < files->count; i++)
        json_object_set_new(now, text_to_string(p->arena, files->list[i].name), json_null());
    json_object_foreach(p->before, name, entry)
    {
        const char *path = path_of(p, p->folder, text_from_string(name));
        bool is_ours = strchr(name, '/') == NULL && json_object_get(now, name) == NULL;
        if (is_ours && may_go(p, path, text_from_string(name), NULL))
            unlink(path);
    }
    json_decref(now);
}

enum status output_pages_write(const char *folder, const struct output_files *files,
                               enum overwriting overwriting, struct diagnostics *diags)
{
    struct arena *arena = arena_open_like(diags->arena);
    struct pages p = {.arena = arena, .diags = diags, .folder = folder};
    struct output_files all = {.arena = arena};
    p.before = read_memory(&p);
    for (size_t i = 0; i < files->count; i++)
        output_files_add(&all, files->list[i].name, files->list[i].bytes);
    enum status status = overwriting == OVERWRITE_EDITED ? STATUS_OK : judge(&p, &all);
    add_memory(&p, &all);
    if (status == STATUS_OK)
        status = open_stage(&p);
    if (status == STATUS_OK) {
        status = fill_stage(&p, &all);
        if (status == STATUS_OK)
            status = p.is_new ? put_folder(&p) : put_files(&p, &all);
        if (status == STATUS_OK && !p.is_new)
            drop_stale(&p, &all);
        if (status != STATUS_OK || !p.is_new)
            clear_stage(&p, &all);
    }
    json_decref(p.before);
    arena_close(arena);
    return status;
}
