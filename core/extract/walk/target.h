/*
 * Where words go: elements and sections open and close, and the account learns of it.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_WALK_TARGET_H
#define ROLEBOOK_CORE_EXTRACT_WALK_TARGET_H
#include "core/extract/extraction.h"

/* "Preferred requirements" are all that stands below, and say how much it counts; 任職要求（必備）. */
bool heading_tells_need(struct extraction *x, struct text heading);
/* From here on words belong to that element. */
void open_element(struct extraction *x, struct label label, struct text heading, unsigned level,
                  struct span at);
void open_handbook_element(struct extraction *x, enum element element, struct text heading,
                           unsigned level, struct span at);
/* ... to a section of its own; reports S101 when is_unknown. */
void open_other(struct extraction *x, struct text heading, unsigned level, struct span at,
                bool is_unknown);
/*
 * Below a role's label that is no known element's: a section of its own, or the element that its
 * words are likely to mean, where is_unknown and the role lacks that; S101 says which.
 */
void open_unknown(struct extraction *x, struct text heading, unsigned level, struct span at,
                  bool is_unknown);
void close_target(struct extraction *x);
/* Says that the vocabulary does not know a label (S101), and which elements are near. */
void report_unknown(struct extraction *x, struct text heading, struct span at);
/* Says of each element of the role that nothing stands below its heading (S103). */
void report_empty_elements(struct extraction *x);
/* A caption that no items followed was an item itself. */
void settle_caption(struct extraction *x);
/* Says that words stand in no element and under no heading (S101). */
void report_words_apart(struct extraction *x, struct text words, struct span at);
/* Says once that the target's element was filled before (S102). */
void report_repeated(struct extraction *x);
/* What became of these words, for the account: in the target, known by x->clue. */
void note(struct extraction *x, enum use use, struct text words, struct span at);
/* ... in a field of an element, whatever the target. */
void note_field(struct extraction *x, enum use use, enum element element, enum field field,
                struct text words, struct span at);
/* ... nowhere, for that reason. */
void note_skipped(struct extraction *x, enum clue reason, struct text words, struct span at);

/* "Trustee Role Description" alone said that duties follow, and none did so far. */
bool target_is_of_title(const struct target *t);

#endif
