#include "core/model/list_label.h"
#include "core/model/list_number.h"
#include "tests/unit/unit.h"

static void expect(const char *item, const char *label, const char *rest)
{
    struct list_label got = list_label_of(text_from_string(item));
    if (!text_is(got.label, label) || !text_is(got.rest, rest))
        fail_msg("%s: «%.*s» «%.*s»", item, TEXT_ARGS(got.label), TEXT_ARGS(got.rest));
}

static void test_typed_numbers_and_bullets_are_labels(void **state)
{
    (void)state;
    expect("1.受理客户来电", "1.", "受理客户来电");
    expect("(5)登记投诉", "(5)", "登记投诉");
    expect("（一） 受理", "（一）", "受理");
    expect("一、岗位职责", "一、", "岗位职责");
    expect("⑥热情服务", "⑥", "热情服务");
    expect("①、甲", "①、", "甲");
    expect("● 大专", "●", "大专");
    expect("- one", "-", "one");
    expect("3.1 记录", "3.1", "记录");
    expect("3.1 Records", "3.1", "Records");
    expect("37.5 a week", "", "37.5 a week");
    expect("2.5 million won", "", "2.5 million won");
    expect("第三條 受理", "第三條", "受理");
    expect("第六部分　工作關係", "第六部分", "工作關係");
    expect("第二十条理事会须有半数到会", "第二十条", "理事会须有半数到会");
    expect("第八條，會費每年一次", "第八條，", "會費每年一次");
    expect("第二條規定的事項", "", "第二條規定的事項");
    expect("第一条件是守时", "", "第一条件是守时");
    expect("Section 4: Candidate profile", "Section 4:", "Candidate profile");
    expect("Part B – Person specification", "Part B –", "Person specification");
    expect("2 、受理", "2 、", "受理");
    expect("2 ）受理", "2 ）", "受理");
    expect("2020 、2021", "", "2020 、2021");
    expect("a) first", "a)", "first");
    expect("iv. fourth", "iv.", "fourth");
    expect("１２．受理", "１２．", "受理");
    expect("B. Technical drawings", "B.", "Technical drawings");
}

static void test_the_letter_of_a_degree_is_no_label(void **state)
{
    (void)state;
    expect("B. Tech or M. Tech", "", "B. Tech or M. Tech");
    expect("M. Sc., preferred", "", "M. Sc., preferred");
    expect("B. E. in civil works", "", "B. E. in civil works");
}

static void test_a_letter_of_a_picture_font_before_han_is_a_bullet(void **state)
{
    (void)state;
    expect("l 巡查閘門", "l", "巡查閘門");
    expect("Ø　登記水位", "Ø", "登記水位");
    expect("n years", "", "n years");
    expect("u盤登記", "", "u盤登記");
    assert_int_equal(list_label_number(TEXT("l")), 0);
}

