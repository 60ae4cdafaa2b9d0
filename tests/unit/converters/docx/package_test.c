#include "converters/docx/part_name.h"
#include "tests/unit/converters/docx/word_file.h"

static void assert_refused(struct text bytes, const char *expected)
{
    struct word_file file = {.arena = arena_open(NULL, NULL)};
    word_read_bytes(&file, bytes);
    assert_int_equal(file.status, STATUS_INPUT);
    assert_true(file.document == NULL || file.document->blocks == NULL);
    assert_int_equal(file.diags->count, 1);
    assert_said(&file, 0, expected);
    arena_close(file.arena);
}

static void test_what_is_no_word_file_is_named(void **state)
{
    (void)state;
    assert_refused((struct text){0}, "empty");
    assert_refused(TEXT("PK\x03\x04 and then nothing"), "incomplete");
    assert_refused(TEXT("position: clerk\n"), "plain text");
    assert_refused(TEXT("%PDF-1.7"), "PDF");
}

static void test_a_lock_file_is_named(void **state)
{
    (void)state;
    struct word_file file = {.arena = arena_open(NULL, NULL)};
    struct source source = {.path = "forms/~$a.docx"};
    file.diags = diagnostics_new(file.arena);
    struct input input = {.arena = file.arena,
                          .source = &source,
                          .bytes = TEXT("\5admin     \5\0a\0d\0m\0i\0n\0"),
                          .diags = file.diags};
    assert_ptr_equal(converter_sniff(input.bytes, TEXT("~$a.doc")), &docx_converter);
    assert_int_equal(docx_read(&input, &file.document), STATUS_INPUT);
    assert_said(&file, 0, "a lock that Word keeps");
    arena_close(file.arena);
}

static void test_a_truncated_file_is_incomplete(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text bytes = word_bytes(arena, &(struct word_parts){.body = "<w:p/>"});
    assert_refused(text_slice(bytes, 0, bytes.size - 30), "incomplete");
    arena_close(arena);
}

/* All its parts say that they are packed by this method (APPNOTE.TXT 4.3.7, 4.3.12). */
static struct text packed_as(struct arena *arena, struct text bytes, char method)
{
    char *out = arena_alloc(arena, bytes.size);
    memcpy(out, bytes.data, bytes.size);
    for (size_t i = 0; i + 11 < bytes.size; i++)
        if (memcmp(out + i, "PK\3\4", 4) == 0)
            out[i + 8] = method;
        else if (memcmp(out + i, "PK\1\2", 4) == 0)
            out[i + 10] = method;
    return (struct text){out, bytes.size};
}

static void test_a_method_word_does_not_write_is_said_once(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text bytes = word_bytes(arena, &(struct word_parts){.body = "<w:p/>"});
    assert_refused(packed_as(arena, bytes, 97), "ZIP method 97"); /* WavPack */
    arena_close(arena);
}

/* A ZIP of one part, changed behind libzip's back where the caller says. */
static struct text zip_of(struct arena *arena, const char *name, struct text content)
{
    zip_error_t error;
    zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_source_keep(memory);
    zip_t *zip = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
    zip_file_add(zip, name, zip_source_buffer(zip, content.data, content.size, 0), 0);
    assert_int_equal(zip_close(zip), 0);
    zip_stat_t stat;
    zip_source_stat(memory, &stat);
    char *bytes = arena_alloc(arena, stat.size);
    zip_source_open(memory);
    zip_source_read(memory, bytes, stat.size);
    zip_source_close(memory);
    zip_source_free(memory);
    return (struct text){bytes, stat.size};
}

static void test_a_zip_bomb_is_refused_before_it_inflates(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    size_t size = LIMIT_INFLATE_RATIO_FROM + 1;
    char *zeros = arena_alloc(arena, size);
    assert_refused(zip_of(arena, "word/document.xml", (struct text){zeros, size}), "zip bomb");
    arena_close(arena);
}

static void test_a_damaged_part_is_named(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text content = TEXT("<w:document " WORD_NS "><w:body/></w:document>");
    struct text bytes = zip_of(arena, "word/document.xml", content);
    char *changed = (char *)bytes.data;
    changed[30 + 17 + 8] ^= 0x55; /* local header, name, some way into the data */
    struct word_file file = {.arena = arena};
    word_read_bytes(&file, bytes);
    assert_int_equal(file.status, STATUS_INPUT);
    assert_said(&file, 0, "word/document.xml is damaged");
    arena_close(arena);
}

