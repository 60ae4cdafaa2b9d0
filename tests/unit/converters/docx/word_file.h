/* Word files for tests: parts in, bytes of a ZIP out; and the document the reader makes of them. */
#ifndef ROLEBOOK_TESTS_UNIT_CONVERTERS_DOCX_WORD_FILE_H
#define ROLEBOOK_TESTS_UNIT_CONVERTERS_DOCX_WORD_FILE_H
#include "converters/docx/docx.h"
#include "tests/unit/unit.h"
#include <string.h>
#include <zip.h>

#define WORD_NS                                                                                    \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                    \
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "             \
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "                    \
    "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "                      \
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" "                                                   \
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "             \
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "         \
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""

/* The parts of a small Word file; what is NULL is left out. */
struct word_parts {
    const char *body; /* what w:body holds */
    const char *styles, *numbering, *footnotes, *comments, *header, *core;
    const char *document; /* the whole part, in place of body */
    enum revisions revisions;
    bool keeps_comments;
};

struct word_file {
    struct arena *arena;
    struct source source;
    struct diagnostics *diags;
    struct document *document;
    enum status status;
    enum revisions revisions;
    bool keeps_comments;
};

static inline void add_part(zip_t *zip, struct arena *arena, const char *name, const char *before,
                            const char *content, const char *after)
{
    struct text_buffer out = text_buffer_new(arena);
    buffer_append_string(&out, before);
    buffer_append_string(&out, content);
    buffer_append_string(&out, after);
    zip_source_t *source = zip_source_buffer(zip, out.data, out.size, 0);
    assert_true(zip_file_add(zip, name, source, 0) >= 0);
}

#define RELATIONSHIPS                                                                              \
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define RELATIONSHIP(id, type, target)                                                             \
    "<Relationship Id=\"" id "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"    \
    "relationships/" type "\" Target=\"" target "\"/>"

static inline void add_parts(zip_t *zip, struct arena *arena, const struct word_parts *parts)
{
    static const struct {
        size_t member;
        const char *name, *root;
    } rows[] = {
        {offsetof(struct word_parts, styles), "word/styles.xml", "styles"},
        {offsetof(struct word_parts, numbering), "word/numbering.xml", "numbering"},
        {offsetof(struct word_parts, footnotes), "word/footnotes.xml", "footnotes"},
        {offsetof(struct word_parts, comments), "word/comments.xml", "comments"},
        {offsetof(struct word_parts, header), "word/header1.xml", "hdr"},
    };
    add_part(zip, arena, "_rels/.rels", RELATIONSHIPS,
             RELATIONSHIP("rId1", "officeDocument", "word/document.xml"), "</Relationships>");
    add_part(
        zip, arena, "word/_rels/document.xml.rels", RELATIONSHIPS,
        RELATIONSHIP("rId1", "styles", "styles.xml") RELATIONSHIP(
            "rId2", "numbering",
            "numbering.xml") RELATIONSHIP("rId3", "footnotes",
                                          "footnotes.xml") RELATIONSHIP("rId4", "comments",
                                                                        "/word/comments.xml")
            RELATIONSHIP("rId5", "header", "header1.xml") RELATIONSHIP(
                "rId6", "image",
                "media/image%201.png") "<Relationship Id=\"rId9\" TargetMode=\"External\" Target=\"https://example.org/\" "
                                       "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                                       "hyperlink\"/>",
        "</Relationships>");
    if (parts->document != NULL)
        add_part(zip, arena, "word/document.xml", "", parts->document, "");
    else
        add_part(zip, arena, "word/document.xml", "<w:document " WORD_NS "><w:body>", parts->body,
                 "</w:body></w:document>");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *content;
        memcpy(&content, (const char *)parts + rows[i].member, sizeof content);
        if (content == NULL)
            continue;
        struct text_buffer begin = text_buffer_new(arena), end = text_buffer_new(arena);
        buffer_append_format(&begin, "<w:%s " WORD_NS ">", rows[i].root);
        buffer_append_format(&end, "</w:%s>", rows[i].root);
        add_part(zip, arena, rows[i].name, buffer_string(&begin), content, buffer_string(&end));
    }
    if (parts->core != NULL)
        add_part(zip, arena, "docProps/core.xml", "", parts->core, "");
}

/* The ZIP in memory, in the arena. */
static inline struct text word_bytes(struct arena *arena, const struct word_parts *parts)
{
    zip_error_t error;
    zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_source_keep(memory);
    zip_t *zip = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
    assert_non_null(zip);
    add_parts(zip, arena, parts);
    assert_int_equal(zip_close(zip), 0);
    zip_stat_t stat;
    assert_int_equal(zip_source_stat(memory, &stat), 0);
    char *bytes = arena_alloc(arena, stat.size);
    assert_int_equal(zip_source_open(memory), 0);
    assert_int_equal(zip_source_read(memory, bytes, stat.size), stat.size);
    zip_source_close(memory);
    zip_source_free(memory);
    return (struct text){bytes, stat.size};
}

static inline void word_read_bytes(struct word_file *file, struct text bytes)
{
    file->source = (struct source){.path = "a.docx"};
    file->diags = diagnostics_new(file->arena);
    struct input input = {.arena = file->arena,
                          .source = &file->source,
                          .bytes = bytes,
                          .diags = file->diags,
                          .revisions = file->revisions,
                          .keeps_comments = file->keeps_comments};
    file->status = docx_read(&input, &file->document);
}

static inline void word_read(struct word_file *file, struct word_parts parts)
{
    *file = (struct word_file){.arena = arena_open(NULL, NULL),
                               .revisions = parts.revisions,
                               .keeps_comments = parts.keeps_comments};
    word_read_bytes(file, word_bytes(file->arena, &parts));
}

static inline void word_read_body(struct word_file *file, const char *body)
{
    word_read(file, (struct word_parts){.body = body});
    assert_int_equal(file->status, STATUS_OK);
}

static inline void assert_text(struct text t, const char *expected)
{
    if (!text_is(t, expected))
        fail_msg("\"%.*s\" is not \"%s\"", TEXT_ARGS(t), expected);
}

static inline void assert_block(const struct word_file *file, const struct block *block,
                                const char *expected)
{
    assert_non_null(block);
    assert_text(block_text(file->arena, block), expected);
}

static inline void assert_said(const struct word_file *file, size_t index, const char *expected)
{
    assert_true(index < file->diags->count);
    struct text words = diagnostic_message(file->arena, file->diags->items[index], LANG_EN);
    if (text_find(words, text_from_string(expected), 0) == TEXT_NOT_FOUND)
        fail_msg("\"%.*s\" does not say \"%s\"", TEXT_ARGS(words), expected);
}

#endif
