#include "core/model/exact_form.h"

enum element exact_element(const struct vocabulary *vocabulary, struct arena *scratch,
                           struct text heading)
{
    size_t count;
    const struct meaning *meanings = vocabulary_find(vocabulary, scratch, heading, &count);
    for (size_t i = 0; i < count; i++)
        if (meanings[i].element < ELEMENT_ROLE_COUNT && meanings[i].field == FIELD_NONE &&
            !meanings[i].is_part && !meanings[i].is_form && !meanings[i].is_other)
            return meanings[i].element;
    return ELEMENT_COUNT;
}
