/*
 * A posting in prose is read sentence by sentence: by no heading and in no list it says what the
 * holder does, and its sentences say themselves what they tell.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_WALK_PROSE_H
#define ROLEBOOK_CORE_EXTRACT_WALK_PROSE_H
#include "core/extract/outline/outline.h"

/* ---- told_sentences.c ---- */

enum told {
    TOLD_NOTHING,   /* of the post by itself */
    TOLD_DUTY,      /* what the holder does */
    TOLD_NEED,      /* what it takes */
    TOLD_PAY,       /* what the holder gets for it */
    TOLD_OF_HOLDER, /* where the holder is, whom he joins, what he is given */
    TOLD_HOW_TO_APPLY,
};

/* What a sentence of a posting tells; title: of the post, folded; empty: it has none yet. */
enum told told_by_sentence(struct extraction *x, struct text title, struct text sentence);

/* "Bakers should have two years of experience.", "You must hold a licence." */
bool asks_holder(struct extraction *x, struct text title, struct text sentence);
/* "Applicants should hold a degree." */
bool asks_applicants(struct extraction *x, struct text sentence);
/* "It runs all night.", "These are kept in the yard.": more of what the sentence in front tells. */
bool refers_back(struct extraction *x, struct text sentence);

/* ---- prose.c ---- */

/*
 * Where the role that begins there has no heading of duties, no list of them and no form, and
 * sentences tell what the holder will do: the last paragraph of such sentences.
 *
 * in       name  of the post, where no heading of the role has it; empty: nothing has
 * returns  false: it is no such posting
 */
bool find_prose(struct extraction *x, const struct outline *outline, size_t from, struct text name,
                size_t *last);
/*
 * A paragraph of such a posting, each sentence where it belongs; elsewhere one about applicants,
 * among what the post is for, and one of the duties that no heading announces, where it says what
 * the holder must have. false: it is none of these.
 */
bool fill_prose(struct extraction *x, const struct outline *outline, size_t index);

#endif
