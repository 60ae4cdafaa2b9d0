/*
 * zip_folder FOLDER FILE: a ZIP of what the folder holds, the same bytes for the same content:
 * names in order of their bytes, one date for all. [Content_Types].xml comes first, as Office
 * writes it.
 */
#include "core/base/arena.h"
#include "core/base/text_buffer.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <zip.h>

#define DATE 0x21 /* 1 January 1980, where the dates of ZIP begin */

struct names {
    struct arena *arena;
    const char **items;
    size_t count, capacity;
};

static const char *join(struct arena *arena, const char *first, const char *second)
{
    struct text_buffer out = text_buffer_new(arena);
    buffer_append_string(&out, first);
    if (first[0] != '\0')
        buffer_append_byte(&out, '/');
    buffer_append_string(&out, second);
    return buffer_string(&out);
}

/* Recursion as deep as a test case's folders. */
static void gather(struct names *names, const char *root, const char *below)
{
    DIR *listing = opendir(join(names->arena, root, below));
    struct stat about;
    if (listing == NULL)
        return;
    for (struct dirent *entry; (entry = readdir(listing)) != NULL;) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        const char *name = join(names->arena, below, entry->d_name);
        if (stat(join(names->arena, root, name), &about) == 0 && S_ISDIR(about.st_mode))
            gather(names, root, name);
        else
            *arena_push(names->arena, names->items, names->count, names->capacity) = name;
    }
    closedir(listing);
}

static int compare(const void *left, const void *right)
{
    const char *a = *(const char *const *)left, *b = *(const char *const *)right;
    int a_later = strcmp(a, "[Content_Types].xml") != 0;
    int b_later = strcmp(b, "[Content_Types].xml") != 0;
    return a_later != b_later ? a_later - b_later : strcmp(a, b);
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    struct names names = {.arena = arena_open(NULL, NULL)};
    gather(&names, argv[1], "");
    if (names.count > 0)
        qsort(names.items, names.count, sizeof *names.items, compare);
    zip_t *zip = zip_open(argv[2], ZIP_CREATE | ZIP_TRUNCATE, NULL);
    bool is_done = zip != NULL;
    for (size_t i = 0; i < names.count && is_done; i++) {
        const char *path = join(names.arena, argv[1], names.items[i]);
        zip_source_t *source = zip_source_file(zip, path, 0, 0);
        zip_int64_t index = zip_file_add(zip, names.items[i], source, ZIP_FL_ENC_UTF_8);
        is_done = index >= 0 && zip_file_set_dostime(zip, (zip_uint64_t)index, 0, DATE, 0) == 0;
    }
    is_done = is_done && zip_close(zip) == 0;
    if (!is_done)
        fprintf(stderr, "zip_folder: %s could not be written\n", argv[2]);
    arena_close(names.arena);
    return is_done ? 0 : 1;
}
