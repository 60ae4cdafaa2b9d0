/*
 * What an English duty says somebody is responsible for, without saying what is done.
 *
 * Responsible for finance, manages community affairs, ensures that everything runs: a field or all
 * that there is in it. Responsible for the payroll and for the sprinklers: two charges.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_CHARGE_H
#define ROLEBOOK_CORE_CHECK_WORDING_CHARGE_H
#include "core/normalise/acts.h"

/* Whether a field, its affairs or everything in it is all that the duty is about. */
bool wording_names_field_only(const struct sentence *s);
/*
 * Responsible for A and for B, or for A, B and the C: where each charge stands; 0: it is said of one
 * thing only, or of things that are dealt with by one act.
 */
size_t wording_charges(const struct sentence *s, struct range charges[ACTS_MAX]);

#endif
