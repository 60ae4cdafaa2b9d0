#include "core/normalise/similarity.h"
#include "core/model/fold.h"
#include "core/normalise/duty_sentence.h"
#include "core/normalise/grams.h"
#include <stdlib.h>

#define SHORTEST 2 /* grams: fewer say nothing */

static int compare(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

struct collecting {
    struct arena *arena;
    struct grams grams;
    size_t room;
};

static void collect(void *data, uint64_t gram, size_t begin, size_t end)
{
    struct collecting *c = data;
    (void)begin, (void)end;
    if (!gram_is_pair_of_stems(gram))
        *arena_push(c->arena, c->grams.list, c->grams.count, c->room) = gram;
}

struct grams grams_of(struct arena *arena, struct text sentence)
{
    struct collecting c = {.arena = arena};
    grams_walk(fold_text(arena, duty_parse(sentence).what), SLOT_WHAT, collect, &c);
    if (c.grams.count > 0)
        qsort(c.grams.list, c.grams.count, sizeof *c.grams.list, compare);
    size_t kept = 0;
    for (size_t i = 0; i < c.grams.count; i++)
        if (kept == 0 || c.grams.list[kept - 1] != c.grams.list[i])
            c.grams.list[kept++] = c.grams.list[i];
    c.grams.count = kept;
    return c.grams;
}

static size_t shared(const struct grams *a, const struct grams *b)
{
    size_t i = 0, k = 0, count = 0;
    while (i < a->count && k < b->count) {
        count += a->list[i] == b->list[k];
        bool behind = a->list[i]<b->list[k], ahead = a->list[i]> b->list[k];
        i += !ahead;
        k += !behind;
    }
    return count;
}

unsigned grams_likeness(const struct grams *a, const struct grams *b)
{
    size_t common = shared(a, b), all = a->count + b->count - common;
    return all == 0 ? 0 : (unsigned)(100 * common / all);
}

unsigned grams_containment(const struct grams *a, const struct grams *b)
{
    size_t less = a->count < b->count ? a->count : b->count;
    return less < SHORTEST ? 0 : (unsigned)(100 * shared(a, b) / less);
}
