#include "converters/pdf/syntax.h"
#include "tests/unit/unit.h"

static int set_up(void **state)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct text_buffer *buffer = arena_new(arena, struct text_buffer);
    *buffer = text_buffer_new(arena);
    *state = buffer;
    return 0;
}

static int tear_down(void **state)
{
    arena_close(((struct text_buffer *)*state)->arena);
    return 0;
}

static void test_fractions_have_no_trailing_zeros(void **state)
{
    struct text_buffer *buffer = *state;
    const int64_t numbers[] = {0, 10500, -5, 1000, -1230, 999, 100};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        append_fixed(buffer, numbers[i]);
        buffer_append_byte(buffer, ' ');
    }
    assert_string_equal(buffer_string(buffer), "0 10.5 -0.005 1 -1.23 0.999 0.1 ");
}

static void test_text_strings_are_utf16_with_a_mark(void **state)
{
    struct text_buffer *buffer = *state;
    append_text_string(buffer, TEXT("職𠮷"));
    assert_string_equal(buffer_string(buffer), "<FEFF8077D842DFB7>");
}

static void test_colours_are_rounded_to_thousandths(void **state)
{
    struct text_buffer *buffer = *state;
    append_colour(buffer, 0xFF8000);
    assert_string_equal(buffer_string(buffer), "1 0.502 0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_fractions_have_no_trailing_zeros, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_text_strings_are_utf16_with_a_mark, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_colours_are_rounded_to_thousandths, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
