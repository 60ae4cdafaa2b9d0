/* Figures: a picture, or a drawing scaled to its place, its words set into their boxes. */
#include "converters/pdf/layout.h"
#include "converters/pdf/words.h"

#define FIGURE_SPACE 12000
#define CAPTION_ROOM 40000 /* kept below a figure that fills a page */
#define FULL 1000          /* permille: the size as it is */
#define SIZE_STEP 100      /* sizes of words in drawings are tenths of a point */
#define SMALLEST_SIZE 1500 /* below it words are cut into: a box was made for other words */

/* Words that do not fit are set in the next smaller size; until half, no word is cut in two. */
static const int32_t shrinks[] = {1000, 930, 860, 790, 720, 660, 600, 550, 500,
                                  450,  400, 350, 300, 250, 200, 150, 100};
#define KEEPS_WORDS_FROM 500

struct common_size;

/* One figure being laid out. */
struct drawing {
    struct layout *layout;
    struct slab *slab;
    size_t capacity; /* of the slab's items */
    struct tag *tag;
    struct place place;
    int32_t left, scale; /* where it begins; permille of its own size */
    struct common_size *common;
    size_t common_count, common_capacity;
};

static void add_item(struct drawing *d, struct item item)
{
    size_t count = d->slab->item_count;
    *arena_push(d->layout->scratch, d->slab->items, count, d->capacity) = item;
    d->slab->item_count = (uint32_t)count;
}

static int32_t scaled(const struct drawing *d, int32_t length)
{
    return (int32_t)((int64_t)length * d->scale / FULL);
}

static uint32_t colour(const struct drawing *d, uint32_t wanted)
{
    return stylesheet_colour(d->layout->sheet, wanted);
}

static struct paint paint_of(const struct drawing *d, const struct shape *s)
{
    return (struct paint){.fill = colour(d, s->fill),
                          .stroke = colour(d, s->stroke),
                          .stroke_width = scaled(d, s->stroke_width),
                          .dash = scaled(d, s->dash),
                          .radius = scaled(d, s->radius)};
}

/* ---- lines ---- */

/* As long as five strokes are wide, as wide as four. */
static void add_arrow(struct drawing *d, struct point from, struct point tip, struct paint paint)
{
    int64_t dx = tip.x - from.x, dy = tip.y - from.y, length = 0;
    for (int64_t bit = (int64_t)1 << 31; bit > 0; bit >>= 1) /* the root, bit by bit */
        if ((length + bit) * (length + bit) <= dx * dx + dy * dy)
            length += bit;
    if (length == 0)
        return;
    int64_t along = (int64_t)paint.stroke_width * 5 + 2000, side = along * 2 / 5;
    struct point base = {tip.x - (int32_t)(dx * along / length),
                         tip.y - (int32_t)(dy * along / length)};
    int32_t across_x = (int32_t)(dy * side / length), across_y = (int32_t)(dx * side / length);
    struct point *points = arena_new_array(d->layout->shown, 3, struct point);
    points[0] = (struct point){0, 0}; /* from the tip, so that a page cut moves all of it */
    points[1] = (struct point){base.x + across_x - tip.x, base.y - across_y - tip.y};
    points[2] = (struct point){base.x - across_x - tip.x, base.y + across_y - tip.y};
    add_item(d, (struct item){.kind = ITEM_POLYLINE,
                              .x = tip.x,
                              .y = tip.y,
                              .tag = d->tag,
                              .points = points,
                              .point_count = 3,
                              .paint = {.fill = paint.stroke, .stroke = COLOUR_NONE}});
}

static void draw_line(struct drawing *d, const struct point *points, size_t count,
                      const struct shape *s)
{
    struct paint paint = paint_of(d, s);
    struct point *placed = arena_new_array(d->layout->shown, count, struct point);
    if (count < 2)
        return;
    for (size_t i = 0; i < count; i++)
        placed[i] = (struct point){d->left + scaled(d, points[i].x), scaled(d, points[i].y)};
    add_item(d, (struct item){.kind = ITEM_POLYLINE,
                              .tag = d->tag,
                              .points = placed,
                              .point_count = (uint32_t)count,
                              .paint = paint});
    if (s->arrow == ARROW_END)
        add_arrow(d, placed[count - 2], placed[count - 1], paint);
}

