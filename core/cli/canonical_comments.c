/* Comments of a file go to where what they speak of stands in the canonical one. */
#include "core/cli/canonical_parts.h"
#include <stdlib.h>

/* What a comment can stand at; the same role gives the same anchors in the same order. */
struct anchor {
    struct span at;
    size_t index; /* among those of the role */
};

struct anchors {
    struct anchor *items;
    size_t count, capacity;
};

/* A comment to put into a text. */
struct insertion {
    size_t at, order;
    struct text before, comment, behind;
};

struct placing {
    struct arena *arena;
    const struct canonical_reading *from, *written;
    struct anchors sorted;         /* of from, by place */
    struct anchors there;          /* of written, by index */
    const struct remark **remarks; /* of from, in order */
    bool *is_within;               /* by remark: in a paragraph, an item, a heading or a cell */
    size_t remark_count;
    struct insertion *insertions;
    size_t count, capacity;
};

bool canonical_has_comments(const struct canonical_reading *reading)
{
    for (const struct remark *r = reading->document->remarks; r != NULL; r = r->next)
        if (!text_is_empty(r->text)) /* "<!-- -->" divides lists, and is written where it must */
            return true;
    return false;
}

/* ---- anchors ---- */

static void add_anchor(struct arena *arena, struct anchors *anchors, struct span at)
{
    size_t index = anchors->count;
    *arena_push(arena, anchors->items, anchors->count, anchors->capacity) =
        (struct anchor){at, index};
}

static struct anchors anchors_of(struct arena *arena, const struct role *role)
{
    struct anchors anchors = {0};
    add_anchor(arena, &anchors, role->at);
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        const struct records *records = &role->values[e];
        add_anchor(arena, &anchors, records->at);
        for (size_t i = 0; i < records->count; i++)
            add_anchor(arena, &anchors, records->rows[i].at);
    }
    for (const struct section_text *s = role->other; s != NULL; s = s->next)
        add_anchor(arena, &anchors, s->at);
    return anchors;
}

