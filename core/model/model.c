#include "core/model/model.h"
#include <assert.h>

static void name_elements(struct records *values, enum element first, enum element end)
{
    for (enum element e = first; e < end; e++)
        values[e - first].element = e;
}

struct handbook *handbook_new(struct arena *arena)
{
    struct handbook *handbook = arena_new(arena, struct handbook);
    handbook->arena = arena;
    name_elements(handbook->own, ELEMENT_ROLE_COUNT, ELEMENT_COUNT);
    return handbook;
}

struct records *handbook_own(struct handbook *handbook, enum element element)
{
    assert(element >= ELEMENT_ROLE_COUNT && element < ELEMENT_COUNT);
    return &handbook->own[element - ELEMENT_ROLE_COUNT];
}

struct role *role_append(struct handbook *handbook, const struct source *source, struct span at)
{
    struct role *role = arena_new(handbook->arena, struct role);
    role->source = source;
    role->at = at;
    name_elements(role->values, (enum element)0, ELEMENT_ROLE_COUNT);
    *(handbook->last_role == NULL ? &handbook->roles : &handbook->last_role->next) = role;
    handbook->last_role = role;
    handbook->role_count++;
    return role;
}

void role_drop_last(struct handbook *handbook, struct role *before)
{
    assert(handbook->last_role != NULL);
    *(before == NULL ? &handbook->roles : &before->next) = NULL;
    handbook->last_role = before;
    handbook->role_count--;
}

struct record *record_append(struct handbook *handbook, struct records *records, struct text text,
                             struct span at)
{
    struct record *record =
        arena_push(handbook->arena, records->rows, records->count, records->capacity);
    *record = (struct record){.text = text, .at = at};
    records->state = STATE_FILLED;
    if (records->at.source == NULL)
        records->at = at;
    return record;
}

void record_set_field(struct handbook *handbook, struct records *records, struct record *record,
                      enum field field, struct value value)
{
    assert(field < FIELD_COUNT && field_row(field)->element == records->element);
    unsigned at = (unsigned)field_place(field);
    if (at >= record->field_count) {
        unsigned count = (unsigned)element_field_count(records->element);
        record->fields = arena_grow(handbook->arena, record->fields,
                                    record->field_count * sizeof value, count * sizeof value);
        record->field_count = count;
    }
    record->fields[at] = value;
}

static struct section_text *section_append(struct arena *arena, struct section_text **first,
                                           struct section_text **last, struct text heading,
                                           struct span at)
{
    struct section_text *section = arena_new(arena, struct section_text);
    section->heading = heading;
    section->at = at;
    *(*last == NULL ? first : &(*last)->next) = section;
    *last = section;
    return section;
}

struct section_text *other_append(struct handbook *handbook, struct role *role, struct text heading,
                                  struct span at)
{
    return section_append(handbook->arena, &role->other, &role->last_other, heading, at);
}

struct section_text *other_append_copy(struct arena *arena, struct role *role,
                                       const struct section_text *section)
{
    struct section_text *copy =
        section_append(arena, &role->other, &role->last_other, section->heading, section->at);
    *copy = *section;
    copy->next = NULL;
    return copy;
}

struct section_text *preface_append(struct handbook *handbook, struct text heading, struct span at)
{
    return section_append(handbook->arena, &handbook->preface, &handbook->last_preface, heading,
                          at);
}

struct request *request_append(struct handbook *handbook, struct text words, struct span at)
{
    struct request *request = arena_new(handbook->arena, struct request);
    *request = (struct request){.words = words, .at = at, .scope = span_of_source(at.source)};
    *(handbook->last_request == NULL ? &handbook->requests : &handbook->last_request->next) =
        request;
    handbook->last_request = request;
    return request;
}

struct request *request_of_comment(struct handbook *handbook, struct text comment, struct span at)
{
    const struct text name = TEXT("rolebook");
    struct text rest = text_trim(comment);
    if (!text_starts_with(rest, name))
        return NULL;
    rest = text_trim(text_from(rest, name.size));
    bool is_wide = text_starts_with(rest, TEXT("："));
    if (!is_wide && !text_starts_with(rest, TEXT(":")))
        return NULL;
    return request_append(handbook, text_trim(text_from(rest, is_wide ? 3 : 1)), at);
}

static void join_records(struct handbook *handbook, struct records *to, const struct records *from)
{
    bool is_text = element_row(to->element)->kind == KIND_TEXT;
    if (from->state > to->state && to->count == 0) {
        *to = *from;
        to->capacity = to->count; /* from's array is full for us: growing copies it */
        return;
    }
    if (is_text)
        return;
    for (size_t i = 0; i < from->count; i++)
        *arena_push(handbook->arena, to->rows, to->count, to->capacity) = from->rows[i];
}

void handbook_join(struct handbook *handbook, struct handbook *from)
{
    for (enum element e = ELEMENT_ROLE_COUNT; e < ELEMENT_COUNT; e++)
        join_records(handbook, handbook_own(handbook, e), handbook_own(from, e));
    if (from->preface != NULL) {
        *(handbook->last_preface == NULL ? &handbook->preface : &handbook->last_preface->next) =
            from->preface;
        handbook->last_preface = from->last_preface;
    }
    if (from->roles != NULL) {
        *(handbook->last_role == NULL ? &handbook->roles : &handbook->last_role->next) =
            from->roles;
        handbook->last_role = from->last_role;
        handbook->role_count += from->role_count;
    }
    if (from->requests != NULL) {
        *(handbook->last_request == NULL ? &handbook->requests : &handbook->last_request->next) =
            from->requests;
        handbook->last_request = from->last_request;
    }
    if (handbook->language.size == 0)
        handbook->language = from->language;
}

const struct records *role_records(const struct role *role, enum element element)
{
    assert(element < ELEMENT_ROLE_COUNT);
    return &role->values[element];
}

const struct records *handbook_records(const struct handbook *handbook, enum element element)
{
    assert(element >= ELEMENT_ROLE_COUNT && element < ELEMENT_COUNT);
    return &handbook->own[element - ELEMENT_ROLE_COUNT];
}

static struct text first_text(const struct records *records)
{
    return records->count == 0 ? (struct text){0} : records->rows[0].text;
}

struct text role_text(const struct role *role, enum element element)
{
    return first_text(role_records(role, element));
}

struct text handbook_text(const struct handbook *handbook, enum element element)
{
    return first_text(handbook_records(handbook, element));
}

struct text role_title(const struct role *role) { return role_text(role, ELEMENT_TITLE); }

struct value record_field(const struct records *records, const struct record *record,
                          enum field field)
{
    assert(field < FIELD_COUNT && field_row(field)->element == records->element);
    size_t at = field_place(field);
    return at < record->field_count ? record->fields[at] : (struct value){0};
}

bool record_is_main(const struct record *record)
{
    return record->fields != NULL && text_equal(record->fields[0].text, record->text);
}

void record_set_text(struct record *record, struct text text)
{
    if (record_is_main(record))
        record->fields[0].text = text;
    record->text = text;
}

bool is_filled(const struct records *records) { return records->state == STATE_FILLED; }

bool is_given(const struct records *records)
{
    return records->state == STATE_FILLED || records->state == STATE_NOT_APPLICABLE;
}
