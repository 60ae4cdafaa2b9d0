#include "converters/pdf/shape.h"
#include "converters/pdf/font.h"
#include "converters/pdf/kind.h"
#include <stdlib.h>
#include <string.h>

enum char_class {
    CHAR_NEW,    /* not looked up yet */
    CHAR_DIRECT, /* its nominal glyph is all there is to it: Han, ideographic marks, spaces */
    CHAR_SHAPED, /* HarfBuzz decides, in the context of its word */
    CHAR_HIDDEN,
};

struct char_info {
    uint16_t face, glyph;
    uint16_t advance; /* font units */
    uint8_t class;
    uint8_t room; /* enum room */
};

#define CHAR_PAGE 256
#define CHAR_PAGES (0x110000 / CHAR_PAGE)

/* What one thread knows of one font. */
struct font_table {
    const struct font *font;
    struct char_info *pages[CHAR_PAGES];
    struct font_table *next;
};

/* A word seen before: its glyphs in font units, clusters from the word's begin. */
struct word {
    uint64_t hash;
    const struct font *font;
    uint16_t face;
    struct text text;
    const struct glyph *glyphs;
    size_t count;
};

#define WORD_SLOTS 16384
#define WORDS_MAX (WORD_SLOTS * 3 / 4)
#define WORD_MEMORY_MAX ((size_t)4 << 20) /* bytes; long strings fill the cache sooner */

struct shaper {
    struct arena *arena, *word_arena;
    struct fonts *fonts;
    struct font_table *tables;
    hb_buffer_t *buffer;
    struct word **words; /* [WORD_SLOTS], open addressing; in word_arena */
    size_t word_count;
    struct glyph *glyphs; /* of the text being shaped */
    size_t count, capacity;
};

struct shaper *shaper_open(struct fonts *fonts)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct shaper *shaper = arena_new(arena, struct shaper);
    shaper->arena = arena;
    shaper->word_arena = arena_open(NULL, NULL);
    shaper->words = arena_new_array(shaper->word_arena, WORD_SLOTS, struct word *);
    shaper->fonts = fonts;
    shaper->buffer = hb_buffer_create();
    return shaper;
}

void shaper_close(struct shaper *shaper)
{
    if (shaper == NULL)
        return;
    hb_buffer_destroy(shaper->buffer);
    arena_close(shaper->word_arena);
    arena_close(shaper->arena);
}

/* ---- characters ---- */

bool is_invisible_character(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x200B || c == 0x200E ||
           c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF;
}

/* Characters that no feature applied by default changes or kerns in a font for Chinese. */
static bool is_direct(uint32_t c)
{
    return c == ' ' || c == 0xA0 || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x3029) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF01 && c <= 0xFF64) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

/* Combining marks and selectors that change the character before them. */
static bool is_extender(uint32_t c)
{
    if (c < 0x300)
        return false;
    hb_unicode_general_category_t category =
        hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK || c == 0x200D || c == 0x200C;
}

/* Extenders that no font needs a glyph for: joiners and variation selectors. */
static bool is_selector(uint32_t c)
{
    return c == 0x34F || c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE0100 && c <= 0xE01EF);
}

static struct font_table *table_for(struct shaper *shaper, const struct font *font)
{
    for (struct font_table *table = shaper->tables; table != NULL; table = table->next)
        if (table->font == font)
            return table;
    struct font_table *table = arena_new(shaper->arena, struct font_table);
    table->font = font;
    table->next = shaper->tables;
    shaper->tables = table;
    return table;
}

/* Where the ink of a mark leaves its square empty, as the font draws it. */
static enum room room_of(const struct face *face, uint32_t c, uint32_t glyph, int64_t advance)
{
    enum kind kind = kind_of(c);
    hb_glyph_extents_t ink;
    int64_t em = face->units_per_em;
    if ((!kind_is_mark(kind) && kind != KIND_INTERPUNCT) || advance < em * 9 / 10 ||
        !hb_font_get_glyph_extents(face->hb_font, glyph, &ink) || ink.width == 0)
        return ROOM_NONE;
    int64_t left = ink.x_bearing, right = advance - left - ink.width;
    if (left * 100 >= em * 48)
        return ROOM_BEFORE;
    if (right * 100 >= em * 48)
        return ROOM_AFTER;
    return left * 4 >= em && right * 4 >= em ? ROOM_AROUND : ROOM_NONE;
}

static void look_up(struct shaper *shaper, const struct font *font, uint32_t c,
                    struct char_info *info)
{
    info->class = CHAR_HIDDEN;
    if (is_invisible_character(c))
        return;
    info->class = is_direct(c) ? CHAR_DIRECT : CHAR_SHAPED;
    if (is_selector(c))
        return;
    struct font_choice choice = font_choose(font, c);
    const struct face *face = fonts_face(shaper->fonts, choice.face);
    hb_position_t advance = hb_font_get_glyph_h_advance(face->hb_font, choice.glyph);
    info->face = choice.face;
    info->glyph = choice.glyph;
    info->advance = (uint16_t)(advance < 0 ? 0 : advance > UINT16_MAX ? UINT16_MAX : advance);
    info->room = (uint8_t)room_of(face, c, choice.glyph, advance);
}

