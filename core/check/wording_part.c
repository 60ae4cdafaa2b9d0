#include "core/check/wording_part.h"
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/check/wording.h"
#include "core/check/wording_act.h"
#include "core/check/wording_place.h"

#define SEVERAL 3 /* duties that lack a part together are one finding */

/*
 * The record gives the part in a field of its own. What was cut out of its sentence by the word it
 * begins with (根據…) is read with the sentence, which knows more: 根據客戶需求 is no procedure.
 */
static bool has_field(const struct records *records, const struct record *record, enum field field)
{
    struct text part = text_trim(record_field(records, record, field).text);
    bool is_cut = field == FIELD_DUTIES_HOW && text_find(record->text, part, 0) != TEXT_NOT_FOUND;
    return !text_is_empty(part) && !is_cut;
}

void wording_check_part(struct rule_context *cx, const struct role *role, enum field field,
                        says_part *says, const struct message *none_says)
{
    const struct records *records = role_records(role, ELEMENT_DUTIES);
    const struct sentence *sentences = wording_sentences(cx, role, ELEMENT_DUTIES);
    bool *lacks = arena_new_array(wording_scratch(cx), records->count + 1, bool);
    size_t asked = 0, lacking = 0;
    for (size_t i = 0; i < records->count; i++) {
        if (!wording_is_duty(&sentences[i]) || /* Shall be responsible for: */
            ends_in_colon(text_trim(records->rows[i].text)))
            continue;
        lacks[i] = !has_field(records, &records->rows[i], field) && !says(&sentences[i]);
        asked++;
        lacking += lacks[i];
    }
    if (lacking == asked && asked >= SEVERAL) {
        struct text_buffer number = text_buffer_new(cx->arena);
        buffer_append_int(&number, (int64_t)lacking);
        rule_report(cx, (struct finding_details){.at = records->at,
                                                 .message = none_says,
                                                 .args = {buffer_text(&number)}});
        return;
    }
    for (size_t i = 0; i < records->count; i++)
        if (lacks[i])
            wording_report(cx, &records->rows[i], &sentences[i],
                           (struct range){0, sentences[i].count}, (struct finding_details){0});
}
