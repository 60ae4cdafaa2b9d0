/* Rows go by department; a row is found by its title and its file. */
#include "core/check/role_rows.h"
#include "tests/unit/arena.h"

static struct role *add_role(struct handbook *handbook, const char *title, const char *department)
{
    struct role *role = role_append(handbook, NULL, (struct span){0});
    if (title != NULL)
        record_append(handbook, &role->values[ELEMENT_TITLE], text_from_string(title),
                      (struct span){0});
    if (department != NULL)
        record_append(handbook, &role->values[ELEMENT_DEPARTMENT], text_from_string(department),
                      (struct span){0});
    return role;
}

static void test_rows_go_by_department_in_the_order_of_the_book(void **state)
{
    (void)state;
    struct handbook *handbook = handbook_new(arena);
    record_append(handbook, handbook_own(handbook, ELEMENT_HANDBOOK_DEPARTMENTS), TEXT("後"),
                  (struct span){0});
    add_role(handbook, "a", "前");
    add_role(handbook, "b", "後");
    add_role(handbook, "c", NULL);
    add_role(handbook, "d", "前");
    const struct role_rows *rows = role_rows_of(arena, handbook);
    static const size_t numbers[] = {1, 0, 3, 2};
    assert_int_equal(rows->count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(rows->list[i].number, numbers[i]);
}

static void test_of_roles_of_one_title_that_of_the_file_is_found(void **state)
{
    (void)state;
    const struct source first = {.path = "a"}, second = {.path = "b"}, third = {.path = "c"};
    struct handbook *handbook = handbook_new(arena);
    add_role(handbook, "同", NULL)->source = &first;
    add_role(handbook, "異", NULL)->source = &first;
    add_role(handbook, "同", NULL)->source = &second;
    const struct role_rows *rows = role_rows_of(arena, handbook);
    assert_int_equal(role_rows_find(rows, TEXT("同"), &first), 0);
    assert_int_equal(role_rows_find(rows, TEXT("同"), &second), 2);
    assert_int_equal(role_rows_find(rows, TEXT("同"), &third), 0);
    assert_true(role_rows_find(rows, TEXT("無"), &first) == NO_ROW);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_go_by_department_in_the_order_of_the_book),
        cmocka_unit_test(test_of_roles_of_one_title_that_of_the_file_is_found),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
