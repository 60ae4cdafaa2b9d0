#include "core/base/text.h"
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

struct text text_none_at(struct text t, size_t begin)
{
    return (struct text){t.data == NULL ? NULL : t.data + (begin < t.size ? begin : t.size), 0};
}

const char *text_to_string(struct arena *arena, struct text t)
{
    char *copy = arena_alloc(arena, size_add(t.size, 1));
    if (t.size > 0)
        memcpy(copy, t.data, t.size);
    return copy;
}

struct text text_copy(struct arena *arena, struct text t)
{
    return (struct text){text_to_string(arena, t), t.size};
}

/* A well-formed sequence of three with any lead but the two that need a closer look: most of Han.
 */
static bool is_common_three(const uint8_t *bytes, size_t size)
{
    return size >= 3 && bytes[0] > 0xE0 && bytes[0] < 0xED && (bytes[1] & 0xC0) == 0x80 &&
           (bytes[2] & 0xC0) == 0x80;
}

/* The bits of a word that the mask has, as bytes in the order of the text. */
static bool word_has(const uint8_t *bytes, const char mask[8], const char bits[8])
{
    uint64_t word, masked, wanted;
    memcpy(&word, bytes, sizeof word);
    memcpy(&masked, mask, sizeof masked);
    memcpy(&wanted, bits, sizeof wanted);
    return (word & masked) == wanted;
}

static bool is_eight_ascii(const uint8_t *bytes, size_t size)
{
    return size >= 8 && word_has(bytes, "\x80\x80\x80\x80\x80\x80\x80\x80", "\0\0\0\0\0\0\0\0");
}

/* Two of is_common_three. */
static bool are_two_threes(const uint8_t *bytes, size_t size)
{
    return size >= 8 &&
           word_has(bytes, "\xF0\xC0\xC0\xF0\xC0\xC0\0\0", "\xE0\x80\x80\xE0\x80\x80\0\0") &&
           bytes[0] != 0xE0 && bytes[3] != 0xE0 && bytes[0] < 0xED && bytes[3] < 0xED;
}

size_t text_utf8_fault(struct text t)
{
    const uint8_t *bytes = (const uint8_t *)t.data;
    size_t i = 0;
    while (i < t.size) {
        while (is_eight_ascii(bytes + i, t.size - i))
            i += 8;
        while (i < t.size && bytes[i] < 0x80)
            i++;
        while (are_two_threes(bytes + i, t.size - i))
            i += 6;
        while (is_common_three(bytes + i, t.size - i))
            i += 3;
        if (i == t.size || bytes[i] < 0x80)
            continue;
        /* ICU's macros count in int32_t: look at one sequence, at most four bytes, at a time. */
        int32_t at = 0, left = t.size - i < 4 ? (int32_t)(t.size - i) : 4;
        UChar32 c;
        U8_NEXT(bytes + i, at, left, c);
        if (c < 0)
            return i;
        i += (size_t)at;
    }
    return t.size;
}

bool text_is_utf8(struct text t) { return text_utf8_fault(t) == t.size; }

static char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

bool text_equal_ascii_case(struct text a, struct text b)
{
    if (a.size != b.size)
        return false;
    for (size_t i = 0; i < a.size; i++)
        if (ascii_lower(a.data[i]) != ascii_lower(b.data[i]))
            return false;
    return true;
}

/* Most words differ in their first bytes: their lengths are not asked for. */
static bool is_ascii_case(struct text t, const char *name)
{
    size_t i = 0;
    while (i < t.size && name[i] != '\0' && ascii_lower(t.data[i]) == ascii_lower(name[i]))
        i++;
    return i == t.size && name[i] == '\0';
}

static bool starts_with_string(struct text t, const char *word)
{
    size_t i = 0;
    while (i < t.size && word[i] != '\0' && t.data[i] == word[i])
        i++;
    return word[i] == '\0';
}

bool text_is_one_of(struct text t, const char *const *names)
{
    while (*names != NULL && !is_ascii_case(t, *names))
        names++;
    return *names != NULL;
}

bool text_starts_with_one_of(struct text t, const char *const *words)
{
    while (*words != NULL && !starts_with_string(t, *words))
        words++;
    return *words != NULL;
}

size_t text_opening_size(struct text t, const char *const *words)
{
    for (; *words != NULL; words++) {
        size_t size = 0;
        while (size < t.size && (*words)[size] != '\0' &&
               ascii_lower(t.data[size]) == ascii_lower((*words)[size]))
            size++;
        if ((*words)[size] == '\0')
            return size;
    }
    return 0;
}

bool text_ends_with_one_of(struct text t, const char *const *words)
{
    if (t.data == NULL)
        return false; /* it has no end */
    while (*words != NULL && !text_ends_with(t, text_from_string(*words)))
        words++;
    return *words != NULL;
}

