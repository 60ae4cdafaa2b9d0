#include "core/cli/inputs.h"
#include "converters/converter.h"
#include "core/cli/output_pages.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct message not_there = {{"沒有這個檔案或資料夾：請檢查路徑",
                                          "没有这个文件或文件夹：请检查路径",
                                          "no such file or folder: check the path"}};
static const struct message lock_file = {
    {"這是 Word 開著文件時留下的鎖定檔，不是文件：請指明文件本身「{0}」",
     "这是 Word 打开文档时留下的锁定文件，不是文档：请指明文档本身「{0}」",
     "this is the lock file that Word leaves while a document is open, not a document: name the "
     "document itself, \"{0}\""}};
static const struct message unreadable = {
    {"資料夾無法讀取：{0}", "文件夹无法读取：{0}", "the folder cannot be read: {0}"}};
static const struct message no_files = {
    {"資料夾裡沒有可讀的崗位檔（.md、.docx、.doc、.xml、.json）",
     "文件夹里没有可读的岗位文件（.md、.docx、.doc、.xml、.json）",
     "the folder holds no role files that can be read (.md, .docx, .doc, .xml, .json)"}};
static const struct message too_deep = {
    {"資料夾層數太多，其下的檔案未讀", "文件夹层数太多，其下的文件未读",
     "folders are nested too deep: the files below were not read"}};

static const char *const mended_endings[] = {MENDED_MARKDOWN, MENDED_XML, NULL};

const char *path_join(struct arena *arena, const char *folder, const char *name)
{
    size_t size = strlen(folder);
    const char *slash = size > 0 && folder[size - 1] == '/' ? "" : "/";
    struct text_buffer path = text_buffer_new(arena);
    if (strcmp(folder, ".") == 0)
        return text_to_string(arena, text_from_string(name));
    buffer_append_string(&path, folder);
    buffer_append_string(&path, slash);
    buffer_append_string(&path, name);
    return buffer_string(&path);
}

