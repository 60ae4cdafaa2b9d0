#include "core/check/wording_description.h"
#include "core/check/wording_announcement.h"
#include "core/check/wording_bylaw.h"
#include "core/check/wording_chinese_description.h"
#include "core/check/wording_english_noun.h"
#include "core/check/wording_english_rule.h"
#include "core/check/wording_english_state.h"
#include "core/check/wording_head.h"
#include "core/check/wording_name.h"
#include "core/check/wording_subject.h"
#include "core/normalise/english_words.h"

#define SUBJECT_WORDS 12 /* of what is described, at most */

/* What goes on from a word in front: an officer who is elected shall …. */
static bool ends_in_pronoun(const struct sentence *s, struct range subject)
{
    static const char *const pronouns[] = {"you", "he",   "she",   "they", "i",  "s/he",
                                           "who", "that", "which", "it",   "we", NULL};
    return text_is_one_of(sentence_text(s, english_word_before(s, subject.end)), pronouns);
}

/* Who does something, or what goes on from a word in front. */
static bool is_of_person(const struct sentence *s, struct range subject)
{
    return ends_in_pronoun(s, subject) || sentence_find(s, subject, PHRASE_PARTY) != NULL;
}

/* Is a, are the, is not: what somebody or something is called, be it a party. */
static bool is_called(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const copulas[] = {"is", "are", "was", "were", NULL};
    static const char *const articles[] = {"a", "an", "the", "one", "not", "our", NULL};
    return text_is_one_of(english_word_at(s, at, end), copulas) &&
           text_is_one_of(english_word_at(s, english_skip_word(s, at, end), end), articles);
}

/* Be set by, be determined by: in front of who does it. */
static bool is_done_by_others(const struct sentence *s, uint32_t be, uint32_t end)
{
    static const char *const particles[] = {"out", "up", "off", "over", NULL};
    uint32_t by = english_skip_word(s, english_skip_word(s, be, end), end);
    if (text_is_one_of(english_word_at(s, by, end), particles)) /* carried out by */
        by = english_skip_word(s, by, end);
    return text_is(english_word_at(s, by, end), "by");
}

/* May include, can vary, will depend: the verb behind the modal says no act. */
static bool is_state_behind_modal(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const states[] = {
        "include", "vary",   "depend", "differ", "contain", "consist", "remain",  "exist",
        "require", "result", "mean",   "range",  "occur",   "last",    "involve", NULL};
    if (!english_is_modal(english_word_at(s, at, end)))
        return false;
    uint32_t next = english_skip_word(s, at, end);
    struct text verb = english_word_at(s, next, end);
    if (text_is(verb, "also") || text_is(verb, "not"))
        verb = english_word_at(s, english_skip_word(s, next, end), end);
    struct text modal = english_word_at(s, at, end);
    bool is_may = text_is(modal, "may") || text_is(modal, "can");
    if (is_may && (text_is(verb, "have") || text_is(verb, "hold")))
        return true; /* members can hold one office at most */
    return text_is_one_of(verb, states) || (text_is(verb, "be") && is_done_by_others(s, next, end));
}

/* Are, consists of: how what stands in front is. */
static bool is_state(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const copulas[] = {"is", "are", "was", "were", "isn't", "aren't", NULL};
    static const char *const states[] = {
        "includes",  "include",  "contains", "contain",  "consists", "consist", "varies",
        "vary",      "depends",  "depend",   "differs",  "differ",   "means",   "exists",
        "comprises", "involves", "involve",  "requires", "require",  "refers",  "refer",
        "applies",   "apply",    "belongs",  "belong",   "remains",  "remain",  "has",
        "have",      "had",      "lasts",    NULL};
    struct text word = english_word_at(s, at, end);
    if (text_is_one_of(word, copulas))
        return !wording_is_charged(s, english_skip_word(s, at, end), end);
    return text_is_one_of(word, states) || is_state_behind_modal(s, at, end);
}

