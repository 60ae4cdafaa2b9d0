/* Blocks to slabs, one below the other. */
#include "converters/pdf/layout.h"
#include "converters/pdf/words.h"
#include "core/base/text_buffer.h"
#include <stdio.h>

#define LIST_INDENT 18000 /* of each level: 18 pt */
#define QUOTE_INDENT 18000
#define RULE_SPACE 8000
#define INTRODUCTION_LINES 4
#define LABEL_GAP 5000 /* between an item's label and its words, at least */

struct slab *slab_append(struct layout *layout, struct slabs *slabs)
{
    struct slab *slab = arena_push(layout->scratch, slabs->list, slabs->count, slabs->capacity);
    *slab = (struct slab){0};
    return slab;
}

static void slab_item(struct layout *layout, struct slab *slab, struct item item)
{
    struct item *items = arena_new_array(layout->scratch, slab->item_count + 1, struct item);
    for (size_t i = 0; i < slab->item_count; i++)
        items[i] = slab->items[i];
    items[slab->item_count++] = item;
    slab->items = items;
}

static struct text language_of(const struct block *block, struct place place)
{
    return text_is_empty(block->language) ? place.language : block->language;
}

struct tag *block_tag(struct layout *layout, const struct block *block, struct place place,
                      enum tag_kind kind)
{
    struct tag *tag = tag_new(layout->shown, place.tag, kind);
    struct text language = language_of(block, place);
    if (!text_is_empty(language) && !text_equal(language, place.language))
        tag_set_language(layout->shown, tag, language);
    return tag;
}

static void scale_length(int32_t *length, int32_t scale)
{
    *length = (int32_t)((int64_t)*length * scale / 1000);
}

static const struct style *scaled_style(struct layout *layout, const struct style *full,
                                        int32_t scale)
{
    struct layout_tools *tools = layout->tools;
    for (size_t i = 0; i < tools->scaled_count; i++)
        if (tools->scaled[i]->full == full && tools->scaled[i]->scale == scale)
            return &tools->scaled[i]->style;
    struct scaled_style *scaled = arena_new(tools->arena, struct scaled_style);
    *scaled = (struct scaled_style){.full = full, .scale = scale, .style = *full};
    struct style *style = &scaled->style;
    int32_t *lengths[] = {&style->size,         &style->leading,     &style->space_before,
                          &style->space_after,  &style->indent_left, &style->indent_right,
                          &style->border_width, &style->padding,     &style->rule_below};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        scale_length(lengths[i], scale);
    *arena_push(tools->arena, tools->scaled, tools->scaled_count, tools->scaled_capacity) = scaled;
    return style;
}

const struct style *place_style(struct layout *layout, struct place place, struct text name)
{
    const struct style *style = stylesheet_style(
        layout->sheet, place.table == NULL ? name : table_words_style(place.table, name));
    return place.scale == 0 ? style : scaled_style(layout, style, place.scale);
}

static const struct style *style_of(struct layout *layout, const struct block *block,
                                    struct place place)
{
    bool is_named = !text_is_empty(block->style) && layout->document->stylesheet != NULL;
    return place_style(layout, place, is_named ? block->style : place.style);
}

/* As far as wanted, but no more than a third of the place. */
static int32_t indent_within(struct place place, int32_t wanted)
{
    return wanted * 3 > place.width ? place.width / 3 : wanted;
}

/* ---- headings ---- */

static unsigned heading_level(const struct block *block)
{
    return block->level < 1 ? 1 : block->level > 6 ? 6 : block->level;
}

static const struct style *heading_style(struct layout *layout, const struct block *block,
                                         struct place place)
{
    static const char *const names[] = {"heading-1", "heading-2", "heading-3",
                                        "heading-4", "heading-5", "heading-6"};
    struct text name = text_is_empty(block->style)
                           ? text_from_string(names[heading_level(block) - 1])
                           : block->style;
    return place_style(layout, place, name);
}

static struct text anchor_name(struct layout *layout, const struct block *block)
{
    char name[64];
    if (!text_is_empty(block->anchor))
        return text_copy(layout->arena, block->anchor);
    snprintf(name, sizeof name, "h-%zu-%zu", layout->unit_number, layout->anchor_count++);
    return text_copy(layout->arena, text_from_string(name));
}

