#include "converters/pdf/syntax.h"

void append_fixed(struct text_buffer *out, int64_t thousandths)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t n = thousandths < 0 ? 0 - (uint64_t)thousandths : (uint64_t)thousandths;
    uint64_t fraction = n % 1000;
    n /= 1000;
    for (unsigned place = 0; place < 3; place++, fraction /= 10)
        if (fraction % 10 != 0 || at < sizeof digits)
            digits[--at] = (char)('0' + fraction % 10);
    if (at < sizeof digits)
        digits[--at] = '.';
    do
        digits[--at] = (char)('0' + n % 10);
    while ((n /= 10) != 0);
    if (thousandths < 0)
        digits[--at] = '-';
    buffer_append(out, (struct text){digits + at, sizeof digits - at});
}

void append_pair(struct text_buffer *out, int32_t x, int32_t y)
{
    append_fixed(out, x);
    buffer_append_byte(out, ' ');
    append_fixed(out, y);
    buffer_append_byte(out, ' ');
}

void append_reference(struct text_buffer *out, uint32_t number)
{
    buffer_append_int(out, number);
    buffer_append(out, TEXT(" 0 R"));
}

static void append_byte_hex(struct text_buffer *out, unsigned byte)
{
    static const char digits[] = "0123456789ABCDEF";
    char *place = buffer_reserve(out, 2);
    place[0] = digits[byte >> 4 & 15];
    place[1] = digits[byte & 15];
    out->size += 2;
}

void append_hex(struct text_buffer *out, struct text t)
{
    for (size_t i = 0; i < t.size; i++)
        append_byte_hex(out, (unsigned char)t.data[i]);
}

static void append_unit(struct text_buffer *out, unsigned unit)
{
    append_byte_hex(out, unit >> 8 & 255);
    append_byte_hex(out, unit & 255);
}

void append_text_string(struct text_buffer *out, struct text t)
{
    buffer_append_string(out, "<FEFF");
    for (size_t i = 0; i < t.size;) {
        uint32_t c = text_next(t, &i);
        if (c >= 0x10000) {
            append_unit(out, 0xD800 | (c - 0x10000) >> 10);
            append_unit(out, 0xDC00 | (c & 0x3FF));
        } else {
            append_unit(out, c);
        }
    }
    buffer_append_byte(out, '>');
}

void append_colour(struct text_buffer *out, uint32_t colour)
{
    for (int shift = 16; shift >= 0; shift -= 8) {
        append_fixed(out, ((colour >> shift & 255) * 1000 + 127) / 255);
        if (shift > 0)
            buffer_append_byte(out, ' ');
    }
}
