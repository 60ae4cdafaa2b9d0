#include "converters/pdf/press.h"
#include "converters/pdf/syntax.h"
#include "converters/pdf/tagtree.h"
#include <stdlib.h>
#include <string.h>

struct press {
    struct arena *arena; /* of the records */
    struct fonts *fonts;
    struct shaper *shaper;
    struct deflater *deflater;
    struct text_buffer content; /* reused from page to page */
    uint8_t *used[FACES_MAX];
};

/* What the following marks are; nothing is written before something is drawn. */
struct mark {
    struct tag *tag; /* NULL: an artifact */
    enum artifact artifact;
};

/* Graphics state that holds over BT and ET; values no page asks for mean "not set yet". */
struct graphics {
    uint32_t fill, stroke;
    int32_t stroke_width, dash;
    const struct face *face;
    int32_t size, rise, spacing;
    bool is_stroked_text;
};

struct page_canvas {
    struct canvas canvas;
    struct press *press;
    const struct press_order *order;
    struct text_buffer *out;
    struct mark wanted, current;
    bool has_mark, in_text, is_slanted;
    int32_t line_x, line_y; /* where the text line began, PDF's y; since BT */
    struct graphics graphics;
    int32_t base;              /* PDF's y of where the canvas's is 0 */
    struct page_record record; /* arrays in scratch until the page is done */
    size_t marks_room, links_room, anchors_room, figures_room, images_room, claims_room;
};

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

static void end_text(struct page_canvas *page)
{
    if (page->in_text)
        buffer_append(page->out, TEXT("ET\n"));
    page->in_text = false;
}

static void end_mark(struct page_canvas *page)
{
    end_text(page);
    if (page->has_mark)
        buffer_append(page->out, TEXT("EMC\n"));
    page->has_mark = false;
}

static uint32_t add_mark(struct page_canvas *page, struct tag *tag)
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
        buffer_append_int(out, add_mark(page, page->wanted.tag));
        buffer_append(out, TEXT(">> BDC\n"));
    }
    page->current = page->wanted;
    page->has_mark = true;
}

