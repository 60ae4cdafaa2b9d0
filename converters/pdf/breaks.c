#include "converters/pdf/breaks.h"
#include "converters/pdf/hyphen.h"
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct breaker {
    UBreakIterator *iterator; /* NULL: ICU has no data, then breaks come at blanks only */
    UText *text;
    struct hyphenator *hyphenator;
};

struct breaker *breaker_open(struct hyphenator *hyphenator)
{
    UErrorCode error = U_ZERO_ERROR;
    struct breaker *breaker = calloc(1, sizeof *breaker);
    if (breaker == NULL)
        return NULL;
    breaker->hyphenator = hyphenator;
    breaker->iterator = ubrk_open(UBRK_LINE, "zh-u-lb-strict", NULL, 0, &error);
    if (U_FAILURE(error))
        breaker->iterator = NULL;
    return breaker;
}

void breaker_close(struct breaker *breaker)
{
    if (breaker == NULL)
        return;
    ubrk_close(breaker->iterator);
    if (breaker->text != NULL)
        utext_close(breaker->text);
    free(breaker);
}

/* ---- Unicode's breaks ---- */

static void cut_by_unicode(struct breaker *breaker, const struct glyph_row *row, uint8_t *cuts)
{
    UErrorCode error = U_ZERO_ERROR;
    breaker->text = utext_openUTF8(breaker->text, row->text.data, (int64_t)row->text.size, &error);
    ubrk_setUText(breaker->iterator, breaker->text, &error);
    size_t glyph = 0;
    for (int32_t at = ubrk_first(breaker->iterator); at != UBRK_DONE && U_SUCCESS(error);
         at = ubrk_next(breaker->iterator)) {
        while (glyph < row->count && row->glyphs[glyph].cluster < (uint32_t)at)
            glyph++;
        if (glyph > 0 && glyph < row->count && row->glyphs[glyph].cluster == (uint32_t)at)
            cuts[glyph] = CUT_YES;
    }
}

static void cut_at_blanks(const struct glyph_row *row, uint8_t *cuts)
{
    for (size_t i = 1; i < row->count; i++)
        if (row->kinds[i - 1] == KIND_BLANK && row->kinds[i] != KIND_BLANK)
            cuts[i] = CUT_YES;
}

/* ---- marks ---- */

static size_t skip_blanks_back(const struct glyph_row *row, size_t at)
{
    while (at > 0 && row->kinds[at - 1] == KIND_BLANK)
        at--;
    return at;
}

static bool is_han_side(enum kind kind)
{
    return kind == KIND_HAN || kind_is_mark(kind) || kind == KIND_DASH;
}

/*
 * Unicode lets no quote be parted from what stands beside it, as it cannot tell opening from
 * closing ones (LB19); square quotes are told apart.
 */
static enum cut cut_at_marks(const struct glyph_row *row, size_t glyph, enum cut cut)
{
    enum kind a = row->kinds[glyph - 1], b = row->kinds[glyph];
    if (row->glyphs[glyph].bytes == 0 || (b == KIND_BLANK && a != KIND_BREAK))
        return CUT_NO;
    enum kind before = row->kinds[glyph - 1];
    size_t end = skip_blanks_back(row, glyph);
    if (before == KIND_BLANK && end > 0)
        before = row->kinds[end - 1];
    if (!kind_may_end(before) || (!kind_may_begin(b) && is_han_side(before)))
        return CUT_NO;
    if (b == KIND_OPENING && is_han_side(a) && row->glyphs[glyph].room == ROOM_BEFORE)
        return CUT_YES;
    if (a == KIND_CLOSING && (b == KIND_HAN || b == KIND_OPENING) &&
        row->glyphs[glyph - 1].room == ROOM_AFTER)
        return CUT_YES;
    return kind_may_begin(b) || b == KIND_UNIT ? cut : CUT_NO;
}

/* ---- what is read as one ---- */

/* Units of more than one character, and words that are set with a number. */
static const char *const units[] = {
    "小時",    "小时",     "分鐘",    "分钟",  "工作日", "工作天", "個月",   "个月",    "公里",
    "公斤",    "公尺",     "平方",    "萬元",  "万元",   "億元",   "亿元",   "人次",    "人日",
    "人天",    "週歲",     "周岁",    "年級",  "年级",   "美元",   "港元",   "港幣",    "新臺幣",
    "人民币",  "FTE",      "FTEs",    "kg",    "g",      "km",     "m",      "cm",      "mm",
    "h",       "hr",       "hrs",     "hour",  "hours",  "min",    "minute", "minutes", "day",
    "days",    "week",     "weeks",   "month", "months", "year",   "years",  "MB",      "GB",
    "TB",      "Mbps",     "kWh",     "USD",   "EUR",    "GBP",    "HKD",    "TWD",     "CNY",
    "percent", "people",   "calls",   "times", "pt",     "am",     "pm",     "a.m.",    "p.m.",
    "January", "February", "March",   "April", "May",    "June",   "July",   "August",  "September",
    "October", "November", "December"};

static bool is_word_kind(enum kind kind) { return kind == KIND_LETTER || kind == KIND_HAN; }

static struct text text_behind(const struct glyph_row *row, size_t glyph)
{
    return text_from(row->text, row->glyphs[glyph].cluster);
}

/* How many bytes the unit at that place has; 0: none stands there. */
static size_t unit_bytes(const struct glyph_row *row, size_t glyph)
{
    struct text behind = text_behind(row, glyph);
    size_t longest = 0;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct text unit = text_from_string(units[i]);
        if (unit.size <= longest || !text_starts_with(behind, unit))
            continue;
        size_t end = unit.size;
        bool is_letter = (unsigned char)unit.data[0] < 0x80;
        if (is_letter && end < behind.size && kind_of(text_next(behind, &end)) == KIND_LETTER)
            continue;
        longest = unit.size;
    }
    return longest;
}

