/*
 * Grams are the pieces in which two duties are compared.
 *
 * In Han they are pairs of neighbouring characters, in letters the stems of words and the pairs of
 * neighbouring stems. What every duty has is no gram: the words of the formula (負責 … 工作,
 * responsible for) and those that only join others (的, 與, the, of). A gram belongs to the slot it
 * stands in: the same words as an act and as a result are not the same.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_GRAMS_H
#define ROLEBOOK_CORE_NORMALISE_GRAMS_H
#include "core/base/token_sets.h"
#include "core/model/model.h"

enum gram_slot { SLOT_WHAT, SLOT_HOW, SLOT_RESULT };

/* Bytes begin to end of the text that is walked are the gram's. */
typedef void gram_visit(void *data, uint64_t gram, size_t begin, size_t end);

/* Visits the grams of a text in their order, folding each character as it goes. */
void grams_walk(struct text text, enum gram_slot slot, gram_visit *visit, void *data);
/* Whether a gram is a pair of neighbouring stems: what it says, its stems say already. */
bool gram_is_pair_of_stems(uint64_t gram);

/*
 * Adds a set: the grams of a duty, from its fields for act, procedure and result where they are
 * filled, else from the parts of its sentence.
 */
void grams_collect(struct arena *scratch, const struct records *records,
                   const struct record *record, struct set_collector *collector);
/* The same by gram_apart, so that the set meets only sets that are added so. */
void grams_collect_apart(struct arena *scratch, const struct records *records,
                         const struct record *record, struct set_collector *collector);
/* The gram as it is where sets are kept apart from others; of that the gram itself. */
uint64_t gram_apart(uint64_t gram);
/* Whether neither duty has the word or pair of characters that the other begins with: the act. */
bool grams_begin_apart(struct arena *scratch, struct text duty, struct text other);
/* Whether the acts of two duties have the same words or characters, in whatever order. */
bool grams_same_words(struct arena *scratch, struct text duty, struct text other);
/*
 * A gram weighs the more the rarer it is, half of that for a procedure, a result or a pair of
 * stems.
 */
struct token_weighing gram_weighing(void);

#endif
