/*
 * An index of a text finds words in it in time that grows with the words, not with the text.
 *
 * Each place is listed under the four bytes that begin there, and words are looked for where the
 * rarest four of theirs stand. It takes twelve bytes of memory for each of the text's.
 */
#ifndef ROLEBOOK_CORE_BASE_TEXT_INDEX_H
#define ROLEBOOK_CORE_BASE_TEXT_INDEX_H
#include "core/base/arena.h"
#include "core/base/text.h"

struct text_index;

/* In the arena; the text is borrowed, and shorter than 4 GiB. */
struct text_index *text_index_new(struct arena *arena, struct text text);
/* What text_find gives from the text's begin on; it serves words of less than four bytes. */
size_t text_index_find(const struct text_index *index, struct text words);

#endif
