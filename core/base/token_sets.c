#include "core/base/token_sets.h"
#include "core/base/limits.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* A key takes a byte of input at the least, so one input's keys weigh less than 32 bits hold. */
static_assert(LIMIT_FILE_BYTES * TOKEN_WEIGHT_MAX <= UINT32_MAX, "weights of a set overflow");

#define FIRST_SLOTS ((size_t)1 << 12)
#define CHUNK ((size_t)1 << 14)
#define BATCH ((size_t)1 << 14)
#define DIGIT_BITS 11
#define DIGITS (1 << DIGIT_BITS)

/* Half of the key's hash, and the token from 1; 0: free. */
struct slot {
    uint32_t tag, token;
};

/* A token by order of arrival. */
struct token {
    uint64_t key;
    uint32_t in;   /* sets */
    uint32_t last; /* the newest set it is in, from 1 */
};

/* What a set holds, while it is sorted. */
struct member {
    uint32_t set, rank;
};

/* Members in the order given; a list that doubles would leave its copies in the arena. */
struct chunk {
    uint32_t tokens[CHUNK];
    struct chunk *next;
};

struct set_collector {
    struct arena *arena;
    struct slot *slots;
    size_t slot_count; /* a power of two */
    struct token *tokens;
    size_t token_count, token_room;
    struct chunk *members, *last; /* of all sets, set by set */
    size_t member_count;
    size_t *starts;
    size_t set_count, set_room;
};

struct set_collector *sets_collect(struct arena *scratch)
{
    struct set_collector *c = arena_new(scratch, struct set_collector);
    c->arena = scratch;
    c->slot_count = FIRST_SLOTS;
    c->slots = arena_new_array(scratch, c->slot_count, struct slot);
    return c;
}

void sets_begin(struct set_collector *c)
{
    assert(c->set_count < UINT32_MAX - 1);
    *arena_push(c->arena, c->starts, c->set_count, c->set_room) = c->member_count;
}

/* Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4). */
static uint64_t hash(uint64_t key) { return key * 0x9E3779B97F4A7C15u; }

static struct slot *free_slot(const struct set_collector *c, uint64_t hash)
{
    size_t i = (size_t)(hash >> 20) & (c->slot_count - 1);
    while (c->slots[i].token != 0)
        i = (i + 1) & (c->slot_count - 1);
    return &c->slots[i];
}

static void grow_slots(struct set_collector *c)
{
    c->slot_count = size_mul(c->slot_count, 2);
    c->slots = arena_new_array(c->arena, c->slot_count, struct slot);
    for (size_t t = 0; t < c->token_count; t++) {
        uint64_t h = hash(c->tokens[t].key);
        *free_slot(c, h) = (struct slot){(uint32_t)(h >> 32), (uint32_t)t + 1};
    }
}

static uint32_t find_token(struct set_collector *c, uint64_t key)
{
    uint64_t h = hash(key);
    uint32_t tag = (uint32_t)(h >> 32);
    for (size_t i = (size_t)(h >> 20) & (c->slot_count - 1); c->slots[i].token != 0;
         i = (i + 1) & (c->slot_count - 1))
        if (c->slots[i].tag == tag && c->tokens[c->slots[i].token - 1].key == key)
            return c->slots[i].token - 1;
    assert(c->token_count < UINT32_MAX - 1);
    if (c->token_count + c->token_count / 3 >= c->slot_count)
        grow_slots(c);
    *arena_push(c->arena, c->tokens, c->token_count, c->token_room) = (struct token){.key = key};
    *free_slot(c, h) = (struct slot){tag, (uint32_t)c->token_count};
    return (uint32_t)c->token_count - 1;
}

static void add_member(struct set_collector *c, uint32_t token)
{
    size_t at = c->member_count++ % CHUNK;
    if (at == 0) {
        struct chunk *chunk = arena_new(c->arena, struct chunk);
        if (c->last == NULL)
            c->members = chunk;
        else
            c->last->next = chunk;
        c->last = chunk;
    }
    c->last->tokens[at] = token;
}

void sets_add(struct set_collector *c, uint64_t key)
{
    assert(c->set_count > 0);
    uint32_t number = find_token(c, key);
    struct token *token = &c->tokens[number];
    if (token->last == c->set_count)
        return;
    token->last = (uint32_t)c->set_count;
    token->in++;
    add_member(c, number);
}

