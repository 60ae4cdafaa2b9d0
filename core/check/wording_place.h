/*
 * Findings on wording point at the words in the source, not at the record that holds them.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_PLACE_H
#define ROLEBOOK_CORE_CHECK_WORDING_PLACE_H
#include "core/check/rule.h"
#include "core/normalise/sentence.h"

/* Where the words stand in the source: their bytes if they are found there, else the record. */
struct span wording_span(const struct record *record, const struct sentence *s, struct range at);

/* Where the words first stand in the record's source; the record when they are not found there. */
struct span wording_find(const struct record *record, struct text words);

/* Reports one finding at the words of a range; excerpt and {0} are the words. */
void wording_report(struct rule_context *cx, const struct record *record, const struct sentence *s,
                    struct range at, struct finding_details finding);

#endif
