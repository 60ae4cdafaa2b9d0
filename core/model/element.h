/*
 * An element is a row: its name, kind, level when absent, and fields.
 *
 * Readers, writers, checks, composer, schema and documentation are all driven by these tables.
 */
#ifndef ROLEBOOK_CORE_MODEL_ELEMENT_H
#define ROLEBOOK_CORE_MODEL_ELEMENT_H
#include "core/base/diagnostics.h"

enum element {
#define ELEMENT(id, ...) ELEMENT_##id,
#define HANDBOOK_ELEMENT(id, ...)
#include "core/model/elements.def"
#undef ELEMENT
#undef HANDBOOK_ELEMENT
    ELEMENT_ROLE_COUNT, /* elements below this one belong to a role, the others to the handbook */
    ELEMENT_BEFORE_HANDBOOK = ELEMENT_ROLE_COUNT - 1,
#define ELEMENT(id, ...)
#define HANDBOOK_ELEMENT(id, ...) ELEMENT_##id,
#include "core/model/elements.def"
#undef ELEMENT
#undef HANDBOOK_ELEMENT
    ELEMENT_COUNT
};

enum kind {
    KIND_TEXT,    /* one value */
    KIND_LIST,    /* texts */
    KIND_REF,     /* the name of another role */
    KIND_REFS,    /* names of other roles */
    KIND_RECORDS, /* a table with named fields */
};

/* It holds items, as against one value and names of roles. */
static inline bool kind_has_items(enum kind kind)
{
    return kind == KIND_LIST || kind == KIND_RECORDS;
}

/* It holds one value, words or a name. */
static inline bool kind_has_one_value(enum kind kind)
{
    return kind == KIND_TEXT || kind == KIND_REF;
}

enum field {
#define FIELD(element, id, ...) FIELD_##element##_##id,
#include "core/model/fields.def"
#undef FIELD
    FIELD_COUNT,
    FIELD_NONE = FIELD_COUNT
};

struct element_row {
    const char *name; /* XML name, JSON key */
    enum kind kind;
    enum level absent; /* level of the finding when it is missing, default profile */
    const char *holds; /* what it holds, in English, for documentation */
};

struct field_row {
    enum element element;
    const char *name;
    const char *holds;
};

/* The rows of the tables: static, never NULL; the element, or field, must be one. */
const struct element_row *element_row(enum element element);
const struct field_row *field_row(enum field field);
/* As against one of a role. */
bool element_is_of_handbook(enum element element);
/* The fields of an element are [first, first + count); count is 0 unless KIND_RECORDS. */
enum field element_first_field(enum element element);
/* The place of a field among those of its element, from 0. */
size_t field_place(enum field field);
size_t element_field_count(enum element element);
/* By XML name among a role's elements, or the handbook's; ELEMENT_COUNT when unknown. */
enum element element_by_name(struct text name);
enum element handbook_element_by_name(struct text name);
/* By XML name among the element's fields; FIELD_NONE when unknown. */
enum field field_by_name(enum element element, struct text name);

#endif
