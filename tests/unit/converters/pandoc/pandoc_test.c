#include "converters/pandoc/pandoc.h"
#include "core/base/json.h"
#include "core/compose/build.h"
#include "tests/unit/unit.h"
#include <string.h>

static struct document *new_document(void)
{
    struct document *document = document_new(arena_open(NULL, NULL), NULL);
    document->language = TEXT("en");
    return document;
}

static json_t *write_json(const struct converter *to, const struct document *document)
{
    struct text_buffer out = text_buffer_new(document->arena);
    assert_int_equal(to->write_document(document, &out, diagnostics_new(document->arena)),
                     STATUS_OK);
    json_t *root = json_loadb(out.data, out.size, 0, NULL);
    assert_non_null(root);
    return root;
}

/* The blocks as JSON on one line. */
static void assert_blocks(const struct document *document, const char *expected)
{
    json_t *root = write_json(&pandoc_converter, document);
    char *blocks = json_dumps(json_object_get(root, "blocks"), JSON_COMPACT);
    assert_string_equal(blocks, expected);
    free(blocks);
    json_decref(root);
}

static void test_each_row_says_the_version_its_pandoc_takes(void **state)
{
    (void)state;
    static const struct {
        const struct converter *to;
        const char *version;
    } rows[] = {{&pandoc_converter, "[1,23,1]"}, {&pandoc2_converter, "[1,22,2]"}};
    for (size_t i = 0; i < 2; i++) {
        struct document *document = new_document();
        document->title = TEXT("A book");
        json_t *root = write_json(rows[i].to, document);
        char *version = json_dumps(json_object_get(root, "pandoc-api-version"), JSON_COMPACT);
        char *title =
            json_dumps(json_object_get(json_object_get(root, "meta"), "title"), JSON_COMPACT);
        assert_string_equal(version, rows[i].version);
        assert_string_equal(title, "{\"t\":\"MetaInlines\",\"c\":[{\"t\":\"Str\",\"c\":\"A\"},"
                                   "{\"t\":\"Space\"},{\"t\":\"Str\",\"c\":\"book\"}]}");
        free(version);
        free(title);
        json_decref(root);
        arena_close(document->arena);
    }
}

static void test_spans_heads_and_empty_slots_of_tables_are_kept(void **state)
{
    (void)state;
    struct document *document = new_document();
    struct table *table = build_table(document, NULL, TEXT("default"));
    static const struct cell_place places[] = {{.columns = 2, .is_header = true},
                                               {.row = 1, .is_header = true},
                                               {.row = 1, .column = 1},
                                               {.row = 2, .is_header = true}};
    static const char *const words[] = {"h", "a", "b", "c"};
    for (size_t i = 0; i < 4; i++)
        build_cell(document, table, places[i], text_from_string(words[i]), (struct span){0});
    table->cells->next->next->row_span = 1;
    table->header_rows = 1;
    assert_true(table_index(document, table));
#define NO_ATTRIBUTES "[\"\",[],[]]"
#define CELL(down, along, word)                                                                    \
    "[" NO_ATTRIBUTES ",{\"t\":\"AlignDefault\"}," #down "," #along                                \
    ",[{\"t\":\"Para\",\"c\":[{\"t\":\"Str\",\"c\":\"" word "\"}]}]]"
#define COLUMN "[{\"t\":\"AlignDefault\"},{\"t\":\"ColWidthDefault\"}]"
    assert_blocks(
        document,
        "[{\"t\":\"Table\",\"c\":[" NO_ATTRIBUTES ",[null,[]],[" COLUMN "," COLUMN "],"
        "[" NO_ATTRIBUTES ",[[" NO_ATTRIBUTES ",[" CELL(
            1, 2, "h") "]]]],"
                       "[[" NO_ATTRIBUTES ",1,[],[[" NO_ATTRIBUTES
                       ",[" CELL(1, 1, "a") "," CELL(1, 1, "b") "]],[" NO_ATTRIBUTES ",[" CELL(
                           1, 1, "c") ",[" NO_ATTRIBUTES
                                      ",{\"t\":\"AlignDefault\"},1,1,[]]]]]]],[" NO_ATTRIBUTES
                                      ",[]]]}]");
    arena_close(document->arena);
}

static void test_links_that_run_something_are_words_alone(void **state)
{
    (void)state;
    struct document *document = new_document();
    struct block *p = build_paragraph(document, NULL, TEXT(""), TEXT(""), (struct span){0});
    build_run(document, p, TEXT("x"), TEXT("javascript:alert(1)"), (struct span){0});
    p->runs->style = STYLE_STRONG;
    assert_blocks(document, "[{\"t\":\"Para\",\"c\":[{\"t\":\"Strong\",\"c\":[{\"t\":\"Str\","
                            "\"c\":\"x\"}]}]}]");
    arena_close(document->arena);
}

static void test_labels_that_pandoc_cannot_count_stand_in_words(void **state)
{
    (void)state;
    struct document *document = new_document();
    struct block *list = build_list(document, NULL, true);
    build_item(document, list, TEXT("(一)"), TEXT("x"), (struct span){0});
    assert_blocks(document, "[{\"t\":\"BulletList\",\"c\":[[{\"t\":\"Para\",\"c\":[{\"t\":\"Str\","
                            "\"c\":\"(一)\"},{\"t\":\"Space\"},{\"t\":\"Str\",\"c\":\"x\"}]}]]}]");
    arena_close(document->arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_row_says_the_version_its_pandoc_takes),
        cmocka_unit_test(test_spans_heads_and_empty_slots_of_tables_are_kept),
        cmocka_unit_test(test_links_that_run_something_are_words_alone),
        cmocka_unit_test(test_labels_that_pandoc_cannot_count_stand_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
