/*
 * Which clause a sentence is about, and whether anything is done beside it.
 *
 * Captions and fronts stand before it (Records: …, at our mill, …); what tells of a thing or of a
 * unit is none of the holder's, unless an act follows.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_HEAD_H
#define ROLEBOOK_CORE_CHECK_WORDING_HEAD_H
#include "core/normalise/sentence.h"

/* The first clause that no caption is; NULL: there is none. */
const struct clause *wording_head_clause(const struct sentence *s);
/* At our mill, …, since then, …: the head of what follows says who does something. */
const struct clause *wording_behind_front(const struct sentence *s, const struct clause *head);
/* Another sentence, or another clause of this one, begins with an act that is no participle. */
bool wording_finite_act_follows(const struct sentence *s, const struct clause *head);
/*
 * Another sentence does: of a thing nothing in its own one does (rules involve actions, processes
 * or checks), and "Please see …" speaks to the reader; in Chinese the act has the formula's word:
 * 負責….
 */
bool wording_other_sentence_acts(const struct sentence *s, const struct clause *head);
/* 作為一名社工，應當…: as whom something is asked of somebody. */
bool wording_names_role_in_front(const struct sentence *s, const struct clause *clause);
/* Joining a squad: a squad, or two: the caption is an act. */
bool wording_captions_act(const struct sentence *s, const struct clause *caption);
/* Is responsible for, are expected to: what comes behind is done by whom the words are about. */
bool wording_is_charged(const struct sentence *s, uint32_t at, uint32_t end);

#endif