struct text text_without_end(struct text t, const char *const *words)
{
    for (; *words != NULL; words++) {
        size_t end = strlen(*words);
        if (t.size > end && memcmp(t.data + t.size - end, *words, end) == 0)
            return text_trim(text_slice(t, 0, t.size - end));
    }
    return t;
}

bool text_has_digit(struct text t)
{
    for (size_t i = 0; i < t.size; i++)
        if (is_ascii_digit(t.data[i]))
            return true;
    return false;
}

bool text_has_ascii(struct text t)
{
    const uint8_t *bytes = (const uint8_t *)t.data;
    size_t at = 0;
    while (t.size - at >= 8 && word_has(bytes + at, "\x80\x80\x80\x80\x80\x80\x80\x80",
                                        "\x80\x80\x80\x80\x80\x80\x80\x80"))
        at += 8;
    while (at < t.size && bytes[at] >= 0x80)
        at++;
    return at < t.size;
}

struct text text_head(struct text t, size_t bytes)
{
    size_t end = t.size < bytes ? t.size : bytes;
    while (end < t.size && ((unsigned char)t.data[end] & 0xC0) == 0x80)
        end--;
    return text_slice(t, 0, end);
}

size_t text_indent(struct text line)
{
    size_t indent = 0;
    while (indent < line.size && (line.data[indent] == ' ' || line.data[indent] == '\t'))
        indent++;
    return indent;
}

int text_compare(struct text a, struct text b)
{
    size_t shorter = a.size < b.size ? a.size : b.size;
    int order = shorter == 0 ? 0 : memcmp(a.data, b.data, shorter);
    if (order != 0)
        return order;
    return a.size < b.size ? -1 : a.size > b.size;
}

