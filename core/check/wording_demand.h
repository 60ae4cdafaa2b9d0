/*
 * A demand is a word that makes a requirement of what says no act: 必须, 始终, 不.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_DEMAND_H
#define ROLEBOOK_CORE_CHECK_WORDING_DEMAND_H
#include "core/normalise/sentence.h"

/*
 * The first demand that neither says an act nor follows one; NULL: none does, or it asks a figure,
 * of which W201 speaks.
 */
const struct match *wording_demand(const struct sentence *s);

/* 开车|不打电话: the clause's act only tells when something is not to be done. */
bool wording_is_meanwhile(const struct sentence *s, const struct clause *clause);

/* 退貨率須低於 1%: the modal stands in front of a figure, of which W201 speaks. */
bool wording_bounds_figure(const struct sentence *s, const struct match *modal);

#endif