static struct text one_line(struct layout *layout, const struct block *block)
{
    struct text text = text_trim(block_text(layout->scratch, block));
    char *data = arena_alloc(layout->arena, text.size + 1);
    for (size_t i = 0; i < text.size; i++)
        data[i] = text.data[i] == '\n' ? ' ' : text.data[i];
    return (struct text){data, text.size};
}

/*
 * How deep a heading is tagged: one below the heading it stands under, whatever its style, for no
 * level may be passed over (ISO 14289-1, 7.4.2).
 */
static unsigned tag_level(struct layout *layout, unsigned level)
{
    while (layout->open_count > 0 && layout->open_levels[layout->open_count - 1] >= level)
        layout->open_count--;
    size_t place = layout->open_count++;
    layout->open_levels[place] = level;
    layout->open_tags[place] = place == 0 ? level : layout->open_tags[place - 1] + 1;
    return layout->open_tags[place];
}

static void layout_heading(struct layout *layout, struct slabs *slabs, const struct block *block,
                           struct place place)
{
    unsigned level = heading_level(block);
    place.tag =
        block_tag(layout, block, place, (enum tag_kind)(TAG_H1 + tag_level(layout, level) - 1));
    place.language = language_of(block, place);
    size_t first = slabs->count;
    layout_words(layout, slabs, block, heading_style(layout, block, place), place, NULL);
    if (slabs->count == first)
        return;
    struct landmark *landmark = arena_new(layout->scratch, struct landmark);
    *landmark = (struct landmark){.level = level,
                                  .title = one_line(layout, block),
                                  .anchor = anchor_name(layout, block),
                                  .language = text_copy(layout->arena, place.language)};
    struct slab *slab = &slabs->list[first];
    slab->landmark = landmark;
    slab_item(layout, slab,
              (struct item){.kind = ITEM_ANCHOR, .x = place.indent, .text = landmark->anchor});
    for (size_t i = first; i < slabs->count; i++)
        slabs->list[i].keeps_next = true;
}

/* ---- paragraphs ---- */

static void layout_paragraph(struct layout *layout, struct slabs *slabs, const struct block *block,
                             struct place place, const struct lead *lead)
{
    struct place words = place;
    words.tag = block_tag(layout, block, place, TAG_P);
    words.language = language_of(block, place);
    struct lead own = {.label = block->label, .tag = words.tag, .width = LIST_INDENT};
    if (lead == NULL && !text_is_empty(block->label)) { /* a numbered paragraph of Word */
        words.indent += LIST_INDENT;
        words.width -= LIST_INDENT;
        lead = &own;
    }
    size_t first = slabs->count;
    layout_words(layout, slabs, block, style_of(layout, block, place), words, lead);
    if (!text_is_empty(block->anchor) && slabs->count > first)
        slab_item(layout, &slabs->list[first],
                  (struct item){.kind = ITEM_ANCHOR, .x = words.indent, .text = block->anchor});
}

/* ---- lists ---- */

static int32_t label_width(struct layout *layout, const struct block *list,
                           const struct typeface *face)
{
    int32_t widest = LIST_INDENT - LABEL_GAP;
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        int32_t width = text_is_empty(item->label) ? 0
                                                   : shape_width(layout->tools->shaper, face->font,
                                                                 face->size, item->label);
        widest = width > widest ? width : widest;
    }
    return widest + LABEL_GAP;
}

static void layout_label_above(struct layout *layout, struct slabs *slabs, const struct lead *lead,
                               struct place place)
{
    struct document scratch = {.arena = layout->scratch};
    struct block words = {.kind = BLOCK_PARAGRAPH};
    size_t first = slabs->count;
    run_append(&scratch, &words, RUN_TEXT, lead->label, (struct span){0});
    place.tag = lead->tag;
    layout_words(layout, slabs, &words, place_style(layout, place, TEXT("item")), place, NULL);
    for (size_t i = first; i < slabs->count; i++)
        slabs->list[i].keeps_next = true;
}

