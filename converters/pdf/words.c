#include "converters/pdf/words.h"
#include "core/base/text_buffer.h"
#include <assert.h>
#include <string.h>

#define SMALL_PERCENT 65 /* superscripts and subscripts, of the size around them */

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

static void add_stretch(struct arena *passing, struct words *words, struct text_buffer *text,
                        const struct run *run, const struct typeface *face, struct text letters)
{
    size_t begin = text->size;
    for (size_t i = 0; i < letters.size; i++) {
        char c = letters.data[i];
        buffer_append_byte(text, c == '\t' || c == '\r' || c == '\n' ? ' ' : c);
    }
    if (text->size > begin)
        *arena_push(passing, words->stretches, words->stretch_count, words->stretch_capacity) =
            (struct stretch){.run = run, .face = face, .begin = begin, .end = text->size};
}

/* Notes are set as numbers; their words stand at the column's foot (see note.c). */
static struct text note_number(struct layout *layout, size_t number)
{
    struct text_buffer out = text_buffer_new(layout->shown);
    buffer_append_int(&out, (int64_t)number);
    return buffer_text(&out);
}

static void gather(struct layout *layout, struct arena *passing, struct words *words,
                   struct text_buffer *text, const struct run *run, const struct style *style,
                   struct text language)
{
    struct text own = text_is_empty(run->language) ? language : run->language;
    unsigned looks = run->style;
    if (run->kind == RUN_BREAK) {
        buffer_append_byte(text, '\n');
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
    add_stretch(passing, words, text, run, layout_typeface(layout, style, looks, own), letters);
}

/* Mainland usage; elsewhere marks keep their square at a line's ends, where it fits. */
static bool halves_edges(struct text language)
{
    return language_from_tag(language) == LANG_ZH_HANS;
}

/* One newline is a glyph of no width, so that lines can be cut there. */
static void add_glyphs(struct arena *passing, struct words *words, size_t *capacity,
                       const struct glyph *glyphs, size_t count, size_t base, uint32_t owner)
{
    struct glyph_row *row = &words->row;
    if (row->count + count + 1 > *capacity) {
        size_t wanted = 2 * (row->count + count) + 16;
        row->glyphs = arena_grow(passing, row->glyphs, row->count * sizeof *row->glyphs,
                                 wanted * sizeof *row->glyphs);
        words->owners = arena_grow(passing, words->owners, row->count * sizeof *words->owners,
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

/* The glyphs of several stretches, one behind the other, and of the line ends between them. */
static void shape_stretches(struct layout *layout, struct arena *passing, struct words *words)
{
    size_t capacity = 0, at = 0, count;
    struct glyph_row *row = &words->row;
    const struct glyph line_end = {.bytes = 1};
    for (size_t i = 0; i < words->stretch_count; i++) {
        const struct stretch *s = &words->stretches[i];
        for (; at < s->begin; at++)
            add_glyphs(passing, words, &capacity, &line_end, 1, at, (uint32_t)i);
        const struct glyph *glyphs =
            shape_text(layout->tools->shaper, passing, s->face->font, s->face->size,
                       text_slice(row->text, s->begin, s->end), &count);
        add_glyphs(passing, words, &capacity, glyphs, count, s->begin, (uint32_t)i);
        at = s->end;
    }
    for (; at < row->text.size; at++)
        add_glyphs(passing, words, &capacity, &line_end, 1, at, 0);
    struct glyph *shown = arena_new_array(layout->shown, row->count, struct glyph);
    if (row->count > 0)
        memcpy(shown, row->glyphs, row->count * sizeof *shown);
    row->glyphs = shown;
}

static void shape(struct layout *layout, struct arena *passing, struct words *words)
{
    struct glyph_row *row = &words->row;
    const struct stretch *first = &words->stretches[0];
    if (words->stretch_count == 1 && first->begin == 0 && first->end == row->text.size) {
        row->glyphs = shape_text(layout->tools->shaper, layout->shown, first->face->font,
                                 first->face->size, row->text, &row->count);
        words->owners = arena_new_array(passing, row->count + 1, uint32_t);
    } else {
        shape_stretches(layout, passing, words);
    }
    int32_t *sizes = arena_new_array(passing, row->count + 1, int32_t);
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

static void find_languages(struct arena *passing, struct words *words)
{
    struct row_language *list = arena_new_array(passing, words->stretch_count, struct row_language);
    size_t count = 0;
    for (size_t i = 0; i < words->stretch_count; i++) {
        struct text language = words->stretches[i].face->language;
        if (count == 0 || !text_equal(list[count - 1].language, language))
            list[count++] = (struct row_language){(uint32_t)words->stretches[i].begin, language};
    }
    words->row.languages = list;
    words->row.language_count = count;
}

struct words words_of(struct layout *layout, struct arena *passing, const struct block *block,
                      const struct style *style, struct text language)
{
    struct words words = {0};
    struct text_buffer text = text_buffer_new(passing);
    for (const struct run *run = block->runs; run != NULL; run = run->next)
        gather(layout, passing, &words, &text, run, style, language);
    while (text.size > 0 && text.data[text.size - 1] == '\n')
        text.size--; /* a break at the end shows nothing */
    words.row.text = text_copy(layout->shown, buffer_text(&text));
    words.row.halves_edges = halves_edges(language);
    words.row.is_ragged = style->align != ALIGN_JUSTIFY;
    words.row.is_hyphenated = style->hyphenate;
    words.row.language = language;
    if (words.stretch_count == 0)
        return words;
    if (style->hyphenate)
        find_languages(passing, &words);
    shape(layout, passing, &words);
    row_space(&words.row, passing);
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
    struct words words = words_of(&trial, trial.scratch, block, style, language);
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
    struct words words = words_of(&trial, trial.scratch, block, style, language);
    int32_t least = words.row.count == 0
                        ? 0
                        : row_least_width(layout->tools->breaker, trial.scratch, &words.row);
    arena_clear(trial.scratch);
    return least;
}
