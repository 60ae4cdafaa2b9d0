/* Slabs to pages: what fits, what stays together, where a tall table is cut. */
#include "converters/pdf/foot.h"
#include "converters/pdf/layout.h"

#define SPLIT_FROM 3     /* a slab taller than a third of a page may be cut */
#define SPLIT_ROOM 40000 /* room worth filling with the begin of a cut slab: 40 pt */

/*
 * The unit's last page being filled, in columns from top down to bottom. What stands across all
 * columns is one column for itself, and what follows begins new ones below it.
 */
struct filling {
    struct layout *layout;
    int32_t height;      /* of the page */
    int32_t top, bottom; /* of the columns */
    int32_t y, space;    /* filled so far; what the slab above wants below it */
    int32_t deepest;     /* how far down the columns before this one reach */
    unsigned columns, column;
    int32_t column_step; /* from a column's left edge to the next one's */
    struct foot foot;    /* of the column */
    bool is_empty;       /* the column */
    bool is_trial;       /* nothing is put down: it is asked whether all fits */
    bool is_over;        /* in a trial: it does not */
};

/* What is still to be put down: slabs from index on, of the first only the rest. */
struct cursor {
    const struct slabs *slabs;
    size_t index;
    struct slab slab;
    bool is_rest;
};

static struct cursor cursor_at(const struct slabs *slabs, size_t index)
{
    struct cursor cursor = {.slabs = slabs, .index = index};
    if (index < slabs->count)
        cursor.slab = slabs->list[index];
    return cursor;
}

static int32_t larger(int32_t a, int32_t b) { return a > b ? a : b; }

/* An empty page: what does not fit here fits nowhere, unless its columns were made shorter. */
static bool is_fresh(const struct filling *f)
{
    return f->is_empty && f->top == 0 && f->foot.height == 0 && f->bottom == f->height;
}

static struct page *last_page(struct filling *f)
{
    return &f->layout->unit->pages[f->layout->unit->page_count - 1];
}

static int32_t column_shift(const struct filling *f) { return (int32_t)f->column * f->column_step; }

#define CARRIED_PART 2 /* of a page: notes that go on take no more of the next one */

/* The column's notes, down to bottom; notes that do not end there go on in the next column. */
static void put_foot(struct filling *f, int32_t bottom)
{
    if (f->foot.placed == 0)
        return;
    foot_put(&f->foot, f->layout, f->is_trial ? NULL : last_page(f), column_shift(f), bottom,
             f->height / CARRIED_PART);
    f->y = bottom;
}

static void begin_page(struct filling *f)
{
    struct unit *unit = f->layout->unit;
    put_foot(f, f->bottom);
    if (f->is_trial) {
        f->is_over = true;
        return;
    }
    *arena_push(f->layout->shown, unit->pages, unit->page_count, unit->page_capacity) =
        (struct page){0};
    f->top = f->y = f->space = f->deepest = 0;
    f->bottom = f->height;
    f->column = 0;
    f->is_empty = true;
}

/* On to the next column, on this page or another. */
static void advance(struct filling *f)
{
    if (f->column + 1 >= f->columns) {
        begin_page(f);
        return;
    }
    put_foot(f, f->bottom);
    f->deepest = larger(f->deepest, f->y);
    f->column++;
    f->y = f->top;
    f->space = 0;
    f->is_empty = true;
}

/* Columns of another number, below what stands on the page. */
static void begin_band(struct filling *f, unsigned columns, int32_t space_before)
{
    bool is_page_empty = f->is_empty && f->top == 0 && f->column == 0;
    if (!is_page_empty)
        put_foot(f, larger(f->deepest, f->y) + f->foot.height);
    f->columns = columns;
    f->column = 0;
    f->bottom = f->height;
    if (is_page_empty)
        return;
    f->top = larger(f->deepest, f->y) + larger(f->space, space_before);
    f->y = f->deepest = f->top;
    f->space = 0;
    f->is_empty = true;
}

static void put_items(struct filling *f, const struct slab *slab, bool is_repeated)
{
    int32_t shift = column_shift(f);
    for (size_t i = 0; i < slab->item_count && !f->is_trial; i++) {
        struct page *page = last_page(f);
        struct item item = slab->items[i];
        item.x += shift;
        item.y += f->y;
        if (item.notes != NULL ||
            (is_repeated && (item.kind == ITEM_LINK || item.kind == ITEM_ANCHOR)))
            continue;
        if (is_repeated)
            item.tag = NULL; /* heads are read once, where they stand first */
        *arena_push(f->layout->shown, page->items, page->count, page->capacity) = item;
    }
    f->y += slab->height;
    f->is_empty = false;
}

