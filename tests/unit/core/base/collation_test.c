/* Orders and heads of indexes. */
#include "core/base/arena.h"
#include "core/base/collation.h"
#include "tests/unit/arena.h"
#include <string.h>

/* words stand in that order, under those heads */
static void assert_order(enum language language, const char *const (*words)[2], size_t count)
{
    struct collation *collation = collation_open(arena, language);
    struct text before = TEXT("");
    assert_non_null(collation);
    for (size_t i = 0; i < count; i++) {
        struct text key = collation_key(collation, arena, text_from_string(words[i][0]));
        if (text_compare(before, key) > 0)
            fail_msg("%s stands too early", words[i][0]);
        struct text group = collation_group(collation, key);
        if (!text_is(group, words[i][1]))
            fail_msg("%s stands under %.*s", words[i][0], TEXT_ARGS(group));
        before = key;
    }
    collation_close(collation);
}

static void test_traditional_chinese_goes_by_strokes(void **state)
{
    (void)state;
    static const char *const words[][2] = {
        {"5G 終端", "#"},         {"一次解決率", "一畫"},   {"工單系統", "三畫"},
        {"系統管理員", "七畫"},   {"客服專員", "九畫"},     {"班組長", "十畫"},
        {"排班規劃師", "十一畫"}, {"數據分析師", "十五畫"}, {"CRM", "A–Z"}};
    assert_order(LANG_ZH_HANT, words, sizeof words / sizeof *words);
}

static void test_simplified_chinese_goes_by_pinyin(void **state)
{
    (void)state;
    static const char *const words[][2] = {{"100 米线", "#"}, {"班组长", "B"}, {"抄表员", "C"},
                                           {"工单系统", "G"}, {"营业厅", "Y"}, {"质量员", "Z"},
                                           {"ERP", "A–Z"}};
    assert_order(LANG_ZH_HANS, words, sizeof words / sizeof *words);
}

static void test_english_goes_by_the_alphabet_whatever_the_case(void **state)
{
    (void)state;
    static const char *const words[][2] = {{"3D scanner", "#"},
                                           {"agent", "A"},
                                           {"Éclair oven", "E"},
                                           {"queue display", "Q"},
                                           {"Zip", "Z"}};
    assert_order(LANG_EN, words, sizeof words / sizeof *words);
}

static void test_odd_words_have_a_place(void **state)
{
    (void)state;
    for (enum language language = 0; language < LANG_COUNT; language++) {
        struct collation *collation = collation_open(arena, language);
        assert_true(collation_group(collation, collation_key(collation, arena, TEXT(""))).size > 0);
        assert_true(
            collation_group(collation, collation_key(collation, arena, TEXT("\xFF\xFE"))).size > 0);
        assert_true(
            collation_group(collation, collation_key(collation, arena, TEXT("𠮷野家"))).size > 0);
        collation_close(collation);
    }
}

int main(void)
{
#define ORDER_TEST(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)
    const struct CMUnitTest tests[] = {
        ORDER_TEST(test_traditional_chinese_goes_by_strokes),
        ORDER_TEST(test_simplified_chinese_goes_by_pinyin),
        ORDER_TEST(test_english_goes_by_the_alphabet_whatever_the_case),
        ORDER_TEST(test_odd_words_have_a_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
