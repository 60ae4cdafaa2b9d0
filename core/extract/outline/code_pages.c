/*
 * Pages that their author set as code, to keep the line ends: a posting between ``` with the labels
 * of its sections alone in lines. Each line becomes a paragraph.
 */
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include <assert.h>

#define LABELS_MIN 2 /* of sections, in lines of their own: no program has them */

static bool is_page(struct extraction *x, struct text code)
{
    struct text line;
    size_t labels = 0;
    for (size_t at = 0; text_next_line(code, &at, &line) && labels < LABELS_MIN;) {
        struct label label = label_find(x, text_trim(line));
        labels += label_opens_section(&label, text_trim(line));
    }
    return labels >= LABELS_MIN;
}

/* returns  the last of the paragraphs, which stand in the block's place */
static struct block *spread_code(struct extraction *x, struct block *block)
{
    struct block code = *block, *last = NULL;
    struct text line;
    for (size_t at = 0, begin = 0; text_next_line(code.code, &at, &line); begin = at) {
        if (text_is_blank(line))
            continue;
        struct block *next = last == NULL ? block : arena_new(x->arena, struct block);
        struct span span = span_slice(code.span, begin, begin + line.size);
        *next = code;
        next->kind = BLOCK_PARAGRAPH;
        next->code = TEXT("");
        next->span = span;
        next->runs = next->last_run = NULL;
        run_append(x->document, next, RUN_TEXT, text_trim(line), span);
        if (last != NULL)
            last->next = next;
        last = next;
    }
    assert(last != NULL); /* there are lines with labels */
    last->next = code.next;
    return last;
}

void spread_code_pages(struct extraction *x)
{
    for (struct block *block = x->document->blocks; block != NULL; block = block->next) {
        if (block->kind == BLOCK_CODE && is_page(x, block->code))
            block = spread_code(x, block);
        x->document->last_block = block;
    }
}
