#include "core/cli/inputs.h"
#include "converters/converter.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const struct message not_there = {{"沒有這個檔案或資料夾：請檢查路徑",
                                          "没有这个文件或文件夹：请检查路径",
                                          "no such file or folder: check the path"}};
static const struct message no_files = {
    {"資料夾裡沒有可讀的崗位檔（.md、.docx、.doc、.xml、.json）",
     "文件夹里没有可读的岗位文件（.md、.docx、.doc、.xml、.json）",
     "the folder holds no role files that can be read (.md, .docx, .doc, .xml, .json)"}};
static const struct message too_deep = {
    {"資料夾層數太多，其下的檔案未讀", "文件夹层数太多，其下的文件未读",
     "folders are nested too deep: the files below were not read"}};

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
                                        "code_of_conduct", "security"};
    size_t dot = text_find(name, TEXT("."), 0);
    struct text stem = text_slice(name, 0, dot == TEXT_NOT_FOUND ? name.size : dot);
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
        if (text_equal_ascii_case(stem, text_from_string(stems[i])))
            return true;
    return false;
}

static bool is_readable_name(struct text name)
{
    for (const struct converter *const *row = converter_registry; *row != NULL; row++)
        if (((*row)->read_document != NULL || (*row)->read_model != NULL) &&
            has_extension(name, (*row)->extensions))
            return true;
    return false;
}

static bool is_passed_over(const char *name)
{
    return name[0] == '.' || (name[0] == '~' && name[1] == '$');
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

enum reach { THIS_FOLDER, ALL_BELOW };

static void add_folder(struct inputs *inputs, const char *folder, unsigned depth, enum reach reach,
                       struct diagnostics *diags);

static void add_entry(struct inputs *inputs, const char *folder, const char *name, unsigned depth,
                      enum reach reach, struct diagnostics *diags)
{
    const char *path = path_join(inputs->arena, folder, name);
    struct text as_text = text_from_string(name);
    if (is_folder(path)) {
        if (reach == ALL_BELOW)
            add_folder(inputs, path, depth + 1, reach, diags);
    } else if (is_readable_name(as_text) && !inputs_is_note(as_text))
        *arena_push(inputs->arena, inputs->paths, inputs->count, inputs->capacity) = path;
}

static void add_folder(struct inputs *inputs, const char *folder, unsigned depth, enum reach reach,
                       struct diagnostics *diags)
{
    const char **names = NULL;
    size_t count = 0, capacity = 0;
    DIR *listing = depth < LIMIT_FOLDER_DEPTH ? opendir(folder) : NULL;
    if (listing == NULL) {
        report_warning(diags, depth < LIMIT_FOLDER_DEPTH ? &not_there : &too_deep,
                       at_path(inputs, folder), TEXT(""), TEXT(""));
        return;
    }
    for (struct dirent *entry; (entry = readdir(listing)) != NULL;)
        if (!is_passed_over(entry->d_name))
            *arena_push(inputs->arena, names, count, capacity) =
                text_to_string(inputs->arena, text_from_string(entry->d_name));
    closedir(listing);
    if (count > 0)
        qsort(names, count, sizeof *names, compare_names);
    for (size_t i = 0; i < count; i++)
        add_entry(inputs, folder, names[i], depth, reach, diags);
}

enum status inputs_add(struct inputs *inputs, const char *path, struct diagnostics *diags)
{
    struct stat about;
    if (strcmp(path, "-") != 0 && stat(path, &about) != 0)
        return report_error(diags, &not_there, at_path(inputs, path), TEXT(""), TEXT(""));
    if (!is_folder(path)) {
        *arena_push(inputs->arena, inputs->paths, inputs->count, inputs->capacity) = path;
        return STATUS_OK;
    }
    size_t before = inputs->count;
    add_folder(inputs, path, 0, ALL_BELOW, diags);
    if (inputs->count == before)
        return report_error(diags, &no_files, at_path(inputs, path), TEXT(""), TEXT(""));
    return STATUS_OK;
}

void inputs_add_files(struct inputs *inputs, const char *folder, struct diagnostics *diags)
{
    add_folder(inputs, folder, 0, THIS_FOLDER, diags);
}
