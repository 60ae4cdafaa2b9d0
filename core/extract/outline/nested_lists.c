/*
 * "1. President", "  * Presides over meetings", "2. Secretary": too little in front of the bullets
 * for Markdown to see a list within the first item, so that it sees three lists. The numbers that
 * go on behind the bullets tell that it is one, and that the bullets are below its items.
 *
 * "1. President" over its duties, "2) Secretary" over its own: each a list, since their numbers look
 * otherwise or begin anew. Positions with lists of their own are one list.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/model/list_number.h"

static bool is_numbered(const struct block *list)
{
    return list->kind == BLOCK_LIST && list->children != NULL &&
           list_label_number(list->children->label) > 0;
}

static bool has_bullets(const struct block *list)
{
    return list->kind == BLOCK_LIST && list->children != NULL && !list->ordered;
}

/* The numbers of the list go on in the other one. */
static bool goes_on_in(const struct block *list, const struct block *other)
{
    struct text last = list->last_child->label, next = other->children->label;
    return list_label_number(next) == list_label_number(last) + 1 &&
           list_label_look(next) == list_label_look(last);
}

/* It begins further right than the list above it. */
static bool is_indented(const struct block *list, const struct block *above)
{
    return span_column(list->children->span) > span_column(above->children->span);
}

/* All items but the last have a list of their own, and that one has a line alone. */
static bool lacks_only_last(const struct block *list)
{
    for (const struct block *item = list->children; item != list->last_child; item = item->next)
        if (item->children == NULL || item->last_child->kind != BLOCK_LIST)
            return false;
    const struct block *last = list->last_child->children;
    return last != NULL && last->next == NULL;
}

/* The bullets right behind the list are below its last item. */
static bool nests_next(const struct block *list, bool has_joined)
{
    const struct block *bullets = list->next;
    if (bullets == NULL || !has_bullets(bullets))
        return false;
    const struct block *behind = bullets->next;
    bool goes_on = behind != NULL && is_numbered(behind) && goes_on_in(list, behind);
    return goes_on || (has_joined && (is_indented(bullets, list) || lacks_only_last(list)));
}

static void nest_next(struct block *list)
{
    struct block *bullets = list->next, *item = list->last_child;
    list->next = bullets->next;
    bullets->next = NULL;
    bullets->level = list->level + 1;
    if (item->children == NULL)
        item->children = bullets;
    else
        item->last_child->next = bullets;
    item->last_child = bullets;
}

static void join_next(struct block *list)
{
    struct block *more = list->next;
    list->last_child->next = more->children;
    list->last_child = more->last_child;
    list->next = more->next;
}

/* Every item is the name of a position over a list. */
static bool has_names_over_lists(struct extraction *x, const struct block *list)
{
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        const struct block *name = item->children;
        if (name == NULL || name->kind != BLOCK_PARAGRAPH || name->next == NULL ||
            name->next->kind != BLOCK_LIST || name->next->next != NULL ||
            !vocabulary_is_position(x->vocabulary, x->scratch,
                                    name_without_colon(text_trim(block_text(x->scratch, name)))))
            return false;
    }
    return list->children != NULL;
}

static void join_lists_of_names(struct extraction *x, struct block *list)
{
    bool is_one = list->kind == BLOCK_LIST && list->next != NULL &&
                  list->next->kind == BLOCK_LIST && has_names_over_lists(x, list);
    while (is_one && list->next != NULL && list->next->kind == BLOCK_LIST &&
           has_names_over_lists(x, list->next))
        join_next(list);
}

void nest_bullets(struct extraction *x)
{
    struct document *document = x->document;
    for (struct block *list = document->blocks; list != NULL; list = list->next) {
        bool has_joined = false;
        while (is_numbered(list) && nests_next(list, has_joined)) {
            nest_next(list);
            if (list->next != NULL && is_numbered(list->next) && goes_on_in(list, list->next))
                join_next(list);
            has_joined = true;
        }
        join_lists_of_names(x, list);
        if (list->next == NULL)
            document->last_block = list;
    }
}
