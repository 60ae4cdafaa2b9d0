/* A page of the volume on its canvas: its items, and the running lines around them. */
#include "converters/pdf/volume.h"
#include "core/base/text_buffer.h"

#define RUNNING_SIZE 8500
#define RUNNING_COLOUR 0x666666
#define RUNNING_GAP 5000 /* between a running line and its rule */
#define RULE_WIDTH 400
#define SIDE_GAP 12000 /* between the words at both sides, at least */
#define LOGO_GAP 6000  /* between a logo and the words beside it */
#define LOGO_DROP 2500 /* how far a logo reaches below their baseline */

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
    case ITEM_NOTE: /* its words were put at the foot */
        break;
    case ITEM_LINK:
        canvas_link(canvas, box, item->text, item->tag, item->description);
        break;
    }
}

/* ---- running lines ---- */

static struct text part_of(const struct sheet_page *page)
{
    const struct section *section = page->unit->section;
    return !text_is_empty(page->part) ? page->part
           : section == NULL          ? TEXT("")
                                      : section->running[0];
}

static struct text variable(const struct volume *volume, const struct sheet_page *page,
                            struct arena *arena, enum running_variable variable)
{
    const struct stylesheet *sheet = volume->sheet;
    const struct section *section = page->unit->section;
    struct text_buffer pages = text_buffer_new(arena);
    switch (variable) {
    case VARIABLE_TITLE:
        return text_is_empty(sheet->title) ? volume->document->title : sheet->title;
    case VARIABLE_ORGANISATION:
        return sheet->organisation;
    case VARIABLE_EDITION:
        return sheet->edition;
    case VARIABLE_DATE:
        return sheet->date;
    case VARIABLE_SECTION:
        return part_of(page);
    case VARIABLE_CHAPTER:
        return section == NULL ? TEXT("") : section->running[1];
    case VARIABLE_TOPIC:
        return section == NULL || text_is_empty(section->running[1]) ? part_of(page)
                                                                     : section->running[1];
    case VARIABLE_PAGE:
        return page->label;
    case VARIABLE_PAGES:
        buffer_append_int(&pages, (int64_t)page->sequence_pages);
        return buffer_text(&pages);
    case VARIABLE_LOGO:
    case VARIABLE_COUNT:
        break;
    }
    return TEXT("");
}

/* A running line's words, and whether the logo stands beside them. */
struct filled {
    struct text words;
    bool has_logo;
};

static struct filled fill_in(struct arena *arena, const struct volume *volume,
                             const struct sheet_page *page, struct text pattern)
{
    struct text_buffer out = text_buffer_new(arena);
    struct filled filled = {0};
    for (size_t i = 0; i < pattern.size;) {
        size_t close = pattern.data[i] == '{' ? text_find(pattern, TEXT("}"), i) : TEXT_NOT_FOUND;
        if (close == TEXT_NOT_FOUND) {
            buffer_append_byte(&out, pattern.data[i++]);
            continue;
        }
        enum running_variable name = running_variable(text_slice(pattern, i + 1, close));
        filled.has_logo |= name == VARIABLE_LOGO;
        buffer_append(&out, variable(volume, page, arena, name));
        i = close + 1;
    }
    filled.words = text_trim(buffer_text(&out));
    return filled;
}

/* The head or the foot of a page. */
struct running {
    struct canvas *canvas;
    const struct volume *volume;
    const struct sheet_page *page;
    const struct font *font;
    struct ink ink;
    int32_t left, right, baseline;
    int32_t logo_room; /* how high a logo may be */
};

enum side { SIDE_LEFT, SIDE_CENTRE, SIDE_RIGHT };

static struct rectangle logo_box(const struct running *r)
{
    const struct image *logo = r->volume->logo;
    if (logo == NULL)
        return (struct rectangle){0};
    struct image_size size = image_size(logo);
    int32_t wanted = r->volume->sheet->logo.height;
    int32_t height = wanted < r->logo_room ? wanted : r->logo_room;
    int64_t width = size.height == 0 ? 0 : (int64_t)size.width * height / size.height;
    int64_t most = (r->right - r->left) / 3;
    if (most > 0 && width > most) {
        height = (int32_t)(height * most / width);
        width = most;
    }
    return (struct rectangle){.width = (int32_t)width, .height = height};
}

/* What stands at one side of a running line. */
struct line_part {
    struct text words;
    struct glyph *glyphs;
    size_t count;
    struct rectangle logo;
    int32_t logo_width; /* with the gap behind it */
    int32_t width;      /* of all */
};

