#include "converters/pdf/line.h"
#include "converters/pdf/fit.h"

#define NONE SIZE_MAX

/* ---- weighing ---- */

#define EASE_MOST 5000         /* times what opens unseen, in thousandths; more is as bad */
#define PENALTY_LINE 10        /* of each line, so that fewer are better */
#define DEMERITS_HYPHEN 4000   /* of a word parted */
#define DEMERITS_HYPHENS 20000 /* of two lines with hyphens below each other */
#define DEMERITS_RUNT 1000000  /* of one character alone on the last line */
#define DEMERITS_RAGGED 40000  /* of a line more where lines are not filled anyway */
#define DEMERITS_FORCED 100000000

/* A place to cut, and the best way to get there. */
struct node {
    size_t at, before; /* glyph; index of the node the line begins at */
    int64_t demerits;
    enum cut cut;
};

/* One stretch of a row between line breaks, on its way to lines. */
struct course {
    struct arena *arena;
    const struct glyph_row *row;
    const uint8_t *cuts;
    struct fit fit;
    size_t begin, end;
    int64_t width, first, tolerance;
    struct node *nodes;
    size_t count, capacity;
    size_t active;    /* the first node that a line to here can begin at */
    bool is_in_reach; /* a line from some node could end at the cut tried last */
    size_t last_cut;  /* the last such place */
};

static int64_t room_from(const struct course *c, const struct node *node)
{
    return node->at == c->begin && node->at == 0 ? c->width - c->first : c->width;
}

static int64_t hyphen_width(const struct glyph_row *row, size_t at)
{
    return (int64_t)row->hyphen_width * row->sizes[at - 1] / 1000;
}

/* 0 for a line as wide as its words, 100 for one opened up as far as is not seen. */
static int64_t badness(const struct course *c, const struct measure *m, int64_t extra, int64_t room)
{
    if (extra < 0) {
        int64_t part = -extra * 1000 / m->shrink;
        return 120 * part * part * part / 1000000000;
    }
    int64_t ease = c->row->is_ragged ? room / 4 : m->ease;
    int64_t times = ease <= 0 ? EASE_MOST : extra * 1000 / ease;
    if (times > EASE_MOST)
        times = EASE_MOST;
    return times * times * times / 10000000;
}

/* One character alone, whatever mark follows it, or less than two squares of letters. */
static bool is_runt(const struct course *c, size_t from, const struct measure *m)
{
    size_t han = 0, others = 0;
    for (size_t i = from; i < m->to && han < 2; i++) {
        han += c->row->kinds[i] == KIND_HAN;
        others += c->row->kinds[i] == KIND_LETTER || c->row->kinds[i] == KIND_DIGIT;
    }
    if (from == c->begin || han > 1)
        return false;
    return han + others <= 1 || (han == 0 && m->width < 2 * (int64_t)c->row->sizes[from]);
}

static int64_t demerits_of(const struct course *c, const struct node *from, size_t at, enum cut cut,
                           const struct measure *m, int64_t extra)
{
    bool is_last = at == c->end;
    int64_t bad = PENALTY_LINE;
    bad += is_last && extra >= 0 ? 0 : badness(c, m, extra, room_from(c, from));
    int64_t demerits = bad * bad + (c->row->is_ragged ? DEMERITS_RAGGED : 0);
    if (cut == CUT_HYPHEN)
        demerits += DEMERITS_HYPHEN + (from->cut == CUT_HYPHEN ? DEMERITS_HYPHENS : 0);
    if (is_last && from->cut == CUT_HYPHEN)
        demerits += DEMERITS_HYPHENS;
    return is_last && is_runt(c, from->at, m) ? demerits + DEMERITS_RUNT : demerits;
}

/* ---- the best way ---- */

static void add_node(struct course *c, struct node node)
{
    *arena_push(c->arena, c->nodes, c->count, c->capacity) = node;
}

/*
 * Adds the node for a cut there, when a line from a node in reach ends near the width. Nodes that
 * no line can begin at any more are passed over for good.
 */