/* ---- words ---- */

/* The style in another size, kept with the typefaces that are found by it. */
static const struct style *style_sized(struct layout *layout, const struct style *style,
                                       int32_t size, enum alignment align)
{
    struct layout_tools *tools = layout->tools;
    for (size_t i = 0; i < tools->sized_count; i++) {
        const struct style *s = tools->sized[i];
        if (s->size == size && s->align == align && text_equal(s->name, style->name))
            return s;
    }
    struct style *sized = arena_new(tools->arena, struct style);
    *sized = (struct style){.name = style->name,
                            .family = style->family,
                            .bold = style->bold,
                            .italic = style->italic,
                            .size = size,
                            .leading = (int32_t)((int64_t)style->leading * size / style->size),
                            .colour = style->colour,
                            .align = align,
                            .background = COLOUR_NONE,
                            .border = COLOUR_NONE};
    *arena_push(tools->arena, tools->sized, tools->sized_count, tools->sized_capacity) = sized;
    return sized;
}

static int32_t height_of(const struct slabs *slabs)
{
    int32_t height = 0;
    for (size_t i = 0; i < slabs->count; i++)
        height += slabs->list[i].height;
    return height;
}

static bool fits(struct layout *layout, const struct block *words, const struct style *style,
                 const struct item *box, bool keeps_words, struct text language)
{
    struct layout trial = layout_trial(layout);
    struct slabs lines = {0};
    struct place place = {.width = box->width, .language = language};
    if (keeps_words && words_least_width(layout, words, style, language) > box->width)
        return false;
    layout_words(&trial, &lines, words, style, place, NULL);
    int32_t height = height_of(&lines);
    arena_clear(trial.scratch);
    return height <= box->height;
}

/* Words of a drawing in their box. */
struct boxed {
    const struct shape *shape;
    struct block words;
    struct item box;
};

/* The size of all words of one style in a drawing. */
struct common_size {
    struct text style;
    int32_t size;
};

static enum alignment align_of(const struct shape *s)
{
    return s->align == ALIGN_DEFAULT ? ALIGN_CENTRE : s->align;
}

static int32_t size_of(const struct drawing *d, struct text style)
{
    return scaled(d, stylesheet_style(d->layout->sheet, style)->size);
}

/* The largest size at which they fit. */
static int32_t fitting_size(struct drawing *d, const struct boxed *f)
{
    const struct style *named = stylesheet_style(d->layout->sheet, f->shape->style);
    int32_t fitting = 0;
    for (size_t i = 0; i < sizeof shrinks / sizeof *shrinks; i++) {
        int64_t size = (int64_t)size_of(d, f->shape->style) * shrinks[i] / FULL;
        size = (size + SIZE_STEP / 2) / SIZE_STEP * SIZE_STEP;
        if (fitting != 0 && size < SMALLEST_SIZE)
            break;
        fitting = (int32_t)(size > 0 ? size : SIZE_STEP);
        const struct style *style = style_sized(d->layout, named, fitting, align_of(f->shape));
        if (fits(d->layout, &f->words, style, &f->box, shrinks[i] >= KEEPS_WORDS_FROM,
                 d->place.language))
            break;
    }
    return fitting;
}

static void add_words(struct drawing *d, struct slabs *lines, const struct item *box, uint32_t ink)
{
    int32_t y = box->y + (box->height - height_of(lines)) / 2;
    for (size_t i = 0; i < lines->count; y += lines->list[i].height, i++)
        for (size_t j = 0; j < lines->list[i].item_count; j++) {
            struct item item = lines->list[i].items[j];
            item.y += y;
            if (ink != COLOUR_NONE && item.kind == ITEM_GLYPHS)
                item.ink.colour = ink;
            add_item(d, item);
        }
}

