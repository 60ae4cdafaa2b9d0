/*
 * Rows that should say the same and do not are settled by votes.
 */
#ifndef ROLEBOOK_CORE_DRAFT_VOTES_H
#define ROLEBOOK_CORE_DRAFT_VOTES_H
#include "core/base/text.h"

struct vote {
    struct text
        key; /* the words folded: what is written otherwise in script or width is the same */
    struct text words;
    size_t votes;
};

/* So many votes for the words; what is folded lives in the arena. */
struct vote vote_for(struct arena *arena, struct text words, size_t votes);
/*
 * in       votes    are put in order
 * returns  the words most often given, of those with the same key the way they are mostly written;
 *          of equally common ones the first by its bytes. Empty words count nothing; empty: all are
 */
struct text votes_most_common(struct vote *votes, size_t count);

#endif
