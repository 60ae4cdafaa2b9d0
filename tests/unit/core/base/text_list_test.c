/* What a text begins with, ends in or holds of a list, byte for byte or as words. */
#include "core/base/text_list.h"
#include "tests/unit/unit.h"

static const struct text texts[] = {TEXT_INIT("規定如下"), TEXT_INIT("如下"), TEXT_INIT("how")};
static const struct text_list words = {texts, 3};

static void test_the_first_of_the_words_comes_off_an_end(void **state)
{
    (void)state;
    assert_true(text_is(text_without_any_end(TEXT("職權 規定如下"), words), "職權"));
    assert_true(text_is(text_without_any_end(TEXT("職權如下"), words), "職權"));
    assert_true(text_is(text_without_any_end(TEXT("如下"), words), "如下"));
    assert_true(text_is(text_without_any_start(TEXT("如下所述"), words), "所述"));
    assert_true(text_is(text_without_any_start(TEXT("職權"), words), "職權"));
}

static void test_an_empty_list_tells_nothing(void **state)
{
    (void)state;
    struct text_list none = {NULL, 0};
    assert_false(text_starts_with_any(TEXT("如下"), none));
    assert_false(text_ends_with_any(TEXT("如下"), none));
    assert_false(text_holds_any(TEXT("如下"), none));
    assert_false(text_starts_with_any(TEXT(""), words));
}

static void test_a_word_in_letters_is_whole_and_of_any_case(void **state)
{
    (void)state;
    assert_true(text_starts_with_any_word(TEXT("How we work"), words));
    assert_false(text_starts_with_any_word(TEXT("However"), words));
    assert_true(text_starts_with_any_word(TEXT("如下所述"), words));
    assert_true(text_is(text_without_any_start_word(TEXT("How  we work"), words), "we work"));
    assert_true(text_is(text_without_any_start_word(TEXT("However"), words), "However"));
    assert_true(text_is(text_without_any_start_word(TEXT("how "), words), "how "));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_first_of_the_words_comes_off_an_end),
        cmocka_unit_test(test_an_empty_list_tells_nothing),
        cmocka_unit_test(test_a_word_in_letters_is_whole_and_of_any_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
