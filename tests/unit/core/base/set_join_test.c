/* The join against brute force: the same pairs, whatever the sets, weights and thresholds. */
#include "core/base/common_tokens.h"
#include "core/base/set_join.h"
#include "core/base/signature.h"
#include "tests/unit/random_model.h"
#include <string.h>

struct found {
    struct arena *arena;
    struct found_pair {
        size_t a, b;
        uint32_t overlap;
    } * list;
    size_t count, room;
};

static void keep(void *data, size_t a, size_t b, uint32_t overlap)
{
    struct found *found = data;
    *arena_push(found->arena, found->list, found->count, found->room) =
        (struct found_pair){a, b, overlap};
}

static void brute_force(const struct token_sets *sets, struct join_threshold threshold,
                        struct found *found)
{
    for (size_t b = 0; b < sets->count; b++)
        for (size_t a = 0; a < b; a++) {
            uint32_t overlap = sets_overlap(sets, a, b);
            if (set_likeness(overlap, sets->weights[a], sets->weights[b], threshold) >=
                threshold.least)
                keep(found, a, b, overlap);
        }
}

/* How many pairs there are. */
static size_t expect_same_pairs(struct arena *arena, const struct token_sets *sets,
                                struct join_threshold threshold)
{
    struct found joined = {.arena = arena}, brute = {.arena = arena};
    assert_true(set_join(arena, sets, threshold, keep, &joined));
    brute_force(sets, threshold, &brute);
    assert_int_equal(joined.count, brute.count);
    for (size_t i = 0; i < brute.count; i++) {
        assert_int_equal(joined.list[i].a, brute.list[i].a);
        assert_int_equal(joined.list[i].b, brute.list[i].b);
        assert_int_equal(joined.list[i].overlap, brute.list[i].overlap);
    }
    return brute.count;
}

static uint32_t weigh_by_key(const void *data, uint64_t key, size_t in, size_t of)
{
    (void)in, (void)of;
    return (uint32_t)(key * 7 % *(const uint32_t *)data) + 1;
}

/* Sets that repeat, resemble and hold each other, of few keys or many. */
static void random_sets(struct random *r, struct set_collector *collector)
{
    uint64_t keys[64], range = 8 + random_below(r, 400);
    size_t size = 0;
    for (size_t n = 20 + random_below(r, 120); n > 0; n--) {
        size_t kept = random_below(r, 3) == 0 ? 0 : random_below(r, size + 1);
        size_t wanted = random_below(r, 4) == 0 ? kept : random_below(r, 64);
        for (size = kept; size < wanted; size++) {
            uint64_t key = random_below(r, range);
            keys[size] = key * key / range; /* low keys are frequent */
        }
        sets_begin(collector);
        for (size_t i = 0; i < size; i++)
            sets_add(collector, keys[i]);
    }
}

static void test_the_join_finds_the_pairs_that_brute_force_finds(void **state)
{
    (void)state;
    struct random r = {.state = 20261125};
    size_t pairs = 0;
    for (size_t round = 0; round < 600; round++) {
        struct arena *arena = arena_open(NULL, NULL);
        uint32_t most = 1 + (uint32_t)random_below(&r, 2 * TOKEN_WEIGHT_MAX);
        struct set_collector *collector = sets_collect(arena);
        random_sets(&r, collector);
        struct token_sets *sets =
            sets_finish(arena, collector, (struct token_weighing){weigh_by_key, &most});
        struct join_threshold threshold = {.least = 1 + (unsigned)random_below(&r, 100)};
        pairs += expect_same_pairs(arena, sets, threshold);
        threshold.held = (unsigned)random_below(&r, 101);
        threshold.reach = 100 + (unsigned)random_below(&r, 300);
        threshold.lightest = (uint32_t)random_below(&r, 60);
        pairs += expect_same_pairs(arena, sets, threshold);
        arena_close(arena);
    }
    assert_true(pairs > 100000); /* else the sets were too unlike to prove much */
}

static void test_equal_sets_become_one(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct set_collector *collector = sets_collect(arena);
    static const uint64_t keys[][3] = {{1, 2, 3}, {3, 2, 1}, {9, 9, 9}, {2, 1, 3}, {9, 9, 8}};
    for (size_t i = 0; i < 5; i++) {
        sets_begin(collector);
        for (size_t k = 0; k < 3; k++)
            sets_add(collector, keys[i][k]);
    }
    struct token_sets *sets = sets_finish(arena, collector, (struct token_weighing){0});
    assert_int_equal(sets->given, 5);
    assert_int_equal(sets->count, 3);
    assert_int_equal(sets->set_of[0], sets->set_of[1]);
    assert_int_equal(sets->set_of[0], sets->set_of[3]);
    assert_int_equal(sets->weights[sets->set_of[2]], 1);
    assert_int_equal(sets->keys[0], 8); /* the rarest has the lowest rank */
    arena_close(arena);
}

static void test_a_join_gives_up_after_its_steps(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct found all = {.arena = arena}, some = {.arena = arena};
    struct join_threshold threshold = {.least = 50};
    struct set_collector *collector = sets_collect(arena);
    for (uint64_t set = 0; set < 100; set++) { /* all share nine of ten keys */
        sets_begin(collector);
        sets_add(collector, 1000 + set);
        for (uint64_t key = 0; key < 9; key++)
            sets_add(collector, key);
    }
    struct token_sets *sets = sets_finish(arena, collector, (struct token_weighing){0});
    assert_true(set_join(arena, sets, threshold, keep, &all));
    assert_int_equal(all.count, 100 * 99 / 2);
    threshold.steps = 5000;
    assert_false(set_join(arena, sets, threshold, keep, &some));
    assert_true(some.count > 0 && some.count < all.count);
    arena_close(arena);
}

