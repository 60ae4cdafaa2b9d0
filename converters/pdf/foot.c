#include "converters/pdf/foot.h"
#include <assert.h>

#define RULE_ABOVE 6000 /* between the text and the rule */
#define RULE_BELOW 4000
#define RULE_LENGTH 72000
#define RULE_PAINT ((struct paint){.fill = COLOUR_NONE, .stroke = 0x808080, .stroke_width = 400})
#define WHOLE_PART 4  /* of a page: a lower note is not divided */
#define FIRST_LINES 2 /* of a divided note, with its number */

static int32_t larger(int32_t a, int32_t b) { return a > b ? a : b; }

/* How much higher the foot gets by a line behind another one; NULL: it is the first. */
static int32_t line_height(const struct slab *before, const struct slab *line)
{
    int32_t above =
        before == NULL ? RULE_ABOVE + RULE_BELOW : larger(before->space_after, line->space_before);
    return above + line->height;
}

static const struct slab *last_placed(const struct foot *foot)
{
    return foot->placed == 0 ? NULL : &foot->lines[foot->placed - 1];
}

/* Two lines of a note stay together at its begin and its end. */
static void take_back_single_lines(struct foot *foot)
{
    while (foot->placed > 1 && foot->placed < foot->count &&
           foot->lines[foot->placed - 1].keeps_next) {
        const struct slab *line = &foot->lines[--foot->placed];
        foot->height -= line_height(last_placed(foot), line);
    }
}

static void place_more(struct foot *foot, int32_t room)
{
    while (foot->placed < foot->count) {
        assert(foot->lines != NULL);
        int32_t height = line_height(last_placed(foot), &foot->lines[foot->placed]);
        if (foot->height + height > room)
            break;
        foot->height += height;
        foot->placed++;
    }
    take_back_single_lines(foot);
}

int32_t foot_needed(const struct foot *foot, const struct slab *slab, int32_t page_height)
{
    int32_t all = 0, begin = 0;
    size_t lines = 0;
    const struct slab *before = last_placed(foot);
    if (foot->placed < foot->count)
        return 0; /* all of it goes on at the next foot, behind what is left over here */
    for (size_t i = 0; i < slab->item_count; i++) {
        const struct slabs *notes = slab->items[i].notes;
        for (size_t n = 0; notes != NULL && n < notes->count; n++) {
            all += line_height(before, &notes->list[n]);
            before = &notes->list[n];
            if (++lines <= FIRST_LINES)
                begin = all;
        }
    }
    return all <= page_height / WHOLE_PART ? all : begin;
}

void foot_take(struct foot *foot, struct layout *layout, const struct slab *slab, int32_t room)
{
    for (size_t i = 0; i < slab->item_count; i++) {
        const struct slabs *notes = slab->items[i].notes;
        for (size_t n = 0; notes != NULL && n < notes->count; n++)
            *arena_push(layout->scratch, foot->lines, foot->count, foot->capacity) = notes->list[n];
    }
    place_more(foot, room);
}

static void put_item(struct layout *layout, struct page *page, struct item item, int32_t x,
                     int32_t y)
{
    item.x += x;
    item.y += y;
    *arena_push(layout->shown, page->items, page->count, page->capacity) = item;
}

static void put_lines(const struct foot *foot, struct layout *layout, struct page *page, int32_t x,
                      int32_t y)
{
    const struct slab *before = NULL;
    y -= foot->height;
    put_item(layout, page,
             (struct item){.kind = ITEM_RULE, .width = RULE_LENGTH, .paint = RULE_PAINT}, x,
             y + RULE_ABOVE);
    for (size_t i = 0; i < foot->placed; i++) {
        const struct slab *line = &foot->lines[i];
        y += line_height(before, line) - line->height;
        for (size_t k = 0; k < line->item_count; k++)
            if (line->items[k].notes == NULL)
                put_item(layout, page, line->items[k], x, y);
        y += line->height;
        before = line;
    }
}

void foot_put(struct foot *foot, struct layout *layout, struct page *page, int32_t x, int32_t y,
              int32_t next_room)
{
    if (foot->placed > 0 && page != NULL)
        put_lines(foot, layout, page, x, y);
    foot->count -= foot->placed;
    for (size_t i = 0; i < foot->count; i++)
        foot->lines[i] = foot->lines[foot->placed + i];
    foot->placed = 0;
    foot->height = 0;
    if (foot->count > 0) { /* a line at least, so that it comes to an end */
        foot->height = line_height(NULL, &foot->lines[foot->placed++]);
        place_more(foot, next_room);
    }
}
