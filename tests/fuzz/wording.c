/*
 * Any words as duties, standards and requirements, line breaks within them too: each rule comes to
 * an end, and what it says stands within the words. A blank line parts one duty from the next.
 */
#include "core/check/check.h"
#include "core/normalise/normalise.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/vocabulary.h"
#include <assert.h>

static void add_records(struct handbook *handbook, struct role *role, const struct source *source)
{
    static const enum element elements[] = {ELEMENT_DUTIES, ELEMENT_STANDARDS, ELEMENT_APPOINTMENT,
                                            ELEMENT_PURPOSE};
    for (size_t e = 0; e < sizeof elements / sizeof *elements; e++)
        for (size_t at = 0; at < source->text.size;) {
            size_t end = text_find(source->text, TEXT("\n\n"), at);
            end = end == TEXT_NOT_FOUND ? source->text.size : end;
            struct span span = {.source = source, .begin = (uint32_t)at, .end = (uint32_t)end};
            if (end > at)
                record_append(handbook, &role->values[elements[e]],
                              text_slice(source->text, at, end), span);
            at = end + 2;
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum language languages[] = {LANG_ZH_HANT, LANG_ZH_HANS, LANG_EN};
    struct source source = {.path = "fuzz.md", .text = {(const char *)data, size}};
    if (!text_is_utf8(source.text))
        return 0;
    for (size_t l = 0; l < sizeof languages / sizeof *languages; l++) {
        struct arena *arena = arena_open(NULL, NULL);
        struct diagnostics *said = diagnostics_new(arena);
        struct handbook *handbook = handbook_new(arena);
        struct role *role = role_append(handbook, &source, (struct span){.source = &source});
        add_records(handbook, role, &source);
        normalise_handbook(handbook, vocabulary);
        role->language = text_from_string(language_tag(languages[l]));
        struct check_config *config = check_config_new(arena);
        config->is_whole = true;
        check_handbook(handbook, vocabulary, config, said);
        for (size_t i = 0; i < said->count; i++)
            assert(said->items[i]->at.end <= size);
        arena_close(arena);
    }
    return 0;
}