static bool try_cut(struct course *c, size_t at, enum cut cut, int64_t tolerance)
{
    struct node best = {.at = at, .before = NONE, .cut = cut};
    c->is_in_reach = false;
    for (size_t i = c->active; i < c->count; i++) {
        const struct node *from = &c->nodes[i];
        if (from->at >= at)
            break;
        struct measure m = fit_measure(&c->fit, from->at, at);
        if (cut == CUT_HYPHEN)
            m.width += hyphen_width(c->row, at);
        int64_t extra = room_from(c, from) - m.width;
        if (c->row->is_ragged && m.shrink > c->row->sizes[from->at] / 2)
            m.shrink = c->row->sizes[from->at] / 2; /* a line may end early: no need to squeeze */
        if (-extra > m.shrink) {
            c->active += !c->is_in_reach && cut != CUT_HYPHEN;
            continue;
        }
        c->is_in_reach = true;
        if (extra > tolerance && at != c->end)
            break; /* lines from later nodes are shorter still */
        int64_t demerits = from->demerits + demerits_of(c, from, at, cut, &m, extra);
        if (best.before != NONE && demerits >= best.demerits)
            continue;
        best.before = i;
        best.demerits = demerits;
    }
    if (best.before != NONE)
        add_node(c, best);
    return best.before != NONE;
}

/* A word longer than a line is cut where the line is full, behind a sign if one is near. */
static size_t forced_cut(const struct course *c, const struct node *from, size_t limit)
{
    const struct glyph_row *row = c->row;
    int64_t room = room_from(c, from);
    size_t full = from->at + 1, sign = NONE;
    for (size_t i = from->at + 1; i < limit; i++) {
        if (row->glyphs[i].bytes == 0)
            continue;
        int64_t width = fit_measure(&c->fit, from->at, i).width;
        if (width > room)
            break;
        full = i;
        bool is_behind_sign = row->kinds[i - 1] == KIND_OTHER && row->kinds[i] != KIND_OTHER;
        if (is_behind_sign && width * 3 > room * 2)
            sign = i;
    }
    while (full < limit && row->glyphs[full].bytes == 0)
        full++;
    return sign != NONE ? sign : full;
}

/* No line ends near the width: the fullest that can be is taken, as if there were no better. */
static void revive(struct course *c, size_t old_active, size_t at)
{
    size_t last = c->count - 1;
    if (c->last_cut > c->nodes[last].at && c->last_cut < at) {
        c->active = old_active;
        if (try_cut(c, c->last_cut, (enum cut)c->cuts[c->last_cut], INT64_MAX)) {
            c->active = c->count - 1;
            return;
        }
    }
    const struct node *from = &c->nodes[last];
    add_node(c, (struct node){.at = forced_cut(c, from, at),
                              .before = last,
                              .demerits = from->demerits + DEMERITS_FORCED,
                              .cut = CUT_YES});
    c->active = c->count - 1;
}

static void reach(struct course *c, size_t at, enum cut cut)
{
    for (;;) {
        size_t old_active = c->active;
        if (try_cut(c, at, cut, c->tolerance) || c->active < c->count)
            break;
        revive(c, old_active, at);
        if (c->nodes[c->count - 1].at >= at)
            break;
    }
    if (c->is_in_reach)
        c->last_cut = at;
}

/* ---- lines ---- */

static struct line make_line(const struct course *c, const struct node *to)
{
    size_t from = c->nodes[to->before].at;
    struct measure m = fit_measure(&c->fit, from, to->at);
    return (struct line){.from = from,
                         .to = m.to,
                         .width = (int32_t)m.width,
                         .is_last = to->at == c->end,
                         .is_hyphenated = to->cut == CUT_HYPHEN};
}

