/*
 * TOML front matter, as Hugo has it: "+++" on the first line to "+++". Of TOML (1.0.0) what stands
 * there: a key and a value a line, below the names of tables; arrays, an entry each.
 */
#include "converters/markdown/reader.h"

#define ARRAY_LINES 100 /* a longer array is read as its first line */

static bool is_fence(struct text line) { return text_is(text_trim(line), "+++"); }

/* "name", 'name': what stands between the quotes at the begin; else the whole text. */
static struct text unquoted(struct text words)
{
    char quote = words.size > 1 ? words.data[0] : '\0';
    if (quote != '"' && quote != '\'')
        return words;
    size_t end = 1;
    while (end < words.size && words.data[end] != quote)
        end += words.data[end] == '\\' && quote == '"' ? 2 : 1;
    return end < words.size ? text_slice(words, 1, end) : words;
}

/* Without a comment; a mark of one within quotes is none. */
static struct text without_comment(struct text value)
{
    char quote = '\0';
    for (size_t i = 0; i < value.size; i++) {
        char c = value.data[i];
        if (quote == '\0' && c == '#')
            return text_trim(text_slice(value, 0, i));
        if (c == quote)
            quote = '\0';
        else if (quote == '\0' && (c == '"' || c == '\''))
            quote = c;
    }
    return value;
}

static struct span span_of(const struct markdown_reader *reader, struct text words)
{
    uint32_t begin = (uint32_t)(words.data - reader->source->text.data);
    return reader_span(reader, begin, begin + (uint32_t)words.size);
}

/* ["a", "b"]: each of them is a value of the key. */
static void append_values(struct markdown_reader *reader, struct text key, struct text at,
                          struct text value)
{
    bool is_array = text_starts_with(value, TEXT("[")) && text_ends_with(value, TEXT("]"));
    struct text rest = is_array ? text_trim(text_slice(value, 1, value.size - 1)) : value;
    do {
        struct text words = unquoted(rest);
        size_t end = rest.size, comma = text_find(rest, TEXT(","), 0);
        if (is_array && words.data != rest.data)
            end = text_find(rest, TEXT(","), (size_t)(words.data - rest.data) + words.size);
        else if (is_array && comma != TEXT_NOT_FOUND)
            words = text_trim(text_slice(rest, 0, end = comma));
        if (words.size > 0)
            metadata_append(reader->document, key, words, span_of(reader, at),
                            span_of(reader, words));
        rest = end < rest.size ? text_trim(text_from(rest, end + 1)) : TEXT("");
    } while (rest.size > 0);
}

/* "extra.pay", where a table is open; those of Hugo's own table for them stand for themselves. */
static struct text joined(struct arena *arena, struct text table, struct text key)
{
    if (text_is_empty(table) || text_is(table, "params"))
        return key;
    struct text_buffer out = text_buffer_new(arena);
    buffer_append(&out, table);
    buffer_append_byte(&out, '.');
    buffer_append(&out, key);
    return buffer_text(&out);
}

/*
 * Up to the bracket that closes the array which the entry opens, whatever its lines.
 *
 * inout  *offset  of the next line in source
 */
static struct text whole_entry(struct text source, struct text line, size_t *offset)
{
    size_t equals = text_find(line, TEXT("="), 0), end = *offset;
    struct text value =
        equals == TEXT_NOT_FOUND ? TEXT("") : text_trim(text_from(line, equals + 1));
    struct text next = value = without_comment(value);
    bool is_entry = line.size > 0 && line.data[0] != '#' && line.data[0] != '[';
    if (!is_entry || !text_starts_with(value, TEXT("[")))
        return line;
    for (unsigned i = 0; !text_ends_with(next, TEXT("]")); i++) {
        if (i == ARRAY_LINES || !text_next_line(source, &end, &next) || is_fence(next))
            return line; /* never closed */
        next = without_comment(text_trim(next));
    }
    *offset = end;
    size_t begin = (size_t)(line.data - source.data);
    return text_slice(source, begin, (size_t)(next.data - source.data) + next.size);
}

static void read_entry(struct markdown_reader *reader, struct text *table, struct text line)
{
    line = text_trim(line);
    if (text_is_empty(line) || line.data[0] == '#')
        return;
    if (line.data[0] == '[') {
        *table = text_trim(text_trim_any(without_comment(line), "[]"));
        return;
    }
    size_t equals = text_find(line, TEXT("="), 0);
    if (equals == TEXT_NOT_FOUND)
        return;
    struct text key = unquoted(text_trim(text_slice(line, 0, equals)));
    append_values(reader, joined(reader->arena, *table, key), key,
                  without_comment(text_trim(text_from(line, equals + 1))));
}

bool toml_read(struct markdown_reader *reader, uint32_t *end)
{
    struct text source = reader->source->text, line, table = TEXT("");
    size_t offset = 0, begin;
    if (!text_starts_with(source, TEXT("+++")) || !text_next_line(source, &offset, &line) ||
        !is_fence(line))
        return false;
    begin = offset;
    do {
        if (!text_next_line(source, &offset, &line))
            return false;
    } while (!is_fence(line));
    *end = (uint32_t)offset;
    for (offset = begin; text_next_line(source, &offset, &line) && !is_fence(line);)
        read_entry(reader, &table, whole_entry(source, line, &offset));
    return true;
}
