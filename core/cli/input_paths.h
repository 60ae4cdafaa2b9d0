/*
 * Which of the inputs a source was read from, by its path.
 */
#ifndef ROLEBOOK_CORE_CLI_INPUT_PATHS_H
#define ROLEBOOK_CORE_CLI_INPUT_PATHS_H
#include "core/base/span.h"
#include "core/cli/inputs.h"

struct input_path {
    const char *path; /* borrowed from the inputs */
    size_t index;     /* among these */
};

/* out  paths  room for one an input, in the order of the paths then */
void input_paths_sort(struct input_path *paths, const struct inputs *inputs);
/* The input that the source was read from; SIZE_MAX: it is none (rolebook.yaml). */
size_t input_of_source(const struct input_path *paths, size_t count, const struct source *source);

#endif
