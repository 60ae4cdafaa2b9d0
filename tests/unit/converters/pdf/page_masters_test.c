/* What a page master gives each of its pages: columns, running lines, a watermark. */
#include "tests/unit/converters/pdf/page_trace.h"

static void test_columns_end_at_one_height_and_a_wide_table_stands_across_them(void **state)
{
    (void)state;
    struct page_master *master = own_master();
    double x[3], y[3], wide_x, wide_y;
    master->columns = 2;
    master->column_gap = 18000;
    for (size_t i = 0; i < 20; i++)
        paragraph(i == 0 ? "始行" : i == 9 ? "甲行" : i == 10 ? "乙行" : "行");
    table_of(1, repeated("unbreakable", 4));
    const char *all = trace();
    place_of(all, "始行", &x[0], &y[0]);
    place_of(all, "甲行", &x[1], &y[1]); /* the tenth of twenty ends the first column */
    place_of(all, "乙行", &x[2], &y[2]);
    place_of(all, "表頭甲", &wide_x, &wide_y);
    assert_true(x[1] == x[0] && x[2] > x[0] + 200);
    assert_true(y[2] == y[0] && y[1] > y[0]);
    assert_true(wide_x < x[0] + 20 && wide_y > y[1]);
    place_of(all, "表頭乙", &wide_x, &wide_y);
    assert_true(wide_x > x[0] + 200); /* half of the page, not of a column */
}

static void test_a_heading_goes_to_the_column_of_its_table(void **state)
{
    (void)state;
    struct page_master *master = own_master();
    double x[2], y[2];
    master->columns = 2;
    master->column_gap = 18000;
    build_heading(document, NULL, 3, TEXT("工具"), (struct span){0});
    table_of(3, "格");
    const char *all = trace();
    place_of(all, "工具", &x[0], &y[0]);
    place_of(all, "表頭甲", &x[1], &y[1]);
    assert_true(x[1] < x[0] + 20 && y[1] > y[0]);
}

static void test_running_lines_that_are_too_long_share_their_room(void **state)
{
    (void)state;
    struct page_master *master = own_master();
    struct stylesheet *sheet = arena_new(arena, struct stylesheet);
    *sheet = *document->stylesheet;
    sheet->title = text_from_string(repeated("甲", 80));
    sheet->edition = text_from_string(repeated("乙", 80));
    document->stylesheet = sheet;
    master->head = (struct running_line){.left = TEXT("{title}"), .right = TEXT("{edition}")};
    paragraph("正文");
    const char *all = trace();
    double left, right, y;
    place_of(all, "甲…\"", &left, &y);
    place_of(all, "乙…\"", &right, &y);
    size_t lines;
    struct text *list = lines_of(all, &lines);
    assert_true(lines >= 3);
    for (size_t i = 0; i < lines; i++)
        if (text_ends_with(list[i], TEXT("甲…")))
            assert_true(left + 8.5 * (double)text_code_points(list[i]) < right);
}

static void test_a_head_that_says_nothing_has_no_rule(void **state)
{
    (void)state;
    struct page_master *master = own_master();
    struct block *section = block_append(document, NULL, BLOCK_SECTION, (struct span){0});
    section->section = arena_new(arena, struct section);
    section->section->running[0] = TEXT("流程");
    build_paragraph(document, section, TEXT("body"), TEXT("正文"), (struct span){0});
    master->head = (struct running_line){.left = TEXT("{chapter}")};
    master->foot = (struct running_line){0};
    master->head_rule = true;
    assert_int_equal(count(trace(), "artifact header"), 0);
    master->head.left = TEXT("{topic}");
    const char *all = trace();
    assert_non_null(strstr(all, "artifact header\ntext "));
    assert_non_null(strstr(strstr(all, "\"流程\""), "\nline "));
}

static struct block *part_named(const char *name, size_t paragraphs)
{
    struct block *section = block_append(document, NULL, BLOCK_SECTION, (struct span){0});
    section->section = arena_new(arena, struct section);
    section->section->running[0] = text_from_string(name);
    build_heading(document, section, 1, text_from_string(name), (struct span){0});
    for (size_t i = 0; i < paragraphs; i++)
        build_paragraph(document, section, TEXT("body"), TEXT("正文"), (struct span){0});
    return section;
}

static void test_heads_name_the_first_part_that_begins_on_a_page(void **state)
{
    (void)state;
    own_master()->head = (struct running_line){.left = TEXT("〔{section}〕")};
    part_named("甲部", 3);
    part_named("乙部", 70); /* over a page */
    part_named("丙部", 3);
    part_named("丁部", 3)->page_break_before = true;
    const char *all = trace(), *second = strstr(all, "page 2"), *third = strstr(all, "page 3");
    assert_true(strstr(all, "〔甲部〕") < second);
    assert_int_equal(count(all, "page "), 4);
    assert_true(strstr(second, "〔乙部〕") < third);
    assert_non_null(strstr(third, "〔丙部〕"));
    assert_non_null(strstr(third, "〔丁部〕"));
}

static void test_a_watermark_lies_under_each_page_and_is_no_content(void **state)
{
    (void)state;
    own_master()->watermark = TEXT("草稿");
    paragraph("正文");
    const char *all = trace();
    const char *mark = strstr(all, "artifact watermark\nslope ");
    assert_non_null(mark);
    assert_true(mark < strstr(all, "\"正文\""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAGE_TEST(test_columns_end_at_one_height_and_a_wide_table_stands_across_them),
        PAGE_TEST(test_a_heading_goes_to_the_column_of_its_table),
        PAGE_TEST(test_running_lines_that_are_too_long_share_their_room),
        PAGE_TEST(test_a_head_that_says_nothing_has_no_rule),
        PAGE_TEST(test_heads_name_the_first_part_that_begins_on_a_page),
        PAGE_TEST(test_a_watermark_lies_under_each_page_and_is_no_content),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
