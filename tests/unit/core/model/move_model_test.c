/* What was read of a file outlives the arena it was read in. */
#include "converters/converter.h"
#include "converters/json/json.h"
#include "core/base/file.h"
#include "core/base/text_buffer.h"
#include "core/extract/extract.h"
#include "core/model/move_model.h"
#include "core/normalise/normalise.h"
#include "tests/unit/vocabulary.h"
#include <string.h>

static struct handbook *read_bytes(struct arena *own, struct source *source, struct text bytes,
                                   struct diagnostics *diags)
{
    const struct converter *converter = converter_sniff(bytes, text_from_string(source->path));
    struct input input = {.arena = own, .source = source, .bytes = bytes, .diags = diags};
    struct document *document = NULL;
    assert_int_equal(converter->read_document(&input, &document), STATUS_OK);
    struct handbook *handbook =
        extract_document(own, vocabulary, document, FILE_KIND_UNKNOWN, NULL, NULL, diags);
    normalise_handbook(handbook, vocabulary);
    return handbook;
}

/* The model with its places, the blocks of its other sections, and the findings with theirs. */
static struct text describe(const struct handbook *handbook, const struct diagnostics *diags)
{
    struct text_buffer out = text_buffer_new(arena);
    json_converter.write_model(handbook, &out, diagnostics_new(arena));
    for (const struct role *role = handbook->roles; role != NULL; role = role->next) {
        for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
            buffer_append(&out, span_describe(arena, role->values[e].at));
        for (const struct section_text *s = role->other; s != NULL; s = s->next)
            buffer_append(&out, blocks_text(arena, s->blocks));
    }
    for (const struct section_text *s = handbook->preface; s != NULL; s = s->next)
        buffer_append(&out, blocks_text(arena, s->blocks));
    for (size_t i = 0; i < diags->count; i++) {
        buffer_append(&out, span_describe(arena, diags->items[i]->at));
        buffer_append(&out, diagnostic_message(arena, diags->items[i], LANG_EN));
        buffer_append(&out, diags->items[i]->role);
    }
    return buffer_text(&out);
}

static void assert_outlives(const char *path, struct text words)
{
    struct arena *own = arena_open(NULL, NULL);
    struct source *source = arena_new(own, struct source);
    source->path = text_to_string(own, text_from_string(path));
    struct diagnostics *diags = diagnostics_new(own);
    struct text bytes = text_copy(own, words);
    if (words.size == 0)
        assert_int_equal(file_read(own, source, &bytes, diags), STATUS_OK);
    struct handbook *handbook = read_bytes(own, source, bytes, diags);
    struct text before = describe(handbook, diags);
    struct move move = move_begin(arena, source);
    struct handbook *moved = move_handbook(&move, handbook);
    struct diagnostics *moved_diags = move_diagnostics(&move, diags);
    memset((char *)bytes.data, '?', bytes.size); /* a slice that stayed behind would show it */
    arena_close(own);
    assert_true(text_equal(describe(moved, moved_diags), before));
}

static void test_roles_of_a_word_file_outlive_it(void **state)
{
    (void)state;
    assert_outlives("samples/legacy/two-roles-one-file.docx", TEXT(""));
    assert_outlives("samples/legacy/merged-labels.docx", TEXT(""));
}

static void test_places_and_pages_of_a_text_outlive_it(void **state)
{
    (void)state;
    assert_outlives("samples/sunshine/roles/centre-manager.md", TEXT(""));
    assert_outlives("a.md",
                    TEXT("# Clerk\n\n## Duties\n\n- file letters\n- weigh parcels\n\n## Our "
                         "story\n\n1. one\n   - two[^a]\n\n| a | b |\n|-|-|\n| c | d |\n\n"
                         "> said ![a dog](dog.png)\n\n[^a]: a note\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_roles_of_a_word_file_outlive_it),
        cmocka_unit_test(test_places_and_pages_of_a_text_outlive_it),
    };
    return cmocka_run_group_tests(tests, open_vocabulary, close_vocabulary);
}
