#include "core/compose/swim_lanes.h"
#include "core/base/text_buffer.h"
#include "core/compose/drawing.h"
#include "core/document/words_room.h"
#include "core/model/name_table.h"
#include <assert.h>

/* Lengths in 1/1000 pt. */
#define LEAST_BOX 26000  /* of a step's height */
#define PADDING 4000     /* above and below the words of heads and steps */
#define LEAST_GAP 16000  /* between rows */
#define BEND 5000        /* from a box down to where its way turns */
#define LANE_MARGIN 5000 /* from a lane's border to its boxes */
#define TRACK 1800       /* from the border to the line of a long way round */
#define MARGIN 2500      /* beside words */
#define MOST_LANE 120000
#define LANE_EM 6    /* a lane's least width, in sizes of its words */
#define AROUND 80000 /* of a page's height: the heading, and space around the drawing */
#define STEP_TEXT(l, i, name)                                                                      \
    step_text((l)->all, &(l)->all->steps[i], FIELD_HANDBOOK_PROCESSES_##name)

struct lanes {
    struct book *book;
    struct arena *arena;
    const struct process_steps *all;
    size_t first, end; /* the steps of this drawing */
    size_t *positions; /* [count] of each lane; NO_NAME: steps without one */
    size_t count, capacity;
    int32_t lane, head, box; /* width of a lane; heights of heads and of steps */
    int32_t *tops;           /* [of all steps] where the box of each begins */
    struct drawing drawing;
};

static const struct style *style_of(const struct lanes *l, const char *name)
{
    return stylesheet_style(l->book->document->stylesheet, text_from_string(name));
}

static size_t owner_of(const struct lanes *l, size_t step)
{
    return l->all->steps[step].owner_count == 0 ? NO_NAME : l->all->steps[step].owners[0];
}

static size_t lane_of(struct lanes *l, size_t step)
{
    for (size_t i = 0; i < l->count; i++)
        if (l->positions[i] == owner_of(l, step))
            return i;
    *arena_push(l->arena, l->positions, l->count, l->capacity) = owner_of(l, step);
    return l->count - 1;
}

static struct text lane_name(const struct lanes *l, size_t lane)
{
    return l->positions[lane] == NO_NAME ? TEXT("?") : l->all->positions[l->positions[lane]].name;
}

static struct box box_of(struct lanes *l, size_t step)
{
    return (struct box){(int32_t)lane_of(l, step) * l->lane + LANE_MARGIN, l->tops[step],
                        l->lane - 2 * LANE_MARGIN, l->box};
}

/* Ways come in and go out left of the middle, so that what goes along them has room beside. */
static int32_t port_of(struct box box) { return box.x + box.width / 5; }

static struct text step_words(const struct lanes *l, size_t step)
{
    struct text_buffer words = text_buffer_new(l->book->document->arena);
    struct text name = STEP_TEXT(l, step, STEP), key = l->all->steps[step].key;
    buffer_append(&words, key);
    if (!text_equal(key, name) && !text_is_empty(name)) {
        buffer_append_byte(&words, ' ');
        buffer_append(&words, name);
    } else if (!text_equal(key, l->all->steps[step].record->text)) {
        buffer_append_byte(&words, ' ');
        buffer_append(&words, l->all->steps[step].record->text);
    }
    return buffer_text(&words);
}

/* "A1 登記 → 訴求工單 → 資深客服專員; …": the drawing in words. */
static struct text alternative_of(const struct lanes *l, struct text process)
{
    bool is_english = l->book->language == LANG_EN;
    struct text_buffer out = text_buffer_new(l->book->document->arena);
    buffer_append(&out, process);
    for (size_t i = l->first; i < l->end; i++) {
        const struct step *step = &l->all->steps[i];
        buffer_append_string(&out, out.size == 0 ? "" : is_english ? "; " : "；");
        buffer_append(&out, step->key);
        for (size_t o = 0; o < step->owner_count; o++) {
            buffer_append_string(&out, o > 0 ? (is_english ? ", " : "、") : " ");
            buffer_append(&out, l->all->positions[step->owners[o]].name);
        }
        buffer_append_string(&out, is_english ? ": " : "：");
        buffer_append(&out, step->record->text);
        if (!text_is_empty(STEP_TEXT(l, i, OUTPUT))) {
            buffer_append_string(&out, " → ");
            buffer_append(&out, STEP_TEXT(l, i, OUTPUT));
        }
        if (!text_is_empty(STEP_TEXT(l, i, TO))) {
            buffer_append_string(&out, " → ");
            buffer_append(&out, STEP_TEXT(l, i, TO));
        }
    }
    return buffer_text(&out);
}

static void draw_lane(struct lanes *l, size_t lane, int32_t height)
{
    struct box head = {(int32_t)lane * l->lane, 0, l->lane, l->head};
    struct box body = {head.x, l->head, l->lane, height - l->head};
    struct text name = lane_name(l, lane);
    struct pen border = pen_line;
    border.fill = COLOUR_NONE;
    draw_box(&l->drawing, body, border);
    draw_box(&l->drawing, head, pen_strong);
    draw_words(&l->drawing, box_inside(head, MARGIN), name,
               (struct ink_style){.style = "chart-strong", .colour = ink_on(pen_strong.fill)},
               book_link(l->book, name));
}

static void draw_step(struct lanes *l, size_t step)
{
    struct box box = box_of(l, step);
    draw_box(&l->drawing, box, pen_box);
    draw_words(&l->drawing, box_inside(box, MARGIN), step_words(l, step),
               (struct ink_style){.style = "chart"}, TEXT(""));
}

/* ---- information and its ways ---- */

static bool takes_from(const struct lanes *l, size_t from, size_t to)
{
    struct text information = STEP_TEXT(l, from, OUTPUT), input = STEP_TEXT(l, to, INPUT);
    return !text_is_empty(information) && text_equal(information, input) && from != to;
}

/* Where ways turn towards a step: above what is written beside the last stretch. */
static int32_t turn_of(const struct lanes *l, size_t step)
{
    int32_t above = step == l->first ? l->head : l->tops[step - 1] + l->box;
    return above + BEND;
}

/* What comes into a step stands beside the end of its way. */
static void draw_information(struct lanes *l, size_t to)
{
    struct box box = box_of(l, to);
    int32_t left = port_of(box) + MARGIN, top = turn_of(l, to) + MARGIN / 2;
    struct box beside = {left, top, box.x + box.width - left, box.y - MARGIN / 2 - top};
    draw_words(&l->drawing, beside, STEP_TEXT(l, to, INPUT),
               (struct ink_style){.style = "chart-small", .align = ALIGN_LEFT}, TEXT(""));
}

/* To the row below through the gap; else round by the lane's border, where no box stands. */
static void draw_way(struct lanes *l, size_t from, size_t to)
{
    struct box a = box_of(l, from), b = box_of(l, to);
    int32_t turn = turn_of(l, to), start = port_of(a), end = port_of(b);
    if (to == from + 1) {
        const struct point points[] = {
            {start, a.y + a.height}, {start, turn}, {end, turn}, {end, b.y}};
        const struct point straight[] = {{start, a.y + a.height}, {end, b.y}};
        bool is_straight = start == end;
        draw_line(&l->drawing, is_straight ? straight : points, is_straight ? 2 : 4, pen_line,
                  ARROW_END);
        return;
    }
    int32_t track = a.x + a.width + LANE_MARGIN - TRACK, side = a.y + a.height / 2;
    const struct point points[] = {
        {a.x + a.width, side}, {track, side}, {track, turn}, {end, turn}, {end, b.y}};
    draw_line(&l->drawing, points, 5, pen_line, ARROW_END);
}

/* Information that no step of this drawing gives comes in from above, from nowhere in it. */
static void draw_ways_into(struct lanes *l, size_t to)
{
    struct box box = box_of(l, to);
    const struct point stub[] = {{port_of(box), turn_of(l, to)}, {port_of(box), box.y}};
    bool is_given = false;
    if (text_is_empty(STEP_TEXT(l, to, INPUT)))
        return;
    for (size_t from = l->first; from < l->end; from++)
        if (takes_from(l, from, to)) {
            draw_way(l, from, to);
            is_given = true;
        }
    if (!is_given)
        draw_line(&l->drawing, stub, 2, pen_dashed, ARROW_END);
    draw_information(l, to);
}

/* ---- a drawing that fits its page ---- */

static int32_t height_of(const struct lanes *l, const char *style, struct text words, int32_t width)
{
    return words_height(l->book->document->arena, style_of(l, style), words, width);
}

/* returns  the height of the drawing */
static int32_t place_steps(struct lanes *l)
{
    const struct stylesheet *sheet = l->book->document->stylesheet;
    int32_t most = length_for_words(sheet, MOST_LANE), room = stylesheet_text_width(sheet);
    l->count = 0;
    for (size_t i = l->first; i < l->end; i++)
        lane_of(l, i);
    assert(l->count > 0); /* the part has a step, and that has a lane */
    l->lane = room / (int32_t)l->count < most ? room / (int32_t)l->count : most;
    l->head = l->box = LEAST_BOX;
    for (size_t i = 0; i < l->count; i++) {
        int32_t words = height_of(l, "chart-strong", lane_name(l, i), l->lane - 2 * MARGIN);
        l->head = words + 2 * PADDING > l->head ? words + 2 * PADDING : l->head;
    }
    int32_t width = l->lane - 2 * LANE_MARGIN;
    for (size_t i = l->first; i < l->end; i++) {
        int32_t words = height_of(l, "chart", step_words(l, i), width - 2 * MARGIN);
        l->box = words + 2 * PADDING > l->box ? words + 2 * PADDING : l->box;
    }
    int32_t y = l->head, beside = width - width / 5 - MARGIN;
    for (size_t i = l->first; i < l->end; i++) {
        int32_t words = height_of(l, "chart-small", STEP_TEXT(l, i, INPUT), beside);
        int32_t gap = BEND + 2 * MARGIN + words;
        l->tops[i] = y + (gap > LEAST_GAP ? gap : LEAST_GAP);
        y = l->tops[i] + l->box;
    }
    return y + LEAST_GAP;
}

/* As many steps as fit on a page, in as many lanes as words fit into. */
static int32_t take_steps(struct lanes *l, size_t end)
{
    const struct stylesheet *sheet = l->book->document->stylesheet;
    int32_t least = LANE_EM * style_of(l, "chart")->size + 2 * (LANE_MARGIN + MARGIN);
    int32_t most = stylesheet_text_height(sheet) - AROUND, height;
    size_t lanes = (size_t)(stylesheet_text_width(sheet) / least);
    l->count = 0;
    for (l->end = l->first; l->end < end; l->end++) {
        lane_of(l, l->end);
        if (l->count > lanes && l->end > l->first)
            break;
    }
    while ((height = place_steps(l)) > most && l->end > l->first + 1)
        l->end--;
    return height;
}

static void draw_part(struct lanes *l, struct block *parent, struct text process, int32_t height)
{
    l->drawing = drawing_new(l->book->document, parent, l->lane * (int32_t)l->count, height,
                             alternative_of(l, process));
    for (size_t i = 0; i < l->count; i++)
        draw_lane(l, i, height);
    for (size_t i = l->first; i < l->end; i++)
        draw_ways_into(l, i);
    for (size_t i = l->first; i < l->end; i++)
        draw_step(l, i);
}

void draw_swim_lanes(struct book *book, struct block *parent, const struct process_steps *all,
                     size_t first, size_t end, struct text process)
{
    struct lanes l = {.book = book, .arena = book->document->arena, .all = all};
    l.tops = arena_new_array(l.arena, all->records->count + 1, int32_t);
    for (l.first = first; l.first < end; l.first = l.end)
        draw_part(&l, parent, process, take_steps(&l, end));
}
