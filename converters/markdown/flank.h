/*
 * What stands beside asterisks decides whether they open or close (CommonMark, section 6.2).
 *
 * Han has no blanks between words, so that 「**重點：**其他」 closes nothing by these rules. Those
 * who write it mean bold, and most editors show it.
 */
#ifndef ROLEBOOK_CONVERTERS_MARKDOWN_FLANK_H
#define ROLEBOOK_CONVERTERS_MARKDOWN_FLANK_H
#include "core/base/text.h"

enum flank { FLANK_SPACE, FLANK_PUNCTUATION, FLANK_LETTER, FLANK_UNSURE };

/* What c is to a mark beside it; FLANK_UNSURE: readers differ. */
enum flank flank_of(uint32_t c);

/*
 * in       source  up to the end of the block; two asterisks stand at at, which CommonMark left
 *                  as text
 * returns  where the two asterisks stand that end what these begin, with Han right beside one of
 *          the pairs; TEXT_NOT_FOUND: they are text
 */
size_t han_strong_end(struct text source, size_t begin, size_t at);

#endif
