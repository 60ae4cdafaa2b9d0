#include "core/base/json.h"
#include "core/check/report.h"

static json_t *finding(const struct diagnostic *d, enum language language, struct arena *arena)
{
    json_t *object = json_object();
    if (d->code != NULL) {
        json_object_set_new(object, "code", json_string(d->code));
        json_object_set_new(object, "name", json_string(d->name));
    }
    json_object_set_new(object, "level", json_string(level_name(d->level)));
    json_set_text(object, "message", diagnostic_message(arena, d, language));
    json_set_place(object, d->at, arena);
    json_set_text(object, "role", d->role);
    json_set_text(object, "element", d->element);
    if (d->related_count == 0)
        return object;
    json_t *related = json_array();
    for (size_t i = 0; i < d->related_count; i++) {
        json_t *other = json_object();
        json_set_place(other, d->related[i].at, arena);
        json_set_text(other, "role", d->related[i].role);
        json_array_append_new(related, other);
    }
    json_object_set_new(object, "related", related);
    return object;
}

void report_json(const struct diagnostics *diags, struct report_options options,
                 struct text_buffer *out)
{
    json_t *root = json_object(), *findings = json_array();
    for (size_t i = 0; i < diags->count; i++)
        json_array_append_new(findings, finding(&diags->items[i], options.language, out->arena));
    json_object_set_new(root, "rolebook", json_integer(1));
    json_object_set_new(root, "findings", findings);
    json_append(out, root, JSON_INDENT(2));
}
