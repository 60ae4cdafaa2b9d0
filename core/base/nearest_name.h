/*
 * The name that was meant, where one that is not known was written.
 */
#ifndef ROLEBOOK_CORE_BASE_NEAREST_NAME_H
#define ROLEBOOK_CORE_BASE_NEAREST_NAME_H
#include "core/base/text.h"

/*
 * in       names  [count], known ones; ASCII for the most part, since letters are counted in bytes
 * returns  the one that at most two letters added, left out or changed make of name, fewer than
 *          half of its letters; of several the nearest, the first of those; empty: there is none
 */
struct text nearest_name(struct text name, const struct text *names, size_t count);

/* Bytes to add, leave out or change (V. Levenshtein, 1966); many for words of over 40 bytes. */
size_t name_edits(struct text a, struct text b);

#endif
