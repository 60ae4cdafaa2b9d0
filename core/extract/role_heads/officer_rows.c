/*
 * Lists around and below officers that are told of in a row: what else one of them does, and the
 * list that all of them stand in.
 */
#include "core/extract/role_heads/officers.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/model/list_number.h"

static bool is_list(const struct piece *piece)
{
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_LIST &&
           piece->block->children != NULL;
}

bool is_list_behind(const struct outline *outline, size_t list, size_t officer)
{
    return is_list(&outline->pieces[list]) && outline_previous(outline, list) == officer;
}

bool goes_on_around(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct piece *before = &outline->pieces[outline_previous(outline, index)];
    if (!is_list(piece) || !is_list(before))
        return false;
    struct text label = piece->block->children->label;
    return !text_is_empty(label) && !list_label_is_first(label) &&
           !list_label_follows(label, before->block->last_child->label);
}

void mark_behind_officers(struct outline *outline, bool are_leads, size_t end)
{
    struct piece *piece = &outline->pieces[end];
    const struct piece *before = &outline->pieces[outline_previous(outline, end)];
    bool is_of_items =
        is_list(piece) && before->is_role_line && !text_is_empty(before->block->label);
    bool goes_on = is_of_items && !list_label_is_first(piece->block->children->label);
    piece->ends_roles |= (are_leads || goes_on) && piece->kind == PIECE_WORDS;
    piece->is_list_of_line = is_of_items && !goes_on && piece->block->level > 0;
}
