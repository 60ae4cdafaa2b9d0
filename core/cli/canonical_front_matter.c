/* Keys of front matter that are no element of the role stay as they were typed. */
#include "core/cli/canonical_parts.h"
#include "core/model/exact_form.h"

/* A line at which a key of the outermost mapping begins. */
static bool begins_key(struct text line)
{
    char first = line.size == 0 ? ' ' : line.data[0];
    return first != ' ' && first != '\t' && first != '-' && first != '#' && first != '}' &&
           first != ']';
}

/* A remark on the key below it, or a line that says nothing. */
static bool is_between_keys(struct text line)
{
    return text_is_blank(line) || text_starts_with(line, TEXT("#"));
}

/* The canonical file says it in its own way: the language, and that nothing is to be guessed. */
static bool is_stated(const struct canonical_reading *reading, const struct metadata *m)
{
    return text_equal_ascii_case(m->key, TEXT("lang")) ||
           text_equal_ascii_case(m->key, TEXT("language")) ||
           (reading->is_exact && (text_is(m->key, EXACT_KEY) || text_is(m->key, EXACT_SECTIONS)));
}

/* Where an element stands, or what is stated of the file. */
static struct canonical_regions stated_in(struct arena *arena,
                                          const struct canonical_reading *reading)
{
    struct canonical_regions stated = {0};
    for (const struct metadata *m = reading->document->metadata; m != NULL; m = m->next)
        if (is_stated(reading, m))
            *arena_push(arena, stated.items, stated.count, stated.capacity) = m->key_span;
    for (size_t i = 0; i < reading->account->count; i++) {
        const struct account_entry *entry = &reading->account->items[i];
        bool is_there = entry->at.source == reading->source && entry->at.begin < reading->yaml_end;
        if (is_there && entry->element != ELEMENT_COUNT &&
            (entry->use == USE_VALUE || entry->use == USE_LABEL))
            *arena_push(arena, stated.items, stated.count, stated.capacity) = entry->at;
    }
    canonical_regions_settle(&stated);
    return stated;
}

static void append_lines(struct text_buffer *out, struct text lines)
{
    struct text line;
    for (size_t offset = 0; text_next_line(lines, &offset, &line);) {
        buffer_append(out, line);
        buffer_append_byte(out, '\n');
    }
}

struct text canonical_kept_keys(struct arena *arena, const struct canonical_reading *reading)
{
    struct text_buffer out = text_buffer_new(arena);
    struct text yaml = text_slice(reading->source->text, 0, reading->yaml_end), line;
    size_t begin = reading->yaml_begin, above = begin; /* of a key; of what stands above it */
    struct canonical_regions stated = stated_in(arena, reading);
    bool has_key = false;
    for (size_t offset = begin;;) {
        bool is_end = !text_next_line(yaml, &offset, &line);
        if (!is_end && is_between_keys(line))
            continue;
        if ((is_end || begins_key(line)) && has_key) {
            size_t end = is_end ? yaml.size : above;
            if (!canonical_regions_meet(&stated, (uint32_t)begin, (uint32_t)end))
                append_lines(&out, text_slice(yaml, begin, end));
            begin = end;
        }
        if (is_end)
            break;
        has_key |= begins_key(line);
        above = offset;
    }
    return buffer_text(&out);
}

struct text canonical_with_keys(struct arena *arena, struct text bytes, struct text keys)
{
    struct text fence = TEXT("---\n");
    struct text_buffer out = text_buffer_new(arena);
    if (text_is_empty(keys))
        return bytes;
    bool has_front_matter = text_starts_with(bytes, fence);
    size_t end = has_front_matter ? text_find(bytes, TEXT("\n---\n"), 0) + 1 : 0;
    buffer_append(&out, has_front_matter ? text_slice(bytes, 0, end) : fence);
    buffer_append(&out, keys);
    buffer_append(&out, fence);
    if (!has_front_matter)
        buffer_append_byte(&out, '\n');
    buffer_append(&out, text_from(bytes, end + (has_front_matter ? fence.size : 0)));
    return buffer_text(&out);
}
