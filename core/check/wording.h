/*
 * Wording reads each role's purpose, duties, conditions and standards once, for all rules that look
 * at words.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_H
#define ROLEBOOK_CORE_CHECK_WORDING_H
#include "core/check/rule.h"
#include "core/normalise/sentence.h"

struct role_words;

/*
 * in       phrases  the languages of roles are read into it when they are first needed
 *          diags    for what is wrong with the lists
 */
struct role_words *wording_open(struct arena *arena, struct phrases *phrases,
                                struct diagnostics *diags);
void wording_close(struct role_words *wording);

/*
 * The records of an element, which is ELEMENT_PURPOSE, ELEMENT_DUTIES, ELEMENT_APPOINTMENT or
 * ELEMENT_STANDARDS, as sentences: one a record, in order; those in Japanese are empty. They live
 * until another role is asked for.
 */
const struct sentence *wording_sentences(struct rule_context *cx, const struct role *role,
                                         enum element element);

/* Kana: it is Japanese, whatever language it is taken for, and our lists do not read that. */
bool wording_is_japanese(struct text text);

/* Takes what lives as long as the sentences. */
struct arena *wording_scratch(struct rule_context *cx);

/* A new round: no entry of the lists was reported in it yet. */
void wording_begin_round(struct role_words *words);
/* Whether the match's entry was reported in this round before; it is now. */
bool wording_is_repeated(struct role_words *words, const struct match *match);

/*
 * What fold_sources gives, less the characters that Traditional texts use as well (后, 里, 干);
 * made when it is first asked for.
 */
const uint32_t *wording_simplified_only(struct rule_context *cx);

#endif
