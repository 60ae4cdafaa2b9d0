#include "core/base/text_buffer.h"
#include "tests/unit/unit.h"

static void test_room_for_nothing_is_a_place(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text_buffer buffer = text_buffer_new(arena);
    assert_non_null(buffer_reserve(&buffer, 0));
    assert_int_equal(buffer.size, 0);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_room_for_nothing_is_a_place)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
