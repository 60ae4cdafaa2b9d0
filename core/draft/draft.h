/*
 * A draft is what a program can say of a role from goals, processes or work: sentences in the form
 * what + how + result, each marked with the row it was drawn from (core/model/draft_mark.h), and
 * nothing that no row says. What is missing is a finding, not a text.
 */
#ifndef ROLEBOOK_CORE_DRAFT_DRAFT_H
#define ROLEBOOK_CORE_DRAFT_DRAFT_H
#include "core/model/model.h"
#include "core/normalise/duty_sentence.h"

/* Where a row stands, as short as a mark wants it: "processes.md:14", "流程.docx: table 1, row 3".
 */
struct text draft_place(struct arena *arena, struct span at);
/* A record with these words, marked with the place of their row; none for empty words: NULL. */
struct record *draft_add(struct handbook *handbook, struct records *records, struct text words,
                         struct span row);
/* Sets a field unless the words are empty; record may be NULL. */
void draft_set(struct handbook *handbook, struct records *records, struct record *record,
               enum field field, struct text words, struct span row);

/*
 * The duty as a sentence of the language: 「負責…，遵循…，確保…。」, "…, following …, so that …."
 *
 * in       parts  as people write them in cells; words of the formula that they begin with are not
 *                 doubled, and parts that are empty leave nothing behind
 */
struct text draft_sentence(struct arena *arena, enum language language, struct duty_parts parts);
/* What is done, without the formula's opening and the stop; English with a small letter. */
struct text draft_act(struct arena *arena, enum language language, struct text what);

#endif
