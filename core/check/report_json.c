#include "core/check/report.h"
#include <jansson.h>
#include <stdlib.h>

static json_t *string(struct text t) { return json_stringn(t.data == NULL ? "" : t.data, t.size); }

static void set(json_t *object, const char *key, struct text value)
{
    if (!text_is_empty(value))
        json_object_set_new(object, key, string(value));
}

/* "file" with "line" and "column", or with "place" for Word files. */
static void set_place(struct arena *arena, json_t *object, struct span at)
{
    if (at.source == NULL)
        return;
    struct line_column where = span_line_column(at);
    struct text path = text_from_string(at.source->path);
    json_object_set_new(object, "file", string(path));
    if (where.line > 0) {
        json_object_set_new(object, "line", json_integer((json_int_t)where.line));
        json_object_set_new(object, "column", json_integer((json_int_t)where.column));
        return;
    }
    struct text place = span_describe(arena, at);
    if (place.size > path.size + 2)
        json_object_set_new(object, "place", string(text_from(place, path.size + 2)));
}

static json_t *finding(const struct diagnostic *d, enum language language, struct arena *arena)
{
    json_t *object = json_object();
    if (d->code != NULL) {
        json_object_set_new(object, "code", json_string(d->code));
        json_object_set_new(object, "name", json_string(d->name));
    }
    json_object_set_new(object, "level", json_string(level_name(d->level)));
    set(object, "message", diagnostic_message(arena, d, language));
    set_place(arena, object, d->at);
    set(object, "role", d->role);
    set(object, "element", d->element);
    if (d->related_count == 0)
        return object;
    json_t *related = json_array();
    for (size_t i = 0; i < d->related_count; i++) {
        json_t *other = json_object();
        set_place(arena, other, d->related[i].at);
        set(other, "role", d->related[i].role);
        json_array_append_new(related, other);
    }
    json_object_set_new(object, "related", related);
    return object;
}

static int append(const char *bytes, size_t size, void *out)
{
    buffer_append(out, (struct text){bytes, size});
    return 0;
}

void report_json(const struct diagnostics *diags, struct report_options options,
                 struct text_buffer *out)
{
    json_t *root = json_object(), *findings = json_array();
    for (size_t i = 0; i < diags->count; i++)
        json_array_append_new(findings, finding(&diags->items[i], options.language, out->arena));
    json_object_set_new(root, "rolebook", json_integer(1));
    json_object_set_new(root, "findings", findings);
    json_dump_callback(root, append, out, JSON_INDENT(2));
    buffer_append_byte(out, '\n');
    json_decref(root);
}
