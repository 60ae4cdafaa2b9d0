#include "core/base/base64.h"

void base64_append(struct text_buffer *out, struct text bytes)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t at = 0; at < bytes.size; at += 3) {
        size_t count = bytes.size - at < 3 ? bytes.size - at : 3;
        uint32_t group = 0;
        for (size_t i = 0; i < 3; i++)
            group = group << 8 | (i < count ? (unsigned char)bytes.data[at + i] : 0u);
        for (size_t i = 0; i < 4; i++)
            buffer_append_byte(out, i <= count ? digits[group >> (18 - 6 * i) & 63] : '=');
    }
}
