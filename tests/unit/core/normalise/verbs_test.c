#include "core/normalise/verbs.h"
#include "tests/unit/unit.h"

static enum verb_kind kind_of(const char *word, enum verb_form *form)
{
    uint32_t letters[64], length = 0;
    while (word[length] != '\0') {
        letters[length] = (unsigned char)word[length];
        length++;
    }
    return verb_of_english(letters, length, form);
}

static void test_english_verbs_are_known_by_their_forms(void **state)
{
    (void)state;
    enum verb_form form;
    assert_int_equal(kind_of("devise", &form), VERB_SURE);
    assert_int_equal(form, VERB_BASE);
    assert_int_equal(kind_of("devises", &form), VERB_SURE);
    assert_int_equal(form, VERB_S);
    assert_int_equal(kind_of("tidies", &form), VERB_DOUBTFUL);
    assert_int_equal(kind_of("allocating", &form), VERB_SURE);
    assert_int_equal(form, VERB_ING);
    assert_int_equal(kind_of("emitting", &form), VERB_SURE);
}

static void test_what_is_mostly_a_noun_is_rarely_a_verb(void **state)
{
    (void)state;
    enum verb_form form;
    assert_int_equal(kind_of("time", &form), VERB_RARE);
    assert_int_equal(kind_of("chair", &form), VERB_RARE);
    assert_int_equal(kind_of("bus", &form), VERB_DOUBTFUL);
}

static void test_words_that_are_no_verbs_are_none(void **state)
{
    (void)state;
    enum verb_form form;
    assert_int_equal(kind_of("customer", &form), VERB_NONE);
    assert_int_equal(kind_of("s", &form), VERB_NONE);
    assert_int_equal(kind_of("", &form), VERB_NONE);
    assert_int_equal(kind_of("ing", &form), VERB_NONE);
    assert_int_equal(kind_of("antidisestablishmentarianisms", &form), VERB_NONE);
    assert_int_equal(kind_of("Devise", &form), VERB_NONE);
}

static void test_han_verbs_are_two_characters(void **state)
{
    (void)state;
    assert_true(verb_is_han(0x62A4, 0x9001));  /* 护送 */
    assert_false(verb_is_han(0x8BCA, 0x6240)); /* 诊所 */
    assert_false(verb_is_han(0x5BA2, 0x6237)); /* 客户 */
    assert_false(verb_is_han('a', 'b'));
    assert_true(verb_is_short_han(0x62CC));  /* 拌 */
    assert_false(verb_is_short_han(0x4EBA)); /* 人 */
}

static void test_verbs_of_offices_are_joined_from_two(void **state)
{
    (void)state;
    assert_true(verb_is_joined_han(0x6838, 0x8F6C));  /* 核转 */
    assert_true(verb_is_joined_han(0x7EFC, 0x6838));  /* 综核 */
    assert_true(verb_is_joined_han(0x5178, 0x5B88));  /* 典守 */
    assert_false(verb_is_joined_han(0x88C1, 0x5224)); /* 裁判: a person */
    assert_false(verb_is_joined_han(0x6838, 0x6838));
    assert_false(verb_is_joined_han(0x6838, 0x5FC3)); /* 核心 */
    assert_false(verb_is_joined_han('a', 'b'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_english_verbs_are_known_by_their_forms),
        cmocka_unit_test(test_what_is_mostly_a_noun_is_rarely_a_verb),
        cmocka_unit_test(test_words_that_are_no_verbs_are_none),
        cmocka_unit_test(test_han_verbs_are_two_characters),
        cmocka_unit_test(test_verbs_of_offices_are_joined_from_two),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
