/* Figures: drawings as SVG with a title and a description, pictures as they are. */
#include "converters/html/writer.h"
#include "core/base/base64.h"
#include "core/document/words_room.h"
#include <stdlib.h>

/* 1/1000 pt as a number of points. */
static const char *points(struct html_writer *w, int64_t length)
{
    struct text_buffer out = text_buffer_new(w->arena);
    if (length < 0)
        buffer_append_byte(&out, '-');
    length = llabs(length);
    buffer_append_int(&out, length / 1000);
    if (length % 1000 != 0)
        buffer_append_format(&out, ".%03d", (int)(length % 1000));
    return buffer_string(&out);
}

static void attribute_points(struct html_writer *w, const char *name, int64_t length)
{
    page_attribute(w->page, name, points(w, length));
}

/* ---- paint ---- */

static void attribute_colour(struct html_writer *w, const char *name, uint32_t colour)
{
    struct text_buffer out = text_buffer_new(w->arena);
    uint32_t value = stylesheet_colour(w->sheet, colour);
    if (value == COLOUR_NONE)
        buffer_append_string(&out, "none");
    else
        buffer_append_format(&out, "#%06x", (unsigned)(value & 0xFFFFFF));
    page_attribute(w->page, name, buffer_string(&out));
}

static void write_paint(struct html_writer *w, const struct shape *s)
{
    attribute_colour(w, "fill", s->fill);
    if (s->stroke == COLOUR_NONE)
        return;
    attribute_colour(w, "stroke", s->stroke);
    attribute_points(w, "stroke-width", s->stroke_width);
    if (s->dash > 0)
        attribute_points(w, "stroke-dasharray", s->dash);
    if (s->arrow == ARROW_END)
        page_attribute(w->page, "marker-end", "url(#figure.arrow)");
}

/* ---- shapes ---- */

static void write_polyline(struct html_writer *w, const struct shape *s)
{
    struct text_buffer list = text_buffer_new(w->arena);
    for (size_t i = 0; i < s->point_count; i++) {
        buffer_append_string(&list, i == 0 ? "" : " ");
        buffer_append_string(&list, points(w, s->points[i].x));
        buffer_append_byte(&list, ',');
        buffer_append_string(&list, points(w, s->points[i].y));
    }
    page_begin(w->page, "polyline", NULL);
    page_attribute(w->page, "points", buffer_string(&list));
    write_paint(w, s);
    page_end_empty(w->page);
}

static void write_rectangle(struct html_writer *w, const struct shape *s)
{
    page_begin(w->page, "rect", NULL);
    attribute_points(w, "x", s->x);
    attribute_points(w, "y", s->y);
    attribute_points(w, "width", s->width);
    attribute_points(w, "height", s->height);
    if (s->radius > 0)
        attribute_points(w, "rx", s->radius);
    write_paint(w, s);
    page_end_empty(w->page);
}

/* ---- words in a box ---- */

#define SMALLEST 4 /* tenths of its style's size that a text may shrink to */

/* The lines of the text at the largest size, of those it may shrink to, at which they fit. */
static struct word_lines lines_of(struct html_writer *w, const struct shape *s,
                                  const struct style *style, int32_t *size)
{
    struct word_lines lines = {0};
    for (int32_t tenths = 10; tenths >= SMALLEST; tenths--) {
        lines.count = 0;
        *size = style->size * tenths / 10;
        int64_t leading = (int64_t)style->leading * tenths / 10;
        words_break(w->arena, s->text, *size <= 0 ? 0 : (int64_t)s->width * 1000 / *size, &lines);
        if ((int64_t)lines.count * leading <= s->height)
            break;
    }
    return lines;
}

static void write_text(struct html_writer *w, const struct shape *s)
{
    const struct style *style = stylesheet_style(w->sheet, s->style);
    const char *anchor = s->align == ALIGN_LEFT    ? "start"
                         : s->align == ALIGN_RIGHT ? "end"
                                                   : "middle";
    int64_t across = s->align == ALIGN_LEFT ? 0 : s->align == ALIGN_RIGHT ? s->width : s->width / 2;
    int32_t size = style->size;
    struct word_lines lines = lines_of(w, s, style, &size);
    int64_t leading = style->size <= 0 ? size : (int64_t)style->leading * size / style->size;
    int64_t first = s->y + ((int64_t)s->height - (int64_t)lines.count * leading) / 2;
    struct text href = s->link.size == 0 ? TEXT("") : site_link(w->site, w->here, s->link, ".html");
    if (href.size > 0) {
        page_begin(w->page, "a", NULL);
        page_attribute_text(w->page, "href", href);
    }
    page_begin(w->page, "text", NULL);
    attribute_points(w, "font-size", size);
    page_attribute(w->page, "text-anchor", anchor);
    attribute_colour(w, "fill", s->fill == COLOUR_NONE ? style->colour : s->fill);
    if (style->bold)
        page_attribute(w->page, "font-weight", "700");
    for (size_t i = 0; i < lines.count; i++) {
        page_begin(w->page, "tspan", NULL);
        attribute_points(w, "x", s->x + across);
        attribute_points(w, "y", first + (int64_t)i * leading + (leading + size * 7 / 10) / 2);
        page_words(w->page, lines.list[i]);
        page_end(w->page);
    }
    page_end(w->page);
    if (href.size > 0)
        page_end(w->page);
}