/* If a key is lost, …: when something is done. */
static bool begins_condition(struct text words)
{
    static const char *const openers[] = {
        "if ",    "when ",  "where ",  "once ",   "as ",       "after ",    "before ", "while ",
        "until ", "unless", "since ",  "because", "although ", "whenever ", "in ",     "for ",
        "what ",  "how ",   "whether", "who ",    "there ",    "this ",     "it ",     NULL};
    return text_opening_size(words, openers) > 0;
}

/* Shifts may vary: what seemed a verb has another right behind it. */
static bool is_plural_of_thing(const struct sentence *s, const struct clause *head)
{
    uint32_t next = english_skip_word(s, head->at.begin, head->at.end);
    return head->kind == CLAUSE_ACT && head->verb != NULL && head->verb->form == VERB_S &&
           head->act.begin == head->at.begin && is_state(s, next, head->at.end);
}

/* Duties include, but are not limited to, keeping the books: an act behind what begins a list. */
static bool lists_acts(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const lists[] = {"include", "includes", "including",
                                        "involve", "involves", NULL};
    static const char *const fillers[] = {"but", "are", "is", "not", "limited", "to", NULL};
    if (english_is_modal(english_word_at(s, at, end)))
        at = english_skip_word(s, at, end);
    if (text_is(english_word_at(s, at, end), "also"))
        at = english_skip_word(s, at, end);
    if (!text_is_one_of(english_word_at(s, at, end), lists))
        return false;
    at = english_skip_word(s, at, end);
    while (at < end && text_is_one_of(english_word_at(s, at, end), fillers))
        at = english_skip_word(s, at, end);
    const struct match *act = sentence_act_at(s, at);
    if (act == NULL)
        act = sentence_at(s, at, PHRASE_ACTOR);
    return act != NULL && text_ends_with(english_word_at(s, at, end), TEXT("ing")) &&
           !english_is_noun_in_ing(sentence_text(s, act->at));
}

/* Duties can vary; consequences may include a fine: a thing, and how it is. */
static bool tells_state(const struct sentence *s, const struct clause *head)
{
    bool is_thing = head->kind == CLAUSE_OTHER || is_plural_of_thing(s, head);
    if (!is_thing || begins_condition(sentence_text(s, head->at)))
        return false;
    uint32_t at = english_skip_word(s, head->at.begin, head->at.end);
    for (size_t i = 1; i < SUBJECT_WORDS && at < head->at.end; i++) {
        struct range subject = {head->at.begin, at};
        if (is_state(s, at, head->at.end))
            return !(is_called(s, at, head->at.end) ? ends_in_pronoun(s, subject)
                                                    : is_of_person(s, subject)) &&
                   !lists_acts(s, at, head->at.end) && !wording_other_sentence_acts(s, head);
        if (english_is_modal(english_word_at(s, at, head->at.end)))
            return false;
        at = english_skip_word(s, at, head->at.end);
    }
    return false;
}

/* Maintainer: a maintainer of the project who …: whom the caption names, and what that is. */
static bool defines(const struct sentence *s, const struct clause *head)
{
    struct text words = sentence_text(s, head->at);
    return head > s->clauses && head[-1].is_caption && head->kind == CLAUSE_OTHER &&
           !wording_captions_act(s, head - 1) &&
           (text_starts_with(words, TEXT("A ")) || text_starts_with(words, TEXT("An ")) ||
            text_starts_with(words, TEXT("a ")) || text_starts_with(words, TEXT("an "))) &&
           !wording_finite_act_follows(s, head);
}

/* What to expect, why it matters: a heading, and no question. */
static bool begins_heading(const struct sentence *s)
{
    return sentence_at(s, 0, PHRASE_HEADING) != NULL;
}

