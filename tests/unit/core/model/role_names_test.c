/* Names of several roles in one text: what divides them, and what brackets keep together. */
#include "core/model/role_names.h"
#include "tests/unit/unit.h"

static void expect_names(const char *words, const char *const *names)
{
    struct text text = text_from_string(words), name;
    size_t at = 0;
    for (; *names != NULL; names++) {
        assert_true(role_names_next(text, &at, &name));
        assert_true(text_is(name, *names));
    }
    assert_false(role_names_next(text, &at, &name));
}

static void test_marks_and_line_ends_divide(void **state)
{
    (void)state;
    expect_names("出納、會計；司機\n門衛",
                 (const char *const[]){"出納", "會計", "司機", "門衛", NULL});
    expect_names("Clerk, Guard / Driver", (const char *const[]){"Clerk", "Guard", "Driver", NULL});
}

static void test_brackets_keep_their_words_together(void **state)
{
    (void)state;
    expect_names("Cashier, Payroll (EMEA, APAC, LATAM)",
                 (const char *const[]){"Cashier", "Payroll (EMEA, APAC, LATAM)", NULL});
    expect_names("主管（早班、晚班）、組長",
                 (const char *const[]){"主管（早班、晚班）", "組長", NULL});
}

static void test_a_rank_in_front_of_a_comma_belongs_to_what_follows(void **state)
{
    (void)state;
    expect_names("Manager, Payroll (EMEA, APAC), Cashier",
                 (const char *const[]){"Manager, Payroll (EMEA, APAC)", "Cashier", NULL});
    expect_names("Senior Manager, Director, CEO",
                 (const char *const[]){"Senior Manager", "Director", "CEO", NULL});
    expect_names("Manager; Director / Head",
                 (const char *const[]){"Manager", "Director", "Head", NULL});
}

static void test_a_bracket_nobody_closes_keeps_nothing(void **state)
{
    (void)state;
    expect_names("Clerk (day, Guard\nDriver)",
                 (const char *const[]){"Clerk (day", "Guard", "Driver)", NULL});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_and_line_ends_divide),
        cmocka_unit_test(test_brackets_keep_their_words_together),
        cmocka_unit_test(test_a_rank_in_front_of_a_comma_belongs_to_what_follows),
        cmocka_unit_test(test_a_bracket_nobody_closes_keeps_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
