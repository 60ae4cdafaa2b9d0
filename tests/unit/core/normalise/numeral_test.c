#include "core/base/text.h"
#include "core/normalise/numeral.h"
#include "tests/unit/unit.h"

/* The number the text ends in, and how many characters it has. */
static void expect(const char *written, uint32_t value, uint32_t size)
{
    struct text t = text_from_string(written);
    uint32_t chars[32], count = 0, begin;
    for (size_t at = 0; at < t.size;)
        chars[count++] = text_next(t, &at);
    if (numeral_ending(chars, count, &begin) != value || count - begin != size)
        fail_msg("%s", written);
}

static void test_numbers_written_in_chinese_are_read_from_their_end(void **state)
{
    (void)state;
    expect("四十五", 45, 3);
    expect("不超过十二", 12, 2);
    expect("三千二百", 3200, 4);
    expect("一百零五", 105, 4);
    expect("两千〇六", 2006, 4);
    expect("年龄五", 5, 1);
    expect("十", 10, 1);
    expect("岁", 0, 0);
    expect("", 0, 0);
    expect("九千九千", 0, 4); /* too many */
}

static void test_every_numeral_is_known_and_no_other_character(void **state)
{
    (void)state;
    size_t known = 0;
    for (uint32_t c = 0; c < 0x11000; c++)
        known += is_numeral(c);
    assert_int_equal(known, 15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_written_in_chinese_are_read_from_their_end),
        cmocka_unit_test(test_every_numeral_is_known_and_no_other_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
