/* The model as jansson's values, then as bytes. */
#include "converters/json/json.h"
#include "converters/json/names.h"
#include "core/base/json.h"

struct writing {
    struct arena *arena;
    bool says_where; /* each value stood in its file */
};

/* {"line": 12, "column": 3}, or {"place": "paragraph 4"} of a Word file; {}: nobody knows. */
static json_t *place_value(const struct writing *w, struct span at)
{
    json_t *place = json_object();
    json_set_place_in_file(place, at, w->arena);
    return place;
}

static json_t *record_value(const struct records *records, const struct record *record)
{
    json_t *object = json_object();
    json_object_set_new(object, KEY_TEXT, json_text(record->text));
    enum field first = element_first_field(records->element);
    size_t count = element_field_count(records->element);
    for (size_t i = 0; i < count; i++) {
        enum field field = (enum field)(first + i);
        json_set_text(object, field_row(field)->name, record_field(records, record, field).text);
    }
    return object;
}

/* Several texts where there should be one: their lines, one behind the other. */
static json_t *text_value(const struct writing *w, const struct records *records)
{
    struct text_buffer joined = text_buffer_new(w->arena);
    if (records->count == 1)
        return json_text(records->rows[0].text);
    for (size_t i = 0; i < records->count; i++) {
        if (i > 0)
            buffer_append_byte(&joined, '\n');
        buffer_append(&joined, records->rows[i].text);
    }
    return json_text(buffer_text(&joined));
}

static json_t *element_value(const struct writing *w, const struct records *records)
{
    enum kind kind = element_row(records->element)->kind;
    if (records->state == STATE_NOT_APPLICABLE)
        return json_null();
    if (kind_has_one_value(kind))
        return text_value(w, records);
    json_t *array = json_array();
    for (size_t i = 0; i < records->count; i++)
        json_array_append_new(array, kind == KIND_RECORDS ? record_value(records, &records->rows[i])
                                                          : json_text(records->rows[i].text));
    return array;
}

/* Heading, labels, depths, reason and places; NULL when there is none of them. */
static json_t *as_written(const struct writing *w, const struct records *records)
{
    json_t *object = json_object();
    bool any_label = false, any_depth = false;
    json_set_text(object, KEY_HEADING, records->heading);
    for (size_t i = 0; i < records->count; i++) {
        any_label |= records->rows[i].label.size > 0;
        any_depth |= records->rows[i].depth > 0;
    }
    json_t *labels = any_label ? json_array() : NULL, *depths = any_depth ? json_array() : NULL;
    for (size_t i = 0; any_label && i < records->count; i++)
        json_array_append_new(labels, json_text(records->rows[i].label));
    for (size_t i = 0; any_depth && i < records->count; i++)
        json_array_append_new(depths, json_integer(records->rows[i].depth));
    if (any_label)
        json_object_set_new(object, KEY_LABELS, labels);
    if (any_depth)
        json_object_set_new(object, KEY_DEPTHS, depths);
    json_set_text(object, KEY_REASON, records->reason);
    json_t *places = w->says_where && records->count > 0 ? json_array() : NULL;
    for (size_t i = 0; places != NULL && i < records->count; i++)
        json_array_append_new(places, place_value(w, records->rows[i].at));
    if (places != NULL)
        json_object_set_new(object, KEY_AT, places);
    if (json_object_size(object) > 0)
        return object;
    json_decref(object);
    return NULL;
}

static void set_elements(const struct writing *w, json_t *object, const struct records *values,
                         size_t count)
{
    json_t *written = json_object();
    for (size_t i = 0; i < count; i++) {
        const char *name = element_row(values[i].element)->name;
        if (values[i].state == STATE_ABSENT)
            continue;
        json_object_set_new(object, name, element_value(w, &values[i]));
        json_t *marks = as_written(w, &values[i]);
        if (marks != NULL)
            json_object_set_new(written, name, marks);
    }
    if (json_object_size(written) > 0)
        json_object_set(object, KEY_AS_WRITTEN, written);
    json_decref(written);
}

