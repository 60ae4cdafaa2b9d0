/* Words of a block, broken into lines, each line a slab. */
#include "converters/pdf/foot.h"
#include "converters/pdf/layout.h"
#include "converters/pdf/line.h"
#include "converters/pdf/words.h"

#define LINK_COLOUR 0x1F4E8C

/* ---- tags ---- */

static bool needs_language(const struct layout *layout, struct text language)
{
    return !text_is_empty(language) && !text_equal(language, layout->document->language);
}

/* Links and words in another language have a tag of their own. */
static void tag_stretches(struct layout *layout, struct words *words, struct tag *tag,
                          struct text language)
{
    for (size_t i = 0; i < words->stretch_count; i++) {
        struct stretch *s = &words->stretches[i];
        bool is_other = !text_is_empty(s->run->language) && !text_equal(s->run->language, language);
        s->tag = tag;
        if (!text_is_empty(s->run->link)) {
            s->tag = tag_new(layout->shown, tag, TAG_LINK);
        } else if (is_other && needs_language(layout, s->run->language)) {
            s->tag = tag_new(layout->shown, tag, TAG_SPAN);
            tag_set_language(layout->shown, s->tag, s->run->language);
        }
    }
}

/* ---- lines to slabs ---- */

struct setting {
    struct layout *layout;
    struct arena *passing; /* of what goes when all lines stand */
    struct slabs *slabs;
    const struct style *style;
    struct words *words;
    struct tag *tag;
    int32_t left, width; /* of the words */
    int32_t first;       /* how much further right the first line begins */
    const struct lead *lead;
};

static int32_t line_shift(const struct setting *s, const struct line *line)
{
    int32_t left_over = s->width - line->width;
    if (s->style->align == ALIGN_CENTRE)
        return left_over / 2;
    return s->style->align == ALIGN_RIGHT ? left_over : 0;
}

static void add_item(struct setting *s, struct slab *slab, size_t *capacity, struct item item)
{
    size_t count = slab->item_count;
    struct item *place = arena_push(s->layout->scratch, slab->items, count, *capacity);
    *place = item;
    slab->item_count = (uint32_t)count;
}

static void add_strokes(struct setting *s, struct slab *slab, size_t *capacity,
                        const struct stretch *stretch, struct item words)
{
    struct font_metrics m = font_metrics(stretch->face->font);
    int32_t size = stretch->face->size;
    unsigned looks = stretch->run->style;
    int32_t thickness = (int32_t)((int64_t)m.underline_thickness * size / 1000);
    const struct {
        unsigned look;
        int32_t position;
    } strokes[] = {{STYLE_UNDERLINE, m.underline_position}, {STYLE_STRIKE, m.strike_position}};
    for (size_t i = 0; i < 2; i++) {
        if (!(looks & strokes[i].look))
            continue;
        int32_t up = (int32_t)((int64_t)strokes[i].position * size / 1000);
        add_item(s, slab, capacity,
                 (struct item){.kind = ITEM_RULE,
                               .x = words.x,
                               .y = words.y + words.baseline - up,
                               .width = words.width,
                               .paint = {.fill = COLOUR_NONE,
                                         .stroke = words.ink.colour,
                                         .stroke_width = thickness > 0 ? thickness : 400}});
    }
}

static void add_link(struct setting *s, struct slab *slab, size_t *capacity,
                     const struct stretch *stretch, struct item words)
{
    if (text_is_empty(stretch->run->link))
        return;
    words.kind = ITEM_LINK;
    words.tag = stretch->tag;
    words.description = stretch->run->text;
    words.text = stretch->run->link;
    add_item(s, slab, capacity, words);
}

static int32_t rise(const struct stretch *stretch)
{
    unsigned looks = stretch->face->run_style;
    if (looks & STYLE_SUPERSCRIPT)
        return stretch->face->style->size / 3;
    return looks & STYLE_SUBSCRIPT ? -stretch->face->style->size / 6 : 0;
}

