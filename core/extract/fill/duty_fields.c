/*
 * Labelled words below a duty or behind its sentence that tell of it: by what it is assessed, what
 * comes of it, how often.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/walk/target.h"

#define FIELD_LABEL_BYTES 40 /* of one with its colon */

/* 「標準：…」, "Standard: …", 「頻率：…」: the field, and in *value what stands behind the colon. */
static enum field field_of_duty(struct extraction *x, struct text words, struct text *value)
{
    size_t width, colon = find_colon(text_head(words, FIELD_LABEL_BYTES), &width);
    if (colon == TEXT_NOT_FOUND)
        return FIELD_NONE;
    *value = text_trim(text_from(words, colon + width));
    enum field field = vocabulary_field(x->vocabulary, x->scratch, ELEMENT_DUTIES,
                                        text_trim(text_slice(words, 0, colon)));
    bool is_told = field == FIELD_DUTIES_STANDARDS || field == FIELD_DUTIES_OUTPUT ||
                   field == FIELD_DUTIES_FREQUENCY;
    return is_told && !text_is_empty(*value) ? field : FIELD_NONE;
}

struct text words_behind_field(struct extraction *x, struct text words)
{
    struct text value;
    return field_of_duty(x, words, &value) == FIELD_NONE ? words : value;
}

bool fill_field_behind(struct extraction *x, struct text words, struct span at)
{
    struct records *records = x->target.records;
    if (records->element != ELEMENT_DUTIES || records->count == 0)
        return false;
    struct record *duty = &records->rows[records->count - 1];
    struct text value;
    enum field field = field_of_duty(x, words, &value);
    if (field == FIELD_NONE || !text_is_empty(record_field(records, duty, field).text))
        return false;
    size_t begin = (size_t)(value.data - words.data);
    struct span of_value = span_slice(at, begin, begin + value.size);
    record_set_field(x->handbook, records, duty, field, (struct value){value, of_value});
    note_field(x, USE_LABEL, ELEMENT_DUTIES, field, text_trim(text_slice(words, 0, begin)), at);
    note_field(x, USE_VALUE, ELEMENT_DUTIES, field, value, of_value);
    return true;
}

bool fill_field_below(struct extraction *x, struct text text, struct text label, unsigned depth,
                      struct span at)
{
    struct records *records = x->target.records;
    if (records->element != ELEMENT_DUTIES || records->count == 0)
        return false;
    const struct record *duty = &records->rows[records->count - 1];
    struct text value;
    bool is_behind_number = text_is_empty(label) && !text_is_empty(duty->label) &&
                            field_of_duty(x, text, &value) == FIELD_DUTIES_STANDARDS;
    return (depth > duty->depth || is_behind_number) && fill_field_behind(x, text, at);
}

size_t field_within(struct extraction *x, struct text text)
{
    static const struct text stops[] = {TEXT_INIT("。"), TEXT_INIT(". ")};
    struct text value;
    if (x->target.records->element != ELEMENT_DUTIES)
        return text.size;
    for (size_t i = 0; i < 2; i++)
        for (size_t at = 0; (at = text_find(text, stops[i], at)) != TEXT_NOT_FOUND;) {
            at += stops[i].size;
            struct text rest = text_from(text, at);
            if (field_of_duty(x, rest, &value) != FIELD_NONE)
                return at;
        }
    return text.size;
}
