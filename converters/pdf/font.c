#include "converters/pdf/font.h"
#include "converters/pdf/cff.h"
#include <assert.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <stdlib.h>
#include <string.h>

/* Rounds to nearest, halves away from zero. */
static int32_t scale_to_1000(int64_t units, int32_t units_per_em)
{
    int64_t twice = units * 2000 + (units < 0 ? -units_per_em : units_per_em);
    return (int32_t)(twice / (2 * (int64_t)units_per_em));
}

static struct text blob_text(hb_blob_t *blob)
{
    unsigned size;
    const char *data = hb_blob_get_data(blob, &size);
    return (struct text){data, size};
}

/* The file is mapped as long as the face lives; NULL: it cannot be. */
static hb_face_t *open_file(struct face_origin origin)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(origin.path);
    if (blob == NULL)
        return NULL;
    hb_face_t *face = hb_face_create(blob, origin.index);
    hb_blob_destroy(blob);
    return face;
}

static bool has_table(hb_face_t *hb_face, hb_tag_t tag)
{
    hb_blob_t *blob = hb_face_reference_table(hb_face, tag);
    bool has = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return has;
}

/* The kind of outlines and the code of each glyph; false: none that can be embedded. */
static bool read_outlines(struct face *face)
{
    for (unsigned i = 0; i < face->glyph_count; i++)
        face->codes[i] = (uint16_t)i;
    face->outlines = OUTLINES_TRUETYPE;
    hb_blob_t *blob = hb_face_reference_table(face->hb_face, HB_TAG('C', 'F', 'F', ' '));
    struct text table = blob_text(blob);
    bool is_good = table.size > 0 || has_table(face->hb_face, HB_TAG('g', 'l', 'y', 'f'));
    if (table.size > 0) {
        enum cff_kind kind = cff_charset(table, face->glyph_count, face->codes);
        face->outlines = kind == CFF_CID_KEYED ? OUTLINES_CFF_CID : OUTLINES_CFF;
        is_good = kind != CFF_BROKEN;
    }
    hb_blob_destroy(blob);
    return is_good;
}

/* A PDF name needs no escapes when it holds letters, digits and hyphens only. */
static const char *read_name(struct arena *arena, hb_face_t *hb_face)
{
    char *name = arena_alloc(arena, 64);
    unsigned size = 64;
    hb_ot_name_get_utf8(hb_face, HB_OT_NAME_ID_POSTSCRIPT_NAME, hb_language_from_string("en", -1),
                        &size, name);
    for (char *c = name; *c != '\0'; c++)
        if (!(*c >= 'a' && *c <= 'z') && !(*c >= 'A' && *c <= 'Z') && !(*c >= '0' && *c <= '9') &&
            *c != '-')
            *c = '_';
    return name[0] != '\0' ? name : "Font";
}

static void read_widths(struct face *face)
{
    for (unsigned i = 0; i < face->glyph_count; i++) {
        int32_t width =
            scale_to_1000(hb_font_get_glyph_h_advance(face->hb_font, i), face->units_per_em);
        face->widths[i] = (uint16_t)(width < 0 ? 0 : width > UINT16_MAX ? UINT16_MAX : width);
    }
}

/* Characters that only stand for others: radicals, compatibility forms. */
static bool is_compatibility(uint32_t c)
{
    return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x2F800 && c <= 0x2FA1F) || (c >= 0xFE30 && c <= 0xFE4F) || c == 0xA0 ||
           c == 0xAD || (c >= 0x2000 && c <= 0x200B) || c == 0x2010 || c == 0x2011;
}

/*
 * Copying gives the character everyone types: of those that share a glyph, the lowest that is no
 * compatibility form of another.
 */
static void read_characters(struct face *face)
{
    hb_set_t *all = hb_set_create();
    hb_face_collect_unicodes(face->hb_face, all);
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID, glyph; hb_set_next(all, &c);) {
        bool is_ligature = c >= 0xFB00 && c <= 0xFB06; /* stands for its letters, not for itself */
        if (is_ligature || !hb_font_get_nominal_glyph(face->hb_font, c, &glyph) ||
            glyph >= face->glyph_count)
            continue;
        uint32_t *known = &face->characters[glyph];
        if (*known == 0 || (is_compatibility(*known) && !is_compatibility(c)))
            *known = c;
    }
    hb_set_destroy(all);
}

