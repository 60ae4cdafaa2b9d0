/*
 * Edits change stretches of a text and nothing beside them.
 */
#ifndef ROLEBOOK_CORE_BASE_EDITS_H
#define ROLEBOOK_CORE_BASE_EDITS_H
#include "core/base/text.h"

struct edit {
    size_t begin, end; /* bytes to take away; alike: words go in between */
    struct text words; /* to put there */
    size_t rank;       /* of those that touch one stretch the lowest is made */
};

/*
 * in       edits  [count], in any order; within the text. Reordered.
 * out      *made  how many were made: those that overlap none made before them, by begin, then
 *                 rank. Two at one place overlap, also when both only put words in; where one ends
 *                 another may begin.
 * returns  the text with these, in the arena; text itself when none was made
 */
struct text edits_apply(struct arena *arena, struct text text, struct edit *edits, size_t count,
                        size_t *made);

#endif
