/* What the fuzzers of Word files share: parts around the one that is fuzzed, and what must hold. */
#ifndef ROLEBOOK_TESTS_FUZZ_WORD_H
#define ROLEBOOK_TESTS_FUZZ_WORD_H
#include "converters/docx/docx.h"
#include "converters/docx/package.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/xml_mutator.h"
#include <assert.h>
#include <libxml/parser.h>

#define WORD_NS "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define WORD_PART(name) "<pkg:part pkg:name=\"/word/" name ".xml\"><pkg:xmlData>"
#define WORD_PART_END "</pkg:xmlData></pkg:part>"
#define WORD_RELATION(type)                                                                        \
    "<Relationship Id=\"" type "\" Type=\"/" type "\" Target=\"" type ".xml\"/>"

/* A flat package: one part is the fuzzer's, the others are as given. */
static inline struct text word_package(struct arena *arena, const char *fuzzed, struct text input)
{
    static const struct {
        const char *name, *open, *content;
    } parts[] = {
        {"document", WORD_PART("document"),
         "<w:document " WORD_NS "><w:body><w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>a"
         "</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/>"
         "</w:numPr></w:pPr><w:r><w:rPr><w:rStyle w:val=\"b\"/></w:rPr><w:t>b</w:t></w:r></w:p>"
         "<w:p><w:pPr><w:pStyle w:val=\"c\"/><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>"
         "<w:r><w:t>c</w:t></w:r></w:p><w:tbl><w:tblPr><w:tblStyle w:val=\"t\"/></w:tblPr><w:tr>"
         "<w:tc><w:p><w:r><w:t>d</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"},
        {"styles", WORD_PART("styles"),
         "<w:styles " WORD_NS "><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\">"
         "<w:name w:val=\"Normal\"/></w:style></w:styles>"},
        {"numbering", WORD_PART("numbering"),
         "<w:numbering " WORD_NS "><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\">"
         "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num "
         "w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"},
    };
    struct text_buffer out = text_buffer_new(arena);
    buffer_append_string(
        &out,
        "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"><pkg:part "
        "pkg:name=\"/word/_rels/document.xml.rels\"><pkg:xmlData><Relationships "
        "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" WORD_RELATION(
            "styles") WORD_RELATION("numbering") "</Relationships>" WORD_PART_END);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        buffer_append_string(&out, parts[i].open);
        if (strcmp(parts[i].name, fuzzed) == 0)
            buffer_append(&out, input);
        else
            buffer_append_string(&out, parts[i].content);
        buffer_append_string(&out, WORD_PART_END);
    }
    buffer_append_string(&out, "</pkg:package>");
    return buffer_text(&out);
}

static inline void word_check_block(const struct block *block)
{
    for (const struct run *run = block->runs; run != NULL; run = run->next) {
        assert(text_is_utf8(run->text) && text_is_utf8(run->link));
        assert(run->kind != RUN_TEXT || text_find(run->text, TEXT("\n"), 0) == TEXT_NOT_FOUND);
    }
    assert(text_is_utf8(block->label) && text_is_utf8(block->style));
}

/* Reads them; what comes out is whole, and what is refused is refused with words. */
static inline void word_try(struct arena *arena, struct text bytes, enum revisions revisions)
{
    struct source source = {.path = "fuzz.docx"};
    struct input input = {.arena = arena,
                          .source = &source,
                          .bytes = bytes,
                          .diags = diagnostics_new(arena),
                          .cache = read_cache_open(),
                          .revisions = revisions,
                          .keeps_comments = true};
    struct document *document = NULL;
    enum status status = docx_read(&input, &document);
    assert(status == STATUS_OK || input.diags->count > 0);
    struct walk walk = walk_blocks(document == NULL ? NULL : document->blocks);
    while (walk_next(&walk)) {
        if (walk.event == WALK_ENTER)
            word_check_block(walk.block);
        if (walk.event == WALK_ENTER_CELL && walk.block->table->grid != NULL)
            assert(walk.cell->row_span > 0 || walk.cell->row >= LIMIT_TABLE_ROWS);
    }
    read_cache_close(input.cache);
}

static inline int word_try_part(const char *part, const uint8_t *data, size_t size)
{
    struct arena *arena = arena_open(NULL, NULL);
    word_try(arena, word_package(arena, part, (struct text){(const char *)data, size}),
             REVISIONS_ACCEPT);
    arena_close(arena);
    return 0;
}

#endif
