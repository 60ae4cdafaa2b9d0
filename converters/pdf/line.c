#include "converters/pdf/line.h"
#include "core/base/script.h"
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#define STRETCH_MAX_PERCENT 30 /* of the width: more leaves rivers */

struct breaker {
    UBreakIterator *iterator; /* NULL: ICU has no data, then breaks come at blanks only */
    UText *text;
};

struct breaker *breaker_open(void)
{
    UErrorCode error = U_ZERO_ERROR;
    struct breaker *breaker = calloc(1, sizeof *breaker);
    if (breaker == NULL)
        return NULL;
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

/* ---- kinds of characters ---- */

static bool is_one_of(uint32_t c, const uint32_t *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == c)
            return true;
    return false;
}
#define IS_ONE_OF(c, ...)                                                                          \
    is_one_of((c), (const uint32_t[]){__VA_ARGS__},                                                \
              sizeof((const uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t))

static bool is_opening(uint32_t c)
{
    return c >= 0x3008 &&
           IS_ONE_OF(c, 0xFF08, 0x300C, 0x300E, 0x3010, 0x300A, 0x3008, 0x3014, 0xFF3B, 0xFF5B);
}

static bool is_closing(uint32_t c)
{
    return c >= 0x3009 &&
           IS_ONE_OF(c, 0xFF09, 0x300D, 0x300F, 0x3011, 0x300B, 0x3009, 0x3015, 0xFF3D, 0xFF5D);
}

/* 。，、；：: half of their square is empty, on the right in Simplified forms. */
static bool is_stop(uint32_t c)
{
    return c >= 0x3001 && IS_ONE_OF(c, 0x3001, 0x3002, 0xFF0C, 0xFF1B, 0xFF1A, 0xFF0E);
}

static bool is_han_letter(uint32_t c)
{
    return c >= 0x3041 && is_han_like(c) && !(c >= 0xFF00 && c <= 0xFF65);
}

static bool is_latin(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && c < 0x2000) || c == '%';
}

static uint32_t first_character(const struct glyph_row *row, size_t glyph)
{
    size_t at = row->glyphs[glyph].cluster;
    return at < row->text.size ? text_next(row->text, &at) : 0;
}

static bool is_blank_glyph(const struct glyph_row *row, size_t glyph)
{
    uint32_t c = first_character(row, glyph);
    return c == ' ' || c == 0x3000;
}

/* ---- spacing ---- */

static bool has_gap(const struct glyph_row *row, size_t glyph)
{
    if (glyph + 1 >= row->count)
        return false;
    uint32_t a = first_character(row, glyph), b = first_character(row, glyph + 1);
    return (is_han_letter(a) && is_latin(b)) || (is_latin(a) && is_han_letter(b));
}

static int32_t gap_at(const struct glyph_row *row, size_t glyph)
{
    return has_gap(row, glyph) ? row->sizes[glyph] / 4 : 0;
}

/* Two marks that meet take one and a half squares. */
static void tighten(struct glyph_row *row, size_t glyph)
{
    uint32_t a = first_character(row, glyph), b = first_character(row, glyph + 1);
    int32_t half = row->sizes[glyph] / 2;
    bool ends_empty = is_closing(a) || (is_stop(a) && !row->centres_marks);
    bool is_mark = is_opening(b) || is_closing(b) || is_stop(b);
    bool begins_empty = is_opening(b) && (is_opening(a) || is_stop(a));
    if ((ends_empty && is_mark) || begins_empty)
        row->glyphs[glyph].advance -= half;
}

void row_space(struct glyph_row *row)
{
    for (size_t i = 0; i + 1 < row->count; i++) {
        uint32_t c = first_character(row, i);
        if (c >= 0x3000 && (is_closing(c) || is_opening(c) || is_stop(c)))
            tighten(row, i);
        else
            row->glyphs[i].advance += gap_at(row, i);
    }
}

int32_t row_width(const struct glyph_row *row, size_t from, size_t to)
{
    int64_t width = 0;
    for (size_t i = from; i < to; i++)
        width += row->glyphs[i].advance;
    return width > INT32_MAX ? INT32_MAX : (int32_t)width;
}

/* ---- breaks ---- */

/* 「≥ 98%」: a sign stays with its number, whatever blank is between them. */
static bool is_sign_before(const struct glyph_row *row, size_t glyph)
{
    while (glyph > 0 && is_blank_glyph(row, glyph - 1))
        glyph--;
    return glyph > 0 &&
           IS_ONE_OF(first_character(row, glyph - 1), 0x2265, 0x2264, '<', '>', '=', 0xB1, 0x2248);
}

/* For each glyph whether a line may begin with it. */
static bool *find_breaks(struct breaker *breaker, struct arena *arena, const struct glyph_row *row)
{
    bool *breaks = arena_new_array(arena, row->count + 1, bool);
    UErrorCode error = U_ZERO_ERROR;
    if (breaker->iterator == NULL) {
        for (size_t i = 1; i < row->count; i++)
            breaks[i] = is_blank_glyph(row, i - 1);
        return breaks;
    }
    breaker->text = utext_openUTF8(breaker->text, row->text.data, (int64_t)row->text.size, &error);
    ubrk_setUText(breaker->iterator, breaker->text, &error);
    size_t glyph = 0;
    for (int32_t at = ubrk_first(breaker->iterator); at != UBRK_DONE && U_SUCCESS(error);
         at = ubrk_next(breaker->iterator)) {
        while (glyph < row->count && row->glyphs[glyph].cluster < (uint32_t)at)
            glyph++;
        if (glyph > 0 && glyph < row->count && row->glyphs[glyph].cluster == (uint32_t)at)
            breaks[glyph] = !is_sign_before(row, glyph);
    }
    return breaks;
}

