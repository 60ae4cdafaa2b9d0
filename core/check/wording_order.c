#include "core/check/wording_order.h"
#include "core/normalise/english_words.h"

/* MUST, SHOULD in capitals, as standards write, and an act behind: it has to be done. */
static bool demands_act(const struct sentence *s, const struct match *requirement)
{
    struct text words = sentence_text(s, requirement->at);
    uint32_t next = skip_blanks(s, requirement->at.end, s->count);
    const struct match *act = sentence_act_at(s, next);
    if (act == NULL && sentence_at(s, next, PHRASE_MODIFIER) != NULL)
        act = sentence_find_act(s, (struct range){next, s->count});
    return (text_is(words, "MUST") || text_is(words, "SHOULD") || text_is(words, "SHALL")) &&
           act != NULL && act->phrase->form == VERB_BASE;
}

/* Have the lifts inspected: somebody sees that it is done. */
static bool has_it_done(const struct sentence *s, const struct match *requirement)
{
    static const char *const verbs[] = {"have", "has", "get", "gets", NULL};
    const struct clause *first = &s->clauses[0];
    if (requirement->at.begin != first->at.begin ||
        !text_is_one_of(sentence_text(s, requirement->at), verbs))
        return false;
    uint32_t at = skip_blanks(s, requirement->at.end, first->at.end);
    for (at = english_skip_word(s, at, first->at.end); at < first->at.end;
         at = english_skip_word(s, at, first->at.end)) {
        if (sentence_at(s, at, PHRASE_PREPOSITION) != NULL)
            return false;
        const struct match *done = sentence_at(s, at, PHRASE_ACT);
        if (done == NULL)
            done = sentence_at(s, at, PHRASE_ACT_NOUN);
        uint32_t next = done == NULL ? at : skip_blanks(s, done->at.end, first->at.end);
        if (done != NULL && done->phrase->form == VERB_ED)
            return next == first->at.end || sentence_at(s, next, PHRASE_PREPOSITION) != NULL ||
                   sentence_at(s, next, PHRASE_PERIOD) != NULL;
    }
    return false;
}

/* Should a fuse blow, …: in which case. */
static bool tells_case(const struct sentence *s, const struct match *requirement)
{
    static const char *const articles[] = {"a", "an", "the", "any", "anyone", "somebody", NULL};
    uint32_t next = skip_blanks(s, requirement->at.end, s->count);
    return s->clause_count > 1 && requirement->at.begin == 0 &&
           text_is(s->text.size < 6 ? s->text : text_slice(s->text, 0, 6), "Should") &&
           text_is_one_of(english_word_at(s, next, s->count), articles);
}

/* Must, needs to, is required to|: where what is ordered begins; its begin: it says something else. */
static uint32_t behind_modal(const struct sentence *s, const struct match *requirement)
{
    static const char *const modals[] = {
        "must",        "shall",       "should",      "you must",     "you shall", "you should",
        "needs",       "needs to",    "need to",     "has",          "have",      "is",
        "are",         "you are",     "required",    "required to",  "is to",     "has to",
        "is expected", "expected to", "is required", "are required", NULL};
    static const char *const asked[] = {"required", "expected", "obliged", "asked", NULL};
    uint32_t begin = requirement->at.begin, at = skip_blanks(s, requirement->at.end, s->count);
    struct text words = sentence_text(s, requirement->at);
    if (begin != s->clauses[0].at.begin || !text_is_one_of(words, modals))
        return begin;
    static const char *const bare[] = {"must",      "shall",      "should", "you must",
                                       "you shall", "you should", NULL};
    bool needs_to = !text_is_one_of(words, bare) && !text_ends_with(words, TEXT("to"));
    if (needs_to && text_is_one_of(english_word_at(s, at, s->count), asked))
        at = english_skip_word(s, at, s->count);
    if (needs_to && !text_is(english_word_at(s, at, s->count), "to"))
        return begin;
    return needs_to ? english_skip_word(s, at, s->count) : at;
}

/* Must |empty the skip: a verb with its object, and none that asks how somebody is. */
static bool orders(const struct sentence *s, const struct match *requirement)
{
    uint32_t at = behind_modal(s, requirement), end = s->clauses[0].at.end;
    if (at == requirement->at.begin || sentence_at(s, at, PHRASE_ASKED) != NULL ||
        sentence_at(s, at, PHRASE_CONDUCT) != NULL)
        return false;
    if (english_is_manner(s, at))
        at = english_skip_word(s, at, end);
    const struct match *act = sentence_act_at(s, at);
    return act != NULL && act->phrase->form == VERB_BASE &&
           skip_blanks(s, act->at.end, end) < end &&
           sentence_at(s, at, PHRASE_REQUIREMENT) == NULL &&
           sentence_at(s, at, PHRASE_NOT_ASSESSABLE) == NULL;
}

bool wording_orders_act(const struct sentence *s, const struct match *requirement)
{
    return s->language == LANG_EN && (demands_act(s, requirement) || has_it_done(s, requirement) ||
                                      tells_case(s, requirement) || orders(s, requirement));
}
