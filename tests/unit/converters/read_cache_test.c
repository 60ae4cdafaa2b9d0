#include "converters/read_cache.h"
#include "tests/unit/unit.h"

static const int kind, other_kind;

/* Keeps a number under words; returns whether the cache took it. */
static bool keep(struct read_cache *cache, const void *k, uint64_t hash, const char *words, int n,
                 const int **kept)
{
    struct arena *arena = arena_open(NULL, NULL);
    int *value = arena_new(arena, int);
    *value = n;
    const void *found = value;
    struct cache_key key = {k, hash, text_copy(arena, text_from_string(words))};
    bool is_kept = read_cache_keep(cache, key, arena, &found);
    *kept = is_kept ? found : NULL;
    if (!is_kept)
        arena_close(arena);
    return is_kept;
}

static void test_only_equal_bytes_of_one_kind_are_found(void **state)
{
    (void)state;
    struct read_cache *cache = read_cache_open();
    const int *kept;
    assert_true(keep(cache, &kind, 5, "abc", 1, &kept));
    assert_ptr_equal(read_cache_find(cache, (struct cache_key){&kind, 5, TEXT("abc")}), kept);
    assert_null(read_cache_find(cache, (struct cache_key){&kind, 5, TEXT("abd")}));
    assert_null(read_cache_find(cache, (struct cache_key){&other_kind, 5, TEXT("abc")}));
    read_cache_close(cache);
}

static void test_the_first_of_two_equal_values_stays(void **state)
{
    (void)state;
    struct read_cache *cache = read_cache_open();
    const int *first, *second;
    assert_true(keep(cache, &kind, 5, "abc", 1, &first));
    assert_true(keep(cache, &kind, 5, "abc", 2, &second));
    assert_ptr_equal(first, second);
    assert_int_equal(*second, 1);
    read_cache_close(cache);
}

static void test_a_full_cache_keeps_nothing_more_and_still_finds(void **state)
{
    (void)state;
    struct read_cache *cache = read_cache_open();
    char words[] = "00000";
    const int *kept;
    size_t taken = 0;
    for (int i = 0; i < 1000; i++) {
        words[0] = (char)('0' + i / 100);
        words[1] = (char)('0' + i / 10 % 10);
        words[2] = (char)('0' + i % 10);
        taken += keep(cache, &kind, 7, words, i, &kept);
    }
    assert_true(taken > 0 && taken < 1000);
    assert_non_null(read_cache_find(cache, (struct cache_key){&kind, 7, TEXT("00000")}));
    assert_null(read_cache_find(cache, (struct cache_key){&kind, 7, TEXT("99900")}));
    read_cache_close(cache);
}

static void test_no_cache_keeps_and_finds_nothing(void **state)
{
    (void)state;
    const int *kept;
    assert_false(keep(NULL, &kind, 5, "abc", 1, &kept));
    assert_null(read_cache_find(NULL, (struct cache_key){&kind, 5, TEXT("abc")}));
    read_cache_close(NULL);
}

static void count_destroyed(void *tool) { ++*(int *)tool; }

static void test_a_tool_is_lent_to_one_at_a_time_and_destroyed_once(void **state)
{
    (void)state;
    struct read_cache *cache = read_cache_open();
    int tool = 0;
    assert_null(read_cache_borrow(cache, &kind));
    read_cache_give(cache, &kind, &tool, count_destroyed);
    assert_null(read_cache_borrow(cache, &other_kind));
    assert_ptr_equal(read_cache_borrow(cache, &kind), &tool);
    assert_null(read_cache_borrow(cache, &kind));
    read_cache_give(cache, &kind, &tool, count_destroyed);
    assert_int_equal(tool, 0);
    read_cache_close(cache);
    assert_int_equal(tool, 1);
    read_cache_give(NULL, &kind, &tool, count_destroyed);
    assert_int_equal(tool, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_only_equal_bytes_of_one_kind_are_found),
        cmocka_unit_test(test_the_first_of_two_equal_values_stays),
        cmocka_unit_test(test_a_full_cache_keeps_nothing_more_and_still_finds),
        cmocka_unit_test(test_a_tool_is_lent_to_one_at_a_time_and_destroyed_once),
        cmocka_unit_test(test_no_cache_keeps_and_finds_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
