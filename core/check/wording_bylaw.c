#include "core/check/wording_bylaw.h"
#include "core/check/wording_head.h"
#include "core/check/wording_subject.h"
#include "core/normalise/english_words.h"

#define SUBJECT_WORDS 8 /* between "only" and "may", at most */

/* What the clause begins with is a verb: ensure minutes are …; not: minutes are …. */
static bool begins_with_verb(const struct sentence *s, uint32_t at, enum phrase_class noun)
{
    static const enum phrase_class verbs[] = {PHRASE_IDLE, PHRASE_ACTOR, PHRASE_RESULT,
                                              PHRASE_OPENING, PHRASE_TELLING};
    bool is_verb = sentence_act_at(s, at) != NULL;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        is_verb = is_verb || sentence_at(s, at, verbs[i]) != NULL;
    return is_verb && sentence_at(s, at, noun) == NULL;
}

/* Any notice|sent …: the noun without the participle that tells which one. */
static struct range without_participle(const struct sentence *s, struct range noun)
{
    static const char *const irregular[] = {"sent", "given", "held", "made", "cast", NULL};
    struct range last = english_word_before(s, noun.end);
    struct text word = sentence_text(s, last);
    bool is_done =
        (word.size > 4 && text_ends_with(word, TEXT("ed"))) || text_is_one_of(word, irregular);
    bool is_number = s->chars[last.begin] >= '0' && s->chars[last.begin] <= '9'; /* Bylaw 3 */
    if ((is_done || is_number) && last.begin > noun.begin)
        noun.end = english_word_before(s, last.begin).end;
    return noun;
}

/* Quorum shall be nine, votes sent by post shall not count: of what a body goes through. */
static bool tells_of_proceeding(const struct sentence *s, const struct clause *head,
                                const struct subject *subject)
{
    static const char *const conditions[] = {"once ",   "until ",    "unless ", "before ", "where ",
                                             "after ",  "whenever ", "when ",   "if ",     "as ",
                                             "ensure ", NULL}; /* once voting ends, … */
    if (text_opening_size(sentence_text(s, head->at), conditions) > 0)
        return false;
    return sentence_has(s, PHRASE_PROCEEDING) && subject->noun.end > subject->noun.begin &&
           sentence_ending(s, without_participle(s, subject->noun), PHRASE_PROCEEDING) != NULL &&
           !begins_with_verb(s, head->at.begin, PHRASE_PROCEEDING);
}

/* The committee shall consist of two millers, the board is made up of …: who is in a body. */
static bool tells_who_is_in(const struct sentence *s, const struct clause *head,
                            const struct subject *subject)
{
    static const char *const verbs[] = {"consist",     "consists",      "comprise", "comprises",
                                        "be composed", "be made up of", NULL};
    static const char *const states[] = {"composed", "made up of", "comprised", NULL};
    static const char *const copulas[] = {"is", "are", NULL};
    uint32_t end = head->at.end, at = subject->verb, next = english_skip_word(s, at, end);
    if (sentence_find(s, subject->noun, PHRASE_PARTY) == NULL &&
        sentence_find(s, subject->noun, PHRASE_UNIT) == NULL)
        return false;
    bool is_behind_modal = english_is_modal(english_word_at(s, at, end));
    struct text rest = sentence_text(s, (struct range){is_behind_modal ? next : at, end});
    if (text_is_one_of(english_word_at(s, at, end), copulas))
        return text_starts_with_one_of(sentence_text(s, (struct range){next, end}), states);
    return text_starts_with_one_of(rest, verbs) ||
           (is_behind_modal && text_starts_with(rest, TEXT("include ")));
}

/* "Reeve" shall mean …: what a word stands for. */
static bool defines_term(const struct sentence *s)
{
    return text_find(s->text, TEXT(" shall mean "), 0) != TEXT_NOT_FOUND ||
           text_find(s->text, TEXT("\" means "), 0) != TEXT_NOT_FOUND ||
           text_find(s->text, TEXT("” means "), 0) != TEXT_NOT_FOUND;
}

/* Notice of meetings, resolution of the moot passed by …: a name, and nothing is said of it. */
static bool names_proceeding(const struct sentence *s, const struct clause *head,
                             const struct subject *subject)
{
    const struct match *name = sentence_at(s, head->at.begin, PHRASE_PROCEEDING);
    return name != NULL && head == s->clauses && subject->verb == head->at.end &&
           text_is(english_word_at(s, skip_blanks(s, name->at.end, head->at.end), head->at.end),
                   "of") &&
           !wording_finite_act_follows(s, head);
}

/* Failure to pay will lead to a fine: what comes of it. */
static bool tells_of_failure(const struct sentence *s, const struct clause *head)
{
    static const char *const openers[] = {"failure to ", "failure by ", NULL};
    return head == s->clauses && text_opening_size(s->text, openers) > 0;
}

/* A person may hold it for a year, only full members may borrow: whoever it is. */
static bool tells_who_may(const struct sentence *s, const struct clause *head)
{
    static const char *const anybody[] = {"a person ",   "any person ", "an individual ",
                                          "one person ", "anyone ",     NULL};
    static const char *const mays[] = {"may", "can", NULL};
    struct text words = sentence_text(s, head->at);
    size_t front = text_opening_size(words, anybody);
    uint32_t end = head->at.end, at = head->at.begin;
    if (front > 0)
        return text_is_one_of(english_word_at(s, at + (uint32_t)front, end), mays);
    if (!text_equal_ascii_case(english_word_at(s, at, end), TEXT("only")))
        return false;
    at = english_skip_word(s, at, end);
    for (size_t i = 0; i < SUBJECT_WORDS && at < end; i++, at = english_skip_word(s, at, end))
        if (text_is_one_of(english_word_at(s, at, end), mays))
            return i > 0;
    return false;
}

