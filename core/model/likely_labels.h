/*
 * What a label that no vocabulary has is likely to mean: the element whose labels have its words.
 *
 * The vocabulary's own labels are the examples, those of a user's file among them: naive Bayes over
 * their words, pairs of words, first and last words (in Han: characters), with headings of no
 * element as one class more (Manning, Raghavan, Schütze: Introduction to Information Retrieval,
 * 2008, section 13.2). It must be sure, and labels of the element must have what the label says.
 */
#ifndef ROLEBOOK_CORE_MODEL_LIKELY_LABELS_H
#define ROLEBOOK_CORE_MODEL_LIKELY_LABELS_H
#include "core/model/vocabulary.h"

struct likely_labels;

/* Counts the labels of the vocabulary, which must live as long; in the arena. */
struct likely_labels *likely_labels_make(const struct vocabulary *vocabulary, struct arena *arena);
/*
 * in       folded  a label as fold_label folds it
 * returns  an element of a role that is told in words; ELEMENT_COUNT: none is likely
 */
enum element likely_element(const struct likely_labels *likely, struct text folded);

#endif
