#include "converters/pdf/row.h"

static uint32_t character_of(const struct glyph_row *row, size_t glyph)
{
    size_t at = row->glyphs[glyph].cluster;
    return at < row->text.size ? text_next(row->text, &at) : 0;
}

/* Quotes and interpuncts in a Latin font are signs like others. */
static enum kind kind_of_glyph(const struct glyph_row *row, size_t glyph)
{
    uint32_t c = character_of(row, glyph);
    enum kind kind = kind_of(c);
    bool is_shared = c >= 0xB7 && c < 0x3000 && (kind_is_mark(kind) || kind == KIND_INTERPUNCT);
    bool is_narrow = row->glyphs[glyph].advance * 4 < row->sizes[glyph] * 3;
    return is_shared && is_narrow && kind != KIND_INTERPUNCT ? KIND_OTHER : kind;
}

static bool is_latin(enum kind kind)
{
    return kind == KIND_LETTER || kind == KIND_DIGIT || kind == KIND_UNIT;
}

static bool is_gap_between(enum kind a, enum kind b)
{
    return (a == KIND_HAN && is_latin(b)) || (is_latin(a) && b == KIND_HAN);
}

static bool has_next(const struct glyph_row *row, size_t glyph)
{
    return glyph + 1 < row->count && row->glyphs[glyph + 1].bytes != 0;
}

/* A blank that was typed where the gap would stand. */
static bool is_typed_gap(const struct glyph_row *row, size_t glyph)
{
    return row->kinds[glyph] == KIND_BLANK && glyph > 0 && has_next(row, glyph) &&
           is_gap_between(row->kinds[glyph - 1], row->kinds[glyph + 1]);
}

/* A smaller letter is the number of a note, or an exponent: it stays close. */
static bool has_gap(const struct glyph_row *row, size_t glyph)
{
    return has_next(row, glyph) && is_gap_between(row->kinds[glyph], row->kinds[glyph + 1]) &&
           row->sizes[glyph] == row->sizes[glyph + 1];
}

enum trim { TRIM_NONE, TRIM_FIRST, TRIM_SECOND };

/* Which of two marks that meet loses the empty half between them. */
static enum trim trim_between(const struct glyph_row *row, size_t first)
{
    if (first + 1 >= row->count || !kind_is_mark(row->kinds[first]) ||
        !kind_is_mark(row->kinds[first + 1]))
        return TRIM_NONE;
    if (row->glyphs[first].room == ROOM_AFTER)
        return TRIM_FIRST;
    return row->glyphs[first + 1].room == ROOM_BEFORE ? TRIM_SECOND : TRIM_NONE;
}

static int32_t join_of(const struct glyph_row *row, size_t glyph)
{
    int32_t size = row->sizes[glyph];
    if (trim_between(row, glyph) != TRIM_NONE)
        return -size / 2;
    if (has_gap(row, glyph))
        return size / 4;
    return is_typed_gap(row, glyph) ? size / 4 - row->glyphs[glyph].advance : 0;
}

void row_space(struct glyph_row *row, struct arena *arena)
{
    row->kinds = arena_new_array(arena, row->count + 1, uint8_t);
    row->joins = arena_new_array(arena, row->count + 1, int32_t);
    for (size_t i = 0; i < row->count; i++)
        row->kinds[i] =
            row->glyphs[i].bytes == 0 && i > 0 ? row->kinds[i - 1] : (uint8_t)kind_of_glyph(row, i);
    for (size_t i = 0; i < row->count && !row->has_han; i++)
        row->has_han = row->kinds[i] == KIND_HAN;
    for (size_t i = 0; i < row->count; i++)
        row->glyphs[i].advance += row->joins[i] = join_of(row, i);
}

int32_t row_width(const struct glyph_row *row, size_t from, size_t to)
{
    int64_t width = 0;
    for (size_t i = from; i < to; i++)
        width += row->glyphs[i].advance;
    return width > INT32_MAX ? INT32_MAX : (int32_t)width;
}

