/*
 * Headings that were taken for names of roles, and are titles of pages: "Quality Management System"
 * over its purpose and scope.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_EVIDENCE_PAGE_TITLES_H
#define ROLEBOOK_CORE_EXTRACT_EVIDENCE_PAGE_TITLES_H
#include "core/extract/extraction.h"

/* "Tag manager", 「店長手冊」: a product or paper as a whole, whatever position is in its name. */
bool is_called_otherwise(struct extraction *x, struct text title);

/*
 * Adds those among the names of the roles that were read to x->page_titles, in the scratch arena.
 * returns  whether there are any
 */
bool find_page_titles(struct extraction *x);
/* All roles have names, and a good part of these are positions, offices or units. */
bool are_known_names(struct extraction *x);
/* It says nothing of itself, and others follow. */
bool is_over_roles(const struct role *role);
/* A heading that stands there is one of them. */
bool is_page_title(const struct extraction *x, struct span at);

#endif
