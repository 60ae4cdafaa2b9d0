/*
 * "The ideal candidate is a patient teacher.": a paragraph about who is wanted, within what the
 * role is for. What stands behind it is of the purpose again.
 */
#include "core/extract/fill/fill.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"

/* What the role is for, or what its title alone announces. */
static bool is_open_to_it(const struct extraction *x)
{
    const struct target *t = &x->target;
    return x->role != NULL && t->kind == TARGET_ELEMENT &&
           (t->records->element == ELEMENT_PURPOSE || target_is_of_title(t));
}

bool fill_candidate_words(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    bool is_over_items = next < outline->count && piece_is_item(&outline->pieces[next]);
    if (!is_open_to_it(x) || !piece_is_prose(piece) || is_over_items || piece->is_candidate ||
        !text_starts_with_any(piece->text, signs_of(x, SIGN_CANDIDATE_START)))
        return false;
    struct target before = x->target;
    bool was_settled = x->is_settled[ELEMENT_APPOINTMENT];
    x->clue = CLUE_PLAIN;
    open_element(x, label_of(ELEMENT_APPOINTMENT), TEXT(""), LEVEL_LINE, piece->block->span);
    fill_block(x, piece->block);
    close_target(x);
    x->is_settled[ELEMENT_APPOINTMENT] = was_settled; /* its heading is still to come */
    x->target = before;
    return true;
}
