/* Lines, headings, lists, contents and links on pages, as their trace shows them. */
#include "tests/unit/converters/pdf/page_trace.h"

static void test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(void **state)
{
    (void)state;
    /* every length of the first part puts the marks at every place of a line */
    for (size_t n = 30; n < 48; n++) {
        struct text_buffer words = text_buffer_new(arena);
        buffer_append_string(&words, repeated("訴", n));
        buffer_append_string(&words, "，「受理」（登記）。《規程》；記錄完整");
        buffer_append_string(&words, repeated("客", 30));
        paragraph(buffer_string(&words));
    }
    size_t count_lines;
    struct text *lines = lines_of(trace(), &count_lines);
    assert_true(count_lines > 30);
    for (size_t i = 0; i < count_lines; i++) {
        size_t first = 0, last = lines[i].size;
        uint32_t begin = text_next(lines[i], &first), end = text_previous(lines[i], &last);
        assert_false(begin == 0xFF0C || begin == 0x3002 || begin == 0x300D || begin == 0xFF09 ||
                     begin == 0x300B || begin == 0xFF1B);
        assert_false(end == 0x300C || end == 0xFF08 || end == 0x300A);
    }
}

static void test_a_heading_never_stands_alone_at_a_pages_foot(void **state)
{
    (void)state;
    for (size_t i = 0; i < 60; i++) {
        build_heading(document, NULL, 3, TEXT("標題"), (struct span){0});
        paragraph("正文");
    }
    struct text line, before = TEXT("");
    struct text all = text_from_string(trace());
    size_t pages = 0;
    for (size_t at = 0; text_next_line(all, &at, &line);) {
        if (text_starts_with(line, TEXT("page ")))
            pages++;
        if (text_starts_with(line, TEXT("artifact footer")))
            assert_true(text_find(before, TEXT("標題"), 0) == TEXT_NOT_FOUND);
        if (text_starts_with(line, TEXT("text ")))
            before = line;
    }
    assert_true(pages > 1);
}

/* A paragraph of four lines is 甲…乙…丙…丁: on each page of it the first two stand together, and
 * the last two. */
static void assert_no_single_lines(const char *all)
{
    for (const char *page = strstr(all, "page "); page != NULL;
         page = strstr(page + 1, "\npage ")) {
        const char *end = strstr(page + 1, "\npage ");
        size_t size = end == NULL ? strlen(page) : (size_t)(end - page);
        struct text shown = text_slice(text_from_string(page), 0, size);
        bool has_begin = text_find(shown, TEXT("甲甲甲甲"), 0) != TEXT_NOT_FOUND;
        bool has_second = text_find(shown, TEXT("乙乙乙乙"), 0) != TEXT_NOT_FOUND;
        bool has_last_but_one = text_find(shown, TEXT("丙丙丙丙"), 0) != TEXT_NOT_FOUND;
        bool has_last = text_find(shown, TEXT("丁丁丁丁"), 0) != TEXT_NOT_FOUND;
        assert_true(has_begin == has_second);
        assert_true(has_last == has_last_but_one);
    }
}

static void test_no_line_of_a_paragraph_stands_alone_on_a_page(void **state)
{
    (void)state;
    const struct stylesheet *sheet = stylesheet_plain();
    const struct style *body = stylesheet_style(sheet, TEXT("body"));
    size_t width = (size_t)(stylesheet_text_width(sheet) / body->size), pages = 0;
    for (size_t n = 20; n < 50; n++) { /* every place on a page */
        document = document_new(arena, NULL);
        document->language = TEXT("zh-Hant");
        struct text_buffer words = text_buffer_new(arena);
        for (size_t i = 0; i < n; i++)
            paragraph("正文");
        for (size_t i = 0; i < 4; i++)
            buffer_append_string(&words, repeated(i == 0   ? "甲"
                                                  : i == 1 ? "乙"
                                                  : i == 2 ? "丙"
                                                           : "丁",
                                                  width));
        paragraph(buffer_string(&words));
        const char *all = trace();
        assert_no_single_lines(all);
        pages += count(all, "page ");
    }
    assert_true(pages > 30);
}

static void test_no_item_of_a_list_stands_alone_on_a_page(void **state)
{
    (void)state;
    for (size_t n = 20; n < 50; n++) { /* every place on a page */
        document = document_new(arena, NULL);
        document->language = TEXT("zh-Hant");
        for (size_t i = 0; i < n; i++)
            paragraph("正文");
        struct block *list = build_list(document, NULL, false);
        static const char *const words[] = {"甲項", "乙項", "丙項", "丁項"};
        for (size_t i = 0; i < 4; i++)
            build_item(document, list, TEXT("•"), text_from_string(words[i]), (struct span){0});
        const char *all = trace();
        for (size_t i = 0; i < 4; i += 2) {
            const char *first = strstr(all, words[i]), *page = strstr(first, "\npage ");
            assert_true(page == NULL || strstr(first, words[i + 1]) < page);
        }
    }
}

