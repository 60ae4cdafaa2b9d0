/*
 * A record that speaks of the post, of hiring or of who hires, and of no act.
 *
 * The county is seeking a clerk; this position reports to …; 我們提供…. Which words do is
 * PHRASE_ANNOUNCING of the lists.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_ANNOUNCEMENT_H
#define ROLEBOOK_CORE_CHECK_WORDING_ANNOUNCEMENT_H
#include "core/normalise/sentence.h"

bool wording_announces(const struct sentence *s);
/*
 * In front of what is asked it says that somebody is hired, to which that belongs; or what seems
 * asked is part of what is announced (不支薪).
 */
bool wording_announces_hiring(const struct sentence *s, const struct match *requirement);

#endif
