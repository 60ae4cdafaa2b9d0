/* Sentences sorted by how they begin, where no heading says what they are. */
#include "core/extract/walk/walk.h"

#define SORTED_MIN 2 /* lines below an unknown heading: one alone tells too little */

static void sort_line(struct extraction *x, struct text line, struct sorting *sorting)
{
    enum element opening = vocabulary_opening(x->vocabulary, x->scratch, line);
    bool speaks = vocabulary_speaks_of(x->vocabulary, x->scratch, line, ELEMENT_APPOINTMENT);
    sorting->lines += !text_is_blank(line);
    sorting->duties += opening == ELEMENT_DUTIES;
    sorting->conditions += opening == ELEMENT_APPOINTMENT || (speaks && opening != ELEMENT_DUTIES);
}

void sort_block(struct extraction *x, const struct block *block, struct sorting *sorting)
{
    struct text line, text = whole_block_text(x->scratch, block);
    for (size_t at = 0; text_next_line(text, &at, &line);)
        sort_line(x, line, sorting);
}

/* Two lines in three or more. */
static bool are_most(size_t count, const struct sorting *sorting)
{
    return sorting->lines >= SORTED_MIN && 3 * count >= 2 * sorting->lines;
}

enum element sorted_below(struct extraction *x, const struct outline *outline, size_t heading)
{
    struct sorting sorting = {0};
    for (size_t i = heading + 1; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_SKIPPED)
            continue;
        if (piece->kind != PIECE_WORDS || piece->is_candidate || piece->is_running)
            break;
        sort_block(x, piece->block, &sorting);
    }
    if (are_most(sorting.conditions, &sorting))
        return ELEMENT_APPOINTMENT;
    return are_most(sorting.duties, &sorting) ? ELEMENT_DUTIES : ELEMENT_COUNT;
}
