#include "converters/pdf/canvas.h"
#include "converters/pdf/device.h"

void canvas_tag(struct canvas *canvas, struct tag *tag) { canvas->device->tag(canvas, tag); }

void canvas_figure(struct canvas *canvas, struct tag *tag, struct rectangle box)
{
    canvas->device->figure(canvas, tag, box);
}

void canvas_artifact(struct canvas *canvas, enum artifact kind)
{
    canvas->device->artifact(canvas, kind);
}

void canvas_glyphs(struct canvas *canvas, const struct glyph *glyphs, size_t count,
                   struct text text, int32_t x, int32_t y, struct ink ink)
{
    struct glyph_line line = {glyphs, count, text, x, y, ink};
    if (count > 0)
        canvas->device->glyphs(canvas, &line);
}

void canvas_slope(struct canvas *canvas, const struct glyph *glyphs, size_t count, struct text text,
                  int32_t x, int32_t y, struct ink ink)
{
    struct glyph_line line = {glyphs, count, text, x, y, ink};
    if (count > 0)
        canvas->device->slope(canvas, &line);
}

static bool is_visible(struct paint paint)
{
    return paint.fill != COLOUR_NONE || (paint.stroke != COLOUR_NONE && paint.stroke_width > 0);
}

void canvas_rectangle(struct canvas *canvas, struct rectangle box, struct paint paint)
{
    if (is_visible(paint))
        canvas->device->shape(canvas, OUTLINE_RECTANGLE, box, paint);
}

void canvas_line(struct canvas *canvas, int32_t x, int32_t y, int32_t to_x, int32_t to_y,
                 struct paint paint)
{
    paint.fill = COLOUR_NONE;
    if (is_visible(paint))
        canvas->device->shape(canvas, OUTLINE_LINE, (struct rectangle){x, y, to_x - x, to_y - y},
                              paint);
}

void canvas_polyline(struct canvas *canvas, const struct point *points, size_t count,
                     struct paint paint)
{
    if (is_visible(paint) && count > 1)
        canvas->device->polyline(canvas, points, count, paint);
}

void canvas_image(struct canvas *canvas, const struct image *image, struct rectangle box)
{
    canvas->device->image(canvas, image, box);
}

void canvas_anchor(struct canvas *canvas, struct text name, int32_t x, int32_t y)
{
    canvas->device->anchor(canvas, name, x, y);
}

void canvas_link(struct canvas *canvas, struct rectangle box, struct text target, struct tag *tag,
                 struct text description)
{
    struct link link = {box, target, description, tag};
    canvas->device->link(canvas, &link);
}

struct arena *canvas_arena(struct canvas *canvas) { return canvas->scratch; }

struct shaper *canvas_shaper(struct canvas *canvas) { return canvas->shaper; }
