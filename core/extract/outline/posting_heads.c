/*
 * 「青田科技 | 後端工程師 | 20-35k | 1-3年」: the line that a posting of a job board begins with. Bars
 * part it, one part names a position, and another is the pay. In front of a paragraph, or of an item
 * that holds the posting, it becomes a heading, and the rest of its item stands on the page.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/posting_titles.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/values/values.h"

#define PARTS_MIN 3    /* whose it is, its name, its pay: fewer are a row of anything */
#define LINE_BYTES 240 /* a longer one is no title: a bound on work */
#define LEVEL_MAX 9    /* of a heading */
#define STYLE "posting head"

static bool is_bar(uint32_t c) { return c == '|' || c == 0xFF5C; }

/* The part that begins there, up to the next bar; *at: behind it. */
static struct text next_part(struct text line, size_t *at)
{
    size_t begin = *at, end = *at;
    while (*at < line.size && !is_bar(text_next(line, at)))
        end = *at;
    return text_trim(text_slice(line, begin, end));
}

static bool has_parts(struct text line)
{
    size_t parts = 0;
    for (size_t at = 0; at < line.size; parts++)
        next_part(line, &at);
    return parts >= PARTS_MIN;
}

static bool is_posting_head(struct extraction *x, struct text line)
{
    size_t amounts = 0, names = 0;
    if (line.size > LINE_BYTES || !has_parts(line))
        return false;
    for (size_t at = 0; at < line.size;) {
        struct text part = next_part(line, &at);
        if (is_amount_of_pay(x, part))
            amounts++;
        else
            names += vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(part));
    }
    return amounts == 1 && (names == 1 || (!is_latin_text(line) &&
                                           name_in_posting_title(x, line).size < line.size));
}

/* The words of its first line; *end: the end of that line, NULL: it has no other. */
static struct text first_line(struct extraction *x, struct block *block, struct run **end)
{
    struct run *run = block->runs, *last = NULL;
    while (run != NULL && run->kind != RUN_BREAK && (run->style & STYLE_LINE_END) == 0) {
        last = run;
        run = run->next;
    }
    *end = run;
    if (last == NULL)
        return TEXT("");
    struct block line = {.kind = BLOCK_PARAGRAPH, .runs = block->runs};
    last->next = NULL;
    struct text words = text_trim(block_text(x->scratch, &line));
    last->next = run;
    return words;
}

static bool begins_with_head(struct extraction *x, struct block *block)
{
    struct run *end;
    return block != NULL && block->kind == BLOCK_PARAGRAPH &&
           is_posting_head(x, first_line(x, block, &end));
}

/* returns  the last of what it became: the heading, or the paragraph of its other lines */
static struct block *raise_head(struct extraction *x, struct block *block, unsigned level)
{
    struct run *end, *before = block->runs;
    struct block *last = block;
    first_line(x, block, &end);
    if (end != NULL && end->next != NULL) {
        while (before->next != end)
            before = before->next;
        last = divide_block(x, block, before, end->next);
    }
    block->kind = BLOCK_HEADING;
    block->level = level;
    block->style = TEXT(STYLE);
    return last;
}

static bool holds_posting(struct extraction *x, const struct block *list)
{
    for (const struct block *item = list->children; item != NULL; item = item->next)
        if (begins_with_head(x, item->children))
            return true;
    return false;
}

/* The items up to the next that holds a posting stay a list. */
static struct block *list_of_items(struct extraction *x, const struct block *list,
                                   struct block *item, struct block **next)
{
    struct block *part = arena_new(x->arena, struct block);
    *part = *list;
    part->anchor = TEXT("");
    part->children = part->last_child = item;
    while (part->last_child->next != NULL && !begins_with_head(x, part->last_child->next->children))
        part->last_child = part->last_child->next;
    *next = part->last_child->next;
    part->last_child->next = part->next = NULL;
    return part;
}

/* The postings stand on the page in the list's place; returns the last of the blocks. */
static struct block *spread_postings(struct extraction *x, struct block **place, unsigned level)
{
    struct block *list = *place, *after = list->next, *last = NULL;
    for (struct block *item = list->children; item != NULL;) {
        bool is_posting = begins_with_head(x, item->children);
        struct block *next = item->next;
        *place = is_posting ? item->children : list_of_items(x, list, item, &next);
        if (is_posting) {
            item->children->label = item->label;
            raise_head(x, item->children, level);
        }
        for (last = *place; last->next != NULL; last = last->next)
            last->parent = list->parent;
        last->parent = list->parent;
        place = &last->next;
        item = next;
    }
    *place = after;
    return last;
}

void raise_posting_heads(struct extraction *x)
{
    unsigned level = 1; /* of the heading above; those below it are one deeper */
    for (struct block **place = &x->document->blocks; *place != NULL;) {
        struct block *block = *place;
        unsigned below = level < LEVEL_MAX ? level + 1 : LEVEL_MAX;
        if (block->kind == BLOCK_HEADING)
            level = block->level;
        else if (block->kind == BLOCK_LIST && holds_posting(x, block))
            block = spread_postings(x, place, below);
        else if (begins_with_head(x, block))
            block = raise_head(x, block, below);
        x->document->last_block = block;
        place = &block->next;
    }
}

bool find_posting_heads(struct extraction *x, struct outline *outline)
{
    bool has_heads = false;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING || !text_is(piece->block->style, STYLE))
            continue;
        piece->is_role = has_heads = true;
        piece->name = piece->text;
    }
    x->has_listed_roles |= has_heads; /* the pay vouches for the names */
    return has_heads;
}
