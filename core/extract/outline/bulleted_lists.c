/*
 * Word has no lists, but paragraphs that it shows behind bullets, and authors type bullets in front
 * of paragraphs. Several in a row become the items of a list, as deep as they stand, so that what
 * is known of lists holds for them.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/extract/walk/walk.h"
#include "core/model/list_label.h"

#define ITEMS_MIN 2
#define HEADS_MIN 2 /* lines in bold that part the items of a document */
#define ANNOUNCED_MAX                                                                              \
    20 /* items in a row that end in a colon: more are a form's blanks; bounds work */

/* The bullet in front of the paragraph, Word's or typed; empty: none. */
static struct text bullet_of(struct extraction *x, const struct block *block)
{
    if (block == NULL || block->kind != BLOCK_PARAGRAPH || block->runs == NULL)
        return TEXT("");
    if (!text_is_empty(block->label))
        return is_list_bullet(block->label) ? block->label : TEXT("");
    struct list_label typed = list_label_of(text_trim(block_text(x->scratch, block)));
    return typed.kind == LIST_LABEL_BULLET && !text_is_empty(typed.rest) ? typed.label : TEXT("");
}

/* An item of the row that begins with first, behind first_bullet: with the same bullet, or deeper. */
static bool is_of_row(struct extraction *x, const struct block *first, struct text first_bullet,
                      const struct block *block)
{
    struct text bullet = bullet_of(x, block);
    return !text_is_empty(bullet) && block->level >= first->level && !block_is_strong(block) &&
           (block->level > first->level || text_equal(bullet, first_bullet));
}

/*
 * How many items stand in a row from here; *last: the last of them. A line in bold is a heading
 * with a bullet, a last one that ends in a colon announces what stands behind the row, and where
 * lines are items, a blank one ends the row.
 */
static size_t items_in_row(struct extraction *x, struct block *first, struct block **last)
{
    size_t count = 0, announced = 0;
    struct text bullet = bullet_of(x, first);
    bool has_gaps = first->next != NULL && blocks_have_gap(first, first->next);
    for (struct block *b = first, *before = NULL;
         announced < ANNOUNCED_MAX && is_of_row(x, first, bullet, b); b = b->next) {
        if (before != NULL && !has_gaps && blocks_have_gap(before, b))
            break;
        before = b;
        announced++;
        if (ends_in_colon(text_trim(block_text(x->scratch, b))))
            continue;
        *last = b;
        count += announced;
        announced = 0;
    }
    return count;
}

/* The typed bullet is the item's, and none of its words. */
static void lift_bullet(struct extraction *x, struct block *block)
{
    struct text bullet = text_is_empty(block->label) ? bullet_of(x, block) : TEXT("");
    struct run *run = block->runs;
    while (run != NULL && run->kind == RUN_TEXT && text_is_blank(run->text))
        run = run->next;
    size_t at =
        run == NULL || text_is_empty(bullet) ? TEXT_NOT_FOUND : text_find(run->text, bullet, 0);
    if (at == TEXT_NOT_FOUND)
        return;
    size_t end = at + bullet.size;
    block->label = text_slice(run->text, at, end);
    account_mark(x->account, block->label, block->span);
    while (end < run->text.size && run->text.data[end] == ' ')
        end++;
    block->runs = end < run->text.size ? split_run(x, block, run, end) : run->next;
}

static struct block *item_of(struct extraction *x, struct block *list, struct block *words)
{
    struct block *item = arena_new(x->arena, struct block);
    lift_bullet(x, words);
    *item = (struct block){.kind = BLOCK_ITEM,
                           .parent = list,
                           .level = words->level,
                           .span = words->span,
                           .label = words->label,
                           .children = words,
                           .last_child = words};
    words->label = TEXT("");
    words->parent = item;
    words->next = NULL;
    return item;
}

/* The items in front of end, from *from on, and deeper ones below them: as deep as Word's lists. */
static struct block *list_of(struct extraction *x, struct block *parent, struct block **from,
                             const struct block *end)
{
    struct block *list = arena_new(x->arena, struct block), *item = NULL;
    *list = (struct block){
        .kind = BLOCK_LIST, .parent = parent, .level = (*from)->level, .span = (*from)->span};
    while (*from != end && (*from)->level >= list->level) {
        struct block *words = *from;
        if (item != NULL && words->level > list->level) {
            item->last_child->next = list_of(x, item, from, end);
            item->last_child = item->last_child->next;
            continue;
        }
        *from = words->next;
        struct block *next = item_of(x, list, words);
        if (item == NULL)
            list->children = next;
        else
            item->next = next;
        item = list->last_child = next;
    }
    return list;
}

/* 「理事會：…」: a line of its own, whose label is not known. */
static bool is_unknown_pair(struct extraction *x, const struct block *block)
{
    struct pair pair;
    if (block == NULL || block->kind != BLOCK_PARAGRAPH)
        return false;
    struct text words = list_label_of(text_trim(block_text(x->scratch, block))).rest;
    return unknown_pair(words, &pair) && label_pairs(x, words, &pair, 1) == 0;
}

/* 「理事會：…」 above 「● 燈務部：…」: lines of one row, though not all have a bullet. */
static bool goes_on_from(struct extraction *x, const struct block *above, const struct block *first)
{
    return is_unknown_pair(x, above) && is_unknown_pair(x, first);
}

/* All behind its bullet is bold: the bullet itself need not be, where the author typed it. */
static bool is_bold_item(struct extraction *x, const struct block *block)
{
    struct text bullet = bullet_of(x, block);
    const struct run *run = block->runs;
    if (text_is_empty(bullet))
        return false;
    if (text_is_empty(block->label) && text_equal(text_trim(run->text), bullet))
        run = run->next;
    bool is_bold = false;
    for (; run != NULL; run = run->next) {
        bool is_strong = (run->style & STYLE_STRONG) != 0;
        if (!is_strong && !text_is_blank(run->text))
            return false;
        is_bold |= is_strong;
    }
    return is_bold;
}

/* A line in bold behind a bullet, right above an item that is not. */
static bool heads_row(struct extraction *x, const struct block *block)
{
    const struct block *next = block->next;
    return block->kind == BLOCK_PARAGRAPH && next != NULL && is_bold_item(x, block) &&
           !text_is_empty(bullet_of(x, next)) && !is_bold_item(x, next);
}

/* Where several of them part the items, they are headings, and no items: one may be bold by chance. */
static void free_headings_of_rows(struct extraction *x)
{
    size_t heads = 0;
    for (const struct block *b = x->document->blocks; b != NULL; b = b->next)
        heads += heads_row(x, b);
    for (struct block *b = x->document->blocks; heads >= HEADS_MIN && b != NULL; b = b->next)
        if (heads_row(x, b)) {
            lift_bullet(x, b);
            b->label = TEXT("");
        }
}

void join_bulleted_lists(struct extraction *x)
{
    struct document *document = x->document;
    const struct block *above = NULL;
    free_headings_of_rows(x);
    bool is_first = true; /* the document's first words are its title, even behind a bullet */
    for (struct block **place = &document->blocks; *place != NULL; place = &(*place)->next) {
        struct block *last = NULL, *block = *place;
        bool is_title = is_first;
        is_first &= block->kind != BLOCK_PARAGRAPH || block->runs == NULL;
        if (!is_title && !text_is_empty(bullet_of(x, block)) && !goes_on_from(x, above, block) &&
            items_in_row(x, block, &last) >= ITEMS_MIN) {
            struct block *end = last->next;
            *place = list_of(x, block->parent, &block, end);
            (*place)->next = end;
        }
        above = document->last_block = *place;
    }
}
