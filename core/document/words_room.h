/*
 * Words take room, and how much can be told without fonts, a little on the safe side.
 *
 * Who draws makes boxes for their words by it; formats without fonts of their own break lines by
 * it. Widths of characters are those that most fonts have, in 1/1000 of the size.
 */
#ifndef ROLEBOOK_CORE_DOCUMENT_WORDS_ROOM_H
#define ROLEBOOK_CORE_DOCUMENT_WORDS_ROOM_H
#include "core/document/stylesheet.h"

struct word_lines {
    struct text *list;
    size_t count, capacity;
};

/*
 * Appends the lines of words, which '\n' divides too, broken at blanks and beside Han.
 *
 * in       width  in 1/1000 of the size; a longer word stands out
 */
void words_break(struct arena *arena, struct text words, int64_t width, struct word_lines *lines);
/* Of the widest line as it is divided by '\n', in 1/1000 pt. */
int32_t words_width(const struct style *style, struct text words);
/* Of the widest part that no line may be broken in. */
int32_t words_least_room(const struct style *style, struct text words);
/* Of all lines when they are at most so wide. */
int32_t words_height(struct arena *scratch, const struct style *style, struct text words,
                     int32_t width);

#endif