static const struct char_info *char_info(struct shaper *shaper, struct font_table *table,
                                         uint32_t c)
{
    struct char_info **page = &table->pages[c / CHAR_PAGE];
    if (*page == NULL)
        *page = arena_new_array(shaper->arena, CHAR_PAGE, struct char_info);
    struct char_info *info = &(*page)[c % CHAR_PAGE];
    if (info->class == CHAR_NEW)
        look_up(shaper, table->font, c, info);
    return info;
}

/* ---- glyphs ---- */

static struct glyph *push(struct shaper *shaper)
{
    return arena_push(shaper->arena, shaper->glyphs, shaper->count, shaper->capacity);
}

static int32_t scaled(int64_t units, int32_t size, int32_t units_per_em)
{
    int64_t product = units * size;
    return (int32_t)((product + (product < 0 ? -units_per_em : units_per_em) / 2) / units_per_em);
}

/*
 * Chinese faces draw quotes, dashes and ellipses as wide as Han; between letters they are set in
 * their proportional forms (OpenType feature pwid).
 */
static bool wants_narrow_marks(const struct font *font)
{
    const char *language = hb_language_to_string(font_language(font));
    return language != NULL && strncmp(language, "zh", 2) != 0 && strncmp(language, "ja", 2) != 0 &&
           strncmp(language, "ko", 2) != 0;
}

static void run_harfbuzz(struct shaper *shaper, const struct font *font, const struct face *face,
                         struct text word)
{
    hb_buffer_t *buffer = shaper->buffer;
    hb_buffer_reset(buffer);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_add_utf8(buffer, word.data, (int)word.size, 0, (int)word.size);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, font_language(font));
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    static const hb_feature_t narrow = {HB_TAG('p', 'w', 'i', 'd'), 1, HB_FEATURE_GLOBAL_START,
                                        HB_FEATURE_GLOBAL_END};
    hb_shape(face->hb_font, buffer, &narrow, wants_narrow_marks(font) ? 1 : 0);
}

/* The word's glyphs in font units. */
static struct word *shape_word(struct shaper *shaper, const struct font *font, uint16_t face,
                               struct text text)
{
    struct word *word = arena_new(shaper->word_arena, struct word);
    *word = (struct word){.font = font, .face = face, .hash = text_hash(text)};
    word->text = text_copy(shaper->word_arena, text);
    const struct face *shaped = fonts_face(shaper->fonts, face);
    run_harfbuzz(shaper, font, shaped, text);
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(shaper->buffer, &count);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(shaper->buffer, NULL);
    struct glyph *glyphs = arena_new_array(shaper->word_arena, count, struct glyph);
    for (unsigned i = 0; i < count; i++) {
        size_t at = infos[i].cluster;
        uint32_t c = text_next(text, &at);
        glyphs[i] = (struct glyph){
            .cluster = infos[i].cluster,
            .face = face,
            .id = (uint16_t)infos[i].codepoint,
            .room = (uint8_t)room_of(shaped, c, infos[i].codepoint, places[i].x_advance),
            .advance = places[i].x_advance,
            .x_offset = places[i].x_offset,
            .y_offset = places[i].y_offset};
    }
    word->glyphs = glyphs;
    word->count = count;
    return word;
}

static void forget_words(struct shaper *shaper)
{
    arena_close(shaper->word_arena);
    shaper->word_arena = arena_open(NULL, NULL);
    shaper->words = arena_new_array(shaper->word_arena, WORD_SLOTS, struct word *);
    shaper->word_count = 0;
}

static const struct word *find_word(struct shaper *shaper, const struct font *font, uint16_t face,
                                    struct text text)
{
    if (shaper->word_count >= WORDS_MAX || arena_bytes(shaper->word_arena) > WORD_MEMORY_MAX)
        forget_words(shaper);
    uint64_t hash = text_hash(text);
    size_t slot = (size_t)(hash ^ hash >> 32) % WORD_SLOTS;
    for (struct word *word; (word = shaper->words[slot]) != NULL; slot = (slot + 1) % WORD_SLOTS)
        if (word->hash == hash && word->font == font && word->face == face &&
            text_equal(word->text, text))
            return word;
    shaper->word_count++;
    return shaper->words[slot] = shape_word(shaper, font, face, text);
}

static void push_word(struct shaper *shaper, const struct font *font, int32_t size, uint16_t face,
                      struct text text, size_t begin, size_t end)
{
    struct text part = text_slice(text, begin, end);
    const struct word *word = find_word(shaper, font, face, part);
    int32_t units_per_em = fonts_face(shaper->fonts, face)->units_per_em;
    for (size_t i = 0; i < word->count; i++) {
        struct glyph glyph = word->glyphs[i];
        glyph.cluster += (uint32_t)begin;
        glyph.advance = scaled(glyph.advance, size, units_per_em);
        glyph.x_offset = scaled(glyph.x_offset, size, units_per_em);
        glyph.y_offset = scaled(glyph.y_offset, size, units_per_em);
        *push(shaper) = glyph;
    }
}

