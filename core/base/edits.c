#include "core/base/edits.h"
#include "core/base/text_buffer.h"
#include <assert.h>
#include <stdlib.h>

static int compare_edits(const void *left, const void *right)
{
    const struct edit *a = left, *b = right;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return a->end < b->end ? -1 : a->end > b->end;
}

struct text edits_apply(struct arena *arena, struct text text, struct edit *edits, size_t count,
                        size_t *made)
{
    struct text_buffer out = text_buffer_new(arena);
    size_t at = 0;
    *made = 0;
    if (count > 1)
        qsort(edits, count, sizeof *edits, compare_edits);
    for (size_t i = 0; i < count; i++) {
        const struct edit *edit = &edits[i];
        assert(edit->begin <= edit->end && edit->end <= text.size);
        bool is_again = i > 0 && edit->begin == edits[i - 1].begin;
        if (edit->begin < at || is_again)
            continue;
        buffer_append(&out, text_slice(text, at, edit->begin));
        buffer_append(&out, edit->words);
        at = edit->end;
        ++*made;
    }
    buffer_append(&out, text_from(text, at));
    return *made == 0 ? text : buffer_text(&out);
}