static void set_words(const struct running *r, struct line_part *part, struct text words)
{
    part->words = words;
    part->glyphs = shape_text(canvas_shaper(r->canvas), canvas_arena(r->canvas), r->font,
                              r->ink.size, words, &part->count);
    part->logo_width = part->logo.width + (part->logo.width > 0 && part->count > 0 ? LOGO_GAP : 0);
    part->width = part->logo_width;
    for (size_t i = 0; i < part->count; i++)
        part->width += part->glyphs[i].advance;
}

static struct line_part line_part(const struct running *r, struct text pattern)
{
    struct filled filled = fill_in(canvas_arena(r->canvas), r->volume, r->page, pattern);
    struct line_part part = {.logo = filled.has_logo ? logo_box(r) : (struct rectangle){0}};
    set_words(r, &part, filled.words);
    return part;
}

/* The most characters of the words that, with three dots, leave the part no wider than room. */
static void shorten(const struct running *r, struct line_part *part, int32_t room)
{
    struct text whole = part->words;
    size_t low = 0, high = whole.size;
    if (part->width <= room)
        return;
    while (low < high) {
        size_t middle = low + (high - low + 1) / 2;
        struct text_buffer out = text_buffer_new(canvas_arena(r->canvas));
        buffer_append(&out, text_trim(text_slice(whole, 0, text_offset(whole, middle))));
        buffer_append_string(&out, "…");
        set_words(r, part, buffer_text(&out));
        if (part->width <= room)
            low = middle;
        else
            high = middle - 1;
    }
    struct text_buffer out = text_buffer_new(canvas_arena(r->canvas));
    buffer_append(&out, text_trim(text_slice(whole, 0, text_offset(whole, low))));
    buffer_append_string(&out, low > 0 ? "…" : "");
    set_words(r, part, buffer_text(&out));
}

/* What one side may take beside another; of two that are too long, each gets half. */
static int32_t room_beside(const struct running *r, const struct line_part *other)
{
    int32_t room = r->right - r->left, half = (room - SIDE_GAP) / 2;
    if (other->width == 0)
        return room;
    return room - SIDE_GAP - (other->width < half ? other->width : half);
}

static void draw_part(const struct running *r, const struct line_part *part, enum side side)
{
    int32_t x = side == SIDE_LEFT    ? r->left
                : side == SIDE_RIGHT ? r->right - part->width
                                     : r->left + (r->right - r->left - part->width) / 2;
    struct rectangle logo = part->logo;
    int32_t words = part->width - part->logo_width;
    logo.x = side == SIDE_RIGHT ? x + words + part->logo_width - logo.width : x;
    logo.y = r->baseline + LOGO_DROP - logo.height;
    if (logo.width > 0)
        canvas_image(r->canvas, r->volume->logo, logo);
    canvas_glyphs(r->canvas, part->glyphs, part->count, part->words,
                  side == SIDE_RIGHT ? x : x + part->logo_width, r->baseline, r->ink);
}

/* returns  false when the line says nothing on this page */
static bool draw_running(struct running *r, const struct running_line *line)
{
    const struct stylesheet *sheet = r->volume->sheet;
    struct text name = text_is_empty(line->style) ? TEXT("running") : line->style;
    struct font_wish wish = {.family = FONT_SANS, .language = r->volume->document->language};
    r->ink = (struct ink){RUNNING_SIZE, RUNNING_COLOUR};
    if (stylesheet_has_style(sheet, name)) {
        const struct style *style = stylesheet_style(sheet, name);
        wish.family = style->family;
        wish.bold = style->bold;
        wish.italic = style->italic;
        r->ink = (struct ink){style->size, style->colour};
    }
    r->font = fonts_find(r->volume->fonts, wish);
    struct line_part left = line_part(r, line->left), centre = line_part(r, line->centre),
                     right = line_part(r, line->right);
    int32_t left_room = room_beside(r, &right), right_room = room_beside(r, &left);
    shorten(r, &left, left_room);
    shorten(r, &right, right_room);
    int32_t sides = left.width > right.width ? left.width : right.width;
    shorten(r, &centre, r->right - r->left - (sides > 0 ? 2 * (sides + SIDE_GAP) : 0));
    draw_part(r, &left, SIDE_LEFT);
    draw_part(r, &centre, SIDE_CENTRE);
    draw_part(r, &right, SIDE_RIGHT);
    return left.width > 0 || centre.width > 0 || right.width > 0;
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
    struct running r = {.canvas = canvas,
                        .volume = volume,
                        .page = page,
                        .left = left,
                        .right = left + stylesheet_text_width(sheet),
                        .baseline = sheet->head_offset,
                        .logo_room = sheet->head_offset};
    canvas_artifact(canvas, ARTIFACT_HEADER);
    if (draw_running(&r, &page->master->head) && page->master->head_rule)
        draw_rule(&r, r.baseline + RUNNING_GAP);
    canvas_artifact(canvas, ARTIFACT_FOOTER);
    r.baseline = sheet->page_height - sheet->foot_offset;
    r.logo_room = sheet->margin_bottom - sheet->foot_offset;
    if (draw_running(&r, &page->master->foot) && page->master->foot_rule)
        draw_rule(&r, r.baseline - r.ink.size - RUNNING_GAP);
}

