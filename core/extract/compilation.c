#include "core/extract/compilation.h"
#include "core/base/script.h"
#include <assert.h>

#define PARTS_MIN 3  /* two headings with numbers are often a chapter's first and second half */
#define PASTED_MIN 2 /* parts with a heading too high for them; one is the next chapter's */

/* 招聘 of 「招聘 12」; number: 12. Empty: it is not words and a number behind them. */
static struct text words_before_number(struct text heading, size_t *number)
{
    size_t end = heading.size, unit = 1;
    *number = 0;
    while (end > 0 && is_ascii_digit(heading.data[end - 1])) {
        *number += unit * (size_t)(heading.data[--end] - '0');
        unit *= 10;
        if (heading.size - end > 3)
            return TEXT("");
    }
    return end == heading.size ? TEXT("") : text_trim(text_slice(heading, 0, end));
}

/* What all heads of a document have in common. */
struct heads {
    struct text words;
    unsigned level;
    size_t count, pasted;
};

static bool is_head(struct arena *arena, const struct block *block, struct heads *heads)
{
    size_t number;
    if (block->kind != BLOCK_HEADING || (heads->count > 0 && block->level != heads->level))
        return false;
    struct text words = words_before_number(text_trim(block_text(arena, block)), &number);
    if (text_is_empty(words) || number != heads->count + 1 ||
        (heads->count > 0 && !text_equal(words, heads->words)))
        return false;
    heads->words = words;
    heads->level = block->level;
    return true;
}

/* The heads in their order; false: the document is no compilation. */
static bool find_heads(struct arena *arena, const struct document *document, struct heads *heads)
{
    bool is_pasted = false; /* the part that is being looked at */
    for (const struct block *block = document->blocks; block != NULL; block = block->next) {
        if (is_head(arena, block, heads)) {
            heads->pasted += heads->count > 0 && is_pasted;
            heads->count++;
            is_pasted = false;
        } else if (block->kind == BLOCK_HEADING && block->level <= heads->level) {
            is_pasted = true;
        }
    }
    return heads->count >= PARTS_MIN && heads->pasted >= PASTED_MIN;
}

static struct compilation_part *part_begin(struct compilation_part *part,
                                           const struct document *document, struct block *head)
{
    part->head = head;
    part->byline = NULL;
    part->document = *document;
    part->document.blocks = part->document.last_block = NULL;
    part->document.remarks = part->document.last_remark = NULL; /* the whole document's */
    if (head != NULL)
        part->document.metadata = part->document.last_metadata = NULL;
    return part;
}

static void add_block(struct document *document, struct block *block)
{
    *(document->last_block == NULL ? &document->blocks : &document->last_block->next) = block;
    document->last_block = block;
    block->next = NULL;
}

/* 作者 of 「作者：王明」; empty: no label is in front. */
static struct text label_of_line(struct arena *arena, const struct block *item)
{
    struct text words = text_trim(whole_block_text(arena, item));
    size_t width, colon = find_colon(words, &width);
    return colon == TEXT_NOT_FOUND ? TEXT("") : text_slice(words, 0, colon);
}

/* Lists of the same labels in the same order: 作者, 時間, 來源. */
static bool are_labelled_alike(struct arena *arena, const struct block *one,
                               const struct block *other)
{
    if (one == NULL || other == NULL || one->kind != BLOCK_LIST || other->kind != BLOCK_LIST)
        return false;
    const struct block *a = one->children, *b = other->children;
    for (; a != NULL && b != NULL; a = a->next, b = b->next) {
        struct text label = label_of_line(arena, a);
        if (text_is_empty(label) || !text_equal(label, label_of_line(arena, b)))
            return false;
    }
    return a == NULL && b == NULL;
}

/* What every part says of itself in a list right below its head belongs to the head. */
static void take_bylines(struct arena *arena, struct compilation_part *parts, size_t count)
{
    for (size_t i = 2; i < count; i++)
        if (!are_labelled_alike(arena, parts[1].document.blocks, parts[i].document.blocks))
            return;
    for (size_t i = 1; i < count; i++) {
        struct document *document = &parts[i].document;
        struct block *list = document->blocks;
        assert(list != NULL); /* labelled like the others */
        document->blocks = list->next;
        list->next = NULL;
        parts[i].byline = list;
        if (document->blocks == NULL)
            document->last_block = NULL;
    }
}

struct compilation_part *compilation_divide(struct arena *arena, struct document *document,
                                            size_t *count)
{
    struct heads heads = {0}, again = {0};
    if (!find_heads(arena, document, &heads))
        return NULL;
    struct compilation_part *parts =
        arena_new_array(arena, heads.count + 1, struct compilation_part);
    struct compilation_part *part = part_begin(parts, document, NULL);
    for (struct block *block = document->blocks, *next; block != NULL; block = next) {
        next = block->next;
        if (is_head(arena, block, &again)) {
            again.count++;
            block->next = NULL;
            part = part_begin(part + 1, document, block);
        } else {
            add_block(&part->document, block);
        }
    }
    *count = heads.count + 1;
    take_bylines(arena, parts, *count);
    return parts;
}

struct compilation_part *compilation_divide_at(struct arena *arena, struct document *document,
                                               struct block *const *heads, size_t head_count,
                                               size_t *count)
{
    struct compilation_part *parts =
        arena_new_array(arena, head_count + 1, struct compilation_part);
    struct compilation_part *part = part_begin(parts, document, NULL);
    for (struct block *block = document->blocks, *next; block != NULL; block = next) {
        next = block->next;
        size_t begun = (size_t)(part - parts);
        if (begun < head_count && block == heads[begun]) {
            part = part_begin(part + 1, document, NULL);
            part->document.metadata = part->document.last_metadata = NULL; /* of the whole */
        }
        add_block(&part->document, block);
    }
    *count = head_count + 1;
    return parts;
}

void compilation_rejoin(struct document *document, struct compilation_part *parts, size_t count)
{
    document->blocks = document->last_block = NULL;
    for (size_t i = 0; i < count; i++) {
        if (parts[i].head != NULL)
            add_block(document, parts[i].head);
        if (parts[i].byline != NULL)
            add_block(document, parts[i].byline);
        struct block *next;
        for (struct block *block = parts[i].document.blocks; block != NULL; block = next) {
            next = block->next;
            add_block(document, block);
        }
    }
}
