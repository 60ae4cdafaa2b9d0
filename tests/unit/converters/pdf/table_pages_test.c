/* Tables on pages: what is cut, what stays together, and where numbers stand. */
#include "tests/unit/converters/pdf/page_trace.h"

static void test_words_that_introduce_a_table_stay_with_it(void **state)
{
    (void)state;
    for (size_t n = 20; n < 50; n++) { /* every place on a page */
        document = document_new(arena, NULL);
        document->language = TEXT("zh-Hant");
        for (size_t i = 0; i < n; i++)
            paragraph("正文");
        build_heading(document, NULL, 3, TEXT("標題"), (struct span){0});
        paragraph("引言");
        table_of(2, "格");
        const char *words = strstr(trace(), "\"引言\""), *page = strstr(words, "\npage ");
        assert_true(page == NULL || strstr(words, "\"表頭甲\"") < page);
    }
}

/* Whether what is drawn at that place of the trace belongs to no tag. */
static bool is_artifact(const char *all, const char *at)
{
    while (at > all && strncmp(at, "\ntag ", 5) != 0 && strncmp(at, "\nartifact ", 10) != 0)
        at--;
    return strncmp(at, "\nartifact ", 10) == 0;
}

static void test_table_heads_are_repeated_as_artifacts(void **state)
{
    (void)state;
    table_of(120, "格");
    const char *all = trace();
    size_t pages = count(all, "page ");
    assert_true(pages > 2);
    assert_int_equal(count(all, "\"表頭甲\""), pages);
    assert_true(is_artifact(all, strstr(strstr(all, "page 2"), "\"表頭甲\"")));
    assert_false(is_artifact(all, strstr(all, "\"表頭甲\"")));
    assert_int_equal(count(all, "\"格\""), 240);
}

static void test_a_row_taller_than_a_page_is_cut_without_loss(void **state)
{
    (void)state;
    table_of(1, repeated("甲乙丙丁戊己庚辛壬癸", 400));
    const char *all = trace();
    assert_true(count(all, "page ") > 1);
    size_t lines, letters = 0;
    struct text *list = lines_of(all, &lines);
    for (size_t i = 0; i < lines; i++)
        letters += count(text_to_string(arena, list[i]), "癸");
    assert_int_equal(letters, 800);
}

static void test_a_label_merged_over_rows_stands_on_each_page_of_them(void **state)
{
    (void)state;
    struct table *table = build_table(document, NULL, TEXT("default"));
    struct cell_place label = {.is_header = true, .style = TEXT("label")};
    build_cell(document, table, label, TEXT("職責"), (struct span){0})->row_span = 150;
    for (uint32_t r = 0; r < 150; r++)
        build_cell(document, table, (struct cell_place){.row = r, .column = 1}, TEXT("列"),
                   (struct span){0});
    table_index(document, table);
    const char *all = trace(), *second = strstr(all, "page 2");
    size_t pages = count(all, "page ");
    assert_true(pages > 2);
    assert_int_equal(count(all, "\"職責\""), pages);
    assert_false(is_artifact(all, strstr(all, "\"職責\"")));
    assert_true(is_artifact(all, strstr(second, "\"職責\"")));
    assert_int_equal(count(all, "\"列\""), 150);
}

static void test_the_first_row_of_a_table_without_heads_never_stands_alone(void **state)
{
    (void)state;
    for (size_t n = 20; n < 50; n++) { /* every place on a page */
        document = document_new(arena, NULL);
        document->language = TEXT("zh-Hant");
        for (size_t i = 0; i < n; i++)
            paragraph("正文");
        struct table *table = build_table(document, NULL, TEXT("default"));
        for (uint32_t r = 0; r < 9; r++)
            build_cell(document, table, (struct cell_place){.row = r},
                       r == 0   ? TEXT("首列")
                       : r == 1 ? TEXT("次列")
                                : TEXT("列"),
                       (struct span){0});
        table_index(document, table);
        const char *all = trace(), *first = strstr(all, "\"首列\""),
                   *page = strstr(first, "\npage ");
        assert_true(page == NULL || strstr(first, "\"次列\"") < page);
    }
}

static void test_a_table_stands_clear_of_the_words_above_it(void **state)
{
    (void)state;
    double x, words, heads, next;
    own_master();
    paragraph("圖例");
    table_of(2, "格");
    build_heading(document, NULL, 3, TEXT("標題"), (struct span){0});
    table_of(1, "丁");
    const char *all = trace();
    place_of(all, "圖例", &x, &words);
    place_of(all, "表頭甲", &x, &heads);
    const struct stylesheet *sheet = stylesheet_plain();
    const struct style *body = stylesheet_style(sheet, TEXT("body"));
    assert_true((heads - words) * 1000 > body->leading * 3 / 2);
    place_of(all, "標題", &x, &words);
    place_of(strstr(all, "\"標題\""), "表頭甲", &x, &next);
    assert_true(next > words && next - words < heads);
}

static void test_numbers_that_name_rows_or_stand_alone_are_set_left(void **state)
{
    (void)state;
    struct table *table = build_table(document, NULL, TEXT("default"));
    const char *const cells[] = {"號", "值", "1", "甲", "20", "30"};
    for (uint32_t i = 0; i < 6; i++)
        build_cell(document, table, (struct cell_place){.row = i / 2, .column = i % 2},
                   text_from_string(cells[i]), (struct span){0});
    table->header_rows = 1;
    table_index(document, table);
    const char *all = trace();
    double x[4], y;
    place_of(all, "\"號\"", &x[0], &y);
    place_of(all, "\"1\"", &x[1], &y);
    place_of(all, "\"值\"", &x[2], &y);
    place_of(all, "\"30\"", &x[3], &y);
    assert_true(x[0] == x[1] && x[2] == x[3]);
}

static void test_numbers_stand_units_below_units(void **state)
{
    (void)state;
    struct table *table = build_table(document, NULL, TEXT("default"));
    const char *const cells[] = {"名", "值", "甲", "5%", "乙", "100%", "丙", "12.5%", "丁", "—"};
    for (uint32_t i = 0; i < 10; i++)
        build_cell(document, table, (struct cell_place){.row = i / 2, .column = i % 2},
                   text_from_string(cells[i]), (struct span){0});
    table->header_rows = 1;
    table_index(document, table);
    const char *all = trace();
    double x[3], y, head;
    place_of(all, "\"5%\"", &x[0], &y);
    place_of(all, "\"100%\"", &x[1], &y);
    place_of(all, "\"12.5%\"", &x[2], &y);
    place_of(all, "\"值\"", &head, &y);
    double digit = (x[0] - x[1]) / 2; /* 5 stands two digits right of the 1 in 100 */
    assert_true(digit > 4 && digit < 8);
    assert_true(x[2] - x[1] > digit - 0.1 && x[2] - x[1] < digit + 0.1);
    assert_true(head > x[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAGE_TEST(test_the_first_row_of_a_table_without_heads_never_stands_alone),
        PAGE_TEST(test_a_table_stands_clear_of_the_words_above_it),
        PAGE_TEST(test_numbers_stand_units_below_units),
        PAGE_TEST(test_numbers_that_name_rows_or_stand_alone_are_set_left),
        PAGE_TEST(test_table_heads_are_repeated_as_artifacts),
        PAGE_TEST(test_a_row_taller_than_a_page_is_cut_without_loss),
        PAGE_TEST(test_words_that_introduce_a_table_stay_with_it),
        PAGE_TEST(test_a_label_merged_over_rows_stands_on_each_page_of_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