/* A clerk keeps the books, a form must be signed: somebody or something does, or is done to. */
static bool has_verb_of_subject(const struct sentence *s, const struct clause *head)
{
    for (uint32_t at = head->at.begin; at < head->at.end;
         at = english_skip_word(s, at, head->at.end)) {
        const struct match *act = sentence_act_at(s, at);
        struct text before = sentence_text(s, english_word_before(s, at));
        if (english_is_modal(english_word_at(s, at, head->at.end)) && !text_is(before, "that") &&
            !text_is(before, "which"))
            return true;
        bool is_sure = act != NULL && act->phrase->class == PHRASE_ACT &&
                       sentence_at(s, at, PHRASE_ACT_NOUN) == NULL;
        if (act != NULL && act->phrase->form == VERB_S &&
            (is_sure || english_is_verb_before(s, act->at.end, head->at.end)))
            return true;
    }
    return false;
}

/* An opportunity to shape the garden: a thing, whatever it is for. */
static bool begins_with_article(const struct sentence *s, const struct clause *head)
{
    static const char *const articles[] = {"a ", "an ", NULL};
    return head == s->clauses && head->kind == CLAUSE_OTHER &&
           text_opening_size(s->text, articles) > 0 && !wording_begins_with_noun_of_act(s) &&
           !has_verb_of_subject(s, head) && !wording_finite_act_follows(s, head);
}

/* Authority to issue fines: what the holder may decide, which another element has. */
static bool begins_with_right(const struct sentence *s)
{
    static const char *const rights[] = {"authority to ",
                                         "full authority to ",
                                         "sole authority to ",
                                         "the authority to ",
                                         "power to ",
                                         "the power to ",
                                         "right to ",
                                         "the right to ",
                                         "permission to ",
                                         "discretion to ",
                                         "rights to ",
                                         "powers to ",
                                         NULL};
    return text_opening_size(s->text, rights) > 0;
}

/* Focused on, based in: how somebody or something is. */
static bool is_of_state(struct text word)
{
    static const char *const states[] = {"focused", "driven", "based",   "located", "related",
                                         "linked",  "tied",   "derived", NULL};
    return text_is_one_of(word, states);
}

/* Represented by a union, often listed in order: what is done to it. */
static bool begins_with_participle(const struct sentence *s)
{
    static const char *const adverbs[] = {"often ",    "usually ", "typically ", "generally ",
                                          "normally ", "mostly ",  "commonly ",  NULL};
    uint32_t at = 0, next = english_skip_word(s, 0, s->count);
    bool is_usual = text_opening_size(s->text, adverbs) > 0;
    if (is_usual) {
        at = next;
        next = english_skip_word(s, at, s->count);
    }
    struct text word = english_word_at(s, at, s->count),
                behind = english_word_at(s, next, s->count);
    bool has_preposition = next > at && sentence_at(s, next, PHRASE_PREPOSITION) != NULL;
    if (is_of_state(word)) /* not: based on the count, order … */
        return has_preposition && !wording_finite_act_follows(s, wording_head_clause(s));
    return text_ends_with(word, TEXT("ed")) && word.size > 4 && next > at &&
           (text_is(behind, "by") || (is_usual && has_preposition));
}

/* Shared goals, designated areas: a participle that tells which ones, and nothing done. */
static bool begins_with_attribute(const struct sentence *s, const struct clause *head)
{
    static const char *const attributes[] = {
        "shared",  "designated", "dedicated", "detailed",  "limited",   "skilled",
        "themed",  "varied",     "paid",      "unpaid",    "continued", "estimated",
        "planned", "projected",  "expected",  "preferred", "desired",   NULL};
    uint32_t end = english_word_end(s, head->at.begin, head->at.end);
    return head == s->clauses && end < head->at.end &&
           text_is_one_of(english_word_at(s, head->at.begin, head->at.end), attributes) &&
           !english_is_verb_before(s, end, head->at.end) &&
           sentence_at(s, skip_blanks(s, end, head->at.end), PHRASE_PREPOSITION) == NULL &&
           !has_verb_of_subject(s, head) && !wording_finite_act_follows(s, head);
}

