#include "converters/doc/mhtml.h"
#include "core/base/text_buffer.h"

/* ---- heads ---- */

/* The line at *at without its end, and *at behind it. */
static struct text take_line(struct text bytes, size_t *at)
{
    size_t end = text_find(bytes, TEXT("\n"), *at);
    if (end == TEXT_NOT_FOUND)
        end = bytes.size;
    struct text line = text_slice(bytes, *at, end);
    *at = end < bytes.size ? end + 1 : end;
    if (text_ends_with(line, TEXT("\r")))
        line.size--;
    return line;
}

struct head {
    struct text_buffer type; /* with its parameters */
    struct text encoding;
};

static bool is_field(struct text line, struct text name)
{
    return text_equal_ascii_case(text_slice(line, 0, name.size), name);
}

/* Fields up to the empty line; one that begins with a blank goes on from the line before. */
static struct head take_head(struct arena *arena, struct text bytes, size_t *at)
{
    const struct text type = TEXT("Content-Type:"), encoding = TEXT("Content-Transfer-Encoding:");
    struct head head = {.type = text_buffer_new(arena)};
    bool is_type = false;
    while (*at < bytes.size) {
        struct text line = take_line(bytes, at);
        if (line.size == 0)
            break;
        if (line.data[0] != ' ' && line.data[0] != '\t')
            is_type = is_field(line, type);
        if (is_type)
            buffer_append(&head.type, line);
        else if (is_field(line, encoding))
            head.encoding = text_trim(text_from(line, encoding.size));
    }
    return head;
}

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c; }

static size_t find_in_any_case(struct text bytes, struct text word)
{
    for (size_t at = 0; at + word.size <= bytes.size; at++)
        if (lower(bytes.data[at]) == word.data[0] &&
            text_equal_ascii_case(text_slice(bytes, at, at + word.size), word))
            return at;
    return TEXT_NOT_FOUND;
}

/* boundary="x" or boundary=x; name ends in its sign. */
static struct text parameter(struct text type, struct text name)
{
    size_t at = find_in_any_case(type, name);
    if (at == TEXT_NOT_FOUND)
        return (struct text){0};
    struct text value = text_trim(text_from(type, at + name.size));
    bool is_quoted = text_starts_with(value, TEXT("\""));
    size_t end = text_find(value, is_quoted ? TEXT("\"") : TEXT(";"), is_quoted);
    return text_slice(value, is_quoted, end == TEXT_NOT_FOUND ? value.size : end);
}

/* ---- bodies ---- */

/* The byte that =XX stands for; -1: none stands there. */
static int quoted_byte(struct text line, size_t at)
{
    if (line.data[at] != '=' || at + 2 >= line.size)
        return -1;
    int high = hex_digit(line.data[at + 1]), low = hex_digit(line.data[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

static void append_quoted_printable(struct text_buffer *out, struct text body)
{
    for (size_t at = 0; at < body.size;) {
        struct text line = take_line(body, &at);
        while (text_ends_with(line, TEXT(" ")) || text_ends_with(line, TEXT("\t")))
            line.size--;
        bool goes_on = text_ends_with(line, TEXT("="));
        line.size -= goes_on;
        for (size_t i = 0; i < line.size; i++) {
            int byte = quoted_byte(line, i);
            buffer_append_byte(out, byte < 0 ? line.data[i] : (char)byte);
            i += byte < 0 ? 0 : 2;
        }
        if (!goes_on)
            buffer_append_byte(out, '\n');
    }
}

static void append_base64(struct text_buffer *out, struct text body)
{
    uint32_t bits = 0;
    int count = 0;
    for (size_t i = 0; i < body.size && body.data[i] != '='; i++) {
        char c = body.data[i];
        int value = c >= 'A' && c <= 'Z'   ? c - 'A'
                    : c >= 'a' && c <= 'z' ? c - 'a' + 26
                    : c >= '0' && c <= '9' ? c - '0' + 52
                    : c == '+'             ? 62
                    : c == '/'             ? 63
                                           : -1;
        if (value < 0)
            continue;
        bits = (bits << 6 | (uint32_t)value) & 0xFFFFFF;
        count += 6;
        if (count >= 8) {
            count -= 8;
            buffer_append_byte(out, (char)(bits >> count & 0xFF));
        }
    }
}

static struct text decode(struct arena *arena, const struct head *head, struct text body)
{
    struct text_buffer out = text_buffer_new(arena);
    struct text type = buffer_text(&head->type), mark = TEXT("\xEF\xBB\xBF");
    if (text_equal_ascii_case(parameter(type, TEXT("charset=")), TEXT("utf-8")))
        buffer_append(&out, mark);
    size_t begin = out.size;
    if (text_equal_ascii_case(head->encoding, TEXT("quoted-printable")))
        append_quoted_printable(&out, body);
    else if (text_equal_ascii_case(head->encoding, TEXT("base64")))
        append_base64(&out, body);
    else
        buffer_append(&out, body);
    struct text page = buffer_text(&out);
    bool has_mark = begin > 0 && text_starts_with(text_from(page, begin), mark);
    return has_mark ? text_from(page, begin) : page;
}

static bool is_page(const struct head *head)
{
    return find_in_any_case(buffer_text(&head->type), TEXT("text/html")) != TEXT_NOT_FOUND;
}

struct text mhtml_page(struct arena *arena, struct text bytes)
{
    size_t at = 0;
    struct head head = take_head(arena, bytes, &at);
    struct text_buffer divider = text_buffer_new(arena);
    struct text boundary = parameter(buffer_text(&head.type), TEXT("boundary="));
    if (is_page(&head) && boundary.size == 0)
        return decode(arena, &head, text_from(bytes, at));
    if (boundary.size == 0)
        return (struct text){0};
    buffer_append_string(&divider, "\n--");
    buffer_append(&divider, boundary);
    struct text mark = buffer_text(&divider);
    size_t begin = text_find(bytes, mark, at > 0 ? at - 1 : 0);
    while (begin != TEXT_NOT_FOUND) {
        at = begin + mark.size;
        take_line(bytes, &at);
        size_t end = text_find(bytes, mark, at > 0 ? at - 1 : 0);
        struct text part = text_slice(bytes, 0, end == TEXT_NOT_FOUND ? bytes.size : end);
        head = take_head(arena, part, &at);
        if (is_page(&head))
            return decode(arena, &head, text_from(part, at));
        begin = end;
    }
    return (struct text){0};
}
