/*
 * A text is a borrowed slice of UTF-8.
 *
 * It is not NUL-terminated, owns nothing and was checked to be well-formed UTF-8 where it entered
 * (text_is_utf8). The empty text may have any pointer, also NULL.
 */
#ifndef ROLEBOOK_CORE_BASE_TEXT_H
#define ROLEBOOK_CORE_BASE_TEXT_H
#include "core/base/arena.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct text {
    const char *data;
    size_t size; /* bytes */
};

#define TEXT_NOT_FOUND ((size_t)-1)
/* A literal as a text; TEXT for expressions, TEXT_INIT for static tables. */
#define TEXT_INIT(literal)                                                                         \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }
#define TEXT(literal) ((struct text)TEXT_INIT(literal))
/* For printf("%.*s", TEXT_ARGS(t)) */
#define TEXT_ARGS(t) (int)(t).size, (t).data

static inline struct text text_from_string(const char *string); /* borrows; NULL: the empty text */
const char *text_to_string(struct arena *arena, struct text t); /* NUL-terminated copy */
struct text text_copy(struct arena *arena, struct text t);

bool text_is_utf8(struct text t);
/* The offset of the first byte that is not part of well-formed UTF-8, or t.size. */
size_t text_utf8_fault(struct text t);

static inline bool text_is_empty(struct text t);
static inline bool text_equal(struct text a, struct text b);
static inline bool text_is(struct text t, const char *string);
bool text_equal_ascii_case(struct text a, struct text b);
/* The same as any of the names, but for ASCII case; NULL ends them. */
bool text_is_one_of(struct text t, const char *const *names);
/* Begins, or ends, with one of the words, byte for byte; NULL ends them. */
bool text_starts_with_one_of(struct text t, const char *const *words);
bool text_ends_with_one_of(struct text t, const char *const *words);
/* Bytes of the first of the words that t begins with, but for ASCII case; 0: it begins with none. */
size_t text_opening_size(struct text t, const char *const *words);
/* What stands in front of the first of the words that t ends in, trimmed; t: none, or it is all. */
struct text text_without_end(struct text t, const char *const *words);
/* A digit of ASCII. */
static inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool text_has_digit(struct text t); /* ... somewhere in it */
bool text_has_ascii(struct text t); /* any character of it: most lines in Han have none */
/* Its beginning, of at most so many bytes and whole code points. */
struct text text_head(struct text t, size_t bytes);
/* Blanks and tabs that the line begins with, in bytes. */
size_t text_indent(struct text line);
/* <0, 0, >0 by bytes, which for UTF-8 is by code point. */
int text_compare(struct text a, struct text b);
int text_order(const void *a, const void *b); /* ... of two struct text, for qsort and bsearch */
static inline bool text_starts_with(struct text t, struct text prefix);
static inline bool text_ends_with(struct text t, struct text suffix);
/*
 * A bit for each byte of the text, by its last six: asked once, it tells of most needles that they
 * are not in the text.
 */
uint64_t text_bits(struct text t);
static inline bool text_may_hold(uint64_t bits, struct text needle);
/* Byte offset of the first needle at or after from, or TEXT_NOT_FOUND. */
size_t text_find(struct text t, struct text needle, size_t from);
/* Whether the code point is one of the text's. */
static inline bool text_has(struct text t, uint32_t c);
/* Whether each of the text's code points is one of the set's; an empty text has none that is not.
 */
bool text_consists_of(struct text t, struct text set);
/* Bytes begin to end, both cut to the text. */
static inline struct text text_slice(struct text t, size_t begin, size_t end);
static inline struct text text_from(struct text t, size_t begin);

/*
 * The code point at *offset, which moves past it; offset must be below t.size. Malformed bytes
 * give U+FFFD, one byte at a time.
 */
static inline uint32_t text_next(struct text t, size_t *offset);
/* The code point that ends at *offset, which moves before it; offset must be above 0. */
static inline uint32_t text_previous(struct text t, size_t *offset);
size_t text_code_points(struct text t);
/* More code points than that: long texts are not counted. */
static inline bool text_is_longer(struct text t, size_t code_points);
/* Byte offset of the code point numbered index from 0; t.size when there are fewer. */
size_t text_offset(struct text t, size_t index);

/* White space as people see it: Unicode White_Space, U+3000, zero-width and BOM characters. */
static inline bool is_blank_code_point(uint32_t c);
/* White space between the marks of XML (XML 1.0, production 3). */
bool is_xml_space(char c);
/* What XML 1.0 (production 2), and so HTML, may hold: no control characters but tab and line ends. */
bool is_xml_character(uint32_t c);
int hex_digit(char c); /* 0 to 15; -1: c is none */
bool text_is_blank(struct text t);
static inline struct text text_trim(struct text t); /* blanks off both ends */
/* Blanks and the characters of set (UTF-8) off both ends. */
struct text text_trim_any(struct text t, const char *set);

/* The next line without its end (\n, \r\n or \r); *offset moves past the end. False at the end. */
bool text_next_line(struct text t, size_t *offset, struct text *line);

/* FNV-1a, 64 bits: for content keys, which must stay what they are, never for security. */
uint64_t text_hash(struct text t);
/* For tables in memory: eight bytes at a time, another value on another machine. */
uint64_t text_key(struct text t);

/* ---- inline: each reader asks for every character, and literals know their size ---- */

static inline struct text text_from_string(const char *string)
{
    return (struct text){string, string == NULL ? 0 : strlen(string)};
}

