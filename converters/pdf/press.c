#include "converters/pdf/page_canvas.h"
#include "converters/pdf/syntax.h"
#include "converters/pdf/tagtree.h"
#include <stdlib.h>
#include <string.h>

struct press *press_open(struct fonts *fonts)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct press *press = arena_new(arena, struct press);
    press->arena = arena;
    press->fonts = fonts;
    press->shaper = shaper_open(fonts);
    press->deflater = deflater_open(DEFLATE_NORMAL);
    if (press->deflater == NULL)
        arena_alloc(arena, SIZE_MAX);
    press->content = text_buffer_new(arena);
    return press;
}

void press_close(struct press *press)
{
    if (press == NULL)
        return;
    deflater_close(press->deflater);
    shaper_close(press->shaper);
    arena_close(press->arena);
}

struct arena *press_arena(struct press *press) { return press->arena; }

const uint8_t *press_used(const struct press *press, size_t face) { return press->used[face]; }

/* ---- marked content ---- */

void page_end_text(struct page_canvas *page)
{
    if (page->in_text)
        buffer_append(page->out, TEXT("ET\n"));
    page->in_text = false;
}

void page_end_mark(struct page_canvas *page)
{
    page_end_text(page);
    if (page->has_mark)
        buffer_append(page->out, TEXT("EMC\n"));
    page->has_mark = false;
}

uint32_t page_add_mark(struct page_canvas *page, struct tag *tag)
{
    struct page_record *record = &page->record;
    *arena_push(page->canvas.scratch, record->marks, record->mark_count, page->marks_room) =
        tag_place(tag);
    return (uint32_t)(record->mark_count - 1);
}

static void begin_mark(struct page_canvas *page)
{
    static const char *const artifacts[] = {
        [ARTIFACT_LAYOUT] = "/Artifact BMC\n",
        [ARTIFACT_HEADER] = "/Artifact <</Type /Pagination /Subtype /Header>> BDC\n",
        [ARTIFACT_FOOTER] = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n",
        [ARTIFACT_BACKGROUND] = "/Artifact <</Type /Background>> BDC\n",
        [ARTIFACT_WATERMARK] = "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC\n"};
    struct text_buffer *out = page->out;
    if (page->wanted.tag == NULL) {
        buffer_append_string(out, artifacts[page->wanted.artifact]);
    } else {
        buffer_append_byte(out, '/');
        buffer_append_string(out, tag_name(tag_kind(page->wanted.tag)));
        buffer_append(out, TEXT(" <</MCID "));
        buffer_append_int(out, page_add_mark(page, page->wanted.tag));
        buffer_append(out, TEXT(">> BDC\n"));
    }
    page->current = page->wanted;
    page->has_mark = true;
}

void page_ensure_mark(struct page_canvas *page)
{
    if (page->has_mark && page->current.tag == page->wanted.tag &&
        page->current.artifact == page->wanted.artifact)
        return;
    page_end_mark(page);
    begin_mark(page);
}

static void page_tag(struct canvas *canvas, struct tag *tag)
{
    ((struct page_canvas *)canvas)->wanted = (struct mark){.tag = tag};
}

static void page_artifact(struct canvas *canvas, enum artifact kind)
{
    ((struct page_canvas *)canvas)->wanted = (struct mark){.artifact = kind};
}

static void page_figure(struct canvas *canvas, struct tag *tag, struct rectangle box)
{
    struct page_canvas *page = (struct page_canvas *)canvas;
    struct page_record *record = &page->record;
    *arena_push(canvas->scratch, record->figures, record->figure_count, page->figures_room) =
        (struct page_figure){tag_place(tag), box};
    page_tag(canvas, tag);
}

/* ---- graphics ---- */

void page_set_fill(struct page_canvas *page, uint32_t colour)
{
    if (page->graphics.fill == colour)
        return;
    page->graphics.fill = colour;
    append_colour(page->out, colour);
    buffer_append(page->out, TEXT(" rg\n"));
}

void page_set_stroke(struct page_canvas *page, uint32_t colour, int32_t width)
{
    struct graphics *graphics = &page->graphics;
    if (graphics->stroke != colour) {
        append_colour(page->out, colour);
        buffer_append(page->out, TEXT(" RG\n"));
    }
    if (graphics->stroke_width != width) {
        append_fixed(page->out, width);
        buffer_append(page->out, TEXT(" w\n"));
    }
    graphics->stroke = colour;
    graphics->stroke_width = width;
}

static void set_dash(struct page_canvas *page, int32_t dash)
{
    if (page->graphics.dash == dash)
        return;
    page->graphics.dash = dash;
    buffer_append_byte(page->out, '[');
    if (dash > 0)
        append_fixed(page->out, dash);
    buffer_append(page->out, TEXT("] 0 d\n"));
}

