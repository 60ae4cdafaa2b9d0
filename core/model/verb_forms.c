#include "core/model/verb_forms.h"
#include <string.h>

#define STEM_MIN 3 /* letters in front of an ending: "sing" is no form of another verb */

static struct text with_e(struct arena *arena, struct text stem)
{
    char *out = arena_alloc(arena, stem.size + 1);
    memcpy(out, stem.data, stem.size);
    out[stem.size] = 'e';
    return (struct text){out, stem.size + 1};
}

size_t verb_bases(struct arena *arena, struct text word, struct text bases[VERB_BASES_MAX])
{
    bool is_gerund = text_ends_with(word, TEXT("ing"));
    size_t ending = is_gerund ? 3 : text_ends_with(word, TEXT("e")) ? 1 : 0, count = 0;
    if (ending == 0 || word.size < ending + STEM_MIN)
        return 0;
    struct text stem = text_slice(word, 0, word.size - ending);
    bases[count++] = stem;
    if (!is_gerund)
        return count;
    bases[count++] = with_e(arena, stem);
    if (stem.data[stem.size - 1] == stem.data[stem.size - 2])
        bases[count++] = text_slice(stem, 0, stem.size - 1);
    return count;
}
