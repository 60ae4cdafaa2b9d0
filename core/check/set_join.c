#include "core/check/set_join.h"
#include "core/base/bits.h"
#include <stdlib.h>

#define SIGNATURE_WORDS 4
/* Bits that a set of middling weight turns over in a signature: near its size they tell least. */
#define PAIR_LOAD 96
#define LINE_LOAD 192
#define BATCH 512 /* postings that are held against a set at once */

struct signature {
    uint64_t words[SIGNATURE_WORDS];
};

struct join {
    const struct token_sets *sets;
    struct join_threshold threshold;
    /* For each token of the part that a set is looked up by: the set, its short signature, which
     * most pairs are told apart by, and the heaviest partner whose first shared token it may be;
     * by token, ascending by set. */
    struct bits_entry *postings;
    size_t *heads, *ends;          /* by token: postings that may still count */
    struct bits_pair *short_lines; /* by set */
    struct signature *lines;       /* by set */
    uint32_t pair_unit, line_unit;
    uint32_t *seen;       /* by set: the last set it was held against, from 1 */
    uint32_t *candidates; /* of the set at hand */
};

unsigned set_likeness(uint32_t overlap, uint32_t weight_a, uint32_t weight_b,
                      struct join_threshold threshold)
{
    uint32_t less = weight_a < weight_b ? weight_a : weight_b;
    uint64_t all = (uint64_t)weight_a + weight_b - overlap;
    if (all == 0)
        return 0;
    uint64_t jaccard = (uint64_t)100 * overlap / all;
    if (less == 0 || less < threshold.lightest)
        return (unsigned)jaccard;
    uint64_t contained = (uint64_t)threshold.held * overlap / less;
    return (unsigned)(jaccard > contained ? jaccard : contained);
}

static uint64_t divide_up(uint64_t a, uint64_t b) { return (a + b - 1) / b; }

static bool counts_contained(const struct join *j, uint32_t weight)
{
    return j->threshold.held >= j->threshold.least && weight >= j->threshold.lightest;
}

/* The least overlap with which a pair counts; lighter is the weight of its lighter set. */
static uint64_t needed(const struct join *j, uint64_t lighter, uint64_t heavier)
{
    uint64_t t = j->threshold.least, jaccard = divide_up(t * (lighter + heavier), 100 + t);
    if (!counts_contained(j, (uint32_t)lighter))
        return jaccard;
    uint64_t contained = divide_up(t * lighter, j->threshold.held);
    return contained < jaccard ? contained : jaccard;
}

/* What must follow, the token with it, for a token of the lighter set to be looked up by. */
static uint64_t indexed_from(const struct join *j, uint64_t weight)
{
    return needed(j, weight, weight); /* a heavier partner needs no less */
}

/* The same for a token of the heavier set to be looked up. */
static uint64_t probed_from(const struct join *j, uint64_t weight)
{
    uint64_t t = j->threshold.least, jaccard = divide_up(t * weight, 100);
    uint64_t lightest = j->threshold.lightest > 0 ? j->threshold.lightest : 1;
    if (!counts_contained(j, (uint32_t)weight))
        return jaccard;
    uint64_t contained = divide_up(t * lightest, j->threshold.held);
    return contained < jaccard ? contained : jaccard;
}

/* The heaviest partner of a lighter set with which it may share no more than rest. */
static uint32_t heaviest_partner(const struct join *j, uint64_t weight, uint64_t rest)
{
    uint64_t t = j->threshold.least, sum = rest * (100 + t) / t;
    if (counts_contained(j, (uint32_t)weight) && j->threshold.held * rest >= t * weight)
        return UINT32_MAX;
    return sum < weight ? 0 : sum - weight > UINT32_MAX ? UINT32_MAX : (uint32_t)(sum - weight);
}

