/*
 * Lists that are several: numbers that begin again at 1 begin another list.
 *
 * Labels that a list swallowed: in Markdown a line right below an item goes on in that item, so
 * 「任职要求：」 below the last duty, over the conditions, stands in the middle of one list. The
 * list ends in front of it, and what follows is a list of its own.
 */
#include "core/base/script.h"
#include "core/extract/extraction.h"
#include "core/model/list_label.h"

/* A label over a section of a role, as against the name of a part or of a value. */
static bool opens_section(struct extraction *x, struct text words)
{
    struct text heading = words;
    struct label label = label_find(x, words);
    if (hashes_level(&heading) > 0)
        return true;
    if (label.kind != LABEL_ELEMENT || label.is_part)
        return false;
    enum kind kind = element_row(label.element)->kind;
    bool is_section = kind == KIND_LIST || kind == KIND_RECORDS || label.element == ELEMENT_PURPOSE;
    return is_section && (ends_in_colon(words) || !label.needs_context);
}

struct chain {
    struct block *first, *last;
};

static void chain_add(struct chain *chain, struct block *first, struct block *last)
{
    if (first == NULL)
        return;
    if (chain->first == NULL)
        chain->first = first;
    else
        chain->last->next = first;
    chain->last = last;
}

static struct chain lift_from_list(struct extraction *x, struct block *list);

/* Ends the item in front of the label; what follows in it is taken out. */
static struct chain lift_from_item(struct extraction *x, struct block *item)
{
    struct chain lifted = {0};
    for (struct block *b = item->children, *before = NULL; b != NULL; before = b, b = b->next) {
        if (b->kind == BLOCK_LIST)
            lifted = lift_from_list(x, b);
        struct block *rest = lifted.first != NULL ? b->next : b;
        bool is_label = before != NULL && b->kind == BLOCK_PARAGRAPH &&
                        opens_section(x, text_trim(block_text(x->scratch, b)));
        if (lifted.first == NULL && !is_label)
            continue;
        struct block *end = lifted.first != NULL ? b : before;
        chain_add(&lifted, rest, item->last_child);
        end->next = NULL;
        item->last_child = end;
        break;
    }
    return lifted;
}

/* 1. 2. 3. 1. 2.: Markdown makes one list of two that only blank lines part. */
static bool begins_again(const struct block *item)
{
    return list_label_number(item->label) > 1 && item->next != NULL &&
           list_label_number(item->next->label) == 1 &&
           list_label_look(item->label) == list_label_look(item->next->label);
}

/* returns  what of the list stands behind its first part, a label first; empty: it is one */
static struct chain lift_from_list(struct extraction *x, struct block *list)
{
    struct chain lifted = {0};
    for (struct block *item = list->children; item != NULL && lifted.first == NULL;
         item = item->next) {
        lifted = lift_from_item(x, item);
        if (item->next == NULL || (lifted.first == NULL && !begins_again(item)))
            continue;
        struct block *rest = arena_new(x->arena, struct block);
        *rest = *list;
        rest->children = item->next;
        rest->next = NULL;
        rest->anchor = TEXT("");
        chain_add(&lifted, rest, rest);
        list->last_child = item;
        item->next = NULL;
    }
    return lifted;
}

void lift_labels(struct extraction *x)
{
    struct document *document = x->document;
    for (struct block *block = document->blocks; block != NULL; block = block->next) {
        struct chain lifted = {0};
        if (block->kind == BLOCK_LIST)
            lifted = lift_from_list(x, block);
        if (lifted.first == NULL)
            continue;
        lifted.last->next = block->next;
        block->next = lifted.first;
        if (document->last_block == block)
            document->last_block = lifted.last;
    }
}
