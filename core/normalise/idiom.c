#include "core/normalise/idiom.h"

bool idiom_cuts(struct sentence *s, struct arena *arena, struct segmenter *segmenter, uint32_t at)
{
    if (s->is_boundary == NULL)
        s->is_boundary = segmenter_boundaries(segmenter, arena, s->chars, s->count);
    return s->is_boundary[at];
}

bool idiom_is_word(struct sentence *s, struct arena *arena, struct segmenter *segmenter,
                   struct range at)
{
    if (at.end - at.begin != IDIOM_LENGTH || !idiom_cuts(s, arena, segmenter, at.begin) ||
        !s->is_boundary[at.end])
        return false;
    for (uint32_t i = at.begin + 1; i < at.end; i++)
        if (s->is_boundary[i])
            return false;
    return true;
}

bool idiom_is_doubled(const struct sentence *s, struct range at)
{
    const uint32_t *c = &s->chars[at.begin];
    return at.end - at.begin == IDIOM_LENGTH &&
           ((c[0] == c[1] && c[2] == c[3] && c[1] != c[2]) || c[0] == c[2]);
}