static void test_contents_name_the_pages_of_their_headings(void **state)
{
    (void)state;
    struct block *contents = block_append(document, NULL, BLOCK_CONTENTS, (struct span){0});
    contents->level = 1;
    for (size_t i = 0; i < 3; i++) {
        struct block *heading = build_heading(
            document, NULL, 1, i == 1 ? TEXT("第二章") : TEXT("章"), (struct span){0});
        heading->page_break_before = true;
        paragraph(repeated("內容", 900));
    }
    const char *all = trace(), *entry = strstr(all, "\"第二章\"");
    assert_non_null(entry);
    /* its number is the next words drawn after the title, before the leader */
    size_t page = 0, pages = 0;
    for (const char *at = all; at != NULL && *at != '\0'; at = strchr(at, '\n'), at += at != NULL) {
        if (strncmp(at, "page ", 5) == 0)
            pages++;
        const char *end = strchr(at, '\n');
        const char *found = strstr(at, "\"第二章\"");
        if (pages > 1 && page == 0 && found != NULL && found < end)
            page = pages;
    }
    char number[32];
    snprintf(number, sizeof number, "\"%zu\"", page);
    assert_true(page > 2);
    const char *after = strstr(entry, number);
    assert_non_null(after);
    assert_true(after < strstr(entry, "page 2"));
}

static void test_links_lead_to_anchors_that_are_there(void **state)
{
    (void)state;
    struct block *words =
        build_paragraph(document, NULL, TEXT("body"), TEXT("見"), (struct span){0});
    build_run(document, words, TEXT("班組長"), TEXT("#role-2"), (struct span){0});
    build_heading(document, NULL, 2, TEXT("班組長"), (struct span){0})->anchor = TEXT("role-2");
    const char *all = trace();
    assert_int_equal(count(all, "\"#role-2\""), 1);
    assert_int_equal(count(all, "anchor role-2"), 1);
}

static void test_lines_stand_on_the_grid_below_whatever_is_between_them(void **state)
{
    (void)state;
    struct stylesheet *sheet = arena_new(arena, struct stylesheet);
    *sheet = *stylesheet_plain();
    sheet->grid = 17000; /* the body's leading */
    document->stylesheet = sheet;
    for (size_t i = 0; i < 30; i++) {
        build_heading(document, NULL, 2, TEXT("標題"), (struct span){0});
        paragraph(i % 3 == 0 ? repeated("正文", 60) : "正文");
    }
    const char *all = trace();
    struct text line;
    int first = -1;
    size_t lines = 0;
    for (size_t at = 0; text_next_line(text_from_string(all), &at, &line);) {
        int x, x_rest, y, y_rest;
        if (text_find(line, TEXT("正文"), 0) == TEXT_NOT_FOUND)
            continue;
        assert_int_equal(
            sscanf(text_to_string(arena, line), "text %d.%d %d.%d", &x, &x_rest, &y, &y_rest), 4);
        y = y * 1000 + y_rest;
        first = first < 0 ? y : first;
        assert_int_equal((y - first) % 17000, 0);
        lines++;
    }
    assert_true(lines >= 50);
    assert_true(count(all, "page ") > 1);
}

static void test_a_first_line_is_indented_by_characters(void **state)
{
    (void)state;
    struct stylesheet *sheet = arena_new(arena, struct stylesheet);
    struct style *body = arena_new(arena, struct style);
    *sheet = *stylesheet_plain();
    *body = sheet->styles[0];
    body->indent_first_em1000 = 2000;
    sheet->styles = body;
    sheet->style_count = 1;
    document->stylesheet = sheet;
    paragraph(repeated("正文", 60));
    const char *all = trace();
    assert_non_null(strstr(all, "text 85.000 ")); /* 64 pt and two characters of 10.5 pt */
    assert_int_equal(count(all, "text 64.000 "), 2);
}

static void test_each_character_no_font_has_is_one_finding_at_its_first_place(void **state)
{
    (void)state;
    static const char *const words[] = {"無", "\U0010FF0D", "甲\U0010FF0E乙", "\U0010FF0D again"};
    struct source source = {.path = "roles/a.md", .text = TEXT("1\n2\n3\n4\n")};
    for (uint32_t i = 0; i < 4; i++)
        build_paragraph(document, NULL, TEXT("body"), text_from_string(words[i]),
                        (struct span){.source = &source, .begin = 2 * i, .end = 2 * i + 1});
    struct text_buffer out = text_buffer_new(arena);
    struct diagnostics *diags = diagnostics_new(arena);
    assert_int_equal(pdf_write_document(document, &out, diags), STATUS_OK);
    assert_int_equal(diags->count, 2);
    assert_int_equal(span_line_column(diags->items[0]->at).line, 2);
    assert_int_equal(span_line_column(diags->items[1]->at).line, 3);
    struct text said = diagnostic_message(arena, diags->items[1], LANG_EN);
    assert_true(text_find(said, TEXT("U+10FF0E"), 0) != TEXT_NOT_FOUND);
}

static void test_an_empty_document_is_a_page(void **state)
{
    (void)state;
    assert_int_equal(count(trace(), "page "), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAGE_TEST(test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one),
        PAGE_TEST(test_a_heading_never_stands_alone_at_a_pages_foot),
        PAGE_TEST(test_no_line_of_a_paragraph_stands_alone_on_a_page),
        PAGE_TEST(test_no_item_of_a_list_stands_alone_on_a_page),
        PAGE_TEST(test_contents_name_the_pages_of_their_headings),
        PAGE_TEST(test_links_lead_to_anchors_that_are_there),
        PAGE_TEST(test_lines_stand_on_the_grid_below_whatever_is_between_them),
        PAGE_TEST(test_a_first_line_is_indented_by_characters),
        PAGE_TEST(test_each_character_no_font_has_is_one_finding_at_its_first_place),
        PAGE_TEST(test_an_empty_document_is_a_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
