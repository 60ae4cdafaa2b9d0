/* Documents printed unit by unit: what one page's place or glyphs mean for another. */
#include "converters/pdf/pdf.h"
#include "core/compose/build.h"
#include "core/document/stylesheet.h"
#include "tests/unit/converters/pdf/book.h"

static struct document *new_document(struct arena *arena)
{
    struct document *document = document_new(arena, NULL);
    document->language = TEXT("zh-Hant");
    document->title = TEXT("測試");
    return document;
}

/* A paragraph on a page of its own. */
static void add_page(struct document *document, const char *words)
{
    build_paragraph(document, NULL, TEXT("body"), text_from_string(words), (struct span){0})
        ->page_break_before = true;
}

static struct text read_back(struct document *document, const char *command)
{
    struct book *book = book_open();
    struct text_buffer out = text_buffer_new(document->arena);
    assert_int_equal(pdf_write_document(document, &out, book->diags), STATUS_OK);
    struct text said = text_copy(document->arena, book_read(book, buffer_text(&out), command));
    book_close(book);
    return said;
}

static void test_a_unit_is_printed_again_when_its_glyph_was_settled_otherwise(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct document *document = new_document(arena);
    for (size_t page = 0; page < 20; page++)
        add_page(document, page == 0 ? "a\xEF\xAC\x80" : page % 2 == 1 ? "plain" : "affb");
    struct text text = read_back(document, "pdftotext %s -");
    assert_int_equal(count_of(text, "a\xEF\xAC\x80"), 1);
    assert_int_equal(count_of(text, "affb"), 9);
    assert_int_equal(count_of(text, "plain"), 10);
    arena_close(arena);
}

/* Where words begin, in 1/1000 pt, in the order of the file. */
static size_t word_edges(struct text boxes, int32_t *edges, size_t most)
{
    size_t count = 0;
    for (size_t at = 0; (at = text_find(boxes, TEXT("<word xMin=\""), at)) != TEXT_NOT_FOUND;
         at++) {
        assert_true(count < most);
        edges[count++] = (int32_t)(atof(boxes.data + at + strlen("<word xMin=\"")) * 1000 + 0.5);
    }
    return count;
}

static void test_a_duplex_book_has_its_wide_margin_inside(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct document *document = new_document(arena);
    struct stylesheet sheet = *stylesheet_plain();
    int32_t edges[8];
    sheet.duplex = true;
    sheet.margin_inner = 90000;
    sheet.margin_outer = 50000;
    document->stylesheet = &sheet;
    for (size_t page = 0; page < 4; page++)
        add_page(document, "words");
    assert_int_equal(word_edges(read_back(document, "pdftotext -bbox %s -"), edges, 8), 8);
    for (size_t page = 0; page < 4; page++) /* words, and the page's number in the middle */
        assert_in_range(edges[2 * page], (page % 2 == 0 ? 90000 : 50000) - 1000,
                        (page % 2 == 0 ? 90000 : 50000) + 1000);
    assert_in_range(edges[1] - edges[3], 39000, 41000);
    assert_in_range(edges[5] - edges[7], 39000, 41000);
    arena_close(arena);
}

static void test_links_follow_the_pages_of_a_duplex_book(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct document *document = new_document(arena);
    struct stylesheet sheet = *stylesheet_plain();
    sheet.duplex = true;
    sheet.margin_inner = 90000;
    sheet.margin_outer = 50000;
    document->stylesheet = &sheet;
    for (size_t page = 0; page < 2; page++) {
        add_page(document, "");
        build_run(document, document->last_block, TEXT("site"), TEXT("https://example.org/"),
                  (struct span){0});
    }
    struct text clear = read_back(document, IN_THE_CLEAR " | tr -d '\\n' | tr -s ' '");
    assert_has(clear, "/Rect [ 90 ");
    assert_has(clear, "/Rect [ 50 ");
    arena_close(arena);
}

/* A flat tree of pages, short arrays or work that grows with the square would end before that. */
static void test_a_book_may_have_forty_thousand_pages(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct document *document = new_document(arena);
    for (size_t page = 0; page < 40000; page++) {
        struct block *heading = build_heading(document, NULL, 1, TEXT("章"), (struct span){0});
        heading->page_break_before = true;
        build_paragraph(document, NULL, TEXT("body"), text_from_number(arena, page),
                        (struct span){0});
    }
    struct text last = read_back(document, "pdftotext -f 40000 %s -");
    assert_has(last, "章");
    assert_has(last, "39999");
    assert_has(last, "40000"); /* its number */
    arena_close(arena);
}

static void test_a_table_of_five_thousand_rows_is_shown_whole(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct document *document = new_document(arena);
    struct table *table = build_table(document, NULL, TEXT("default"));
    for (uint32_t row = 0; row <= 5000; row++)
        for (uint32_t column = 0; column < 2; column++) {
            struct text words = row == 0 ? TEXT("欄") : text_from_number(arena, 100000 + row);
            build_cell(document, table,
                       (struct cell_place){.row = row, .column = column, .is_header = row == 0},
                       column == 1 && row > 0 ? TEXT("內容") : words, (struct span){0});
        }
    table->header_rows = 1;
    assert_true(table_index(document, table));
    struct text text = read_back(document, "pdftotext -layout %s -");
    size_t at = 0;
    for (size_t row = 1; row <= 5000; row++) { /* each once, in order */
        at = text_find(text, text_from_number(arena, 100000 + row), at);
        assert_true(at != TEXT_NOT_FOUND);
    }
    assert_int_equal(count_of(text, "內容"), 5000);
    assert_true(count_of(text, "欄") >= 2 * 100); /* its head on each page */
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_unit_is_printed_again_when_its_glyph_was_settled_otherwise),
        cmocka_unit_test(test_a_duplex_book_has_its_wide_margin_inside),
        cmocka_unit_test(test_links_follow_the_pages_of_a_duplex_book),
        cmocka_unit_test(test_a_book_may_have_forty_thousand_pages),
        cmocka_unit_test(test_a_table_of_five_thousand_rows_is_shown_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
