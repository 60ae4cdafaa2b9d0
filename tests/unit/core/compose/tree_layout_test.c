/* Trees of many forms: nobody too near, everybody above the middle of those below. */
#include "core/compose/tree_layout.h"
#include "tests/unit/unit.h"
#include <stdlib.h>

#define APART 1000
#define ROUNDING 200 /* shares of a shift are whole numbers */

static struct arena *arena;
static struct tree_node *nodes;
static size_t count;

static int open_arena(void **state)
{
    (void)state;
    arena = arena_open(NULL, NULL);
    count = 0;
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

static void place(const size_t *parents, size_t number)
{
    count = number;
    nodes = arena_new_array(arena, count, struct tree_node);
    for (size_t i = 0; i < count; i++)
        nodes[i].parent = parents[i];
    tree_place(arena, nodes, count, APART);
}

static void assert_clear_and_centred(void)
{
    size_t *levels = arena_new_array(arena, count, size_t);
    int64_t *last = arena_new_array(arena, count, int64_t), least = INT64_MAX;
    int64_t *low = arena_new_array(arena, count, int64_t);
    int64_t *high = arena_new_array(arena, count, int64_t);
    for (size_t i = 0; i < count; i++) {
        levels[i] = i == 0 ? 0 : levels[nodes[i].parent] + 1;
        last[i] = INT64_MIN / 2;
        low[i] = INT64_MAX;
        high[i] = INT64_MIN;
    }
    for (size_t i = 0; i < count; i++) { /* preorder: a level's nodes come from left to right */
        assert_true(nodes[i].x - last[levels[i]] >= APART - ROUNDING);
        last[levels[i]] = nodes[i].x;
        least = nodes[i].x < least ? nodes[i].x : least;
        if (i == 0)
            continue;
        size_t parent = nodes[i].parent;
        low[parent] = nodes[i].x < low[parent] ? nodes[i].x : low[parent];
        high[parent] = nodes[i].x > high[parent] ? nodes[i].x : high[parent];
    }
    assert_int_equal(least, 0);
    for (size_t i = 0; i < count; i++)
        if (low[i] <= high[i])
            assert_true(llabs(nodes[i].x - (low[i] + high[i]) / 2) <= 2);
}

static void test_one_node_stands_at_the_left(void **state)
{
    (void)state;
    place((size_t[]){TREE_NONE}, 1);
    assert_int_equal(nodes[0].x, 0);
}

static void test_a_node_stands_over_the_middle_of_its_children(void **state)
{
    (void)state;
    place((size_t[]){TREE_NONE, 0, 0, 0}, 4);
    assert_int_equal(nodes[1].x, 0);
    assert_int_equal(nodes[2].x, APART);
    assert_int_equal(nodes[3].x, 2 * APART);
    assert_int_equal(nodes[0].x, APART);
}

static void test_a_leaf_between_wide_subtrees_is_in_their_middle(void **state)
{
    (void)state;
    /* 0 over 1 (3 leaves), 5 alone, 6 (3 leaves) */
    place((size_t[]){TREE_NONE, 0, 1, 1, 1, 0, 0, 6, 6, 6}, 10);
    assert_clear_and_centred();
    assert_int_equal(nodes[5].x, (nodes[1].x + nodes[6].x) / 2);
    assert_int_equal(nodes[6].x - nodes[1].x, 3 * APART);
}

static void test_a_deep_subtree_slides_under_its_neighbour(void **state)
{
    (void)state;
    /* 1 is a leaf; 2 has five children, which may stand below 1 */
    place((size_t[]){TREE_NONE, 0, 0, 2, 2, 2, 2, 2}, 8);
    assert_clear_and_centred();
    assert_int_equal(nodes[2].x - nodes[1].x, APART);
}

static void test_forms_at_random_keep_clear(void **state)
{
    (void)state;
    uint32_t seed = 7;
    size_t parents[120];
    for (size_t round = 0; round < 400; round++) {
        size_t number = 1 + round % 119, path = 0;
        parents[0] = TREE_NONE;
        for (size_t i = 1; i < number; i++) { /* a child of the last node or of one above it */
            seed = seed * 1664525 + 1013904223;
            for (size_t up = seed >> 28; up > 9 - round % 5 && path != 0; up--)
                path = parents[path];
            parents[i] = path;
            path = i;
        }
        place(parents, number);
        assert_clear_and_centred();
    }
}

static void test_a_long_chain_and_a_wide_row_take_no_stack(void **state)
{
    (void)state;
    size_t number = 200000, *parents = arena_new_array(arena, number, size_t);
    for (size_t i = 0; i < number; i++)
        parents[i] = i == 0 ? TREE_NONE : i - 1;
    place(parents, number);
    assert_int_equal(nodes[number - 1].x, 0);
    for (size_t i = 1; i < number; i++)
        parents[i] = 0;
    place(parents, number);
    assert_clear_and_centred();
}

int main(void)
{
#define TREE_TEST(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)
    const struct CMUnitTest tests[] = {
        TREE_TEST(test_one_node_stands_at_the_left),
        TREE_TEST(test_a_node_stands_over_the_middle_of_its_children),
        TREE_TEST(test_a_leaf_between_wide_subtrees_is_in_their_middle),
        TREE_TEST(test_a_deep_subtree_slides_under_its_neighbour),
        TREE_TEST(test_forms_at_random_keep_clear),
        TREE_TEST(test_a_long_chain_and_a_wide_row_take_no_stack),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