static void write_shape(struct html_writer *w, const struct shape *shape)
{
    switch (shape->kind) {
    case SHAPE_POLYLINE:
        write_polyline(w, shape);
        break;
    case SHAPE_RECTANGLE:
        write_rectangle(w, shape);
        break;
    case SHAPE_TEXT:
        write_text(w, shape);
        break;
    }
}

/* ---- drawings ---- */

static void write_svg_names(struct html_writer *w, const struct block *block)
{
    struct text title = block_text(w->arena, block);
    struct text_buffer ids = text_buffer_new(w->arena);
    if (text_is_empty(title))
        title = text_is_empty(w->heading) ? block->figure->alternative : w->heading;
    buffer_append_format(&ids, "figure.%zu.title figure.%zu.desc", w->figure_count,
                         w->figure_count);
    page_attribute(w->page, "aria-labelledby", buffer_string(&ids));
    static const char *const parts[] = {"title", "desc"};
    for (size_t i = 0; i < 2; i++) {
        struct text_buffer id = text_buffer_new(w->arena);
        buffer_append_format(&id, "figure.%zu.%s", w->figure_count, parts[i]);
        page_begin(w->page, parts[i], NULL);
        page_attribute(w->page, "id", buffer_string(&id));
        page_words(w->page, i == 0 ? title : block->figure->alternative);
        page_end(w->page);
    }
}

static void write_drawing(struct html_writer *w, const struct block *block)
{
    const struct figure *figure = block->figure;
    struct text_buffer box = text_buffer_new(w->arena);
    buffer_append_string(&box, "0 0 ");
    buffer_append_string(&box, points(w, figure->width));
    buffer_append_byte(&box, ' ');
    buffer_append_string(&box, points(w, figure->height));
    page_begin(w->page, "svg", NULL);
    page_attribute(w->page, "xmlns", "http://www.w3.org/2000/svg");
    page_attribute(w->page, "viewBox", buffer_string(&box));
    page_attribute(w->page, "width", points(w, (int64_t)figure->width * 4 / 3)); /* CSS px */
    page_attribute(w->page, "height", points(w, (int64_t)figure->height * 4 / 3));
    page_attribute(w->page, "role", "img");
    write_svg_names(w, block);
    if (w->figure_count == 1) /* one for all drawings of the page */
        page_raw(w->page, "<defs><marker id=\"figure.arrow\" viewBox=\"0 0 8 8\" refX=\"7\" "
                          "refY=\"4\" markerWidth=\"6\" markerHeight=\"6\" "
                          "orient=\"auto-start-reverse\"><path d=\"M0 0 8 4 0 8z\" "
                          "fill=\"context-stroke\"/></marker></defs>");
    for (const struct shape *shape = figure->shapes; shape != NULL; shape = shape->next)
        write_shape(w, shape);
    page_end(w->page);
    page_begin(w->page, "details", NULL);
    page_element(w->page, "summary", NULL, text_from_string(w->words->alternative));
    page_element(w->page, "p", NULL, figure->alternative);
    page_end(w->page);
}

/* ---- pictures ---- */

static void write_picture(struct html_writer *w, const struct figure *figure)
{
    bool is_png = text_starts_with(figure->image, TEXT("\x89PNG"));
    bool is_jpeg = text_starts_with(figure->image, TEXT("\xFF\xD8\xFF"));
    if (!is_png && !is_jpeg) {
        page_element(w->page, "p", "picture", figure->alternative);
        return;
    }
    struct text_buffer source = text_buffer_new(w->arena);
    buffer_append_string(&source, is_png ? "data:image/png;base64," : "data:image/jpeg;base64,");
    base64_append(&source, figure->image);
    page_begin(w->page, "img", NULL);
    page_attribute_text(w->page, "src", buffer_text(&source));
    page_attribute_text(w->page, "alt", figure->alternative);
    if (figure->width > 0) {
        page_attribute_count(w->page, "width", (size_t)figure->width / 750); /* CSS px */
        page_attribute_count(w->page, "height", (size_t)figure->height / 750);
    }
    page_end_empty(w->page);
}

void html_figure(struct html_writer *w, const struct block *block)
{
    const struct figure *figure = block->figure;
    w->figure_count++;
    page_begin(w->page, "figure", NULL);
    if (figure != NULL && figure->shapes != NULL)
        write_drawing(w, block);
    else if (figure != NULL)
        write_picture(w, figure);
    if (block->runs != NULL) {
        page_begin(w->page, "figcaption", "s-caption");
        html_runs(w, block->runs);
        page_end(w->page);
    }
    page_end(w->page);
}
