#include "core/check/overlap.h"
#include "core/check/rule.h"
#include "core/model/fold.h"
#include "core/normalise/grams.h"

#define NEARLY_ALL 75 /* percent of the roles */
#define FEWEST_ROLES 3
#define FEWEST_GRAMS 4

bool says_enough(const struct likeness *likeness, const struct duty *duty)
{
    const size_t *starts = likeness->sets->starts + duty->set;
    return starts[1] - starts[0] >= FEWEST_GRAMS;
}

bool overlap_above(const struct likeness *likeness, const struct duty *duty,
                   struct overlap *overlap)
{
    const struct wording *wording = &likeness->wordings[duty->set];
    const struct duty *first = &likeness->duties[wording->first];
    if (likeness->sets->weights[duty->set] == 0)
        return false; /* without grams nothing is known of what it says */
    *overlap = (struct overlap){
        .other = first, .percent = 100, .others = (size_t)wording->in_roles - 1 + wording->alike};
    if (first->role_number < duty->role_number)
        return true;
    if (wording->nearest_percent == 0)
        return false;
    overlap->other = &likeness->duties[likeness->wordings[wording->nearest].first];
    overlap->percent = wording->nearest_percent;
    return overlap->percent >= LIKE_DUPLICATE ||
           (says_enough(likeness, duty) && says_enough(likeness, overlap->other));
}

bool acts_differ(const struct arena *like, const struct duty *duty, const struct duty *other)
{
    struct arena *scratch = arena_open_like(like);
    bool differ = grams_begin_apart(scratch, duty->record->text, other->record->text);
    arena_close(scratch);
    return differ;
}

bool says_same(const struct arena *like, const struct duty *duty, const struct duty *other,
               unsigned percent)
{
    struct arena *scratch = arena_open_like(like);
    bool is_same = grams_same_words(scratch, duty->record->text, other->record->text);
    arena_close(scratch);
    return is_same || (percent >= LIKE_DUPLICATE && !acts_differ(like, duty, other));
}

bool is_word_for_word(struct arena *scratch, const struct record *duty, const struct record *other)
{
    for (size_t f = 0; duty->fields != NULL && f < duty->field_count; f++) {
        struct text field = without_stop(duty->fields[f].text);
        if (!text_is_empty(field) && text_find(other->text, field, 0) == TEXT_NOT_FOUND)
            return false;
    }
    return text_equal(fold_text(scratch, without_stop(duty->text)),
                      fold_text(scratch, without_stop(other->text)));
}

bool is_shared_by_nearly_all(const struct likeness *likeness, const struct duty *duty)
{
    size_t roles = likeness->handbook->role_count;
    const struct wording *first = &likeness->wordings[likeness->wordings[duty->set].cluster];
    return roles >= FEWEST_ROLES && likeness->sets->weights[duty->set] > 0 &&
           (size_t)100 * first->cluster_roles >= NEARLY_ALL * roles;
}
