/*
 * The readers alone, on one thread: what stands between the floor and the command.
 *
 *   read document|model FILE...    to the page or to the model; throws the result away
 */
#include "converters/converter.h"
#include "converters/xml/xml.h"
#include "core/base/file.h"
#include "core/extract/extract.h"
#include "core/normalise/normalise.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* returns  false when nothing came of the file */
static bool read_file(const char *path, struct read_cache *cache,
                      const struct vocabulary *vocabulary, struct label_memory *labels)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct source source = {.path = path};
    struct diagnostics *diags = diagnostics_new(arena);
    struct document *document = NULL;
    struct handbook *handbook = NULL;
    struct text bytes;
    if (file_read(arena, &source, &bytes, diags) == STATUS_OK) {
        const struct converter *converter = converter_sniff(bytes, text_from_string(path));
        struct input input = {
            .arena = arena, .source = &source, .bytes = bytes, .diags = diags, .cache = cache};
        if (converter != NULL && converter->read_model != NULL)
            converter->read_model(&input, &handbook);
        else if (converter != NULL)
            converter->read_document(&input, &document);
    }
    if (document != NULL && vocabulary != NULL)
        handbook =
            extract_document(arena, vocabulary, document, FILE_KIND_UNKNOWN, labels, NULL, diags);
    if (handbook != NULL && vocabulary != NULL)
        normalise_handbook(handbook, vocabulary);
    arena_close(arena);
    return document != NULL || handbook != NULL;
}

int main(int count, char **arguments)
{
    setenv("TZ", "UTC0", 0); /* as the command does */
    xml_start();
    struct arena *arena = arena_open(NULL, NULL);
    const struct vocabulary *vocabulary = NULL;
    if (count > 1 && strcmp(arguments[1], "model") == 0)
        vocabulary = vocabulary_load(arena, NULL, diagnostics_new(arena));
    struct read_cache *cache = read_cache_open();
    struct label_memory *labels = label_memory_new(arena);
    int status = 0;
    for (int i = 2; i < count; i++)
        if (!read_file(arguments[i], cache, vocabulary, labels)) {
            fprintf(stderr, "read: %s\n", arguments[i]);
            status = 2;
        }
    read_cache_close(cache);
    label_memory_close(labels);
    arena_close(arena);
    return status;
}