static void add_lines(struct course *c, struct arena *arena, struct lines *lines)
{
    size_t count = 0;
    for (size_t i = c->count - 1; i != 0; i = c->nodes[i].before)
        count++;
    size_t first = lines->count;
    for (size_t i = 0; i < count; i++)
        *arena_push(arena, lines->list, lines->count, lines->capacity) = (struct line){0};
    for (size_t i = c->count - 1; i != 0; i = c->nodes[i].before)
        lines->list[first + --count] = make_line(c, &c->nodes[i]);
}

static void break_stretch(struct course *c, struct arena *arena, struct lines *lines)
{
    add_node(c, (struct node){.at = c->begin});
    for (size_t i = c->begin + 1; i < c->end; i++)
        if (c->cuts[i] != CUT_NO)
            reach(c, i, (enum cut)c->cuts[i]);
    reach(c, c->end, CUT_YES);
    add_lines(c, arena, lines);
}

static struct line whole_line(const struct glyph_row *row, size_t from, size_t end)
{
    struct line line = {.from = from, .to = row_visible_end(row, from, end), .is_last = true};
    line.width = row_width(row, from, line.to);
    return line;
}

/*
 * How much less than full a line may be to be weighed. Among Han there is a cut at every character,
 * and one near the width; words are long.
 */
static int64_t tolerance_of(const struct glyph_row *row, size_t from, int32_t width)
{
    return row->has_han ? width / 16 + 2 * (int64_t)row->sizes[from] : width / 3;
}

void row_break(struct breaker *breaker, struct arena *arena, const struct glyph_row *row,
               int32_t width, int32_t first, struct lines *lines)
{
    const uint8_t *cuts = NULL;
    for (size_t from = 0, end; from <= row->count; from = end + 1) {
        for (end = from; end < row->count && row->kinds[end] != KIND_BREAK;)
            end++;
        if (row_width(row, from, end) <= (int64_t)width - (from == 0 ? first : 0)) {
            *arena_push(arena, lines->list, lines->count, lines->capacity) =
                whole_line(row, from, end);
            continue;
        }
        if (cuts == NULL)
            cuts = row_cuts(breaker, arena, row);
        struct course course = {.arena = arena,
                                .row = row,
                                .cuts = cuts,
                                .fit = fit_new(arena, row, from, end),
                                .begin = from,
                                .end = end,
                                .width = width,
                                .first = first,
                                .tolerance = tolerance_of(row, from, width),
                                .last_cut = from};
        break_stretch(&course, arena, lines);
    }
}

int32_t row_least_width(struct breaker *breaker, struct arena *arena, const struct glyph_row *row)
{
    const uint8_t *cuts = row_cuts(breaker, arena, row);
    int32_t least = 0;
    for (size_t from = 0, i = 1; i <= row->count; i++)
        if (i == row->count || cuts[i] == CUT_YES || row->kinds[i] == KIND_BREAK) {
            struct line part = whole_line(row, from, i);
            if (part.to > from)
                part.width -= row->joins[part.to - 1];
            least = part.width > least ? part.width : least;
            from = i;
        }
    return least;
}

/* ---- setting ---- */

/* Takes the share that falls to a place, exact in sum. */
struct shares {
    int64_t amount, total, seen, given;
};

static int32_t next_share(struct shares *shares, int64_t weight)
{
    shares->seen += weight;
    int64_t due = shares->total == 0 ? 0 : shares->amount * shares->seen / shares->total;
    int64_t share = due - shares->given;
    shares->given = due;
    return (int32_t)share;
}

static void tighten_before(struct glyph_row *row, size_t from, size_t glyph, int32_t by)
{
    if (glyph > from) {
        row->glyphs[glyph - 1].advance -= by;
        return;
    }
    row->glyphs[glyph].x_offset -= by;
    row->glyphs[glyph].advance -= by;
}

