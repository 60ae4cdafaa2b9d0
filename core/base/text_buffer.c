#include "core/base/text_buffer.h"
#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

struct text_buffer text_buffer_new(struct arena *arena)
{
    return (struct text_buffer){.arena = arena};
}

char *buffer_reserve(struct text_buffer *buffer, size_t size)
{
    size_t needed = size_add(buffer->size, size);
    if (needed > buffer->capacity || buffer->data == NULL) {
        size_t capacity = buffer->capacity < 64 ? 64 : size_mul(buffer->capacity, 2);
        if (capacity < needed)
            capacity = needed;
        buffer->data = arena_grow(buffer->arena, buffer->data, buffer->capacity, capacity);
        buffer->capacity = capacity;
    }
    return buffer->data + buffer->size;
}

void buffer_append(struct text_buffer *buffer, struct text t)
{
    if (t.size == 0)
        return;
    memcpy(buffer_reserve(buffer, t.size), t.data, t.size);
    buffer->size += t.size;
}

void buffer_append_string(struct text_buffer *buffer, const char *string)
{
    buffer_append(buffer, text_from_string(string));
}

void buffer_append_byte(struct text_buffer *buffer, char byte)
{
    *buffer_reserve(buffer, 1) = byte;
    buffer->size++;
}

void buffer_append_code_point(struct text_buffer *buffer, uint32_t c)
{
    uint8_t bytes[4];
    int32_t size = 0;
    UBool error = false;
    U8_APPEND(bytes, size, 4, c, error);
    if (error)
        buffer_append(buffer, TEXT("\xEF\xBF\xBD"));
    else
        buffer_append(buffer, (struct text){(const char *)bytes, (size_t)size});
}

void buffer_append_shown(struct text_buffer *buffer, struct text t)
{
    size_t shown = 0; /* so much stands in the buffer */
    for (size_t at = 0, next = 0; at < t.size; at = next) {
        uint32_t c = text_next(t, &next);
        bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
        if (!is_control)
            continue;
        buffer_append(buffer, text_slice(t, shown, at));
        buffer_append_code_point(buffer, c == '\t' || c == '\n' ? ' ' : 0xFFFD);
        shown = next;
    }
    buffer_append(buffer, text_from(t, shown));
}

bool buffer_append_xml(struct text_buffer *buffer, struct text t)
{
    size_t taken = 0; /* so much stands in the buffer */
    bool any = false;
    for (size_t at = 0, next = 0; at < t.size; at = next) {
        if (is_xml_character(text_next(t, &next)))
            continue;
        buffer_append(buffer, text_slice(t, taken, at));
        buffer_append_code_point(buffer, 0xFFFD);
        taken = next;
        any = true;
    }
    buffer_append(buffer, text_from(t, taken));
    return any;
}

void buffer_append_int(struct text_buffer *buffer, int64_t n)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    do
        digits[--at] = (char)('0' + rest % 10);
    while ((rest /= 10) != 0);
    if (n < 0)
        digits[--at] = '-';
    buffer_append(buffer, (struct text){digits + at, sizeof digits - at});
}

void buffer_append_format(struct text_buffer *buffer, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (size > 0) {
        char *room = buffer_reserve(buffer, (size_t)size + 1);
        vsnprintf(room, (size_t)size + 1, format, again);
        buffer->size += (size_t)size;
    }
    va_end(again);
}

struct text buffer_text(const struct text_buffer *buffer)
{
    return (struct text){buffer->data, buffer->size};
}

const char *buffer_string(struct text_buffer *buffer)
{
    *buffer_reserve(buffer, 1) = '\0';
    return buffer->data;
}

struct text text_from_number(struct arena *arena, uint64_t n)
{
    struct text_buffer out = text_buffer_new(arena);
    buffer_append_int(&out, (int64_t)n);
    return buffer_text(&out);
}
