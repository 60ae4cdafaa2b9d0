/*
 * Whether what was found is a role at all.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_EVIDENCE_EVIDENCE_H
#define ROLEBOOK_CORE_EXTRACT_EVIDENCE_EVIDENCE_H
#include "core/extract/extraction.h"

/* ---- evidence.c ---- */

/* Whether what was found says enough to be a role. */
bool is_role(struct extraction *x, const struct role *role);
/* Whether the roles found in the file vouch for none: its words are rules, people, a résumé. */
bool lacks_evidence(struct extraction *x);
/* Whether all roles have names, and one of these is a position's or was given as a role's. */
bool are_vouched_for(struct extraction *x);
/* Duties stand below a heading that speaks of them. */
bool has_announced_duties(struct extraction *x);

/* ---- people_files.c ---- */

/* Lines that begin with names of people, or one list of who does what, vouch for no role. */
bool is_about_people(struct extraction *x);
/* Entries that programs for sites keep of an author: the title is a name, the role of a house. */
bool is_page_of_person(const struct document *document);

/* ---- tutorials.c ---- */

/* Pieces of programs stand between its words, and no heading speaks of duties. */
bool is_tutorial(struct extraction *x);

/* ---- bare_lists.c ---- */

/* Nothing but a list, perhaps under a position's name, or that over headings of lists of acts:
 * *title, empty for none. */
bool is_list_of_items(struct extraction *x, struct text *title);

#endif
