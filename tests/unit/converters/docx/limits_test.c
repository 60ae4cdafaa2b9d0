/* Each limit is one diagnostic; a ZIP that lies is caught before anything is trusted. */
#include "converters/docx/package.h"
#include "tests/unit/converters/docx/word_file.h"
#include "tests/unit/random_model.h"

struct entry {
    const char *name;
    struct text content;
};

static struct text zip_of(struct arena *arena, const struct entry *entries, size_t count)
{
    zip_error_t error;
    zip_stat_t stat;
    zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_source_keep(memory);
    zip_t *zip = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (size_t i = 0; i < count; i++)
        zip_file_add(zip, entries[i].name,
                     zip_source_buffer(zip, entries[i].content.data, entries[i].content.size, 0),
                     0);
    assert_int_equal(zip_close(zip), 0);
    zip_source_stat(memory, &stat);
    char *bytes = arena_alloc(arena, stat.size);
    zip_source_open(memory);
    zip_source_read(memory, bytes, stat.size);
    zip_source_close(memory);
    zip_source_free(memory);
    return (struct text){bytes, stat.size};
}

/* The central directory's entry number index (APPNOTE 4.3.12), to be changed behind libzip's back.
 */
static unsigned char *directory_entry(struct text zip, size_t index)
{
    size_t at = text_find(zip, TEXT("PK\x01\x02"), 0);
    for (; index > 0; index--)
        at = text_find(zip, TEXT("PK\x01\x02"), at + 1);
    assert_true(at != TEXT_NOT_FOUND);
    return (unsigned char *)zip.data + at;
}

static void put_number(unsigned char *at, size_t bytes, uint64_t value)
{
    for (size_t i = 0; i < bytes; i++)
        at[i] = (unsigned char)(value >> 8 * i);
}

#define FLAGS 8 /* offsets within an entry */
#define METHOD 10
#define PLAIN_SIZE 24
#define LOCAL_OFFSET 42
#define NAME 46

#define DOCUMENT(words)                                                                            \
    TEXT_INIT("<w:document " WORD_NS "><w:body><w:p><w:r><w:t>" words                              \
              "</w:t></w:r></w:p></w:body></w:document>")

static void assert_refused(struct arena *arena, struct text bytes, const char *expected)
{
    struct word_file file = {.arena = arena};
    word_read_bytes(&file, bytes);
    assert_int_equal(file.status, STATUS_INPUT);
    assert_int_equal(file.diags->count, 1);
    assert_said(&file, 0, expected);
}

static void test_a_part_that_says_it_is_too_large_is_not_inflated(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    const struct entry entries[] = {{"word/document.xml", DOCUMENT("a")}};
    struct text zip = zip_of(arena, entries, 1);
    put_number(directory_entry(zip, 0) + PLAIN_SIZE, 4, LIMIT_PART_BYTES + 1);
    assert_refused(arena, zip, "over the limit");
    arena_close(arena);
}

/* Bytes that no deflate makes smaller: what they say to inflate to is in proportion. */
static struct text noise(struct arena *arena, size_t size)
{
    struct random random = {.state = 1};
    char *bytes = arena_alloc(arena, size);
    for (size_t i = 0; i < size; i++)
        bytes[i] = (char)random_below(&random, 256);
    return (struct text){bytes, size};
}

/* Damaged parts count as well: else a file could have as many inflated as it likes. */
static void test_parts_too_large_together_are_not_inflated(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text packed = noise(arena, LIMIT_PART_BYTES / LIMIT_INFLATE_RATIO * 2), part;
    const struct entry entries[] = {{"[Content_Types].xml", TEXT_INIT("<Types/>")},
                                    {"word/media/1", packed},
                                    {"word/media/2", packed},
                                    {"word/media/3", TEXT_INIT("small")}};
    struct text zip = zip_of(arena, entries, 4);
    for (size_t i = 1; i < 3; i++)
        put_number(directory_entry(zip, i) + PLAIN_SIZE, 4, LIMIT_PART_BYTES);
    struct word_file file = {.arena = arena, .diags = diagnostics_new(arena)};
    struct source source = {.path = "large.docx"};
    struct package *package = package_open(arena, zip, &source, NULL, file.diags);
    assert_int_equal(package_read(package, arena, TEXT("word/media/1"), &part), STATUS_INPUT);
    assert_int_equal(package_read(package, arena, TEXT("word/media/2"), &part), STATUS_INPUT);
    assert_int_equal(package_read(package, arena, TEXT("word/media/3"), &part), STATUS_INPUT);
    package_close(package);
    assert_said(&file, 0, "damaged");
    assert_said(&file, 2, "with the other parts is over the limit of 512 MiB");
    arena_close(arena);
}

static void test_a_size_that_is_a_lie_is_damage(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    const struct entry entries[] = {{"word/document.xml", DOCUMENT("aaaaaaaaaaaaaaaaaaaaaaaaa")}};
    for (int more = -1; more <= 1; more += 2) {
        struct text zip = zip_of(arena, entries, 1);
        put_number(directory_entry(zip, 0) + PLAIN_SIZE, 4,
                   (uint64_t)((int64_t)entries[0].content.size + more));
        assert_refused(arena, zip, "damaged");
    }
    arena_close(arena);
}

