#include "core/base/json.h"

json_t *json_text(struct text t)
{
    json_t *value = json_stringn(t.data == NULL ? "" : t.data, t.size);
    if (value != NULL)
        return value;
    struct arena *arena = arena_open(NULL, NULL);
    struct text_buffer out = text_buffer_new(arena);
    for (size_t at = 0; t.data != NULL && at < t.size;)
        buffer_append_code_point(&out, text_next(t, &at));
    value = json_stringn(out.data, out.size);
    arena_close(arena);
    return value;
}

void json_set_text(json_t *object, const char *key, struct text t)
{
    if (!text_is_empty(t))
        json_object_set_new(object, key, json_text(t));
}

void json_set_count(json_t *object, const char *key, size_t count)
{
    json_object_set_new(object, key, json_integer((json_int_t)count));
}

void json_set_place(json_t *object, struct span at, struct arena *arena)
{
    if (at.source == NULL)
        return;
    json_object_set_new(object, "file", json_text(text_from_string(at.source->path)));
    json_set_place_in_file(object, at, arena);
}

void json_set_place_in_file(json_t *object, struct span at, struct arena *arena)
{
    if (at.source == NULL)
        return;
    struct line_column where = span_line_column(at);
    struct text path = text_from_string(at.source->path);
    if (where.line > 0) {
        json_set_count(object, "line", where.line);
        json_set_count(object, "column", where.column);
        return;
    }
    struct text place = span_describe(arena, at);
    if (place.size > path.size + 2)
        json_object_set_new(object, "place", json_text(text_from(place, path.size + 2)));
}

static int append_bytes(const char *bytes, size_t size, void *out)
{
    buffer_append(out, (struct text){bytes, size});
    return 0;
}

void json_append(struct text_buffer *out, json_t *value, size_t flags)
{
    json_dump_callback(value, append_bytes, out, flags);
    buffer_append_byte(out, '\n');
    json_decref(value);
}

struct item {
    struct text_buffer *out;
    size_t depth;
};

/* Line ends are between values only: in texts they are escaped. */
static int append_deep(const char *bytes, size_t size, void *item)
{
    const struct item *to = item;
    struct text rest = {bytes, size};
    for (size_t end; (end = text_find(rest, TEXT("\n"), 0)) != TEXT_NOT_FOUND;) {
        buffer_append(to->out, text_slice(rest, 0, end + 1));
        for (size_t i = 0; i < to->depth; i++)
            buffer_append_byte(to->out, ' ');
        rest = text_from(rest, end + 1);
    }
    buffer_append(to->out, rest);
    return 0;
}

void json_append_item(struct text_buffer *out, json_t *value, size_t depth, bool is_first)
{
    struct item item = {.out = out, .depth = depth};
    buffer_append_string(out, is_first ? "" : ",");
    append_deep("\n", 1, &item);
    json_dump_callback(value, append_deep, &item, JSON_INDENT(2));
    json_decref(value);
}
