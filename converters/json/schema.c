/* The JSON Schema, draft 2020-12, written from the element tables. */
#include "converters/json/json.h"
#include "converters/json/names.h"
#include "core/base/json.h"

static json_t *reference(const char *name) { return json_pack("{s:s+}", "$ref", "#/$defs/", name); }

static json_t *or_null(json_t *schema)
{
    return json_pack("{s:[o,{s:s}]}", "anyOf", schema, "type", "null");
}

static json_t *record_schema(enum element element)
{
    json_t *properties = json_pack("{s:{s:s}}", KEY_TEXT, "type", "string");
    enum field first = element_first_field(element);
    for (size_t i = 0; i < element_field_count(element); i++) {
        const struct field_row *row = field_row((enum field)(first + i));
        json_object_set_new(properties, row->name,
                            json_pack("{s:s,s:s}", "type", "string", "description", row->holds));
    }
    return json_pack("{s:s,s:o,s:b}", "type", "object", "properties", properties,
                     "additionalProperties", 0);
}

static json_t *element_schema(enum element element)
{
    const struct element_row *row = element_row(element);
    json_t *schema = NULL;
    switch (row->kind) {
    case KIND_TEXT:
    case KIND_REF:
        schema = json_pack("{s:s}", "type", "string");
        break;
    case KIND_LIST:
    case KIND_REFS:
        schema = json_pack("{s:s,s:{s:s}}", "type", "array", "items", "type", "string");
        break;
    case KIND_RECORDS:
        schema = json_pack("{s:s,s:o}", "type", "array", "items", record_schema(element));
        break;
    }
    schema = or_null(schema);
    json_object_set_new(schema, "description", json_string(row->holds));
    return schema;
}

static json_t *properties(size_t from, size_t to, const char *sections)
{
    json_t *object = json_pack("{s:{s:s}}", KEY_LANGUAGE, "type", "string");
    for (size_t i = from; i < to; i++)
        json_object_set_new(object, element_row((enum element)i)->name,
                            element_schema((enum element)i));
    json_object_set_new(
        object, KEY_AS_WRITTEN,
        json_pack("{s:s,s:o}", "type", "object", "additionalProperties", reference("marks")));
    json_object_set_new(object, sections,
                        json_pack("{s:s,s:o}", "type", "array", "items", reference("section")));
    return object;
}

/* Where a value stood: line and column, or a place in words. */
static json_t *place_schema(void)
{
    return json_pack("{s:s,s:{s:{s:s,s:i},s:{s:s,s:i},s:{s:s}},s:b}", "type", "object",
                     "properties", "line", "type", "integer", "minimum", 1, "column", "type",
                     "integer", "minimum", 1, "place", "type", "string", "additionalProperties", 0);
}

static json_t *marks_schema(void)
{
    return json_pack(
        "{s:s,s:{s:{s:s},s:{s:s},s:{s:s,s:{s:s}},s:{s:s,s:{s:s,s:i,s:i}},s:{s:s,s:o}},s:b}", "type",
        "object", "properties", KEY_HEADING, "type", "string", KEY_REASON, "type", "string",
        KEY_LABELS, "type", "array", "items", "type", "string", KEY_DEPTHS, "type", "array",
        "items", "type", "integer", "minimum", 0, "maximum", LIMIT_DEPTH, KEY_AT, "type", "array",
        "items", reference("place"), "additionalProperties", 0);
}

static json_t *section_schema(void)
{
    return json_pack("{s:s,s:{s:{s:s},s:{s:s},s:o},s:[s],s:b}", "type", "object", "properties",
                     KEY_HEADING, "type", "string", KEY_TEXT, "type", "string", KEY_AT,
                     reference("place"), "required", KEY_TEXT, "additionalProperties", 0);
}

struct text json_schema(struct arena *arena)
{
    json_t *role = properties(0, ELEMENT_ROLE_COUNT, KEY_OTHER);
    json_object_set_new(role, KEY_SOURCE, json_pack("{s:s}", "type", "string"));
    json_t *handbook = properties(ELEMENT_ROLE_COUNT, ELEMENT_COUNT, KEY_PREFACE);
    json_object_set_new(handbook, KEY_VERSION, json_pack("{s:i}", "const", 1));
    json_object_set_new(handbook, KEY_ROLES,
                        json_pack("{s:s,s:o}", "type", "array", "items", reference("role")));
    json_t *schema = json_pack(
        "{s:s,s:s,s:[o,o,{s:s,s:o}],s:{s:{s:s,s:o,s:b},s:{s:s,s:o,s:[s],s:b},s:o,s:o,s:o}}",
        "$schema", "https://json-schema.org/draft/2020-12/schema", "title",
        "rolebook: roles and handbooks", "anyOf", reference("handbook"), reference("role"), "type",
        "array", "items", reference("role"), "$defs", "role", "type", "object", "properties", role,
        "additionalProperties", 0, "handbook", "type", "object", "properties", handbook, "required",
        KEY_VERSION, "additionalProperties", 0, "marks", marks_schema(), "section",
        section_schema(), "place", place_schema());
    struct text_buffer out = text_buffer_new(arena);
    json_append(&out, schema, JSON_INDENT(2));
    return buffer_text(&out);
}
