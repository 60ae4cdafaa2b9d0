/*
 * Any bytes as json and as jsonl: a model, which what is written of it gives back; else a document.
 */
#include "converters/json/json.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/vocabulary.h"

static struct handbook *read_bytes(const struct converter *converter, struct arena *arena,
                                   struct text bytes, enum status *status)
{
    struct source *source = arena_new(arena, struct source);
    source->path = "a.json";
    struct input input = {.arena = arena,
                          .source = source,
                          .bytes = bytes,
                          .diags = diagnostics_new(arena),
                          .vocabulary = vocabulary};
    struct handbook *handbook = NULL;
    struct document *document = NULL;
    *status = converter->read_model(&input, &handbook);
    if (handbook != NULL)
        fuzz_check_model(source, handbook);
    converter->read_document(&input, &document);
    return handbook;
}

static struct text write_model(const struct converter *converter, struct arena *arena,
                               const struct handbook *handbook)
{
    struct text_buffer out = text_buffer_new(arena);
    converter->write_model(handbook, &out, diagnostics_new(arena));
    return buffer_text(&out);
}

static void try_format(const struct converter *converter, struct text bytes)
{
    struct arena *arena = arena_open(NULL, NULL);
    enum status status;
    struct handbook *handbook = read_bytes(converter, arena, bytes, &status);
    if (handbook != NULL) {
        struct text written = write_model(converter, arena, handbook);
        struct handbook *again = read_bytes(converter, arena, written, &status);
        if (status != STATUS_OK || again == NULL ||
            !text_equal(write_model(converter, arena, again), written))
            abort();
    }
    arena_close(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text bytes = {(const char *)data, size};
    try_format(&json_converter, bytes);
    try_format(&jsonl_converter, bytes);
    return 0;
}
