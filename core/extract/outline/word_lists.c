/*
 * Word has no lists, but paragraphs that it shows behind bullets. Where several stand in a row they
 * become the items of a list, as deep as they stand, so that what is known of lists holds for them.
 * Labels of sections among them are headings that their author gave a bullet, and stay paragraphs.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/model/list_label.h"

#define ITEMS_MIN 2

static bool is_bulleted(const struct block *block)
{
    return block != NULL && block->kind == BLOCK_PARAGRAPH && is_list_bullet(block->label) &&
           block->runs != NULL;
}

/* 「• 岗位职责：」, or in bold: what stands behind it is its section. */
static bool is_heading_like(struct extraction *x, const struct block *block)
{
    struct text words = text_trim(block_text(x->scratch, block));
    struct label label = label_find(x, words);
    bool is_field =
        label.kind == LABEL_ELEMENT && !is_section_label(&label) && label.element != ELEMENT_TITLE;
    return (label.kind != LABEL_UNKNOWN && !is_field) || ends_in_colon(words) ||
           block_is_strong(block);
}

/* How many such items stand in a row from here; *last: the last of them. */
static size_t items_in_row(struct extraction *x, struct block *first, struct block **last)
{
    size_t count = 0;
    for (struct block *b = first;
         is_bulleted(b) && b->level >= first->level && !is_heading_like(x, b); b = b->next) {
        *last = b;
        count++;
    }
    return count;
}

/* The items from *from on as deep as it stands, and deeper ones below them. */
static struct block *list_of(struct extraction *x, struct block *parent, struct block **from,
                             const struct block *end)
{
    unsigned level = (*from)->level;
    struct block *list = arena_new(x->arena, struct block);
    *list =
        (struct block){.kind = BLOCK_LIST, .parent = parent, .level = level, .span = (*from)->span};
    struct block *item = NULL;
    while (*from != end && (*from)->level >= level) {
        struct block *b = *from;
        if (item != NULL && b->level > level) {
            struct block *deeper = list_of(x, item, from, end);
            item->last_child->next = deeper;
            item->last_child = deeper;
            continue;
        }
        *from = b->next;
        struct block *next = arena_new(x->arena, struct block);
        *next = (struct block){.kind = BLOCK_ITEM,
                               .parent = list,
                               .level = level,
                               .span = b->span,
                               .label = b->label,
                               .children = b,
                               .last_child = b};
        b->next = NULL;
        b->parent = next;
        b->label = TEXT("");
        if (item == NULL)
            list->children = next;
        else
            item->next = next;
        item = list->last_child = next;
    }
    return list;
}

/* The document's first words are its title, even behind a bullet. */
void join_word_lists(struct extraction *x)
{
    struct document *document = x->document;
    bool is_first = true;
    for (struct block **place = &document->blocks; *place != NULL; place = &(*place)->next) {
        struct block *last = NULL, *first = *place;
        bool is_title = is_first;
        is_first &= first->kind != BLOCK_PARAGRAPH || first->runs == NULL;
        if (!is_title && is_bulleted(first) && items_in_row(x, first, &last) >= ITEMS_MIN) {
            struct block *end = last->next;
            *place = list_of(x, first->parent, &first, end);
            (*place)->next = end;
        }
        document->last_block = *place;
    }
}
