/* Words of a block: shaped, broken into lines, each line a slab. */
#include "converters/pdf/foot.h"
#include "converters/pdf/layout.h"
#include "converters/pdf/line.h"
#include "core/base/text_buffer.h"
#include <assert.h>
#include <string.h>

#define LINK_COLOUR 0x1F4E8C
#define SMALL_PERCENT 65 /* superscripts and subscripts, of the size around them */

/* A stretch of one typeface in the paragraph's text. */
struct stretch {
    const struct run *run;
    const struct typeface *face;
    size_t begin, end; /* bytes */
    struct tag *tag;   /* NULL: the block's */
};

struct words {
    struct glyph_row row;
    struct stretch *stretches;
    size_t stretch_count, stretch_capacity;
    uint32_t *owners; /* [row.count] the stretch of each glyph */
};

/* ---- typefaces ---- */

const struct typeface *layout_typeface(struct layout *layout, const struct style *style,
                                       unsigned run_style, struct text language)
{
    struct layout_tools *tools = layout->tools;
    unsigned looks = run_style & (STYLE_STRONG | STYLE_EMPHASIS | STYLE_CODE | STYLE_SUPERSCRIPT |
                                  STYLE_SUBSCRIPT);
    for (size_t i = 0; i < tools->typeface_count; i++) {
        const struct typeface *t = &tools->typefaces[i];
        if (t->style == style && t->run_style == looks && text_equal(t->language, language))
            return t;
    }
    bool is_small = looks & (STYLE_SUPERSCRIPT | STYLE_SUBSCRIPT);
    struct font_wish wish = {.family = looks & STYLE_CODE ? FONT_MONO : style->family,
                             .bold = style->bold || looks & STYLE_STRONG,
                             .italic = style->italic || looks & STYLE_EMPHASIS,
                             .language = language};
    struct typeface face = {.style = style,
                            .run_style = looks,
                            .language = text_copy(tools->arena, language),
                            .font = fonts_find(layout->fonts, wish),
                            .size = is_small ? style->size * SMALL_PERCENT / 100 : style->size};
    struct font_metrics metrics = font_metrics(face.font);
    face.ascent = (int32_t)((int64_t)metrics.ascent * style->size / 1000);
    face.descent = (int32_t)((int64_t)-metrics.descent * style->size / 1000);
    struct typeface *kept =
        arena_push(tools->arena, tools->typefaces, tools->typeface_count, tools->typeface_capacity);
    *kept = face;
    return kept;
}

/* ---- gathering ---- */

static void add_stretch(struct layout *layout, struct words *words, struct text_buffer *text,
                        const struct run *run, const struct typeface *face, struct text letters)
{
    size_t begin = text->size;
    for (size_t i = 0; i < letters.size; i++) {
        char c = letters.data[i];
        buffer_append_byte(text, c == '\t' || c == '\r' || c == '\n' ? ' ' : c);
    }
    if (text->size > begin)
        *arena_push(layout->scratch, words->stretches, words->stretch_count,
                    words->stretch_capacity) =
            (struct stretch){.run = run, .face = face, .begin = begin, .end = text->size};
}

static void add_break(struct words *words, struct text_buffer *text)
{
    (void)words;
    buffer_append_byte(text, '\n');
}

/* Notes are set as numbers; their words stand at the column's foot (see note.c). */
static struct text note_number(struct layout *layout, size_t number)
{
    struct text_buffer out = text_buffer_new(layout->shown);
    buffer_append_int(&out, (int64_t)number);
    return buffer_text(&out);
}

static void gather(struct layout *layout, struct words *words, struct text_buffer *text,
                   const struct run *run, const struct style *style, struct text language)
{
    struct text own = text_is_empty(run->language) ? language : run->language;
    unsigned looks = run->style;
    if (run->kind == RUN_BREAK) {
        add_break(words, text);
        return;
    }
    struct text letters = run->text;
    if (run->kind == RUN_NOTE) {
        looks |= STYLE_SUPERSCRIPT;
        letters = note_number(layout, ++layout->note_count);
    } else if (run->kind == RUN_PAGE_NUMBER) {
        struct text number = page_number_of(layout, run->link);
        letters = text_is_empty(number) ? letters : number;
    }
    add_stretch(layout, words, text, run, layout_typeface(layout, style, looks, own), letters);
}

/* Mainland usage; elsewhere marks keep their square at a line's ends, where it fits. */
static bool halves_edges(struct text language)
{
    return language_from_tag(language) == LANG_ZH_HANS;
}

/* One newline is a glyph of no width, so that lines can be cut there. */
static void add_glyphs(struct layout *layout, struct words *words, size_t *capacity,
                       const struct glyph *glyphs, size_t count, size_t base, uint32_t owner)
{
    struct glyph_row *row = &words->row;
    if (row->count + count + 1 > *capacity) {
        size_t wanted = 2 * (row->count + count) + 16;
        row->glyphs = arena_grow(layout->shown, row->glyphs, row->count * sizeof *row->glyphs,
                                 wanted * sizeof *row->glyphs);
        words->owners =
            arena_grow(layout->scratch, words->owners, row->count * sizeof *words->owners,
                       wanted * sizeof *words->owners);
        *capacity = wanted;
    }
    assert(row->glyphs != NULL);
    for (size_t i = 0; i < count; i++) {
        row->glyphs[row->count] = glyphs[i];
        row->glyphs[row->count].cluster += (uint32_t)base;
        words->owners[row->count++] = owner;
    }
}

