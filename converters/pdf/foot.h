/*
 * The foot of a column holds the notes whose numbers stand in it, under a rule.
 *
 * A note stays whole where that costs the column no more than a quarter of the page; a longer one
 * begins where its number stands, and goes on at the next column's foot.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_FOOT_H
#define ROLEBOOK_CONVERTERS_PDF_FOOT_H
#include "converters/pdf/layout.h"

struct foot {
    struct slab *lines; /* of the notes, [0, placed) of them at this column's foot */
    size_t count, capacity, placed;
    int32_t height; /* of those placed, with the rule; 0: none */
};

/* The words of a note, a slab a line, tagged behind the block of its number; in the scratch. */
const struct slabs *layout_note(struct layout *layout, const struct block *words,
                                struct text number, struct tag *tag, struct text language);

/* How much higher the foot must be at least when the slab comes into its column. */
int32_t foot_needed(const struct foot *foot, const struct slab *slab, int32_t page_height);
/* Takes in the slab's notes, as much of them as room, the height left below the slab, holds. */
void foot_take(struct foot *foot, struct layout *layout, const struct slab *slab, int32_t room);
/* Puts the foot on the page, its bottom at y; what was not placed begins the next foot. */
void foot_put(struct foot *foot, struct layout *layout, struct page *page, int32_t x, int32_t y,
              int32_t next_room);

#endif
