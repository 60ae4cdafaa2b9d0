#include "core/base/set_join.h"
#include "core/base/common_tokens.h"
#include "core/base/limits.h"
#include "core/base/signature.h"
#include <stdlib.h>

#define COMMON_WORDS 2 /* beside those of a signature, since each weight of tokens has its own */
#define BATCH 128      /* postings that are held against a set at once */

/* Asks the processor for memory that is read soon, so that it waits for many places at once. */
#ifdef __GNUC__
#define FETCH(place) __builtin_prefetch(place)
#else
#define FETCH(place) ((void)(place))
#endif

/* Postings that may still count, by their places. */
struct posting_list {
    size_t head, end;
};

struct join {
    struct arena *scratch;
    const struct token_sets *sets;
    struct join_threshold threshold;
    /* For each token of the part that a set is looked up by, the set and, as a note, the heaviest
     * partner whose first shared token it may be; by token, ascending by set. */
    struct signed_entry *postings;
    struct posting_list *lists; /* by token, from the first that sets share */
    size_t first_shared;        /* those in front of it stand in one set only */
    uint32_t *heavier;          /* by weight: the first set that weighs more */
    uint8_t *parts;             /* by token: the part of a signature that it turns bits of */
    uint32_t *bits;             /* by token: the first bit that it turns */
    uint32_t units[SIGNATURE_PARTS], short_units[SHORT_WORDS];
    struct short_signature signature;   /* of the set at hand */
    uint64_t *signatures;               /* by set: words of each part; NULL: few pairs so far */
    size_t words;                       /* of a part */
    uint32_t *seen;                     /* by set: the last set it was held against, from 1 */
    uint32_t *candidates;               /* of the set at hand */
    const struct common_tokens *common; /* NULL: few pairs were verified so far */
    size_t compared, verified;          /* pairs */
    size_t first;                       /* set that is heavy enough for the one at hand */
    uint64_t steps;                     /* postings read, and tokens merged */
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
    uint64_t reached = (uint64_t)threshold.reach * overlap / all;
    contained = contained < reached ? contained : reached;
    return (unsigned)(jaccard > contained ? jaccard : contained);
}

static uint64_t divide_up(uint64_t a, uint64_t b) { return (a + b - 1) / b; }

static uint64_t least_of(uint64_t a, uint64_t b) { return a < b ? a : b; }
static uint64_t most_of(uint64_t a, uint64_t b) { return a > b ? a : b; }

static void lower(uint32_t *unit, uint32_t weight)
{
    if (*unit == 0 || weight < *unit)
        *unit = weight;
}

static bool counts_contained(const struct join *j, uint64_t weight)
{
    return j->threshold.held >= j->threshold.least && weight >= j->threshold.lightest;
}

/* The least overlap with which a pair counts; lighter is the weight of its lighter set. */
static uint64_t needed(const struct join *j, uint64_t lighter, uint64_t heavier)
{
    uint64_t t = j->threshold.least, sum = t * (lighter + heavier);
    uint64_t jaccard = divide_up(sum, 100 + t);
    if (!counts_contained(j, lighter))
        return jaccard;
    uint64_t contained = divide_up(t * lighter, j->threshold.held);
    return least_of(jaccard, most_of(contained, divide_up(sum, j->threshold.reach + t)));
}

/* The least weight of a partner of a heavier set, which is also the least overlap with one. */
static uint64_t lightest_partner(const struct join *j, uint64_t weight)
{
    unsigned reach =
        j->threshold.reach > 100 && counts_contained(j, weight) ? j->threshold.reach : 100;
    return divide_up(j->threshold.least * weight, reach);
}

/* The heaviest partner of a set that weighs no less, when they share no more than rest. */
static uint64_t heaviest_partner(const struct join *j, uint64_t weight, uint64_t rest)
{
    uint64_t t = j->threshold.least, sum = rest * (100 + t) / t;
    if (counts_contained(j, weight) && j->threshold.held * rest >= t * weight)
        sum = most_of(sum, rest * (j->threshold.reach + t) / t);
    return least_of(sum < weight ? 0 : sum - weight, UINT32_MAX);
}