static void shape(struct layout *layout, struct words *words)
{
    size_t capacity = 0, at = 0;
    struct glyph_row *row = &words->row;
    const struct glyph line_end = {.bytes = 1};
    for (size_t i = 0; i < words->stretch_count; i++) {
        const struct stretch *s = &words->stretches[i];
        for (; at < s->begin; at++)
            add_glyphs(layout, words, &capacity, &line_end, 1, at, (uint32_t)i);
        size_t count;
        struct glyph *glyphs =
            shape_text(layout->tools->shaper, layout->shown, s->face->font, s->face->size,
                       text_slice(row->text, s->begin, s->end), &count);
        if (i == 0 && words->stretch_count == 1 && s->end == row->text.size && at == s->begin) {
            row->glyphs = glyphs; /* all of the paragraph: no need to copy */
            row->count = count;
            words->owners = arena_new_array(layout->scratch, count + 1, uint32_t);
            at = s->end;
            break;
        }
        add_glyphs(layout, words, &capacity, glyphs, count, s->begin, (uint32_t)i);
        at = s->end;
    }
    for (; at < row->text.size; at++)
        add_glyphs(layout, words, &capacity, &line_end, 1, at, 0);
    int32_t *sizes = arena_new_array(layout->scratch, row->count + 1, int32_t);
    for (size_t i = 0; i < row->count; i++)
        sizes[i] = words->stretches[words->owners[i]].face->size;
    row->sizes = sizes;
}

/* What no font has is told with the place of its words. */
static void place_missing(struct layout *layout, const struct words *words)
{
    const struct glyph_row *row = &words->row;
    for (size_t i = 0; i < row->count; i++) {
        size_t at = row->glyphs[i].cluster;
        if (row->glyphs[i].id == 0 && row->kinds[i] != KIND_BREAK)
            fonts_place_missing(layout->fonts, text_next(row->text, &at),
                                words->stretches[words->owners[i]].run->span);
    }
}

static void find_languages(struct layout *layout, struct words *words)
{
    struct row_language *list =
        arena_new_array(layout->scratch, words->stretch_count, struct row_language);
    size_t count = 0;
    for (size_t i = 0; i < words->stretch_count; i++) {
        struct text language = words->stretches[i].face->language;
        if (count == 0 || !text_equal(list[count - 1].language, language))
            list[count++] = (struct row_language){(uint32_t)words->stretches[i].begin, language};
    }
    words->row.languages = list;
    words->row.language_count = count;
}

static struct words words_of(struct layout *layout, const struct block *block,
                             const struct style *style, struct text language)
{
    struct words words = {0};
    struct text_buffer text = text_buffer_new(layout->shown);
    for (const struct run *run = block->runs; run != NULL; run = run->next)
        gather(layout, &words, &text, run, style, language);
    while (text.size > 0 && text.data[text.size - 1] == '\n')
        text.size--; /* a break at the end shows nothing */
    words.row.text = buffer_text(&text);
    words.row.halves_edges = halves_edges(language);
    words.row.is_ragged = style->align != ALIGN_JUSTIFY;
    words.row.is_hyphenated = style->hyphenate;
    words.row.language = language;
    if (words.stretch_count == 0)
        return words;
    if (style->hyphenate)
        find_languages(layout, &words);
    shape(layout, &words);
    row_space(&words.row, layout->scratch);
    place_missing(layout, &words);
    if (style->hyphenate)
        words.row.hyphen_width =
            shape_width(layout->tools->shaper, words.stretches[0].face->font, 1000, TEXT("-"));
    return words;
}

struct layout layout_trial(const struct layout *layout)
{
    struct layout trial = *layout;
    trial.arena = trial.shown = trial.scratch = layout->tools->trial;
    return trial;
}

int32_t words_most_width(struct layout *layout, const struct block *block,
                         const struct style *style, struct text language)
{
    struct layout trial = layout_trial(layout);
    struct words words = words_of(&trial, block, style, language);
    struct lines lines = {0};
    int32_t most = 0;
    row_break(layout->tools->breaker, trial.scratch, &words.row, INT32_MAX / 2, 0, &lines);
    for (size_t i = 0; i < lines.count; i++)
        most = lines.list[i].width > most ? lines.list[i].width : most;
    arena_clear(trial.scratch);
    return most;
}

int32_t words_least_width(struct layout *layout, const struct block *block,
                          const struct style *style, struct text language)
{
    struct layout trial = layout_trial(layout);
    struct words words = words_of(&trial, block, style, language);
    int32_t least = words.row.count == 0
                        ? 0
                        : row_least_width(layout->tools->breaker, trial.scratch, &words.row);
    arena_clear(trial.scratch);
    return least;
}

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
    line_set(&s->words->row, s->layout->scratch, line, s->width - indent);
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

void layout_words(struct layout *layout, struct slabs *slabs, const struct block *block,
                  const struct style *style, struct place place, const struct lead *lead)
{
    struct words words = words_of(layout, block, style, place.language);
    struct lines lines = {0};
    if (words.row.count == 0)
        return;
    tag_stretches(layout, &words, place.tag, place.language);
    struct setting s = {.layout = layout,
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
    row_break(layout->tools->breaker, layout->scratch, &words.row, s.width, s.first, &lines);
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
