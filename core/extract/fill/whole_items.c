/* Items as they stand, where a form or a file says itself what they are: nothing in them is divided. */
#include "core/extract/fill/fill.h"
#include "core/extract/walk/target.h"

void fill_whole_item(struct extraction *x, struct text text, struct text label, unsigned depth,
                     struct span at)
{
    struct record *record = record_append(x->handbook, x->target.records, text, at);
    bool has_part = !text_is_empty(x->target.part.text);
    record->label = has_part ? x->target.part.text : label;
    record->depth = depth;
    x->clue = x->target.clue == CLUE_HEADING ? CLUE_PLAIN : x->target.clue;
    note(x, USE_VALUE, text, at);
}

void fill_whole_items(struct extraction *x, const struct block *list, unsigned depth)
{
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        struct text label = item->label;
        for (const struct block *b = item->children; b != NULL; b = b->next) {
            if (b->kind == BLOCK_LIST && depth < LIMIT_DEPTH) {
                fill_whole_items(x, b, depth + 1);
                continue;
            }
            fill_whole_item(x, text_trim(whole_block_text(x->arena, b)), label, depth, b->span);
            label = TEXT("");
        }
    }
}
