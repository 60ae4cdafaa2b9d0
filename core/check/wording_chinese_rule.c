#include "core/check/wording_chinese_rule.h"
#include "core/model/fold.h"

/* Behind what tells for whom or when: 入庫前|必須…; at the head of a clause that follows another. */
static bool is_bound_by(const struct sentence *s, const struct match *must)
{
    const struct clause *clause = sentence_clause_at(s, must->at.begin);
    return clause != NULL && clause < s->clauses + 2 &&
           clause->sentence == s->clauses[0].sentence && !clause->is_caption &&
           must->at.end < clause->at.end && must->at.begin > s->clauses[0].at.begin &&
           (clause == s->clauses || must->at.begin == clause->at.begin);
}

/* 審核必須的單據, 整理必須文件: which ones; the act in front is done to them. */
static bool is_attribute(const struct sentence *s, const struct match *must)
{
    const struct clause *clause = sentence_clause_at(s, must->at.begin);
    uint32_t next = s->chars[must->at.end];
    if (next == 0x7684 || next == 0x4E4B || s->chars[clause->at.end - 1] == 0x7684) /* 的之 */
        return true;
    if (clause->kind != CLAUSE_ACT || clause->act.begin > clause->at.begin ||
        clause->act.end >= must->at.begin)
        return false;
    struct range between = {clause->act.end, must->at.begin};
    return sentence_ending(s, between, PHRASE_TEMPORAL) == NULL &&
           sentence_ending(s, between, PHRASE_PARTY) == NULL;
}

/* 出納|不能管賬, 檯面|不准放杯: a noun, and what must not be. */
static bool forbids(const struct sentence *s, const struct match *refusal)
{
    const struct clause *clause = sentence_clause_at(s, refusal->at.begin);
    struct range subject = {clause->at.begin, refusal->at.begin};
    static const enum phrase_class fronts[] = {PHRASE_PREPOSITION, PHRASE_OPENING, PHRASE_IDLE,
                                               PHRASE_RESULT,      PHRASE_ACTOR,   PHRASE_MANNER};
    for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++)
        if (sentence_find(s, subject, fronts[i]) != NULL)
            return false;
    const struct match *act = sentence_find_act(s, subject);
    bool is_party = act != NULL && act->at.end == subject.end &&
                    sentence_at(s, act->at.begin, PHRASE_PARTY) != NULL;
    return subject.end > subject.begin + 1 && (act == NULL || is_party) &&
           !text_has(TEXT("你您我"), s->chars[subject.begin]) &&
           !text_has(TEXT("你您我"), s->chars[subject.begin + 1]);
}

/* 各班組應…, 所有人員須…: a rule for many. */
static bool binds_many(const struct sentence *s, const struct match *must)
{
    static const char *const many[] = {"各", "所有", "任何", "全体", "全體",
                                       "凡", "每位", "每名", "一切", NULL};
    static const char *const musts[] = {"应", "應",   "应当", "應當", "须",   "須",
                                        "需", "需要", "要",   "均应", "均應", NULL};
    const struct clause *first = &s->clauses[0];
    struct range subject = {first->at.begin, must->at.begin};
    return text_is_one_of(sentence_text(s, must->at), musts) &&
           must->at.begin > first->at.begin + 1 && must->at.end < first->at.end &&
           text_starts_with_one_of(s->text, many) && sentence_find_act(s, subject) == NULL &&
           sentence_ending(s, subject, PHRASE_PARTY) != NULL &&
           sentence_find(s, subject, PHRASE_PREPOSITION) == NULL;
}

const struct match *wording_binds_in_chinese(const struct sentence *s)
{
    static const char *const musts[] = {"必须", "必須", NULL};
    static const char *const refusals[] = {"不能", "不准", "不準", "不许", "不許", "一律", NULL};
    if (s->language == LANG_EN || s->clause_count == 0 ||
        (!sentence_has(s, PHRASE_DEMAND) && !sentence_has(s, PHRASE_ADVERB)))
        return NULL;
    for (uint32_t i = 0; i < s->first[s->count]; i++) {
        const struct match *match = &s->matches[i];
        if (match->phrase->class == PHRASE_ADVERB && binds_many(s, match))
            return match;
        if (match->phrase->class != PHRASE_DEMAND || match->at.begin == 0)
            continue;
        struct text words = sentence_text(s, match->at);
        bool is_must = text_is_one_of(words, musts);
        if (!is_must && !text_is_one_of(words, refusals))
            continue;
        const struct clause *clause = sentence_clause_at(s, match->at.begin);
        bool is_near = clause != NULL && clause < s->clauses + 2 && !clause->is_caption &&
                       match->at.end < clause->at.end;
        if (!is_near || is_attribute(s, match))
            continue;
        if (is_must ? is_bound_by(s, match) : forbids(s, match))
            return match;
    }
    return NULL;
}