static void test_other_packages_are_told_apart(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    assert_refused(zip_of(arena, "xl/workbook.xml", TEXT("<x/>")), "Excel");
    assert_refused(zip_of(arena, "content.xml", TEXT("<x/>")), "OpenDocument");
    arena_close(arena);
}

static void test_targets_are_seen_from_their_part(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text part = TEXT("word/document.xml");
    assert_text(part_resolve(arena, part, TEXT("media/a%20b.png")), "word/media/a b.png");
    assert_text(part_resolve(arena, part, TEXT("/custom/x.xml")), "custom/x.xml");
    assert_text(part_resolve(arena, part, TEXT("../../../x.xml")), "x.xml");
    assert_text(part_resolve(arena, part, TEXT("./a/./b")), "word/a/b");
    assert_text(part_resolve(arena, (struct text){0}, TEXT("word/d.xml")), "word/d.xml");
    assert_text(part_resolve(arena, part, TEXT("a%zz%4")), "word/a%zz%4");
    assert_text(part_resolve(arena, part, TEXT("..\\word\\a.xml")), "word/a.xml");
    assert_text(part_resolve(arena, part, TEXT("\\word\\a.xml")), "word/a.xml");
    assert_text(part_relationships_of(arena, part), "word/_rels/document.xml.rels");
    assert_text(part_relationships_of(arena, (struct text){0}), "_rels/.rels");
    arena_close(arena);
}

struct named_part {
    const char *name, *content;
};

/* A package of these parts, NULL after the last. */
static void read_parts(struct word_file *file, const struct named_part *parts)
{
    zip_error_t error;
    zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_stat_t stat;
    *file = (struct word_file){.arena = arena_open(NULL, NULL)};
    zip_source_keep(memory);
    zip_t *zip = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (; parts->name != NULL; parts++)
        add_part(zip, file->arena, parts->name, "", parts->content, "");
    assert_int_equal(zip_close(zip), 0);
    assert_int_equal(zip_source_stat(memory, &stat), 0);
    char *bytes = arena_alloc(file->arena, stat.size);
    assert_int_equal(zip_source_open(memory), 0);
    assert_int_equal(zip_source_read(memory, bytes, stat.size), stat.size);
    zip_source_close(memory);
    zip_source_free(memory);
    word_read_bytes(file, (struct text){bytes, stat.size});
}

#define DOCUMENT                                                                                   \
    "<w:document " WORD_NS "><w:body><w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>a</w:t>" \
    "</w:r></w:p></w:body></w:document>"
#define STYLES                                                                                     \
    "<w:styles " WORD_NS "><w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"heading " \
    "1\"/></w:style></w:styles>"
#define MAIN(target) RELATIONSHIPS RELATIONSHIP("rId1", "officeDocument", target) "</Relationships>"

static void assert_found(const struct named_part *parts, enum status status)
{
    struct word_file file;
    read_parts(&file, parts);
    assert_int_equal(file.status, status);
    assert_non_null(file.document);
    assert_block(&file, file.document->blocks, "a");
    assert_int_equal(file.document->blocks->kind, BLOCK_HEADING);
    arena_close(file.arena);
}

static void test_parts_are_found_whatever_their_names_and_relationships(void **state)
{
    (void)state;
    assert_found((struct named_part[]){{"word\\document.xml", DOCUMENT},
                                       {"_rels\\.rels", MAIN("word\\document.xml")},
                                       {"word\\styles.xml", STYLES},
                                       {0}},
                 STATUS_OK);
    assert_found(
        (struct named_part[]){{"/WORD/Document.xml", DOCUMENT}, {"/word/styles.xml", STYLES}, {0}},
        STATUS_OK);
    assert_found((struct named_part[]){{"word/document.xml", DOCUMENT},
                                       {"_rels/.rels", MAIN("word/lost.xml")},
                                       {"word/styles.xml", STYLES},
                                       {0}},
                 STATUS_OK);
    assert_found(
        (struct named_part[]){{"[Content_Types].xml",
                               "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                               "content-types\"><Override PartName=\"/x/main.xml\" ContentType=\""
                               "application/vnd.openxmlformats-officedocument.wordprocessingml."
                               "document.main+xml\"/></Types>"},
                              {"x/main.xml", DOCUMENT},
                              {"x/styles.xml", STYLES},
                              {0}},
        STATUS_OK);
    assert_found((struct named_part[]){{"word/document.xml", DOCUMENT},
                                       {"_rels/.rels", "no XML"},
                                       {"word/styles.xml", STYLES},
                                       {0}},
                 STATUS_INPUT);
}

