/* Edits change what they name and nothing else; a diff says all of it. */
#include "core/base/edits.h"
#include "core/base/unified_diff.h"
#include "tests/unit/unit.h"
#include <string.h>

static struct arena *arena;

static int open_all(void **state)
{
    (void)state;
    arena = arena_open(NULL, NULL);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

static void assert_edits(const char *text, struct edit *edits, size_t count, const char *wanted)
{
    size_t made;
    struct text out = edits_apply(arena, text_from_string(text), edits, count, &made);
    assert_string_equal(text_to_string(arena, out), wanted);
}

static void test_edits_are_made_in_the_order_of_the_text(void **state)
{
    (void)state;
    struct edit edits[] = {{4, 5, TEXT("E"), 0}, {0, 1, TEXT("AA"), 1}, {2, 4, TEXT(""), 2}};
    assert_edits("abcdef", edits, 3, "AAbEf");
}

static void test_of_edits_that_overlap_the_first_is_made(void **state)
{
    (void)state;
    struct edit edits[] = {{1, 3, TEXT("x"), 5}, {1, 2, TEXT("y"), 4}, {0, 2, TEXT("z"), 9}};
    assert_edits("abcd", edits, 3, "zcd");
    struct edit same[] = {{1, 3, TEXT("x"), 5}, {1, 2, TEXT("y"), 4}};
    assert_edits("abcd", same, 2, "aycd");
    struct edit inserts[] = {{2, 2, TEXT("p"), 2}, {2, 2, TEXT("q"), 1}};
    assert_edits("abcd", inserts, 2, "abqcd");
}

static uint32_t next_random(uint32_t *seed) { return *seed = *seed * 1664525u + 1013904223u; }

/* What no edit names stands in the result in its order, and the words of edits between. */
static void test_random_edits_change_only_what_they_name(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (size_t round = 0; round < 2000; round++) {
        char data[40], wanted[400];
        struct edit edits[6], in_order[6];
        size_t size = next_random(&seed) % sizeof data, count = next_random(&seed) % 6, made;
        for (size_t i = 0; i < size; i++)
            data[i] = (char)('a' + next_random(&seed) % 26);
        for (size_t i = 0; i < count; i++) {
            size_t begin = next_random(&seed) % (size + 1);
            edits[i] = (struct edit){begin, begin + next_random(&seed) % (size - begin + 1),
                                     next_random(&seed) % 2 ? TEXT("12") : TEXT(""), i};
        }
        struct text out = edits_apply(arena, (struct text){data, size}, edits, count, &made);
        memcpy(in_order, edits, sizeof edits);
        size_t at = 0, length = 0, counted = 0;
        for (size_t i = 0; i < count; i++) {
            if (in_order[i].begin < at || (i > 0 && in_order[i].begin == in_order[i - 1].begin))
                continue;
            memcpy(wanted + length, data + at, in_order[i].begin - at);
            length += in_order[i].begin - at;
            memcpy(wanted + length, in_order[i].words.data, in_order[i].words.size);
            length += in_order[i].words.size;
            at = in_order[i].end;
            counted++;
        }
        memcpy(wanted + length, data + at, size - at);
        length += size - at;
        assert_int_equal(made, counted);
        assert_true(text_equal(out, (struct text){wanted, length}));
    }
}

static const char *diff_of(const char *before, const char *after)
{
    struct text_buffer out = text_buffer_new(arena);
    unified_diff(text_from_string(before), text_from_string(after), "f", &out);
    return buffer_string(&out);
}

static void test_a_diff_has_three_lines_around_each_change(void **state)
{
    (void)state;
    assert_string_equal(diff_of("a\nb\n", "a\nb\n"), "");
    assert_string_equal(diff_of("1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nfive\n6\n"),
                        "--- a/f\n+++ b/f\n@@ -2,5 +2,5 @@\n 2\n 3\n 4\n-5\n+five\n 6\n");
    assert_string_equal(diff_of("", "a\n"), "--- a/f\n+++ b/f\n@@ -0,0 +1 @@\n+a\n");
    assert_string_equal(diff_of("a\n", ""), "--- a/f\n+++ b/f\n@@ -1 +0,0 @@\n-a\n");
    assert_string_equal(diff_of("a\nb", "a\nc"),
                        "--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n"
                        "+c\n\\ No newline at end of file\n");
}

static void test_changes_far_apart_are_two_hunks_and_near_ones_one(void **state)
{
    (void)state;
    const char *far = diff_of("a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n");
    const char *near = diff_of("a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n");
    assert_non_null(strstr(far, "@@ -1,4 +1,4 @@"));
    assert_non_null(strstr(far, "@@ -6,4 +6,4 @@"));
    assert_non_null(strstr(near, "@@ -1,8 +1,8 @@"));
}

/* Reads the new text back from a diff that shows all lines, with many changes beside each other. */
static void test_a_diff_of_fewest_lines(void **state)
{
    (void)state;
    assert_string_equal(diff_of("a\nb\nc\na\nb\nb\na\n", "c\nb\na\nb\na\nc\n"),
                        "--- a/f\n+++ b/f\n@@ -1,7 +1,6 @@\n-a\n-b\n c\n+b\n a\n b\n-b\n a\n+c\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_edits_are_made_in_the_order_of_the_text),
        cmocka_unit_test(test_of_edits_that_overlap_the_first_is_made),
        cmocka_unit_test(test_random_edits_change_only_what_they_name),
        cmocka_unit_test(test_a_diff_has_three_lines_around_each_change),
        cmocka_unit_test(test_changes_far_apart_are_two_hunks_and_near_ones_one),
        cmocka_unit_test(test_a_diff_of_fewest_lines),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
