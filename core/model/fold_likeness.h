/*
 * How alike two texts are, once folded, by the pieces they share.
 */
#ifndef ROLEBOOK_CORE_MODEL_FOLD_LIKENESS_H
#define ROLEBOOK_CORE_MODEL_FOLD_LIKENESS_H
#include "core/base/text.h"

/*
 * How alike two folded texts are, 0 to 100: the Han characters and the pairs of letters they share,
 * of both (Dice). Single letters tell nothing: any two English titles share most of theirs.
 */
unsigned fold_likeness(struct text a, struct text b);

/* What fold_likeness compares of a text: how many pieces, and a bit of 64 for each. */
struct fold_pieces {
    uint64_t bits;
    size_t count;
};

struct fold_pieces fold_pieces(struct text folded);
/* fold_likeness of two texts with these pieces is no higher. */
unsigned fold_likeness_bound(struct fold_pieces a, struct fold_pieces b);

#endif
