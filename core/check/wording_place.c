#include "core/check/wording_place.h"

struct span wording_span(const struct record *record, const struct sentence *s, struct range at)
{
    struct text words = sentence_text(s, at);
    struct span span = record->at;
    if (!span_is_text(span) || text_is_empty(words))
        return span;
    struct text source = text_slice(span.source->text, span.begin, span.end);
    size_t nth = 0, found = TEXT_NOT_FOUND;
    for (size_t i = text_find(s->text, words, 0); i < s->offsets[at.begin];
         i = text_find(s->text, words, i + 1))
        nth++;
    for (size_t i = 0; i <= nth; i++)
        found = text_find(source, words, found == TEXT_NOT_FOUND ? 0 : found + 1);
    return found == TEXT_NOT_FOUND ? span : span_slice(span, found, found + words.size);
}

struct span wording_find(const struct record *record, struct text words)
{
    struct span span = record->at;
    if (!span_is_text(span))
        return span;
    struct text source = text_slice(span.source->text, span.begin, span.end);
    size_t found = text_find(source, words, 0);
    const char *first = record->text.data;
    bool is_slice = words.data >= first && words.data < first + record->text.size;
    /* as often as they stand in the record in front of these */
    for (size_t i = text_find(record->text, words, 0);
         is_slice && found != TEXT_NOT_FOUND && i < (size_t)(words.data - first);
         i = text_find(record->text, words, i + 1))
        found = text_find(source, words, found + 1);
    return found == TEXT_NOT_FOUND ? span : span_slice(span, found, found + words.size);
}

void wording_report(struct rule_context *cx, const struct record *record, const struct sentence *s,
                    struct range at, struct finding_details finding)
{
    finding.at = wording_span(record, s, at);
    finding.excerpt = text_copy(cx->arena, sentence_text(s, at));
    finding.content = record->text;
    if (text_is_empty(finding.args[0]))
        finding.args[0] = finding.excerpt;
    rule_report(cx, finding);
}
