#include "converters/docx/sax.h"
#include "converters/docx/styles.h"
#include "converters/docx/values.h"
#include "tests/unit/unit.h"

static void test_on_and_off_come_in_many_words(void **state)
{
    (void)state;
    assert_true(value_is_on((struct text){0}));
    assert_true(value_is_on(TEXT("1")));
    assert_true(value_is_on(TEXT("on")));
    assert_false(value_is_on(TEXT("0")));
    assert_false(value_is_on(TEXT("false")));
    assert_false(value_is_on(TEXT("off")));
}

static void test_numbers_are_cut_to_their_range(void **state)
{
    (void)state;
    assert_int_equal(value_number(TEXT("-12"), 0), -12);
    assert_int_equal(value_number(TEXT("x"), 7), 7);
    assert_int_equal(value_number((struct text){0}, 7), 7);
    assert_int_equal(value_number(TEXT("99999999999999999999999"), 0), INT32_MAX);
    assert_int_equal(value_number(TEXT("-99999999999999999999999"), 0), -INT32_MAX);
}

static void test_lengths_come_bare_or_with_a_unit(void **state)
{
    (void)state;
    assert_int_equal(value_length(TEXT("420"), 50), 420);
    assert_int_equal(value_length(TEXT("21pt"), 50), 420);
    assert_int_equal(value_length(TEXT("10.5pt"), 500), 21);
    assert_int_equal(value_length(TEXT("1in"), 50), 1440);
    assert_int_equal(value_length(TEXT("-0.5in"), 50), -720);
    assert_int_equal(value_length(TEXT("99999999999in"), 50), INT32_MAX);
}

static void test_names_are_found_by_namespace_and_word(void **state)
{
    (void)state;
    assert_int_equal(name_find(NS_W, "p"), NAME_W_P);
    assert_int_equal(name_find(NS_A, "p"), NAME_A_P);
    assert_int_equal(name_find(NS_W, "nobody"), NAME_UNKNOWN);
    assert_int_equal(name_space_of("http://purl.oclc.org/ooxml/wordprocessingml/main"), NS_W);
    assert_int_equal(name_space_of("urn:x"), NS_OTHER);
    assert_int_equal(name_space_of(NULL), NS_NONE);
}

/* The table is searched by halves: each row must be found where it stands. */
static void test_every_row_of_the_table_is_found(void **state)
{
    (void)state;
#define NAME(id, ns, local) assert_int_equal(name_find(ns, local), NAME_##id);
#include "converters/docx/names.def"
#undef NAME
}

static void test_headings_are_known_in_many_languages(void **state)
{
    (void)state;
    assert_int_equal(heading_level_of_name(TEXT("heading 1")), 1);
    assert_int_equal(heading_level_of_name(TEXT("Heading2")), 2);
    assert_int_equal(heading_level_of_name(TEXT("標題 3")), 3);
    assert_int_equal(heading_level_of_name(TEXT("标题４")), 4);
    assert_int_equal(heading_level_of_name(TEXT("Überschrift 9")), 9);
    assert_int_equal(heading_level_of_name(TEXT("Tiêu đề 2")), 2);
    assert_int_equal(heading_level_of_name(TEXT("二级标题")), 2);
    assert_int_equal(heading_level_of_name(TEXT("3級標題")), 3);
    assert_int_equal(heading_level_of_name(TEXT("级标题")), 0);
    assert_int_equal(heading_level_of_name(TEXT("heading 10")), 0);
    assert_int_equal(heading_level_of_name(TEXT("heading")), 0);
    assert_int_equal(heading_level_of_name(TEXT("heading 1 Char")), 0);
    assert_int_equal(heading_level_of_name((struct text){0}), 0);
}

static void test_symbols_look_as_their_font_draws_them(void **state)
{
    (void)state;
    assert_int_equal(symbol_font_find(TEXT("wingdings 2")), SYMBOL_FONT_WINGDINGS_2);
    assert_int_equal(symbol_font_find(TEXT("SimSun")), SYMBOL_FONT_NONE);
    assert_int_equal(symbol_code_point(SYMBOL_FONT_SYMBOL, 0xF0B7), 0x2022);
    assert_int_equal(symbol_code_point(SYMBOL_FONT_WINGDINGS, 'l'), 0x25CF);
    assert_int_equal(symbol_code_point(SYMBOL_FONT_WINGDINGS_2, 0xF052), 0x2611);
    assert_int_equal(symbol_code_point(SYMBOL_FONT_WINGDINGS, 0x5C97), 0x5C97);
    assert_int_equal(symbol_code_point(SYMBOL_FONT_NONE, 'l'), 'l');
    assert_int_equal(symbol_code_point(SYMBOL_FONT_NONE, 0xF0B7), 0x2022);
    assert_int_equal(symbol_code_point(SYMBOL_FONT_NONE, 0xF0FE), 0x2611);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_on_and_off_come_in_many_words),
        cmocka_unit_test(test_numbers_are_cut_to_their_range),
        cmocka_unit_test(test_lengths_come_bare_or_with_a_unit),
        cmocka_unit_test(test_names_are_found_by_namespace_and_word),
        cmocka_unit_test(test_every_row_of_the_table_is_found),
        cmocka_unit_test(test_headings_are_known_in_many_languages),
        cmocka_unit_test(test_symbols_look_as_their_font_draws_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
