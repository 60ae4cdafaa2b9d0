#include "core/check/wording_demand.h"
#include "core/normalise/quota.h"

/* 不用的, 不能上学的儿童: what stands behind tells which one. */
static bool leads_attribute(const struct sentence *s, struct range behind)
{
    for (uint32_t i = behind.begin; i < behind.end; i++)
        if (s->chars[i] == 0x7684) /* 的 */
            return true;
    return false;
}

/* 值機時|手機一律靜音: where what is asked begins, behind the act that tells when. */
static uint32_t behind_time(const struct sentence *s, const struct clause *clause)
{
    uint32_t at = clause->act.end;
    bool is_time = clause->kind == CLAUSE_ACT && at + 1 < clause->at.end &&
                   text_has(TEXT("时前后"), s->chars[at]);
    return is_time ? at + 1 : clause->at.begin;
}

bool wording_is_meanwhile(const struct sentence *s, const struct clause *clause)
{
    const struct match *refusal = sentence_at(s, clause->act.end, PHRASE_DEMAND);
    struct range behind = {behind_time(s, clause), clause->at.end};
    if (behind.begin > clause->at.begin && sentence_find(s, behind, PHRASE_DEMAND) != NULL)
        return true;
    bool lets = refusal != NULL && refusal->at.end < s->count && /* 監督|不讓學徒用電鋸 */
                s->chars[refusal->at.end] == 0x8BA9;
    return refusal != NULL && text_is(refusal->phrase->words, "不") && !lets &&
           !leads_attribute(s, (struct range){clause->act.end, clause->at.end});
}

/* Whether it asks something, and neither it nor what stands in front says an act. */
static bool only_demands(const struct sentence *s, const struct match *demand)
{
    const struct clause *clause = sentence_clause_at(s, demand->at.begin);
    if (clause == NULL || demand->at.end >= clause->at.end)
        return false;
    uint32_t begin = behind_time(s, clause);
    struct range front = {begin < demand->at.begin ? begin : clause->at.begin, demand->at.begin};
    struct range behind = {demand->at.end, clause->at.end};
    if (demand->phrase->at_head) /* 始终…, 以…为… */
        return sentence_find_act(s, behind) == NULL &&
               sentence_find(s, behind, PHRASE_HEAD_ACT) == NULL;
    return (sentence_find_act(s, front) == NULL || wording_is_meanwhile(s, clause)) &&
           sentence_act_at(s, demand->at.end) == NULL && !leads_attribute(s, behind);
}

const struct match *wording_demand(const struct sentence *s)
{
    for (uint32_t i = 0; sentence_has(s, PHRASE_DEMAND) && i < s->first[s->count]; i++)
        if (s->matches[i].phrase->class == PHRASE_DEMAND && only_demands(s, &s->matches[i]))
            return s->quota == NULL ? &s->matches[i] : NULL;
    return NULL;
}

bool wording_bounds_figure(const struct sentence *s, const struct match *modal)
{
    static const char *const modals[] = {"要",   "须",   "須",   "应",   "應", "需",
                                         "必须", "必須", "应当", "應當", NULL};
    return s->quota != NULL && text_is_one_of(sentence_text(s, modal->at), modals) &&
           modal->at.end == s->quota->at.begin;
}