/* Its runs live in passing. */
static struct boxed boxed_words(struct drawing *d, struct arena *passing, const struct shape *s)
{
    struct boxed f = {.shape = s, .words.kind = BLOCK_PARAGRAPH};
    struct document holder = {.arena = passing};
    struct text line;
    bool is_first = true;
    f.box = (struct item){.kind = ITEM_LINK,
                          .x = d->left + scaled(d, s->x),
                          .y = scaled(d, s->y),
                          .width = scaled(d, s->width),
                          .height = scaled(d, s->height),
                          .tag = d->tag,
                          .text = s->link,
                          .description = s->text};
    for (size_t at = 0; text_next_line(s->text, &at, &line); is_first = false) {
        if (!is_first)
            run_append(&holder, &f.words, RUN_BREAK, TEXT(""), (struct span){0});
        run_append(&holder, &f.words, RUN_TEXT, line, (struct span){0});
    }
    return f;
}

/*
 * One size for all words of a style: that of those which need the smallest. It is never below the
 * smallest style of drawings; words that want less than that shrink alone, so that none is lost.
 */
static void agree_on_size(struct drawing *d, struct text style, int32_t fitting)
{
    int32_t least = size_of(d, TEXT("chart-small")), own = size_of(d, style);
    least = least < own ? least : own;
    int32_t size = fitting > least ? fitting : least;
    for (size_t i = 0; i < d->common_count; i++)
        if (text_equal(d->common[i].style, style)) {
            d->common[i].size = size < d->common[i].size ? size : d->common[i].size;
            return;
        }
    *arena_push(d->layout->scratch, d->common, d->common_count, d->common_capacity) =
        (struct common_size){style, size};
}

static int32_t agreed_size(const struct drawing *d, struct text style, int32_t fitting)
{
    int32_t size = fitting;
    for (size_t i = 0; i < d->common_count; i++)
        if (text_equal(d->common[i].style, style) && d->common[i].size < size)
            size = d->common[i].size;
    return size;
}

static void draw_text(struct drawing *d, struct boxed *f, int32_t size)
{
    struct layout *layout = d->layout;
    const struct shape *s = f->shape;
    struct layout trial = layout_trial(layout); /* for the slabs, which go at once */
    struct slabs lines = {0};
    const struct style *named = stylesheet_style(layout->sheet, s->style);
    const struct style *style = style_sized(layout, named, size, align_of(s));
    struct place place = d->place;
    place.indent = f->box.x;
    place.width = f->box.width;
    if (!text_is_empty(s->link))
        f->box.tag = tag_new(layout->shown, d->tag, TAG_LINK);
    place.tag = f->box.tag;
    trial.arena = layout->arena;
    trial.shown = layout->shown;
    layout_words(&trial, &lines, &f->words, style, place, NULL);
    add_words(d, &lines, &f->box, colour(d, s->fill));
    if (lines.count > 0 && !text_is_empty(s->link))
        add_item(d, f->box);
    arena_clear(trial.scratch);
}

/* ---- shapes ---- */

static void draw_box(struct drawing *d, const struct shape *s)
{
    add_item(d, (struct item){.kind = ITEM_RECTANGLE,
                              .x = d->left + scaled(d, s->x),
                              .y = scaled(d, s->y),
                              .width = scaled(d, s->width),
                              .height = scaled(d, s->height),
                              .tag = d->tag,
                              .paint = paint_of(d, s)});
}

static void draw_shape(struct drawing *d, const struct shape *s)
{
    switch (s->kind) {
    case SHAPE_POLYLINE:
        draw_line(d, s->points, s->point_count, s);
        break;
    case SHAPE_RECTANGLE:
        draw_box(d, s);
        break;
    case SHAPE_TEXT:
        break; /* with the others, once their size is known */
    }
}

/* ---- figures ---- */

static const struct image *find_image(struct layout *layout, const struct block *block)
{
    const struct figure *figure = block->figure;
    if (text_is_empty(figure->image))
        return NULL;
    if (figure->image.data == layout->sheet->logo.bytes.data)
        return layout->logo; /* decoded once, and complained of once */
    return image_new(layout->arena, figure->image, figure->image_name, block->span, layout->diags);
}

/* What is not given follows from the picture: both from its resolution, one from the other. */
static void complete_size(const struct image *image, int64_t *width, int64_t *height)
{
    struct image_size own = image_size(image);
    bool has_width = *width > 0, has_height = *height > 0;
    if (!has_width)
        *width = has_height && own.height > 0 ? *height * own.width / own.height : own.width;
    if (!has_height)
        *height = has_width && own.width > 0 ? *width * own.height / own.width : own.height;
}

