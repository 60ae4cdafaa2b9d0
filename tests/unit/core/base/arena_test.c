#include "core/base/arena.h"
#include "tests/unit/unit.h"
#include <string.h>

static void test_a_cleared_arena_gives_zeros_again(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    const size_t sizes[] = {40, 5000, 40000, (size_t)3 << 20, 100};
    for (size_t round = 0; round < 3; round++) {
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            unsigned char *block = arena_alloc(arena, sizes[i]);
            for (size_t k = 0; k < sizes[i]; k++)
                assert_int_equal(block[k], 0);
            memset(block, 0xFF, sizes[i]);
        }
        assert_true(arena_bytes(arena) > (size_t)3 << 20);
        arena_clear(arena);
        assert_int_equal(arena_bytes(arena), 0);
    }
    arena_clear(arena);
    arena_close(arena);
}

/* The chunk that stays is then one of huge pages. */
static void test_much_in_small_blocks_is_zero_again_after_clearing(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    const size_t size = (size_t)64 << 10;
    for (size_t round = 0; round < 2; round++) {
        if (round == 1)
            arena_reserve(arena, size);
        for (size_t i = 0; i < 40; i++) {
            unsigned char *block = arena_alloc(arena, size);
            for (size_t k = 0; k < size; k++)
                assert_int_equal(block[k], 0);
            memset(block, 0xFF, size);
        }
        arena_clear(arena);
    }
    arena_close(arena);
}

static void test_reserved_room_is_zero_and_counts_when_it_is_taken(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    arena_reserve(arena, (size_t)5 << 20);
    assert_int_equal(arena_bytes(arena), 0);
    unsigned char *block = arena_alloc(arena, (size_t)5 << 20);
    assert_int_equal(block[0], 0);
    assert_int_equal(block[((size_t)5 << 20) - 1], 0);
    memset(block, 0xFF, (size_t)5 << 20);
    assert_int_equal(((unsigned char *)arena_alloc(arena, 16))[15], 0);
    arena_close(arena);
}

static void test_a_block_grows_where_it_is_after_clearing(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    arena_alloc(arena, 100);
    arena_clear(arena);
    char *block = arena_alloc(arena, 16);
    memcpy(block, "0123456789abcde", 16);
    char *grown = arena_grow(arena, block, 16, 64);
    assert_string_equal(grown, "0123456789abcde");
    assert_int_equal(grown[63], 0);
    arena_close(arena);
}

static void test_what_is_adopted_lives_on(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL), *empty = arena_open(NULL, NULL);
    for (size_t round = 0; round < 3; round++) {
        struct arena *other = arena_open_like(arena);
        char *block = arena_alloc(other, 40000);
        memcpy(block, "lives on", 9);
        arena_adopt(arena, other);
        char *own = arena_alloc(arena, 40000);
        memset(own, 0xFF, 40000);
        assert_string_equal(block, "lives on");
    }
    arena_adopt(arena, empty);
    assert_true(arena_bytes(arena) >= 240000);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_cleared_arena_gives_zeros_again),
        cmocka_unit_test(test_much_in_small_blocks_is_zero_again_after_clearing),
        cmocka_unit_test(test_reserved_room_is_zero_and_counts_when_it_is_taken),
        cmocka_unit_test(test_a_block_grows_where_it_is_after_clearing),
        cmocka_unit_test(test_what_is_adopted_lives_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