/* The first paragraph of an item stands beside its label. */
static void layout_item(struct layout *layout, struct slabs *slabs, const struct block *item,
                        struct tag *list, struct place place, int32_t indent)
{
    struct tag *li = tag_new(layout->shown, list, TAG_LI);
    struct lead lead = {.label = item->label, .width = indent};
    if (!text_is_empty(item->label))
        lead.tag = tag_new(layout->shown, li, TAG_LBL);
    if (indent == 0 && !text_is_empty(item->label))
        layout_label_above(layout, slabs, &lead, place);
    place.tag = tag_new(layout->shown, li, TAG_LBODY);
    place.indent += indent;
    place.width -= indent;
    place.style = TEXT("item");
    const struct block *first = item->children;
    if (first != NULL && first->kind == BLOCK_PARAGRAPH) {
        layout_paragraph(layout, slabs, first, place, indent == 0 ? NULL : &lead);
        first = first->next;
    }
    layout_blocks(layout, slabs, first, NULL, place);
}

/* The last slab of an item, kept on one page with the first of the next. */
static void keep_with_next_item(struct slabs *slabs, size_t first)
{
    if (slabs->count > first)
        slabs->list[slabs->count - 1].keeps_next = true;
}

static void layout_list(struct layout *layout, struct slabs *slabs, const struct block *block,
                        struct place place)
{
    const struct style *style = place_style(layout, place, TEXT("item"));
    const struct typeface *face = layout_typeface(layout, style, 0, language_of(block, place));
    struct tag *list = block_tag(layout, block, place, TAG_L);
    tag_set_numbering(list, block->ordered ? NUMBERING_DECIMAL : NUMBERING_DISC);
    int32_t indent = label_width(layout, block, face);
    if (indent * 2 > place.width)
        indent = 0; /* no room beside the labels: they stand above the words */
    place.language = language_of(block, place);
    /* as of lines, none of its items stands alone on a page at either end */
    for (const struct block *item = block->children; item != NULL; item = item->next) {
        size_t first = slabs->count;
        layout_item(layout, slabs, item, list, place, indent);
        bool is_last_but_one = item->next != NULL && item->next->next == NULL;
        if (item->next != NULL && (item == block->children || is_last_but_one))
            keep_with_next_item(slabs, first);
    }
    bool is_among_words = place.table == NULL && !text_is(place.style, "item");
    if (is_among_words && slabs->count > 0) {
        const struct style *body = place_style(layout, place, TEXT("body"));
        struct slab *last = &slabs->list[slabs->count - 1];
        last->space_after =
            last->space_after > body->space_after ? last->space_after : body->space_after;
    }
}

/* ---- the rest ---- */

static void layout_code(struct layout *layout, struct slabs *slabs, const struct block *block,
                        struct place place)
{
    struct block words = {.kind = BLOCK_PARAGRAPH, .span = block->span};
    struct document scratch = {.arena = layout->scratch};
    struct text line;
    place.tag = block_tag(layout, block, place, TAG_CODE);
    for (size_t at = 0, n = 0; text_next_line(block->code, &at, &line); n++) {
        if (n > 0)
            run_append(&scratch, &words, RUN_BREAK, TEXT(""), block->span);
        run_append(&scratch, &words, RUN_TEXT, line, block->span);
    }
    layout_words(layout, slabs, &words, place_style(layout, place, TEXT("code")), place, NULL);
}

static void layout_rule(struct layout *layout, struct slabs *slabs, struct place place)
{
    struct slab *slab = slab_append(layout, slabs);
    slab->height = 2 * RULE_SPACE;
    slab_item(
        layout, slab,
        (struct item){.kind = ITEM_RULE,
                      .x = place.indent,
                      .y = RULE_SPACE,
                      .width = place.width,
                      .paint = {.fill = COLOUR_NONE, .stroke = 0xB0B0B0, .stroke_width = 500}});
}

static void layout_quote(struct layout *layout, struct slabs *slabs, const struct block *block,
                         struct place place)
{
    place.tag = block_tag(layout, block, place, TAG_BLOCK_QUOTE);
    place.language = language_of(block, place);
    int32_t indent = indent_within(place, QUOTE_INDENT);
    place.indent += indent;
    place.width -= 2 * indent;
    place.style = TEXT("quote");
    layout_blocks(layout, slabs, block->children, NULL, place);
}

/* What comes late goes when its pages are printed. */
static void layout_section(struct layout *layout, struct slabs *slabs, const struct block *block,
                           struct place place)
{
    const struct section *section = block->section;
    struct document document = *layout->document;
    struct block filled = *block;
    document.arena = layout->shown;
    if (section != NULL && section->fill != NULL)
        section->fill(&document, &filled, section->fill_data);
    place.language = language_of(block, place);
    layout_blocks(layout, slabs, filled.children, NULL, place);
}

/* ---- columns ---- */

