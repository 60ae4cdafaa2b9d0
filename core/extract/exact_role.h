/*
 * A file whose front matter says "kind: role" is one role as it is written: nothing is guessed, and
 * nothing divided.
 *
 * Entries of the front matter whose keys are elements are these. "# …" is the name. Each "## …"
 * that the vocabulary knows is that element, its list items and paragraphs are items, its tables
 * records by their heads, "### …" a part of it up to a rule. Every other "## …" is a section of its
 * own with all that stands below it, and so are a heading of an element that is there already, and
 * one that "sections:" in the front matter lists. Words in front of all of them, and those below
 * "##" alone, are a section without a heading.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_EXACT_ROLE_H
#define ROLEBOOK_CORE_EXTRACT_EXACT_ROLE_H
#include "core/extract/extraction.h"

/* Its front matter says so. */
bool is_exact_role(const struct document *document);
void read_exact_role(struct extraction *x);

#endif