/* The heaviest partner of a heavier set with which it may share no more than rest. */
static uint32_t heaviest_below(const struct join *j, uint64_t weight, uint64_t rest)
{
    uint64_t t = j->threshold.least, sum = rest * (100 + t) / t;
    uint64_t jaccard = sum < weight ? 0 : sum - weight;
    uint64_t contained = counts_contained(j, (uint32_t)weight) ? j->threshold.held * rest / t : 0;
    uint64_t most = jaccard > contained ? jaccard : contained;
    return most > weight ? (uint32_t)weight : (uint32_t)most;
}

/* ---- signatures ---- */

/* SplitMix64's finisher (Steele, Lea and Flood, 2014). */
static uint64_t mix(uint64_t z)
{
    z = (z + 0x9E3779B97F4A7C15u) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static void sign(struct join *j, size_t set)
{
    const struct token_sets *sets = j->sets;
    struct signature line = {{0}};
    struct bits_pair pair = {{0}};
    for (size_t i = sets->starts[set]; i < sets->starts[set + 1]; i++) {
        uint32_t token = sets->tokens[i], weight = sets->token_weights[token];
        uint64_t bits = mix(token);
        for (uint32_t n = weight / j->pair_unit; n > 0; n--, bits = bits >> 7 | bits << 57)
            pair.words[bits >> 6 & 1] ^= (uint64_t)1 << (bits & 63);
        bits = mix(bits);
        for (uint32_t n = weight / j->line_unit; n > 0; n--, bits = bits >> 11 | bits << 53)
            line.words[bits >> 6 & 3] ^= (uint64_t)1 << (bits & 63);
    }
    j->short_lines[set] = pair;
    j->lines[set] = line;
}

static void sign_all(struct join *j)
{
    const struct token_sets *sets = j->sets;
    uint32_t least = TOKEN_WEIGHT_MAX, middling = sets->weights[sets->count / 2];
    for (size_t i = 0; i < sets->token_count; i++)
        least = sets->token_weights[i] < least ? sets->token_weights[i] : least;
    j->pair_unit = middling / PAIR_LOAD > least ? middling / PAIR_LOAD : least;
    j->line_unit = middling / LINE_LOAD > least ? middling / LINE_LOAD : least;
    for (size_t set = 0; set < sets->count; set++)
        sign(j, set);
}

/* ---- looking up ---- */

/* Room for the postings of each token. */
static void make_index(struct arena *scratch, struct join *j)
{
    const struct token_sets *sets = j->sets;
    size_t total = 0;
    j->heads = arena_new_array(scratch, sets->token_count + 1, size_t);
    j->ends = arena_new_array(scratch, sets->token_count + 1, size_t);
    for (size_t set = 0; set < sets->count; set++) {
        uint64_t rest = sets->weights[set], from = indexed_from(j, rest);
        for (size_t i = sets->starts[set]; i < sets->starts[set + 1] && rest >= from; i++) {
            j->heads[sets->tokens[i]]++;
            rest -= sets->token_weights[sets->tokens[i]];
        }
    }
    for (size_t token = 0; token < sets->token_count; token++) {
        size_t size = j->heads[token];
        j->heads[token] = j->ends[token] = total;
        total += size;
    }
    j->postings = arena_new_array(scratch, total + 1, struct bits_entry);
}

static void add_to_index(struct join *j, size_t set)
{
    const struct token_sets *sets = j->sets;
    uint64_t weight = sets->weights[set], rest = weight, from = indexed_from(j, rest);
    for (size_t i = sets->starts[set]; i < sets->starts[set + 1] && rest >= from; i++) {
        uint32_t token = sets->tokens[i];
        j->postings[j->ends[token]++] = (struct bits_entry){j->short_lines[set], (uint32_t)set,
                                                            heaviest_partner(j, weight, rest)};
        rest -= sets->token_weights[token];
    }
}

/* The most that may differ between the set and any lighter one that counts. */
static uint64_t most_different(const struct join *j, uint64_t weight)
{
    uint64_t t = j->threshold.least, equal = 2 * weight * (100 - t) / (100 + t), light = 0;
    if (counts_contained(j, (uint32_t)weight)) /* a light one may be held by a heavy one */
        light = 2 * weight;
    return light > equal ? light : equal;
}

/* Whether the long signatures leave it open that the pair counts. */
static bool may_count(const struct join *j, size_t x, size_t y)
{
    uint64_t wx = j->sets->weights[x], wy = j->sets->weights[y];
    uint64_t differs = (uint64_t)j->line_unit *
                       bits_difference(j->lines[x].words, j->lines[y].words, SIGNATURE_WORDS);
    return differs <= wx + wy - 2 * needed(j, wy, wx);
}

/* The postings of a token end, for a set, where they get heavier than that. */
static const struct bits_entry *end_of_lighter(const struct join *j, uint32_t token,
                                               uint32_t heaviest)
{
    size_t low = j->heads[token], high = j->ends[token];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (j->sets->weights[j->postings[middle].owner] <= heaviest)
            low = middle + 1;
        else
            high = middle;
    }
    return j->postings + low;
}

