/* Any bytes as comma-separated values, and those as a work log from which roles are drafted. */
#include "converters/csv/csv.h"
#include "core/draft/sheet.h"
#include "tests/fuzz/fuzz.h"

static struct document *read_bytes(struct arena *arena, struct text bytes)
{
    struct source *source = arena_new(arena, struct source);
    source->path = "a.csv";
    struct input input = {
        .arena = arena, .source = source, .bytes = bytes, .diags = diagnostics_new(arena)};
    struct document *document = NULL;
    csv_converter.read_document(&input, &document);
    return document;
}

static void draft(struct arena *arena, const struct document *document)
{
    struct diagnostics *diags = diagnostics_new(arena);
    struct vocabulary *vocabulary = vocabulary_load(arena, NULL, diags);
    struct work_log log = {.arena = arena};
    work_read_document(&log, vocabulary, document, diags);
    struct same_work same = same_work_of(arena, &log, work_language(&log));
    struct tasks_request request = {
        .log = &log, .same = &same, .phrases = phrases_new(arena), .language = LANG_ZH_HANT};
    struct tasks tasks = tasks_find(arena, &request);
    struct sheet sheet = sheet_of_tasks(arena, vocabulary, &request, &tasks);
    sheet_settle(&sheet, diags);
    fuzz_check_model(document->source, sheet_roles(arena, &sheet));
    struct text_buffer out = text_buffer_new(arena);
    csv_write_tables(sheet_document(arena, &sheet), &out);
    if (read_bytes(arena, buffer_text(&out)) == NULL)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct document *document = read_bytes(arena, (struct text){(const char *)data, size});
    if (document != NULL) {
        struct walk walk = walk_blocks(document->blocks);
        while (walk_next(&walk))
            fuzz_check_span(document->source, walk.block->span);
        draft(arena, document);
    }
    arena_close(arena);
    return 0;
}
