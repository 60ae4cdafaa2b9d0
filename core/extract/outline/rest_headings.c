/*
 * 「九、其他工作」 behind eight headings that nobody knows, numbered alike: the last group of the
 * duties that they part, and no section of its own.
 */
#include "core/extract/outline/outline.h"
#include "core/model/list_label.h"

/* A line with that number, of that look, of which nothing is known. */
static bool is_unknown_group(const struct piece *piece, unsigned look, unsigned number)
{
    return piece_look(piece) == look && piece_number(piece) == number &&
           (piece->kind == PIECE_HEADING || piece->kind == PIECE_WORDS) &&
           piece->label.kind == LABEL_UNKNOWN && ends_like_heading(piece->text);
}

/*
 * All numbers in front of its own stand above it, over groups of which nothing is known.
 *
 * returns  the first of these; NULL: they do not
 */
static const struct piece *first_of_unknown(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index], *first = NULL;
    unsigned look = piece_look(piece), number = piece_number(piece);
    for (size_t i = index; i-- > 0 && number > 1;) {
        const struct piece *before = &outline->pieces[i];
        if (before->kind == PIECE_SKIPPED || piece_look(before) != look)
            continue;
        if (!is_unknown_group(before, look, number - 1))
            return NULL;
        first = before;
        number--;
    }
    return number == 1 ? first : NULL;
}

void find_rest_headings(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        bool is_duties = piece->kind == PIECE_HEADING && piece->label.kind == LABEL_ELEMENT &&
                         piece->label.element == ELEMENT_DUTIES;
        const struct piece *first = is_duties ? first_of_unknown(outline, i) : NULL;
        struct text name = label_folded(x, list_label_of(piece->text).rest);
        if (first == NULL || !text_starts_with_any(name, signs_of(x, SIGN_REST)))
            continue;
        piece->kind = first->kind;
        piece->label = piece->guess = label_of(ELEMENT_COUNT);
    }
}
