/*
 * Where words go: roles begin and end, elements and sections open, and the account learns of it.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_WALK_TARGET_H
#define ROLEBOOK_CORE_EXTRACT_WALK_TARGET_H
#include "core/extract/extraction.h"

/* A new role, or the fresh one that has no name yet. */
void begin_role(struct extraction *x, struct text title, unsigned level, struct span at);
/* The same below the heading "Position: Night Porter", whose label may be empty: another role
 * begins though it has the name of the last, unless another label gave that one. */
void begin_role_below(struct extraction *x, struct text label, struct text title, unsigned level,
                      struct span at);
void end_role(struct extraction *x);
/* The form goes on over the page: what comes again there is no repetition. */
void continue_role(struct extraction *x);
/*
 * Another value under a label of the position's name, with little known of the role: the label's
 * word is surer than a heading's, and two labels that differ give it two names.
 *
 * returns  false: it begins a role of its own
 */
bool take_title(struct extraction *x, const struct pair *pair, struct span at);
/* The next role, whose name a label is about to give; the open one where nothing is known of it. */
void begin_labelled_role(struct extraction *x, struct span at);
/* 財務部, "Finance Department": the name of a part of an organisation. */
bool is_department(struct extraction *x, struct text name);
/* Whether it would; label: folded. */
bool may_take_title(const struct extraction *x, struct text label);
/* A chapter over roles: they belong to the department it names. */
void begin_chapter(struct extraction *x, struct text heading, unsigned level, struct span at);
/* Chapters without words of their own are no pages. */
void end_chapter(struct extraction *x);
/* The role, begun without a name when there is none. */
struct role *the_role(struct extraction *x, struct span at);
/* From here on words belong to that element. */
void open_element(struct extraction *x, struct label label, struct text heading, unsigned level,
                  struct span at);
void open_handbook_element(struct extraction *x, enum element element, struct text heading,
                           unsigned level, struct span at);
/* ... to a section of its own; reports S101 when is_unknown. */
void open_other(struct extraction *x, struct text heading, unsigned level, struct span at,
                bool is_unknown);
void close_target(struct extraction *x);
/* Says that the vocabulary does not know a label (S101), and which elements are near. */
void report_unknown(struct extraction *x, struct text heading, struct span at);
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

#endif
