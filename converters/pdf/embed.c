#include "converters/pdf/embed.h"
#include "converters/pdf/deflate.h"
#include "converters/pdf/syntax.h"
#include "core/base/threads.h"
#include <stdlib.h>
#include <string.h>

static int compare_resources(const void *a, const void *b)
{
    const struct used_face *x = a, *y = b;
    return strcmp(x->face->resource, y->face->resource);
}

/* The union of what all presses have shown of it; NULL: nothing. */
static uint8_t *merge_used(struct arena *arena, const struct face *face, size_t number,
                           struct press *const *presses, size_t press_count)
{
    uint8_t *merged = NULL;
    for (size_t i = 0; i < press_count; i++) {
        const uint8_t *used = press_used(presses[i], number);
        if (used == NULL)
            continue;
        if (merged == NULL)
            merged = arena_new_array(arena, face->glyph_count, uint8_t);
        for (size_t glyph = 0; glyph < face->glyph_count; glyph++)
            merged[glyph] |= used[glyph];
    }
    return merged;
}

static void collect_texts(struct arena *arena, struct used_face *face, size_t number,
                          const struct settled_claims *claims)
{
    face->texts = arena_new_array(arena, claims->count, struct glyph_text);
    for (size_t i = 0; i < claims->count; i++)
        if (claims->claims[i].face == number)
            face->texts[face->text_count++] =
                (struct glyph_text){claims->claims[i].glyph, claims->claims[i].text};
}

struct used_faces faces_used(struct arena *arena, struct fonts *fonts, struct press *const *presses,
                             size_t press_count, const struct settled_claims *claims)
{
    size_t count = fonts_face_count(fonts);
    struct used_faces faces = {.faces = arena_new_array(arena, count, struct used_face)};
    for (size_t i = 0; i < count; i++) {
        const struct face *face = fonts_face(fonts, i);
        uint8_t *used = merge_used(arena, face, i, presses, press_count);
        if (used == NULL)
            continue;
        struct used_face *added = &faces.faces[faces.count++];
        *added = (struct used_face){.face = face, .used = used};
        collect_texts(arena, added, i, claims);
    }
    qsort(faces.faces, faces.count, sizeof *faces.faces, compare_resources);
    return faces;
}

static void embed_one(void *data, size_t index)
{
    struct used_face *face = &((struct used_faces *)data)->faces[index];
    face->arena = arena_open(NULL, NULL);
    face->failed = !face_embed(face->face, face->arena, face->used, face->texts, face->text_count,
                               &face->embedded);
    struct deflater *deflater = face->failed ? NULL : deflater_open(DEFLATE_FAST);
    if (deflater == NULL) {
        face->failed = true;
        return;
    }
    face->program = deflater_run(deflater, face->arena, face->embedded.program);
    face->to_unicode = deflater_run(deflater, face->arena, face->embedded.to_unicode);
    deflater_close(deflater);
}

bool faces_embed(struct used_faces *faces, size_t threads)
{
    bool is_good = true;
    threads_run(threads, faces->count, embed_one, faces);
    for (size_t i = 0; i < faces->count; i++)
        is_good &= !faces->faces[i].failed;
    return is_good;
}

static uint32_t add_program(struct objects *objects, struct arena *arena,
                            const struct used_face *face)
{
    struct text_buffer body = text_buffer_new(arena);
    if (face->face->outlines == OUTLINES_TRUETYPE) {
        buffer_append_string(&body, "/Length1 ");
        buffer_append_int(&body, (int64_t)face->embedded.program.size);
    } else {
        buffer_append_string(&body, "/Subtype /CIDFontType0C");
    }
    return object_add_stream(objects, buffer_text(&body), face->program, STREAM_DEFLATED);
}

static uint32_t add_descriptor(struct objects *objects, struct arena *arena,
                               const struct used_face *face)
{
    bool is_truetype = face->face->outlines == OUTLINES_TRUETYPE;
    uint32_t program = add_program(objects, arena, face);
    struct text_buffer body = text_buffer_new(arena);
    buffer_append(&body, face->embedded.descriptor);
    buffer_append_string(&body, " /FontName /");
    buffer_append(&body, face->embedded.name);
    buffer_append_string(&body, is_truetype ? " /FontFile2 " : " /FontFile3 ");
    append_reference(&body, program);
    return object_add(objects, buffer_text(&body));
}

static uint32_t add_cid_font(struct objects *objects, struct arena *arena,
                             const struct used_face *face)
{
    bool is_truetype = face->face->outlines == OUTLINES_TRUETYPE;
    uint32_t descriptor = add_descriptor(objects, arena, face);
    struct text_buffer body = text_buffer_new(arena);
    buffer_append_string(&body, "/Type /Font /Subtype /");
    buffer_append_string(&body,
                         is_truetype ? "CIDFontType2 /CIDToGIDMap /Identity" : "CIDFontType0");
    buffer_append_string(&body, " /BaseFont /");
    buffer_append(&body, face->embedded.name);
    buffer_append_string(&body, " /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) "
                                "/Supplement 0>> /DW 1000 /W [");
    buffer_append(&body, face->embedded.widths);
    buffer_append_string(&body, "] /FontDescriptor ");
    append_reference(&body, descriptor);
    return object_add(objects, buffer_text(&body));
}

void faces_add(struct used_faces *faces, struct objects *objects, struct arena *arena)
{
    for (size_t i = 0; i < faces->count; i++) {
        struct used_face *face = &faces->faces[i];
        uint32_t cid_font = add_cid_font(objects, arena, face);
        uint32_t to_unicode =
            object_add_stream(objects, TEXT(""), face->to_unicode, STREAM_DEFLATED);
        struct text_buffer body = text_buffer_new(arena);
        buffer_append_string(&body, "/Type /Font /Subtype /Type0 /BaseFont /");
        buffer_append(&body, face->embedded.name);
        if (face->face->outlines != OUTLINES_TRUETYPE)
            buffer_append_string(&body, "-Identity-H");
        buffer_append_string(&body, " /Encoding /Identity-H /DescendantFonts [");
        append_reference(&body, cid_font);
        buffer_append_string(&body, "] /ToUnicode ");
        append_reference(&body, to_unicode);
        face->number = object_add(objects, buffer_text(&body));
    }
}

void faces_write_resources(const struct used_faces *faces, struct text_buffer *out)
{
    buffer_append_string(out, "/Font <<");
    for (size_t i = 0; i < faces->count; i++) {
        buffer_append_byte(out, '/');
        buffer_append_string(out, faces->faces[i].face->resource);
        buffer_append_byte(out, ' ');
        append_reference(out, faces->faces[i].number);
    }
    buffer_append_string(out, ">>");
}

void faces_close(struct used_faces *faces)
{
    for (size_t i = 0; i < faces->count; i++)
        arena_close(faces->faces[i].arena);
}