/* The heaviest partner of a set that weighs no more, when they share no more than rest. */
static uint64_t heaviest_below(const struct join *j, uint64_t weight, uint64_t rest)
{
    uint64_t t = j->threshold.least, sum = rest * (100 + t) / t;
    if (counts_contained(j, weight))
        sum = most_of(sum, rest * (j->threshold.reach + t) / t);
    return least_of(sum < weight ? 0 : sum - weight, weight);
}

/* ---- signatures ---- */

/*
 * Gives each token a part, tokens of like weight the same one, so that a part's unit, which is its
 * lightest token, is not far below the others; and each part an equal share of the bits to turn.
 */
static void share_parts(struct arena *scratch, struct join *j)
{
    const struct token_sets *sets = j->sets;
    size_t total = 0, turned[TOKEN_WEIGHT_MAX + 1] = {0};
    j->parts = arena_new_array(scratch, sets->token_count + 1, uint8_t);
    for (size_t token = 0; token < sets->token_count; token++)
        turned[sets->token_weights[token]] += sets->holders[token];
    for (size_t weight = TOKEN_WEIGHT_MAX; weight > 0; weight--) {
        size_t count = turned[weight];
        turned[weight] = total;
        total += count;
    }
    for (size_t token = 0; token < sets->token_count; token++) {
        uint8_t weight = sets->token_weights[token];
        size_t part = turned[weight] * SIGNATURE_PARTS / (total + 1);
        j->parts[token] = (uint8_t)part;
        lower(&j->units[part], weight);
        lower(&j->short_units[part * SHORT_WORDS / SIGNATURE_PARTS], weight);
        turned[weight] += sets->holders[token];
    }
}

/*
 * Gives each token bits of its part, one for each whole unit of its weight, the commonest tokens
 * first: so they share none with each other, and few with rarer ones. Of two parts that have a word
 * of short signatures together, the second begins in its middle.
 */
static void share_bits(struct arena *scratch, struct join *j)
{
    const struct token_sets *sets = j->sets;
    uint32_t next[SIGNATURE_PARTS] = {0};
    for (size_t part = 1; part < SIGNATURE_PARTS; part += 2)
        next[part] = 32;
    j->bits = arena_new_array(scratch, sets->token_count + 1, uint32_t);
    for (size_t token = sets->token_count; token-- > 0;) {
        size_t part = j->parts[token];
        j->bits[token] = next[part];
        next[part] += sets->token_weights[token] / j->units[part];
    }
}

/* So many bits from that one on. */
static void turn_bits(uint64_t *words, size_t count, uint32_t first, uint32_t times)
{
    for (uint32_t bit = first; times > 0; times--, bit++)
        words[bit / 64 % count] ^= (uint64_t)1 << bit % 64;
}

/* The short signature of a set. */
static struct short_signature sign_shortly(const struct join *j, size_t set)
{
    const struct token_sets *sets = j->sets;
    struct short_signature signature = {{0}};
    for (size_t i = sets->starts[set]; i < sets->starts[set + 1]; i++) {
        uint32_t token = sets->tokens[i];
        size_t half = j->parts[token] * SHORT_WORDS / SIGNATURE_PARTS;
        turn_bits(&signature.words[half], 1, j->bits[token],
                  sets->token_weights[token] / j->short_units[half]);
    }
    return signature;
}

/* The long signatures of all sets. */
static void sign_all(struct join *j)
{
    const struct token_sets *sets = j->sets;
    size_t size = j->words * SIGNATURE_PARTS;
    j->signatures = arena_new_array(j->scratch, size_mul(sets->count, size), uint64_t);
    for (size_t set = 0; set < sets->count; set++)
        for (size_t i = sets->starts[set]; i < sets->starts[set + 1]; i++) {
            uint32_t token = sets->tokens[i];
            size_t part = j->parts[token];
            turn_bits(j->signatures + set * size + part * j->words, j->words, j->bits[token],
                      sets->token_weights[token] / j->units[part]);
        }
}

