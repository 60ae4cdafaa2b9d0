/*
 * A word stands in a Latin text where no letter is beside it, be it one or several of a kind.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_LABELS_LATIN_WORDS_H
#define ROLEBOOK_CORE_EXTRACT_LABELS_LATIN_WORDS_H
#include "core/base/text.h"

/*
 * in       words  folded
 *          word   folded, without the ending of a plural; empty: it stands nowhere
 * returns  whether it stands there: "keeper" in "keepers", and no "intern" in "international"
 */
bool has_latin_word(struct text words, struct text word);

#endif
