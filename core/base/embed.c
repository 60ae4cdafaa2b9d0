/*
 * A program of the build: writes files as C arrays, for core/base/embedded.c, and of YAML files
 * where their values stand.
 *
 *   embed FOLDER FILE...   files below FOLDER, by which their names are told; C to standard output
 */
#include "core/base/file.h"
#include "core/base/yaml_places.h"
#include <stdio.h>

static const struct message not_yaml = {{"{0}", "{0}", "{0}"}};

static void write_array(const char *name, size_t number, struct text bytes)
{
    printf("static const unsigned char %s_%zu[] = {", name, number);
    for (size_t i = 0; i < bytes.size; i++)
        printf("%s%d,", i % 32 == 0 ? "\n" : "", (unsigned char)bytes.data[i]);
    printf("\n0};\n");
}

/* The places of a YAML file's values; of any other none. */
static bool places_of(struct arena *arena, const struct source *source, struct text_buffer *places,
                      struct diagnostics *diags)
{
    if (!text_ends_with(text_from_string(source->path), TEXT(".yaml")))
        return true;
    const struct yaml_value *root = yaml_parse(arena, arena, source, &not_yaml, diags);
    return root != NULL && yaml_places_write(places, root);
}

static bool embed(const char *path, size_t number)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct diagnostics *diags = diagnostics_new(arena);
    struct source *source = arena_new(arena, struct source);
    struct text_buffer places = text_buffer_new(arena);
    source->path = path;
    bool is_fine = file_read(arena, source, &source->text, diags) == STATUS_OK &&
                   places_of(arena, source, &places, diags);
    if (is_fine) {
        write_array("file", number, source->text);
        write_array("places", number, buffer_text(&places));
    } else
        fprintf(stderr, "embed: %s cannot be compiled in\n", path);
    for (size_t i = 0; i < diags->count; i++) {
        struct text words = diagnostic_message(arena, diags->items[i], LANG_EN);
        fprintf(stderr, "embed: %.*s\n", TEXT_ARGS(words));
    }
    arena_close(arena);
    return is_fine;
}

int main(int argc, char **argv)
{
    size_t skipped = argc < 2 ? 0 : strlen(argv[1]) + 1; /* the folder and its slash */
    for (int i = 2; i < argc; i++)
        if (!embed(argv[i], (size_t)i))
            return 1;
    puts("static const struct embedded files[] = {");
    for (int i = 2; i < argc; i++)
        printf("{\"%s\", file_%d, sizeof file_%d - 1, places_%d, sizeof places_%d - 1},\n",
               argv[i] + skipped, i, i, i, i);
    puts("{0, 0, 0, 0, 0}};");
    return ferror(stdout) || fflush(stdout) != 0;
}