static void test_an_encrypted_part_is_named(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    const struct entry entries[] = {{"word/document.xml", DOCUMENT("a")}};
    struct text zip = zip_of(arena, entries, 1);
    directory_entry(zip, 0)[FLAGS] |= 1;
    assert_refused(arena, zip, "password");
    arena_close(arena);
}

static void test_a_compression_nobody_knows_is_named(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    const struct entry entries[] = {{"word/document.xml", DOCUMENT("a")}};
    struct text zip = zip_of(arena, entries, 1);
    put_number(directory_entry(zip, 0) + METHOD, 2, 77);
    assert_refused(arena, zip, "ZIP method 77");
    arena_close(arena);
}

static void test_of_two_parts_of_one_name_one_is_read_whole(void **state)
{
    (void)state;
    struct word_file file = {.arena = arena_open(NULL, NULL)};
    const struct entry entries[] = {{"word/document.xml", DOCUMENT("first")},
                                    {"word/document.xmX", DOCUMENT("second")}};
    struct text zip = zip_of(file.arena, entries, 2);
    directory_entry(zip, 1)[NAME + 16] = 'l';
    word_read_bytes(&file, zip);
    assert_int_equal(file.status, STATUS_OK);
    assert_block(&file, file.document->blocks, "first");
    assert_null(file.document->blocks->next);
    arena_close(file.arena);
}

static void test_entries_that_lie_on_each_other_are_read_once_each(void **state)
{
    (void)state;
    struct word_file file = {.arena = arena_open(NULL, NULL)};
    const struct entry entries[] = {{"word/document.xml", DOCUMENT("first")},
                                    {"word/footnotes.xml", DOCUMENT("first")}};
    struct text zip = zip_of(file.arena, entries, 2);
    put_number(directory_entry(zip, 1) + LOCAL_OFFSET, 4, 0);
    word_read_bytes(&file, zip);
    assert_int_equal(file.status, STATUS_OK);
    assert_block(&file, file.document->blocks, "first");
    assert_null(file.document->blocks->next);
    arena_close(file.arena);
}

static void test_too_many_parts_are_refused(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    size_t count = LIMIT_PACKAGE_PARTS + 1;
    struct entry *entries = arena_new_array(arena, count, struct entry);
    for (size_t i = 0; i < count; i++) {
        struct text_buffer name = text_buffer_new(arena);
        buffer_append_format(&name, "%zu", i);
        entries[i] = (struct entry){buffer_string(&name), TEXT_INIT("")};
    }
    assert_refused(arena, zip_of(arena, entries, count), "10001 parts");
    arena_close(arena);
}

static void test_relationships_past_the_limit_are_said_to_be_unread(void **state)
{
    (void)state;
    struct word_file file = {.arena = arena_open(NULL, NULL)};
    struct text_buffer all = text_buffer_new(file.arena);
    buffer_append_string(&all, RELATIONSHIPS);
    for (size_t i = 0; i <= LIMIT_RELATIONSHIPS; i++)
        buffer_append_format(&all, "<Relationship Id=\"r%zu\" Type=\"/t\" Target=\"t\"/>", i);
    buffer_append_string(&all, "</Relationships>");
    const struct entry entries[] = {
        {"word/document.xml", DOCUMENT("kept")},
        {"word/_rels/document.xml.rels", buffer_text(&all)},
    };
    word_read_bytes(&file, zip_of(file.arena, entries, 2));
    assert_int_equal(file.status, STATUS_INPUT);
    assert_int_equal(file.diags->count, 1);
    assert_said(&file, 0, "reaches the limit of 100000");
    assert_block(&file, file.document->blocks, "kept");
    arena_close(file.arena);
}

static void test_lists_past_the_limit_are_said_to_be_unread(void **state)
{
    (void)state;
    struct word_file file;
    struct arena *arena = arena_open(NULL, NULL);
    struct text_buffer lists = text_buffer_new(arena);
    for (int i = 0; i <= LIMIT_WORD_LISTS; i++)
        buffer_append_format(&lists, "<w:num w:numId=\"%d\"/>", i + 1);
    word_read(&file, (struct word_parts){.body = "<w:p><w:r><w:t>kept</w:t></w:r></w:p>",
                                         .numbering = buffer_string(&lists)});
    assert_int_equal(file.status, STATUS_INPUT);
    assert_said(&file, 0, "word/numbering.xml reaches the limit of 60000");
    assert_block(&file, file.document->blocks, "kept");
    arena_close(file.arena);
    arena_close(arena);
}