static void append_rectangle(struct page_canvas *page, struct rectangle box)
{
    append_pair(page->out, box.x, flip(page, box.y + box.height));
    append_pair(page->out, box.width, box.height);
    buffer_append(page->out, TEXT("re "));
}

/* Straight sides, and a Bézier curve at each corner, its control points at 0.5523 of the radius. */
static void append_rounded(struct page_canvas *page, struct rectangle box, int32_t radius)
{
    struct text_buffer *out = page->out;
    int32_t most = (box.width < box.height ? box.width : box.height) / 2;
    int32_t r = radius < most ? radius : most;
    int32_t c = r - (int32_t)((int64_t)r * 5523 / 10000); /* a control point from its corner */
    int32_t left = box.x, right = box.x + box.width;
    int32_t top = flip(page, box.y), bottom = flip(page, box.y + box.height);
    const int32_t corners[4][8] = {
        {right - r, bottom, right - c, bottom, right, bottom + c, right, bottom + r},
        {right, top - r, right, top - c, right - c, top, right - r, top},
        {left + r, top, left + c, top, left, top - c, left, top - r},
        {left, bottom + r, left, bottom + c, left + c, bottom, left + r, bottom}};
    append_pair(out, left + r, bottom);
    buffer_append(out, TEXT("m "));
    for (size_t i = 0; i < 4; i++) {
        append_pair(out, corners[i][0], corners[i][1]);
        buffer_append(out, TEXT("l "));
        for (size_t j = 2; j < 8; j += 2)
            append_pair(out, corners[i][j], corners[i][j + 1]);
        buffer_append(out, TEXT("c "));
    }
    buffer_append(out, TEXT("h "));
}

/* In its mark, with the colours set. */
static void begin_path(struct page_canvas *page, struct paint paint)
{
    page_ensure_mark(page);
    page_end_text(page);
    if (paint.fill != COLOUR_NONE)
        page_set_fill(page, paint.fill);
    if (paint.stroke != COLOUR_NONE && paint.stroke_width > 0) {
        page_set_stroke(page, paint.stroke, paint.stroke_width);
        set_dash(page, paint.dash);
    }
}

static void end_path(struct page_canvas *page, struct paint paint)
{
    bool is_stroked = paint.stroke != COLOUR_NONE && paint.stroke_width > 0;
    buffer_append_string(page->out, paint.fill != COLOUR_NONE ? is_stroked ? "B\n" : "f\n" : "S\n");
}

static void page_shape(struct canvas *canvas, enum outline_shape shape, struct rectangle box,
                       struct paint paint)
{
    struct page_canvas *page = (struct page_canvas *)canvas;
    begin_path(page, paint);
    switch (shape) {
    case OUTLINE_RECTANGLE:
        if (paint.radius > 0)
            append_rounded(page, box, paint.radius);
        else
            append_rectangle(page, box);
        break;
    case OUTLINE_LINE:
        append_pair(page->out, box.x, flip(page, box.y));
        buffer_append(page->out, TEXT("m "));
        append_pair(page->out, box.x + box.width, flip(page, box.y + box.height));
        buffer_append(page->out, TEXT("l "));
        break;
    }
    end_path(page, paint);
}

static void page_polyline(struct canvas *canvas, const struct point *points, size_t count,
                          struct paint paint)
{
    struct page_canvas *page = (struct page_canvas *)canvas;
    begin_path(page, paint);
    for (size_t i = 0; i < count; i++) {
        append_pair(page->out, points[i].x, flip(page, points[i].y));
        buffer_append(page->out, i == 0 ? TEXT("m ") : TEXT("l "));
    }
    if (paint.fill != COLOUR_NONE)
        buffer_append(page->out, TEXT("h "));
    end_path(page, paint);
}

static void page_image(struct canvas *canvas, const struct image *image, struct rectangle box)
{
    struct page_canvas *page = (struct page_canvas *)canvas;
    struct page_record *record = &page->record;
    size_t place = 0;
    while (place < record->image_count && record->images[place] != image)
        place++;
    if (place == record->image_count)
        *arena_push(canvas->scratch, record->images, record->image_count, page->images_room) =
            image;
    page_ensure_mark(page);
    page_end_text(page);
    buffer_append(page->out, TEXT("q "));
    append_fixed(page->out, box.width);
    buffer_append(page->out, TEXT(" 0 0 "));
    append_pair(page->out, box.height, box.x);
    append_fixed(page->out, flip(page, box.y + box.height));
    buffer_append(page->out, TEXT(" cm /I"));
    buffer_append_int(page->out, (int64_t)place);
    buffer_append(page->out, TEXT(" Do Q\n"));
}

