#include "converters/docx/part_name.h"
#include "core/base/text_buffer.h"

static void append_decoded(struct text_buffer *out, struct text t)
{
    for (size_t i = 0; i < t.size; i++) {
        int high = i + 2 < t.size && t.data[i] == '%' ? hex_digit(t.data[i + 1]) : -1;
        int low = high < 0 ? -1 : hex_digit(t.data[i + 2]);
        if (low > 0 || (low == 0 && high > 0)) {
            buffer_append_byte(out, (char)(high * 16 + low));
            i += 2;
        } else
            buffer_append_byte(out, t.data[i]);
    }
}

/* One segment of a path onto out; ".." takes the last one off again. */
static void append_segment(struct text_buffer *out, struct text segment)
{
    if (segment.size == 0 || text_is(segment, "."))
        return;
    if (!text_is(segment, "..")) {
        if (out->size > 0)
            buffer_append_byte(out, '/');
        append_decoded(out, segment);
        return;
    }
    while (out->size > 0 && out->data[out->size - 1] != '/')
        out->size--;
    if (out->size > 0)
        out->size--;
}

static void append_path(struct text_buffer *out, struct text path)
{
    for (size_t begin = 0; begin < path.size;) {
        size_t end = begin;
        while (end < path.size && path.data[end] != '/' && path.data[end] != '\\')
            end++;
        append_segment(out, text_slice(path, begin, end));
        begin = end + 1;
    }
}

static size_t folder_size(struct text part)
{
    size_t size = part.size;
    while (size > 0 && part.data[size - 1] != '/')
        size--;
    return size;
}

struct text part_resolve(struct arena *arena, struct text part, struct text target)
{
    struct text_buffer out = text_buffer_new(arena);
    if (!text_starts_with(target, TEXT("/")) && !text_starts_with(target, TEXT("\\")))
        buffer_append(&out, text_slice(part, 0, folder_size(part)));
    if (out.size > 0)
        out.size--; /* its slash */
    append_path(&out, target);
    struct text path = buffer_text(&out);
    return text_is_utf8(path) ? path : text_copy(arena, target);
}

struct text part_relationships_of(struct arena *arena, struct text part)
{
    struct text_buffer out = text_buffer_new(arena);
    size_t folder = folder_size(part);
    buffer_append(&out, text_slice(part, 0, folder));
    buffer_append(&out, TEXT("_rels/"));
    buffer_append(&out, text_from(part, folder));
    buffer_append(&out, TEXT(".rels"));
    return buffer_text(&out);
}
