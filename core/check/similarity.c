#include "core/check/similarity.h"
#include "core/base/script.h"
#include "core/model/fold.h"
#include "core/normalise/duty_sentence.h"
#include <stdlib.h>

#define SHORTEST 2 /* grams: fewer say nothing */

static int compare(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* Words that are in every sentence, in folded form. */
static bool is_filler(struct text word)
{
    static const char *const fillers[] = {"the", "a",  "an", "of",   "and", "to",   "in",  "for",
                                          "on",  "by", "or", "with", "all", "each", "any", "its"};
    for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++)
        if (text_is(word, fillers[i]))
            return true;
    return false;
}

static bool is_filler_character(uint32_t c)
{
    static const struct text fillers = TEXT_INIT("的与和及并等之或对为在");
    for (size_t i = 0; i < fillers.size;)
        if (text_next(fillers, &i) == c)
            return true;
    return false;
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 0xC0 && c < 0x2000);
}

/* A word's stem: what is left without the endings that inflect it. */
static struct text stem(struct text word)
{
    static const char *const endings[] = {"ing", "ies", "ed", "es", "s"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct text ending = text_from_string(endings[i]);
        if (word.size > ending.size + 2 && text_ends_with(word, ending))
            return text_slice(word, 0, word.size - ending.size);
    }
    return word;
}

struct grams grams_of(struct arena *arena, struct text sentence)
{
    struct text t = fold_text(arena, duty_parse(sentence).what);
    struct grams grams = {.list = arena_new_array(arena, t.size + 1, uint64_t)};
    uint32_t before = 0;
    for (size_t i = 0; i < t.size;) {
        size_t begin = i;
        uint32_t c = text_next(t, &i);
        if (is_letter(c)) {
            while (i < t.size) {
                size_t next = i;
                if (!is_letter(text_next(t, &next)))
                    break;
                i = next;
            }
            struct text word = stem(text_slice(t, begin, i));
            if (!is_filler(text_slice(t, begin, i)))
                grams.list[grams.count++] = text_hash(word) | (uint64_t)1 << 63;
            before = 0;
        } else if (c >= 0x3041 && is_han_like(c) && c < 0xFF00 && !is_filler_character(c)) {
            if (before != 0)
                grams.list[grams.count++] = (uint64_t)before << 24 | c;
            before = c;
        }
    }
    qsort(grams.list, grams.count, sizeof *grams.list, compare);
    size_t kept = 0;
    for (size_t i = 0; i < grams.count; i++)
        if (kept == 0 || grams.list[kept - 1] != grams.list[i])
            grams.list[kept++] = grams.list[i];
    grams.count = kept;
    return grams;
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
