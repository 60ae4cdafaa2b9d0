#include "core/normalise/segmenter.h"
#include <assert.h>
#include <unicode/ubrk.h>
#include <unicode/utf16.h>

struct segmenter {
    UBreakIterator *words; /* NULL: not needed yet */
};

struct segmenter *segmenter_open(struct arena *arena) { return arena_new(arena, struct segmenter); }

void segmenter_close(struct segmenter *segmenter)
{
    if (segmenter->words != NULL)
        ubrk_close(segmenter->words);
}

bool *segmenter_boundaries(struct segmenter *segmenter, struct arena *arena, const uint32_t *chars,
                           uint32_t count)
{
    UErrorCode error = U_ZERO_ERROR;
    UChar *wide = arena_new_array(arena, 2 * (size_t)count + 1, UChar);
    uint32_t *points = arena_new_array(arena, 2 * (size_t)count + 1, uint32_t);
    int32_t size = 0;
    bool *is_boundary = arena_new_array(arena, (size_t)count + 1, bool);
    for (uint32_t i = 0; i < count; i++) {
        UBool is_error = false;
        points[size] = i;
        U16_APPEND(wide, size, 2 * (int32_t)count, (UChar32)chars[i], is_error);
        assert(!is_error);
    }
    points[size] = count;
    if (segmenter->words == NULL)
        segmenter->words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &error);
    assert(U_SUCCESS(error));
    ubrk_setText(segmenter->words, wide, size, &error);
    assert(U_SUCCESS(error));
    for (int32_t at = ubrk_first(segmenter->words); at != UBRK_DONE;
         at = ubrk_next(segmenter->words))
        is_boundary[points[at]] = true;
    return is_boundary;
}
