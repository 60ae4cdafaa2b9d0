/*
 * Normalisation brings a model, however it was read, to one form.
 *
 * Values: NFC, blanks trimmed and collapsed, list numbers and bullets moved to the label, coded
 * values to their codes, not-applicable words to the state, each role's language settled. Duty
 * sentences are parsed into what / how / result beside their untouched text. Never changes the
 * wording.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_NORMALISE_H
#define ROLEBOOK_CORE_NORMALISE_NORMALISE_H
#include "core/model/model.h"
#include "core/model/vocabulary.h"

void normalise_handbook(struct handbook *handbook, const struct vocabulary *vocabulary);

#endif