/* ---- looking up ---- */

/* The place in a set where tokens begin that other sets hold too, and what weighs from there. */
static size_t pass_single(const struct join *j, size_t set, uint64_t *rest)
{
    const struct token_sets *sets = j->sets;
    size_t i = sets->starts[set];
    for (*rest = sets->weights[set]; i < sets->starts[set + 1] && sets->tokens[i] < j->first_shared;
         i++)
        *rest -= sets->token_weights[sets->tokens[i]];
    return i;
}

static struct posting_list *list_of(const struct join *j, uint32_t token)
{
    return &j->lists[token - j->first_shared];
}

/* Room for the postings of each token that more than one set holds. */
static void make_index(struct arena *scratch, struct join *j)
{
    const struct token_sets *sets = j->sets;
    size_t total = 0, shared;
    while (j->first_shared < sets->token_count && sets->holders[j->first_shared] == 1)
        j->first_shared++;
    shared = sets->token_count - j->first_shared;
    j->lists = arena_new_array(scratch, shared + 1, struct posting_list);
    for (size_t set = 0; set < sets->count; set++) {
        uint64_t weight = sets->weights[set], rest, from = needed(j, weight, weight);
        for (size_t i = pass_single(j, set, &rest); i < sets->starts[set + 1] && rest >= from;
             i++) {
            list_of(j, sets->tokens[i])->end++;
            rest -= sets->token_weights[sets->tokens[i]];
        }
    }
    for (size_t i = 0; i < shared; i++) {
        size_t size = j->lists[i].end;
        j->lists[i] = (struct posting_list){total, total};
        total += size;
    }
    j->postings = arena_new_array(scratch, total + 1, struct signed_entry);
}

static void add_to_index(struct join *j, size_t set)
{
    const struct token_sets *sets = j->sets;
    uint64_t weight = sets->weights[set], rest, from = needed(j, weight, weight);
    for (size_t i = pass_single(j, set, &rest); i < sets->starts[set + 1] && rest >= from; i++) {
        uint32_t token = sets->tokens[i];
        j->postings[list_of(j, token)->end++] = (struct signed_entry){
            .signature = j->signature,
            .owner = (uint32_t)set,
            .note = (uint32_t)heaviest_partner(j, weight, rest),
        };
        rest -= sets->token_weights[token];
    }
}

/* The most that may differ between a set and a lighter one that counts, at these weights. */
static uint64_t most_different(const struct join *j, uint64_t lighter, uint64_t heavier)
{
    return lighter + heavier - 2 * needed(j, lighter, heavier);
}

/*
 * No less than that for all lighter ones from least to most: of a contained set the more may differ
 * the lighter it is, or the heavier when half of it need not be shared; of others, the heavier.
 */
static uint64_t most_different_among(const struct join *j, uint64_t least, uint64_t most,
                                     uint64_t heavier)
{
    uint64_t t = j->threshold.least, held = j->threshold.held, sum = most + heavier;
    uint64_t jaccard = sum * (100 - t) / (100 + t);
    if (!counts_contained(j, most))
        return jaccard;
    uint64_t reach = most_of(j->threshold.reach, t), worst = 2 * t >= held ? least : most;
    return most_of(
        jaccard, least_of(sum * (reach - t) / (reach + t), heavier + worst - 2 * t * worst / held));
}

/* The first set that weighs more, by weight up to that of the heaviest set. */
static void find_heavier(struct arena *scratch, struct join *j)
{
    const struct token_sets *sets = j->sets;
    uint32_t heaviest = sets->weights[sets->count - 1];
    j->heavier = arena_new_array(scratch, (size_t)heaviest + 1, uint32_t);
    for (size_t set = 0; set < sets->count; set++)
        j->heavier[sets->weights[set]] = (uint32_t)set + 1;
    for (size_t weight = 1; weight <= heaviest; weight++)
        if (j->heavier[weight] == 0)
            j->heavier[weight] = j->heavier[weight - 1];
}

