/* Labels in brackets in the midst of a paragraph: 「【崗位職責】採買；記帳。【任職要求】高中。」 */
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"

/* 【任職要求】 in the run, from there on: where a known label in such brackets begins. */
static size_t bracketed_label_at(struct extraction *x, struct text words, size_t from)
{
    static const struct text open = TEXT_INIT("【"), close = TEXT_INIT("】");
    for (size_t at = from; (at = text_find(words, open, at)) != TEXT_NOT_FOUND; at += open.size) {
        /* a label's bytes at most, or each bracket would be looked behind up to the end */
        struct text inside = text_head(text_from(words, at + open.size), LABEL_BYTES);
        size_t end = text_find(inside, close, 0);
        if (end != TEXT_NOT_FOUND &&
            label_find(x, text_slice(inside, 0, end)).kind == LABEL_ELEMENT)
            return at;
    }
    return TEXT_NOT_FOUND;
}

/*
 * Behind 【你需要做的是】, a phrase that is no label and so begins no line of one: the words that stand
 * in its line; 0: they do not.
 */
static size_t behind_phrase(struct extraction *x, struct text words)
{
    static const struct text open = TEXT_INIT("【"), close = TEXT_INIT("】");
    if (!text_starts_with(words, open))
        return 0;
    struct text inside = text_head(text_from(words, open.size), LABEL_BYTES);
    size_t end = text_find(inside, close, 0);
    if (end == TEXT_NOT_FOUND)
        return 0;
    struct text name = text_slice(inside, 0, end);
    size_t behind = open.size + end + close.size;
    bool is_phrase =
        label_find(x, name).kind == LABEL_UNKNOWN && label_guess(x, name).guess == GUESS_PHRASE;
    return is_phrase && !text_is_blank(text_from(words, behind)) ? behind : 0;
}

struct block *divide_at_brackets(struct extraction *x, struct block *block)
{
    struct run *first = block->runs;
    size_t behind = first != NULL && first->kind == RUN_TEXT ? behind_phrase(x, first->text) : 0;
    if (behind > 0)
        block = divide_block(x, block, first, split_run(x, block, first, behind));
    size_t labels = 0;
    for (const struct run *run = block->runs; run != NULL; run = run->next)
        for (size_t at = 0;
             run->kind == RUN_TEXT && (at = bracketed_label_at(x, run->text, at)) != TEXT_NOT_FOUND;
             at++)
            labels++;
    struct run *before = NULL, *run = block->runs;
    while (run != NULL && labels > 1) {
        size_t at = run->kind == RUN_TEXT && run->text.size > 0
                        ? bracketed_label_at(x, run->text, before == NULL ? 1 : 0)
                        : TEXT_NOT_FOUND;
        if (at == TEXT_NOT_FOUND) {
            before = run;
            run = run->next;
            continue;
        }
        if (at > 0) {
            before = run;
            run = split_run(x, block, run, at);
        }
        block = divide_block(x, block, before, run);
        before = NULL;
    }
    return block;
}
