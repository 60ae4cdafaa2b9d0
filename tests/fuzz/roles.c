/*
 * Any Markdown as role definitions: extracted, normalised, checked, composed and extracted again.
 * Headings, pipe tables and HTML tables with spans give extraction every shape it knows.
 */
#include "converters/markdown/markdown.h"
#include "core/check/check.h"
#include "core/compose/compose.h"
#include "core/extract/extract.h"
#include "core/normalise/normalise.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/vocabulary.h"
#include <assert.h>

static void check_texts(const struct handbook *handbook)
{
    for (const struct role *role = handbook->roles; role != NULL; role = role->next)
        for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
            for (size_t i = 0; i < role->values[e].count; i++)
                assert(text_is_utf8(role->values[e].rows[i].text));
}

static void read_composed(struct arena *arena, const struct role *role)
{
    struct document *ways[] = {compose_role(arena, role, vocabulary),
                               compose_exact_role(arena, role, vocabulary)};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        extract_document(arena, vocabulary, ways[i], FILE_KIND_ROLES, NULL, NULL,
                         diagnostics_new(arena));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct source source = {.path = "fuzz.md"};
    struct input input = {.arena = arena,
                          .source = &source,
                          .bytes = {(const char *)data, size},
                          .diags = diagnostics_new(arena)};
    struct document *document = NULL;
    markdown_read(&input, &document);
    if (document != NULL) {
        struct handbook *handbook = extract_document(arena, vocabulary, document, FILE_KIND_UNKNOWN,
                                                     NULL, NULL, input.diags);
        fuzz_check_model(&source, handbook);
        normalise_handbook(handbook, vocabulary);
        check_texts(handbook);
        struct check_config *config = check_config_new(arena);
        config->is_whole = true;
        check_handbook(handbook, vocabulary, config, input.diags);
        for (const struct role *role = handbook->roles; role != NULL; role = role->next)
            read_composed(arena, role);
    }
    arena_close(arena);
    return 0;
}
