#include "core/compose/drawing.h"

#define HAIRLINE 600
#define CORNER 3000
#define DASH 2500
#define COMMON_SIZE 8500 /* of the words in boxes */
#define DARK_FROM 450    /* permille of heat from which words on it are printed in paper's colour */

const struct pen pen_line = {
    .fill = COLOUR_NONE, .stroke = COLOUR_TINT(TINT_LINE), .stroke_width = HAIRLINE};
const struct pen pen_dashed = {
    .fill = COLOUR_NONE, .stroke = COLOUR_TINT(TINT_LINE), .stroke_width = HAIRLINE, .dash = DASH};
const struct pen pen_box = {.fill = COLOUR_TINT(TINT_ACCENT_LIGHT),
                            .stroke = COLOUR_TINT(TINT_LINE),
                            .stroke_width = HAIRLINE,
                            .radius = CORNER};
const struct pen pen_strong = {
    .fill = COLOUR_TINT(TINT_ACCENT), .stroke = COLOUR_NONE, .radius = CORNER};
const struct pen pen_supposed = {.fill = COLOUR_TINT(TINT_PAPER),
                                 .stroke = COLOUR_TINT(TINT_LINE),
                                 .stroke_width = HAIRLINE,
                                 .dash = DASH,
                                 .radius = CORNER};
const struct pen pen_warning = {.fill = COLOUR_TINT(TINT_PAPER),
                                .stroke = COLOUR_TINT(TINT_WARNING),
                                .stroke_width = 2 * HAIRLINE,
                                .radius = CORNER};

struct pen pen_heat(unsigned permille)
{
    return (struct pen){.fill = COLOUR_HEAT(permille < 1000 ? permille : 1000),
                        .stroke = COLOUR_TINT(TINT_PAPER),
                        .stroke_width = HAIRLINE};
}

struct drawing drawing_new(struct document *document, struct block *parent, int32_t width,
                           int32_t height, struct text alternative)
{
    struct block *block = block_append(document, parent, BLOCK_FIGURE, (struct span){0});
    block->align = ALIGN_CENTRE;
    block->figure = arena_new(document->arena, struct figure);
    *block->figure = (struct figure){.alternative = alternative, .width = width, .height = height};
    return (struct drawing){document, block, block->figure};
}

void drawing_set_height(struct drawing *drawing, int32_t height)
{
    drawing->figure->height = height;
}

static struct shape *add_shape(struct drawing *drawing, enum shape_kind kind, struct pen pen)
{
    struct shape *shape = shape_append(drawing->document, drawing->figure, kind);
    shape->fill = pen.fill;
    shape->stroke = pen.stroke;
    shape->stroke_width = pen.stroke_width;
    shape->dash = pen.dash;
    shape->radius = pen.radius;
    return shape;
}

static void set_box(struct shape *shape, struct box box)
{
    shape->x = box.x;
    shape->y = box.y;
    shape->width = box.width;
    shape->height = box.height;
}

void draw_box(struct drawing *drawing, struct box box, struct pen pen)
{
    set_box(add_shape(drawing, SHAPE_RECTANGLE, pen), box);
}

void draw_line(struct drawing *drawing, const struct point *points, size_t count, struct pen pen,
               enum arrow arrow)
{
    struct shape *shape = add_shape(drawing, SHAPE_POLYLINE, pen);
    struct point *copy = arena_new_array(drawing->document->arena, count, struct point);
    for (size_t i = 0; i < count; i++)
        copy[i] = points[i];
    shape->points = copy;
    shape->point_count = count;
    shape->arrow = arrow;
}

void draw_words(struct drawing *drawing, struct box box, struct text words, struct ink_style ink,
                struct text link)
{
    struct shape *shape =
        add_shape(drawing, SHAPE_TEXT, (struct pen){.fill = ink.colour, .stroke = COLOUR_NONE});
    set_box(shape, box);
    shape->text = words;
    shape->style = text_from_string(ink.style);
    shape->align = ink.align;
    shape->link = link;
}

int32_t length_for_words(const struct stylesheet *sheet, int32_t length)
{
    int64_t size = stylesheet_style(sheet, TEXT("chart-strong"))->size;
    return size <= COMMON_SIZE ? length : (int32_t)(length * size / COMMON_SIZE);
}

uint32_t ink_on(uint32_t fill)
{
    bool is_dark = fill == COLOUR_TINT(TINT_ACCENT) || fill == COLOUR_TINT(TINT_WARNING) ||
                   ((fill & 0xFF000000u) == COLOUR_HEAT(0) && fill >= COLOUR_HEAT(DARK_FROM));
    return is_dark ? COLOUR_TINT(TINT_PAPER) : COLOUR_TINT(TINT_TEXT);
}

struct box box_inside(struct box box, int32_t margin)
{
    return (struct box){box.x + margin, box.y + margin, box.width - 2 * margin,
                        box.height - 2 * margin};
}
