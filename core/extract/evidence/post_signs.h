/*
 * Whether a page under a name that is no position's speaks of a post.
 *
 * Projects, products and rules have a purpose, a scope, goals and requirements as posts have them:
 * only duties, what the post is for and its terms tell the two apart, in points.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_EVIDENCE_POST_SIGNS_H
#define ROLEBOOK_CORE_EXTRACT_EVIDENCE_POST_SIGNS_H
#include "core/extract/extraction.h"

/* By the headings over its duties, purpose and needs, and by the terms that it states. */
bool speaks_of_post(struct extraction *x, const struct role *role);

#endif
