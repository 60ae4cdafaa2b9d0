/* The table of contents: a line for each heading, leader dots, the number of its page. */
#include "converters/pdf/layout.h"
#include "converters/pdf/words.h"
#include "core/base/text_buffer.h"

#define NUMBER_WIDTH 30000 /* room for the page number at the right edge */
#define LEADER_GAP 4000

struct entry_line {
    struct layout *layout;
    struct slab *slab;
    size_t capacity;
    const struct style *style;
    const struct typeface *face;
};

static int32_t add_words(struct entry_line *line, struct text words, struct tag *tag, int32_t x,
                         bool at_right, int32_t edge)
{
    struct layout *layout = line->layout;
    size_t total = line->slab->item_count, count;
    struct glyph *glyphs = shape_text(layout->tools->shaper, layout->shown, line->face->font,
                                      line->face->size, words, &count);
    int32_t width = 0;
    for (size_t i = 0; i < count; i++)
        width += glyphs[i].advance;
    int32_t body = line->face->ascent + line->face->descent;
    struct item *item = arena_push(layout->scratch, line->slab->items, total, line->capacity);
    *item = (struct item){.kind = ITEM_GLYPHS,
                          .x = at_right ? edge - width : x,
                          .width = width,
                          .height = line->style->leading,
                          .tag = tag,
                          .glyphs = glyphs,
                          .glyph_count = (uint32_t)count,
                          .baseline = (line->style->leading - body) / 2 + line->face->ascent,
                          .ink = {line->face->size, line->style->colour},
                          .text = words};
    line->slab->item_count = (uint32_t)total;
    return width;
}

static void add_leader(struct entry_line *line, int32_t from, int32_t to)
{
    struct layout *layout = line->layout;
    int32_t dot =
        shape_width(layout->tools->shaper, line->face->font, line->face->size, TEXT(" ."));
    struct text_buffer dots = text_buffer_new(layout->shown);
    if (dot <= 0)
        return;
    for (int32_t x = from + LEADER_GAP; x + dot <= to - LEADER_GAP; x += dot)
        buffer_append_string(&dots, " .");
    if (dots.size > 0)
        add_words(line, buffer_text(&dots), NULL, 0, true, to - LEADER_GAP);
}

/* A title too long for its line is set in several; leader and number stand on the last. */
static void layout_entry(struct layout *layout, struct slabs *slabs,
                         const struct contents_entry *entry, struct tag *toc, struct place place)
{
    static const char *const names[] = {"contents-1", "contents-2", "contents-3"};
    const struct style *style = stylesheet_style(
        layout->sheet, text_from_string(names[entry->level > 3 ? 2 : entry->level - 1]));
    struct tag *reference =
        tag_new(layout->shown, tag_new(layout->shown, toc, TAG_TOCI), TAG_REFERENCE);
    struct text_buffer target = text_buffer_new(layout->shown);
    struct document scratch = {.arena = layout->scratch};
    struct block words = {.kind = BLOCK_PARAGRAPH};
    run_append(&scratch, &words, RUN_TEXT, entry->title, (struct span){0});
    struct place narrow = place;
    narrow.tag = reference;
    narrow.width -= NUMBER_WIDTH;
    narrow.language = text_is_empty(entry->language) ? place.language : entry->language;
    size_t first = slabs->count;
    layout_words(layout, slabs, &words, style, narrow, NULL);
    if (slabs->count == first)
        return;
    struct slab *slab = &slabs->list[slabs->count - 1];
    struct entry_line line = {.layout = layout,
                              .slab = slab,
                              .capacity = slab->item_count,
                              .style = style,
                              .face = layout_typeface(layout, style, 0, narrow.language)};
    int32_t words_end = place.indent;
    for (size_t i = 0; i < slab->item_count; i++)
        if (slab->items[i].x + slab->items[i].width > words_end)
            words_end = slab->items[i].x + slab->items[i].width;
    int32_t edge = place.indent + place.width;
    int32_t number = add_words(&line, entry->number, reference, 0, true, edge);
    add_leader(&line, words_end, edge - number);
    buffer_append_byte(&target, '#');
    buffer_append(&target, entry->anchor);
    size_t total = slab->item_count;
    *arena_push(layout->scratch, slab->items, total, line.capacity) =
        (struct item){.kind = ITEM_LINK,
                      .x = place.indent,
                      .width = place.width,
                      .height = slab->height,
                      .tag = reference,
                      .text = buffer_text(&target),
                      .description = entry->title};
    slab->item_count = (uint32_t)total;
    slab->keeps_next = entry->level == 1;
}

void layout_contents(struct layout *layout, struct slabs *slabs, const struct block *block,
                     struct place place)
{
    unsigned depth = block->level == 0 ? 2 : block->level;
    struct tag *toc = tag_new(layout->shown, place.tag, TAG_TOC);
    for (size_t i = 0; i < layout->contents_count; i++)
        if (layout->contents[i].level <= depth)
            layout_entry(layout, slabs, &layout->contents[i], toc, place);
}

struct text page_number_of(const struct layout *layout, struct text link)
{
    struct text anchor = text_starts_with(link, TEXT("#")) ? text_from(link, 1) : link;
    size_t low = 0, high = layout->contents_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(layout->anchors[middle]->anchor, anchor) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_found =
        low < layout->contents_count && text_equal(layout->anchors[low]->anchor, anchor);
    return is_found ? layout->anchors[low]->number : TEXT("");
}
