#include "converters/pdf/fontdb.h"
#include "converters/pdf/font.h"
#include "converters/pdf/missing.h"
#include "core/base/text_buffer.h"
#include <assert.h>
#include <fontconfig/fontconfig.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define CHAIN_MAX 16

struct font {
    struct fonts *fonts;
    struct font_wish wish;
    hb_language_t language;
    bool is_east_asian;
    uint16_t chain[CHAIN_MAX]; /* faces */
    size_t chain_count;
    size_t han; /* place in the chain of the first face with Han characters, or chain_count */
    struct font *next;
};

struct fonts {
    struct arena *arena;
    pthread_mutex_t lock; /* over all that follows; faces already handed out are only read */
    FcConfig *config;
    struct text families[FONT_FAMILY_COUNT], files[FONT_FAMILY_COUNT];
    struct text language;
    struct face *faces[FACES_MAX];
    size_t face_count;
    struct font *list;
    struct missing_characters missing;
};

static const struct message no_fonts = {{"找不到可用的字型：請安裝 Noto CJK（" INSTALL_HAN "）",
                                         "找不到可用的字体：请安装 Noto CJK（" INSTALL_HAN "）",
                                         "no usable font found: install Noto CJK (" INSTALL_HAN
                                         ")"}};
static const struct message bad_file = {{"無法使用字型檔 {0}：不是可嵌入的字型",
                                         "无法使用字体文件 {0}：不是可嵌入的字体",
                                         "cannot use the font file {0}: no font that can be "
                                         "embedded"}};

/* ---- languages ---- */

/* The mark of Noto CJK's regional families, or NULL for a language without Han characters. */
static const char *region_of(struct text language)
{
    if (text_starts_with(language, TEXT("ja")))
        return "JP";
    if (text_starts_with(language, TEXT("ko")))
        return "KR";
    if (text_find(language, TEXT("HK"), 0) != TEXT_NOT_FOUND ||
        text_find(language, TEXT("MO"), 0) != TEXT_NOT_FOUND)
        return "HK";
    enum language known = language_from_tag(language);
    return known == LANG_ZH_HANT ? "TC" : known == LANG_ZH_HANS ? "SC" : NULL;
}

static const char *region_for(const struct fonts *fonts, struct text language)
{
    const char *region = region_of(language);
    if (region == NULL)
        region = region_of(fonts->language);
    return region != NULL ? region : "TC";
}

/* What fontconfig calls the language of a region. */
static const char *fontconfig_language(const char *region)
{
    static const char *const names[][2] = {
        {"TC", "zh-tw"}, {"SC", "zh-cn"}, {"HK", "zh-hk"}, {"JP", "ja"}, {"KR", "ko"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i][0], region) == 0)
            return names[i][1];
    return "zh-tw";
}

/* ---- faces; all under the lock ---- */

static const char *resource_taken(const struct fonts *fonts, const struct face *face)
{
    for (size_t i = 0; i < fonts->face_count; i++)
        if (strcmp(fonts->faces[i]->resource, face->resource) == 0)
            return fonts->faces[i]->resource;
    return NULL;
}

/* The number of the face of that origin, opened when it is new; FACES_MAX: it cannot be used. */
static size_t add_face(struct fonts *fonts, struct face_origin origin)
{
    for (size_t i = 0; i < fonts->face_count; i++) {
        const struct face_origin *known = &fonts->faces[i]->origin;
        if (strcmp(known->path, origin.path) == 0 && known->index == origin.index &&
            known->is_faked_bold == origin.is_faked_bold &&
            known->is_faked_italic == origin.is_faked_italic)
            return i;
    }
    if (fonts->face_count == FACES_MAX)
        return FACES_MAX;
    origin.path = text_to_string(fonts->arena, text_from_string(origin.path));
    struct face *face = face_open(fonts->arena, origin);
    if (face == NULL)
        return FACES_MAX;
    while (resource_taken(fonts, face) != NULL)
        face->resource[5] = face->resource[5] == 'z' ? 'a' : (char)(face->resource[5] + 1);
    fonts->faces[fonts->face_count] = face;
    return fonts->face_count++;
}

