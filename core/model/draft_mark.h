/*
 * A draft's mark tells a sentence that a program wrote from one that a person stands for, and names
 * the row it was drawn from.
 *
 * In the model it is record->draft: "processes.md:14". On every page and in every format it stands
 * behind the record's words, where people see it: 「…。〔草稿：processes.md:14〕」, "… (draft:
 * processes.md:14)". Whoever takes the brackets away accepts the sentence.
 */
#ifndef ROLEBOOK_CORE_MODEL_DRAFT_MARK_H
#define ROLEBOOK_CORE_MODEL_DRAFT_MARK_H
#include "core/model/model.h"

/* What stands in front of the mark; *draft: what it says, untouched where there is none. */
struct text draft_mark_divide(struct text words, struct text *draft);
/* Takes the mark off the record's words, and its main field's, into record->draft. */
void draft_mark_take(struct record *record);
/* Puts the marks of all records of roles and baseline behind their words, to be written. */
void draft_marks_show(struct handbook *handbook);

#endif
