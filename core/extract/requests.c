/* Comments and front matter that speak to the checks, and what each of them stands at. */
#include "core/extract/extraction.h"

static bool holds(struct span outer, struct span inner)
{
    return outer.source == inner.source && outer.begin <= inner.begin && inner.end <= outer.end;
}

/* A block that is a thing of its own, as against one that groups others. */
static bool is_thing(const struct block *block)
{
    switch (block->kind) {
    case BLOCK_HEADING:
    case BLOCK_PARAGRAPH:
    case BLOCK_ITEM:
    case BLOCK_FIGURE:
    case BLOCK_CODE:
        return true;
    case BLOCK_LIST:
    case BLOCK_TABLE:
    case BLOCK_QUOTE:
    case BLOCK_PAGE_BREAK:
    case BLOCK_RULE:
    case BLOCK_SECTION:
    case BLOCK_CONTENTS:
        return false;
    }
    return false;
}

static struct span span_of_row(const struct table *table, const struct cell *cell)
{
    struct span span = cell->span;
    for (const struct cell *c = table->cells; c != NULL; c = c->next) {
        bool is_beside = c->row < cell->row + cell->row_span && cell->row < c->row + c->row_span;
        if (is_beside && c->span.source == span.source && c->span.begin < span.begin)
            span.begin = c->span.begin;
        if (is_beside && c->span.source == span.source && c->span.end > span.end)
            span.end = c->span.end;
    }
    return span;
}

/* From a heading to the next one of its rank; the one in front of all is that of the whole. */
static struct span span_of_section(struct extraction *x, const struct block *heading)
{
    struct span span = heading->span;
    struct walk *walk = arena_new(x->scratch, struct walk);
    *walk = walk_blocks(x->document->blocks);
    span.end = (uint32_t)span.source->text.size;
    while (walk_next(walk)) {
        const struct block *block = walk->block;
        if (walk->event == WALK_ENTER && block->kind == BLOCK_HEADING &&
            block->level <= heading->level && block->span.begin > heading->span.begin) {
            span.end = block->span.begin;
            break;
        }
    }
    return span;
}

/* What a comment stands at. */
struct place {
    const struct block *around; /* the innermost thing that holds it; NULL: it stands alone */
    const struct block *next;   /* the first block behind it; NULL: none */
    const struct table *table;  /* of the cell that holds it; NULL: none */
    const struct cell *cell;
};

static struct place find_place(struct extraction *x, struct span comment)
{
    struct place place = {0};
    struct walk *walk = arena_new(x->scratch, struct walk);
    *walk = walk_blocks(x->document->blocks);
    while (walk_next(walk)) {
        const struct block *block = walk->block;
        if (walk->event == WALK_ENTER_CELL && holds(walk->cell->span, comment)) {
            place.table = block->table;
            place.cell = walk->cell;
        }
        if (walk->event != WALK_ENTER || block->span.source != comment.source)
            continue;
        if (holds(block->span, comment) && is_thing(block))
            place.around = block;
        else if (place.next == NULL && block->span.begin >= comment.end)
            place.next = block;
    }
    return place;
}

static struct span scope_of(struct extraction *x, struct span comment)
{
    struct place place = find_place(x, comment);
    const struct block *block = place.around != NULL ? place.around : place.next;
    if (place.cell != NULL)
        return span_of_row(place.table, place.cell);
    if (block == NULL)
        return comment;
    return block->kind == BLOCK_HEADING ? span_of_section(x, block) : block->span;
}

#define RULES_KEY "rules." /* of front matter: rules: {C102: off} */

bool is_request(struct text key) { return text_starts_with(key, TEXT(RULES_KEY)); }

void take_requests(struct extraction *x)
{
    for (const struct metadata *m = x->document->metadata; m != NULL; m = m->next)
        if (is_request(m->key))
            request_append(x->handbook, text_from(m->key, sizeof RULES_KEY - 1), m->key_span)
                ->level = m->value;
    for (const struct remark *r = x->document->remarks; r != NULL; r = r->next) {
        struct request *request = request_of_comment(x->handbook, r->text, r->span);
        if (request != NULL)
            request->scope = scope_of(x, r->span);
    }
}