static FcPattern *pattern_for(const struct font_wish *wish, const char *region)
{
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddInteger(pattern, FC_WEIGHT, wish->bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(pattern, FC_SLANT, wish->italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    FcPatternAddBool(pattern, FC_VARIABLE, FcFalse);
    FcPatternAddBool(pattern, FC_OUTLINE, FcTrue);
    FcPatternAddString(pattern, FC_LANG, (const FcChar8 *)fontconfig_language(region));
    return pattern;
}

static bool has_family(FcPattern *match, const char *family)
{
    FcChar8 *name;
    for (int i = 0; FcPatternGetString(match, FC_FAMILY, i, &name) == FcResultMatch; i++)
        if (FcStrCmpIgnoreCase(name, (const FcChar8 *)family) == 0)
            return true;
    return false;
}

/* fontconfig's own rules ask to fake what a family lacks, and then call the face bold or slanted.
 */
static bool lacks_bold(FcPattern *match)
{
    int weight = FC_WEIGHT_REGULAR;
    FcBool is_emboldened = FcFalse;
    FcPatternGetInteger(match, FC_WEIGHT, 0, &weight);
    FcPatternGetBool(match, FC_EMBOLDEN, 0, &is_emboldened);
    return is_emboldened || weight < FC_WEIGHT_DEMIBOLD;
}

static bool lacks_italic(FcPattern *match)
{
    int slant = FC_SLANT_ROMAN;
    FcMatrix *matrix = NULL;
    FcPatternGetInteger(match, FC_SLANT, 0, &slant);
    FcPatternGetMatrix(match, FC_MATRIX, 0, &matrix);
    return slant == FC_SLANT_ROMAN || (matrix != NULL && matrix->xy > 0.0);
}

/* Where the matched face is, and what must be faked because the family lacks it. */
static bool origin_of_match(FcPattern *match, const struct font_wish *wish,
                            struct face_origin *origin)
{
    FcChar8 *path;
    int index = 0;
    FcBool is_variable = FcFalse;
    if (FcPatternGetString(match, FC_FILE, 0, &path) != FcResultMatch)
        return false;
    FcPatternGetInteger(match, FC_INDEX, 0, &index);
    FcPatternGetBool(match, FC_VARIABLE, 0, &is_variable);
    if (is_variable || index >> 16 != 0) /* an instance of a variable font: not what is embedded */
        return false;
    *origin = (struct face_origin){.path = (const char *)path,
                                   .index = (unsigned)index,
                                   .is_faked_bold = wish->bold && lacks_bold(match),
                                   .is_faked_italic = wish->italic && lacks_italic(match)};
    return true;
}

static bool chain_has(const struct font *font, size_t face)
{
    for (size_t i = 0; i < font->chain_count; i++)
        if (font->chain[i] == face)
            return true;
    return false;
}

static void chain_add(struct font *font, size_t face)
{
    if (face < FACES_MAX && font->chain_count < CHAIN_MAX && !chain_has(font, face))
        font->chain[font->chain_count++] = (uint16_t)face;
}

/*
 * Adds the family to the chain when the system has just that one.
 *
 * in  name  of the family; NULL: whatever fontconfig thinks best for the generic name and language
 */
static void chain_add_family(struct font *font, const char *name, const char *generic)
{
    struct fonts *fonts = font->fonts;
    FcPattern *pattern = pattern_for(&font->wish, region_for(fonts, font->wish.language));
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)(name != NULL ? name : generic));
    FcConfigSubstitute(fonts->config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcResult result;
    FcPattern *match = FcFontMatch(fonts->config, pattern, &result);
    struct face_origin origin;
    if (match != NULL && (name == NULL || has_family(match, name)) &&
        origin_of_match(match, &font->wish, &origin))
        chain_add(font, add_face(fonts, origin));
    if (match != NULL)
        FcPatternDestroy(match);
    FcPatternDestroy(pattern);
}

static void chain_add_wishes(struct font *font, struct text wishes)
{
    const char *region = region_for(font->fonts, font->wish.language);
    while (!text_is_empty(wishes)) {
        size_t comma = text_find(wishes, TEXT(","), 0);
        struct text name = text_trim(text_slice(wishes, 0, comma));
        wishes = comma == TEXT_NOT_FOUND ? TEXT("") : text_from(wishes, comma + 1);
        if (text_is_empty(name))
            continue;
        struct text_buffer full = text_buffer_new(font->fonts->arena);
        buffer_append(&full, name);
        if (text_ends_with(name, TEXT(" CJK"))) {
            buffer_append_byte(&full, ' ');
            buffer_append_string(&full, region);
        }
        chain_add_family(font, buffer_string(&full), NULL);
    }
}

#define HAN_PROBE 0x7684 /* 的, which every Chinese and Japanese font has */

static size_t han_place(const struct font *font)
{
    uint32_t glyph;
    for (size_t i = 0; i < font->chain_count; i++)
        if (face_has(font->fonts->faces[font->chain[i]], HAN_PROBE, &glyph))
            return i;
    return font->chain_count;
}

static void build_chain(struct font *font)
{
    static const struct text noto[FONT_FAMILY_COUNT] = {
        [FONT_SANS] = TEXT_INIT("Noto Sans CJK"),
        [FONT_SERIF] = TEXT_INIT("Noto Serif CJK, Noto Sans CJK"),
        [FONT_MONO] = TEXT_INIT("Noto Sans Mono CJK, Noto Sans CJK")};
    static const char *const generic[FONT_FAMILY_COUNT] = {
        [FONT_SANS] = "sans-serif", [FONT_SERIF] = "serif", [FONT_MONO] = "monospace"};
    struct fonts *fonts = font->fonts;
    enum font_family family = font->wish.family;
    if (!text_is_empty(fonts->files[family])) {
        struct face_origin origin = {.path = text_to_string(fonts->arena, fonts->files[family]),
                                     .is_faked_bold = font->wish.bold,
                                     .is_faked_italic = font->wish.italic};
        chain_add(font, add_face(fonts, origin));
    }
    chain_add_wishes(font, fonts->families[family]);
    if (han_place(font) == font->chain_count)
        chain_add_wishes(font, noto[family]);
    if (han_place(font) == font->chain_count)
        chain_add_family(font, NULL, generic[family]);
    font->han = han_place(font);
}

/* ---- opening ---- */

static bool same_wish(const struct font_wish *a, const struct font_wish *b)
{
    return a->family == b->family && a->bold == b->bold && a->italic == b->italic &&
           text_equal(a->language, b->language);
}

static struct font *find_locked(struct fonts *fonts, struct font_wish wish)
{
    struct font **place = &fonts->list;
    for (; *place != NULL; place = &(*place)->next)
        if (same_wish(&(*place)->wish, &wish))
            return *place;
    struct font *font = arena_new(fonts->arena, struct font);
    wish.language = text_copy(fonts->arena, wish.language);
    *font = (struct font){.fonts = fonts, .wish = wish};
    font->language = hb_language_from_string(wish.language.data, (int)wish.language.size);
    font->is_east_asian = region_of(wish.language) != NULL;
    build_chain(font);
    if (font->chain_count == 0 && fonts->face_count > 0)
        chain_add(font, 0);
    *place = font;
    return font;
}

static bool check_files(struct fonts *fonts, struct diagnostics *diags)
{
    for (size_t i = 0; i < FONT_FAMILY_COUNT; i++) {
        if (text_is_empty(fonts->files[i]))
            continue;
        struct face_origin origin = {.path = text_to_string(fonts->arena, fonts->files[i])};
        if (add_face(fonts, origin) == FACES_MAX) {
            report_error(diags, &bad_file, (struct span){0},
                         text_copy(diags->arena, fonts->files[i]), TEXT(""));
            return false;
        }
    }
    return true;
}

struct fonts *fonts_open(const struct text families[FONT_FAMILY_COUNT],
                         const struct text files[FONT_FAMILY_COUNT], struct text language,
                         struct diagnostics *diags)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct fonts *fonts = arena_new(arena, struct fonts);
    fonts->arena = arena;
    fonts->language = text_copy(arena, language);
    pthread_mutex_init(&fonts->lock, NULL);
    fonts->config = FcInitLoadConfigAndFonts();
    for (size_t i = 0; i < FONT_FAMILY_COUNT; i++) {
        fonts->families[i] = text_copy(arena, families[i]);
        fonts->files[i] = text_copy(arena, files[i]);
    }
    if (!check_files(fonts, diags)) {
        fonts_close(fonts);
        return NULL;
    }
    if (fonts->config != NULL)
        find_locked(fonts, (struct font_wish){.family = FONT_SANS, .language = fonts->language});
    if (fonts->face_count == 0) {
        report_error(diags, &no_fonts, (struct span){0}, TEXT(""), TEXT(""));
        fonts_close(fonts);
        return NULL;
    }
    return fonts;
}

