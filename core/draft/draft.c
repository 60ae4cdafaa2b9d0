#include "core/draft/draft.h"
#include "core/base/text_buffer.h"

struct text draft_place(struct arena *arena, struct span at)
{
    struct text all = span_describe(arena, at);
    size_t path = at.source == NULL ? 0 : text_from_string(at.source->path).size, begin = 0;
    for (size_t i = 0; i < path && i < all.size; i++)
        if (all.data[i] == '/')
            begin = i + 1;
    struct text place = text_from(all, begin), rest = text_from(all, path);
    size_t column = text_find(rest, TEXT(", column"), 0);
    if (column == TEXT_NOT_FOUND && text_starts_with(rest, TEXT(":")))
        column = text_find(rest, TEXT(":"), 1);
    return column == TEXT_NOT_FOUND ? place : text_slice(place, 0, path - begin + column);
}

struct record *draft_add(struct handbook *handbook, struct records *records, struct text words,
                         struct span row)
{
    if (text_is_empty(text_trim(words)))
        return NULL;
    struct record *record = record_append(handbook, records, text_trim(words), row);
    record->draft = draft_place(handbook->arena, row);
    if (element_field_count(records->element) > 0)
        draft_set(handbook, records, record, element_first_field(records->element), record->text,
                  row);
    return record;
}

void draft_set(struct handbook *handbook, struct records *records, struct record *record,
               enum field field, struct text words, struct span row)
{
    if (record != NULL && !text_is_empty(text_trim(words)))
        record_set_field(handbook, records, record, field, (struct value){text_trim(words), row});
}
