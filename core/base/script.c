#include "core/base/script.h"
#include <unicode/uscript.h>

bool is_rare_han_like(uint32_t c)
{
    if (c < 0x2E80) /* dashes, ellipses and curly quotes are shared with Latin */
        return c == 0x2014 || c == 0x2026 || (c >= 0x2018 && c <= 0x201D);
    if ((c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF00 && c <= 0xFFEF))
        return true;
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)c, &error);
    return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
           script == USCRIPT_BOPOMOFO;
}

bool blank_shows_between(uint32_t before, uint32_t after)
{
    return !(is_han_like(before) && is_han_like(after));
}

const char *colon_after(struct text words)
{
    return words.size > 0 && (unsigned char)words.data[words.size - 1] < 0x80 ? ": " : "：";
}

/* 「希望你能完成這些工作——」 over them: a colon of Chinese. */
static const struct text han_dash = TEXT_INIT("——");

struct text name_without_colon(struct text name)
{
    size_t end = name.size;
    if (text_ends_with(name, han_dash))
        end -= han_dash.size;
    else if (ends_in_colon(name))
        text_previous(name, &end);
    return text_trim(text_slice(name, 0, end));
}

bool begins_in_small_letter(struct text words)
{
    return words.size > 0 && words.data[0] >= 'a' && words.data[0] <= 'z';
}

bool begins_in_capital_letter(struct text words)
{
    return words.size > 0 && words.data[0] >= 'A' && words.data[0] <= 'Z';
}

bool ends_in_colon(struct text words)
{
    size_t last = words.size;
    return words.size > 0 &&
           (is_colon(text_previous(words, &last)) || text_ends_with(words, han_dash));
}

bool ends_in_percent(struct text words)
{
    return text_ends_with(words, TEXT("%")) || text_ends_with(words, TEXT("％"));
}

int digit_value(uint32_t c)
{
    if (c >= '0' && c <= '9')
        return (int)(c - '0');
    return c >= 0xFF10 && c <= 0xFF19 ? (int)(c - 0xFF10) : -1;
}

/* Arrows, stars and dingbats, but for ① and its like; pictures; what joins and colours them. */
static bool is_pictograph(uint32_t c)
{
    return (c >= 0x2190 && c < 0x2460) || (c >= 0x2500 && c < 0x2C00) ||
           (c >= 0x1F000 && c < 0x20000) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0x200D ||
           c == 0x20E3;
}

static bool is_of_shortcode(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '+';
}

size_t shortcode_size(struct text words)
{
    size_t end = 1;
    while (end < words.size && is_of_shortcode(words.data[end]))
        end++;
    bool is_closed = end < words.size && words.data[end] == ':';
    return words.size > 2 && words.data[0] == ':' && is_closed &&
                   begins_in_small_letter(text_from(words, 1))
               ? end + 1
               : 0;
}

/* Bytes of 1️⃣, a digit in the picture of a key, at the beginning; 0: there is none. */
static size_t keycap_size(struct text words)
{
    static const struct text keys[] = {TEXT_INIT("\xEF\xB8\x8F\xE2\x83\xA3"),
                                       TEXT_INIT("\xE2\x83\xA3")};
    for (size_t i = 0; words.size > 0 && i < sizeof keys / sizeof *keys; i++)
        if (words.data[0] >= '0' && words.data[0] <= '9' &&
            text_starts_with(text_from(words, 1), keys[i]))
            return 1 + keys[i].size;
    return 0;
}

struct text without_pictographs(struct text words)
{
    size_t begin = 0, end = words.size;
    for (size_t at = 0; at < end; begin = at) {
        size_t code = shortcode_size(text_from(words, at));
        code = code > 0 ? code : keycap_size(text_from(words, at));
        at += code;
        uint32_t c = code > 0 ? ' ' : text_next(words, &at);
        if (!is_pictograph(c) && !is_blank_code_point(c))
            break;
    }
    for (size_t at = end; at > begin; end = at) {
        uint32_t c = text_previous(words, &at);
        if (!is_pictograph(c) && !is_blank_code_point(c))
            break;
    }
    return text_slice(words, begin, end);
}

bool is_latin_text(struct text words)
{
    for (size_t at = 0; at < words.size;) {
        uint32_t c = text_next(words, &at);
        if (c >= 0x2E80 && !is_pictograph(c))
            return false;
    }
    return true;
}

/* The first wide colon in front of end that begins with the byte, as few other characters do. */
static size_t find_wide_colon(struct text words, int first, size_t end)
{
    for (size_t at = 0; at < end; at++) {
        const char *hit = memchr(words.data + at, first, end - at);
        if (hit == NULL)
            break;
        size_t next = at = (size_t)(hit - words.data);
        if (is_colon(text_next(words, &next)))
            return at;
    }
    return end;
}

size_t find_colon(struct text words, size_t *width)
{
    static const size_t wide = sizeof "：" - 1; /* as all of them */
    size_t at = find_wide_colon(words, 0xE2, find_wide_colon(words, 0xEF, words.size));
    *width = at < words.size ? wide : 1;
    return at < words.size ? at : text_find(words, TEXT(":"), 0);
}

static const struct text black_open = TEXT_INIT("【"), black_close = TEXT_INIT("】");

bool is_in_black_brackets(struct text words)
{
    return words.size > black_open.size + black_close.size && text_starts_with(words, black_open) &&
           text_find(words, black_close, 0) == words.size - black_close.size;
}

bool part_black_brackets(struct text words, struct text *inside, struct text *behind)
{
    if (!text_starts_with(words, black_open))
        return false;
    size_t end = text_find(words, black_close, black_open.size);
    if (end == TEXT_NOT_FOUND)
        return false;
    *inside = text_slice(words, black_open.size, end);
    *behind = text_trim(text_from(words, end + black_close.size));
    return true;
}
