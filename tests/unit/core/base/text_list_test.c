/* What a text begins with, ends in or holds of a list, byte for byte or as words. */
#include "core/base/text_list.h"
#include "tests/unit/unit.h"

static const struct text texts[] = {TEXT_INIT("規定如下"), TEXT_INIT("如下"), TEXT_INIT("how")};

static struct text_list all(void) { return text_list_of(texts, sizeof texts / sizeof *texts); }

static void test_the_first_of_the_words_comes_off_an_end(void **state)
{
    (void)state;
    assert_true(text_is(text_without_any_end(TEXT("職權 規定如下"), all()), "職權"));
    assert_true(text_is(text_without_any_end(TEXT("職權如下"), all()), "職權"));
    assert_true(text_is(text_without_any_end(TEXT("如下"), all()), "如下"));
    assert_true(text_is(text_without_any_start(TEXT("如下所述"), all()), "所述"));
    assert_true(text_is(text_without_any_start(TEXT("職權"), all()), "職權"));
}

static void test_an_empty_list_tells_nothing(void **state)
{
    (void)state;
    struct text_list none = text_list_of(NULL, 0);
    assert_false(text_starts_with_any(TEXT("如下"), none));
    assert_false(text_ends_with_any(TEXT("如下"), none));
    assert_false(text_holds_any(TEXT("如下"), none));
    assert_false(text_starts_with_any(TEXT(""), all()));
}

static void test_a_word_in_letters_is_whole_and_of_any_case(void **state)
{
    (void)state;
    assert_true(text_starts_with_any_word(TEXT("How we work"), all()));
    assert_false(text_starts_with_any_word(TEXT("However"), all()));
    assert_true(text_starts_with_any_word(TEXT("如下所述"), all()));
    assert_true(text_is(text_without_any_start_word(TEXT("How  we work"), all()), "we work"));
    assert_true(text_is(text_without_any_start_word(TEXT("However"), all()), "However"));
    assert_true(text_is(text_without_any_start_word(TEXT("how "), all()), "how "));
}

static void test_characters_whose_bits_are_alike_are_told_apart(void **state)
{
    (void)state;
    static const struct text one[] = {TEXT_INIT("如下")};
    struct text_list list = text_list_of(one, 1);
    char same[] = "\xE6\x82\x82下"; /* 64 characters behind 如, and so of the same bit */
    assert_false(text_is_any(text_from_string(same), list));
    assert_false(text_starts_with_any(text_from_string(same), list));
    assert_true(text_is_any(TEXT("如下"), list));
}

static void test_an_empty_word_is_at_each_end(void **state)
{
    (void)state;
    static const struct text empty[] = {TEXT_INIT("")};
    struct text_list list = text_list_of(empty, 1);
    assert_true(text_starts_with_any(TEXT("如下"), list));
    assert_true(text_is_any(TEXT(""), list));
    assert_false(text_is_any(TEXT("如下"), list));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_first_of_the_words_comes_off_an_end),
        cmocka_unit_test(test_an_empty_list_tells_nothing),
        cmocka_unit_test(test_a_word_in_letters_is_whole_and_of_any_case),
        cmocka_unit_test(test_characters_whose_bits_are_alike_are_told_apart),
        cmocka_unit_test(test_an_empty_word_is_at_each_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
