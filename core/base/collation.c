#include "core/base/collation.h"
#include "core/base/arena.h"
#include "core/base/text_buffer.h"
#include <unicode/ucol.h>
#include <unicode/ustring.h>

/*
 * CLDR's rules for Chinese hold a mark in front of each group: U+FDD0 and the letter of the pinyin,
 * or U+FDD0 and U+2800 plus the number of strokes.
 */
#define MARK 0xFDD0
#define STROKES 0x2800
#define MOST_STROKES 64
#define GROUPS_MAX (MOST_STROKES + 30)

struct group {
    struct text key, label; /* of the first words that may stand in it */
};

struct collation {
    UCollator *collator;
    struct group groups[GROUPS_MAX]; /* in order */
    size_t group_count;
};

static const char *const locales[LANG_COUNT] = {[LANG_ZH_HANT] = "zh-Hant-u-co-stroke",
                                                [LANG_ZH_HANS] = "zh-Hans-u-co-pinyin",
                                                [LANG_EN] = "en"};

static struct text key_of(const UCollator *collator, struct arena *arena, const UChar *words,
                          int32_t size)
{
    int32_t bytes = ucol_getSortKey(collator, words, size, NULL, 0);
    uint8_t *key = arena_alloc(arena, (size_t)bytes + 1);
    ucol_getSortKey(collator, words, size, key, bytes);
    return (struct text){(char *)key, bytes > 0 ? (size_t)bytes - 1 : 0}; /* without its NUL */
}

struct text collation_key(const struct collation *collation, struct arena *arena, struct text words)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t size = 0;
    /* no more units than bytes */
    UChar *units = arena_alloc(arena, (words.size + 1) * sizeof *units);
    u_strFromUTF8WithSub(units, (int32_t)words.size, &size, words.data, (int32_t)words.size, 0xFFFD,
                         NULL, &status);
    return U_FAILURE(status) ? TEXT("") : key_of(collation->collator, arena, units, size);
}

/* No word begins with I in pinyin, none has 63 strokes: those marks stand nowhere in particular. */
static void add_group(struct collation *collation, struct text first, struct text label,
                      struct text end)
{
    struct text last = collation->groups[collation->group_count - 1].key;
    if (text_compare(first, last) > 0 && text_compare(first, end) < 0)
        collation->groups[collation->group_count++] = (struct group){first, label};
}

/* 四十二畫 */
static struct text strokes_label(struct arena *arena, unsigned strokes)
{
    static const char *const digits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    struct text_buffer label = text_buffer_new(arena);
    if (strokes >= 20)
        buffer_append_string(&label, digits[strokes / 10]);
    if (strokes >= 10)
        buffer_append_string(&label, "十");
    buffer_append_string(&label, digits[strokes % 10]);
    buffer_append_string(&label, "畫");
    return buffer_text(&label);
}

static struct text letter_label(struct arena *arena, UChar letter)
{
    char *label = arena_alloc(arena, 1);
    *label = (char)letter;
    return (struct text){label, 1};
}

static void add_groups(struct collation *collation, struct arena *arena, enum language language)
{
    const UCollator *collator = collation->collator;
    bool is_english = language == LANG_EN, is_stroke = language == LANG_ZH_HANT;
    const UChar a[] = {'A'}, end[] = {0xFFFF};
    struct text latin = key_of(collator, arena, a, 1);
    struct text stop = is_english ? key_of(collator, arena, end, 1) : latin; /* Latin comes last */
    UChar from = is_stroke ? STROKES + 1 : 'A', to = is_stroke ? STROKES + MOST_STROKES : 'Z';
    collation->groups[collation->group_count++] = (struct group){TEXT(""), TEXT("#")};
    for (UChar c = from; c <= to; c++) {
        const UChar mark[] = {MARK, c};
        struct text label = is_stroke ? strokes_label(arena, c - STROKES) : letter_label(arena, c);
        add_group(collation, key_of(collator, arena, mark + is_english, 2 - is_english), label,
                  stop);
    }
    if (!is_english)
        collation->groups[collation->group_count++] = (struct group){latin, TEXT("A–Z")};
}

struct collation *collation_open(struct arena *arena, enum language language)
{
    UErrorCode status = U_ZERO_ERROR;
    struct collation *collation = arena_new(arena, struct collation);
    collation->collator = ucol_open(locales[language], &status);
    if (U_FAILURE(status))
        return NULL;
    add_groups(collation, arena, language);
    return collation;
}

void collation_close(struct collation *collation)
{
    if (collation != NULL)
        ucol_close(collation->collator);
}

struct text collation_group(const struct collation *collation, struct text key)
{
    size_t low = 0, high = collation->group_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(collation->groups[middle].key, key) <= 0)
            low = middle;
        else
            high = middle;
    }
    return collation->groups[low].label;
}