static void set_sections(const struct writing *w, json_t *object, const char *key,
                         const struct section_text *sections)
{
    if (sections == NULL)
        return;
    json_t *array = json_array();
    for (const struct section_text *s = sections; s != NULL; s = s->next) {
        json_t *section = json_object();
        json_object_set_new(section, KEY_HEADING, json_text(s->heading));
        json_object_set_new(section, KEY_TEXT, json_text(s->text));
        if (w->says_where)
            json_object_set_new(section, KEY_AT, place_value(w, s->at));
        json_array_append_new(array, section);
    }
    json_object_set_new(object, key, array);
}

static json_t *role_value(const struct writing *w, const struct role *role)
{
    json_t *object = json_object();
    json_set_text(object, KEY_LANGUAGE, role->language);
    set_elements(w, object, role->values, ELEMENT_ROLE_COUNT);
    set_sections(w, object, KEY_OTHER, role->other);
    if (role->source != NULL)
        json_set_text(object, KEY_SOURCE, text_from_string(role->source->path));
    return object;
}

static json_t *handbook_value(const struct writing *w, const struct handbook *handbook)
{
    json_t *object = json_object();
    json_object_set_new(object, KEY_VERSION, json_integer(1));
    json_set_text(object, KEY_LANGUAGE, handbook->language);
    set_elements(w, object, handbook->own, ELEMENT_COUNT - ELEMENT_ROLE_COUNT);
    set_sections(w, object, KEY_PREFACE, handbook->preface);
    return object;
}

static enum status write_model(const struct handbook *handbook, struct text_buffer *out,
                               bool says_where)
{
    const struct writing w = {out->arena, says_where};
    json_t *object = handbook_value(&w, handbook), *roles = json_array();
    for (const struct role *role = handbook->roles; role != NULL; role = role->next)
        json_array_append_new(roles, role_value(&w, role));
    json_object_set_new(object, KEY_ROLES, roles);
    json_append(out, object, JSON_INDENT(2));
    return STATUS_OK;
}

enum status json_write_model(const struct handbook *handbook, struct text_buffer *out,
                             struct diagnostics *diags)
{
    (void)diags;
    return write_model(handbook, out, false);
}

enum status json_write_model_with_places(const struct handbook *handbook, struct text_buffer *out,
                                         struct diagnostics *diags)
{
    (void)diags;
    return write_model(handbook, out, true);
}

/* Whether the handbook holds anything but its roles. */
static bool has_own(const struct handbook *handbook)
{
    for (enum element e = ELEMENT_ROLE_COUNT; e < ELEMENT_COUNT; e++)
        if (handbook_records(handbook, e)->state != STATE_ABSENT)
            return true;
    return handbook->preface != NULL || handbook->language.size > 0;
}

static void write_role(const struct handbook *handbook, const struct role *role,
                       struct text_buffer *out, bool says_where)
{
    const struct writing w = {out->arena, says_where};
    if (role == NULL)
        json_object_seed(0); /* before threads make objects; the seed orders no output */
    if (role != NULL)
        json_append(out, role_value(&w, role), JSON_COMPACT);
    else if (has_own(handbook))
        json_append(out, handbook_value(&w, handbook), JSON_COMPACT);
}

static enum status write_lines(const struct handbook *handbook, struct text_buffer *out,
                               bool says_where)
{
    write_role(handbook, NULL, out, says_where);
    for (const struct role *role = handbook->roles; role != NULL; role = role->next)
        write_role(handbook, role, out, says_where);
    return STATUS_OK;
}

void jsonl_write_role(const struct handbook *handbook, const struct role *role,
                      struct text_buffer *out)
{
    write_role(handbook, role, out, false);
}

void jsonl_write_role_with_places(const struct handbook *handbook, const struct role *role,
                                  struct text_buffer *out)
{
    write_role(handbook, role, out, true);
}

enum status jsonl_write_model(const struct handbook *handbook, struct text_buffer *out,
                              struct diagnostics *diags)
{
    (void)diags;
    return write_lines(handbook, out, false);
}

enum status jsonl_write_model_with_places(const struct handbook *handbook, struct text_buffer *out,
                                          struct diagnostics *diags)
{
    (void)diags;
    return write_lines(handbook, out, true);
}