void fonts_close(struct fonts *fonts)
{
    if (fonts == NULL)
        return;
    for (size_t i = 0; i < fonts->face_count; i++)
        face_close(fonts->faces[i]);
    if (fonts->config != NULL)
        FcConfigDestroy(fonts->config);
    pthread_mutex_destroy(&fonts->lock);
    arena_close(fonts->arena);
}

const struct font *fonts_find(struct fonts *fonts, struct font_wish wish)
{
    pthread_mutex_lock(&fonts->lock);
    const struct font *font = find_locked(fonts, wish);
    pthread_mutex_unlock(&fonts->lock);
    return font;
}

struct font_metrics font_metrics(const struct font *font)
{
    return face_metrics(font->fonts->faces[font->chain[0]]);
}

const struct face *fonts_face(const struct fonts *fonts, size_t face) { return fonts->faces[face]; }

size_t fonts_face_count(struct fonts *fonts)
{
    pthread_mutex_lock(&fonts->lock);
    size_t count = fonts->face_count;
    pthread_mutex_unlock(&fonts->lock);
    return count;
}

hb_language_t font_language(const struct font *font) { return font->language; }

/* ---- choosing ---- */

/* Marks that Chinese sets a full em wide and Latin narrow, with one code point for both. */
static bool is_shared_mark(uint32_t c)
{
    return c == 0xB7 || c == 0x2014 || c == 0x2015 || c == 0x2026 || c == 0x2018 || c == 0x2019 ||
           c == 0x201C || c == 0x201D;
}