/* Space that glyphs of one order give up together, as much as is needed of it. */
static int64_t give_up(struct glyph_row *row, const struct line *line, const struct giving *givings,
                       enum give order, int64_t needed)
{
    struct shares shares = {0};
    for (size_t i = line->from; i < line->to; i++)
        if (givings[i - line->from].order == order)
            shares.total += givings[i - line->from].before + givings[i - line->from].after;
    shares.amount = needed < shares.total ? needed : shares.total;
    for (size_t i = line->from; shares.amount > 0 && i < line->to; i++) {
        const struct giving *giving = &givings[i - line->from];
        if (giving->order != order)
            continue;
        tighten_before(row, line->from, i, next_share(&shares, giving->before));
        row->glyphs[i].advance -= next_share(&shares, giving->after);
    }
    return shares.amount;
}

static void tighten(struct glyph_row *row, struct arena *arena, struct line *line, int64_t needed)
{
    struct giving *givings = arena_new_array(arena, line->to - line->from, struct giving);
    for (size_t i = line->from; i < line->to; i++)
        givings[i - line->from] = row_giving_in_line(row, i, line->from, line->to);
    for (int order = 0; order < GIVE_COUNT && needed > 0; order++) {
        int64_t given = give_up(row, line, givings, (enum give)order, needed);
        needed -= given;
        line->width -= (int32_t)given;
    }
}

/* Opens the places of one sort by what each eases, all of it or what is needed. */
static int64_t open_up(struct glyph_row *row, struct line *line, enum opening opening,
                       int64_t needed)
{
    struct shares shares = {0};
    for (size_t i = line->from; i + 1 < line->to; i++)
        if (row_opening(row, i) == opening)
            shares.total += row_ease(row, i, opening);
    shares.amount = needed < shares.total ? needed : shares.total;
    for (size_t i = line->from; shares.amount > 0 && i + 1 < line->to; i++)
        if (row_opening(row, i) == opening)
            row->glyphs[i].advance += next_share(&shares, row_ease(row, i, opening));
    line->width += (int32_t)shares.amount;
    return shares.amount;
}

/* How far a place may open with all others. */
#define OPENING_MOST_HAN(size) ((size) / 4)
#define OPENING_MOST_BLANK(size) (size)

/* Opens all places alike; false: that would make holes. */
static bool open_all(struct glyph_row *row, struct line *line, int64_t needed)
{
    int64_t places = 0, most = 0;
    bool has_han = false;
    for (size_t i = line->from; i + 1 < line->to; i++) {
        enum opening opening = row_opening(row, i);
        places += opening != OPENING_NONE;
        has_han |= opening == OPENING_HAN;
        if (opening != OPENING_NONE)
            most += OPENING_MOST_HAN(row->sizes[i]);
    }
    if (!has_han)
        most = places * OPENING_MOST_BLANK(row->sizes[line->from]);
    if (needed > most)
        return false;
    struct shares shares = {.amount = needed, .total = places};
    for (size_t i = line->from; i + 1 < line->to; i++)
        if (row_opening(row, i) != OPENING_NONE)
            row->glyphs[i].advance += next_share(&shares, 1);
    line->width += (int32_t)needed;
    return true;
}

/* What stands at the line's end for the sake of the next glyph goes; marks are halved. */
static void trim_edges(struct glyph_row *row, const struct line *line)
{
    size_t last = line->to - 1;
    row->glyphs[last].advance -= row->joins[last] + row_end_trim(row, line->to);
    int32_t begin = row_begin_trim(row, line->from);
    if (begin > 0)
        tighten_before(row, line->from, line->from, begin);
}

void line_set(struct glyph_row *row, struct arena *arena, struct line *line, int32_t width)
{
    if (line->to == line->from)
        return;
    trim_edges(row, line);
    int64_t hyphen = line->is_hyphenated ? hyphen_width(row, line->to) : 0;
    line->width = row_width(row, line->from, line->to) + (int32_t)hyphen;
    int64_t extra = (int64_t)width - line->width;
    if (extra < 0)
        tighten(row, arena, line, -extra);
    if (extra <= 0 || line->is_last || row->is_ragged)
        return;
    extra -= open_up(row, line, OPENING_BLANK, extra);
    extra -= open_up(row, line, OPENING_GAP, extra);
    if (extra > 0)
        open_all(row, line, extra);
}
