#include "converters/docx/number_format.h"
#include "tests/unit/unit.h"

struct row {
    const char *format;
    int32_t number;
    const char *written;
};

static const struct row rows[] = {
    {"decimal", 12, "12"},
    {"decimalZero", 7, "07"},
    {"upperRoman", 1994, "MCMXCIV"},
    {"lowerRoman", 4, "iv"},
    {"lowerLetter", 26, "z"},
    {"lowerLetter", 28, "bb"},
    {"upperLetter", 0, "0"},
    {"ordinal", 1, "1st"},
    {"ordinal", 12, "12th"},
    {"ordinal", 113, "113th"},
    {"ordinal", 23, "23rd"},
    {"cardinalText", 42, "Forty-two"},
    {"ordinalText", 21, "Twenty-first"},
    {"ordinalText", 100, "One hundredth"},
    {"chineseCounting", 10, "十"},
    {"chineseCounting", 12, "十二"},
    {"chineseCounting", 21, "二十一"},
    {"chineseCounting", 100, "一〇〇"},
    {"taiwaneseCounting", 99, "九十九"},
    {"taiwaneseCountingThousand", 105, "一百零五"},
    {"taiwaneseCountingThousand", 110, "一百一十"},
    {"chineseCountingThousand", 10000, "一万"},
    {"chineseCountingThousand", 10001, "一万零一"},
    {"chineseCountingThousand", 1010, "一千零一十"},
    {"chineseLegalSimplified", 12, "壹拾贰"},
    {"ideographLegalTraditional", 23, "貳拾參"},
    {"japaneseCounting", 1105, "千百五"},
    {"ideographDigital", 10, "一〇"},
    {"ideographTraditional", 10, "癸"},
    {"ideographTraditional", 11, "11"},
    {"ideographZodiac", 1, "子"},
    {"ideographZodiacTraditional", 60, "癸亥"},
    {"ideographEnclosedCircle", 3, "㊂"},
    {"decimalEnclosedCircle", 20, "⑳"},
    {"decimalEnclosedCircleChinese", 21, "㉑"},
    {"decimalEnclosedCircle", 51, "51"},
    {"decimalEnclosedParen", 2, "⑵"},
    {"decimalEnclosedFullstop", 2, "⒉"},
    {"decimalFullWidth", 12, "１２"},
    {"aiueoFullWidth", 47, "ア"},
    {"ganada", 2, "나"},
    {"russianLower", 1, "а"},
    {"numberInDash", 3, "- 3 -"},
    {"hex", 255, "FF"},
    {"bullet", 1, ""},
    {"none", 1, ""},
    {"nobodyKnows", 3, "3"},
};

static void test_each_format_writes_its_numbers(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text_buffer out = text_buffer_new(arena);
        number_append(&out, number_format_find(text_from_string(rows[i].format)), rows[i].number);
        if (!text_is(buffer_text(&out), rows[i].written))
            fail_msg("%s %d gives %.*s, not %s", rows[i].format, (int)rows[i].number,
                     TEXT_ARGS(buffer_text(&out)), rows[i].written);
    }
    arena_close(arena);
}

static void test_extreme_numbers_are_written_within_bounds(void **state)
{
    (void)state;
    static const int32_t numbers[] = {INT32_MIN, -1, 0, 1, 9999, 100000000, INT32_MAX};
    struct arena *arena = arena_open(NULL, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++) {
            struct text_buffer out = text_buffer_new(arena);
            number_append(&out, number_format_find(text_from_string(rows[i].format)), numbers[k]);
            assert_true(out.size <= 200);
            assert_true(text_is_utf8(buffer_text(&out)));
        }
    arena_close(arena);
}

static void test_custom_formats_pad_as_their_pattern_shows(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text_buffer out = text_buffer_new(arena);
    number_append(&out, number_format_custom(TEXT("001, 002, 003, ...")), 7);
    assert_true(text_is(buffer_text(&out), "007"));
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_format_writes_its_numbers),
        cmocka_unit_test(test_extreme_numbers_are_written_within_bounds),
        cmocka_unit_test(test_custom_formats_pad_as_their_pattern_shows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
