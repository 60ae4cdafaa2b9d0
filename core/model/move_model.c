#include "core/model/move_model.h"
#include "core/document/move_blocks.h"

static struct value *move_fields(const struct move *move, enum element element,
                                 const struct value *from)
{
    size_t count = element_field_count(element);
    struct value *fields = arena_new_array(move->arena, count, struct value);
    for (size_t i = 0; i < count; i++)
        fields[i] = (struct value){move_text(move, from[i].text), move_span(move, from[i].at)};
    return fields;
}

static void move_records(const struct move *move, struct records *records)
{
    struct record *from = records->rows;
    records->reason = move_text(move, records->reason);
    records->heading = move_text(move, records->heading);
    records->at = move_span(move, records->at);
    records->rows = NULL;
    records->capacity = records->count;
    if (records->count == 0)
        return;
    records->rows = arena_new_array(move->arena, records->count, struct record);
    for (size_t i = 0; i < records->count; i++) {
        struct record *record = &records->rows[i];
        *record = from[i];
        record->text = move_text(move, from[i].text);
        record->label = move_text(move, from[i].label);
        record->at = move_span(move, from[i].at);
        if (from[i].fields != NULL)
            record->fields = move_fields(move, records->element, from[i].fields);
    }
}

static struct section_text *move_sections(const struct move *move, const struct section_text *from,
                                          struct section_text **last)
{
    struct section_text *first = NULL, **link = &first;
    *last = NULL;
    for (; from != NULL; from = from->next, link = &(*link)->next) {
        struct section_text *section = *link = *last = arena_new(move->arena, struct section_text);
        section->heading = move_text(move, from->heading);
        section->text = move_text(move, from->text);
        section->blocks = move_blocks(move, from->blocks);
        section->at = move_span(move, from->at);
    }
    return first;
}

static struct role *move_role(const struct move *move, const struct role *from)
{
    struct role *role = arena_new(move->arena, struct role);
    *role = *from;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        move_records(move, &role->values[e]);
    role->other = move_sections(move, from->other, &role->last_other);
    role->source = move_source(move, from->source);
    role->at = move_span(move, from->at);
    role->language = move_text(move, from->language);
    role->next = NULL;
    return role;
}

static void move_requests(const struct move *move, struct handbook *handbook,
                          const struct request *from)
{
    handbook->requests = handbook->last_request = NULL;
    for (; from != NULL; from = from->next) {
        struct request *request =
            request_append(handbook, move_text(move, from->words), move_span(move, from->at));
        request->level = move_text(move, from->level);
        request->scope = move_span(move, from->scope);
    }
}

struct handbook *move_handbook(const struct move *move, const struct handbook *from)
{
    struct handbook *handbook = arena_new(move->arena, struct handbook);
    *handbook = *from;
    handbook->arena = move->arena;
    for (size_t e = 0; e < ELEMENT_COUNT; e++)
        move_records(move, &handbook->values[e]);
    handbook->preface = move_sections(move, from->preface, &handbook->last_preface);
    handbook->language = move_text(move, from->language);
    move_requests(move, handbook, from->requests);
    handbook->roles = handbook->last_role = NULL;
    for (const struct role *role = from->roles; role != NULL; role = role->next) {
        struct role *moved = move_role(move, role);
        *(handbook->last_role == NULL ? &handbook->roles : &handbook->last_role->next) = moved;
        handbook->last_role = moved;
    }
    return handbook;
}
