#include "core/base/text_index.h"
#include <assert.h>
#include <string.h>

#define GRAM 4    /* bytes that a place is listed under */
#define LOOKED 64 /* places in the words at which a rare one is looked for */
#define NOWHERE UINT32_MAX

struct text_index {
    struct text text;
    size_t mask;      /* lists, less one */
    uint32_t *first;  /* [mask + 1] the first place of each list */
    uint32_t *length; /* [mask + 1] */
    uint32_t *next;   /* [text.size] the next place of the same list */
};

static size_t list_of(const struct text_index *index, const char *bytes)
{
    uint32_t gram;
    memcpy(&gram, bytes, GRAM);
    return (size_t)((uint64_t)gram * 0x9E3779B97F4A7C15u >> 32) & index->mask;
}

struct text_index *text_index_new(struct arena *arena, struct text text)
{
    struct text_index *index = arena_new(arena, struct text_index);
    size_t lists = 16;
    assert(text.size < NOWHERE);
    while (lists < text.size)
        lists *= 2;
    *index = (struct text_index){.text = text,
                                 .mask = lists - 1,
                                 .first = arena_new_array(arena, lists, uint32_t),
                                 .length = arena_new_array(arena, lists, uint32_t),
                                 .next = arena_new_array(arena, text.size + 1, uint32_t)};
    for (size_t i = 0; i < lists; i++)
        index->first[i] = NOWHERE;
    for (size_t at = text.size < GRAM ? 0 : text.size - GRAM + 1; at-- > 0;) {
        size_t list = list_of(index, text.data + at);
        index->next[at] = index->first[list];
        index->first[list] = (uint32_t)at;
        index->length[list]++;
    }
    return index;
}

size_t text_index_find(const struct text_index *index, struct text words)
{
    if (words.size < GRAM)
        return text_find(index->text, words, 0);
    size_t rarest = 0, list = list_of(index, words.data);
    for (size_t i = 1; i < LOOKED && i + GRAM <= words.size; i++) {
        size_t other = list_of(index, words.data + i);
        if (index->length[other] < index->length[list]) {
            rarest = i;
            list = other;
        }
    }
    for (uint32_t at = index->first[list]; at != NOWHERE; at = index->next[at])
        if (at >= rarest && index->text.size - (at - rarest) >= words.size &&
            memcmp(index->text.data + (at - rarest), words.data, words.size) == 0)
            return at - rarest;
    return TEXT_NOT_FOUND;
}
