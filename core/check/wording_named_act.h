/*
 * A named act stands within a clause that has no act at its head.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_NAMED_ACT_H
#define ROLEBOOK_CORE_CHECK_WORDING_NAMED_ACT_H
#include "core/normalise/sentence.h"

/* 客戶投訴處理, 庫存盤點與調撥; you check …: some verb of the record stands for an act. */
bool wording_names_verb(const struct sentence *s);
/* In 良好的協作 and "A clean kitchen" nothing is done, whatever verbs are in it. */
bool wording_is_in_state(const struct sentence *s, const struct match *act);
/* The librarian prepares guides: English, a verb in -s behind whoever does it. */
bool wording_follows_subject(const struct sentence *s, const struct match *act);

#endif
