#include "core/model/headcount.h"
#include "tests/unit/unit.h"

static void expect(const char *written, int64_t people)
{
    int64_t got = -1;
    headcount_of(text_from_string(written), &got);
    if (got != people)
        fail_msg("%s: %d", written, (int)got);
}

static void test_one_number_is_a_headcount_and_nothing_else_is(void **state)
{
    (void)state;
    expect("3", 3);
    expect(" 12 人", 12);
    expect("３名", 3);
    expect("60 people", 60);
    expect("0", 0);
    expect("2-3", -1);
    expect("按需要", -1);
    expect("3 組", -1);
    expect("99999999999999999999", -1);
    expect("", -1);
}

static void expect_beside(const char *written, const char *name, int64_t people)
{
    struct text got = TEXT("");
    int64_t count = -1;
    bool is_found = headcount_beside_name(text_from_string(written), &got, &count);
    if (is_found != (people >= 0) || count != people || !text_is(got, name))
        fail_msg("%s: «%.*s» %d", written, TEXT_ARGS(got), (int)count);
}

static void test_a_headcount_stands_behind_a_name(void **state)
{
    (void)state;
    expect_beside("客服專員（8 人）", "客服專員", 8);
    expect_beside("客服专员 8人", "客服专员", 8);
    expect_beside("Contact Agent (12)", "Contact Agent", 12);
    expect_beside("客服專員", "", -1);
    expect_beside("(8)", "", -1);
    expect_beside("", "", -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_number_is_a_headcount_and_nothing_else_is),
        cmocka_unit_test(test_a_headcount_stands_behind_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
