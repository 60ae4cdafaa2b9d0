/*
 * 「店長⇥1. 排班⏎⇥2. 督導服務」: names of positions beside their duties, as tabs place them. Each
 * name becomes a line of its own over its list.
 */
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

#define NAMES_MIN 2
#define NAME_BYTES 60

/* The number in front of the words; 0: none. */
static unsigned number_of(struct text words)
{
    struct list_label typed = list_label_of(text_trim(words));
    return typed.kind == LIST_LABEL_NUMBER || typed.kind == LIST_LABEL_CHINESE
               ? list_label_number(typed.label)
               : 0;
}

/* Behind the name of a position and a tab, in front of the first of its duties. */
static bool is_name_beside_first(struct extraction *x, const struct block *block)
{
    if (block->kind != BLOCK_PARAGRAPH || !text_is_empty(block->label))
        return false;
    struct text line = whole_block_text(x->scratch, block);
    size_t tab = text_find(line, TEXT("\t"), 0);
    if (tab == TEXT_NOT_FOUND || tab == 0 || tab > NAME_BYTES ||
        number_of(text_from(line, tab)) != 1)
        return false;
    return vocabulary_is_position(x->vocabulary, x->scratch, text_trim(text_slice(line, 0, tab)));
}

/* The next of the duties, with nothing but a tab in front of it. */
static bool is_next_beside(struct extraction *x, const struct block *block)
{
    if (block == NULL || block->kind != BLOCK_PARAGRAPH)
        return false;
    struct text line = whole_block_text(x->scratch, block);
    return number_of(line) == 2;
}

static void part_name(struct extraction *x, struct block *block)
{
    for (struct run *run = block->runs; run != NULL; run = run->next) {
        unsigned style = run->style;
        run->style |= STYLE_STRONG; /* its place marks it as bold letters would */
        size_t tab = run->kind == RUN_TEXT ? text_find(run->text, TEXT("\t"), 0) : TEXT_NOT_FOUND;
        if (tab == TEXT_NOT_FOUND)
            continue;
        bool is_last = tab + 1 == run->text.size;
        struct run *behind = is_last ? run->next : split_run(x, block, run, tab + 1);
        if (behind != NULL && !is_last)
            behind->style = style;
        if (behind != NULL)
            divide_block(x, block, run, behind);
        return;
    }
}

void divide_tabbed_names(struct extraction *x, struct block *first)
{
    size_t names = 0, lists = 0;
    for (const struct block *block = first; block != NULL; block = block->next) {
        bool is_name = is_name_beside_first(x, block);
        names += is_name;
        lists += is_name && is_next_beside(x, block->next);
    }
    if (names < NAMES_MIN || lists == 0)
        return;
    for (struct block *block = first; block != NULL; block = block->next)
        if (is_name_beside_first(x, block))
            part_name(x, block);
}
