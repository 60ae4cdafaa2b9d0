/* Slabs to pages: what fits, what stays together, where a tall table is cut. */
#include "converters/pdf/layout.h"

#define SPLIT_FROM 3     /* a slab taller than a third of a page may be cut */
#define SPLIT_ROOM 40000 /* room worth filling with the begin of a cut slab: 40 pt */

/* The unit's last page being filled. */
struct filling {
    struct layout *layout;
    int32_t height, y; /* of the page; filled so far */
    int32_t space;     /* what the slab above wants below it */
    bool is_empty;
};

static struct page *last_page(struct filling *f)
{
    return &f->layout->unit->pages[f->layout->unit->page_count - 1];
}

static void begin_page(struct filling *f)
{
    struct unit *unit = f->layout->unit;
    *arena_push(f->layout->arena, unit->pages, unit->page_count, unit->page_capacity) =
        (struct page){0};
    f->y = f->space = 0;
    f->is_empty = true;
}

static void put_items(struct filling *f, const struct slab *slab, bool is_repeated)
{
    struct page *page = last_page(f);
    for (size_t i = 0; i < slab->item_count; i++) {
        struct item item = slab->items[i];
        item.y += f->y;
        if (is_repeated && (item.kind == ITEM_LINK || item.kind == ITEM_ANCHOR))
            continue;
        if (is_repeated)
            item.tag = NULL; /* heads are read once, where they stand first */
        *arena_push(f->layout->arena, page->items, page->count, page->capacity) = item;
    }
    f->y += slab->height;
    f->is_empty = false;
}

static void put_slab(struct filling *f, const struct slab *slab, int32_t space)
{
    struct unit *unit = f->layout->unit;
    if (f->is_empty && slab->heads != NULL)
        put_items(f, slab->heads, true);
    f->y += space;
    if (slab->landmark != NULL) {
        struct landmark *landmark = arena_push(f->layout->arena, unit->landmarks,
                                               unit->landmark_count, unit->landmark_capacity);
        *landmark = *slab->landmark;
        landmark->page = (uint32_t)unit->page_count - 1;
    }
    put_items(f, slab, false);
    f->space = slab->space_after;
}

static int32_t larger(int32_t a, int32_t b) { return a > b ? a : b; }

static bool is_solid(const struct item *item)
{
    return item->kind == ITEM_GLYPHS || item->kind == ITEM_IMAGE || item->kind == ITEM_LINK ||
           item->kind == ITEM_ELLIPSE || item->kind == ITEM_POLYLINE || item->kind == ITEM_FIGURE;
}

/* The lowest cut at or above room that goes through no line of words; 0: none worth it. */
static int32_t find_cut(const struct slab *slab, int32_t room)
{
    bool moved = true, any = false;
    while (moved) {
        moved = false;
        for (size_t i = 0; i < slab->item_count; i++) {
            const struct item *item = &slab->items[i];
            if (is_solid(item) && item->y < room && item->y + item->height > room) {
                room = item->y;
                moved = true;
            }
        }
    }
    for (size_t i = 0; i < slab->item_count && !any; i++)
        any = is_solid(&slab->items[i]) && slab->items[i].y + slab->items[i].height <= room;
    return any ? room : 0;
}

/* The part of an item above (or below) the cut; false: none. */
static bool clip(struct item *item, int32_t cut, bool above)
{
    int32_t bottom = item->y + item->height;
    if (is_solid(item) || item->kind == ITEM_ANCHOR || item->height == 0) {
        if ((bottom <= cut) != above)
            return false;
        item->y -= above ? 0 : cut;
        return true;
    }
    if (above ? item->y >= cut : bottom <= cut)
        return false;
    int32_t top = above ? item->y : larger(item->y, cut);
    item->height = (above && bottom > cut ? cut : bottom) - top;
    item->y = above ? top : top - cut;
    return true;
}

static struct slab part_of(struct layout *layout, const struct slab *slab, int32_t cut, bool above)
{
    struct slab part = *slab;
    part.items = arena_new_array(layout->scratch, slab->item_count, struct item);
    part.item_count = 0;
    for (size_t i = 0; i < slab->item_count; i++) {
        struct item item = slab->items[i];
        if (clip(&item, cut, above))
            part.items[part.item_count++] = item;
    }
    part.height = above ? cut : slab->height - cut;
    if (above)
        part.space_after = 0;
    else
        part.landmark = NULL, part.space_before = 0;
    return part;
}

/* How much of the page a slab and those it must stay with need at least. */
static int64_t needed(const struct filling *f, const struct slabs *slabs, size_t first)
{
    int64_t sum = 0;
    for (size_t i = first; i < slabs->count; i++) {
        const struct slab *slab = &slabs->list[i];
        bool is_tall = slab->is_splittable && slab->height > f->height / SPLIT_FROM;
        if (i > first)
            sum += larger(slabs->list[i - 1].space_after, slab->space_before);
        sum += is_tall ? SPLIT_ROOM : slab->height;
        if (!slab->keeps_next || is_tall || sum > f->height)
            break;
    }
    return sum;
}

static void put_tall(struct filling *f, struct slab slab, int32_t space)
{
    for (;;) {
        int32_t heads = f->is_empty && slab.heads != NULL ? slab.heads->height : 0;
        int32_t room = f->height - f->y - space - heads;
        if (slab.height <= room)
            break;
        int32_t cut = slab.is_splittable ? find_cut(&slab, room) : 0;
        if (cut <= 0 && f->is_empty)
            break; /* nothing to cut: it stands as it is */
        if (cut > 0) {
            struct slab above = part_of(f->layout, &slab, cut, true);
            put_slab(f, &above, space);
            slab = part_of(f->layout, &slab, cut, false);
        }
        begin_page(f);
        space = 0;
    }
    put_slab(f, &slab, space);
}

void layout_pages(struct layout *layout, const struct slabs *slabs)
{
    struct filling f = {.layout = layout, .height = stylesheet_text_height(layout->sheet)};
    begin_page(&f);
    for (size_t i = 0; i < slabs->count; i++) {
        const struct slab *slab = &slabs->list[i];
        int32_t space = f.is_empty ? 0 : larger(f.space, slab->space_before);
        if (!f.is_empty && slab->breaks_page) {
            begin_page(&f);
            space = 0;
        }
        if (i == 0)
            space = slab->space_before; /* a sink at the begin of a chapter */
        if (!f.is_empty && f.y + space + needed(&f, slabs, i) > f.height) {
            begin_page(&f);
            space = 0;
        }
        put_tall(&f, *slab, space);
    }
}