#define ROW_MIN 3 /* fields of a row that was written out */

/* Category: hygiene; items: towels; shelf: 3: a row of a table, and nothing that is done. */
static bool is_table_row(const struct sentence *s)
{
    size_t rows = 0;
    for (const struct clause *clause = s->clauses; clause < s->clauses + s->clause_count;
         clause++) {
        bool is_first = clause == s->clauses || clause[-1].sentence != clause->sentence;
        bool is_act =
            clause->kind == CLAUSE_ACT && clause->verb != NULL && clause->verb->class == PHRASE_ACT;
        if (is_first ? !clause->is_caption : is_act)
            return false;
        rows += is_first;
    }
    return rows >= ROW_MIN;
}

/* Our platform routes parcels, this will help you grow: a subject of its own, and no holder. */
static bool tells_of_other(const struct sentence *s, const struct clause *head)
{
    bool is_behind_act =
        head > s->clauses && head[-1].is_caption && wording_captions_act(s, head - 1);
    head = wording_behind_front(s, head);
    struct subject subject = wording_subject_of(s, head);
    return !is_behind_act && wording_is_other_subject(s, head, &subject) &&
           !lists_acts(s, subject.verb, head->at.end) && !wording_other_sentence_acts(s, head);
}

/* Each day we build on our strengths: the house tells of itself, behind when it does so. */
static bool tells_of_us(const struct sentence *s, const struct clause *head)
{
    static const char *const ours[] = {"we ", "our ", NULL};
    const struct match *period = sentence_at(s, head->at.begin, PHRASE_PERIOD);
    if (period == NULL || period->at.end >= head->at.end)
        return false;
    uint32_t next = skip_blanks(s, period->at.end, head->at.end);
    return text_opening_size(sentence_text(s, (struct range){next, head->at.end}), ours) > 0;
}

static bool english_describes(const struct sentence *s)
{
    const struct clause *head = wording_head_clause(s);
    bool is_task = head != NULL && /* his job is to wind the clock */
                   english_behind_task(s, head->at.begin, head->at.end) > head->at.begin;
    return head != NULL && !is_task && !sentence_has(s, PHRASE_DOER) &&
           !wording_charges_whom_there_is(s) &&
           (begins_heading(s) || wording_announces(s) || wording_only_names(s) ||
            begins_with_attribute(s, head) || begins_with_participle(s) ||
            begins_with_article(s, head) || begins_with_right(s) || wording_allows_others(s) ||
            tells_state(s, head) || defines(s, head) || tells_of_other(s, head) ||
            tells_of_us(s, head) || wording_states_bylaw(s, wording_behind_front(s, head)) ||
            (s->requirement == NULL &&
             wording_tells_english_state(s, wording_behind_front(s, head))) ||
            (!begins_condition(sentence_text(s, head->at)) && !wording_begins_with_noun_of_act(s) &&
             wording_names_whom(s, head)));
}

bool wording_tells_of_organisation(const struct sentence *s)
{
    static const char *const ours[] = {"We ", "We'", "We’", "Our ", "It will ", NULL};
    const struct clause *head = s->language == LANG_EN ? wording_head_clause(s) : NULL;
    if (head == NULL)
        return false;
    struct subject subject;
    if (tells_of_us(s, head))
        return true;
    head = wording_behind_front(s, head);
    if (text_starts_with_one_of(sentence_text(s, head->at), ours))
        return wording_announces(s);
    subject = wording_subject_of(s, head);
    return wording_is_organisation(s, head, &subject);
}

bool wording_describes(const struct sentence *s)
{
    return s->clause_count > 0 &&
           (is_table_row(s) ||
            (s->language == LANG_EN ? english_describes(s) : wording_describes_in_chinese(s)));
}
