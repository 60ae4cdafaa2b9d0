/* 「初級，資深，首席」: which of its levels a position is of, one or several. */
#include "core/extract/values/values.h"

bool are_ranks(struct extraction *x, struct text value)
{
    static const struct text joints = TEXT_INIT("、，,/／和及");
    size_t begin = 0, ranks = 0;
    for (size_t at = 0; at <= value.size;) {
        size_t end = at;
        bool is_end = at == value.size;
        if (!is_end && !text_has(joints, text_next(value, &at)))
            continue;
        struct text rank = text_trim(text_slice(value, begin, end));
        if (!vocabulary_is_rank(x->vocabulary, x->scratch, rank))
            return false;
        ranks++;
        begin = at;
        if (is_end)
            break;
    }
    return ranks > 0;
}
