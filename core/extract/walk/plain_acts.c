/*
 * Acts that no heading announces, as where a page lost its captions: several paragraphs or items
 * that say what somebody does, behind the words of a section that holds no acts. What it takes may
 * stand behind them, alike.
 */
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"

#define ACTS_MIN 3  /* of a row: fewer are sentences of the section */
#define ITEMS_MIN 2 /* of duties in front of what is none */
#define ACTS_MAX 6  /* of it that are looked at: a bound on work */

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

/* A sentence of the duties, or about them: "Other duties as assigned." */
static bool is_of_duties(struct extraction *x, struct text words)
{
    size_t first = text_find(words, TEXT(" "), 0);
    size_t second = first == TEXT_NOT_FOUND ? first : text_find(words, TEXT(" "), first + 1);
    struct label guess =
        label_guess(x, second == TEXT_NOT_FOUND ? words : text_slice(words, 0, second));
    return vocabulary_opening(x->vocabulary, x->scratch, words) == ELEMENT_DUTIES ||
           (guess.kind == LABEL_ELEMENT && guess.element == ELEMENT_DUTIES) ||
           tells_of_holder(x, words);
}

/*
 * A sentence behind the last item of the duties and a gap, with nothing but such sentences down to
 * the next heading: "All staff are vaccinated." under what a keeper does.
 */
static bool is_behind_duties(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct target *t = &x->target;
    size_t before = outline_previous(outline, index);
    if (t->level == LEVEL_LINE || t->records->count < ITEMS_MIN || before == index ||
        !piece_is_item(&outline->pieces[before]) || !piece_is_prose(&outline->pieces[index]))
        return false;
    for (size_t i = index, seen = 0; i < outline->count; i = outline_next(outline, i)) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->block->kind == BLOCK_HEADING && piece->level > t->level && !piece->is_role)
            return false; /* the section goes on below it */
        if (piece->kind == PIECE_HEADING || piece->is_role || piece->begins_role)
            break;
        if (piece_is_item(piece) || (seen++ < ACTS_MAX && is_of_duties(x, piece->text)))
            return false;
    }
    return true;
}

/* A gap, the end of a list, or a paragraph of Word that holds nothing and is no piece. */
static bool is_behind_gap(const struct outline *outline, size_t index)
{
    size_t before = outline_previous(outline, index);
    struct span a = outline->pieces[before].block->span, b = outline->pieces[index].block->span;
    bool is_empty_between = before < index && a.paragraph > 0 && a.table == 0 && b.table == 0 &&
                            a.paragraph + 1 < b.paragraph;
    return outline_has_gap(outline, index) || is_empty_between ||
           outline->pieces[before].block->kind == BLOCK_LIST;
}

void leave_plain_acts(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct target *t = &x->target;
    const struct piece *piece = &outline->pieces[index];
    if (t->kind != TARGET_ELEMENT || t->records->element != ELEMENT_DUTIES ||
        piece_is_item(piece) || !is_plain_words(piece) || !is_behind_gap(outline, index))
        return;
    bool is_row = t->is_row_of_acts && t->records->count >= ACTS_MIN;
    if (!is_row && !is_behind_duties(x, outline, index))
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
