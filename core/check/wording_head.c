#include "core/check/wording_head.h"
#include "core/normalise/clauses.h"

const struct clause *wording_head_clause(const struct sentence *s)
{
    const struct clause *clause = s->clauses + headline_clauses(s);
    const struct clause *end = s->clauses + s->clause_count;
    while (clause < end && clause->is_caption)
        clause++;
    return clause < end ? clause : NULL;
}

const struct clause *wording_behind_front(const struct sentence *s, const struct clause *head)
{
    static const char *const aims[] = {"to ", "in order to ", NULL};
    static const char *const ours[] = {"we ", "we'", "we’", "our ", NULL};
    const struct clause *end = s->clauses + s->clause_count;
    struct text words = sentence_text(s, head->at);
    bool is_aim = head + 1 < end && head[1].sentence == head->sentence &&
                  text_opening_size(words, aims) > 0 && /* to keep up, we need … */
                  text_opening_size(sentence_text(s, head[1].at), ours) > 0;
    if (is_aim)
        return head + 1;
    if (head->kind == CLAUSE_ACT || sentence_at(s, head->at.begin, PHRASE_FRONT) == NULL)
        return head;
    for (const struct clause *next = head + 1; next < end && next->sentence == head->sentence;
         next++)
        if (sentence_at(s, next->at.begin, PHRASE_TELLER) != NULL ||
            sentence_at(s, next->at.begin, PHRASE_TOPIC) != NULL)
            return next;
        else if (next->kind == CLAUSE_ACT)
            return head;
    return head;
}

static bool is_finite_act(const struct clause *clause)
{
    return clause->kind == CLAUSE_ACT && (clause->verb == NULL || clause->verb->form != VERB_ING);
}

bool wording_finite_act_follows(const struct sentence *s, const struct clause *head)
{
    for (const struct clause *next = head + 1; next < s->clauses + s->clause_count; next++)
        if (is_finite_act(next))
            return true;
    return false;
}

bool wording_other_sentence_acts(const struct sentence *s, const struct clause *head)
{
    for (const struct clause *next = head + 1; next < s->clauses + s->clause_count; next++) {
        bool is_act = s->language == LANG_EN
                          ? !text_starts_with(sentence_text(s, next->at), TEXT("Please "))
                          : sentence_at(s, next->at.begin, PHRASE_OPENING) != NULL;
        if (next->sentence != head->sentence && is_act && is_finite_act(next))
            return true;
    }
    return false;
}

bool wording_is_charged(const struct sentence *s, uint32_t at, uint32_t end)
{
    const struct match *charge = sentence_at(s, at, PHRASE_CHARGE);
    if (charge == NULL || charge->at.end > end)
        return false;
    bool is_last = charge->at.end == end; /* visits are encouraged: nobody is, to do something */
    return !is_last || !text_ends_with(sentence_text(s, charge->at), TEXT("ed"));
}

bool wording_captions_act(const struct sentence *s, const struct clause *caption)
{
    const struct match *act = sentence_act_at(s, caption->at.begin);
    return act != NULL && (act->phrase->form == VERB_ING || act->phrase->class == PHRASE_ACT);
}

bool wording_names_role_in_front(const struct sentence *s, const struct clause *clause)
{
    static const char *const openers[] = {"作为", "作為", "身为", "身為", NULL};
    return s->language != LANG_EN && clause == s->clauses && s->clause_count > 1 &&
           text_starts_with_one_of(sentence_text(s, clause->at), openers);
}