/* Passes a token's postings of too light sets for ever; the others up to that weight end there. */
static const struct signed_entry *end_of_postings(struct join *j, struct posting_list *list,
                                                  uint64_t heaviest)
{
    size_t low, high = list->end, heavier = j->heavier[heaviest];
    while (list->head < high && j->postings[list->head].owner < j->first)
        list->head++;
    for (low = list->head; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (j->postings[middle].owner < heavier)
            low = middle + 1;
        else
            high = middle;
    }
    return j->postings + low;
}

/* Whether there are long signatures: they are made once so many pairs are compared that they pay. */
static bool has_signatures(struct join *j, size_t pairs)
{
    j->compared += pairs;
    if (j->signatures == NULL && j->compared > j->sets->count)
        sign_all(j);
    return j->signatures != NULL;
}

/* Whether the signatures leave it open that x and the lighter y count as a pair. */
static bool may_count(struct join *j, size_t x, size_t y)
{
    const uint32_t *weights = j->sets->weights;
    size_t length = j->words * SIGNATURE_PARTS;
    uint32_t near[1];
    return !has_signatures(j, 1) ||
           long_signatures_near(j->signatures + y * length, 1, j->signatures + x * length, j->words,
                                j->units, most_different(j, weights[y], weights[x]), near) == 1;
}

/* Whether a posting leaves it open that its set and x count as a pair; false the second time. */
static bool is_candidate(struct join *j, size_t x, const struct signed_entry *p)
{
    if (p->note < j->sets->weights[x] || j->seen[p->owner] == x + 1)
        return false;
    j->seen[p->owner] = (uint32_t)x + 1;
    return may_count(j, x, p->owner);
}

/* The postings of one token, held against set x; how many candidates there are then. */
static size_t look_up(struct join *j, size_t x, struct posting_list *list, uint64_t rest,
                      size_t count)
{
    const uint32_t *weights = j->sets->weights;
    uint32_t near[BATCH];
    const struct signed_entry *end = end_of_postings(j, list, heaviest_below(j, weights[x], rest));
    const struct signed_entry *p = j->postings + list->head;
    for (size_t size; p < end; p += size) {
        size = (size_t)(end - p) < BATCH ? (size_t)(end - p) : BATCH;
        uint64_t most =
            most_different_among(j, weights[p->owner], weights[p[size - 1].owner], weights[x]);
        size_t found = signatures_near(p, size, j->signature, j->short_units,
                                       (uint32_t)least_of(most, UINT32_MAX), near);
        for (size_t i = 0; i < found; i++)
            if (is_candidate(j, x, &p[near[i]]))
                j->candidates[count++] = p[near[i]].owner;
    }
    return count;
}

/* Postings of the tokens that x is looked up by; the first ones are on their way then. */
static size_t count_postings(const struct join *j, size_t x, uint64_t lightest)
{
    const struct token_sets *sets = j->sets;
    uint64_t rest;
    size_t count = 0;
    for (size_t i = pass_single(j, x, &rest); i < sets->starts[x + 1] && rest >= lightest; i++) {
        const struct posting_list *list = list_of(j, sets->tokens[i]);
        FETCH(&j->postings[list->head]);
        FETCH(&j->postings[list->head + 1]);
        count += list->end - list->head;
        rest -= sets->token_weights[sets->tokens[i]];
    }
    return count;
}

/* The sets before x that share a token with its begin and may count; how many. */
static size_t look_up_all(struct join *j, size_t x, uint64_t lightest)
{
    const struct token_sets *sets = j->sets;
    uint64_t rest;
    size_t count = 0;
    for (size_t i = pass_single(j, x, &rest); i < sets->starts[x + 1] && rest >= lightest; i++) {
        struct posting_list *list = list_of(j, sets->tokens[i]);
        if (list->head < list->end)
            count = look_up(j, x, list, rest, count);
        rest -= sets->token_weights[sets->tokens[i]];
    }
    return count;
}

