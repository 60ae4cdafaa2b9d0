/* Pictographs are of no script, and no part of the words they stand around. */
#include "core/base/script.h"
#include "tests/unit/unit.h"

static void test_pictographs_are_of_no_script(void **state)
{
    (void)state;
    assert_true(is_latin_text(TEXT("🎪 Event lead ✍️")));
    assert_true(is_latin_text(TEXT("★ Cook")));
    assert_false(is_latin_text(TEXT("🎪 廚師")));
}

static void test_pictographs_come_off_at_both_ends(void **state)
{
    (void)state;
    assert_true(
        text_is(without_pictographs(TEXT("👁‍🗨 Board member ✅ ")), "Board member"));
    assert_true(text_is(without_pictographs(TEXT("■ 店長")), "店長"));
    assert_true(text_is(without_pictographs(TEXT("A → B")), "A → B"));
    assert_true(text_is(without_pictographs(TEXT(":ship: :sun_1: 店長")), "店長"));
    assert_true(text_is(without_pictographs(TEXT(":9:00: 店長")), ":9:00: 店長"));
    assert_true(text_is(without_pictographs(TEXT("① 店長")), "① 店長"));
    assert_true(text_is_empty(without_pictographs(TEXT("✅ ✅"))));
}

static void test_black_brackets_part_a_caption_from_its_words(void **state)
{
    (void)state;
    struct text inside = TEXT("before"), behind = TEXT("before");
    assert_true(part_black_brackets(TEXT("【地址】 燈塔路 3 號 "), &inside, &behind));
    assert_true(text_is(inside, "地址") && text_is(behind, "燈塔路 3 號"));
    assert_true(part_black_brackets(TEXT("【地址】"), &inside, &behind));
    assert_true(text_is(inside, "地址") && text_is_empty(behind));
    assert_false(part_black_brackets(TEXT("【燈塔"), &inside, &behind));
    assert_false(part_black_brackets(TEXT("在【燈塔】"), &inside, &behind));
    assert_true(text_is(inside, "地址"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pictographs_are_of_no_script),
        cmocka_unit_test(test_pictographs_come_off_at_both_ends),
        cmocka_unit_test(test_black_brackets_part_a_caption_from_its_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