/* The file's own name rather than its path: pages then do not depend on where fonts stand. */
static void name_resource(struct face *face)
{
    const char *slash = strrchr(face->origin.path, '/');
    uint64_t hash = text_hash(text_from_string(slash == NULL ? face->origin.path : slash + 1));
    hash = hash * 31 + face->origin.index * 4 + face->origin.is_faked_bold * 2u +
           face->origin.is_faked_italic;
    hash ^= hash >> 29;
    face->resource[0] = 'F';
    for (size_t i = 1; i < 6; i++, hash /= 26)
        face->resource[i] = (char)('a' + hash % 26);
}

struct face *face_open(struct arena *arena, struct face_origin origin)
{
    hb_face_t *hb_face = open_file(origin);
    if (hb_face == NULL)
        return NULL;
    struct face *face = arena_new(arena, struct face);
    face->origin = origin;
    face->hb_face = hb_face;
    hb_face_make_immutable(face->hb_face);
    face->hb_font = hb_font_create(face->hb_face);
    hb_font_make_immutable(face->hb_font);
    face->glyph_count = hb_face_get_glyph_count(face->hb_face);
    face->units_per_em = (int32_t)hb_face_get_upem(face->hb_face);
    if (face->glyph_count == 0 || face->glyph_count > 65536) {
        face_close(face);
        return NULL;
    }
    face->codes = arena_new_array(arena, face->glyph_count, uint16_t);
    face->widths = arena_new_array(arena, face->glyph_count, uint16_t);
    face->characters = arena_new_array(arena, face->glyph_count, uint32_t);
    if (!read_outlines(face)) {
        face_close(face);
        return NULL;
    }
    face->name = read_name(arena, face->hb_face);
    read_widths(face);
    read_characters(face);
    name_resource(face);
    return face;
}

void face_close(struct face *face)
{
    hb_font_destroy(face->hb_font);
    hb_face_destroy(face->hb_face);
}

bool face_has(const struct face *face, uint32_t character, uint32_t *glyph)
{
    hb_codepoint_t found = 0;
    bool has = hb_font_get_nominal_glyph(face->hb_font, character, &found) && found != 0 &&
               found < face->glyph_count;
    *glyph = has ? found : 0;
    return has;
}

static int32_t metric(const struct face *face, hb_ot_metrics_tag_t tag, int32_t fallback)
{
    hb_position_t units;
    if (!hb_ot_metrics_get_position(face->hb_font, tag, &units) || units == 0)
        return fallback;
    return scale_to_1000(units, face->units_per_em);
}

struct font_metrics face_metrics(const struct face *face)
{
    struct font_metrics m;
    m.ascent = metric(face, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 880);
    m.descent = metric(face, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -120);
    m.cap_height = metric(face, HB_OT_METRICS_TAG_CAP_HEIGHT, 720);
    m.underline_position = metric(face, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -125);
    m.underline_thickness = metric(face, HB_OT_METRICS_TAG_UNDERLINE_SIZE, 50);
    m.strike_position = metric(face, HB_OT_METRICS_TAG_STRIKEOUT_OFFSET, 300);
    return m;
}

/* ---- what is embedded ---- */

/* Tables that draw nothing: a PDF's text needs no layout, names or character map. */
static void drop_tables(hb_subset_input_t *input)
{
    static const char *const dropped[] = {
        "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "name", "OS/2", "post", "cmap", "VORG", "vhea",
        "vmtx", "STAT", "MATH", "DSIG", "gasp", "kern", "hdmx", "VDMX", "LTSH", "EBDT", "EBLC",
        "EBSC", "bdat", "bloc", "morx", "mort", "feat", "SVG ", "COLR", "CPAL", "fvar", "gvar",
        "avar", "HVAR", "MVAR", "CBDT", "CBLC", "sbix", "meta", "PCLT", "FFTM", "Silf", "Graphite"};
    hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        hb_set_add(drop, hb_tag_from_string(dropped[i], 4));
}