/* ---- ranks ---- */

/* By token: its place among all, those in the fewest sets first; order of arrival among equals. */
static uint32_t *ranks_by_rarity(struct arena *scratch, const struct set_collector *c)
{
    size_t *places = arena_new_array(scratch, c->set_count + 2, size_t);
    uint32_t *ranks = arena_new_array(scratch, c->token_count + 1, uint32_t);
    for (size_t t = 0; t < c->token_count; t++)
        places[c->tokens[t].in + 1]++;
    for (size_t i = 1; i < c->set_count + 2; i++)
        places[i] += places[i - 1];
    for (size_t t = 0; t < c->token_count; t++)
        ranks[t] = (uint32_t)places[c->tokens[t].in]++;
    return ranks;
}

static size_t end_of_set(const struct set_collector *c, size_t set)
{
    return set + 1 < c->set_count ? c->starts[set + 1] : c->member_count;
}

static size_t largest_set(const struct set_collector *c)
{
    size_t largest = 0;
    for (size_t set = 0; set < c->set_count; set++)
        if (end_of_set(c, set) - c->starts[set] > largest)
            largest = end_of_set(c, set) - c->starts[set];
    return largest;
}

/* By the digit of the ranks that begins at that bit; the order given among equals. */
static void sort_by_digit(const struct member *from, struct member *to, size_t count, unsigned bit)
{
    uint32_t places[DIGITS] = {0}, place = 0;
    for (size_t i = 0; i < count; i++)
        places[(from[i].rank >> bit) % DIGITS]++;
    for (size_t digit = 0; digit < DIGITS; digit++) {
        uint32_t size = places[digit];
        places[digit] = place;
        place += size;
    }
    for (size_t i = 0; i < count; i++)
        to[places[(from[i].rank >> bit) % DIGITS]++] = from[i];
}

/*
 * The members of each set as ascending ranks. Those of some sets at a time, few enough for a
 * processor's nearest memory, are sorted together, and each is put behind what its set holds.
 */
static uint32_t *members_by_rank(struct arena *scratch, const struct set_collector *c,
                                 const uint32_t *ranks)
{
    size_t room = largest_set(c) > BATCH ? largest_set(c) : BATCH;
    uint32_t *ranked = arena_new_array(scratch, c->member_count + 1, uint32_t);
    struct member *members = arena_new_array(scratch, room, struct member);
    struct member *sorted = arena_new_array(scratch, room, struct member);
    size_t *fill = arena_new_array(scratch, c->set_count + 1, size_t);
    const struct chunk *chunk = c->members;
    for (size_t set = 0, i = 0; set < c->set_count;) {
        size_t begin = i, count;
        for (; set < c->set_count && end_of_set(c, set) - begin <= room; set++)
            for (fill[set] = i; i < end_of_set(c, set); i++) {
                members[i - begin] =
                    (struct member){(uint32_t)set, ranks[chunk->tokens[i % CHUNK]]};
                chunk = i % CHUNK == CHUNK - 1 ? chunk->next : chunk;
            }
        count = i - begin;
        for (unsigned bit = 0; bit < 32 && c->token_count >> bit > 0; bit += DIGIT_BITS) {
            struct member *done = sorted;
            sort_by_digit(members, sorted, count, bit);
            sorted = members;
            members = done;
        }
        for (size_t m = 0; m < count; m++)
            ranked[fill[members[m].set]++] = members[m].rank;
    }
    return ranked;
}

/* ---- different sets ---- */

struct entry {
    const uint32_t *tokens;
    uint64_t hash;
    uint32_t size, weight, given;
};

static int compare_contents(const struct entry *a, const struct entry *b)
{
    if (a->weight != b->weight)
        return a->weight < b->weight ? -1 : 1;
    if (a->size != b->size)
        return a->size < b->size ? -1 : 1;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return a->size == 0 ? 0 : memcmp(a->tokens, b->tokens, a->size * sizeof *a->tokens);
}

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    int contents = compare_contents(x, y);
    return contents != 0 ? contents : (x->given > y->given) - (x->given < y->given);
}

