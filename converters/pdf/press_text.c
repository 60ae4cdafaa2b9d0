/* Lines of glyphs as operators of text, and the text that readers and copiers get from them. */
#include "converters/pdf/page_canvas.h"
#include "converters/pdf/syntax.h"
#include "converters/pdf/tagtree.h"

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
        page_set_stroke(page, ink.colour, ink.size / 30);
    if (page->graphics.is_stroked_text == is_stroked)
        return;
    page->graphics.is_stroked_text = is_stroked;
    buffer_append_string(page->out, is_stroked ? "2 Tr\n" : "0 Tr\n");
}

void page_set_number(struct page_canvas *page, int32_t *state, int32_t value, const char *operator)
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
            page_set_number(page, &page->graphics.rise, glyph->y_offset, " Ts\n");
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
    page_ensure_mark(page);
    move_to(page, piece->face, x + piece->glyphs->x_offset, flip(page, line->y));
    page_set_fill(page, line->ink.colour);
    set_font(page, piece->face, piece->size);
    set_weight(page, piece->face, line->ink);
    page_set_number(page, &page->graphics.spacing, spacing, " Tc\n");
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
    page_end_mark(page);
    buffer_append(out, TEXT("/Span <</MCID "));
    buffer_append_int(out, page_add_mark(page, page->wanted.tag));
    buffer_append(out, TEXT(" /ActualText "));
    append_text_string(out, actual);
    buffer_append(out, TEXT(">> BDC\n"));
    page->has_mark = true;
    page->current = page->wanted;
    show_piece(page, piece, line, x);
    page_end_mark(page);
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

void page_glyphs(struct canvas *canvas, const struct glyph_line *line)
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
void page_slope(struct canvas *canvas, const struct glyph_line *line)
{
    struct page_canvas *page = (struct page_canvas *)canvas;
    struct graphics outside = page->graphics;
    struct glyph_line inside = *line;
    int32_t width = 0;
    for (size_t i = 0; i < line->count; i++)
        width += line->glyphs[i].advance;
    inside.x = -width / 2;
    inside.y = 0;
    page_ensure_mark(page);
    page_end_text(page);
    buffer_append(page->out, TEXT("q .7071 .7071 -.7071 .7071 "));
    append_pair(page->out, line->x, flip(page, line->y));
    buffer_append(page->out, TEXT("cm\n"));
    page->base = 0;
    page_glyphs(canvas, &inside);
    page_end_text(page);
    buffer_append(page->out, TEXT("Q\n"));
    page->base = page->order->page_height;
    page->graphics = outside;
}
