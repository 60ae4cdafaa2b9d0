/* A page of the volume on its canvas: its items, and the running lines around them. */
#include "converters/pdf/volume.h"
#include "core/base/text_buffer.h"

#define RUNNING_SIZE 8500
#define RUNNING_COLOUR 0x666666
#define RUNNING_GAP 5000 /* between a running line and its rule */
#define RULE_WIDTH 400

/* Under which tag the item is drawn; what has none is an artifact. */
static void draw_tag(struct canvas *canvas, const struct item *item, struct rectangle box)
{
    if (item->kind == ITEM_ANCHOR || item->kind == ITEM_LINK)
        return;
    if (item->tag == NULL)
        canvas_artifact(canvas, ARTIFACT_LAYOUT);
    else if (item->kind == ITEM_IMAGE || item->kind == ITEM_FIGURE)
        canvas_figure(canvas, item->tag, box);
    else
        canvas_tag(canvas, item->tag);
}

static void draw_polyline(struct canvas *canvas, const struct item *item, struct rectangle box)
{
    struct point *points = arena_new_array(canvas_arena(canvas), item->point_count, struct point);
    for (size_t i = 0; i < item->point_count; i++)
        points[i] = (struct point){box.x + item->points[i].x, box.y + item->points[i].y};
    canvas_polyline(canvas, points, item->point_count, item->paint);
}

static void draw_item(struct canvas *canvas, const struct item *item, int32_t left, int32_t top)
{
    struct rectangle box = {left + item->x, top + item->y, item->width, item->height};
    draw_tag(canvas, item, box);
    switch (item->kind) {
    case ITEM_GLYPHS:
        canvas_glyphs(canvas, item->glyphs, item->glyph_count, item->text, box.x,
                      box.y + item->baseline, item->ink);
        break;
    case ITEM_RECTANGLE:
        canvas_rectangle(canvas, box, item->paint);
        break;
    case ITEM_ELLIPSE:
        canvas_ellipse(canvas, box, item->paint);
        break;
    case ITEM_RULE:
        canvas_line(canvas, box.x, box.y, box.x + box.width, box.y + box.height, item->paint);
        break;
    case ITEM_POLYLINE:
        draw_polyline(canvas, item, box);
        break;
    case ITEM_FIGURE:
        break;
    case ITEM_IMAGE:
        canvas_image(canvas, item->image, box);
        break;
    case ITEM_ANCHOR:
        canvas_anchor(canvas, item->text, box.x, box.y);
        break;
    case ITEM_LINK:
        canvas_link(canvas, box, item->text, item->tag, item->description);
        break;
    }
}

/* ---- running lines ---- */

static struct text variable(const struct volume *volume, const struct sheet_page *page,
                            struct text name)
{
    const struct stylesheet *sheet = volume->sheet;
    const struct section *section = page->unit->section;
    if (text_is(name, "title"))
        return text_is_empty(sheet->title) ? volume->document->title : sheet->title;
    if (text_is(name, "organisation"))
        return sheet->organisation;
    if (text_is(name, "edition"))
        return sheet->edition;
    if (text_is(name, "date"))
        return sheet->date;
    if (text_is(name, "section"))
        return section == NULL ? TEXT("") : section->running[0];
    if (text_is(name, "chapter"))
        return section == NULL ? TEXT("") : section->running[1];
    return text_is(name, "page") ? page->label : TEXT("");
}

static struct text fill_in(struct arena *arena, const struct volume *volume,
                           const struct sheet_page *page, struct text pattern)
{
    struct text_buffer out = text_buffer_new(arena);
    for (size_t i = 0; i < pattern.size;) {
        size_t close = pattern.data[i] == '{' ? text_find(pattern, TEXT("}"), i) : TEXT_NOT_FOUND;
        if (close == TEXT_NOT_FOUND) {
            buffer_append_byte(&out, pattern.data[i++]);
            continue;
        }
        struct text name = text_slice(pattern, i + 1, close);
        if (text_is(name, "pages"))
            buffer_append_int(&out, (int64_t)page->sequence_pages);
        else
            buffer_append(&out, variable(volume, page, name));
        i = close + 1;
    }
    return text_trim(buffer_text(&out));
}

struct running {
    struct canvas *canvas;
    const struct font *font;
    int32_t left, right, baseline;
};

enum side { SIDE_LEFT, SIDE_CENTRE, SIDE_RIGHT };

/* The words of one side; cut at what the page's width leaves. */
static void draw_side(const struct running *r, struct text words, enum side side)
{
    size_t count, shown = 0;
    int32_t width = 0, room = r->right - r->left;
    if (text_is_empty(words))
        return;
    struct glyph *glyphs = shape_text(canvas_shaper(r->canvas), canvas_arena(r->canvas), r->font,
                                      RUNNING_SIZE, words, &count);
    while (shown < count && width + glyphs[shown].advance <= room)
        width += glyphs[shown++].advance;
    int32_t x = side == SIDE_LEFT    ? r->left
                : side == SIDE_RIGHT ? r->right - width
                                     : r->left + (room - width) / 2;
    canvas_glyphs(r->canvas, glyphs, shown, words, x, r->baseline,
                  (struct ink){RUNNING_SIZE, RUNNING_COLOUR});
}

static void draw_running(const struct volume *volume, const struct sheet_page *page,
                         const struct running_line *line, const struct running *r)
{
    struct arena *arena = canvas_arena(r->canvas);
    draw_side(r, fill_in(arena, volume, page, line->left), SIDE_LEFT);
    draw_side(r, fill_in(arena, volume, page, line->centre), SIDE_CENTRE);
    draw_side(r, fill_in(arena, volume, page, line->right), SIDE_RIGHT);
}

static void draw_rule(const struct running *r, int32_t y)
{
    canvas_line(
        r->canvas, r->left, y, r->right, y,
        (struct paint){.fill = COLOUR_NONE, .stroke = 0xB8C2CE, .stroke_width = RULE_WIDTH});
}

static void draw_around(struct canvas *canvas, const struct volume *volume,
                        const struct sheet_page *page, int32_t left)
{
    const struct stylesheet *sheet = volume->sheet;
    struct font_wish wish = {.family = FONT_SANS, .language = volume->document->language};
    struct running r = {.canvas = canvas,
                        .font = fonts_find(volume->fonts, wish),
                        .left = left,
                        .right = left + stylesheet_text_width(sheet),
                        .baseline = sheet->head_offset};
    canvas_artifact(canvas, ARTIFACT_HEADER);
    draw_running(volume, page, &page->master->head, &r);
    if (page->master->head_rule)
        draw_rule(&r, r.baseline + RUNNING_GAP);
    canvas_artifact(canvas, ARTIFACT_FOOTER);
    r.baseline = sheet->page_height - sheet->foot_offset;
    draw_running(volume, page, &page->master->foot, &r);
    if (page->master->foot_rule)
        draw_rule(&r, r.baseline - RUNNING_SIZE - RUNNING_GAP);
}

void volume_draw(struct canvas *canvas, size_t number, void *data)
{
    const struct volume *volume = data;
    const struct sheet_page *page = &volume->pages[number];
    const struct stylesheet *sheet = volume->sheet;
    bool is_left = sheet->duplex && number % 2 == 1;
    int32_t left = is_left ? sheet->margin_outer : sheet->margin_inner;
    for (size_t i = 0; i < page->page->count; i++)
        draw_item(canvas, &page->page->items[i], left, sheet->margin_top);
    draw_around(canvas, volume, page, left);
}