/* The glyphs [from, to) of one stretch, from x on. */
static int32_t add_glyph_item(struct setting *s, struct slab *slab, size_t *capacity, size_t from,
                              size_t to, int32_t x, int32_t baseline)
{
    const struct stretch *stretch = &s->words->stretches[s->words->owners[from]];
    int32_t width = row_width(&s->words->row, from, to);
    bool is_link = !text_is_empty(stretch->run->link);
    struct item item = {.kind = ITEM_GLYPHS,
                        .x = x,
                        .width = width,
                        .height = s->style->leading,
                        .tag = stretch->tag,
                        .glyphs = s->words->row.glyphs + from,
                        .glyph_count = (uint32_t)(to - from),
                        .baseline = baseline - rise(stretch),
                        .ink = {stretch->face->size, is_link ? LINK_COLOUR : s->style->colour},
                        .text = s->words->row.text};
    add_item(s, slab, capacity, item);
    add_strokes(s, slab, capacity, stretch, item);
    add_link(s, slab, capacity, stretch, item);
    return width;
}

/* The words of a note whose number begins at that glyph. */
static void add_note(struct setting *s, struct slab *slab, size_t *capacity, size_t glyph)
{
    const struct words *words = s->words;
    const struct stretch *stretch = &words->stretches[words->owners[glyph]];
    const struct run *run = stretch->run;
    if (run->kind != RUN_NOTE || run->note == NULL ||
        words->row.glyphs[glyph].cluster != stretch->begin)
        return;
    struct text number = text_slice(words->row.text, stretch->begin, stretch->end);
    add_item(s, slab, capacity,
             (struct item){
                 .kind = ITEM_NOTE,
                 .height = slab->height,
                 .notes = layout_note(s->layout, run->note, number, s->tag, words->row.language)});
}

/* The baseline that centres the letters in the leading. */
static int32_t baseline_of(const struct style *style, const struct typeface *face)
{
    int32_t body = face->ascent + face->descent;
    return (style->leading - body) / 2 + face->ascent;
}

static void add_lead(struct setting *s, struct slab *slab, size_t *capacity,
                     const struct typeface *face, int32_t baseline)
{
    const struct lead *lead = s->lead;
    size_t count;
    if (lead == NULL || text_is_empty(lead->label))
        return;
    struct glyph *glyphs = shape_text(s->layout->tools->shaper, s->layout->shown, face->font,
                                      face->size, lead->label, &count);
    add_item(s, slab, capacity,
             (struct item){.kind = ITEM_GLYPHS,
                           .x = s->left - lead->width,
                           .width = lead->width,
                           .height = s->style->leading,
                           .tag = lead->tag,
                           .glyphs = glyphs,
                           .glyph_count = (uint32_t)count,
                           .baseline = baseline,
                           .ink = {face->size, s->style->colour},
                           .text = lead->label});
}

/* A soft hyphen, whose text says that the word goes on. */
static void add_hyphen(struct setting *s, struct slab *slab, size_t *capacity,
                       const struct stretch *stretch, int32_t x, int32_t baseline)
{
    size_t count;
    const struct typeface *face = stretch->face;
    struct glyph *glyphs = shape_text(s->layout->tools->shaper, s->layout->shown, face->font,
                                      face->size, TEXT("-"), &count);
    struct text soft = TEXT("\xC2\xAD");
    glyphs[0].bytes = (uint16_t)soft.size;
    add_item(s, slab, capacity,
             (struct item){.kind = ITEM_GLYPHS,
                           .x = x,
                           .width = glyphs[0].advance,
                           .height = s->style->leading,
                           .tag = stretch->tag,
                           .glyphs = glyphs,
                           .glyph_count = 1,
                           .baseline = baseline - rise(stretch),
                           .ink = {face->size, s->style->colour},
                           .text = soft});
}