bool is_folder(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static struct span at_path(struct inputs *inputs, const char *path)
{
    struct source *source = arena_new(inputs->arena, struct source);
    source->path = text_to_string(inputs->arena, text_from_string(path));
    return span_of_source(source);
}

bool inputs_is_note(struct text name)
{
    static const char *const stems[] = {"readme",          "license",      "licence", "copying",
                                        "changelog",       "contributing", "notice",  "authors",
                                        "code_of_conduct", "security",     NULL};
    size_t dot = text_find(name, TEXT("."), 0);
    return text_is_one_of(text_slice(name, 0, dot == TEXT_NOT_FOUND ? name.size : dot), stems);
}

static bool is_readable_name(struct text name)
{
    for (const struct converter *const *row = converter_registry; *row != NULL; row++)
        if (((*row)->read_document != NULL || (*row)->read_model != NULL) &&
            !(*row)->only_when_named && has_extension(name, (*row)->extensions))
            return true;
    return false;
}

/* Word puts ~$ in place of a name's first two characters, or in front of a short one. */
static bool is_lock_file(const char *name) { return name[0] == '~' && name[1] == '$'; }

static bool is_passed_over(const char *name)
{
    return name[0] == '.' || is_lock_file(name) || strcmp(name, INPUTS_DRAFT_FOLDER) == 0;
}

/* 組長.docx.fixed.md beside 組長.docx: it would be the same role twice. */
static bool is_mended_copy(struct inputs *inputs, const char *folder, const char *name)
{
    struct text as_text = text_from_string(name);
    struct stat about;
    for (const char *const *end = mended_endings; *end != NULL; end++) {
        struct text ending = text_from_string(*end);
        struct text original = text_slice(as_text, 0, as_text.size - ending.size);
        if (text_ends_with(as_text, ending) &&
            stat(path_join(inputs->arena, folder, text_to_string(inputs->arena, original)),
                 &about) == 0)
            return true;
    }
    return false;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* ---- folders ---- */

enum reach { THIS_FOLDER, ALL_BELOW };

/* A folder being read, and the one it stands in: a link back to one of them is not followed. */
struct folder {
    const char *path;
    dev_t device;
    ino_t inode;
    unsigned depth;
    const struct folder *above;
};

static enum status add_folder(struct inputs *inputs, const char *path, const struct folder *above,
                              enum reach reach, struct diagnostics *diags);

static bool is_within_itself(const struct folder *folder)
{
    for (const struct folder *above = folder->above; above != NULL; above = above->above)
        if (above->device == folder->device && above->inode == folder->inode)
            return true;
    return false;
}

static enum status add_entry(struct inputs *inputs, const struct folder *folder, const char *name,
                             enum reach reach, struct diagnostics *diags)
{
    const char *path = path_join(inputs->arena, folder->path, name);
    struct text as_text = text_from_string(name);
    struct stat about;
    bool is_there = stat(path, &about) == 0; /* else a link to nothing: reading it says so */
    if (is_there && S_ISDIR(about.st_mode))
        return reach == ALL_BELOW ? add_folder(inputs, path, folder, reach, diags) : STATUS_OK;
    bool is_file = !is_there || S_ISREG(about.st_mode); /* a pipe would be waited for */
    if (is_file && is_readable_name(as_text) && !inputs_is_note(as_text) &&
        !is_mended_copy(inputs, folder->path, name))
        *arena_push(inputs->arena, inputs->paths, inputs->count, inputs->capacity) = path;
    return STATUS_OK;
}

/* The names in it, in byte order; NULL after a diagnostic. */
static const char **names_in(struct inputs *inputs, const char *path, size_t *count,
                             struct diagnostics *diags)
{
    DIR *listing = opendir(path);
    size_t capacity = 0;
    const char **names = arena_new_array(inputs->arena, 1, const char *);
    *count = 0;
    if (listing == NULL) {
        report_error(diags, &unreadable, at_path(inputs, path),
                     text_copy(diags->arena, text_from_string(strerror(errno))), TEXT(""));
        return NULL;
    }
    for (struct dirent *entry; (entry = readdir(listing)) != NULL;)
        if (!is_passed_over(entry->d_name))
            *arena_push(inputs->arena, names, *count, capacity) =
                text_to_string(inputs->arena, text_from_string(entry->d_name));
    closedir(listing);
    qsort(names, *count, sizeof *names, compare_names);
    return names;
}

static enum status add_folder(struct inputs *inputs, const char *path, const struct folder *above,
                              enum reach reach, struct diagnostics *diags)
{
    struct folder folder = {.path = path, .depth = above == NULL ? 0 : above->depth + 1};
    struct stat about;
    size_t count;
    enum status status = STATUS_OK;
    if (stat(path, &about) == 0) {
        folder.device = about.st_dev;
        folder.inode = about.st_ino;
        folder.above = above;
    }
    if (is_within_itself(&folder))
        return STATUS_OK;
    if (folder.depth >= LIMIT_FOLDER_DEPTH)
        return report_error(diags, &too_deep, at_path(inputs, path), TEXT(""), TEXT(""));
    const char **names = names_in(inputs, path, &count, diags);
    if (names == NULL)
        return STATUS_INPUT;
    if (above != NULL && access(path_join(inputs->arena, path, OUTPUT_PAGES_MEMORY), F_OK) == 0)
        return STATUS_OK; /* pages of a book, made of the same roles */
    for (size_t i = 0; i < count; i++)
        if (add_entry(inputs, &folder, names[i], reach, diags) != STATUS_OK)
            status = STATUS_INPUT;
    return status;
}

enum status inputs_add(struct inputs *inputs, const char *path, struct diagnostics *diags)
{
    struct stat about;
    const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1;
    size_t before = inputs->count;
    if (strcmp(path, "-") != 0 && stat(path, &about) != 0)
        return report_error(diags, &not_there, at_path(inputs, path), TEXT(""), TEXT(""));
    if (is_lock_file(name))
        return report_error(diags, &lock_file, at_path(inputs, path),
                            text_from(text_from_string(name), 2), TEXT(""));
    if (!is_folder(path)) {
        *arena_push(inputs->arena, inputs->paths, inputs->count, inputs->capacity) = path;
        return STATUS_OK;
    }
    enum status status = add_folder(inputs, path, NULL, ALL_BELOW, diags);
    if (status == STATUS_OK && inputs->count == before)
        return report_error(diags, &no_files, at_path(inputs, path), TEXT(""), TEXT(""));
    return status;
}

/* ---- files that are not read ---- */

struct identity {
    dev_t device;
    ino_t inode;
    size_t index;
};

/* 0: one file */
static int compare_files(const struct identity *a, const struct identity *b)
{
    if (a->device != b->device)
        return a->device < b->device ? -1 : 1;
    return a->inode < b->inode ? -1 : a->inode > b->inode;
}

static int compare_identities(const void *a, const void *b)
{
    const struct identity *x = a, *y = b;
    int order = compare_files(x, y);
    return order != 0 ? order : x->index < y->index ? -1 : x->index > y->index;
}

/* Which files these paths lead to, in an order that brings equal ones together. */
static struct identity *identities_of(struct arena *arena, const char *const *paths, size_t count,
                                      size_t *found)
{
    struct identity *files = arena_new_array(arena, count + 1, struct identity);
    *found = 0;
    for (size_t i = 0; i < count; i++) {
        struct stat about;
        if (strcmp(paths[i], "-") != 0 && stat(paths[i], &about) == 0)
            files[(*found)++] = (struct identity){about.st_dev, about.st_ino, i};
    }
    qsort(files, *found, sizeof *files, compare_identities);
    return files;
}

/* goes: [count] */
static void drop(struct inputs *inputs, const bool *goes)
{
    size_t kept = 0;
    for (size_t i = 0; i < inputs->count; i++)
        if (!goes[i])
            inputs->paths[kept++] = inputs->paths[i];
    inputs->count = kept;
}

void inputs_drop_repeated(struct inputs *inputs)
{
    struct arena *scratch = arena_open_like(inputs->arena);
    bool *goes = arena_new_array(scratch, inputs->count + 1, bool);
    size_t count;
    const struct identity *files = identities_of(scratch, inputs->paths, inputs->count, &count);
    for (size_t i = 1; i < count; i++)
        goes[files[i].index] = compare_files(&files[i], &files[i - 1]) == 0;
    drop(inputs, goes);
    arena_close(scratch);
}

void inputs_drop_files(struct inputs *inputs, const char *const *paths, size_t count)
{
    struct arena *scratch = arena_open_like(inputs->arena);
    bool *goes = arena_new_array(scratch, inputs->count + 1, bool);
    size_t read, dropped;
    const struct identity *files = identities_of(scratch, inputs->paths, inputs->count, &read);
    const struct identity *others = identities_of(scratch, paths, count, &dropped);
    for (size_t i = 0, k = 0; i < read; i++) {
        while (k < dropped && compare_files(&others[k], &files[i]) < 0)
            k++;
        goes[files[i].index] = k < dropped && compare_files(&others[k], &files[i]) == 0;
    }
    drop(inputs, goes);
    arena_close(scratch);
}

bool is_same_file(const char *a, const char *b)
{
    struct stat first, second;
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

enum status inputs_add_files(struct inputs *inputs, const char *folder, struct diagnostics *diags)
{
    return add_folder(inputs, folder, NULL, THIS_FOLDER, diags);
}
