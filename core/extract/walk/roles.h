/*
 * Roles begin and end, and take their names.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_WALK_ROLES_H
#define ROLEBOOK_CORE_EXTRACT_WALK_ROLES_H
#include "core/extract/extraction.h"

/*
 * A new role, or the open one where that is fresh and has no name yet, or has the same.
 *
 * in       title  its name, perhaps with how many are wanted behind it; empty: none is known yet
 *          level  of the heading that begins it: one of that level or above ends it
 *          at     of the name
 */
void begin_role(struct extraction *x, struct text title, unsigned level, struct span at);
/* The same below the heading "Position: Night Porter", whose label may be empty: another role
 * begins though it has the name of the last, unless another label gave that one. */
void begin_role_below(struct extraction *x, struct text label, struct text title, unsigned level,
                      struct span at);
/* Nothing is open any more. A role of which nothing was said is dropped; elements whose headings
 * nothing followed are reported (S103). */
void end_role(struct extraction *x);
/* The form goes on over the page: what comes again there is no repetition. */
void continue_role(struct extraction *x);
/*
 * Another value under a label of the position's name, with little known of the role: the label's
 * word is surer than a heading's, and two labels that differ give it two names.
 *
 * returns  false: it begins a role of its own, and nothing is taken
 */
bool take_title(struct extraction *x, const struct pair *pair, struct span at);
/* Whether it would; label: folded. */
bool may_take_title(const struct extraction *x, struct text label);
/* The next role, whose name a label is about to give; the open one where nothing is known of it. */
void begin_labelled_role(struct extraction *x, struct span at);
/* The role, begun without a name when there is none. */
struct role *the_role(struct extraction *x, struct span at);

#endif
