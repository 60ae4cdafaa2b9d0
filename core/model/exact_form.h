/*
 * What those who write and those who read a file of one exact role ("kind: role") agree on.
 */
#ifndef ROLEBOOK_CORE_MODEL_EXACT_FORM_H
#define ROLEBOOK_CORE_MODEL_EXACT_FORM_H
#include "core/model/vocabulary.h"

/* The entries of front matter that say so, and which headings are none of elements. */
#define EXACT_KEY "kind"
#define EXACT_KIND "role"
#define EXACT_SECTIONS "sections"

/* Em spaces in front of a cell's words: the record in it is so deep below the one above. */
#define EXACT_INDENT "\u2003"

/* The element of a role that the heading means; ELEMENT_COUNT: it means none, or a part of one. */
enum element exact_element(const struct vocabulary *vocabulary, struct arena *scratch,
                           struct text heading);

#endif