static void put_landmark(struct filling *f, const struct slab *slab)
{
    struct unit *unit = f->layout->unit;
    if (slab->landmark == NULL || f->is_trial)
        return;
    struct landmark *landmark = arena_push(f->layout->arena, unit->landmarks, unit->landmark_count,
                                           unit->landmark_capacity);
    *landmark = *slab->landmark;
    landmark->page = (uint32_t)unit->page_count - 1;
}

/* What is repeated above a part of a table that begins a column. */
static size_t slabs_above(const struct filling *f, const struct slab *slab,
                          const struct slab *above[2])
{
    size_t count = 0;
    bool begins_page = f->is_empty && f->top == 0 && f->column == 0;
    if (slab->begins_table || !f->is_empty)
        return 0;
    if (begins_page && slab->mark != NULL)
        above[count++] = slab->mark;
    if (slab->heads != NULL)
        above[count++] = slab->heads;
    return count;
}

static int32_t height_above(const struct filling *f, const struct slab *slab)
{
    const struct slab *above[2];
    size_t count = slabs_above(f, slab, above);
    int32_t height = 0;
    for (size_t i = 0; i < count; i++)
        height += above[i]->height;
    return height;
}

static void put_slab(struct filling *f, const struct slab *slab, int32_t space)
{
    const struct slab *above[2];
    size_t count = slabs_above(f, slab, above);
    for (size_t i = 0; i < count; i++)
        put_items(f, above[i], true);
    f->y += space;
    put_landmark(f, slab);
    put_items(f, slab, false);
    f->space = slab->space_after;
    if (f->layout->note_count > 0)
        foot_take(&f->foot, f->layout, slab, f->bottom - f->y);
}

