/* Lines with the name of a unit, right over the name of a role: the chapter of the unit's roles. */
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/walk/chapters.h"
#include "core/model/list_label.h"

/* 「二、財務部」 in bold, or numbered as headings are. */
static bool is_unit_line(struct extraction *x, const struct piece *piece)
{
    bool is_marked = piece->is_candidate || list_label_of(piece->text).kind == LIST_LABEL_CHINESE;
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH && is_marked &&
           is_department(x, name_of_line(piece->text)) && outline_is_name_like(x, piece) &&
           !outline_is_position(x, piece);
}

void find_units_over_roles(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        if (next >= outline->count || !outline->pieces[next].is_role ||
            outline->pieces[next].level < LEVEL_NAMED || !is_unit_line(x, piece) ||
            piece_look(piece) == piece_look(&outline->pieces[next]))
            continue;
        piece->kind = PIECE_HEADING;
        piece->level = LEVEL_NAMED - LEVEL_STEP / 2;
        piece->label = piece->guess = label_of(ELEMENT_COUNT);
    }
}
