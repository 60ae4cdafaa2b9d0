#include "core/base/slug.h"
#include "core/base/text_buffer.h"
#include <unicode/uchar.h>

#define SLUG_LENGTH 60 /* characters of a title */
#define SLUG_BYTES 112 /* the same in UTF-8: with prefix, number and extension under 143 */

static bool is_mark(uint32_t c)
{
    return (U_GET_GC_MASK((UChar32)c) & (U_GC_MN_MASK | U_GC_MC_MASK)) != 0;
}

static size_t utf8_size(uint32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

struct text slug_new(struct arena *arena, struct text words)
{
    struct text_buffer out = text_buffer_new(arena);
    size_t length = 0;
    for (size_t at = 0; at < words.size;) {
        uint32_t c = (uint32_t)u_tolower((UChar32)text_next(words, &at));
        bool is_begun = out.size > 0 && out.data[out.size - 1] != '-';
        bool stays = u_isalnum((UChar32)c) || c == '_' || (is_begun && is_mark(c));
        if (!stays && is_begun)
            buffer_append_byte(&out, '-');
        if (!stays)
            continue;
        if (++length > SLUG_LENGTH || out.size + utf8_size(c) > SLUG_BYTES)
            break;
        buffer_append_code_point(&out, c);
    }
    while (out.size > 0 && out.data[out.size - 1] == '-')
        out.size--;
    return buffer_text(&out);
}

bool slug_is_device(struct text slug)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul", "conin", "conout", "clock"};
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (text_is(slug, devices[i]))
            return true;
    bool is_port = text_starts_with(slug, TEXT("com")) || text_starts_with(slug, TEXT("lpt"));
    return is_port && slug.size == 4 && slug.data[3] >= '0' && slug.data[3] <= '9';
}