static bool subset_program(const struct face *face, struct arena *arena, const uint8_t *used,
                           struct text *program)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (input == NULL)
        return false;
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (unsigned i = 0; i < face->glyph_count; i++)
        if (used[i])
            hb_set_add(glyphs, i);
    /* hb-subset keeps the charset of CID-keyed fonts, so codes stay valid without RETAIN_GIDS. */
    unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE;
    if (face->outlines != OUTLINES_CFF_CID)
        flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
    hb_subset_input_set_flags(input, flags);
    drop_tables(input);
    /* mapped apart: cutting down reads most of a font, which then leaves memory */
    hb_face_t *whole = open_file(face->origin);
    hb_face_t *subset = whole == NULL ? NULL : hb_subset_or_fail(whole, input);
    hb_face_destroy(whole);
    hb_subset_input_destroy(input);
    if (subset == NULL)
        return false;
    hb_blob_t *blob = face->outlines == OUTLINES_TRUETYPE
                          ? hb_face_reference_blob(subset)
                          : hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '));
    *program = text_copy(arena, blob_text(blob));
    hb_blob_destroy(blob);
    hb_face_destroy(subset);
    return program->size > 0;
}

/* The glyph of each code, or -1; [65536]. */
static int32_t *glyphs_by_code(const struct face *face, struct arena *arena, const uint8_t *used)
{
    int32_t *glyphs = arena_new_array(arena, 65536, int32_t);
    for (size_t i = 0; i < 65536; i++)
        glyphs[i] = -1;
    for (unsigned i = 0; i < face->glyph_count; i++)
        if (used[i])
            glyphs[face->codes[i]] = (int32_t)i;
    return glyphs;
}

/* "code [w w w] code [w]" in runs of codes (ISO 32000-1, 9.7.4.3); 1000 is the default width. */
static struct text write_widths(const struct face *face, struct arena *arena, const int32_t *glyphs)
{
    struct text_buffer out = text_buffer_new(arena);
    int32_t last = -2;
    for (int32_t code = 0; code < 65536; code++) {
        if (glyphs[code] < 0 || face->widths[glyphs[code]] == 1000)
            continue;
        if (code != last + 1) {
            if (last >= 0)
                buffer_append_byte(&out, ']');
            buffer_append_int(&out, code);
            buffer_append_byte(&out, '[');
        } else {
            buffer_append_byte(&out, ' ');
        }
        buffer_append_int(&out, face->widths[glyphs[code]]);
        last = code;
    }
    if (last >= 0)
        buffer_append_byte(&out, ']');
    return buffer_text(&out);
}

static void append_utf16_hex(struct text_buffer *out, struct text t)
{
    for (size_t i = 0; i < t.size;) {
        uint32_t c = text_next(t, &i);
        if (c >= 0x10000)
            buffer_append_format(out, "%04X%04X", 0xD800 | (unsigned)((c - 0x10000) >> 10),
                                 0xDC00 | (unsigned)(c & 0x3FF));
        else
            buffer_append_format(out, "%04X", (unsigned)c);
    }
}

static const struct glyph_text *find_text(const struct glyph_text *texts, size_t count,
                                          uint32_t glyph)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (texts[middle].glyph < glyph)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && texts[low].glyph == glyph ? &texts[low] : NULL;
}

#define CMAP_BLOCK 100 /* entries a bfchar block may have (Adobe Technical Note 5411) */

struct cmap_writer {
    struct text_buffer out, block;
    int64_t pending;
};

static void flush_block(struct cmap_writer *cmap)
{
    if (cmap->pending == 0)
        return;
    buffer_append_int(&cmap->out, cmap->pending);
    buffer_append_string(&cmap->out, " beginbfchar\n");
    buffer_append(&cmap->out, buffer_text(&cmap->block));
    buffer_append_string(&cmap->out, "endbfchar\n");
    cmap->block.size = 0;
    cmap->pending = 0;
}

