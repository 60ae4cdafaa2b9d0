/* Any bytes as XML: as a model, which what is written of it gives back, and as a document. */
#include "converters/xml/xml.h"
#include "tests/fuzz/fuzz.h"

static struct input input_of(struct arena *arena, struct text bytes)
{
    struct source *source = arena_new(arena, struct source);
    source->path = "a.xml";
    return (struct input){
        .arena = arena, .source = source, .bytes = bytes, .diags = diagnostics_new(arena)};
}

static struct text write_model(struct arena *arena, const struct handbook *handbook)
{
    struct text_buffer out = text_buffer_new(arena);
    xml_write_model(handbook, &out, diagnostics_new(arena));
    return buffer_text(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct input input = input_of(arena, (struct text){(const char *)data, size});
    struct handbook *handbook = NULL, *again = NULL;
    struct document *document = NULL;
    xml_start();
    xml_read_model(&input, &handbook);
    if (handbook != NULL) {
        fuzz_check_model(input.source, handbook);
        struct text written = write_model(arena, handbook);
        struct input second = input_of(arena, written);
        if (xml_read_model(&second, &again) != STATUS_OK || again == NULL ||
            !text_equal(write_model(arena, again), written))
            abort();
    }
    xml_read_document(&input, &document);
    arena_close(arena);
    return 0;
}
