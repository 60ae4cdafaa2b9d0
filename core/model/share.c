#include "core/model/share.h"
#include "core/base/limits.h"
#include "core/base/script.h"
#include "core/base/text_buffer.h"

bool share_of(struct text text, int64_t *share)
{
    int64_t value = 0, scale = 100; /* of the next digit behind the point: hundredths of 1 % */
    bool has_digit = false, has_point = false;
    text = text_trim(text);
    for (size_t at = 0; at < text.size;) {
        uint32_t c = text_next(text, &at);
        if (digit_value(c) >= 0 && !has_point) {
            value = value * 10 + digit_value(c) * 100;
            has_digit = true;
        } else if (digit_value(c) >= 0) {
            scale /= 10;
            value += digit_value(c) * scale;
        } else if ((c == '.' || c == 0xFF0E) && has_digit && !has_point)
            has_point = true;
        else if (c == '%' || c == 0xFF05 || c == 0x5206) /* 分: points of a hundred */
            break;
        else if (!is_blank_code_point(c))
            return false;
        if (value > LIMIT_SHARE)
            return false;
    }
    if (has_digit)
        *share = value;
    return has_digit;
}

struct text share_text(struct arena *arena, int64_t share)
{
    struct text_buffer out = text_buffer_new(arena);
    buffer_append_int(&out, share / 100);
    if (share % 100 != 0) {
        buffer_append_byte(&out, '.');
        buffer_append_byte(&out, (char)('0' + share / 10 % 10));
        if (share % 10 != 0)
            buffer_append_byte(&out, (char)('0' + share % 10));
    }
    buffer_append_byte(&out, '%');
    return buffer_text(&out);
}