static void append_mapping(struct cmap_writer *cmap, int32_t code, struct text t)
{
    buffer_append_format(&cmap->block, "<%04X> <", (unsigned)code);
    append_utf16_hex(&cmap->block, t);
    buffer_append_string(&cmap->block, ">\n");
    if (++cmap->pending == CMAP_BLOCK)
        flush_block(cmap);
}

static struct text write_to_unicode(const struct face *face, struct arena *arena,
                                    const int32_t *glyphs, const struct glyph_text *texts,
                                    size_t text_count)
{
    struct cmap_writer cmap = {.out = text_buffer_new(arena), .block = text_buffer_new(arena)};
    buffer_append_string(&cmap.out,
                         "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                         "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) "
                         "/Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n"
                         "/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n"
                         "endcodespacerange\n");
    struct text_buffer utf8 = text_buffer_new(arena);
    for (int32_t code = 0; code < 65536; code++) {
        if (glyphs[code] < 0)
            continue;
        uint32_t glyph = (uint32_t)glyphs[code];
        const struct glyph_text *found = find_text(texts, text_count, glyph);
        utf8.size = 0;
        if (face->characters[glyph] != 0)
            buffer_append_code_point(&utf8, face->characters[glyph]);
        else if (found != NULL)
            buffer_append(&utf8, found->text);
        else
            buffer_append_code_point(&utf8, 0xFFFD); /* .notdef: PDF/UA wants a mapping for all */
        append_mapping(&cmap, code, buffer_text(&utf8));
    }
    flush_block(&cmap);
    buffer_append_string(&cmap.out,
                         "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return buffer_text(&cmap.out);
}

static struct text write_descriptor(const struct face *face, struct arena *arena)
{
    struct text_buffer out = text_buffer_new(arena);
    hb_blob_t *head = hb_face_reference_table(face->hb_face, HB_TAG('h', 'e', 'a', 'd'));
    struct text table = blob_text(head);
    const unsigned char *bytes = (const unsigned char *)table.data;
    buffer_append_string(&out, "/Type /FontDescriptor /Flags 4 /FontBBox [");
    for (size_t i = 0; i < 4; i++) { /* xMin, yMin, xMax, yMax stand at offset 36 */
        int32_t units = table.size < 54 ? 0 : bytes[36 + 2 * i] << 8 | bytes[37 + 2 * i];
        if (units >= 0x8000)
            units -= 0x10000;
        buffer_append_int(&out, scale_to_1000(units, face->units_per_em));
        buffer_append_byte(&out, i < 3 ? ' ' : ']');
    }
    hb_blob_destroy(head);
    struct font_metrics m = face_metrics(face);
    buffer_append_format(&out, " /ItalicAngle %d /Ascent %d /Descent %d /CapHeight %d /StemV %d",
                         face->origin.is_faked_italic ? -12 : 0, m.ascent, m.descent, m.cap_height,
                         face->origin.is_faked_bold ? 140 : 80);
    return buffer_text(&out);
}

/* The subset tag: six letters that differ when the glyphs do (ISO 32000-1, 9.6.4). */
static struct text write_name(const struct face *face, struct arena *arena, const uint8_t *used)
{
    struct text_buffer out = text_buffer_new(arena);
    uint64_t hash =
        text_hash((struct text){(const char *)used, face->glyph_count}) ^ face->origin.index;
    hash ^= hash >> 31;
    for (size_t i = 0; i < 6; i++, hash /= 26)
        buffer_append_byte(&out, (char)('A' + hash % 26));
    buffer_append_byte(&out, '+');
    buffer_append_string(&out, face->name);
    return buffer_text(&out);
}

bool face_embed(const struct face *face, struct arena *arena, const uint8_t *used,
                const struct glyph_text *texts, size_t text_count, struct embedded_face *embedded)
{
    if (!subset_program(face, arena, used, &embedded->program))
        return false;
    const int32_t *glyphs = glyphs_by_code(face, arena, used);
    embedded->widths = write_widths(face, arena, glyphs);
    embedded->to_unicode = write_to_unicode(face, arena, glyphs, texts, text_count);
    embedded->name = write_name(face, arena, used);
    embedded->descriptor = write_descriptor(face, arena);
    return true;
}