/* ---- places ---- */

static void page_anchor(struct canvas *canvas, struct text name, int32_t x, int32_t y)
{
    struct page_canvas *page = (struct page_canvas *)canvas;
    struct page_record *record = &page->record;
    *arena_push(canvas->scratch, record->anchors, record->anchor_count, page->anchors_room) =
        (struct anchor){name, x, y};
}

static void page_link(struct canvas *canvas, const struct link *link)
{
    struct page_canvas *page = (struct page_canvas *)canvas;
    struct page_record *record = &page->record;
    *arena_push(canvas->scratch, record->links, record->link_count, page->links_room) =
        (struct page_link){link->box, link->target, link->description, tag_place(link->tag)};
}

/* ---- pages ---- */

static const struct device page_device = {.tag = page_tag,
                                          .figure = page_figure,
                                          .artifact = page_artifact,
                                          .glyphs = page_glyphs,
                                          .slope = page_slope,
                                          .shape = page_shape,
                                          .polyline = page_polyline,
                                          .image = page_image,
                                          .anchor = page_anchor,
                                          .link = page_link};

static void *keep(struct press *press, const void *array, size_t count, size_t size)
{
    void *kept = arena_array(press->arena, count, size);
    memcpy(kept, array, count * size);
    return kept;
}

/* The array is the old one while nothing is added to it. */
#define KEEP(press, before, record, array, count)                                                  \
    do                                                                                             \
        if ((record)->count > (before)->count)                                                     \
            (record)->array =                                                                      \
                keep((press), (record)->array, (record)->count, sizeof *(record)->array);          \
    while (false)

/* Moves what the layer added out of its scratch memory. */
static void keep_record(struct press *press, const struct page_record *before,
                        struct page_record *record)
{
    struct arena *arena = press->arena;
    KEEP(press, before, record, marks, mark_count);
    KEEP(press, before, record, links, link_count);
    KEEP(press, before, record, anchors, anchor_count);
    KEEP(press, before, record, figures, figure_count);
    KEEP(press, before, record, images, image_count);
    KEEP(press, before, record, claims, claim_count);
    for (size_t i = before->link_count; i < record->link_count; i++) {
        record->links[i].target = text_copy(arena, record->links[i].target);
        record->links[i].description = text_copy(arena, record->links[i].description);
    }
    for (size_t i = before->anchor_count; i < record->anchor_count; i++)
        record->anchors[i].name = text_copy(arena, record->anchors[i].name);
    for (size_t i = before->claim_count; i < record->claim_count; i++)
        record->claims[i].text = text_copy(arena, record->claims[i].text);
}

/* The layer above finds the state that pages begin with, but for what every layer sets anew. */
static void reset_state(struct page_canvas *page)
{
    page_set_number(page, &page->graphics.spacing, 0, " Tc\n");
    page_set_number(page, &page->graphics.rise, 0, " Ts\n");
    set_dash(page, 0);
    if (page->graphics.is_stroked_text)
        buffer_append(page->out, TEXT("0 Tr\n"));
}

void press_draw(struct press *press, const struct press_order *order, size_t number,
                enum layer layer, struct page_record *record)
{
    struct page_canvas page = {
        .canvas = {&page_device, arena_open(NULL, NULL), press->shaper},
        .press = press,
        .order = order,
        .out = &press->content,
        .base = order->page_height,
        .graphics = {.fill = COLOUR_NONE, .stroke = COLOUR_NONE, .stroke_width = -1},
        .record = *record,
        .marks_room = record->mark_count,
        .links_room = record->link_count,
        .anchors_room = record->anchor_count,
        .figures_room = record->figure_count,
        .images_room = record->image_count,
        .claims_room = record->claim_count};
    press->content.size = 0;
    order->draw(&page.canvas, number, order->data);
    page_end_mark(&page);
    reset_state(&page);
    keep_record(press, record, &page.record);
    page.record.layers[layer] =
        deflater_run_part(press->deflater, press->arena, buffer_text(&press->content));
    arena_close(page.canvas.scratch);
    *record = page.record;
}

void press_shift(struct press *press, int32_t right, struct page_record *record)
{
    press->content.size = 0;
    buffer_append_string(&press->content, "1 0 0 1 ");
    append_pair(&press->content, right, 0);
    buffer_append_string(&press->content, "cm\n");
    record->layers[LAYER_SHIFT] =
        deflater_run_part(press->deflater, press->arena, buffer_text(&press->content));
    for (size_t i = 0; i < record->link_count; i++)
        record->links[i].box.x += right;
    for (size_t i = 0; i < record->anchor_count; i++)
        record->anchors[i].x += right;
    for (size_t i = 0; i < record->figure_count; i++)
        record->figures[i].box.x += right;
}
