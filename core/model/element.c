#include "core/model/element.h"

static const struct element_row elements[ELEMENT_COUNT] = {
#define ELEMENT(id, ...) [ELEMENT_##id] = {__VA_ARGS__},
#define HANDBOOK_ELEMENT(id, ...) [ELEMENT_##id] = {__VA_ARGS__},
#include "core/model/elements.def"
#undef ELEMENT
#undef HANDBOOK_ELEMENT
};

static const struct field_row fields[FIELD_COUNT] = {
#define FIELD(element, id, ...) [FIELD_##element##_##id] = {ELEMENT_##element, __VA_ARGS__},
#include "core/model/fields.def"
#undef FIELD
};

const struct element_row *element_row(enum element element) { return &elements[element]; }

const struct field_row *field_row(enum field field) { return &fields[field]; }

bool element_is_of_handbook(enum element element) { return element >= ELEMENT_ROLE_COUNT; }

/* Where the element's fields begin, or would: fields.def is in the order of elements.def. */
static size_t fields_from(enum element element)
{
    size_t low = 0, high = FIELD_COUNT;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (fields[middle].element < element)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

enum field element_first_field(enum element element)
{
    size_t first = fields_from(element);
    return first < FIELD_COUNT && fields[first].element == element ? (enum field)first : FIELD_NONE;
}

/* Records are asked for their first fields mostly: a few steps back, and no search. */
size_t field_place(enum field field)
{
    size_t place = 0;
    while (place < (size_t)field && fields[field - place - 1].element == fields[field].element)
        place++;
    return place;
}

size_t element_field_count(enum element element)
{
    return fields_from(element + 1) - fields_from(element);
}

static enum element find(struct text name, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (text_is(name, elements[i].name))
            return (enum element)i;
    return ELEMENT_COUNT;
}

enum element element_by_name(struct text name) { return find(name, 0, ELEMENT_ROLE_COUNT); }

enum element handbook_element_by_name(struct text name)
{
    return find(name, ELEMENT_ROLE_COUNT, ELEMENT_COUNT);
}

enum field field_by_name(enum element element, struct text name)
{
    for (size_t i = fields_from(element); i < FIELD_COUNT && fields[i].element == element; i++)
        if (text_is(name, fields[i].name))
            return (enum field)i;
    return FIELD_NONE;
}
