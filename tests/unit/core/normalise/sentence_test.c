#include "core/normalise/sentence.h"
#include "tests/unit/unit.h"

static void test_the_bytes_of_a_range_end_with_the_sentence(void **state)
{
    (void)state;
    uint32_t offsets[] = {0, 3, 6, 1, 1};
    const struct sentence sentence = {.text = TEXT("主任"), .offsets = offsets, .count = 2};
    assert_true(text_is(sentence_text(&sentence, (struct range){0, 1}), "主"));
    assert_true(text_is(sentence_text(&sentence, (struct range){1, 4}), "任"));
    assert_true(text_is(sentence_text(&sentence, (struct range){3, 4}), ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_bytes_of_a_range_end_with_the_sentence)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