int text_order(const void *a, const void *b)
{
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

/* The next byte but one tells most places apart that have the byte looked for: a call costs more. */
static bool is_at(const char *place, struct text needle)
{
    size_t beside = needle.size > 1 ? needle.size - 2 : 0;
    return place[0] == needle.data[0] && place[beside] == needle.data[beside] &&
           memcmp(place, needle.data, needle.size) == 0;
}

size_t text_find(struct text t, struct text needle, size_t from)
{
    if (needle.size == 0)
        return from <= t.size ? from : TEXT_NOT_FOUND;
    /* Han of one text share their first bytes, so the last one is looked for */
    size_t key = (needle.data[0] & 0x80) == 0 ? 0 : needle.size - 1;
    while (from < t.size && t.size - from >= needle.size) {
        const char *hit =
            memchr(t.data + from + key, needle.data[key], t.size - from - needle.size + 1);
        if (hit == NULL)
            return TEXT_NOT_FOUND;
        from = (size_t)(hit - t.data) - key;
        if (is_at(t.data + from, needle))
            return from;
        from++;
    }
    return TEXT_NOT_FOUND;
}

uint64_t text_bits(struct text t)
{
    uint64_t bits = 0;
    for (size_t i = 0; i < t.size; i++)
        bits |= text_bit(t.data[i]);
    return bits;
}

/* Han of one set share their first bytes, so the last one is looked for. */
bool text_has_rare(struct text t, uint32_t c)
{
    int last = 0x80 | (int)(c & 0x3F);
    for (size_t at = 0; at < t.size; at++) {
        const char *hit = memchr(t.data + at, last, t.size - at);
        if (hit == NULL)
            return false;
        at = (size_t)(hit - t.data);
        size_t end = at + 1;
        if (text_previous(t, &end) == c)
            return true;
    }
    return false;
}

bool text_consists_of(struct text t, struct text set)
{
    for (size_t at = 0; at < t.size;)
        if (!text_has(set, text_next(t, &at)))
            return false;
    return true;
}

uint32_t text_next_rare(struct text t, size_t *offset)
{
    const uint8_t *bytes = (const uint8_t *)t.data + *offset;
    int32_t at = 0, left = t.size - *offset < 4 ? (int32_t)(t.size - *offset) : 4;
    UChar32 c;
    U8_NEXT(bytes, at, left, c);
    if (c < 0)
        at = 1;
    *offset += (size_t)at;
    return c < 0 ? 0xFFFD : (uint32_t)c;
}

bool is_xml_character(uint32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
           (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

uint32_t text_previous_rare(struct text t, size_t *offset)
{
    size_t start = *offset - 1;
    while (start > 0 && *offset - start < 4 && ((uint8_t)t.data[start] & 0xC0) == 0x80)
        start--;
    size_t end = start;
    uint32_t c = text_next(t, &end);
    if (end != *offset) { /* malformed: one byte at a time */
        start = *offset - 1;
        c = 0xFFFD;
    }
    *offset = start;
    return c;
}

size_t text_code_points(struct text t)
{
    size_t count = 0;
    for (size_t i = 0; i < t.size;) {
        for (; is_eight_ascii((const uint8_t *)t.data + i, t.size - i); i += 8)
            count += 8;
        for (; are_two_threes((const uint8_t *)t.data + i, t.size - i); i += 6)
            count += 2;
        if (i == t.size)
            break;
        text_next(t, &i);
        count++;
    }
    return count;
}

size_t text_offset(struct text t, size_t index)
{
    size_t offset = 0;
    while (index-- > 0 && offset < t.size)
        text_next(t, &offset);
    return offset;
}

bool is_rare_blank(uint32_t c)
{
    if ((c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF)
        return true; /* zero-width space, joiners, word joiner, byte order mark */
    return u_isUWhiteSpace((UChar32)c);
}

bool is_xml_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

int hex_digit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

bool text_is_blank(struct text t)
{
    for (size_t i = 0; i < t.size;)
        if (!is_blank_code_point(text_next(t, &i)))
            return false;
    return true;
}

struct text text_trim_blanks(struct text t)
{
    size_t begin = 0, end = t.size;
    while (begin < end) {
        size_t next = begin;
        if (!is_blank_code_point(text_next(t, &next)))
            break;
        begin = next;
    }
    while (end > begin) {
        size_t previous = end;
        if (!is_blank_code_point(text_previous(t, &previous)))
            break;
        end = previous;
    }
    return text_slice(t, begin, end);
}

struct text text_trim_any(struct text t, const char *set)
{
    struct text any = text_from_string(set);
    size_t begin = 0, end = t.size;
    for (size_t next = 0; begin < end; begin = next) {
        uint32_t c = text_next(t, &next);
        if (!is_blank_code_point(c) && !text_has(any, c))
            break;
    }
    for (size_t previous = end; end > begin; end = previous) {
        uint32_t c = text_previous(t, &previous);
        if (!is_blank_code_point(c) && !text_has(any, c))
            break;
    }
    return text_slice(t, begin, end);
}

#define EACH_BYTE UINT64_C(0x0101010101010101)

/* None of eight bytes is as low as those that end lines: of the bytes below 0x80, one subtraction
 * from each carries into the highest bit of the lower ones. */
static bool are_past_ends(const uint8_t *bytes, size_t size)
{
    uint64_t word;
    if (size < sizeof word)
        return false;
    memcpy(&word, bytes, sizeof word);
    return ((word - EACH_BYTE * ('\r' + 1)) & ~word & EACH_BYTE * 0x80) == 0;
}

bool text_next_line(struct text t, size_t *offset, struct text *line)
{
    const uint8_t *bytes = (const uint8_t *)t.data;
    size_t begin = *offset, end = begin;
    if (begin >= t.size)
        return false;
    while (are_past_ends(bytes + end, t.size - end))
        end += sizeof(uint64_t);
    /* most bytes are past both ends of a line, which one comparison tells */
    while (end < t.size && (bytes[end] > '\r' || (bytes[end] != '\n' && bytes[end] != '\r')))
        end++;
    *line = text_slice(t, begin, end);
    if (end < t.size)
        end += t.data[end] == '\r' && end + 1 < t.size && t.data[end + 1] == '\n' ? 2 : 1;
    *offset = end;
    return true;
}

uint64_t text_hash(struct text t)
{
    uint64_t hash = 14695981039346656037U;
    for (size_t i = 0; i < t.size; i++)
        hash = (hash ^ (uint8_t)t.data[i]) * 1099511628211U;
    return hash;
}

/* Odd, with bits in every byte: the fractional part of the golden ratio (Knuth, 6.4). */
#define KEY_FACTOR 0x9E3779B97F4A7C15U

/* The last bytes of a text, at most eight. They are loaded, not copied to a word byte by byte,
 * since the processor would wait for the word. */
static uint64_t key_tail(const char *end, size_t size)
{
    uint64_t tail = 0;
    uint32_t low, high;
    if (size >= sizeof low) {
        memcpy(&low, end - size, sizeof low);
        memcpy(&high, end - sizeof high, sizeof high);
        return (uint64_t)high << 32 | low;
    }
    for (size_t i = 0; i < size; i++)
        tail = tail << 8 | (uint8_t)end[-1 - (ptrdiff_t)i];
    return tail;
}

uint64_t text_key(struct text t)
{
    uint64_t key = t.size * KEY_FACTOR, word;
    size_t at = 0;
    if (t.size == 0) /* which may have no bytes at all */
        return key;
    for (; t.size - at > sizeof word; at += sizeof word) {
        memcpy(&word, t.data + at, sizeof word);
        key = (key ^ word) * KEY_FACTOR;
        key ^= key >> 32;
    }
    key = (key ^ key_tail(t.data + t.size, t.size - at)) * KEY_FACTOR;
    return key ^ key >> 32;
}
