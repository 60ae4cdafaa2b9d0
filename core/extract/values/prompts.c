/*
 * The prompts of our own forms are known by their words.
 *
 * Word marks them as such; a form that other programs saved, or that was kept as .doc or .odt, has
 * them as words like any others. A cell that holds one and nothing else is one to fill in.
 */
#include "core/base/text_buffer.h"
#include "core/extract/values/values.h"

#define LONGEST_PROMPT 400 /* bytes, with room around it */

static bool has_prompt_alone(struct extraction *x, const struct cell *cell)
{
    const struct block *block = cell->blocks;
    if (block == NULL || block->next != NULL || block->kind != BLOCK_PARAGRAPH ||
        block->runs == NULL || block->label.size > 0)
        return false;
    size_t size = 0; /* of what the runs say: most cells are told by it alone */
    for (const struct run *run = block->runs; run != NULL; run = run->next)
        size += run->kind == RUN_TEXT ? run->text.size : 0;
    return size <= LONGEST_PROMPT &&
           vocabulary_is_prompt(x->vocabulary, text_trim(block_text(x->scratch, block)));
}

void mark_prompts(struct extraction *x, struct block *first)
{
    struct walk *walk = arena_new(x->scratch, struct walk);
    *walk = walk_blocks(first);
    while (walk_next(walk)) {
        if (walk->event != WALK_ENTER_CELL || !has_prompt_alone(x, walk->cell))
            continue;
        for (struct run *run = walk->cell->blocks->runs; run != NULL; run = run->next)
            run->style |= STYLE_PLACEHOLDER;
    }
}