/* The postings of one token, held against set x. */
static size_t look_up(struct join *j, size_t x, uint32_t token, uint64_t rest, size_t count)
{
    uint32_t weight = j->sets->weights[x], near[BATCH];
    unsigned most = (unsigned)(most_different(j, weight) / j->pair_unit);
    const struct bits_entry *p = j->postings + j->heads[token];
    const struct bits_entry *end = end_of_lighter(j, token, heaviest_below(j, weight, rest));
    for (size_t size; p < end; p += size) {
        size = (size_t)(end - p) < BATCH ? (size_t)(end - p) : BATCH;
        size_t found = bits_near(p, size, j->short_lines[x], most, near);
        for (size_t i = 0; i < found; i++) {
            uint32_t y = p[near[i]].owner;
            if (p[near[i]].note < weight || j->seen[y] == x + 1)
                continue;
            j->seen[y] = (uint32_t)x + 1;
            if (may_count(j, x, y))
                j->candidates[count++] = y;
        }
    }
    return count;
}

/* The sets before x that share a token with its begin and may count; how many. */
static size_t find_candidates(struct join *j, size_t x)
{
    const struct token_sets *sets = j->sets;
    uint64_t rest = sets->weights[x], from = probed_from(j, rest);
    uint64_t lightest = divide_up(j->threshold.least * rest, 100);
    bool drops_light = j->threshold.held < j->threshold.least;
    size_t count = 0;
    for (size_t i = sets->starts[x]; i < sets->starts[x + 1] && rest >= from; i++) {
        uint32_t token = sets->tokens[i];
        size_t *head = &j->heads[token];
        while (drops_light && *head < j->ends[token] &&
               sets->weights[j->postings[*head].owner] < lightest)
            (*head)++;
        if (*head < j->ends[token])
            count = look_up(j, x, token, rest, count);
        rest -= sets->token_weights[token];
    }
    return count;
}

static int compare_sets(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

void set_join(struct arena *scratch, const struct token_sets *sets, struct join_threshold threshold,
              join_pair *report, void *data)
{
    struct join j = {.sets = sets, .threshold = threshold};
    if (sets->count == 0)
        return;
    j.short_lines = arena_new_array(scratch, sets->count, struct bits_pair);
    j.lines = arena_new_array(scratch, sets->count, struct signature);
    j.seen = arena_new_array(scratch, sets->count, uint32_t);
    j.candidates = arena_new_array(scratch, sets->count, uint32_t);
    sign_all(&j);
    make_index(scratch, &j);
    for (size_t x = 0; x < sets->count; x++) {
        size_t count = find_candidates(&j, x), kept = 0;
        uint32_t wx = sets->weights[x];
        for (size_t i = 0; i < count; i++) {
            uint32_t y = j.candidates[i], overlap = sets_overlap(sets, x, y);
            if (set_likeness(overlap, wx, sets->weights[y], threshold) >= threshold.least)
                j.candidates[kept++] = y;
        }
        qsort(j.candidates, kept, sizeof *j.candidates, compare_sets);
        for (size_t i = 0; i < kept; i++)
            report(data, j.candidates[i], x, sets_overlap(sets, x, j.candidates[i]));
        add_to_index(&j, x);
    }
}