/* Whether a block that stands in a column of the page is better set across all of them. */
static bool wants_all_columns(struct layout *layout, const struct block *block, struct place place)
{
    if (stylesheet_columns(layout->unit->master) == 1 || place.indent > 0 ||
        place.width != stylesheet_column_width(layout->sheet, layout->unit->master))
        return false;
    if (block->kind == BLOCK_HEADING)
        return heading_style(layout, block, place)->spans_columns;
    if (block->kind == BLOCK_PARAGRAPH)
        return style_of(layout, block, place)->spans_columns;
    if (block->kind == BLOCK_FIGURE)
        return block->figure->width > place.width;
    return block->kind == BLOCK_TABLE && table_wants_all_columns(layout, block, place);
}

/* A heading stands across the columns when what it belongs to does. */
static void mark_spanning(struct slabs *slabs, size_t first)
{
    for (size_t i = first; i < slabs->count; i++)
        slabs->list[i].spans = true;
    for (size_t i = first; i > 0 && first < slabs->count && slabs->list[i - 1].keeps_next; i--)
        slabs->list[i - 1].spans = true;
}

/* A break before whatever comes next. */
static void break_page(struct slabs *slabs, size_t first)
{
    if (slabs->count > first)
        slabs->list[first].breaks_page = true;
}

static void layout_block(struct layout *layout, struct slabs *slabs, const struct block *block,
                         struct place place)
{
    size_t first = slabs->count;
    bool spans = wants_all_columns(layout, block, place);
    if (spans)
        place.width = stylesheet_text_width(layout->sheet);
    switch (block->kind) {
    case BLOCK_HEADING:
        layout_heading(layout, slabs, block, place);
        break;
    case BLOCK_PARAGRAPH:
    case BLOCK_ITEM:
        layout_paragraph(layout, slabs, block, place, NULL);
        layout_blocks(layout, slabs, block->children, NULL, place);
        break;
    case BLOCK_LIST:
        layout_list(layout, slabs, block, place);
        break;
    case BLOCK_TABLE:
        layout_table(layout, slabs, block, place);
        break;
    case BLOCK_FIGURE:
        layout_figure(layout, slabs, block, place);
        break;
    case BLOCK_CODE:
        layout_code(layout, slabs, block, place);
        break;
    case BLOCK_QUOTE:
        layout_quote(layout, slabs, block, place);
        break;
    case BLOCK_RULE:
        layout_rule(layout, slabs, place);
        break;
    case BLOCK_SECTION:
        layout_section(layout, slabs, block, place);
        break;
    case BLOCK_CONTENTS:
        layout_contents(layout, slabs, block, place);
        break;
    case BLOCK_PAGE_BREAK:
        break;
    }
    if (spans)
        mark_spanning(slabs, first);
    if (block->page_break_before)
        break_page(slabs, first);
}

/* Words between a heading and a table or drawing introduce it: they stay with it. */
static void keep_introduction(struct slabs *slabs, size_t first, size_t end,
                              const struct block *const before[2], const struct block *block)
{
    bool is_shown = block->kind == BLOCK_TABLE || block->kind == BLOCK_FIGURE;
    if (!is_shown || before[1] == NULL || before[1]->kind != BLOCK_HEADING ||
        before[0]->kind != BLOCK_PARAGRAPH || end - first > INTRODUCTION_LINES)
        return;
    for (size_t i = first; i < end; i++)
        slabs->list[i].keeps_next = true;
}

void layout_blocks(struct layout *layout, struct slabs *slabs, const struct block *first,
                   const struct block *end, struct place place)
{
    bool breaks = false;
    const struct block *before[2] = {NULL, NULL}; /* the nearest first */
    size_t before_begin = 0;
    place.depth++;
    for (const struct block *block = first; block != end && block != NULL; block = block->next) {
        size_t count = slabs->count;
        if (place.width < LIST_INDENT &&
            place.table == NULL) { /* nested beyond what a page can hold */
            place.indent -= LIST_INDENT - place.width;
            place.width = LIST_INDENT;
        }
        layout_block(layout, slabs, block, place);
        keep_introduction(slabs, before_begin, count, before, block);
        before[1] = before[0];
        before[0] = block;
        before_begin = count;
        if (breaks)
            break_page(slabs, count);
        breaks = block->kind == BLOCK_PAGE_BREAK || (breaks && slabs->count == count);
    }
}
