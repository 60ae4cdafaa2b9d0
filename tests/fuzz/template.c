/* Any bytes as a template: refused with a diagnostic, or pages are laid out by it. */
#include "core/compose/template.h"
#include "converters/pdf/pdf.h"
#include "core/compose/compose.h"
#include "tests/fuzz/fuzz.h"

static const struct handbook *small_handbook(struct arena *arena)
{
    static const enum element elements[] = {ELEMENT_TITLE, ELEMENT_DEPARTMENT, ELEMENT_PURPOSE,
                                            ELEMENT_SCOPE, ELEMENT_DUTIES,     ELEMENT_STANDARDS};
    struct handbook *handbook = handbook_new(arena);
    struct role *role = role_append(handbook, NULL, (struct span){0});
    handbook->language = role->language = TEXT("zh-Hant");
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        record_append(handbook, &role->values[elements[i]], TEXT("負責受理客戶訴求 Agent 24"),
                      (struct span){0});
    return handbook;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct diagnostics *said = diagnostics_new(arena);
    struct source source = {.path = "fuzzed.xml", .text = {(const char *)data, size}};
    struct template *template = NULL;
    if (text_is_utf8(source.text) && text_find(source.text, TEXT("logo"), 0) == TEXT_NOT_FOUND)
        template = template_read(arena, &source, said);
    if (template == NULL) {
        arena_close(arena);
        return 0;
    }
    struct vocabulary *vocabulary = vocabulary_load(arena, NULL, said);
    struct text_buffer out = text_buffer_new(arena);
    if (pdf_trace_document(compose_handbook(arena, small_handbook(arena), template, vocabulary),
                           &out, said) != STATUS_OK)
        abort();
    arena_close(arena);
    return 0;
}
