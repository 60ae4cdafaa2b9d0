/*
 * The last words about a role: "Adopted by the council on 18 October 2022", and at the right edge who
 * gave out the document.
 */
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/list_label.h"

#define SIGNATURE_LENGTH 40 /* characters of who gave a document out, and when */
#define LINE_LENGTH 160     /* characters: a longer paragraph tells more than who approved */

static bool is_set_right(const struct piece *piece)
{
    return piece->block->kind == BLOCK_PARAGRAPH && piece->block->align == ALIGN_RIGHT &&
           !piece_looks_like_item(piece) && text_code_points(piece->text) <= SIGNATURE_LENGTH;
}

/*
 * 護理部 2021年修訂 at the right edge, behind words that are not, and at the end of the file or in
 * front of the next role: who gave out the document, and when. It is no item of what is above.
 */
static bool is_signature(const struct extraction *x, const struct outline *outline, size_t index)
{
    size_t before = outline_previous(outline, index), next = index;
    if (x->role == NULL || before == index || !is_set_right(&outline->pieces[index]))
        return false;
    while (before > 0 && is_set_right(&outline->pieces[before]))
        before--;
    while (next < outline->count && is_set_right(&outline->pieces[next]))
        next = outline_next(outline, next);
    bool is_end =
        next == outline->count || outline->pieces[next].is_role || outline->pieces[next].is_running;
    return is_end && outline->pieces[before].kind == PIECE_WORDS &&
           outline->pieces[before].block->align != ALIGN_RIGHT;
}

/* Of the only role a remark; of several none. */
static void fill_signature(struct extraction *x, const struct outline *outline,
                           const struct piece *piece)
{
    if (outline->has_several_roles)
        end_role(x);
    x->clue = CLUE_PLAIN;
    if (x->target.kind != TARGET_OTHER)
        open_other(x, TEXT(""), LEVEL_LINE, piece->block->span, false);
    fill_block(x, piece->block);
}

static bool is_approval_line(struct extraction *x, const struct piece *piece)
{
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH &&
           !piece_looks_like_item(piece) && !text_is_longer(piece->text, LINE_LENGTH) &&
           vocabulary_opening(x->vocabulary, x->scratch, piece->text) == ELEMENT_APPROVAL;
}

/* Nothing more is said of the role but who approved it and who signs. */
static bool is_behind_all_words(struct extraction *x, const struct outline *outline, size_t index)
{
    size_t next = outline_next(outline, index);
    while (next < outline->count &&
           (is_approval_line(x, &outline->pieces[next]) || is_signature(x, outline, next)))
        next = outline_next(outline, next);
    return next == outline->count || outline->pieces[next].is_role;
}

bool fill_last_line(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    if (is_signature(x, outline, index)) {
        fill_signature(x, outline, piece);
        return true;
    }
    bool is_in_section = x->target.kind == TARGET_ELEMENT && x->target.records->count == 0;
    if (x->role == NULL || is_in_section || piece->is_candidate || !is_approval_line(x, piece) ||
        !is_behind_all_words(x, outline, index))
        return false;
    x->clue = CLUE_PLAIN;
    open_element(x, label_of(ELEMENT_APPROVAL), TEXT(""), LEVEL_LINE, piece->block->span);
    fill_block(x, piece->block);
    return true;
}
