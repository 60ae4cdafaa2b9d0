#include "core/check/wording_performance.h"

/* 指令應清楚、及時、準確: how something is to be, and nothing that is done; NULL: it is not so. */
const struct match *wording_asks_state(const struct sentence *s)
{
    static const char *const modals[] = {"应",   "應",   "须",   "須", "必须",
                                         "必須", "应当", "應當", NULL};
    static const enum phrase_class states[] = {PHRASE_STATE,  PHRASE_TRAIT, PHRASE_ADVERB,
                                               PHRASE_MANNER, PHRASE_VAGUE, PHRASE_MODIFIER,
                                               PHRASE_JOIN};
    const struct match *modal = NULL;
    if (s->language == LANG_EN || s->clause_count == 0)
        return NULL;
    struct range in = s->clauses[0].at;
    for (uint32_t i = s->first[in.begin]; i < s->first[in.end] && modal == NULL; i++)
        if (s->matches[i].phrase->class == PHRASE_ADVERB && s->matches[i].at.begin > in.begin + 1 &&
            text_is_one_of(sentence_text(s, s->matches[i].at), modals))
            modal = &s->matches[i];
    if (modal == NULL || s->clauses[0].kind != CLAUSE_OTHER)
        return NULL;
    uint32_t at = modal->at.end;
    while (at < in.end) {
        uint32_t end = at + (s->chars[at] == 0x3001); /* 、 */
        for (size_t k = 0; k < sizeof states / sizeof *states; k++) {
            const struct match *word = sentence_at(s, at, states[k]);
            end = word != NULL && word->at.end > end ? word->at.end : end;
        }
        if (end == at)
            return NULL;
        at = end;
    }
    return modal->at.end < in.end ? modal : NULL;
}

/* Where 及時、準確 at the end of a clause begin; the clause's end: it ends otherwise. */
static uint32_t how_begins(const struct sentence *s, const struct clause *clause)
{
    static const enum phrase_class hows[] = {PHRASE_STATE, PHRASE_ADVERB, PHRASE_MANNER};
    uint32_t at = clause->at.end;
    for (bool goes_on = true; goes_on && at > clause->at.begin;) {
        struct range front = {clause->at.begin, at - (s->chars[at - 1] == 0x3001)}; /* 、 */
        goes_on = false;
        for (size_t i = 0; i < sizeof hows / sizeof *hows && !goes_on; i++) {
            const struct match *how = sentence_ending(s, front, hows[i]);
            goes_on = how != NULL && how->phrase->length > 1;
            at = goes_on ? how->at.begin : at;
        }
    }
    return at;
}

/* 登記及時、準確, 單據齊全: how work is to be done, clause by clause; NULL: something is done. */
const struct match *wording_asks_performance(const struct sentence *s)
{
    const struct match *asked = NULL;
    bool has_act = false;
    if (s->language == LANG_EN || !sentence_has(s, PHRASE_STATE))
        return NULL;
    for (size_t i = 0; i < s->clause_count; i++) {
        const struct clause *clause = &s->clauses[i];
        const struct match *state = sentence_ending(s, clause->at, PHRASE_STATE);
        struct range front = {clause->at.begin, how_begins(s, clause)};
        if (state == NULL || front.end < front.begin + 2 || clause->is_caption ||
            sentence_find(s, front, PHRASE_PREPOSITION) != NULL ||
            sentence_find(s, front, PHRASE_OPENING) != NULL)
            return NULL;
        const struct match *act = sentence_find_act(s, front);
        if (act != NULL && act->at.begin == front.begin && act->at.end < front.end)
            return NULL; /* 整理倉庫整潔 */
        has_act = has_act || (act != NULL && act->at.end == front.end);
        asked = asked == NULL ? state : asked;
    }
    return has_act && s->clause_count > 1 ? asked : NULL;
}
