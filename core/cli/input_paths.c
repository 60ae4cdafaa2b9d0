#include "core/cli/input_paths.h"
#include <stdlib.h>
#include <string.h>

static int compare_paths(const void *left, const void *right)
{
    const struct input_path *a = left, *b = right;
    return strcmp(a->path, b->path);
}

void input_paths_sort(struct input_path *paths, const struct inputs *inputs)
{
    for (size_t i = 0; i < inputs->count; i++)
        paths[i] = (struct input_path){inputs->paths[i], i};
    if (inputs->count > 1)
        qsort(paths, inputs->count, sizeof *paths, compare_paths);
}

size_t input_of_source(const struct input_path *paths, size_t count, const struct source *source)
{
    struct input_path wanted = {.path = source == NULL ? "" : source->path};
    const struct input_path *found = bsearch(&wanted, paths, count, sizeof wanted, compare_paths);
    return found == NULL ? SIZE_MAX : found->index;
}