static struct entry *sorted_entries(struct arena *scratch, const struct set_collector *c,
                                    const uint32_t *ranked, const uint8_t *weights)
{
    struct entry *entries = arena_new_array(scratch, c->set_count + 1, struct entry);
    for (size_t set = 0; set < c->set_count; set++) {
        struct entry e = {.tokens = ranked + c->starts[set],
                          .hash = 14695981039346656037U,
                          .size = (uint32_t)(end_of_set(c, set) - c->starts[set]),
                          .given = (uint32_t)set};
        for (size_t i = 0; i < e.size; i++) {
            e.hash = (e.hash ^ e.tokens[i]) * 1099511628211U;
            e.weight += weights[e.tokens[i]];
        }
        entries[set] = e;
    }
    qsort(entries, c->set_count, sizeof *entries, compare_entries);
    return entries;
}

static void lay_out(struct arena *arena, struct token_sets *sets, const struct entry *entries)
{
    size_t *starts = arena_new_array(arena, sets->given + 2, size_t);
    uint32_t *weights = arena_new_array(arena, sets->given + 1, uint32_t);
    uint32_t *set_of = arena_new_array(arena, sets->given + 1, uint32_t), *tokens = NULL;
    size_t count = 0, size = 0;
    for (size_t i = 0; i < sets->given; i++)
        if (i == 0 || compare_contents(&entries[i - 1], &entries[i]) != 0)
            size += entries[i].size;
    tokens = arena_new_array(arena, size + 1, uint32_t);
    for (size_t i = 0; i < sets->given; i++) {
        if (i == 0 || compare_contents(&entries[i - 1], &entries[i]) != 0) {
            weights[count] = entries[i].weight;
            if (entries[i].size > 0)
                memcpy(tokens + starts[count], entries[i].tokens, entries[i].size * sizeof *tokens);
            starts[count + 1] = starts[count] + entries[i].size;
            count++;
        }
        set_of[entries[i].given] = (uint32_t)(count - 1);
    }
    sets->count = count;
    sets->starts = starts;
    sets->tokens = tokens;
    sets->weights = weights;
    sets->set_of = set_of;
}

struct token_sets *sets_finish(struct arena *arena, struct set_collector *c,
                               struct token_weighing weighing)
{
    struct arena *scratch = arena_open_like(arena);
    struct token_sets *sets = arena_new(arena, struct token_sets);
    uint8_t *weights = arena_new_array(arena, c->token_count + 1, uint8_t);
    uint64_t *keys = arena_new_array(arena, c->token_count + 1, uint64_t);
    uint32_t *holders = arena_new_array(arena, c->token_count + 1, uint32_t);
    uint32_t *ranks = ranks_by_rarity(scratch, c);
    for (size_t t = 0; t < c->token_count; t++) {
        const struct token *token = &c->tokens[t];
        uint32_t weight = weighing.weigh == NULL
                              ? 1
                              : weighing.weigh(weighing.data, token->key, token->in, c->set_count);
        weight = weight < 1 ? 1 : weight > TOKEN_WEIGHT_MAX ? TOKEN_WEIGHT_MAX : weight;
        weights[ranks[t]] = (uint8_t)weight;
        keys[ranks[t]] = token->key;
        holders[ranks[t]] = token->in;
    }
    sets->given = c->set_count;
    sets->token_count = c->token_count;
    sets->token_weights = weights;
    sets->keys = keys;
    sets->holders = holders;
    uint32_t *ranked = members_by_rank(scratch, c, ranks);
    lay_out(arena, sets, sorted_entries(scratch, c, ranked, weights));
    arena_close(scratch);
    return sets;
}

uint32_t sets_overlap_before(const struct token_sets *sets, size_t a, size_t a_end, size_t b,
                             size_t b_end)
{
    const uint32_t *x = sets->tokens + sets->starts[a], *x_end = sets->tokens + a_end;
    const uint32_t *y = sets->tokens + sets->starts[b], *y_end = sets->tokens + b_end;
    uint32_t overlap = 0;
    while (x < x_end && y < y_end) {
        uint32_t p = *x, q = *y;
        if (p == q)
            overlap += sets->token_weights[p];
        x += p <= q;
        y += q <= p;
    }
    return overlap;
}

uint32_t sets_overlap(const struct token_sets *sets, size_t a, size_t b)
{
    return sets_overlap_before(sets, a, sets->starts[a + 1], b, sets->starts[b + 1]);
}
