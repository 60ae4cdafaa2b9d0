/*
 * A record that speaks of the post, of hiring or of who hires, and of no act.
 *
 * The county is seeking a clerk; this position reports to …; 我們提供…. Which words do is
 * PHRASE_ANNOUNCING of the lists.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_ANNOUNCEMENT_H
#define ROLEBOOK_CORE_CHECK_WORDING_ANNOUNCEMENT_H
#include "core/normalise/sentence.h"

/* The sentence has a head (wording_head_clause). */
bool wording_announces(const struct sentence *s);

#endif
