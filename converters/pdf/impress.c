/* The pages of a volume become records: bodies unit by unit, the rest once they have numbers. */
#include "converters/pdf/claims.h"
#include "converters/pdf/tagtree.h"
#include "converters/pdf/volume.h"

void unit_print(const struct volume *volume, struct unit *unit, struct press *press,
                const struct settled_claims *settled)
{
    struct unit_drawing drawing = {volume, unit};
    const struct press_order order = {.page_height = volume->sheet->page_height,
                                      .draw = unit_draw,
                                      .data = &drawing,
                                      .settled = settled};
    struct arena *kept = press_arena(press);
    struct tag_list tags = tags_in_order(unit->shown, unit->tag);
    unit->records = arena_new_array(kept, unit->page_count, struct page_record);
    for (size_t i = 0; i < unit->page_count; i++)
        press_draw(press, &order, i, LAYER_BODY, &unit->records[i]);
    tags_fill(unit->shown, &tags, unit->records, unit->page_count);
    unit->tags = tags_keep(kept, &tags);
    unit->pages = NULL;
}

/* A tag over all, and those of each unit under it. */
void volume_group_pages(struct volume *volume, struct arena *arena)
{
    struct tag *root = tag_new(arena, NULL, TAG_DOCUMENT);
    struct tag_list list = tags_in_order(arena, root);
    volume->groups = arena_new_array(arena, volume->unit_count + 1, struct page_group);
    volume->groups[0].tags = tags_keep(arena, &list);
    for (size_t u = 0; u < volume->unit_count; u++)
        volume->groups[u + 1] =
            (struct page_group){volume->units[u].tags, volume->units[u].page_count};
}

/* A run over the pages of all units, or of those that were printed again. */
struct round {
    struct volume *volume;
    bool is_again;
};

static void print_around(struct press *press, size_t page, void *data)
{
    const struct round *round = data;
    struct volume *volume = round->volume;
    struct page_record *record = &volume->records[page];
    struct press_order order = {
        .page_height = volume->sheet->page_height, .draw = volume_draw_ground, .data = volume};
    int32_t shift = volume_page_shift(volume, page);
    if (round->is_again && !volume->pages[page].unit->is_again)
        return;
    press_draw(press, &order, page, LAYER_GROUND, record);
    if (shift != 0)
        press_shift(press, shift, record);
    order.draw = volume_draw_running;
    press_draw(press, &order, page, LAYER_RUNNING, record);
}

/* In the order of the pages. */
static void gather_records(const struct round *round)
{
    struct volume *volume = round->volume;
    size_t page = 0;
    for (size_t u = 0; u < volume->unit_count; u++) {
        const struct unit *unit = &volume->units[u];
        for (size_t i = 0; i < unit->page_count; i++, page++)
            if (!round->is_again || unit->is_again)
                volume->records[page] = unit->records[i];
    }
}

void volume_print_around(struct volume *volume, struct arena *arena, size_t threads)
{
    struct round round = {.volume = volume};
    volume->records = arena_new_array(arena, volume->page_count, struct page_record);
    gather_records(&round);
    pressroom_run(volume->room, threads, volume->page_count, print_around, &round);
    volume->claims = claims_settle(arena, volume->records, volume->page_count);
}

bool volume_find_disagreeing(struct volume *volume)
{
    size_t page = 0;
    bool any = false;
    for (size_t u = 0; u < volume->unit_count; u++) {
        struct unit *unit = &volume->units[u];
        for (size_t i = 0; i < unit->page_count; i++, page++)
            unit->is_again |= !claims_agree(&volume->claims, &volume->records[page]);
        any |= unit->is_again;
    }
    return any;
}

void volume_print_around_again(struct volume *volume, size_t threads)
{
    struct round round = {.volume = volume, .is_again = true};
    gather_records(&round);
    pressroom_run(volume->room, threads, volume->page_count, print_around, &round);
}