static void test_what_follows_a_faulty_character_is_read(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file, (struct word_parts){.body = "<w:p><w:r><w:t>a\vb</w:t></w:r></w:p><w:p><w:r>"
                                                 "<w:t>c</w:t></w:r></w:p>"});
    assert_int_equal(file.status, STATUS_INPUT);
    assert_int_equal(file.diags->count, 1);
    assert_text(blocks_text(file.arena, file.document->blocks), "ab\nc");
    arena_close(file.arena);
}

static void test_faults_without_end_are_not_read_over(void **state)
{
    (void)state;
    struct word_file file;
    struct arena *arena = arena_open(NULL, NULL);
    struct text_buffer body = text_buffer_new(arena);
    buffer_append_string(&body, "<w:p><w:r><w:t>");
    for (size_t i = 0; i < 1000; i++)
        buffer_append_string(&body, "\v");
    buffer_append_string(&body, "far</w:t></w:r></w:p>");
    word_read(&file, (struct word_parts){.body = buffer_string(&body)});
    assert_int_equal(file.status, STATUS_INPUT);
    assert_text(blocks_text(file.arena, file.document->blocks), "");
    arena_close(file.arena);
    arena_close(arena);
}

static void test_a_flat_package_is_read_as_it_stands(void **state)
{
    (void)state;
    struct word_file file = {.arena = arena_open(NULL, NULL)};
    word_read_bytes(
        &file,
        TEXT(
            "<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/"
            "2006/xmlPackage\"><pkg:part pkg:name=\"/_rels/.rels\"><pkg:xmlData>" RELATIONSHIPS RELATIONSHIP(
                "rId1", "officeDocument",
                "word/document.xml") "</Relationships></pkg:xmlData></pkg:part><pkg:part pkg:name=\"/word/document.xml\">"
                                     "<pkg:xmlData><w:document " WORD_NS
                                     "><w:body><w:p><w:r><w:t>flat</w:t></w:r></w:p>"
                                     "</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>"));
    assert_int_equal(file.status, STATUS_OK);
    assert_block(&file, file.document->blocks, "flat");
    arena_close(file.arena);
}

static void test_strict_namespaces_are_read_and_other_encodings_refused(void **state)
{
    (void)state;
    struct word_file file;
    struct word_parts parts = {
        .document = "<?xml version=\"1.0\" encoding='utf-8'?><d:document "
                    "xmlns:d=\"http://purl.oclc.org/ooxml/wordprocessingml/main\">"
                    "<d:body><d:p><d:r><d:t>岗位</d:t></d:r></d:p></d:body></d:document>"};
    word_read(&file, parts);
    assert_int_equal(file.status, STATUS_OK);
    assert_block(&file, file.document->blocks, "岗位");
    arena_close(file.arena);
    parts.document = "<?xml version=\"1.0\" encoding=\"GB2312\"?><d/>";
    word_read(&file, parts);
    assert_int_equal(file.status, STATUS_INPUT);
    assert_said(&file, 0, "UTF-16");
    arena_close(file.arena);
}

static void test_utf_16_is_read(void **state)
{
    (void)state;
    static const char words[] = "<d:document xmlns:d=\"http://purl.oclc.org/ooxml/"
                                "wordprocessingml/main\"><d:body><d:p><d:r><d:t>wide</d:t></d:r>"
                                "</d:p></d:body></d:document>";
    struct word_file file = {.arena = arena_open(NULL, NULL)};
    struct text_buffer wide = text_buffer_new(file.arena);
    buffer_append(&wide, TEXT("\xFF\xFE"));
    for (size_t i = 0; i < sizeof words - 1; i++) {
        buffer_append_byte(&wide, words[i]);
        buffer_append_byte(&wide, '\0');
    }
    word_read_bytes(&file, zip_of(file.arena, "word/document.xml", buffer_text(&wide)));
    assert_int_equal(file.status, STATUS_OK);
    assert_block(&file, file.document->blocks, "wide");
    arena_close(file.arena);
}

