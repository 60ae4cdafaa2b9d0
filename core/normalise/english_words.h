/*
 * English words of a sentence are told by the blanks around them.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_ENGLISH_WORDS_H
#define ROLEBOOK_CORE_NORMALISE_ENGLISH_WORDS_H
#include "core/normalise/sentence.h"

/* The word in front of the code point; empty at the beginning. */
struct range english_word_before(const struct sentence *s, uint32_t at);
/* Where the word ends that the code point stands in. */
uint32_t english_word_end(const struct sentence *s, uint32_t at, uint32_t end);
/* The word that begins there; empty at the end. */
struct text english_word_at(const struct sentence *s, uint32_t at, uint32_t end);
/* Where the next word begins, on the next line too: always behind at; the end: there is none. */
uint32_t english_skip_word(const struct sentence *s, uint32_t at, uint32_t end);
/* An English word that may be a noun is a verb in front of "the" or "new". */
bool english_is_verb_before(const struct sentence *s, uint32_t at, uint32_t end);
/* ... be it behind what goes with the verb: board|up the windows. */
bool english_shows_verb(const struct sentence *s, uint32_t at, uint32_t end);
/* And note damaged tiles: a noun has seldom an adjective behind it. */
bool english_precedes_adjective(const struct sentence *s, uint32_t at, uint32_t end);
/* Tanks, feeds; not class. */
bool english_ends_in_s(struct text word);
/* Marketing activities, dining areas: such a word in front of another is a noun. */
bool english_is_noun_in_ing(struct text word);
/* "the", "our" in front: the marketing team. */
bool english_follows_determiner(const struct sentence *s, uint32_t at);
/* May, would, should. */
bool english_is_modal(struct text word);
/*
 * The duty officer would check …, associates must carefully pick …: a modal stands in front, so
 * that whoever does it, it is done.
 */
bool english_follows_modal(const struct sentence *s, uint32_t at);

/* The smith is responsible for shoeing …: what follows "responsible for", be it behind a subject. */
bool english_follows_charge(const struct sentence *s, uint32_t from, uint32_t at);

/*
 * It's the bosun's job to|keep …, your main duty is to|shear …: where the act begins that the
 * holder's task is; begin: none is told so.
 */
uint32_t english_behind_task(const struct sentence *s, uint32_t begin, uint32_t end);

/*
 * Note where tiles are loose: whatever asks begins a sentence of its own behind the verb, so that it
 * is one.
 */
bool english_tells_what(const struct sentence *s, const struct match *act, uint32_t end);

/*
 * Before each sailing |check the boats: the verb behind a front without a mark, which an article
 * behind it shows to be one; NULL: none stands there.
 */
const struct match *english_fronted_act(const struct sentence *s, uint32_t begin, uint32_t end);

/* …, you |won't need them; …, you will |not be paid: nothing that is done. */
bool english_is_denied(const struct sentence *s, uint32_t at);

/* Whether "to" and a verb stand in the range, and more behind them: to rig the mast. */
bool english_has_infinitive(const struct sentence *s, struct range in);

/* Whether "and" and a verb stand in the range, and more behind them: … and count the carts. */
bool english_joins_act(const struct sentence *s, struct range in);

/* What is going well? */
bool english_is_question(const struct sentence *s);

/*
 * The manager approves …, the groom mucks out …, the usher seats guests: whoever does it stands in
 * front, behind "The", and the verb in -s is no plural of a noun.
 *
 * in       from  where the sentence begins
 */
bool english_follows_subject(const struct sentence *s, uint32_t from, const struct match *act);

/*
 * …, and assists the board: of the verbs that help, one that is no noun (support, aid) and acts as
 * others do; NULL: none begins there.
 */
const struct match *english_helper_at(const struct sentence *s, uint32_t at);

/* Manually, deftly: a word in -ly in front of an act; not supply, family. */
bool english_is_manner(const struct sentence *s, uint32_t at);

/* The keeper |curries, the deck hand |caulks: behind "The" and a word or two that say who does it. */
bool english_is_behind_agent(const struct sentence *s, uint32_t at);

#endif
