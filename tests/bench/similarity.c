/*
 * The set join on duties made at random: realistic ones, whose words are as frequent as words are,
 * and boilerplate, put together from a few phrases; one in ten is a copy or nearly.
 *
 *   similarity KIND N      KIND realistic or boilerplate; prints the pairs, and the milliseconds
 *   similarity check       the same pairs by brute force, of 4,000 of each kind
 */
#include "core/base/set_join.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ALIKE 60 /* percent: Jaccard likeness of character pairs */
#define WORDS 6000
#define PHRASES 120
#define LONGEST 40 /* words of a duty */
#define RECENT 5000

struct maker {
    uint64_t state;
    uint32_t words[WORDS][3]; /* characters; 0: none */
    double sums[WORDS];       /* of frequencies */
    size_t word_count;
    uint16_t (*duties)[LONGEST]; /* words, from 1 */
};

/* SplitMix64 (Steele, Lea and Flood, 2014). */
static uint64_t next(struct maker *m)
{
    uint64_t z = m->state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static double fraction(struct maker *m) { return (double)(next(m) >> 11) / 9007199254740992.0; }

static void make_words(struct maker *m, bool is_realistic)
{
    double sum = 0;
    m->word_count = is_realistic ? WORDS : PHRASES;
    for (size_t i = 0; i < m->word_count; i++) {
        size_t size = fraction(m) < 0.75 ? 2 : 3;
        for (size_t c = 0; c < size; c++)
            m->words[i][c] = 0x4E00 + (uint32_t)(next(m) % 1800);
        /* Zipf's law, its head cut off: the n-th word is about 1/n as frequent as the first */
        m->sums[i] = sum += is_realistic ? 1.0 / (double)(i + 8) : 1;
    }
}

static uint16_t pick_word(struct maker *m)
{
    double at = fraction(m) * m->sums[m->word_count - 1];
    size_t low = 0, high = m->word_count - 1;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (m->sums[middle] < at)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint16_t)(low + 1);
}

static void make_duty(struct maker *m, size_t number)
{
    double chance = fraction(m);
    size_t count = 14 + next(m) % 13;
    if (number == 0 || chance >= 0.1) {
        for (size_t i = 0; i < count; i++)
            m->duties[number][i] = pick_word(m);
        return;
    }
    size_t back = number < RECENT ? number : RECENT;
    memcpy(m->duties[number], m->duties[number - 1 - next(m) % back], sizeof m->duties[number]);
    for (count = 0; m->duties[number][count] != 0;)
        count++;
    for (size_t i = 0; chance > 0.05 && i < count / 8; i++)
        m->duties[number][next(m) % count] = pick_word(m);
}

static struct set_collector *make_duties(struct arena *scratch, bool is_realistic, size_t count)
{
    struct maker *m = arena_new(scratch, struct maker);
    struct set_collector *collector = sets_collect(scratch);
    m->state = 7;
    m->duties = arena_array(scratch, count + 1, sizeof *m->duties);
    make_words(m, is_realistic);
    for (size_t i = 0; i < count; i++) {
        uint32_t before = 0;
        make_duty(m, i);
        sets_begin(collector);
        for (size_t w = 0; w < LONGEST && m->duties[i][w] != 0; w++)
            for (size_t c = 0; c < 3 && m->words[m->duties[i][w] - 1][c] != 0; c++) {
                uint32_t character = m->words[m->duties[i][w] - 1][c];
                if (before != 0)
                    sets_add(collector, (uint64_t)before << 21 | character);
                before = character;
            }
    }
    return collector;
}

static void count_pair(void *data, size_t a, size_t b, uint32_t overlap)
{
    (void)a, (void)b, (void)overlap;
    ++*(size_t *)data;
}

static size_t brute_force(const struct token_sets *sets, struct join_threshold threshold)
{
    size_t pairs = 0;
    for (size_t b = 0; b < sets->count; b++)
        for (size_t a = 0; a < b; a++)
            pairs += set_likeness(sets_overlap(sets, a, b), sets->weights[a], sets->weights[b],
                                  threshold) >= threshold.least;
    return pairs;
}

static double milliseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1e6;
}

static size_t join(bool is_realistic, size_t count, double *took, size_t *brute)
{
    struct arena *arena = arena_open(NULL, NULL), *scratch = arena_open(NULL, NULL);
    struct join_threshold threshold = {.least = ALIKE, .reach = 100};
    struct set_collector *collector = make_duties(scratch, is_realistic, count);
    size_t pairs = 0;
    double begin = milliseconds();
    struct token_sets *sets = sets_finish(arena, collector, (struct token_weighing){0});
    set_join(scratch, sets, threshold, count_pair, &pairs);
    *took = milliseconds() - begin;
    if (brute != NULL)
        *brute = brute_force(sets, threshold);
    arena_close(scratch);
    arena_close(arena);
    return pairs;
}

int main(int count, char **arguments)
{
    double took;
    size_t brute, pairs;
    if (count == 3) {
        pairs = join(strcmp(arguments[1], "realistic") == 0,
                     (size_t)strtoul(arguments[2], NULL, 10), &took, NULL);
        printf("%zu %.1f\n", pairs, took);
        return 0;
    }
    for (int kind = 0; kind < 2; kind++) {
        pairs = join(kind == 0, 4000, &took, &brute);
        if (pairs != brute || pairs == 0)
            return 1;
    }
    return 0;
}
