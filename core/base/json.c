#include "core/base/json.h"

json_t *json_text(struct text t)
{
    json_t *value = json_stringn(t.data == NULL ? "" : t.data, t.size);
    return value != NULL ? value : json_string("\xEF\xBF\xBD");
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
    struct line_column where = span_line_column(at);
    struct text path = text_from_string(at.source->path);
    json_object_set_new(object, "file", json_text(path));
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
