/*
 * 「秘書職責：記錄會議；發送通知。」, a paragraph a post: what leads to the duties becomes a line of
 * its own, so that it is read as in front of a list.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"

#define LEADS_MIN 2   /* one alone may be a sentence among others */
#define LEAD_BYTES 60 /* 20 Han: its number, the post, and what leads to the duties */

/* The run in which the first colon stands, behind a post's name and such a lead; NULL: there is none. */
static struct run *lead_end(struct extraction *x, struct block *block, size_t *end)
{
    struct text name;
    bool is_duties;
    size_t front = 0, width;
    if (block->kind != BLOCK_PARAGRAPH)
        return NULL;
    for (struct run *run = block->runs; run != NULL && run->kind == RUN_TEXT; run = run->next) {
        size_t colon = find_colon(run->text, &width);
        front += run->text.size;
        if (colon == TEXT_NOT_FOUND && front < LEAD_BYTES)
            continue;
        if (colon == TEXT_NOT_FOUND || front - run->text.size + colon > LEAD_BYTES)
            return NULL;
        *end = colon + width;
        struct text words = block_text(x->scratch, block);
        struct text lead = text_slice(words, 0, front - run->text.size + *end);
        bool is_lead = !is_latin_text(lead) && !text_is_blank(text_from(words, lead.size)) &&
                       label_role_name(x, lead, &name, &is_duties) && is_duties &&
                       vocabulary_is_position(x->vocabulary, x->scratch, name);
        return is_lead ? run : NULL;
    }
    return NULL;
}

void divide_behind_leads(struct extraction *x, struct block *first, struct block **last)
{
    size_t leads = 0, end;
    for (struct block *block = first; block != NULL && leads < LEADS_MIN; block = block->next)
        leads += lead_end(x, block, &end) != NULL;
    for (struct block *block = first; leads == LEADS_MIN && block != NULL; block = block->next) {
        struct run *run = lead_end(x, block, &end);
        if (run == NULL)
            continue;
        struct run *words = end < run->text.size ? split_run(x, block, run, end) : run->next;
        block = divide_block(x, block, run, words);
        *last = block->next == NULL ? block : *last;
    }
}
