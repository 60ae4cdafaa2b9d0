/*
 * A value is a number, form + 8 * (its begin less where the one before ended), and:
 *   AS_WRITTEN, QUOTED  its bytes in the text
 *   OTHERWISE           its bytes in the text, those of its words, and the words
 *   LIST, MAP           how many items, these (in a map each behind its key), and the bytes behind
 *                       the last one
 * Numbers have seven bits a byte, the lowest first.
 */
#include "core/base/yaml_places.h"

enum form { AS_WRITTEN, QUOTED, OTHERWISE, LIST, MAP };
#define FORM_BITS 3

/* ---- writing ---- */

struct writing {
    struct text_buffer *out;
    uint32_t end; /* of the value before */
    bool is_fine;
};

static void write_number(struct writing *w, size_t number)
{
    for (; number > 0x7F; number >>= 7)
        buffer_append_byte(w->out, (char)(number & 0x7F) | (char)0x80);
    buffer_append_byte(w->out, (char)number);
}

static void write_head(struct writing *w, enum form form, uint32_t begin)
{
    w->is_fine &= begin >= w->end;
    write_number(w, (size_t)(begin - w->end) << FORM_BITS | form);
    w->end = begin;
}

static void write_words(struct writing *w, const struct source *source, struct text words,
                        uint32_t begin, uint32_t end)
{
    const char *there = source->text.data + begin;
    bool is_written = words.data == there && words.size == end - begin;
    bool is_quoted = words.data == there + 1 && words.size + 2 == end - begin;
    write_head(w, is_written ? AS_WRITTEN : is_quoted ? QUOTED : OTHERWISE, begin);
    write_number(w, end - begin);
    w->end = end;
    if (is_written || is_quoted)
        return;
    write_number(w, words.size);
    buffer_append(w->out, words);
}

static void write_value(struct writing *w, const struct yaml_value *value)
{
    if (value->kind == YAML_WORDS) {
        write_words(w, value->source, value->words, value->begin, value->end);
        return;
    }
    write_head(w, value->kind == YAML_LIST ? LIST : MAP, value->begin);
    write_number(w, value->count);
    for (size_t i = 0; i < value->count; i++) {
        const struct yaml_value *item = &value->items[i];
        if (value->kind == YAML_MAP)
            write_words(w, item->source, item->key, item->key_begin, item->key_end);
        write_value(w, item);
    }
    w->is_fine &= value->end >= w->end;
    write_number(w, value->end - w->end);
    w->end = value->end;
}

bool yaml_places_write(struct text_buffer *out, const struct yaml_value *root)
{
    struct writing w = {.out = out, .is_fine = true};
    write_value(&w, root);
    return w.is_fine;
}

/* ---- reading ---- */

struct reading {
    struct arena *arena;
    const struct source *source;
    const char *at;
    uint32_t end; /* of the value before */
};

static size_t read_number(struct reading *r)
{
    size_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
        unsigned char byte = (unsigned char)*r->at++;
        number |= (size_t)(byte & 0x7F) << shift;
        if (byte < 0x80)
            return number;
    }
}

static enum form read_head(struct reading *r, uint32_t *begin)
{
    size_t head = read_number(r);
    *begin = r->end + (uint32_t)(head >> FORM_BITS);
    r->end = *begin;
    return (enum form)(head & ((1u << FORM_BITS) - 1));
}

static struct text read_words(struct reading *r, enum form form)
{
    const char *there = r->source->text.data + r->end;
    size_t size = read_number(r);
    r->end += (uint32_t)size;
    if (form == AS_WRITTEN)
        return (struct text){there, size};
    if (form == QUOTED)
        return (struct text){there + 1, size - 2};
    size = read_number(r);
    struct text words = {r->at, size};
    r->at += size;
    return words;
}

static void read_value(struct reading *r, struct yaml_value *value)
{
    enum form form = read_head(r, &value->begin);
    value->source = r->source;
    if (form < LIST) {
        value->words = read_words(r, form);
        value->end = r->end;
        return;
    }
    value->kind = form == LIST ? YAML_LIST : YAML_MAP;
    value->count = (uint32_t)read_number(r);
    struct yaml_value *items = arena_new_array(r->arena, value->count, struct yaml_value);
    value->items = items;
    for (struct yaml_value *item = items; item < items + value->count; item++) {
        if (form == MAP) {
            enum form key = read_head(r, &item->key_begin);
            item->key = read_words(r, key);
            item->key_end = r->end;
        }
        read_value(r, item);
    }
    r->end += (uint32_t)read_number(r);
    value->end = r->end;
}

const struct yaml_value *yaml_places_read(struct arena *arena, const struct source *source,
                                          struct text places)
{
    struct reading r = {.arena = arena, .source = source, .at = places.data};
    struct yaml_value *root = arena_new(arena, struct yaml_value);
    read_value(&r, root);
    return root;
}
