/* The tree of the chains is that of joining the nearest pair each time. */
#include "core/draft/linkage.h"
#include "tests/unit/unit.h"
#include <stdbool.h>
#include <stdlib.h>

#define POINTS 60
#define KEYS 25

static uint32_t next_random(uint32_t *state) { return *state = *state * 1664525u + 1013904223u; }

/* Some hundred entries of a fixed course; no two likenesses are alike but by chance. */
static struct vectors random_vectors(struct arena *arena, uint32_t seed, size_t points)
{
    size_t *starts = arena_new_array(arena, points + 1, size_t), count = 0;
    struct entry *entries = arena_new_array(arena, points * KEYS + 1, struct entry);
    for (size_t p = 0; p < points; p++) {
        for (uint32_t key = 0; key < KEYS; key++)
            if (next_random(&seed) >> 24 < 60)
                entries[count++] = (struct entry){key, (int32_t)(next_random(&seed) >> 22) + 1};
        starts[p + 1] = count;
    }
    return (struct vectors){starts, entries, points, KEYS};
}

/* The nearest pair each time, from all pairs of points. */
static size_t join_nearest(const struct vectors *v, uint32_t *groups, size_t joinings)
{
    size_t done = 0;
    for (size_t i = 0; i < v->count; i++)
        groups[i] = (uint32_t)i;
    for (; done < joinings; done++) {
        double best = 0;
        uint32_t x = 0, y = 0;
        for (uint32_t a = 0; a < v->count; a++)
            for (uint32_t b = a + 1; b < v->count; b++) {
                double sum = 0, pairs = 0;
                if (groups[a] != a || groups[b] != b)
                    continue;
                for (size_t i = 0; i < v->count; i++)
                    for (size_t k = 0; k < v->count; k++)
                        if (groups[i] == a && groups[k] == b) {
                            sum += (double)point_likeness(v, i, k);
                            pairs++;
                        }
                if (sum / pairs > best) {
                    best = sum / pairs;
                    x = a;
                    y = b;
                }
            }
        if (best < 1)
            break;
        for (size_t i = 0; i < v->count; i++)
            groups[i] = groups[i] == y ? x : groups[i];
    }
    return done;
}

static void test_chains_find_the_tree_of_nearest_pairs(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 4; seed++) {
        struct arena *arena = arena_open(NULL, NULL);
        struct vectors v = random_vectors(arena, seed, POINTS);
        struct joining *joinings;
        size_t count = average_linkage(arena, &v, &joinings);
        for (size_t cut = 0; cut <= count; cut += 7) {
            uint32_t groups[POINTS], expected[POINTS];
            linkage_groups(joinings, cut, v.count, groups);
            join_nearest(&v, expected, cut);
            for (size_t i = 0; i < v.count; i++)
                assert_int_equal(groups[i], expected[i]);
        }
        arena_close(arena);
    }
}

static void test_points_without_anything_in_common_stay_apart(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    const size_t starts[] = {0, 1, 2, 2, 3};
    const struct entry entries[] = {{0, UNIT}, {1, UNIT}, {0, UNIT}};
    struct vectors v = {starts, entries, 4, 2};
    struct joining *joinings;
    assert_int_equal(average_linkage(arena, &v, &joinings), 1);
    assert_int_equal(joinings[0].a, 0);
    assert_int_equal(joinings[0].b, 3);
    assert_int_equal(joinings[0].likeness, LIKE_ONE);
    arena_close(arena);
}

static void test_silhouette_is_highest_for_the_true_groups(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    const size_t starts[] = {0, 1, 2, 3, 4};
    const struct entry entries[] = {{0, UNIT}, {0, UNIT}, {1, UNIT}, {1, UNIT}};
    struct vectors v = {starts, entries, 4, 2};
    const uint32_t right[] = {0, 0, 2, 2}, wrong[] = {0, 1, 0, 1}, one[] = {0, 0, 0, 0};
    int64_t best = linkage_silhouette(arena, &v, right, 100);
    assert_int_equal(best, 10000);
    assert_true(linkage_silhouette(arena, &v, wrong, 100) < best);
    assert_true(linkage_silhouette(arena, &v, one, 100) < best);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chains_find_the_tree_of_nearest_pairs),
        cmocka_unit_test(test_points_without_anything_in_common_stay_apart),
        cmocka_unit_test(test_silhouette_is_highest_for_the_true_groups),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