static void ensure_mark(struct page_canvas *page)
{
    if (page->has_mark && page->current.tag == page->wanted.tag &&
        page->current.artifact == page->wanted.artifact)
        return;
    end_mark(page);
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

static int32_t flip(const struct page_canvas *page, int32_t y) { return page->base - y; }

static void append_pair(struct text_buffer *out, int32_t x, int32_t y)
{
    append_fixed(out, x);
    buffer_append_byte(out, ' ');
    append_fixed(out, y);
    buffer_append_byte(out, ' ');
}

static void set_fill(struct page_canvas *page, uint32_t colour)
{
    if (page->graphics.fill == colour)
        return;
    page->graphics.fill = colour;
    append_colour(page->out, colour);
    buffer_append(page->out, TEXT(" rg\n"));
}

static void set_stroke(struct page_canvas *page, uint32_t colour, int32_t width)
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

/* Four Bézier curves; the control points stand at 0.5523 of the radius. */
static void append_ellipse(struct page_canvas *page, struct rectangle box)
{
    struct text_buffer *out = page->out;
    int32_t rx = box.width / 2, ry = box.height / 2;
    int32_t x = box.x + rx, y = flip(page, box.y + ry);
    int32_t cx = (int32_t)((int64_t)rx * 5523 / 10000), cy = (int32_t)((int64_t)ry * 5523 / 10000);
    const int32_t curves[4][6] = {{x + rx, y + cy, x + cx, y + ry, x, y + ry},
                                  {x - cx, y + ry, x - rx, y + cy, x - rx, y},
                                  {x - rx, y - cy, x - cx, y - ry, x, y - ry},
                                  {x + cx, y - ry, x + rx, y - cy, x + rx, y}};
    append_pair(out, x + rx, y);
    buffer_append(out, TEXT("m "));
    for (size_t i = 0; i < 4; i++) {
        for (size_t j = 0; j < 6; j += 2)
            append_pair(out, curves[i][j], curves[i][j + 1]);
        buffer_append(out, TEXT("c "));
    }
    buffer_append(out, TEXT("h "));
}

/* Straight sides, and a quarter of an ellipse at each corner. */
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
    ensure_mark(page);
    end_text(page);
    if (paint.fill != COLOUR_NONE)
        set_fill(page, paint.fill);
    if (paint.stroke != COLOUR_NONE && paint.stroke_width > 0) {
        set_stroke(page, paint.stroke, paint.stroke_width);
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
    case OUTLINE_ELLIPSE:
        append_ellipse(page, box);
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
    ensure_mark(page);
    end_text(page);
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

/* ---- what glyphs say ---- */

static int compare_claims(const struct glyph_claim *claim, uint16_t face, uint16_t glyph)
{
    uint32_t a = (uint32_t)claim->face << 16 | claim->glyph, b = (uint32_t)face << 16 | glyph;
    return a < b ? -1 : a > b;
}

const struct glyph_claim *claim_find(const struct settled_claims *settled, uint16_t face,
                                     uint16_t glyph)
{
    size_t low = 0, high = settled->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (compare_claims(&settled->claims[middle], face, glyph) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < settled->count && compare_claims(&settled->claims[low], face, glyph) == 0;
    return found ? &settled->claims[low] : NULL;
}

/* The text the glyph has on this page; the first one seen is noted as its claim. */
static struct text claimed_text(struct page_canvas *page, const struct glyph *glyph,
                                struct text text)
{
    struct page_record *record = &page->record;
    if (page->order->settled != NULL) {
        const struct glyph_claim *claim = claim_find(page->order->settled, glyph->face, glyph->id);
        return claim == NULL ? TEXT("") : claim->text;
    }
    for (size_t i = 0; i < record->claim_count; i++)
        if (compare_claims(&record->claims[i], glyph->face, glyph->id) == 0)
            return record->claims[i].text;
    *arena_push(page->canvas.scratch, record->claims, record->claim_count, page->claims_room) =
        (struct glyph_claim){glyph->face, glyph->id, text};
    return text;
}

static bool has_invisible(struct text t)
{
    for (size_t i = 0; i < t.size;)
        if (is_invisible_character(text_next(t, &i)))
            return true;
    return false;
}

/* The cluster without what shows nothing; a soft hyphen that stands alone is one that shows. */
static struct text visible_text(struct page_canvas *page, struct text cluster)
{
    if (!has_invisible(cluster) || text_equal(cluster, TEXT("\xC2\xAD")))
        return cluster;
    struct text_buffer visible = text_buffer_new(page->canvas.scratch);
    for (size_t i = 0; i < cluster.size;) {
        uint32_t c = text_next(cluster, &i);
        if (!is_invisible_character(c))
            buffer_append_code_point(&visible, c);
    }
    return buffer_text(&visible);
}

/* Characters that are as well copied as another: the spaces of any width that share a glyph. */
static bool reads_as(uint32_t shown, uint32_t meant)
{
    return shown == meant || (shown == ' ' && (meant == 0xA0 || meant == 0x202F));
}

/* Whether each glyph of the cluster stands for one of its characters, in order. */
static bool stand_one_for_one(struct page_canvas *page, const struct glyph *glyphs, size_t count,
                              struct text cluster)
{
    const struct face *face = fonts_face(page->press->fonts, glyphs->face);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t shown = face->characters[glyphs[i].id];
        if (at >= cluster.size || shown == 0 || !reads_as(shown, text_next(cluster, &at)))
            return false;
    }
    return at == cluster.size;
}

/* Whether ToUnicode gives back the cluster; else it takes ActualText. */
static bool copies_right(struct page_canvas *page, const struct glyph *glyphs, size_t count,
                         struct text cluster)
{
    if (stand_one_for_one(page, glyphs, count, cluster))
        return true;
    cluster = visible_text(page, cluster);
    const struct face *face = fonts_face(page->press->fonts, glyphs->face);
    if (count > 1 || glyphs->id == 0 || face->characters[glyphs->id] != 0)
        return stand_one_for_one(page, glyphs, count, cluster);
    return text_equal(claimed_text(page, glyphs, cluster), cluster);
}

/* ---- text ---- */

static uint8_t *used_glyphs(struct press *press, uint16_t face)
{
    if (press->used[face] == NULL)
        press->used[face] =
            arena_new_array(press->arena, fonts_face(press->fonts, face)->glyph_count, uint8_t);
    return press->used[face];
}

static void set_font(struct page_canvas *page, const struct face *face, int32_t size)
{
    if (page->graphics.face == face && page->graphics.size == size)
        return;
    page->graphics.face = face;
    page->graphics.size = size;
    buffer_append_byte(page->out, '/');
    buffer_append_string(page->out, face->resource);
    buffer_append_byte(page->out, ' ');
    append_fixed(page->out, size);
    buffer_append(page->out, TEXT(" Tf\n"));
}

/* Bold that a family lacks is drawn with an outline of a thirtieth of the size. */
static void set_weight(struct page_canvas *page, const struct face *face, struct ink ink)
{
    bool is_stroked = face->origin.is_faked_bold;
    if (is_stroked)
        set_stroke(page, ink.colour, ink.size / 30);
    if (page->graphics.is_stroked_text == is_stroked)
        return;
    page->graphics.is_stroked_text = is_stroked;
    buffer_append_string(page->out, is_stroked ? "2 Tr\n" : "0 Tr\n");
}

static void set_number(struct page_canvas *page, int32_t *state, int32_t value,
                       const char *operator)
{
    if (*state == value)
        return;
    *state = value;
    append_fixed(page->out, value);
    buffer_append_string(page->out, operator);
}

/* Moves to (x, y), PDF's y; italics that a family lacks are slanted by 12 degrees. */
static void move_to(struct page_canvas *page, const struct face *face, int32_t x, int32_t y)
{
    if (!page->in_text) {
        buffer_append(page->out, TEXT("BT\n"));
        page->in_text = true;
        page->is_slanted = false;
        page->line_x = page->line_y = 0;
    }
    if (face->origin.is_faked_italic || page->is_slanted) {
        buffer_append_string(page->out, face->origin.is_faked_italic ? "1 0 .213 1 " : "1 0 0 1 ");
        append_pair(page->out, x, y);
        buffer_append(page->out, TEXT("Tm\n"));
        page->is_slanted = face->origin.is_faked_italic;
    } else if (x != page->line_x || y != page->line_y) {
        append_pair(page->out, x - page->line_x, y - page->line_y);
        buffer_append(page->out, TEXT("Td\n"));
    }
    page->line_x = x;
    page->line_y = y;
}

/* A stretch of a line that one string operator shows. */
struct piece {
    const struct face *face;
    const struct glyph *glyphs;
    size_t count;
    int32_t size;
};

static int32_t natural_advance(const struct piece *piece, const struct glyph *glyph)
{
    return (int32_t)(((int64_t)piece->face->widths[glyph->id] * piece->size + 500) / 1000);
}

/*
 * The extra advance most glyphs have, as justified lines give it to all alike: set once as
 * character spacing, it spares a number a glyph. 0 when no value has the majority (Boyer and Moore,
 * 1981).
 */
static int32_t common_spacing(const struct piece *piece)
{
    int32_t candidate = 0;
    size_t lead = 0, votes = 0;
    for (size_t i = 0; i < piece->count; i++) {
        int32_t extra = piece->glyphs[i].advance - natural_advance(piece, &piece->glyphs[i]);
        if (lead == 0)
            candidate = extra;
        if (extra == candidate)
            lead++;
        else
            lead--;
    }
    for (size_t i = 0; i < piece->count; i++)
        votes += piece->glyphs[i].advance - natural_advance(piece, &piece->glyphs[i]) == candidate;
    bool is_rounding = candidate >= -1 && candidate <= 1;
    return is_rounding || votes * 2 <= piece->count ? 0 : candidate;
}

static void append_code(struct text_buffer *out, uint16_t code)
{
    char *place = buffer_reserve(out, 4);
    size_t size = 0;
    for (int shift = 8; shift >= 0; shift -= 8) {
        char byte = (char)(code >> shift & 255);
        bool is_return = byte == '\r';
        if (is_return || byte == '(' || byte == ')' || byte == '\\')
            place[size++] = '\\';
        place[size++] = is_return ? 'r' : byte;
    }
    out->size += size;
}

/* The glyphs being written as "[(…) -12 (…)] TJ". */
struct strings {
    int64_t ideal, pen; /* where the next glyph should stand, and where it would; 1e-6 pt */
    bool is_open, in_array;
};

static void close_string(struct page_canvas *page, struct strings *strings)
{
    if (strings->is_open)
        buffer_append_byte(page->out, ')');
    strings->is_open = false;
}

static void close_array(struct page_canvas *page, struct strings *strings)
{
    close_string(page, strings);
    if (strings->in_array)
        buffer_append(page->out, TEXT("]TJ\n"));
    strings->in_array = false;
}

/* A number that moves the pen when it is off by half of 1/1000 em or more. */
static void correct_pen(struct page_canvas *page, struct strings *strings, int64_t place,
                        int32_t size)
{
    int64_t off = place - strings->pen;
    int64_t correction = size <= 0 ? 0 : (2 * off + (off < 0 ? -size : size)) / (2 * size);
    if (correction == 0)
        return;
    close_string(page, strings);
    buffer_append_int(page->out, -correction);
    strings->pen += correction * size;
}

static void append_strings(struct page_canvas *page, const struct piece *piece, int32_t spacing)
{
    struct strings strings = {.pen = (int64_t)piece->glyphs->x_offset * 1000};
    for (size_t i = 0; i < piece->count; i++) {
        const struct glyph *glyph = &piece->glyphs[i];
        if (glyph->y_offset != page->graphics.rise) {
            close_array(page, &strings);
            set_number(page, &page->graphics.rise, glyph->y_offset, " Ts\n");
        }
        if (!strings.in_array)
            buffer_append_byte(page->out, '[');
        strings.in_array = true;
        correct_pen(page, &strings, strings.ideal + (int64_t)glyph->x_offset * 1000, piece->size);
        if (!strings.is_open)
            buffer_append_byte(page->out, '(');
        strings.is_open = true;
        append_code(page->out, piece->face->codes[glyph->id]);
        strings.pen +=
            (int64_t)piece->face->widths[glyph->id] * piece->size + (int64_t)spacing * 1000;
        strings.ideal += (int64_t)glyph->advance * 1000;
    }
    close_array(page, &strings);
}

static void show_piece(struct page_canvas *page, const struct piece *piece,
                       const struct glyph_line *line, int32_t x)
{
    int32_t spacing = common_spacing(piece);
    uint8_t *used = used_glyphs(page->press, piece->glyphs->face);
    for (size_t i = 0; i < piece->count; i++)
        used[piece->glyphs[i].id] = 1;
    ensure_mark(page);
    move_to(page, piece->face, x + piece->glyphs->x_offset, flip(page, line->y));
    set_fill(page, line->ink.colour);
    set_font(page, piece->face, piece->size);
    set_weight(page, piece->face, line->ink);
    set_number(page, &page->graphics.spacing, spacing, " Tc\n");
    append_strings(page, piece, spacing);
}

/*
 * Shows the cluster under its own mark with the text it stands for. Nested in the mark around it,
 * readers would lose what follows: so that one is closed and goes on under a new number.
 */
static void show_with_actual_text(struct page_canvas *page, const struct piece *piece,
                                  const struct glyph_line *line, int32_t x, struct text actual)
{
    struct text_buffer *out = page->out;
    end_mark(page);
    buffer_append(out, TEXT("/Span <</MCID "));
    buffer_append_int(out, add_mark(page, page->wanted.tag));
    buffer_append(out, TEXT(" /ActualText "));
    append_text_string(out, actual);
    buffer_append(out, TEXT(">> BDC\n"));
    page->has_mark = true;
    page->current = page->wanted;
    show_piece(page, piece, line, x);
    end_mark(page);
}

/* Glyphs from begin on that are one cluster. */
static size_t cluster_end(const struct glyph_line *line, size_t begin)
{
    size_t end = begin + 1;
    while (end < line->count && line->glyphs[end].bytes == 0)
        end++;
    return end;
}

static struct text cluster_text(const struct glyph_line *line, size_t begin)
{
    const struct glyph *glyph = &line->glyphs[begin];
    return text_slice(line->text, glyph->cluster, (size_t)glyph->cluster + glyph->bytes);
}

static void page_glyphs(struct canvas *canvas, const struct glyph_line *line)
{
    struct page_canvas *page = (struct page_canvas *)canvas;
    int32_t x = line->x;
    for (size_t begin = 0, end; begin < line->count; begin = end) {
        const struct glyph *first = &line->glyphs[begin];
        bool is_right = true;
        end = begin;
        while (end < line->count && line->glyphs[end].face == first->face) {
            size_t next = cluster_end(line, end);
            struct text text = cluster_text(line, end);
            is_right = copies_right(page, &line->glyphs[end], next - end, text) ||
                       page->wanted.tag == NULL; /* artifacts are not read: no ActualText */
            if (!is_right && end > begin)
                break;
            end = next;
            if (!is_right)
                break;
        }
        bool is_alone = !is_right && end == cluster_end(line, begin);
        struct piece piece = {.face = fonts_face(page->press->fonts, first->face),
                              .glyphs = first,
                              .count = end - begin,
                              .size = line->ink.size};
        if (is_alone)
            show_with_actual_text(page, &piece, line, x,
                                  visible_text(page, cluster_text(line, begin)));
        else
            show_piece(page, &piece, line, x);
        for (size_t i = begin; i < end; i++)
            x += line->glyphs[i].advance;
    }
}

/* In a space of its own, whose origin is the middle of the baseline. */
static void page_slope(struct canvas *canvas, const struct glyph_line *line)
{
    struct page_canvas *page = (struct page_canvas *)canvas;
    struct graphics outside = page->graphics;
    struct glyph_line inside = *line;
    int32_t width = 0;
    for (size_t i = 0; i < line->count; i++)
        width += line->glyphs[i].advance;
    inside.x = -width / 2;
    inside.y = 0;
    ensure_mark(page);
    end_text(page);
    buffer_append(page->out, TEXT("q .7071 .7071 -.7071 .7071 "));
    append_pair(page->out, line->x, flip(page, line->y));
    buffer_append(page->out, TEXT("cm\n"));
    page->base = 0;
    page_glyphs(canvas, &inside);
    end_text(page);
    buffer_append(page->out, TEXT("Q\n"));
    page->base = page->order->page_height;
    page->graphics = outside;
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
    set_number(page, &page->graphics.spacing, 0, " Tc\n");
    set_number(page, &page->graphics.rise, 0, " Ts\n");
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
    end_mark(&page);
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
