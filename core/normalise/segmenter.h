/*
 * A segmenter finds where the words of a text end that puts no blanks between them.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_SEGMENTER_H
#define ROLEBOOK_CORE_NORMALISE_SEGMENTER_H
#include "core/base/arena.h"
#include <stdint.h>

struct segmenter;

/* Opens ICU's word segmentation when it is first needed; the caller closes it. */
struct segmenter *segmenter_open(struct arena *arena);
void segmenter_close(struct segmenter *segmenter);

/*
 * in       chars  [count], code points
 * returns  [count + 1], in the arena: whether a word begins or ends in front of each code point, by
 *          ICU's dictionary of Chinese, which knows both scripts (UAX #29)
 */
bool *segmenter_boundaries(struct segmenter *segmenter, struct arena *arena, const uint32_t *chars,
                           uint32_t count);

#endif
