#include "core/compose/swim_lanes.h"
#include "core/base/text_buffer.h"
#include "core/compose/drawing.h"
#include "core/model/name_table.h"
#include <assert.h>

/* Lengths in 1/1000 pt. */
#define HEAD_HEIGHT 26000
#define BOX_HEIGHT 34000
#define GAP 22000 /* between rows: an arrow and the name of what goes along it */
#define ROW (BOX_HEIGHT + GAP)
#define LANE_MARGIN 5000 /* from a lane's border to its boxes */
#define TRACK 1800       /* from the border to the line of a long way round */
#define MARGIN 2500      /* between a box and its words */
#define MOST_LANE 120000
#define ROWS_A_DRAWING 10
#define STEP_TEXT(l, i, name)                                                                      \
    step_text((l)->all, &(l)->all->steps[i], FIELD_HANDBOOK_PROCESSES_##name)

struct lanes {
    struct book *book;
    struct arena *arena;
    const struct process_steps *all;
    size_t first, end; /* the steps of this drawing */
    size_t *positions; /* [count] of each lane; NO_NAME: steps without one */
    size_t count, capacity;
    int32_t lane; /* its width */
    struct drawing drawing;
};

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
    return (struct box){(int32_t)lane_of(l, step) * l->lane + LANE_MARGIN,
                        HEAD_HEIGHT + GAP + (int32_t)(step - l->first) * ROW,
                        l->lane - 2 * LANE_MARGIN, BOX_HEIGHT};
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

static void draw_lane(struct lanes *l, size_t lane)
{
    struct box head = {(int32_t)lane * l->lane, 0, l->lane, HEAD_HEIGHT};
    struct box body = {head.x, HEAD_HEIGHT, l->lane, (int32_t)(l->end - l->first) * ROW + GAP};
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
    draw_box(&l->drawing, box, pen_box);
    draw_words(&l->drawing, box_inside(box, MARGIN), buffer_text(&words),
               (struct ink_style){.style = "chart"}, TEXT(""));
}

/* What goes along the arrow into a step stands beside its end. */
static void draw_information(struct lanes *l, size_t to, struct text information)
{
    struct box box = box_of(l, to);
    struct box beside = {box.x + box.width / 2 + MARGIN, box.y - GAP / 2,
                         box.width / 2 + LANE_MARGIN - 2 * MARGIN, GAP / 2 - 1000};
    draw_words(&l->drawing, beside, information,
               (struct ink_style){.style = "chart-small", .align = ALIGN_LEFT}, TEXT(""));
}

/* To the row below through the gap; else round by the lane's border, where no box stands. */
static void draw_way(struct lanes *l, size_t from, size_t to)
{
    struct box a = box_of(l, from), b = box_of(l, to);
    int32_t gap = b.y - GAP / 2 - GAP / 4, middle = a.x + a.width / 2, end = b.x + b.width / 2;
    if (to == from + 1) {
        const struct point points[] = {
            {middle, a.y + a.height}, {middle, gap}, {end, gap}, {end, b.y}};
        bool is_straight = middle == end;
        const struct point straight[] = {{middle, a.y + a.height}, {end, b.y}};
        draw_line(&l->drawing, is_straight ? straight : points, is_straight ? 2 : 4, pen_line,
                  ARROW_END);
        return;
    }
    int32_t track = a.x + a.width + LANE_MARGIN - TRACK, side = a.y + a.height / 2;
    const struct point points[] = {
        {a.x + a.width, side}, {track, side}, {track, gap}, {end, gap}, {end, b.y}};
    draw_line(&l->drawing, points, 5, pen_line, ARROW_END);
}

static bool takes_from(struct lanes *l, size_t from, size_t to)
{
    struct text information = STEP_TEXT(l, from, OUTPUT), input = STEP_TEXT(l, to, INPUT);
    return !text_is_empty(information) && text_equal(information, input) && from != to;
}

static void draw_ways(struct lanes *l)
{
    for (size_t from = l->first; from < l->end; from++)
        for (size_t to = l->first; to < l->end; to++)
            if (takes_from(l, from, to)) {
                draw_way(l, from, to);
                draw_information(l, to, STEP_TEXT(l, to, INPUT));
            }
}

static void draw_part(struct lanes *l, struct block *parent, struct text process)
{
    l->count = 0;
    for (size_t i = l->first; i < l->end; i++)
        lane_of(l, i);
    assert(l->count > 0); /* the part has a step, and that has a lane */
    const struct stylesheet *sheet = l->book->document->stylesheet;
    l->lane = stylesheet_text_width(sheet) / (int32_t)l->count;
    l->lane = l->lane < MOST_LANE ? l->lane : MOST_LANE;
    int32_t height = HEAD_HEIGHT + (int32_t)(l->end - l->first) * ROW + GAP;
    l->drawing = drawing_new(l->book->document, parent, l->lane * (int32_t)l->count, height,
                             alternative_of(l, process));
    for (size_t i = 0; i < l->count; i++)
        draw_lane(l, i);
    draw_ways(l);
    for (size_t i = l->first; i < l->end; i++)
        draw_step(l, i);
}

void draw_swim_lanes(struct book *book, struct block *parent, const struct process_steps *all,
                     size_t first, size_t end, struct text process)
{
    struct lanes l = {.book = book, .arena = book->document->arena, .all = all};
    for (l.first = first; l.first < end; l.first = l.end) {
        l.end = end - l.first > ROWS_A_DRAWING ? l.first + ROWS_A_DRAWING : end;
        draw_part(&l, parent, process);
    }
}
