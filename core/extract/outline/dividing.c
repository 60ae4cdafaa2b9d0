/* A run, and a paragraph, in two: what stands behind the place is a next one of its own. */
#include "core/extract/outline/lines.h"

static struct span span_of_runs(struct span span, const struct run *first, const struct run *last)
{
    return span_is_text(span) ? span_join(first->span, last->span) : span;
}

struct run *split_run(struct extraction *x, struct block *block, struct run *run, size_t at)
{
    struct run *rest = arena_new(x->arena, struct run);
    *rest = *run;
    rest->text = text_from(run->text, at);
    run->text = text_slice(run->text, 0, at);
    run->next = rest;
    block->last_run = block->last_run == run ? rest : block->last_run;
    return rest;
}

struct block *divide_block(struct extraction *x, struct block *block, struct run *before,
                           struct run *first)
{
    struct block *next = arena_new(x->arena, struct block);
    *next = *block;
    next->label = next->anchor = TEXT("");
    next->page_break_before = false;
    next->runs = first;
    next->span = span_of_runs(block->span, first, block->last_run);
    block->last_run = before;
    before->next = NULL;
    block->span = span_of_runs(block->span, block->runs, before);
    block->next = next;
    return next;
}
