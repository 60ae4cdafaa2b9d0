/* Marked names of positions over lines of labels: "**Night Porter**" over "Reports to: …". */
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/walk.h"

#define LABELS_MIN 2 /* lines of labels below a name that nothing else tells */
#define NAMES_MIN 2  /* of such names in a file */

/* A position's name in a line that is marked. */
static bool is_marked_position(struct extraction *x, const struct piece *piece)
{
    bool is_guess = piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_PARAGRAPH &&
                    (piece->label.kind == LABEL_UNKNOWN ||             /* "Guest Relations Clerk" */
                     label_names_post(x, &piece->label, piece->text)); /* "Line Manager" */
    bool may_be =
        piece->kind == PIECE_WORDS || is_guess || (piece->is_role && piece->level >= LEVEL_NAMED);
    bool is_marked = piece->is_candidate || (is_guess && piece->is_strong);
    return may_be && is_marked && outline_is_name_like(x, piece) && outline_is_position(x, piece);
}

/* The list right below the line; NULL: something else stands there. */
static const struct block *list_below(const struct outline *outline, size_t line)
{
    size_t next = outline_next(outline, line);
    bool is_list = next < outline->count && outline->pieces[next].kind == PIECE_WORDS &&
                   outline->pieces[next].block->kind == BLOCK_LIST;
    return is_list ? outline->pieces[next].block : NULL;
}

/* Such a name, and lines of labels right below it; or a list, and the number of its holders. */
static bool is_over_labels(struct extraction *x, const struct outline *outline, size_t line)
{
    const struct piece *piece = &outline->pieces[line];
    if (!is_marked_position(x, piece))
        return false;
    const struct block *list = list_below(outline, line);
    if (list != NULL && (is_list_of_pairs(x, list) || names_headcount(x, piece->text)))
        return true;
    size_t labels = 0, i = outline_next(outline, line);
    for (; i < outline->count && outline->pieces[i].kind == PIECE_PAIRS;
         i = outline_next(outline, i))
        labels += outline->pieces[i].label.kind == LABEL_ELEMENT &&
                  outline->pieces[i].label.element != ELEMENT_TITLE;
    const struct piece *next = i < outline->count ? &outline->pieces[i] : NULL;
    bool is_over_items = labels > 0 && next != NULL && piece_is_item(next) &&
                         (next->block->kind == BLOCK_LIST || piece_look(next) != piece_look(piece));
    return (labels >= LABELS_MIN && piece_look(piece) == 0) || is_over_items;
}

/* Beside several of them, one over a list needs no number; it may be one of them once more. */
static bool is_beside_names(struct extraction *x, const struct outline *outline, size_t line)
{
    return is_over_labels(x, outline, line) ||
           (list_below(outline, line) != NULL && is_marked_position(x, &outline->pieces[line]));
}

/* "**Operations Manager**" over a list beside such names: no label of who the superior is. */
static void settle_post(struct extraction *x, struct outline *outline, size_t line)
{
    struct piece *piece = &outline->pieces[line];
    if (piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_PARAGRAPH && piece->is_strong &&
        list_below(outline, line) != NULL && label_names_post(x, &piece->label, piece->text))
        piece->label = piece->guess = label_of(ELEMENT_COUNT);
}

void find_names_over_labels(struct extraction *x, struct outline *outline)
{
    size_t found = 0;
    for (size_t i = 0; i < outline->count; i++) {
        if (outline->pieces[i].is_role)
            return; /* roles are named otherwise here */
        found += is_over_labels(x, outline, i);
    }
    for (size_t i = 0; found >= NAMES_MIN && i < outline->count; i++) {
        settle_post(x, outline, i);
        if (!is_beside_names(x, outline, i))
            continue;
        struct piece *piece = &outline->pieces[i];
        const struct block *list = list_below(outline, i);
        piece->is_duties = list != NULL && !is_list_of_pairs(x, list);
        piece->is_told_again = piece->is_duties && !names_headcount(x, piece->text);
        name_line_over(x, outline, i, outline_next(outline, i));
    }
}
