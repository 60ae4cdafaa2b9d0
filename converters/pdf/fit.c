#include "converters/pdf/fit.h"

struct fit fit_new(struct arena *arena, const struct glyph_row *row, size_t from, size_t end)
{
    struct fit fit = {.row = row, .base = from};
    struct fit_sum sum = {0};
    fit.sums = arena_new_array(arena, end - from + 1, struct fit_sum);
    for (size_t i = from; i < end; i++) {
        struct giving giving = row_giving(row, i);
        sum.width += row->glyphs[i].advance;
        sum.shrink += giving.before + giving.after;
        sum.ease += row_ease(row, i, row_opening(row, i));
        fit.sums[i - from + 1] = sum;
    }
    return fit;
}

/*
 * A paragraph's first line keeps its opening mark whole, as the indent wants it; in cells and
 * headings the ink of all lines begins at one edge.
 */
int32_t row_begin_trim(const struct glyph_row *row, size_t from)
{
    bool is_halved = row->is_ragged || (row->halves_edges && from > 0);
    return is_halved && row->glyphs[from].room == ROOM_BEFORE ? row->sizes[from] / 2 : 0;
}

int32_t row_end_trim(const struct glyph_row *row, size_t to)
{
    bool is_halved = row->halves_edges && row->glyphs[to - 1].room == ROOM_AFTER;
    return is_halved ? row->sizes[to - 1] / 2 : 0;
}

size_t row_visible_end(const struct glyph_row *row, size_t from, size_t to)
{
    while (to > from && (row->kinds[to - 1] == KIND_BLANK ||
                         row->kinds[to - 1] == KIND_WIDE_BLANK || row->kinds[to - 1] == KIND_BREAK))
        to--;
    return to;
}

/* What a mark at a line's end or begin can still give up: the one beside it no longer counts. */
static int32_t end_giving(const struct glyph_row *row, size_t last)
{
    if (row->glyphs[last].room == ROOM_AROUND)
        return row->sizes[last] / 2;
    bool is_free = row->glyphs[last].room == ROOM_AFTER && !row->halves_edges;
    return is_free ? row->sizes[last] / 2 : 0;
}

static int32_t begin_giving(const struct glyph_row *row, size_t from)
{
    bool is_free = row->glyphs[from].room == ROOM_BEFORE && row_begin_trim(row, from) == 0;
    return is_free ? row->sizes[from] / 2 : 0;
}

struct giving row_giving_in_line(const struct glyph_row *row, size_t glyph, size_t from, size_t to)
{
    struct giving giving = row_giving(row, glyph);
    if (glyph == from && row->glyphs[from].room == ROOM_BEFORE)
        giving = (struct giving){.before = begin_giving(row, from), .order = GIVE_EDGE};
    if (glyph + 1 == to && row->glyphs[glyph].room == ROOM_AFTER)
        giving = (struct giving){.after = end_giving(row, glyph), .order = GIVE_EDGE};
    if (glyph + 1 == to && row->glyphs[glyph].room == ROOM_NONE)
        giving.after = 0;
    return giving;
}

struct measure fit_measure(const struct fit *fit, size_t from, size_t to)
{
    const struct glyph_row *row = fit->row;
    struct measure m = {.to = row_visible_end(row, from, to)};
    if (m.to == from)
        return m;
    struct giving first = row_giving_in_line(row, from, from, m.to);
    struct giving last = row_giving_in_line(row, m.to - 1, from, m.to);
    const struct fit_sum *start = &fit->sums[from - fit->base];
    const struct fit_sum *last_sum = &fit->sums[m.to - 1 - fit->base];
    m.width = last_sum[1].width - start->width - row->joins[m.to - 1] - row_begin_trim(row, from) -
              row_end_trim(row, m.to);
    m.shrink = first.before + first.after;
    if (m.to - from > 1)
        m.shrink += last_sum->shrink - start[1].shrink + last.before + last.after;
    m.ease = last_sum->ease - start->ease;
    return m;
}