static void add_line(struct setting *s, struct line *line, size_t number, size_t lines)
{
    const struct words *words = s->words;
    const struct typeface *face = words->stretches[0].face;
    size_t capacity = 0;
    struct slab *slab = slab_append(s->layout, s->slabs);
    slab->height = s->style->leading;
    slab->is_on_grid = s->style->leading == s->layout->sheet->grid;
    /* two lines stay together at both ends of a paragraph */
    slab->keeps_next = lines > 1 && (number == 0 || number + 2 == lines);
    int32_t baseline = baseline_of(s->style, face);
    if (s->style->background != COLOUR_NONE)
        add_item(s, slab, &capacity,
                 (struct item){.kind = ITEM_RECTANGLE,
                               .x = s->left - s->style->padding,
                               .width = s->width + 2 * s->style->padding,
                               .height = slab->height,
                               .paint = {.fill = s->style->background, .stroke = COLOUR_NONE}});
    if (number == 0)
        add_lead(s, slab, &capacity, face, baseline);
    int32_t indent = number == 0 ? s->first : 0;
    line_set(&s->words->row, s->passing, line, s->width - indent);
    int32_t x = s->left + indent + line_shift(s, line);
    for (size_t from = line->from, to; from < line->to; from = to) {
        for (to = from + 1; to < line->to && words->owners[to] == words->owners[from];)
            to++;
        x += add_glyph_item(s, slab, &capacity, from, to, x, baseline);
        add_note(s, slab, &capacity, from);
    }
    if (line->is_hyphenated)
        add_hyphen(s, slab, &capacity, &words->stretches[words->owners[line->to - 1]], x, baseline);
}

static void add_rule_below(struct setting *s)
{
    size_t capacity = 0;
    if (s->style->rule_below <= 0)
        return;
    s->slabs->list[s->slabs->count - 1].keeps_next = true;
    struct slab *slab = slab_append(s->layout, s->slabs);
    slab->height = s->style->padding + s->style->rule_below;
    slab->keeps_next = s->style->keep_with_next;
    add_item(s, slab, &capacity,
             (struct item){.kind = ITEM_RULE,
                           .x = s->left,
                           .y = s->style->padding,
                           .width = s->width,
                           .paint = {.fill = COLOUR_NONE,
                                     .stroke = s->style->rule_colour,
                                     .stroke_width = s->style->rule_below}});
}

/* What only its lines need lives in passing. */
static void lay_words(struct layout *layout, struct arena *passing, struct slabs *slabs,
                      const struct block *block, const struct style *style, struct place place,
                      const struct lead *lead)
{
    struct words words = words_of(layout, passing, block, style, place.language);
    struct lines lines = {0};
    if (words.row.count == 0)
        return;
    tag_stretches(layout, &words, place.tag, place.language);
    struct setting s = {.layout = layout,
                        .passing = passing,
                        .slabs = slabs,
                        .style = style,
                        .words = &words,
                        .tag = place.tag,
                        .left = place.indent + style->indent_left,
                        .width = place.width - style->indent_left - style->indent_right,
                        .lead = lead};
    if (s.width < style->size)
        s.width = style->size;
    s.first = (int32_t)((int64_t)style->indent_first_em1000 * style->size / 1000);
    row_break(layout->tools->breaker, passing, &words.row, s.width, s.first, &lines);
    size_t first_slab = slabs->count;
    for (size_t i = 0; i < lines.count; i++)
        add_line(&s, &lines.list[i], i, lines.count);
    add_rule_below(&s);
    slabs->list[first_slab].space_before = style->space_before;
    struct slab *last = &slabs->list[slabs->count - 1];
    last->space_after = style->space_after;
    last->keeps_next |= style->keep_with_next;
    for (size_t i = first_slab; style->keep_together && i + 1 < slabs->count; i++)
        slabs->list[i].keeps_next = true;
    if (style->page_break_before || block->page_break_before)
        slabs->list[first_slab].breaks_page = true;
}

void layout_words(struct layout *layout, struct slabs *slabs, const struct block *block,
                  const struct style *style, struct place place, const struct lead *lead)
{
    struct arena *passing = arena_open_like(layout->scratch);
    lay_words(layout, passing, slabs, block, style, place, lead);
    arena_close(passing);
}