static void test_an_element_with_too_many_attributes_is_refused(void **state)
{
    (void)state;
    struct word_file file = {.arena = arena_open(NULL, NULL)};
    struct text_buffer part = text_buffer_new(file.arena);
    buffer_append_string(&part, "<w:document " WORD_NS "><!-- ' --><w:body");
    for (int i = 0; i < 10000; i++)
        buffer_append_format(&part, " a%d='>'", i);
    buffer_append_string(&part, "/></w:document>");
    word_read_bytes(&file, zip_of(file.arena, "word/document.xml", buffer_text(&part)));
    assert_int_equal(file.status, STATUS_INPUT);
    assert_said(&file, 0, "more attributes");
    arena_close(file.arena);
}

static void test_styles_past_the_limit_are_said_to_be_unread(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text_buffer styles = text_buffer_new(arena);
    for (int i = 0; i <= LIMIT_WORD_STYLES; i++)
        buffer_append_format(&styles, "<w:style w:styleId=\"s%d\"/>", i);
    struct word_file file;
    word_read(&file, (struct word_parts){.body = "<w:p><w:r><w:t>kept</w:t></w:r></w:p>",
                                         .styles = buffer_string(&styles)});
    assert_int_equal(file.status, STATUS_INPUT);
    assert_said(&file, 0, "word/styles.xml reaches the limit of 20000");
    assert_block(&file, file.document->blocks, "kept");
    arena_close(file.arena);
    arena_close(arena);
}

static void test_files_that_share_a_cache_read_the_same(void **state)
{
    (void)state;
    struct word_parts parts = {
        .styles = "<w:style w:type=\"paragraph\" w:styleId=\"s\"><w:name w:val=\"heading 2\"/>"
                  "</w:style>",
        .body = "<w:p><w:pPr><w:pStyle w:val=\"s\"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"};
    struct read_cache *cache = read_cache_open();
    for (int i = 0; i < 3; i++) {
        struct arena *arena = arena_open(NULL, NULL);
        struct source source = {.path = "a.docx"};
        struct input input = {.arena = arena,
                              .source = &source,
                              .bytes = word_bytes(arena, &parts),
                              .diags = diagnostics_new(arena),
                              .cache = cache};
        struct document *document;
        assert_int_equal(docx_read(&input, &document), STATUS_OK);
        assert_int_equal(document->blocks->level, 2);
        assert_text(document->blocks->style, "heading 2");
        arena_close(arena);
        if (i == 1) /* same names, other bytes */
            parts.styles = "<w:style w:type=\"paragraph\" w:styleId=\"s\"><w:name "
                           "w:val=\"heading 2\"/><w:rPr><w:b/></w:rPr></w:style>";
    }
    read_cache_close(cache);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_no_word_file_is_named),
        cmocka_unit_test(test_a_lock_file_is_named),
        cmocka_unit_test(test_a_truncated_file_is_incomplete),
        cmocka_unit_test(test_a_zip_bomb_is_refused_before_it_inflates),
        cmocka_unit_test(test_a_damaged_part_is_named),
        cmocka_unit_test(test_other_packages_are_told_apart),
        cmocka_unit_test(test_targets_are_seen_from_their_part),
        cmocka_unit_test(test_parts_are_found_whatever_their_names_and_relationships),
        cmocka_unit_test(test_what_follows_a_faulty_character_is_read),
        cmocka_unit_test(test_faults_without_end_are_not_read_over),
        cmocka_unit_test(test_a_flat_package_is_read_as_it_stands),
        cmocka_unit_test(test_strict_namespaces_are_read_and_other_encodings_refused),
        cmocka_unit_test(test_a_method_word_does_not_write_is_said_once),
        cmocka_unit_test(test_utf_16_is_read),
        cmocka_unit_test(test_an_element_with_too_many_attributes_is_refused),
        cmocka_unit_test(test_styles_past_the_limit_are_said_to_be_unread),
        cmocka_unit_test(test_files_that_share_a_cache_read_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
