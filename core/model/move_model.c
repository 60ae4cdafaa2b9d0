#include "core/model/move_model.h"
#include "core/document/move_blocks.h"

static bool is_within(struct text part, struct text whole)
{
    return part.size > 0 && part.data >= whole.data &&
           part.data + part.size <= whole.data + whole.size;
}

/* The fields up to the last that is set; what is a part of the record's text stays one. */
static void move_fields(const struct move *move, struct record *record, const struct record *from)
{
    record->fields = NULL;
    while (record->field_count > 0 && from->fields[record->field_count - 1].at.source == NULL &&
           text_is_empty(from->fields[record->field_count - 1].text))
        record->field_count--;
    if (record->field_count > 0)
        record->fields = arena_new_array(move->arena, record->field_count, struct value);
    for (size_t i = 0; i < record->field_count; i++) {
        struct text text = from->fields[i].text;
        size_t offset = is_within(text, from->text) ? (size_t)(text.data - from->text.data) : 0;
        record->fields[i].text = is_within(text, from->text)
                                     ? text_slice(record->text, offset, offset + text.size)
                                     : move_text(move, text);
        record->fields[i].at = move_span(move, from->fields[i].at);
    }
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
        record->draft = move_text(move, from[i].draft);
        record->at = move_span(move, from[i].at);
        move_fields(move, record, &from[i]);
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
    for (enum element e = ELEMENT_ROLE_COUNT; e < ELEMENT_COUNT; e++)
        move_records(move, handbook_own(handbook, e));
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
