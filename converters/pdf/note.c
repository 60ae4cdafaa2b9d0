/* Notes: their words stand at the foot of the column where their number is, see foot.h. */
#include "converters/pdf/foot.h"

#define NUMBER_WIDTH 18000 /* room for the number, left of the words */

/* A note in a note follows it. */
static void take_inner_notes(struct layout *layout, struct slabs *slabs, size_t first)
{
    for (size_t i = first; i < slabs->count; i++)
        for (size_t k = 0; k < slabs->list[i].item_count; k++) {
            const struct slabs *inner = slabs->list[i].items[k].notes;
            for (size_t n = 0; inner != NULL && n < inner->count; n++)
                *slab_append(layout, slabs) = inner->list[n];
        }
}

const struct slabs *layout_note(struct layout *layout, const struct block *words,
                                struct text number, struct tag *tag, struct text language)
{
    struct slabs *slabs = arena_new(layout->scratch, struct slabs);
    const struct style *style = stylesheet_style(layout->sheet, TEXT("note"));
    struct tag *note = tag_beside(layout->shown, tag, TAG_NOTE);
    struct lead lead = {
        .label = number, .tag = tag_new(layout->shown, note, TAG_LBL), .width = NUMBER_WIDTH};
    struct place place = {.indent = NUMBER_WIDTH,
                          .width = stylesheet_column_width(layout->sheet, layout->unit->master) -
                                   NUMBER_WIDTH,
                          .language = language,
                          .style = TEXT("note")};
    for (const struct block *b = words; b != NULL; b = b->next) {
        place.tag = tag_new(layout->shown, note, TAG_P);
        if (b->runs != NULL)
            layout_words(layout, slabs, b, style, place, b == words ? &lead : NULL);
    }
    take_inner_notes(layout, slabs, 0);
    return slabs;
}