static int compare_anchors(const void *left, const void *right)
{
    const struct anchor *a = left, *b = right;
    if (a->at.begin != b->at.begin)
        return a->at.begin < b->at.begin ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

/* Those that stand in the body, by place. */
static void sort_anchors(struct placing *p)
{
    struct anchors all = anchors_of(p->arena, p->from->role);
    for (size_t i = 0; i < all.count; i++) {
        struct span at = all.items[i].at;
        if (at.source == p->from->source && at.end > at.begin && at.begin >= p->from->body_begin)
            *arena_push(p->arena, p->sorted.items, p->sorted.count, p->sorted.capacity) =
                all.items[i];
    }
    if (p->sorted.count > 1)
        qsort(p->sorted.items, p->sorted.count, sizeof *p->sorted.items, compare_anchors);
}

/* How many anchors begin before the offset. */
static size_t anchors_before(const struct placing *p, uint32_t offset)
{
    size_t low = 0, high = p->sorted.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (p->sorted.items[middle].at.begin < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* ---- which comments stand within words ---- */

static bool is_thing(const struct block *block)
{
    return block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH ||
           block->kind == BLOCK_ITEM;
}

static void mark_within(struct placing *p, struct span span)
{
    size_t low = 0, high = p->remark_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (p->remarks[middle]->span.begin < span.begin)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < p->remark_count && p->remarks[low]->span.begin < span.end; low++)
        p->is_within[low] |= p->remarks[low]->span.end <= span.end;
}

static void find_within(struct placing *p)
{
    struct walk *walk = arena_new(p->arena, struct walk);
    size_t capacity = 0;
    for (const struct remark *r = p->from->document->remarks; r != NULL; r = r->next)
        *arena_push(p->arena, p->remarks, p->remark_count, capacity) = r;
    p->is_within = arena_new_array(p->arena, p->remark_count, bool);
    *walk = walk_blocks(p->from->document->blocks);
    while (walk_next(walk)) {
        if (walk->event == WALK_ENTER_CELL)
            mark_within(p, walk->cell->span);
        else if (walk->event == WALK_ENTER && is_thing(walk->block))
            mark_within(p, walk->block->span);
    }
}

/* ---- places in the text that was written ---- */

static size_t line_begin(struct text text, size_t offset)
{
    while (offset > 0 && text.data[offset - 1] != '\n')
        offset--;
    return offset;
}

static size_t line_end(struct text text, size_t offset)
{
    size_t end = text_find(text, TEXT("\n"), offset);
    return end == TEXT_NOT_FOUND ? text.size : end;
}

static bool is_row(struct text text, size_t begin)
{
    return begin < text.size && text.data[begin] == '|';
}

/* A table begins two lines above its first row; there is no room above other rows. */
static size_t begin_of_block(struct text text, size_t offset)
{
    size_t begin = line_begin(text, offset), lines = 0;
    if (!is_row(text, begin))
        return begin;
    while (begin > 0 && is_row(text, line_begin(text, begin - 1)) && lines <= 2) {
        begin = line_begin(text, begin - 1);
        lines++;
    }
    return lines <= 2 ? begin : TEXT_NOT_FOUND;
}

static void insert(struct placing *p, size_t at, struct text before, struct text comment,
                   struct text behind)
{
    size_t order = p->count;
    *arena_push(p->arena, p->insertions, p->count, p->capacity) =
        (struct insertion){at, order, before, comment, behind};
}

/* Behind the words it stands at, on their line. */
static void put_behind(struct placing *p, struct span to, struct text comment)
{
    struct text text = p->written->source->text;
    size_t end = to.end;
    insert(p,
           is_row(text, line_begin(text, to.begin)) ? end : line_end(text, end > 0 ? end - 1 : 0),
           TEXT(" "), comment, TEXT(""));
}

/* On lines of its own, above what it stands above. */
static void put_above(struct placing *p, struct span to, struct text comment)
{
    struct text text = p->written->source->text;
    size_t begin = begin_of_block(text, to.begin);
    if (begin == TEXT_NOT_FOUND) {
        put_behind(p, to, comment);
        return;
    }
    bool is_among = begin > 1 && text.data[begin - 1] == '\n' && text.data[begin - 2] != '\n';
    insert(p, begin, is_among ? TEXT("\n") : TEXT(""), comment, TEXT("\n\n"));
}

/* In front of all that the file shows, the name of the role first. */
static void put_on_top(struct placing *p, struct text comment)
{
    struct text text = p->written->source->text;
    size_t at = p->written->body_begin;
    while (at < text.size && text.data[at] == '\n')
        at++;
    insert(p, at, TEXT(""), comment, TEXT("\n\n"));
}

static void place(struct placing *p, const struct remark *remark, bool is_within)
{
    struct text comment = text_slice(p->from->source->text, remark->span.begin, remark->span.end);
    struct text text = p->written->source->text;
    const struct block *first = p->from->document->blocks;
    size_t next = anchors_before(p, is_within ? remark->span.begin + 1 : remark->span.end);
    if (first != NULL && remark->span.end <= first->span.begin)
        put_on_top(p, comment);
    else if (is_within && next > 0)
        put_behind(p, p->there.items[p->sorted.items[next - 1].index].at, comment);
    else if (next < p->sorted.count)
        put_above(p, p->there.items[p->sorted.items[next].index].at, comment);
    else
        insert(p, text.size, TEXT("\n"), comment, TEXT("\n"));
}

static int compare_insertions(const void *left, const void *right)
{
    const struct insertion *a = left, *b = right;
    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

struct text canonical_with_comments(struct arena *arena, const struct canonical_reading *from,
                                    const struct canonical_reading *written)
{
    struct placing p = {.arena = arena, .from = from, .written = written};
    struct text_buffer out = text_buffer_new(arena);
    struct text text = written->source->text;
    size_t at = 0;
    sort_anchors(&p);
    p.there = anchors_of(arena, written->role);
    find_within(&p);
    if (p.sorted.count == 0 || p.there.count != anchors_of(arena, from->role).count)
        return text; /* not the same role: that is said where the two are compared */
    for (size_t i = 0; i < p.remark_count; i++)
        if (!text_is_empty(p.remarks[i]->text))
            place(&p, p.remarks[i], p.is_within[i]);
    if (p.count > 1)
        qsort(p.insertions, p.count, sizeof *p.insertions, compare_insertions);
    for (size_t i = 0; i < p.count; i++) {
        const struct insertion *next = &p.insertions[i];
        bool is_beside = i > 0 && p.insertions[i - 1].at == next->at;
        buffer_append(&out, text_slice(text, at, next->at));
        buffer_append(&out, is_beside && text_starts_with(next->before, TEXT("\n")) ? TEXT("")
                                                                                    : next->before);
        buffer_append(&out, next->comment);
        buffer_append(&out, next->behind);
        at = next->at;
    }
    buffer_append(&out, text_from(text, at));
    return buffer_text(&out);
}
