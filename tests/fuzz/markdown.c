/* Any bytes as Markdown; what is written of it is canonical: read and written again, the same. */
#include "converters/markdown/markdown.h"
#include "tests/fuzz/fuzz.h"

static struct document *read_bytes(struct arena *arena, struct text bytes)
{
    struct source *source = arena_new(arena, struct source);
    source->path = "a.md";
    struct input input = {
        .arena = arena, .source = source, .bytes = bytes, .diags = diagnostics_new(arena)};
    struct document *document = NULL;
    markdown_read(&input, &document);
    return document;
}

static struct text write_document(struct arena *arena, const struct document *document)
{
    struct text_buffer out = text_buffer_new(arena);
    markdown_write(document, &out, diagnostics_new(arena));
    return buffer_text(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct document *document = read_bytes(arena, (struct text){(const char *)data, size});
    if (document != NULL) {
        struct walk walk = walk_blocks(document->blocks);
        while (walk_next(&walk))
            fuzz_check_span(document->source, walk.block->span);
        struct text written = write_document(arena, document);
        struct document *again = read_bytes(arena, written);
        if (again == NULL || !text_equal(write_document(arena, again), written))
            abort();
    }
    arena_close(arena);
    return 0;
}