/* All sets before x that are heavy enough, each held against it once. */
static size_t look_at_all(struct join *j, size_t x)
{
    const uint32_t *weights = j->sets->weights;
    size_t count = 0, length = j->words * SIGNATURE_PARTS;
    bool is_signed = has_signatures(j, x - j->first);
    uint32_t near[BATCH];
    for (size_t y = j->first, size; y < x; y += size) {
        size_t found = size = x - y < BATCH ? x - y : BATCH;
        uint64_t most = most_different_among(j, weights[y], weights[y + size - 1], weights[x]);
        if (is_signed)
            found =
                long_signatures_near(j->signatures + y * length, size, j->signatures + x * length,
                                     j->words, j->units, most, near);
        for (size_t i = 0; i < found; i++)
            j->candidates[count++] = (uint32_t)(y + (is_signed ? near[i] : i));
    }
    return count;
}

/* The sets before x that may count. Where it has more postings than there are sets, which happens
 * when all are made of the same few tokens, it is held against each set once. */
static size_t find_candidates(struct join *j, size_t x)
{
    const struct token_sets *sets = j->sets;
    uint64_t lightest = lightest_partner(j, sets->weights[x]);
    while (sets->weights[j->first] < lightest)
        j->first++;
    bool has_fewer = count_postings(j, x, lightest) <= x - j->first;
    return has_fewer ? look_up_all(j, x, lightest) : look_at_all(j, x);
}

static int compare_sets(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/*
 * What x and the lighter y share, if it is as much as they need; else 0. Rows of common tokens are
 * made only when so many pairs are verified that they pay.
 */
static uint32_t verify(struct join *j, size_t x, size_t y)
{
    const struct token_sets *sets = j->sets;
    uint32_t least = (uint32_t)needed(j, sets->weights[y], sets->weights[x]);
    if (j->common == NULL && j->verified++ >= sets->count)
        j->common = common_tokens_of(j->scratch, sets, j->words * SIGNATURE_PARTS + COMMON_WORDS);
    if (j->common != NULL)
        return overlap_from(j->common, x, y, least);
    uint32_t overlap = sets_overlap(sets, x, y);
    return overlap < least ? 0 : overlap;
}

bool set_join(struct arena *scratch, const struct token_sets *sets, struct join_threshold threshold,
              join_pair *report, void *data)
{
    struct join j = {.scratch = scratch, .sets = sets, .threshold = threshold};
    uint64_t most_steps = threshold.steps == 0 ? LIMIT_JOIN_STEPS : threshold.steps;
    size_t middle = sets->count / 2;
    if (sets->count == 0)
        return true;
    /* some six bits for each token of a middling set: with fewer, most would be turned twice */
    j.words =
        1 + (sets->starts[middle + 1] - sets->starts[middle]) * 6 / (64 * SIGNATURE_PARTS + 64);
    j.seen = arena_new_array(scratch, sets->count, uint32_t);
    j.candidates = arena_new_array(scratch, sets->count, uint32_t);
    share_parts(scratch, &j);
    share_bits(scratch, &j);
    find_heavier(scratch, &j);
    make_index(scratch, &j);
    for (size_t x = 0; x < sets->count; x++) {
        if (j.steps > most_steps)
            return false;
        j.signature = sign_shortly(&j, x);
        size_t count = find_candidates(&j, x), kept = 0;
        uint32_t wx = sets->weights[x];
        for (size_t i = 0; i < count; i++) {
            uint32_t y = j.candidates[i], wy = sets->weights[y];
            uint32_t overlap = verify(&j, x, y);
            j.steps += sets->starts[y + 1] - sets->starts[y];
            if (overlap > 0 && set_likeness(overlap, wx, wy, threshold) >= threshold.least)
                j.candidates[kept++] = y;
        }
        qsort(j.candidates, kept, sizeof *j.candidates, compare_sets);
        for (size_t i = 0; i < kept; i++)
            report(data, j.candidates[i], x, sets_overlap(sets, x, j.candidates[i]));
        add_to_index(&j, x);
    }
    return true;
}
