#include "core/base/common_tokens.h"
#include "core/base/signature.h"
#include <assert.h>

struct common_tokens {
    const struct token_sets *sets;
    size_t words;
    uint64_t *bits;   /* by set: words */
    uint32_t *units;  /* by word: the weight of each of its tokens */
    uint32_t first;   /* common one: those of higher rank, so commoner, are too */
    size_t *ends;     /* by set: of its rare tokens, into sets->tokens */
    uint32_t *others; /* by set: what its rare tokens weigh */
};

/* Gives tokens bits from the commonest on, those of one weight in the same words. */
static uint32_t *place_tokens(struct arena *scratch, struct common_tokens *common)
{
    const struct token_sets *sets = common->sets;
    uint32_t *places = arena_new_array(scratch, sets->token_count + 1, uint32_t);
    uint32_t next[TOKEN_WEIGHT_MAX + 1] = {0}; /* by weight: a bit; at a word's begin, none yet */
    size_t used = 0;
    common->first = (uint32_t)sets->token_count;
    while (common->first > 0) {
        uint8_t weight = sets->token_weights[common->first - 1];
        if (next[weight] % 64 == 0) {
            if (used == common->words)
                break;
            common->units[used] = weight;
            next[weight] = (uint32_t)used++ * 64;
        }
        places[--common->first] = next[weight]++;
    }
    return places;
}

static void set_bits(struct common_tokens *common, size_t set, const uint32_t *places)
{
    const struct token_sets *sets = common->sets;
    uint64_t *bits = common->bits + set * common->words;
    size_t i = sets->starts[set];
    for (; i < sets->starts[set + 1] && sets->tokens[i] < common->first; i++)
        common->others[set] += sets->token_weights[sets->tokens[i]];
    common->ends[set] = i;
    for (; i < sets->starts[set + 1]; i++) {
        uint32_t place = places[sets->tokens[i]];
        bits[place / 64] |= (uint64_t)1 << place % 64;
    }
}

struct common_tokens *common_tokens_of(struct arena *arena, const struct token_sets *sets,
                                       size_t words)
{
    struct arena *scratch = arena_open_like(arena);
    struct common_tokens *common = arena_new(arena, struct common_tokens);
    assert(words > 0);
    *common = (struct common_tokens){
        .sets = sets,
        .words = words,
        .bits = arena_new_array(arena, size_mul(sets->count, words) + 1, uint64_t),
        .units = arena_new_array(arena, words, uint32_t),
        .ends = arena_new_array(arena, sets->count + 1, size_t),
        .others = arena_new_array(arena, sets->count + 1, uint32_t),
    };
    const uint32_t *places = place_tokens(scratch, common);
    for (size_t set = 0; set < sets->count; set++)
        set_bits(common, set, places);
    arena_close(scratch);
    return common;
}

uint32_t overlap_from(const struct common_tokens *common, size_t a, size_t b, uint32_t least)
{
    const struct token_sets *sets = common->sets;
    uint32_t overlap = bits_shared(common->bits + a * common->words,
                                   common->bits + b * common->words, common->words, common->units);
    uint32_t others = common->others[a] < common->others[b] ? common->others[a] : common->others[b];
    if (overlap + others < least)
        return 0;
    overlap += sets_overlap_before(sets, a, common->ends[a], b, common->ends[b]);
    return overlap < least ? 0 : overlap;
}
