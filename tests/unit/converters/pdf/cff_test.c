#include "converters/pdf/cff.h"
#include "tests/unit/unit.h"

/* Header, name INDEX, top DICT INDEX whose DICT is given, then the charset at its own offset. */
#define HEADER "\x01\x00\x04\x01" /* major, minor, header size, offset size */
#define NAMES "\x00\x01\x01\x01\x02X"
#define ROS "\x8B\x8B\x8B\x0C\x1E"        /* 0 0 0 ROS */
#define CHARSET_AT(n) "\x1C\x00" n "\x0F" /* n charset */
/* header 4, names 6, INDEX head 5, DICT 9: the charset stands at 24 */
#define CID_KEYED HEADER NAMES "\x00\x01\x01\x01\x0A" ROS CHARSET_AT("\x18")

static void test_ranges_give_each_glyph_its_cid(void **state)
{
    (void)state;
    uint16_t cids[5] = {9, 9, 9, 9, 9};
    struct text table = TEXT(CID_KEYED "\x02\x00\x0A\x00\x01\x01\x00\x00\x01");
    assert_int_equal(cff_charset(table, 5, cids), CFF_CID_KEYED);
    const uint16_t expected[] = {0, 10, 11, 256, 257};
    assert_memory_equal(cids, expected, sizeof expected);
}

static void test_a_list_gives_each_glyph_its_cid(void **state)
{
    (void)state;
    uint16_t cids[3];
    struct text table = TEXT(CID_KEYED "\x00\x00\x07\x00\x05");
    assert_int_equal(cff_charset(table, 3, cids), CFF_CID_KEYED);
    assert_int_equal(cids[1], 7);
    assert_int_equal(cids[2], 5);
}

static void test_a_font_without_ros_is_name_keyed(void **state)
{
    (void)state;
    struct text table = TEXT(HEADER NAMES "\x00\x01\x01\x01\x03\x8B\x0F");
    assert_int_equal(cff_charset(table, 1, NULL), CFF_NAME_KEYED);
}

static void test_every_cut_of_a_table_is_broken_or_whole_but_never_read_past(void **state)
{
    (void)state;
    struct text whole = TEXT(CID_KEYED "\x02\x00\x0A\x00\x01\x01\x00\x00\x01");
    for (size_t size = 0; size < whole.size; size++) {
        uint16_t cids[5];
        struct arena *arena = arena_open(NULL, NULL);
        struct text cut = text_copy(arena, text_slice(whole, 0, size));
        assert_int_equal(cff_charset(cut, 5, cids), CFF_BROKEN);
        arena_close(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ranges_give_each_glyph_its_cid),
        cmocka_unit_test(test_a_list_gives_each_glyph_its_cid),
        cmocka_unit_test(test_a_font_without_ros_is_name_keyed),
        cmocka_unit_test(test_every_cut_of_a_table_is_broken_or_whole_but_never_read_past),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