/* ---- watermarks ---- */

#define WATERMARK_LARGEST 120000
#define WATERMARK_COLOUR 0xEBEBEB
#define WATERMARK_SHARE 70 /* percent of the page's diagonal, of a square one at least */

/* As large as the slope leaves room for, under all that the page shows. */
static void draw_watermark(struct canvas *canvas, const struct volume *volume,
                           const struct sheet_page *page)
{
    const struct stylesheet *sheet = volume->sheet;
    struct arena *arena = canvas_arena(canvas);
    struct text words = fill_in(arena, volume, page, page->master->watermark).words;
    struct font_wish wish = {.bold = true, .language = volume->document->language};
    struct ink ink = {WATERMARK_LARGEST, WATERMARK_COLOUR};
    size_t count;
    if (text_is_empty(words))
        return;
    if (stylesheet_has_style(sheet, TEXT("watermark"))) {
        const struct style *style = stylesheet_style(sheet, TEXT("watermark"));
        ink = (struct ink){style->size, style->colour};
        wish.family = style->family;
        wish.bold = style->bold;
    }
    const struct font *font = fonts_find(volume->fonts, wish);
    int64_t side = sheet->page_width < sheet->page_height ? sheet->page_width : sheet->page_height;
    int64_t room = side * 1414 / 1000 * WATERMARK_SHARE / 100;
    int64_t width = shape_width(canvas_shaper(canvas), font, ink.size, words);
    if (width > room)
        ink.size = (int32_t)(ink.size * room / width);
    struct glyph *glyphs = shape_text(canvas_shaper(canvas), arena, font, ink.size, words, &count);
    int32_t drop = ink.size / 4; /* from the middle of the letters to their baseline, sloped */
    canvas_artifact(canvas, ARTIFACT_WATERMARK);
    canvas_slope(canvas, glyphs, count, words, sheet->page_width / 2 + drop,
                 sheet->page_height / 2 + drop, ink);
}

/* ---- pages ---- */

static void draw_items(struct canvas *canvas, const struct page *page,
                       const struct stylesheet *sheet, int32_t left)
{
    for (size_t i = 0; i < page->count; i++)
        draw_item(canvas, &page->items[i], left, sheet->margin_top);
}

int32_t volume_page_shift(const struct volume *volume, size_t page)
{
    const struct stylesheet *sheet = volume->sheet;
    return sheet->duplex && page % 2 == 1 ? sheet->margin_outer - sheet->margin_inner : 0;
}

void volume_draw(struct canvas *canvas, size_t number, void *data)
{
    const struct volume *volume = data;
    const struct sheet_page *page = &volume->pages[number];
    int32_t left = volume->sheet->margin_inner + volume_page_shift(volume, number);
    draw_watermark(canvas, volume, page);
    draw_items(canvas, page->page, volume->sheet, left);
    draw_around(canvas, volume, page, left);
}

void volume_draw_ground(struct canvas *canvas, size_t number, void *data)
{
    const struct volume *volume = data;
    draw_watermark(canvas, volume, &volume->pages[number]);
}

void volume_draw_running(struct canvas *canvas, size_t number, void *data)
{
    const struct volume *volume = data;
    draw_around(canvas, volume, &volume->pages[number], volume->sheet->margin_inner);
}

void unit_draw(struct canvas *canvas, size_t page, void *data)
{
    const struct unit_drawing *drawing = data;
    const struct stylesheet *sheet = drawing->volume->sheet;
    draw_items(canvas, &drawing->unit->pages[page], sheet, sheet->margin_inner);
}