static void test_formal_numerals_are_labels(void **state)
{
    (void)state;
    expect("壹、工作職責", "壹、", "工作職責");
    expect("貳、任職條件", "貳、", "任職條件");
    expect("（参）免职条件", "（参）", "免职条件");
    expect("拾壹、附則", "拾壹、", "附則");
    expect("贰、权限", "贰、", "权限");
    static const char *const words[] = {"壹佰元以上", "參與會議", "伍先生"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        expect(words[i], "", words[i]);
}

static void test_numbers_that_only_word_counts_by_are_labels(void **state)
{
    static const char *const labels[] = {"甲、", "乙",   "乙.1", ".1",   "（丑）", "子)",
                                         "壱、", "1st.", "ㄱ.",  "ア、", "One、",  "Twenty-first.",
                                         "Two.1"};
    static const char *const words[] = {"Misc.", "（海外）", "出差",  "出差(海外)",
                                        "v2.1",  "Other)",   "First", "One team."};
    (void)state;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        assert_true(is_list_label(text_from_string(labels[i])));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_false(is_list_label(text_from_string(words[i])));
}

static void test_a_name_behind_its_number_is_no_label(void **state)
{
    static const char *const names[] = {"（一）安全管理", "2. Safety", "三、设备", "(1) Boats",
                                        "•甲"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_false(is_list_label(text_from_string(names[i])));
}

static void test_words_years_and_decimals_are_no_labels(void **state)
{
    (void)state;
    const char *const words[] = {
        "1.5 倍薪資", "2026.1.1 生效", "一線服務", "e.g. this", "10 年以上", "二级医院",
        "3D 打印",    "-5 度",         "A 級",     "(含)以上",  "第一線",    "20-30 calls",
        "Part time",  "Section heads", "I answer", "1.",        ""};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        expect(words[i], "", words[i]);
}

static void test_numbers_within_a_line_are_found_in_their_order(void **state)
{
    (void)state;
    struct text line = TEXT("1. 甲 1.2 乙；2. 丙，未用“您好”3.丁12.戊");
    assert_int_equal(list_label_find(line, 1, 0), 0);
    size_t second = list_label_find(line, 2, 1);
    assert_true(text_starts_with(text_from(line, second), TEXT("2. 丙")));
    size_t third = list_label_find(line, 3, second);
    assert_true(text_starts_with(text_from(line, third), TEXT("3.丁")));
    assert_int_equal(list_label_find(line, 4, third), TEXT_NOT_FOUND);
}

static void test_a_label_takes_another_number_in_its_look(void **state)
{
    (void)state;
    static const struct {
        const char *label;
        unsigned number;
        const char *wanted;
    } rows[] = {{"1.", 2, "2."},     {"(9)", 10, "(10)"},    {"（３）", 12, "（１２）"},
                {"二、", 3, "三、"}, {"(十)", 11, "(十一)"}, {"十九、", 20, "二十、"},
                {"③", 4, "④"},       {"⑳", 21, ""},          {"a)", 3, "c)"},
                {"C.", 26, "Z."},    {"a)", 27, ""},         {"第三條", 4, "第四條"},
                {"•", 2, ""},        {"1.", 0, ""}};
    struct arena *arena = arena_open(NULL, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text label = text_from_string(rows[i].label);
        struct text with = list_label_with(arena, label, rows[i].number);
        assert_string_equal(text_to_string(arena, with), rows[i].wanted);
        if (with.size > 0) {
            assert_int_equal(list_label_number(with), rows[i].number);
            assert_int_equal(list_label_look(with), list_label_look(label));
        }
    }
    arena_close(arena);
}

static void expect_in_list(const char *before, const char *item, const char *next,
                           const char *label)
{
    struct list_label got = list_label_in_list(text_from_string(item), text_from_string(before),
                                               text_from_string(next));
    if (!text_is(got.label, label))
        fail_msg("%s | %s | %s: «%.*s»", before, item, next, TEXT_ARGS(got.label));
}

static void expect_among_levels(const char *before, const char *item, const char *next,
                                const char *label)
{
    struct list_label got = list_label_among_levels(
        text_from_string(item), text_from_string(before), text_from_string(next));
    if (!text_is(got.label, label))
        fail_msg("%s | %s | %s: «%.*s»", before, item, next, TEXT_ARGS(got.label));
}

static void test_levels_that_count_on_are_numbers_and_no_measures(void **state)
{
    (void)state;
    expect_among_levels("", "21.1 summon meetings", "21.2 keep the minutes", "21.1");
    expect_among_levels("21.1", "21.2 keep the minutes", "", "21.2");
    expect_among_levels("", "1.5 years in a bakery", "2 years at school", "");
    expect_among_levels("", "1.5 years in a bakery", "1.7 years at school", "");
    expect_among_levels("20.1", "21.2 keep the minutes", "", "");
    expect_among_levels("", "2.500 loaves a day", "2.501 rolls", "");
}

static void test_the_place_in_a_list_tells_a_number_from_a_decimal(void **state)
{
    (void)state;
    expect_in_list("1.", "2.500元以内费用审批权", "", "2.");
    expect_in_list("", "1.18至50岁", "2.大专以上", "1.");
    expect_in_list("", "1.18至50岁", "2.3年以上经验", "1.");
    expect_in_list("2.", "3.3年以上经验", "4.证书", "3.");
    expect_in_list("1.", "2.10 years of practice", "3. A degree", "2.");
    expect_in_list("", "1.5倍工资", "", "");
    expect_in_list("1.", "3.5吨叉车", "", "");
    expect_in_list("1、", "2.5吨叉车", "", "");
    expect_in_list("1.", "2.1 登记", "2.2 复核", "2.1");
    expect_in_list("", "2.500元以内", "3.登记", "");
}

static void test_only_a_number_with_a_digit_behind_its_point_may_be_a_decimal(void **state)
{
    (void)state;
    assert_true(list_label_may_be_decimal(TEXT(" 2.500元以內")));
    assert_false(list_label_may_be_decimal(TEXT("2. 登記")));
    assert_false(list_label_may_be_decimal(TEXT("第 2.5 條")));
    assert_false(list_label_may_be_decimal(TEXT("0.5 天")));
    assert_false(list_label_may_be_decimal(TEXT("")));
}

static void test_a_section_of_a_law_is_no_label(void **state)
{
    (void)state;
    expect("120.15 is required", "", "120.15 is required");
    expect("12.15 Records", "12.15", "Records");
}

static void test_numbers_in_a_line_may_stand_before_digits(void **state)
{
    (void)state;
    struct text line = TEXT("1、18至50岁；2、3年以上经验； 3、60分以上");
    size_t second = list_label_find(line, 2, 1);
    size_t third = list_label_find(line, 3, second + 1);
    assert_true(text_starts_with(text_from(line, second), TEXT("2、3年")));
    assert_true(text_starts_with(text_from(line, third), TEXT("3、60分")));
    assert_int_equal(list_label_find(TEXT("见第1、2、3条"), 2, 1), TEXT_NOT_FOUND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_label_takes_another_number_in_its_look),
        cmocka_unit_test(test_typed_numbers_and_bullets_are_labels),
        cmocka_unit_test(test_the_letter_of_a_degree_is_no_label),
        cmocka_unit_test(test_a_letter_of_a_picture_font_before_han_is_a_bullet),
        cmocka_unit_test(test_formal_numerals_are_labels),
        cmocka_unit_test(test_numbers_that_only_word_counts_by_are_labels),
        cmocka_unit_test(test_a_name_behind_its_number_is_no_label),
        cmocka_unit_test(test_words_years_and_decimals_are_no_labels),
        cmocka_unit_test(test_numbers_within_a_line_are_found_in_their_order),
        cmocka_unit_test(test_the_place_in_a_list_tells_a_number_from_a_decimal),
        cmocka_unit_test(test_only_a_number_with_a_digit_behind_its_point_may_be_a_decimal),
        cmocka_unit_test(test_levels_that_count_on_are_numbers_and_no_measures),
        cmocka_unit_test(test_a_section_of_a_law_is_no_label),
        cmocka_unit_test(test_numbers_in_a_line_may_stand_before_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
