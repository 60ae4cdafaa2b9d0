/*
 * Any bytes as a Word file.
 *
 * Few mutated ZIPs inflate, so bytes that are none are taken for parts: what stands before the
 * first form feed is word/document.xml, then styles, numbering and footnotes, in a flat package,
 * which needs no compression. Either way each table must be whole and each text well-formed.
 */
#include "converters/docx/docx.h"
#include "tests/fuzz/fuzz.h"
#include <assert.h>
#include <libxml/parser.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    xmlInitParser();
    return 0;
}

#define PART(name) "<pkg:part pkg:name=\"/" name "\"><pkg:xmlData>"
#define PART_END "</pkg:xmlData></pkg:part>"
#define RELATIONSHIP(type)                                                                         \
    "<Relationship Id=\"" type "\" Type=\"/" type "\" Target=\"" type ".xml\"/>"

static struct text flat_package(struct arena *arena, struct text input)
{
    static const char *const names[] = {PART("word/document.xml"), PART("word/styles.xml"),
                                        PART("word/numbering.xml"), PART("word/footnotes.xml"),
                                        PART("word/header.xml")};
    struct text_buffer out = text_buffer_new(arena);
    buffer_append_string(
        &out,
        "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">" PART(
            "word/_rels/document.xml.rels") "<Relationships xmlns=\"http://schemas."
                                            "openxmlformats.org/package/2006/relationships\">" RELATIONSHIP(
                                                "styles") RELATIONSHIP("numbering")
                                                RELATIONSHIP("footnotes") RELATIONSHIP(
                                                    "header") "</Relationships>" PART_END);
    size_t at = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names && at < input.size; i++) {
        size_t end = text_find(input, TEXT("\f"), at);
        end = end == TEXT_NOT_FOUND ? input.size : end;
        buffer_append_string(&out, names[i]);
        buffer_append(&out, text_slice(input, at, end));
        buffer_append_string(&out, PART_END);
        at = end + 1;
    }
    buffer_append_string(&out, "</pkg:package>");
    return buffer_text(&out);
}

static void check_runs(const struct block *block)
{
    for (const struct run *run = block->runs; run != NULL; run = run->next) {
        assert(text_is_utf8(run->text) && text_is_utf8(run->link));
        assert(run->kind != RUN_TEXT || text_find(run->text, TEXT("\n"), 0) == TEXT_NOT_FOUND);
    }
    assert(text_is_utf8(block->label) && text_is_utf8(block->style));
}

static void check(const struct document *document)
{
    struct walk walk = walk_blocks(document->blocks);
    while (walk_next(&walk)) {
        if (walk.event == WALK_ENTER)
            check_runs(walk.block);
        if (walk.event == WALK_ENTER_CELL && walk.block->table->grid != NULL)
            assert(walk.cell->row_span > 0 || walk.cell->row >= LIMIT_TABLE_ROWS);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct source source = {.path = "fuzz.docx"};
    struct text bytes = text_copy(arena, (struct text){(const char *)data, size});
    if (!text_starts_with(bytes, TEXT("PK")))
        bytes = flat_package(arena, bytes);
    struct input input = {.arena = arena,
                          .source = &source,
                          .bytes = bytes,
                          .diags = diagnostics_new(arena),
                          .cache = read_cache_open()};
    struct document *document = NULL;
    enum status status = docx_read(&input, &document);
    assert(status == STATUS_OK || input.diags->count > 0);
    if (document != NULL)
        check(document);
    read_cache_close(input.cache);
    arena_close(arena);
    return 0;
}