static void test_a_table_past_the_limit_keeps_its_words(void **state)
{
    (void)state;
    struct word_file file;
    struct arena *arena = arena_open(NULL, NULL);
    struct text_buffer body = text_buffer_new(arena);
    buffer_append_string(&body, "<w:tbl>");
    for (int i = 0; i <= LIMIT_TABLE_CELLS / LIMIT_TABLE_COLUMNS; i++)
        buffer_append_string(&body, "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"1024\"/></w:tcPr><w:p>"
                                    "<w:r><w:t>word</w:t></w:r></w:p></w:tc></w:tr>");
    buffer_append_string(&body, "</w:tbl>");
    word_read(&file, (struct word_parts){.body = buffer_string(&body)});
    assert_int_equal(file.status, STATUS_INPUT);
    assert_int_equal(file.diags->count, 1);
    assert_said(&file, 0, "more cells than the limit of 2000000");
    assert_text(text_slice(blocks_text(arena, file.document->blocks), 0, 4), "word");
    arena_close(file.arena);
    arena_close(arena);
}

static void test_rows_past_the_limit_keep_their_words(void **state)
{
    (void)state;
    struct word_file file;
    struct arena *arena = arena_open(NULL, NULL);
    struct text_buffer body = text_buffer_new(arena);
    buffer_append_string(&body, "<w:tbl>");
    for (int i = 0; i < LIMIT_TABLE_ROWS; i++)
        buffer_append_format(&body, "<w:tr><w:tc><w:p><w:r><w:t>%d</w:t></w:r></w:p></w:tc></w:tr>",
                             i * 7919); /* else a zip bomb */
    buffer_append_string(&body,
                         "<w:tr><w:tc><w:p><w:r><w:t>last</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");
    word_read(&file, (struct word_parts){.body = buffer_string(&body)});
    assert_int_equal(file.status, STATUS_INPUT);
    assert_int_equal(file.diags->count, 1);
    assert_said(&file, 0, "more rows than 200000");
    assert_true(text_ends_with(text_trim(blocks_text(arena, file.document->blocks)), TEXT("last")));
    assert_null(file.document->blocks->table->grid);
    arena_close(file.arena);
    arena_close(arena);
}

/* A section for each running head, with a part of its own. */
static void test_running_heads_past_the_limit_are_said_to_be_unread(void **state)
{
    (void)state;
    struct word_file file = {.arena = arena_open(NULL, NULL)};
    struct arena *arena = file.arena;
    struct text_buffer document = text_buffer_new(arena), relations = text_buffer_new(arena);
    struct entry entries[LIMIT_WORD_HEADERS + 3];
    buffer_append_string(&document, "<w:document " WORD_NS "><w:body>"
                                    "<w:p><w:r><w:t>kept</w:t></w:r></w:p><w:sectPr>");
    buffer_append_string(&relations, RELATIONSHIPS);
    for (size_t i = 0; i <= LIMIT_WORD_HEADERS; i++) {
        struct text_buffer name = text_buffer_new(arena), words = text_buffer_new(arena);
        buffer_append_format(&document, "<w:headerReference r:id=\"h%zu\"/>", i);
        buffer_append_format(
            &relations, "<Relationship Id=\"h%zu\" Type=\"/header\" Target=\"h%zu.xml\"/>", i, i);
        buffer_append_format(&name, "word/h%zu.xml", i);
        buffer_append_format(
            &words, "<w:hdr " WORD_NS "><w:p><w:r><w:t>head %zu.</w:t></w:r></w:p></w:hdr>", i);
        entries[i + 2] = (struct entry){buffer_string(&name), buffer_text(&words)};
    }
    buffer_append_string(&document, "</w:sectPr></w:body></w:document>");
    buffer_append_string(&relations, "</Relationships>");
    entries[0] = (struct entry){"word/document.xml", buffer_text(&document)};
    entries[1] = (struct entry){"word/_rels/document.xml.rels", buffer_text(&relations)};
    word_read_bytes(&file, zip_of(arena, entries, sizeof entries / sizeof *entries));
    assert_int_equal(file.status, STATUS_INPUT);
    assert_int_equal(file.diags->count, 1);
    assert_said(&file, 0, "w:sectPr reaches the limit of 400");
    struct text all = blocks_text(arena, file.document->blocks);
    assert_true(text_find(all, TEXT("kept"), 0) != TEXT_NOT_FOUND);
    assert_true(text_find(all, TEXT("head 399."), 0) != TEXT_NOT_FOUND);
    assert_true(text_find(all, TEXT("head 400."), 0) == TEXT_NOT_FOUND);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_part_that_says_it_is_too_large_is_not_inflated),
        cmocka_unit_test(test_parts_too_large_together_are_not_inflated),
        cmocka_unit_test(test_a_size_that_is_a_lie_is_damage),
        cmocka_unit_test(test_an_encrypted_part_is_named),
        cmocka_unit_test(test_a_compression_nobody_knows_is_named),
        cmocka_unit_test(test_of_two_parts_of_one_name_one_is_read_whole),
        cmocka_unit_test(test_entries_that_lie_on_each_other_are_read_once_each),
        cmocka_unit_test(test_too_many_parts_are_refused),
        cmocka_unit_test(test_relationships_past_the_limit_are_said_to_be_unread),
        cmocka_unit_test(test_lists_past_the_limit_are_said_to_be_unread),
        cmocka_unit_test(test_a_table_past_the_limit_keeps_its_words),
        cmocka_unit_test(test_rows_past_the_limit_keep_their_words),
        cmocka_unit_test(test_running_heads_past_the_limit_are_said_to_be_unread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
