/*
 * Marked names of positions, each right above a heading of the same element: 「一、倉管員」 over
 * 績效指標, 「二、司機」 over another. They are roles, whichever section comes first.
 */
#include "core/extract/role_heads/role_heads.h"

#define NAMES_MIN 2

/* A heading of an element that a role has, other than its name. */
static bool is_section(const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->label.kind == LABEL_ELEMENT &&
           piece->label.element < ELEMENT_ROLE_COUNT && piece->label.element != ELEMENT_TITLE &&
           text_is_empty(piece->rest);
}

/* A position's name that is marked as one, alone in its line: no value below a heading. */
static bool is_marked_post(struct extraction *x, const struct outline *outline, size_t line)
{
    const struct piece *piece = &outline->pieces[line];
    size_t before = outline_previous(outline, line);
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH &&
           outline_is_marked(outline, line) &&
           (before == line || !is_section(&outline->pieces[before])) &&
           outline_is_name_like(x, piece) && outline_is_position(x, piece);
}

static bool are_alike(const struct piece *one, const struct piece *other)
{
    return piece_look(one) == piece_look(other) && one->is_candidate == other->is_candidate;
}

void find_names_over_sections(struct extraction *x, struct outline *outline)
{
    const struct piece *first[ELEMENT_ROLE_COUNT] = {NULL};
    size_t names[ELEMENT_ROLE_COUNT] = {0};
    bool *is_name = arena_new_array(x->scratch, outline->count + 1, bool);
    for (size_t i = 1; i < outline->count; i++) {
        size_t line = outline_previous(outline, i);
        if (line == i || !is_section(&outline->pieces[i]) || !is_marked_post(x, outline, line))
            continue;
        const struct piece *piece = &outline->pieces[line];
        enum element element = outline->pieces[i].label.element;
        bool is_other = first[element] != NULL &&
                        !text_equal(label_folded(x, name_of_line(x, first[element]->text)),
                                    label_folded(x, name_of_line(x, piece->text)));
        if (first[element] == NULL)
            first[element] = piece;
        is_name[line] = are_alike(first[element], piece);
        names[element] += is_name[line] && (is_other || first[element] == piece);
    }
    for (size_t i = 1; i < outline->count; i++) {
        size_t line = outline_previous(outline, i);
        if (line < i && is_name[line] && names[outline->pieces[i].label.element] >= NAMES_MIN)
            name_line_over(x, outline, line, i);
    }
}
