/* Labels in brackets in the midst of a paragraph: 「【崗位職責】採買；記帳。【任職要求】高中。」 */
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"

static const struct text open = TEXT_INIT("【"), close = TEXT_INIT("】");

/*
 * The words between the bracket at the offset and the one that closes it; empty: no label's bytes
 * behind it, or each bracket would be looked behind up to the end, stands another.
 */
static struct text words_in_brackets(struct text words, size_t at)
{
    struct text inside = text_head(text_from(words, at + open.size), LABEL_BYTES);
    size_t end = text_find(inside, close, 0);
    return end == TEXT_NOT_FOUND ? TEXT("") : text_slice(inside, 0, end);
}

/* 【任職要求】 in the run, from there on: where a known label in such brackets begins. */
static size_t bracketed_label_at(struct extraction *x, struct text words, size_t from)
{
    for (size_t at = from; (at = text_find(words, open, at)) != TEXT_NOT_FOUND; at += open.size)
        if (label_find(x, words_in_brackets(words, at)).kind == LABEL_ELEMENT)
            return at;
    return TEXT_NOT_FOUND;
}

/*
 * Behind 【你需要做的是】, a phrase that is no label and so begins no line of one: the words that stand
 * in its line; 0: they do not.
 */
static size_t behind_phrase(struct extraction *x, struct text words)
{
    struct text name = text_starts_with(words, open) ? words_in_brackets(words, 0) : TEXT("");
    size_t behind = open.size + name.size + close.size;
    bool is_phrase = !text_is_empty(name) && label_find(x, name).kind == LABEL_UNKNOWN &&
                     label_guess(x, name).guess == GUESS_PHRASE;
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