static void bind(uint8_t *cuts, size_t glyph) { cuts[glyph] = CUT_NO; }

/* The unit behind a number; blanks between them are bound as well. */
static void bind_unit(const struct glyph_row *row, uint8_t *cuts, size_t number_end)
{
    size_t at = number_end;
    while (at < row->count && row->kinds[at] == KIND_BLANK)
        at++;
    if (at >= row->count || at > number_end + 1)
        return;
    size_t bytes = is_word_kind(row->kinds[at]) ? unit_bytes(row, at) : 0;
    if (row->kinds[at] != KIND_HAN && row->kinds[at] != KIND_UNIT && bytes == 0)
        return;
    uint32_t end = row->glyphs[at].cluster + (uint32_t)bytes;
    bind(cuts, at);
    for (size_t i = at + 1; i < row->count && row->glyphs[i].cluster < end; i++)
        bind(cuts, i);
}

/* 「≥ 98%」, 「NT$ 500」, 「第 3 條」, 「2026 年 3 月」: what stands in front of a number. */
static void bind_number(const struct glyph_row *row, uint8_t *cuts, size_t number)
{
    static const char *const signs[] = {"≥", "≤", "<", ">", "=", "±", "≈", "第", "No.", "$", "¥"};
    size_t end = skip_blanks_back(row, number);
    if (end == 0)
        return;
    struct text before = text_slice(row->text, 0, row->glyphs[end].cluster);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (text_ends_with(before, text_from_string(signs[i])))
            bind(cuts, number);
    bool is_date = text_ends_with(before, TEXT("年")) || text_ends_with(before, TEXT("月"));
    size_t digits = end - 1;
    if (is_date && skip_blanks_back(row, digits) > 0 &&
        row->kinds[skip_blanks_back(row, digits) - 1] == KIND_DIGIT)
        bind(cuts, number);
}

static void bind_groups(const struct glyph_row *row, uint8_t *cuts)
{
    for (size_t i = 0; i < row->count; i++) {
        enum kind kind = row->kinds[i], next = i + 1 < row->count ? row->kinds[i + 1] : KIND_OTHER;
        if (kind == KIND_DASH && next == KIND_DASH)
            bind(cuts, i + 1);
        if (kind == KIND_INTERPUNCT || next == KIND_INTERPUNCT)
            bind(cuts, i + 1);
        if (kind != KIND_DIGIT)
            continue;
        if (i > 0 && row->kinds[i - 1] != KIND_DIGIT)
            bind_number(row, cuts, i);
        if (next != KIND_DIGIT)
            bind_unit(row, cuts, i + 1);
    }
}

/* ---- words ---- */

#define WORD_LEAST 5 /* letters: shorter words are not parted */

/* The glyph whose cluster begins at that byte, from glyph on; SIZE_MAX: none. */
static size_t glyph_from(const struct glyph_row *row, size_t glyph, size_t end, uint32_t byte)
{
    while (glyph < end && row->glyphs[glyph].cluster < byte)
        glyph++;
    return glyph < end && row->glyphs[glyph].cluster == byte ? glyph : SIZE_MAX;
}

static void hyphenate_word(const struct patterns *patterns, const struct glyph_row *row,
                           uint8_t *cuts, size_t from, size_t to)
{
    uint32_t begin = row->glyphs[from].cluster;
    uint32_t end = to < row->count ? row->glyphs[to].cluster : (uint32_t)row->text.size;
    size_t places[HYPHEN_WORD_MOST];
    if (end - begin < WORD_LEAST || end - begin > HYPHEN_WORD_MOST)
        return;
    size_t count = patterns_places(patterns, text_slice(row->text, begin, end), places);
    for (size_t i = 0; i < count; i++) {
        size_t glyph = glyph_from(row, from, to, begin + (uint32_t)places[i]);
        if (glyph != SIZE_MAX && cuts[glyph] == CUT_NO)
            cuts[glyph] = CUT_HYPHEN;
    }
}

/* Each word by the patterns of its own language, which those beside it may not share. */
static void hyphenate(struct breaker *breaker, const struct glyph_row *row, uint8_t *cuts)
{
    const struct patterns *patterns = NULL;
    size_t next = 0;
    for (size_t from = 0, to; from < row->count; from = to) {
        for (;
             next < row->language_count && row->languages[next].begin <= row->glyphs[from].cluster;
             next++)
            patterns = hyphenator_patterns(breaker->hyphenator, row->languages[next].language);
        for (to = from; to < row->count && row->kinds[to] == KIND_LETTER;)
            to++;
        bool is_word = from == 0 || row->kinds[from - 1] != KIND_DIGIT;
        if (to > from && is_word && patterns != NULL)
            hyphenate_word(patterns, row, cuts, from, to);
        to += to == from;
    }
}

/* ---- all of it ---- */

uint8_t *row_cuts(struct breaker *breaker, struct arena *arena, const struct glyph_row *row)
{
    uint8_t *cuts = arena_new_array(arena, row->count + 1, uint8_t);
    if (breaker->iterator == NULL)
        cut_at_blanks(row, cuts);
    else
        cut_by_unicode(breaker, row, cuts);
    for (size_t i = 1; i < row->count; i++)
        cuts[i] = (uint8_t)cut_at_marks(row, i, (enum cut)cuts[i]);
    bind_groups(row, cuts);
    if (row->is_hyphenated && breaker->hyphenator != NULL)
        hyphenate(breaker, row, cuts);
    return cuts;
}