/* Upon your arrival we will fit you with waders: the house, behind what the reader has done. */
static bool tells_what_house_will_do(const struct sentence *s, const struct clause *head)
{
    static const char *const fronts[] = {"upon your ", "on your ",        "after your ",
                                         "once your ", "following your ", NULL};
    static const char *const ours[] = {"we will ", "we shall ", "we'll ", "we’ll ", NULL};
    struct text words = sentence_text(s, head->at);
    if (text_opening_size(words, fronts) == 0)
        return false;
    for (const char *const *our = ours; *our != NULL; our++)
        if (text_find(words, text_from_string(*our), 0) != TEXT_NOT_FOUND)
            return true;
    return false;
}

/* Supervises: varies with the season: how it is, behind a caption that is a verb elsewhere. */
static bool fills_caption(const struct sentence *s, const struct clause *head)
{
    static const char *const nones[] = {"none", "n/a", "not applicable", "nil", NULL};
    return head > s->clauses && head[-1].is_caption && head + 1 == s->clauses + s->clause_count &&
           (sentence_at(s, head->at.begin, PHRASE_STATE_VERB) != NULL ||
            text_opening_size(sentence_text(s, head->at), nones) > 0);
}

/* When the moot calls a sitting: when something is done, and nothing else is told. */
static bool is_only_condition(const struct sentence *s, const struct clause *head)
{
    static const char *const openers[] = {"when ", "if ", "unless ", "whenever ", NULL};
    bool is_done = false;
    if (s->clause_count != 1 || text_opening_size(s->text, openers) == 0)
        return false;
    for (uint32_t at = english_skip_word(s, 0, s->count); at < head->at.end;
         at = english_skip_word(s, at, head->at.end)) {
        const struct match *act = sentence_act_at(s, at);
        bool is_verb = act != NULL && english_is_verb_before(s, act->at.end, head->at.end);
        if (is_verb && act->phrase->form != VERB_S) /* when the bell rings lock the gate */
            return false;
        is_done = is_done || (act != NULL && act->phrase->form == VERB_S);
    }
    return is_done;
}

/* Order forms are kept in the loft: what seems a verb at the head is part of the noun. */
static bool is_noun_of_act(const struct sentence *s, const struct clause *head,
                           const struct subject *subject)
{
    static const char *const copulas[] = {"is", "are", "was", "were", "has", "have", NULL};
    static const char *const people[] = {"ers",  "ors",  "ists",  "ants",  "ians", "ents",
                                         "er",   "or",   "ist",   "ant",   "ian",  "men",
                                         "team", "crew", "staff", "group", NULL};
    uint32_t begin = head->at.begin, end = head->at.end;
    const struct match *verb = sentence_act_at(s, begin);
    uint32_t next = verb == NULL ? end : skip_blanks(s, verb->at.end, end);
    struct text last = sentence_text(s, english_word_before(s, subject->noun.end));
    if (verb == NULL || (head->kind == CLAUSE_ACT && head->act.begin != begin) ||
        verb->phrase->form != VERB_BASE || verb->phrase->class == PHRASE_IDLE ||
        (verb->phrase->class == PHRASE_ACT && sentence_at(s, begin, PHRASE_ACT_NOUN) == NULL) ||
        sentence_at(s, begin, PHRASE_TELLING) != NULL || subject->noun.end <= next ||
        english_is_verb_before(s, verb->at.end, end) ||
        !text_is_one_of(english_word_at(s, subject->verb, end), copulas))
        return false;
    return !subject->is_qualified && !text_ends_with_one_of(last, people) &&
           sentence_find(s, subject->noun, PHRASE_PARTY) == NULL &&
           sentence_find(s, subject->noun, PHRASE_POST) == NULL &&
           !wording_is_charged(s, english_skip_word(s, subject->verb, end), end) &&
           !wording_finite_act_follows(s, head);
}

/* The subject is looked for only where one of these may stand in the clause. */
static bool may_state(const struct sentence *s, const struct clause *head)
{
    static const char *const bodies[] = {" consist",     " compos",        " compris",
                                         " made up of ", "shall include ", NULL};
    const struct match *act = sentence_act_at(s, head->at.begin);
    bool may_be = sentence_has(s, PHRASE_PROCEEDING) ||
                  (act != NULL && act->phrase->class != PHRASE_ACT) ||
                  sentence_at(s, head->at.begin, PHRASE_ACT_NOUN) != NULL;
    for (const char *const *word = bodies; !may_be && *word != NULL; word++)
        may_be = text_find(s->text, text_from_string(*word), 0) != TEXT_NOT_FOUND;
    return may_be;
}

bool wording_states_bylaw(const struct sentence *s, const struct clause *head)
{
    if (tells_of_failure(s, head) || defines_term(s) || tells_who_may(s, head) ||
        tells_what_house_will_do(s, head) || fills_caption(s, head) || is_only_condition(s, head))
        return true;
    if (!may_state(s, head))
        return false;
    struct subject subject = wording_subject_of(s, head);
    if (names_proceeding(s, head, &subject))
        return true;
    return subject.verb < head->at.end &&
           (tells_of_proceeding(s, head, &subject) || tells_who_is_in(s, head, &subject) ||
            is_noun_of_act(s, head, &subject));
}

bool wording_is_of_bylaw(const struct sentence *s)
{
    const struct clause *head = s->language == LANG_EN ? wording_head_clause(s) : NULL;
    return head != NULL && wording_states_bylaw(s, wording_behind_front(s, head));
}