static void test_no_sets_and_empty_sets_give_no_pairs(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct found found = {.arena = arena};
    struct set_collector *collector = sets_collect(arena);
    set_join(arena, sets_finish(arena, collector, (struct token_weighing){0}),
             (struct join_threshold){.least = 1, .held = 100, .reach = 100}, keep, &found);
    sets_begin(collector);
    sets_begin(collector);
    sets_add(collector, 1);
    set_join(arena, sets_finish(arena, collector, (struct token_weighing){0}),
             (struct join_threshold){.least = 1, .held = 100, .reach = 100}, keep, &found);
    assert_int_equal(found.count, 0);
    arena_close(arena);
}

/* Bit by bit. */
static uint32_t difference(const uint64_t *a, const uint64_t *b, const uint32_t *units,
                           size_t parts, size_t words)
{
    uint32_t differs = 0;
    for (size_t w = 0; w < parts * words; w++)
        for (uint64_t x = a[w] ^ b[w]; x != 0; x >>= 1)
            differs += (uint32_t)(x & 1) * units[w / words];
    return differs;
}

static void test_signatures_differ_by_bits_times_units(void **state)
{
    (void)state;
    struct random r = {.state = 5};
    struct signed_entry entries[300] = {0};
    uint64_t signatures[300][3 * SIGNATURE_PARTS];
    const uint32_t units[SIGNATURE_PARTS] = {2, 15, 3, 1};
    uint32_t near[300];
    for (size_t i = 0; i < 300; i++) {
        for (size_t w = 0; w < 3 * SIGNATURE_PARTS; w++)
            signatures[i][w] = (random_below(&r, SIZE_MAX) * random_below(&r, SIZE_MAX))
                               << (i % 64);
        memcpy(&entries[i].signature, signatures[i], sizeof entries[i].signature);
        for (size_t words = 1; words <= 3; words++) {
            uint64_t differs =
                difference(signatures[i], signatures[0], units, SIGNATURE_PARTS, words);
            assert_int_equal(
                long_signatures_near(signatures[i], 1, signatures[0], words, units, differs, near),
                1);
            assert_true(differs == 0 || long_signatures_near(signatures[i], 1, signatures[0], words,
                                                             units, differs - 1, near) == 0);
        }
    }
    for (uint32_t most = 0; most <= 1088; most += 17) {
        size_t at = 0;
        size_t found = signatures_near(entries, 300, entries[7].signature, units, most, near);
        for (size_t i = 0; i < 300; i++)
            if (difference(signatures[i], signatures[7], units, SHORT_WORDS, 1) <= most)
                assert_true(at < found && near[at++] == i);
        assert_int_equal(at, found);
    }
}

static void test_bits_shared_count_by_the_unit_of_their_word(void **state)
{
    (void)state;
    const uint64_t a[] = {0xFF, UINT64_MAX, 1}, b[] = {0x3C, (uint64_t)3 << 62, 2};
    const uint32_t units[] = {15, 1, 7};
    assert_int_equal(bits_shared(a, b, 0, units), 0);
    assert_int_equal(bits_shared(a, b, 1, units), 4 * 15);
    assert_int_equal(bits_shared(a, b, 3, units), 4 * 15 + 2);
}

static void test_overlap_of_common_and_rare_tokens_is_that_of_a_merge(void **state)
{
    (void)state;
    struct random r = {.state = 77};
    for (size_t round = 0; round < 60; round++) {
        struct arena *arena = arena_open(NULL, NULL);
        uint32_t most = 1 + (uint32_t)random_below(&r, TOKEN_WEIGHT_MAX);
        struct set_collector *collector = sets_collect(arena);
        random_sets(&r, collector);
        struct token_sets *sets =
            sets_finish(arena, collector, (struct token_weighing){weigh_by_key, &most});
        struct common_tokens *common = common_tokens_of(arena, sets, 1 + random_below(&r, 12));
        for (size_t b = 0; b < sets->count; b++)
            for (size_t a = 0; a <= b; a++) {
                uint32_t overlap = sets_overlap(sets, a, b);
                assert_int_equal(overlap_from(common, a, b, 1), overlap);
                assert_int_equal(overlap_from(common, a, b, overlap + 1), 0);
                assert_int_equal(overlap_from(common, a, b, overlap), overlap);
            }
        arena_close(arena);
    }
}

/* All pairs share tokens, and too many for the index to be of use. */
static void test_sets_of_the_same_few_tokens_are_held_against_each_other(void **state)
{
    (void)state;
    struct random r = {.state = 3};
    struct arena *arena = arena_open(NULL, NULL);
    struct set_collector *collector = sets_collect(arena);
    for (size_t set = 0; set < 400; set++) {
        sets_begin(collector);
        for (size_t i = 0; i < 40; i++)
            sets_add(collector, random_below(&r, 90));
    }
    struct token_sets *sets = sets_finish(arena, collector, (struct token_weighing){0});
    for (unsigned least = 20; least <= 60; least += 10)
        assert_true(expect_same_pairs(arena, sets, (struct join_threshold){.least = least}) <
                    79801);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_join_finds_the_pairs_that_brute_force_finds),
        cmocka_unit_test(test_equal_sets_become_one),
        cmocka_unit_test(test_a_join_gives_up_after_its_steps),
        cmocka_unit_test(test_no_sets_and_empty_sets_give_no_pairs),
        cmocka_unit_test(test_signatures_differ_by_bits_times_units),
        cmocka_unit_test(test_bits_shared_count_by_the_unit_of_their_word),
        cmocka_unit_test(test_overlap_of_common_and_rare_tokens_is_that_of_a_merge),
        cmocka_unit_test(test_sets_of_the_same_few_tokens_are_held_against_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
