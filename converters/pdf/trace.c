#include "converters/pdf/device.h"
#include "converters/pdf/font.h"
#include "converters/pdf/print.h"

struct trace_canvas {
    struct canvas canvas;
    struct text_buffer *out;
    const struct tag *tag; /* of the last thing drawn */
    enum artifact artifact;
    const struct tag *wanted_tag;
    enum artifact wanted_artifact;
};

static void append_numbers(struct text_buffer *out, const int32_t *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int64_t n = numbers[i];
        buffer_append_format(out, " %s%d.%03d", n < 0 ? "-" : "", (int)((n < 0 ? -n : n) / 1000),
                             (int)((n < 0 ? -n : n) % 1000));
    }
}

static void append_box(struct text_buffer *out, struct rectangle box)
{
    append_numbers(out, (const int32_t[]){box.x, box.y, box.width, box.height}, 4);
}

static void append_paint(struct text_buffer *out, struct paint paint)
{
    if (paint.fill != COLOUR_NONE)
        buffer_append_format(out, " fill %06X", (unsigned)paint.fill);
    if (paint.stroke != COLOUR_NONE && paint.stroke_width > 0) {
        buffer_append_format(out, " stroke %06X", (unsigned)paint.stroke);
        append_numbers(out, &paint.stroke_width, 1);
    }
    if (paint.radius > 0) {
        buffer_append_string(out, " radius");
        append_numbers(out, &paint.radius, 1);
    }
    if (paint.dash > 0) {
        buffer_append_string(out, " dash");
        append_numbers(out, &paint.dash, 1);
    }
    buffer_append_byte(out, '\n');
}

static void trace_mark(struct trace_canvas *trace)
{
    static const char *const artifacts[] = {[ARTIFACT_LAYOUT] = "layout",
                                            [ARTIFACT_HEADER] = "header",
                                            [ARTIFACT_FOOTER] = "footer",
                                            [ARTIFACT_BACKGROUND] = "background",
                                            [ARTIFACT_WATERMARK] = "watermark"};
    if (trace->tag == trace->wanted_tag && trace->artifact == trace->wanted_artifact)
        return;
    trace->tag = trace->wanted_tag;
    trace->artifact = trace->wanted_artifact;
    if (trace->tag != NULL)
        buffer_append_format(trace->out, "tag %s\n", tag_name(tag_kind(trace->tag)));
    else
        buffer_append_format(trace->out, "artifact %s\n", artifacts[trace->artifact]);
}

static void trace_tag(struct canvas *canvas, struct tag *tag)
{
    struct trace_canvas *trace = (struct trace_canvas *)canvas;
    trace->wanted_tag = tag;
    trace->wanted_artifact = ARTIFACT_LAYOUT;
}

static void trace_figure(struct canvas *canvas, struct tag *tag, struct rectangle box)
{
    struct trace_canvas *trace = (struct trace_canvas *)canvas;
    trace_tag(canvas, tag);
    trace_mark(trace);
    buffer_append_string(trace->out, "figure");
    append_box(trace->out, box);
    buffer_append_byte(trace->out, '\n');
}

static void trace_artifact(struct canvas *canvas, enum artifact kind)
{
    struct trace_canvas *trace = (struct trace_canvas *)canvas;
    trace->wanted_tag = NULL;
    trace->wanted_artifact = kind;
}

static void trace_words(struct canvas *canvas, const char *kind, const struct glyph_line *line)
{
    struct trace_canvas *trace = (struct trace_canvas *)canvas;
    trace_mark(trace);
    buffer_append_string(trace->out, kind);
    append_numbers(trace->out, (const int32_t[]){line->x, line->y, line->ink.size}, 3);
    buffer_append_string(trace->out, " \"");
    for (size_t i = 0; i < line->count; i++) {
        const struct glyph *glyph = &line->glyphs[i];
        size_t end = (size_t)glyph->cluster + glyph->bytes;
        buffer_append(trace->out, text_slice(line->text, glyph->cluster, end));
    }
    buffer_append_string(trace->out, "\"\n");
}

static void trace_glyphs(struct canvas *canvas, const struct glyph_line *line)
{
    trace_words(canvas, "text", line);
}

static void trace_slope(struct canvas *canvas, const struct glyph_line *line)
{
    trace_words(canvas, "slope", line);
}

static void trace_shape(struct canvas *canvas, enum outline_shape shape, struct rectangle box,
                        struct paint paint)
{
    static const char *const names[] = {[OUTLINE_RECTANGLE] = "rectangle", [OUTLINE_LINE] = "line"};
    struct trace_canvas *trace = (struct trace_canvas *)canvas;
    trace_mark(trace);
    if (shape == OUTLINE_LINE) {
        box.width += box.x;
        box.height += box.y;
    }
    buffer_append_string(trace->out, names[shape]);
    append_box(trace->out, box);
    append_paint(trace->out, paint);
}

static void trace_polyline(struct canvas *canvas, const struct point *points, size_t count,
                           struct paint paint)
{
    struct trace_canvas *trace = (struct trace_canvas *)canvas;
    trace_mark(trace);
    buffer_append_string(trace->out, "polyline");
    for (size_t i = 0; i < count; i++)
        append_numbers(trace->out, (const int32_t[]){points[i].x, points[i].y}, 2);
    append_paint(trace->out, paint);
}

static void trace_image(struct canvas *canvas, const struct image *image, struct rectangle box)
{
    struct trace_canvas *trace = (struct trace_canvas *)canvas;
    (void)image;
    trace_mark(trace);
    buffer_append_string(trace->out, "image");
    append_box(trace->out, box);
    buffer_append_byte(trace->out, '\n');
}

static void trace_anchor(struct canvas *canvas, struct text name, int32_t x, int32_t y)
{
    struct trace_canvas *trace = (struct trace_canvas *)canvas;
    buffer_append_string(trace->out, "anchor ");
    buffer_append(trace->out, name);
    append_numbers(trace->out, (const int32_t[]){x, y}, 2);
    buffer_append_byte(trace->out, '\n');
}

static void trace_link(struct canvas *canvas, const struct link *link)
{
    struct trace_canvas *trace = (struct trace_canvas *)canvas;
    buffer_append_string(trace->out, "link");
    append_box(trace->out, link->box);
    buffer_append_string(trace->out, " \"");
    buffer_append(trace->out, link->target);
    buffer_append_string(trace->out, "\"\n");
}

static const struct device trace_device = {.tag = trace_tag,
                                           .figure = trace_figure,
                                           .artifact = trace_artifact,
                                           .glyphs = trace_glyphs,
                                           .slope = trace_slope,
                                           .shape = trace_shape,
                                           .polyline = trace_polyline,
                                           .image = trace_image,
                                           .anchor = trace_anchor,
                                           .link = trace_link};

void print_to_trace(const struct page_drawing *pages, struct text_buffer *out)
{
    struct shaper *shaper = shaper_open(pages->fonts);
    for (size_t i = 0; i < pages->page_count; i++) {
        struct trace_canvas trace = {.canvas = {&trace_device, arena_open(NULL, NULL), shaper},
                                     .out = out};
        buffer_append_format(out, "page %zu\n", i + 1);
        pages->draw(&trace.canvas, i, pages->data);
        arena_close(trace.canvas.scratch);
    }
    shaper_close(shaper);
}