/* The permille that brings width and height into the room. */
static int32_t scale_to_fit(int64_t width, int64_t height, int64_t room_x, int64_t room_y)
{
    int64_t scale = FULL;
    if (width > room_x)
        scale = room_x * FULL / width;
    if (height * scale > room_y * FULL)
        scale = room_y * FULL / height;
    return (int32_t)(scale < 1 ? 1 : scale);
}

static void add_picture(struct drawing *d, const struct image *image, int32_t width, int32_t height)
{
    add_item(d, (struct item){.kind = ITEM_IMAGE,
                              .x = d->left,
                              .width = width,
                              .height = height,
                              .tag = d->tag,
                              .image = image});
}

/* All words are measured before the first are drawn, for they agree on sizes. */
static int32_t *fitting_sizes(struct drawing *d, const struct figure *figure)
{
    int32_t *sizes = NULL;
    size_t count = 0, capacity = 0;
    struct arena *passing = arena_open_like(d->layout->scratch);
    for (const struct shape *s = figure->shapes; s != NULL; s = s->next) {
        if (s->kind != SHAPE_TEXT)
            continue;
        struct boxed f = boxed_words(d, passing, s);
        int32_t size = fitting_size(d, &f);
        agree_on_size(d, s->style, size);
        *arena_push(d->layout->scratch, sizes, count, capacity) = size;
        arena_clear(passing);
    }
    arena_close(passing);
    return sizes;
}

static void add_shapes(struct drawing *d, const struct figure *figure, int32_t width)
{
    if (figure->shapes == NULL)
        return;
    add_item(d, (struct item){.kind = ITEM_FIGURE,
                              .x = d->left,
                              .width = width,
                              .height = d->slab->height,
                              .tag = d->tag});
    const int32_t *sizes = fitting_sizes(d, figure);
    struct arena *passing = arena_open_like(d->layout->scratch);
    for (const struct shape *s = figure->shapes; s != NULL; s = s->next) {
        if (s->kind != SHAPE_TEXT) {
            draw_shape(d, s);
            continue;
        }
        struct boxed f = boxed_words(d, passing, s);
        draw_text(d, &f, agreed_size(d, s->style, *sizes++));
        arena_clear(passing);
    }
    arena_close(passing);
}

void layout_figure(struct layout *layout, struct slabs *slabs, const struct block *block,
                   struct place place)
{
    const struct figure *figure = block->figure;
    const struct image *image = find_image(layout, block);
    struct drawing d = {.layout = layout, .place = place};
    int64_t width = figure->width, height = figure->height;
    if (image != NULL)
        complete_size(image, &width, &height);
    int64_t room = stylesheet_text_height(layout->sheet);
    room = image != NULL ? room * 3 / 4
                         : room - 2 * FIGURE_SPACE - (block->runs == NULL ? 0 : CAPTION_ROOM);
    d.scale = scale_to_fit(width, height, place.width, room);
    d.tag = block_tag(layout, block, place, TAG_FIGURE);
    tag_set_alternative(layout->shown, d.tag, figure->alternative);
    int32_t drawn = (int32_t)(width * d.scale / FULL);
    d.left = place.indent + (block->align == ALIGN_CENTRE  ? (place.width - drawn) / 2
                             : block->align == ALIGN_RIGHT ? place.width - drawn
                                                           : 0);
    struct slab slab = {.height = (int32_t)(height * d.scale / FULL),
                        .space_before = FIGURE_SPACE,
                        .space_after = FIGURE_SPACE};
    d.slab = &slab;
    if (!text_is_empty(block->anchor))
        add_item(&d, (struct item){.kind = ITEM_ANCHOR, .x = place.indent, .text = block->anchor});
    d.place.depth++;
    if (image != NULL)
        add_picture(&d, image, drawn, slab.height);
    add_shapes(&d, figure, drawn);
    slab.keeps_next = block->runs != NULL;
    *slab_append(layout, slabs) = slab;
    if (block->runs == NULL)
        return;
    place.tag = tag_new(layout->shown, place.tag, TAG_CAPTION);
    layout_words(layout, slabs, block, stylesheet_style(layout->sheet, TEXT("caption")), place,
                 NULL);
}