static inline bool text_is_empty(struct text t) { return t.size == 0; }

/* The last bytes tell most texts of one size apart, also those in Han, whose first bytes are alike:
 * a call costs more than all that. */
static inline bool text_equal(struct text a, struct text b)
{
    return a.size == b.size && (a.size == 0 || (a.data[a.size - 1] == b.data[b.size - 1] &&
                                                memcmp(a.data, b.data, a.size) == 0));
}

static inline bool text_is(struct text t, const char *string)
{
    return text_equal(t, text_from_string(string));
}

/* The empty text at begin, cut to t. */
struct text text_none_at(struct text t, size_t begin);

static inline struct text text_slice(struct text t, size_t begin, size_t end)
{
    if (end > t.size)
        end = t.size;
    if (begin >= end)
        return text_none_at(t, begin);
    return (struct text){t.data + begin, end - begin};
}

static inline struct text text_from(struct text t, size_t begin)
{
    return text_slice(t, begin, t.size);
}

static inline bool text_starts_with(struct text t, struct text prefix)
{
    return prefix.size <= t.size && text_equal(text_slice(t, 0, prefix.size), prefix);
}

static inline bool text_ends_with(struct text t, struct text suffix)
{
    return suffix.size <= t.size && text_equal(text_from(t, t.size - suffix.size), suffix);
}

static inline uint64_t text_bit(char byte) { return (uint64_t)1 << ((unsigned char)byte & 63); }

/* From its end, since the first bytes of Han are alike. */
static inline bool text_may_hold(uint64_t bits, struct text needle)
{
    size_t left = needle.size;
    while (left > 0 && (bits & text_bit(needle.data[left - 1])) != 0)
        left--;
    return left == 0;
}

/* text_next of what is neither ASCII nor Han. */
uint32_t text_next_rare(struct text t, size_t *offset);

static inline uint32_t text_next(struct text t, size_t *offset)
{
    const uint8_t *bytes = (const uint8_t *)t.data + *offset;
    if (bytes[0] < 0x80) {
        (*offset)++;
        return bytes[0];
    }
    bool is_three = bytes[0] > 0xE0 && bytes[0] < 0xED && t.size - *offset >= 3;
    if (is_three && (bytes[1] & 0xC0) == 0x80 && (bytes[2] & 0xC0) == 0x80) {
        *offset += 3;
        return (uint32_t)(bytes[0] & 0x0F) << 12 | (uint32_t)(bytes[1] & 0x3F) << 6 |
               (bytes[2] & 0x3F);
    }
    return text_next_rare(t, offset);
}

/* text_has of what is not ASCII. */
bool text_has_rare(struct text t, uint32_t c);

static inline bool text_has(struct text t, uint32_t c)
{
    if (c < 0x80) /* no byte of another character is ASCII */
        return c != 0 && t.size > 0 && memchr(t.data, (int)c, t.size) != NULL;
    return text_has_rare(t, c);
}

/* text_previous of what is neither ASCII nor Han. */
uint32_t text_previous_rare(struct text t, size_t *offset);

static inline uint32_t text_previous(struct text t, size_t *offset)
{
    const uint8_t *end = (const uint8_t *)t.data + *offset;
    if (end[-1] < 0x80) {
        (*offset)--;
        return end[-1];
    }
    bool is_three = *offset >= 3 && end[-3] > 0xE0 && end[-3] < 0xED;
    if (is_three && (end[-2] & 0xC0) == 0x80 && (end[-1] & 0xC0) == 0x80) {
        *offset -= 3;
        return (uint32_t)(end[-3] & 0x0F) << 12 | (uint32_t)(end[-2] & 0x3F) << 6 |
               (end[-1] & 0x3F);
    }
    return text_previous_rare(t, offset);
}

static inline bool text_is_longer(struct text t, size_t code_points)
{
    return t.size > code_points && (t.size > 4 * code_points || text_code_points(t) > code_points);
}

/* is_blank_code_point of what is neither ASCII nor Han. */
bool is_rare_blank(uint32_t c);

static inline bool is_blank_code_point(uint32_t c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    return (c <= 0x3000 || c == 0xFEFF) && is_rare_blank(c); /* the ideographic space, U+3000 */
}

/* text_trim of any text. */
struct text text_trim_blanks(struct text t);

/* Three bytes that are a character from U+3000 to U+FFFF, and no blank: Han and its marks. */
static inline bool is_wide_no_blank(const uint8_t *c)
{
    return c[0] >= 0xE3 && c[0] <= 0xEF && (c[1] & 0xC0) == 0x80 && (c[2] & 0xC0) == 0x80 &&
           !(c[0] == 0xE3 && c[1] == 0x80 && c[2] == 0x80) && /* U+3000 */
           !(c[0] == 0xEF && c[1] == 0xBB && c[2] == 0xBF);   /* U+FEFF */
}

/* Nearly all texts are trim already, and their first and last bytes tell. */
static inline struct text text_trim(struct text t)
{
    if (t.size < 3) /* it may have no bytes at all */
        return text_trim_blanks(t);
    const uint8_t *first = (const uint8_t *)t.data, *end = first + t.size;
    bool is_trim = ((*first > ' ' && *first < 0x7F) || is_wide_no_blank(first)) &&
                   ((end[-1] > ' ' && end[-1] < 0x7F) || is_wide_no_blank(end - 3));
    return is_trim ? t : text_trim_blanks(t);
}

#endif