static bool is_solid(const struct item *item)
{
    return item->kind == ITEM_GLYPHS || item->kind == ITEM_IMAGE || item->kind == ITEM_LINK ||
           item->kind == ITEM_POLYLINE || item->kind == ITEM_FIGURE || item->kind == ITEM_NOTE;
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

/* Labels of rows that go on below the cut stand at its top again, for the eye alone. */
static void repeat_labels(struct layout *layout, const struct slab *slab, int32_t cut,
                          struct slab *part)
{
    struct row_label *labels =
        arena_new_array(layout->scratch, slab->label_count, struct row_label);
    part->labels = labels;
    part->label_count = 0;
    for (uint32_t i = 0; i < slab->label_count; i++) {
        struct row_label label = slab->labels[i];
        bool is_above = label.top + label.height <= cut;
        label.bottom -= cut;
        label.top = larger(label.top - cut, 0);
        if (label.bottom <= 0)
            continue;
        labels[part->label_count++] = label;
        for (uint32_t k = 0; is_above && label.height <= label.bottom && k < label.item_count;
             k++) {
            part->items[part->item_count] = label.items[k];
            part->items[part->item_count++].tag = NULL;
        }
    }
}

static struct slab part_of(struct layout *layout, const struct slab *slab, int32_t cut, bool above)
{
    struct slab part = *slab;
    size_t room = slab->item_count;
    for (uint32_t i = 0; i < slab->label_count; i++)
        room += slab->labels[i].item_count;
    part.items = arena_new_array(layout->scratch, room, struct item);
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
        part.landmark = NULL, part.space_before = 0, part.begins_table = false;
    if (!above)
        repeat_labels(layout, slab, cut, &part);
    return part;
}

static bool is_tall(const struct filling *f, const struct slab *slab)
{
    return slab->is_splittable && slab->height > f->height / SPLIT_FROM;
}

/* What the notes of a slab need of the column at least. */
static int32_t notes_needed(const struct filling *f, const struct slab *slab)
{
    return f->layout->note_count == 0 ? 0 : foot_needed(&f->foot, slab, f->height);
}

/* Where a slab begins that wants that much space below y: on the nearest line of the grid. */
static int64_t begin_of(const struct filling *f, const struct slab *slab, int64_t y, int32_t space)
{
    int64_t grid = f->layout->sheet->grid, wanted = y + space;
    if (!slab->is_on_grid || grid <= 0)
        return wanted;
    int64_t line = (wanted + grid / 2) / grid * grid;
    return line < y ? line + grid : line;
}

/* How far down a slab and those it must stay with reach at least, when it begins at y. */
static int64_t reach_of(const struct filling *f, const struct cursor *cursor, int64_t y)
{
    const struct slabs *slabs = cursor->slabs;
    for (size_t i = cursor->index; i < slabs->count; i++) {
        const struct slab *slab = &slabs->list[i];
        if (i > cursor->index)
            y = begin_of(f, slab, y, larger(slabs->list[i - 1].space_after, slab->space_before));
        y += is_tall(f, slab) ? SPLIT_ROOM : slab->height + notes_needed(f, slab);
        if (!slab->keeps_next || is_tall(f, slab) || y > 2 * (int64_t)f->height)
            break;
    }
    return y;
}

/* Puts down the next slab, or the part of it that fits, or goes on to the next column. */
static void step(struct filling *f, struct cursor *cursor)
{
    const struct slab *slab = &cursor->slab;
    bool is_first = cursor->index == 0 && !cursor->is_rest;
    int32_t space = is_first      ? slab->space_before /* a sink at the begin of a chapter */
                    : f->is_empty ? 0
                                  : larger(f->space, slab->space_before);
    space = (int32_t)(begin_of(f, slab, f->y, space) - f->y);
    if (!is_fresh(f) && !cursor->is_rest &&
        reach_of(f, cursor, f->y + space) > f->bottom - f->foot.height) {
        advance(f);
        return;
    }
    int32_t room =
        f->bottom - f->foot.height - f->y - space - height_above(f, slab) - notes_needed(f, slab);
    bool is_cuttable = slab->is_splittable && (is_tall(f, slab) || cursor->is_rest);
    int32_t cut = slab->height > room && is_cuttable ? find_cut(slab, room) : 0;
    if (slab->height <= room || (cut <= 0 && is_fresh(f))) { /* or it can stand nowhere */
        put_slab(f, slab, space);
        *cursor = cursor_at(cursor->slabs, cursor->index + 1);
        return;
    }
    if (cut > 0) {
        struct slab above = part_of(f->layout, slab, cut, true);
        put_slab(f, &above, space);
        cursor->slab = part_of(f->layout, slab, cut, false);
        cursor->is_rest = true;
    }
    advance(f);
}

/* ---- columns of one length ---- */

static bool fits(const struct filling *f, const struct cursor *cursor, size_t end, int32_t bottom)
{
    struct filling trial = *f;
    struct cursor next = *cursor;
    trial.is_trial = true;
    trial.bottom = bottom;
    while (next.index < end && !trial.is_over)
        step(&trial, &next);
    return !trial.is_over && larger(trial.deepest, trial.y) <= bottom;
}

/* How high all of it is; more than room is as good as any more. */
static int64_t height_of(const struct cursor *cursor, size_t end, int64_t room)
{
    int64_t sum = cursor->slab.height;
    for (size_t i = cursor->index + 1; i < end && sum <= room; i++)
        sum += cursor->slabs->list[i].height;
    return sum;
}

#define SAME_LENGTH 500 /* half a point */

/* The last columns of a run are made equally long: the shortest bottom at which all fits. */
static void balance(struct filling *f, const struct cursor *cursor, size_t end)
{
    int64_t room = (int64_t)(f->bottom - f->top) * f->columns;
    int64_t height = height_of(cursor, end, room);
    if (f->columns == 1 || height > room || !fits(f, cursor, end, f->bottom))
        return;
    int32_t low = f->top + (int32_t)(height / f->columns), high = f->bottom;
    while (high - low > SAME_LENGTH) {
        int32_t middle = low + (high - low) / 2;
        if (fits(f, cursor, end, middle))
            high = middle;
        else
            low = middle;
    }
    f->bottom = high;
}

/* Where the slabs end that stand in columns of the same number, on pages that follow each other. */
static size_t run_end(const struct slabs *slabs, size_t begin)
{
    size_t end = begin + 1;
    while (end < slabs->count && slabs->list[end].spans == slabs->list[begin].spans &&
           !slabs->list[end].breaks_page)
        end++;
    return end;
}

static void put_run(struct filling *f, const struct slabs *slabs, size_t begin, size_t end)
{
    const struct page_master *master = f->layout->unit->master;
    const struct slab *first = &slabs->list[begin];
    struct cursor cursor = cursor_at(slabs, begin);
    unsigned columns = first->spans ? 1 : stylesheet_columns(master);
    bool is_page_empty = f->is_empty && f->top == 0 && f->foot.height == 0 && f->column == 0;
    if (first->breaks_page && !is_page_empty)
        begin_page(f);
    if (columns != f->columns)
        begin_band(f, columns, first->space_before);
    while (cursor.index < end) {
        if (f->is_empty && f->column == 0)
            balance(f, &cursor, end);
        step(f, &cursor);
    }
}

void layout_pages(struct layout *layout, const struct slabs *slabs)
{
    const struct page_master *master = layout->unit->master;
    struct filling f = {.layout = layout,
                        .height = stylesheet_text_height(layout->sheet),
                        .columns = stylesheet_columns(master),
                        .column_step =
                            stylesheet_column_width(layout->sheet, master) + master->column_gap};
    begin_page(&f);
    for (size_t begin = 0, end; begin < slabs->count; begin = end) {
        end = run_end(slabs, begin);
        put_run(&f, slabs, begin, end);
    }
    put_foot(&f, f.bottom);
    while (f.foot.placed > 0)
        begin_page(&f);
}
