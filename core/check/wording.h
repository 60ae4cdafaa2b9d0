/*
 * Wording reads each role's purpose, duties and conditions once, for all rules that look at words.
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
 * The records of an element, which is ELEMENT_PURPOSE, ELEMENT_DUTIES or ELEMENT_APPOINTMENT, as
 * sentences: one a record, in order; those in Japanese are empty. They live until another role is
 * asked for.
 */
const struct sentence *wording_sentences(struct rule_context *cx, const struct role *role,
                                         enum element element);

/* Kana: it is Japanese, whatever language it is taken for, and our lists do not read that. */
bool wording_is_japanese(struct text text);

/* Where the words stand in the source: their bytes if they are found there, else the record. */
struct span wording_span(const struct record *record, const struct sentence *s, struct range at);

/* Where the words first stand in the record's source; the record when they are not found there. */
struct span wording_find(const struct record *record, struct text words);

/*
 * The sentence around the match with what the lists write instead of each fault in it; empty when
 * they know nothing better, or when nothing remains.
 */
struct text wording_rewrite(struct arena *arena, const struct sentence *s,
                            const struct match *match);
/* The same as the finding's fix: the sentence goes, what is written instead comes. */
void wording_propose(struct rule_context *cx, const struct record *record, const struct sentence *s,
                     const struct match *match, struct finding_details *finding);

/* A rule that is a row of the lists: each phrase of one class in a duty is a finding. */
struct wording_rule {
    enum phrase_class class;
    struct message rewrite; /* the rule's message where the lists write {1} instead of {0} */
    struct message omit;    /* ... where {0} can go */
    bool of_duties_only;    /* not where a requirement stands in place of the duty: W202 says so */
    bool at_act_only;       /* only where the phrase stands for an act and leaves open who leads */
};
void wording_check(struct rule_context *cx, const struct role *role,
                   const struct wording_rule *rule);
/* W101 also where no list holds the words, but wording_bettering finds their clause. */
void wording_check_bettering(struct rule_context *cx, const struct role *role);
/* Reports one finding at the words of a range; excerpt and {0} are the words. */
void wording_report(struct rule_context *cx, const struct record *record, const struct sentence *s,
                    struct range at, struct finding_details finding);

typedef bool says_part(const struct sentence *s);
/*
 * W302 and W303: duties that neither have the field nor say it. Where no duty of a
 * role has it, one finding says so of all: none_says, {0} their number.
 */
void wording_check_part(struct rule_context *cx, const struct role *role, enum field field,
                        says_part *says, const struct message *none_says);

/*
 * What fold_sources gives, less the characters that Traditional texts use as well (后, 里, 干);
 * made when it is first asked for.
 */
const uint32_t *wording_simplified_only(struct rule_context *cx);

/* ---- what several rules ask of a sentence ---- */

/* The first slogan, or the requirement that stands in place of every act; NULL: none. */
const struct match *wording_requirement(const struct sentence *s);
/*
 * The clause at the head that only says that something becomes better (增強客戶黏性,
 * 讓長者安享晚年), and nothing that can be measured; NULL: there is none.
 */
const struct clause *wording_bettering(const struct sentence *s);
/* Whether nobody can assess it: by the lists, or since it only says that something is better. */
bool wording_is_not_assessable(const struct sentence *s);
/* Whether the record says an act as a duty does: no slogan, figure, ad hoc or empty phrase. */
bool wording_is_duty(const struct sentence *s);
bool wording_has_act(const struct sentence *s);
/* ... or names one anywhere, be it as a noun: 客戶投訴處理, complaint handling. */
bool wording_names_act(const struct sentence *s);
bool wording_says_how(const struct sentence *s);
bool wording_says_result(const struct sentence *s);

#endif
