/* Any bytes as Markdown: read, then written and read again to the same bytes. */
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct document *document = read_bytes(arena, (struct text){(const char *)data, size});
    if (document != NULL) {
        struct text_buffer out = text_buffer_new(arena);
        struct walk walk = walk_blocks(document->blocks);
        while (walk_next(&walk))
            fuzz_check_span(document->source, walk.block->span);
        markdown_write(document, &out, diagnostics_new(arena));
        read_bytes(arena, buffer_text(&out));
    }
    arena_close(arena);
    return 0;
}
