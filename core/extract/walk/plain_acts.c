/*
 * Acts that no heading announces, as where a page lost its captions: several paragraphs or items
 * that say what somebody does, behind the words of a section that holds no acts. What it takes may
 * stand behind them, alike.
 */
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"

#define ACTS_MIN 3 /* of a row: fewer are sentences of the section */
#define ACTS_MAX 6 /* of it that are looked at: a bound on work */

/*
 * Words stand in the section that is open, and acts are none of them. A gap ends a section below
 * a line in a page without headings of its own; one below a heading goes on up to the next.
 */
static bool is_behind_other_words(const struct extraction *x, bool is_behind_gap)
{
    const struct target *t = &x->target;
    bool may_end = is_behind_gap && t->clue != CLUE_HEADING;
    if (t->kind == TARGET_NONE)
        return x->role->values[ELEMENT_PURPOSE].count > 0;
    if (t->kind == TARGET_OTHER)
        return t->level == LEVEL_LINE || (may_end && !text_is_empty(t->section->text));
    if (t->kind != TARGET_ELEMENT || t->records->count == 0)
        return false;
    switch (t->records->element) {
    case ELEMENT_DUTIES:
    case ELEMENT_STANDARDS:
    case ELEMENT_AUTHORITY:
    case ELEMENT_SCENARIOS:
        return false;
    case ELEMENT_PURPOSE:
    case ELEMENT_REPORTS_TO:
    case ELEMENT_SUPERVISES:
        return true;
    default:
        return may_end || (t->level == LEVEL_LINE && t->clue == CLUE_LINE);
    }
}

static bool is_plain_words(const struct piece *piece)
{
    return piece->kind == PIECE_WORDS && !piece->is_candidate && !piece->is_running &&
           !piece->is_role && !piece->begins_role && !piece->is_role_line && !piece->is_role_list;
}

/* The plain words of one kind, paragraphs or lists, from there on. */
static struct sorting sort_row(struct extraction *x, const struct outline *outline, size_t index)
{
    struct sorting sorting = {0};
    enum block_kind kind = outline->pieces[index].block->kind;
    size_t i = index;
    for (size_t seen = 0; i < outline->count && seen < ACTS_MAX; seen++) {
        const struct piece *piece = &outline->pieces[i];
        if (!is_plain_words(piece) || piece->block->kind != kind)
            break;
        sort_block(x, piece->block, &sorting);
        i = outline_next(outline, i);
    }
    return sorting;
}

bool begins_plain_acts(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *first = &outline->pieces[index];
    if (x->role == NULL || x->region.has_duties || x->region.has_duties_in_form ||
        x->role->values[ELEMENT_DUTIES].count > 0 ||
        !is_behind_other_words(x, outline_has_gap(outline, index)) || !is_plain_words(first) ||
        vocabulary_opening(x->vocabulary, x->scratch, first->text) != ELEMENT_DUTIES)
        return false;
    struct sorting sorting = sort_row(x, outline, index);
    return sorting.duties >= ACTS_MIN && 3 * sorting.duties >= 2 * sorting.lines;
}

void leave_plain_acts(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct target *t = &x->target;
    const struct piece *piece = &outline->pieces[index];
    if (t->kind != TARGET_ELEMENT || t->records->element != ELEMENT_DUTIES || !t->is_row_of_acts ||
        t->records->count < ACTS_MIN || piece_is_item(piece) || !is_plain_words(piece) ||
        !outline_has_gap(outline, index))
        return;
    struct sorting sorting = sort_row(x, outline, index);
    if (sorting.duties > 0)
        return;
    x->clue = CLUE_PLAIN;
    if (2 * sorting.conditions >= (x->region.has_eligibility ? sorting.lines : 1))
        open_element(x, label_of(ELEMENT_APPOINTMENT), TEXT(""), LEVEL_PSEUDO, piece->block->span);
    else
        open_other(x, TEXT(""), LEVEL_LINE, piece->block->span, false);
}
