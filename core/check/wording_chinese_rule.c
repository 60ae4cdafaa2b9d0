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
    static const char *const all[] = {"一律", NULL}; /* 工具用完|一律歸位 */
    bool is_all = text_is_one_of(sentence_text(s, refusal->at), all);
    for (size_t i = is_all ? 1 : 0; i < sizeof fronts / sizeof *fronts; i++)
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

/* 驗收合格|方可入庫, 單據齊全，|方能付款, 完成實習後，始得值勤: on which condition something may be done. */
static bool is_conditional(const struct sentence *s, uint32_t at)
{
    const struct clause *clause = sentence_clause_at(s, at), *first = &s->clauses[0];
    bool begins = text_has(TEXT("方始才"), s->chars[at]) && at + 2 < s->count &&
                  text_has(TEXT("可能得"), s->chars[at + 1]);
    if (!begins || clause == NULL || clause > first + 1 || clause->sentence != first->sentence ||
        at < first->at.begin + 2 || (clause > first && at > clause->at.begin))
        return false;
    bool is_act = first->kind == CLAUSE_ACT && first->act.begin == first->at.begin;
    for (uint32_t i = at + 2; i < clause->at.end; i++)
        if (s->chars[i] == 0x7684) /* 方可接受|的案件 */
            return false;
    return sentence_at(s, first->at.begin, PHRASE_OPENING) == NULL &&
           (!is_act || (clause > first && sentence_ending(s, first->at, PHRASE_TEMPORAL) != NULL));
}

/* The match behind which something may be done on a condition; NULL: there is none. */
static const struct match *asks_condition(const struct sentence *s)
{
    for (uint32_t at = 2; at + 2 < s->count; at++)
        if (is_conditional(s, at))
            return sentence_find_act(s, (struct range){at + 2, s->count});
    return NULL;
}

/* 不利用職務謀利, 不向受助者收費: what not to do, and nothing else; not 不定期抽查, 不斷改進. */
static const struct match *refuses(const struct sentence *s)
{
    static const struct text words =
        TEXT_INIT("断定同良合足明符锈动间限时论管仅但只适平属可孕粘等拘含另日正规安实法当便干燃透停"
                  "在需用少低超高如再到了起住满能会懂是经知由因曾必得");
    for (size_t i = 0; i < s->clause_count; i++) {
        const struct clause *clause = &s->clauses[i];
        uint32_t begin = clause->at.begin;
        if (s->chars[begin] != 0x4E0D || clause->at.end < begin + 4 ||
            clause->is_caption || /* 不 */
            text_has(words, s->chars[begin + 1]) || s->chars[clause->at.end - 1] == 0x7684)
            return NULL;
    }
    return sentence_find_act(s, s->clauses[0].at);
}

const struct match *wording_binds_in_chinese(const struct sentence *s)
{
    static const char *const musts[] = {"必须", "必須", NULL};
    static const char *const refusals[] = {"不能", "不准", "不準", "不许", "不許", "一律", NULL};
    if (s->language == LANG_EN || s->clause_count == 0)
        return NULL;
    const struct match *asked = asks_condition(s);
    if (asked == NULL)
        asked = refuses(s);
    if (asked != NULL || (!sentence_has(s, PHRASE_DEMAND) && !sentence_has(s, PHRASE_ADVERB)))
        return asked;
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