static bool choose_in_chain(const struct font *font, uint32_t character, struct font_choice *choice)
{
    uint32_t glyph;
    size_t first = font->is_east_asian && is_shared_mark(character) ? font->han : 0;
    for (size_t n = 0; n < font->chain_count; n++) {
        size_t i = (first + n) % font->chain_count;
        if (face_has(font->fonts->faces[font->chain[i]], character, &glyph)) {
            *choice = (struct font_choice){font->chain[i], (uint16_t)glyph};
            return true;
        }
    }
    return false;
}

/* Any font of the system that has the character, in fontconfig's order. */
static bool choose_in_system(const struct font *font, uint32_t character,
                             struct font_choice *choice)
{
    struct fonts *fonts = font->fonts;
    if (fonts->config == NULL)
        return false;
    FcPattern *pattern = pattern_for(&font->wish, region_for(fonts, font->wish.language));
    FcCharSet *set = FcCharSetCreate();
    FcCharSetAddChar(set, character);
    FcPatternAddCharSet(pattern, FC_CHARSET, set);
    FcConfigSubstitute(fonts->config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcResult result;
    FcPattern *match = FcFontMatch(fonts->config, pattern, &result);
    struct face_origin origin;
    bool found = false;
    if (match != NULL && origin_of_match(match, &font->wish, &origin)) {
        size_t face = add_face(fonts, origin);
        uint32_t glyph;
        found = face < FACES_MAX && face_has(fonts->faces[face], character, &glyph);
        if (found)
            *choice = (struct font_choice){(uint16_t)face, (uint16_t)glyph};
    }
    if (match != NULL)
        FcPatternDestroy(match);
    FcCharSetDestroy(set);
    FcPatternDestroy(pattern);
    return found;
}

struct font_choice font_choose(const struct font *font, uint32_t character)
{
    struct font_choice choice = {.face = font->chain[0]};
    if (choose_in_chain(font, character, &choice))
        return choice;
    pthread_mutex_lock(&font->fonts->lock);
    if (!choose_in_system(font, character, &choice))
        missing_note(&font->fonts->missing, character);
    pthread_mutex_unlock(&font->fonts->lock);
    return choice;
}

static bool has_han_face(const struct fonts *fonts)
{
    uint32_t glyph;
    for (size_t i = 0; i < fonts->face_count; i++)
        if (face_has(fonts->faces[i], HAN_PROBE, &glyph))
            return true;
    return false;
}

void fonts_place_missing(struct fonts *fonts, uint32_t character, struct span at)
{
    pthread_mutex_lock(&fonts->lock);
    missing_place(&fonts->missing, character, at);
    pthread_mutex_unlock(&fonts->lock);
}

enum status fonts_report_missing(struct fonts *fonts, struct diagnostics *diags)
{
    bool lacks_han = fonts->missing.has_han && !has_han_face(fonts); /* most books miss none */
    return missing_report(&fonts->missing, lacks_han, diags);
}
