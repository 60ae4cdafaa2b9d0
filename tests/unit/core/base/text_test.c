#include "core/base/text.h"
#include "tests/unit/unit.h"
#include <stdio.h>

static void test_each_length_of_a_character_is_decoded(void **state)
{
    (void)state;
    static const struct {
        struct text text;
        uint32_t c;
        size_t size;
    } rows[] = {{TEXT_INIT("a"), 'a', 1},
                {TEXT_INIT("é"), 0xE9, 2},
                {TEXT_INIT("ह"), 0x939, 3}, /* lead byte E0 */
                {TEXT_INIT("ယ"), 0x101A, 3},
                {TEXT_INIT("職"), 0x8077, 3},
                {TEXT_INIT("힣"), 0xD7A3, 3}, /* ED: surrogates lie behind it */
                {TEXT_INIT("（"), 0xFF08, 3},
                {TEXT_INIT("𠮷"), 0x20BB7, 4},
                {TEXT_INIT("\xE8\x81"), 0xFFFD, 1},
                {TEXT_INIT("\xE8\x81G"), 0xFFFD, 1},
                {TEXT_INIT("\xED\xA0\x80"), 0xFFFD, 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t at = 0;
        assert_int_equal(text_next(rows[i].text, &at), rows[i].c);
        assert_int_equal(at, rows[i].size);
    }
}

static void test_a_malformed_byte_is_found_where_it_stands(void **state)
{
    (void)state;
    assert_int_equal(text_utf8_fault(TEXT("職責\xFF")), 6);
    assert_int_equal(text_utf8_fault(TEXT("\xE8\x81")), 0);
    assert_true(text_is_utf8(TEXT("職責 duties 𠮷")));
    assert_false(text_is_utf8(TEXT("\xED\xA0\x80"))); /* a surrogate */
}

static void test_malformed_bytes_are_found_in_long_texts_too(void **state)
{
    (void)state;
    static const struct text whole =
        TEXT_INIT("職責職責職責職責、abcdefghabcdefgh職é職責職責職責𠮷ab職責職責");
    char bytes[128];
    for (size_t at = 0, next; at < whole.size; at = next) {
        next = at;
        text_next(whole, &next);
        for (size_t i = at; i < next; i++) {
            memcpy(bytes, whole.data, whole.size);
            bytes[i] = '\xFF';
            assert_int_equal(text_utf8_fault((struct text){bytes, whole.size}), at);
        }
        assert_int_equal(text_utf8_fault(text_slice(whole, 0, next)), next);
    }
    static const char *const leads[] = {"\xE0\x80\x80", "\xED\xA0\x80"};
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        for (size_t at = 0; at < 12; at += 3) {
            memcpy(bytes, whole.data, whole.size);
            memcpy(bytes + at, leads[i], 3);
            assert_int_equal(text_utf8_fault((struct text){bytes, whole.size}), at);
        }
}

static void test_code_points_read_the_same_forwards_and_backwards(void **state)
{
    (void)state;
    struct text t = TEXT("a職𠮷\xFF!");
    uint32_t forwards[8], backwards[8];
    size_t n = 0, m = 0;
    for (size_t i = 0; i < t.size;)
        forwards[n++] = text_next(t, &i);
    for (size_t i = t.size; i > 0;)
        backwards[m++] = text_previous(t, &i);
    assert_int_equal(n, 5);
    assert_int_equal(m, n);
    for (size_t i = 0; i < n; i++)
        assert_int_equal(forwards[i], backwards[n - 1 - i]);
    assert_int_equal(forwards[3], 0xFFFD);
}

static void test_code_points_are_counted_wherever_scripts_meet(void **state)
{
    (void)state;
    struct text t = TEXT("職責\u00E9 of eight 職責ab職責權限\u3002\U00020BB7 end\xFF of it");
    for (size_t from = 0; from < t.size; text_next(t, &from)) {
        size_t count = 0;
        for (size_t at = from; at < t.size; count++)
            text_next(t, &at);
        assert_int_equal(text_code_points(text_from(t, from)), count);
    }
    assert_int_equal(text_code_points(TEXT("")), 0);
}

static void test_trim_takes_ideographic_and_zero_width_blanks_off(void **state)
{
    (void)state;
    assert_true(text_is(text_trim(TEXT("\u3000\u200B 職　責\u00A0\n")), "職　責"));
    assert_int_equal(text_trim(TEXT(" \u3000")).size, 0);
    assert_true(text_is(text_trim_any(TEXT("— 客服專員：職責的 ·"), "—：·的"), "客服專員：職責"));
    assert_int_equal(text_trim_any(TEXT("： ："), "：").size, 0);
}

static void test_no_blank_hides_behind_the_quick_look_of_trim(void **state)
{
    (void)state;
    static const char *const ends[] = {"",       "a",  "職",     "é",      "\u3000",
                                       "\u00A0", " ",  "\u200B", "\u2003", "\uFEFF",
                                       "\n",     "。", "\xE4",   "𠮷"};
    size_t count = sizeof ends / sizeof *ends;
    for (size_t i = 0; i < count * count * count; i++) {
        char bytes[32];
        snprintf(bytes, sizeof bytes, "%s%s%s", ends[i % count], ends[i / count % count],
                 ends[i / count / count]);
        struct text t = text_from_string(bytes), slow = text_trim_blanks(t), quick = text_trim(t);
        assert_int_equal(quick.size, slow.size);
        assert_true(quick.size == 0 || quick.data == slow.data);
    }
}

static void test_lines_end_with_any_of_the_three_ends(void **state)
{
    (void)state;
    struct text t = TEXT("a\r\nb\rc\n\nd"), line;
    size_t offset = 0, n = 0;
    const char *const lines[] = {"a", "b", "c", "", "d"};
    while (text_next_line(t, &offset, &line))
        assert_true(text_is(line, lines[n++]));
    assert_int_equal(n, 5);
}

static void test_texts_are_equal_by_each_of_their_bytes(void **state)
{
    (void)state;
    assert_true(text_equal(TEXT("職責"), TEXT("職責")));
    assert_true(text_equal(TEXT(""), (struct text){0}));
    assert_false(text_equal(TEXT("a責"), TEXT("b責")));
    assert_false(text_equal(TEXT("職責"), TEXT("職員")));
    assert_false(text_equal(TEXT("職責"), TEXT("職責權限")));
}

static void test_a_text_has_its_own_characters_and_no_parts_of_them(void **state)
{
    (void)state;
    struct text set = TEXT("、。—é職\U00020BB7-");
    for (size_t at = 0; at < set.size;)
        assert_true(text_has(set, text_next(set, &at)));
    assert_false(text_has(set, u'，'));
    assert_false(text_has(set, u'–'));
    assert_false(text_has(set, 0xA9)); /* the last byte of é */
    assert_false(text_has(set, 0));
    assert_false(text_has(TEXT(""), u'職'));
}

static void test_find_stays_inside_the_text(void **state)
{
    (void)state;
    assert_int_equal(text_find(TEXT("aab"), TEXT("ab"), 0), 1);
    assert_int_equal(text_find(TEXT("aa"), TEXT("ab"), 0), TEXT_NOT_FOUND);
    assert_int_equal(text_find(TEXT("a"), TEXT("aa"), 0), TEXT_NOT_FOUND);
    assert_int_equal(text_find(TEXT(""), TEXT("a"), 0), TEXT_NOT_FOUND);
}

static void test_every_byte_of_a_text_is_in_its_key(void **state)
{
    (void)state;
    char bytes[] = "-0123456789abcdefghijklmn", moved[sizeof bytes];
    for (size_t size = 0; size < sizeof bytes - 1; size++) {
        struct text t = {bytes + 1, size};
        memcpy(moved, t.data, size);
        assert_true(text_key(t) == text_key((struct text){moved, size})); /* wherever it lies */
        assert_true(text_key(t) != text_key((struct text){bytes, size + 1}));
        for (size_t i = 0; i < size; i++) {
            moved[i] ^= 1;
            assert_true(text_key(t) != text_key((struct text){moved, size}));
            moved[i] ^= 1;
        }
    }
    assert_true(text_key((struct text){0}) == text_key(TEXT("")));
}

static void test_texts_begin_and_end_with_one_of_several_words(void **state)
{
    (void)state;
    static const char *const words[] = {"工作", "work", NULL}, *const none[] = {NULL};
    assert_true(text_starts_with_one_of(TEXT("workshop"), words));
    assert_true(text_ends_with_one_of(TEXT("採購工作"), words));
    assert_false(text_starts_with_one_of(TEXT("採購工作"), words));
    assert_false(text_ends_with_one_of(TEXT("Work"), words));
    assert_false(text_starts_with_one_of(TEXT(""), words));
    static const char *const openings[] = {"確保", "so that ", NULL};
    assert_int_equal(text_opening_size(TEXT("So that boats pass"), openings), 8);
    assert_int_equal(text_opening_size(TEXT("確保通航"), openings), 6);
    assert_int_equal(text_opening_size(TEXT("so"), openings), 0);
    assert_false(text_ends_with_one_of(TEXT("work"), none));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_begin_and_end_with_one_of_several_words),
        cmocka_unit_test(test_each_length_of_a_character_is_decoded),
        cmocka_unit_test(test_a_malformed_byte_is_found_where_it_stands),
        cmocka_unit_test(test_malformed_bytes_are_found_in_long_texts_too),
        cmocka_unit_test(test_code_points_read_the_same_forwards_and_backwards),
        cmocka_unit_test(test_code_points_are_counted_wherever_scripts_meet),
        cmocka_unit_test(test_trim_takes_ideographic_and_zero_width_blanks_off),
        cmocka_unit_test(test_no_blank_hides_behind_the_quick_look_of_trim),
        cmocka_unit_test(test_lines_end_with_any_of_the_three_ends),
        cmocka_unit_test(test_texts_are_equal_by_each_of_their_bytes),
        cmocka_unit_test(test_a_text_has_its_own_characters_and_no_parts_of_them),
        cmocka_unit_test(test_find_stays_inside_the_text),
        cmocka_unit_test(test_every_byte_of_a_text_is_in_its_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