/* ---- giving up ---- */

static enum give order_of(enum kind kind)
{
    switch (kind) {
    case KIND_OPENING:
    case KIND_CLOSING:
        return GIVE_BRACKET;
    case KIND_PAUSE:
        return GIVE_PAUSE;
    case KIND_STOP:
        return GIVE_STOP;
    case KIND_INTERPUNCT:
        return GIVE_INTERPUNCT;
    case KIND_OTHER:
    case KIND_BREAK:
    case KIND_BLANK:
    case KIND_WIDE_BLANK:
    case KIND_HAN:
    case KIND_LETTER:
    case KIND_DIGIT:
    case KIND_UNIT:
    case KIND_CURRENCY:
    case KIND_CONNECTOR:
    case KIND_DASH:
        break;
    }
    return GIVE_COUNT;
}

/* Marks give what is empty of their square, once. */
static struct giving giving_of_mark(const struct glyph_row *row, size_t glyph)
{
    int32_t size = row->sizes[glyph];
    struct giving giving = {.order = order_of(row->kinds[glyph])};
    switch ((enum room)row->glyphs[glyph].room) {
    case ROOM_NONE:
        break;
    case ROOM_BEFORE:
        giving.before = glyph > 0 && trim_between(row, glyph - 1) == TRIM_SECOND ? 0 : size / 2;
        break;
    case ROOM_AFTER:
        giving.after = trim_between(row, glyph) == TRIM_FIRST ? 0 : size / 2;
        break;
    case ROOM_AROUND:
        giving.before = giving.after = size / 4;
        break;
    }
    return giving;
}

struct giving row_giving(const struct glyph_row *row, size_t glyph)
{
    int32_t size = row->sizes[glyph], advance = row->glyphs[glyph].advance;
    if (row->glyphs[glyph].room != ROOM_NONE)
        return giving_of_mark(row, glyph);
    if (has_gap(row, glyph) || is_typed_gap(row, glyph))
        return (struct giving){.after = size / 8, .order = GIVE_GAP};
    if (row->kinds[glyph] == KIND_BLANK && advance > size / 4)
        return (struct giving){.after = advance - size / 4, .order = GIVE_BLANK};
    return (struct giving){.order = GIVE_COUNT};
}

/* ---- opening up ---- */

static bool opens_beside(enum kind kind)
{
    return kind == KIND_HAN || kind == KIND_DASH || kind == KIND_INTERPUNCT || kind_is_mark(kind);
}

enum opening row_opening(const struct glyph_row *row, size_t glyph)
{
    if (!has_next(row, glyph))
        return OPENING_NONE;
    enum kind a = row->kinds[glyph], b = row->kinds[glyph + 1];
    if (is_typed_gap(row, glyph) || has_gap(row, glyph))
        return OPENING_GAP;
    bool is_number = b == KIND_DIGIT || (glyph > 0 && row->kinds[glyph - 1] == KIND_DIGIT);
    if (a == KIND_BLANK)
        return row->has_han && is_number ? OPENING_HAN : OPENING_BLANK;
    if (b == KIND_BLANK || (a == KIND_DASH && b == KIND_DASH))
        return OPENING_NONE;
    return opens_beside(a) || opens_beside(b) ? OPENING_HAN : OPENING_NONE;
}

int32_t row_ease(const struct glyph_row *row, size_t glyph, enum opening opening)
{
    int32_t size = row->sizes[glyph];
    switch (opening) {
    case OPENING_NONE:
        break;
    case OPENING_BLANK:
        return size / 2 > row->glyphs[glyph].advance ? size / 2 - row->glyphs[glyph].advance : 0;
    case OPENING_GAP:
        return size / 3 - size / 4;
    case OPENING_HAN:
        return size / 12;
    }
    return 0;
}
