/*
 * Listed tells what the lists of phrases hold at a place, while the phrases of a sentence are still
 * looked for.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_LISTED_H
#define ROLEBOOK_CORE_NORMALISE_LISTED_H
#include "core/normalise/sentence.h"

/* Of an English word: also hyphens and apostrophes. */
bool listed_is_letter(uint32_t c);
/* The classes of what somebody does wherever it stands. */
uint64_t listed_acts(void);
/* Where the longest phrase of the classes ends that begins at the code point; `at`: there is none.
 */
uint32_t listed_end(const struct sentence *s, const struct phrases *phrases, uint32_t at,
                    uint64_t classes);

/*
 * 蔬果、肉品|等, …、肉品|等20件: 等 at the end of a list, or in front of a figure, wherever the words are
 * cut.
 */
bool listed_is_ended(const struct sentence *s, struct range at);

#endif
