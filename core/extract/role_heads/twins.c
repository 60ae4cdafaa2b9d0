/* Headings beside each other that have the same sections: each of them is a role. */
#include "core/extract/role_heads/role_heads.h"

#define TWIN_CAPTIONS 2 /* sections that two roles beside each other have both */
#define CAPTIONS_MAX 20 /* headings below one that are compared: a bound on work */

/* The first headings below a heading, folded; returns how many: at most CAPTIONS_MAX. */
static size_t captions_below(struct extraction *x, const struct outline *outline, size_t heading,
                             struct text captions[CAPTIONS_MAX])
{
    size_t end = outline_end_below(outline, heading), count = 0;
    for (size_t i = heading + 1; i < end && count < CAPTIONS_MAX; i++)
        if (outline->pieces[i].kind == PIECE_HEADING)
            captions[count++] = label_folded(x, outline->pieces[i].text);
    return count;
}

/* The two stand beside each other, and headings below the one are called as those below the other.
 */
static bool are_twins(struct extraction *x, const struct outline *outline, size_t one, size_t other)
{
    struct text captions[CAPTIONS_MAX], others[CAPTIONS_MAX];
    if (outline->pieces[one].level != outline->pieces[other].level)
        return false;
    size_t count = captions_below(x, outline, one, captions), same = 0;
    size_t other_count = captions_below(x, outline, other, others);
    for (size_t i = 0; i < count; i++) {
        size_t k = 0;
        while (k < other_count && !text_equal(captions[i], others[k]))
            k++;
        same += k < other_count;
    }
    return same >= TWIN_CAPTIONS;
}

bool has_twin(struct extraction *x, const struct outline *outline, size_t heading)
{
    unsigned level = outline->pieces[heading].level;
    size_t next = outline_end_below(outline, heading), before = heading;
    while (before > 0 && !(before < heading && outline->pieces[before].kind == PIECE_HEADING &&
                           outline->pieces[before].level <= level))
        before--;
    return (next < outline->count && are_twins(x, outline, heading, next)) ||
           (before < heading && are_twins(x, outline, heading, before));
}

/* Whom the holder answers to, or who stands in for him. */
static bool is_label_of_somebody(const struct label *label)
{
    return label->kind == LABEL_ELEMENT &&
           (label->element == ELEMENT_REPORTS_TO || label->element == ELEMENT_SUBSTITUTES);
}

void find_names_among_labels(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_HEADING &&
            is_label_of_somebody(&piece->label) && text_is_empty(piece->rest) &&
            has_twin(x, outline, i))
            piece->label = label_of(ELEMENT_COUNT);
    }
}