/* ---- runs ---- */

static bool is_real_script(hb_script_t script)
{
    return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED &&
           script != HB_SCRIPT_UNKNOWN;
}

/* The face for the character at that place: one that also has the marks combined with it. */
static uint16_t face_at(struct shaper *shaper, struct font_table *table, struct text text,
                        size_t at)
{
    uint32_t glyph, base = text_next(text, &at);
    uint16_t face = char_info(shaper, table, base)->face;
    while (at < text.size) {
        uint32_t mark = text_next(text, &at);
        if (!is_extender(mark))
            break;
        if (is_selector(mark) || face_has(fonts_face(shaper->fonts, face), mark, &glyph))
            continue;
        uint16_t other = char_info(shaper, table, mark)->face;
        if (face_has(fonts_face(shaper->fonts, other), base, &glyph))
            face = other;
    }
    return face;
}

/*
 * The end of the word that begins at begin: characters HarfBuzz shapes together, of one face and
 * one script.
 */
static size_t word_end(struct shaper *shaper, struct font_table *table, struct text text,
                       size_t begin, uint16_t face)
{
    hb_script_t script = HB_SCRIPT_COMMON;
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    size_t end = begin;
    while (end < text.size) {
        size_t next = end;
        uint32_t c = text_next(text, &next);
        if (end > begin && !is_extender(c)) {
            const struct char_info *info = char_info(shaper, table, c);
            if (info->class != CHAR_SHAPED || face_at(shaper, table, text, end) != face)
                return end;
        }
        hb_script_t own = hb_unicode_script(unicode, c);
        if (is_real_script(own) && is_real_script(script) && own != script)
            return end;
        if (is_real_script(own))
            script = own;
        end = next;
    }
    return end;
}

/* Sets how many bytes of the text each cluster shows; what shows nothing joins the one before. */
static void measure_clusters(struct shaper *shaper, struct text text)
{
    size_t end = text.size;
    struct glyph *glyphs = shaper->glyphs;
    if (shaper->count > 0)
        for (size_t i = 0, first = glyphs[0].cluster;
             i < shaper->count && glyphs[i].cluster == first; i++)
            glyphs[i].cluster = 0;
    for (size_t i = shaper->count; i-- > 0;) {
        bool is_first = i == 0 || glyphs[i - 1].cluster != glyphs[i].cluster;
        size_t bytes = is_first ? end - glyphs[i].cluster : 0;
        glyphs[i].bytes = (uint16_t)(bytes > UINT16_MAX ? UINT16_MAX : bytes);
        if (is_first)
            end = glyphs[i].cluster;
    }
}

/* A combining mark after a character that went its direct way: both are shaped together after all.
 */
static size_t take_back(struct shaper *shaper, size_t at)
{
    if (shaper->count == 0)
        return at;
    return shaper->glyphs[--shaper->count].cluster;
}

static void shape_into_scratch(struct shaper *shaper, const struct font *font, int32_t size,
                               struct text text)
{
    struct font_table *table = table_for(shaper, font);
    shaper->count = 0;
    bool was_direct = false;
    for (size_t at = 0; at < text.size;) {
        size_t next = at;
        uint32_t c = text_next(text, &next);
        const struct char_info *info = char_info(shaper, table, c);
        if (info->class == CHAR_DIRECT) {
            int32_t units_per_em = fonts_face(shaper->fonts, info->face)->units_per_em;
            *push(shaper) = (struct glyph){.cluster = (uint32_t)at,
                                           .face = info->face,
                                           .id = info->glyph,
                                           .room = info->room,
                                           .advance = scaled(info->advance, size, units_per_em)};
        } else if (info->class == CHAR_SHAPED) {
            size_t begin = was_direct && is_extender(c) ? take_back(shaper, at) : at;
            uint16_t face = face_at(shaper, table, text, begin);
            next = word_end(shaper, table, text, begin, face);
            push_word(shaper, font, size, face, text, begin, next);
        }
        was_direct = info->class == CHAR_DIRECT;
        at = next;
    }
    measure_clusters(shaper, text);
}

struct glyph *shape_text(struct shaper *shaper, struct arena *arena, const struct font *font,
                         int32_t size, struct text text, size_t *count)
{
    shape_into_scratch(shaper, font, size, text);
    struct glyph *glyphs = arena_new_array(arena, shaper->count, struct glyph);
    if (shaper->count > 0)
        memcpy(glyphs, shaper->glyphs, shaper->count * sizeof *glyphs);
    *count = shaper->count;
    return glyphs;
}

int32_t shape_width(struct shaper *shaper, const struct font *font, int32_t size, struct text text)
{
    int32_t width = 0;
    shape_into_scratch(shaper, font, size, text);
    for (size_t i = 0; i < shaper->count; i++)
        width += shaper->glyphs[i].advance;
    return width;
}