static bool is_hard_break(const struct glyph_row *row, size_t glyph)
{
    return row->text.data[row->glyphs[glyph].cluster] == '\n';
}

/* How much narrower a line that ends in front of glyph `to` is set: blanks, gap, half a mark. */
static struct line make_line(const struct glyph_row *row, size_t from, size_t to)
{
    struct line line = {.from = from, .to = to};
    while (line.to > from && (is_blank_glyph(row, line.to - 1) || is_hard_break(row, line.to - 1)))
        line.to--;
    line.width = row_width(row, from, line.to);
    if (line.to > from)
        line.width -= gap_at(row, line.to - 1);
    return line;
}

static void add_line(struct arena *arena, struct lines *lines, struct line line)
{
    *arena_push(arena, lines->list, lines->count, lines->capacity) = line;
}

/* A mark whose empty half may stand outside the line. */
static int32_t hanging(const struct glyph_row *row, size_t glyph)
{
    uint32_t c = first_character(row, glyph);
    bool ends_empty = is_closing(c) || (is_stop(c) && !row->centres_marks);
    return ends_empty && row->glyphs[glyph].advance == row->sizes[glyph] ? row->sizes[glyph] / 2
                                                                         : 0;
}

/* The last line is not to hold one character alone: the break before it moves back by one. */
static void mend_orphan(const struct glyph_row *row, const bool *breaks, struct lines *lines,
                        size_t first_line)
{
    if (lines->count < first_line + 2)
        return;
    struct line *last = &lines->list[lines->count - 1], *before = last - 1;
    size_t letters = 0;
    for (size_t i = last->from; i < last->to; i++)
        letters += is_han_letter(first_character(row, i)) || is_latin(first_character(row, i));
    if (letters != 1 || before->to - before->from < 6)
        return;
    for (size_t i = before->to; i > before->from + 4; i--)
        if (i < last->from && breaks[i]) {
            size_t end = last->to;
            *before = make_line(row, before->from, i);
            *last = make_line(row, i, end);
            return;
        }
}

static void break_stretch(const struct glyph_row *row, const bool *breaks, struct arena *arena,
                          size_t from, size_t end, int32_t width, int32_t first,
                          struct lines *lines)
{
    size_t start = from, best = from, first_line = lines->count;
    int64_t used = 0, available = (int64_t)width - first;
    for (size_t i = from; i < end; i++) {
        if (i > start && breaks[i])
            best = i;
        int64_t advance = row->glyphs[i].advance;
        int64_t over = used + advance - gap_at(row, i) - hanging(row, i) - available;
        if (over > 0 && i > start && !is_blank_glyph(row, i)) {
            size_t cut = best > start ? best : i;
            add_line(arena, lines, make_line(row, start, cut));
            start = best = cut;
            used = row_width(row, start, i);
            available = width;
        }
        used += advance;
    }
    add_line(arena, lines, make_line(row, start, end));
    mend_orphan(row, breaks, lines, first_line);
    lines->list[lines->count - 1].is_last = true;
}

void row_break(struct breaker *breaker, struct arena *arena, const struct glyph_row *row,
               int32_t width, int32_t first, struct lines *lines)
{
    const bool *breaks = NULL;
    for (size_t from = 0, end; from <= row->count; from = end + 1) {
        for (end = from; end < row->count && !is_hard_break(row, end);)
            end++;
        if (row_width(row, from, end) <= (int64_t)width - (from == 0 ? first : 0)) {
            struct line line = make_line(row, from, end);
            line.is_last = true;
            add_line(arena, lines, line);
            continue;
        }
        if (breaks == NULL)
            breaks = find_breaks(breaker, arena, row);
        break_stretch(row, breaks, arena, from, end, width, from == 0 ? first : 0, lines);
    }
}

int32_t row_least_width(struct breaker *breaker, struct arena *arena, const struct glyph_row *row)
{
    const bool *breaks = find_breaks(breaker, arena, row);
    int32_t least = 0;
    for (size_t from = 0, i = 1; i <= row->count; i++)
        if (i == row->count || breaks[i] || is_hard_break(row, i)) {
            struct line part = make_line(row, from, i);
            least = part.width > least ? part.width : least;
            from = i;
        }
    return least;
}

/* ---- justification ---- */

/* How willingly the gap behind a glyph stretches: blanks first, then Han. */
static int64_t stretch_weight(const struct glyph_row *row, size_t glyph)
{
    uint32_t a = first_character(row, glyph), b = first_character(row, glyph + 1);
    if (row->glyphs[glyph + 1].cluster == row->glyphs[glyph].cluster)
        return 0;
    if (a == ' ')
        return 4;
    bool is_dash = (a == 0x2014 && b == 0x2014) || (a == 0x2026 && b == 0x2026);
    return (is_han_like(a) || is_han_like(b)) && !is_dash ? 1 : 0;
}

void line_justify(struct glyph_row *row, struct line *line, int32_t width)
{
    int64_t total = 0, extra = (int64_t)width - line->width, given = 0, weight = 0;
    for (size_t i = line->from; i + 1 < line->to; i++)
        total += stretch_weight(row, i);
    if (total == 0 || extra * 100 > (int64_t)width * STRETCH_MAX_PERCENT)
        return;
    for (size_t i = line->from; i + 1 < line->to; i++) {
        weight += stretch_weight(row, i);
        int64_t due = extra * weight / total;
        row->glyphs[i].advance += (int32_t)(due - given);
        given = due;
    }
    line->width = width;
}
