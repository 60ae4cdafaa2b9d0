#include "core/check/wording_chinese_rule.h"
#include <assert.h>

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
    for (uint32_t i = subject.begin; is_all && i + 2 < subject.end; i++)
        if (s->chars[i] == 0x7684) /* 借出的|工具 */
            subject.begin = i + 1;
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

/* Nothing is done in front of the clause, unless it tells when. */
static bool acts_before(const struct sentence *s, const struct clause *clause)
{
    for (const struct clause *front = s->clauses; front < clause; front++)
        if (front->kind == CLAUSE_ACT && front->act.begin == front->at.begin &&
            sentence_ending(s, front->at, PHRASE_TEMPORAL) == NULL)
            return true;
    return false;
}

/* 代班者|應…, 當值人員|須…: a rule for whoever it is. */
static bool binds_whoever(const struct sentence *s, const struct match *must)
{
    static const char *const musts[] = {"应", "應", "应当", "應當", "须", "須", "需", NULL};
    const struct clause *first = &s->clauses[0];
    struct range subject = {first->at.begin, must->at.begin};
    if (!text_is_one_of(sentence_text(s, must->at), musts) || subject.end < subject.begin + 3 ||
        s->chars[must->at.end] == 0x8981 || /* 使用者|需要 */
        must->at.end >= first->at.end || sentence_find(s, subject, PHRASE_PREPOSITION) != NULL ||
        sentence_find(s, subject, PHRASE_OPENING) != NULL)
        return false;
    bool is_people = text_ends_with(sentence_text(s, subject), TEXT("人员")) ||
                     text_ends_with(sentence_text(s, subject), TEXT("人員"));
    return s->chars[subject.end - 1] == 0x8005 || /* 者 */
           (is_people && sentence_at(s, subject.begin, PHRASE_ACT) == NULL);
}

/* 驗收合格|方可…, 標籤齊全，|方能…, 離櫃|需先…, 訪客|要有…: words by which something is bound. */
static bool binds_at(const struct sentence *s, const struct clause *clause, uint32_t at)
{
    uint32_t c = s->chars[at], next = s->chars[at + 1], begin = clause->at.begin;
    if (text_has(TEXT("方始"), c) && text_has(TEXT("可能得"), next)) {
        for (uint32_t i = at + 2; i < clause->at.end; i++)
            if (s->chars[i] == 0x7684) /* 方可接受|的案件 */
                return false;
        bool is_act = clause->kind == CLAUSE_ACT && clause->act.begin == begin;
        return (at == begin ? clause > s->clauses : at > begin + 1 && !is_act) &&
               !acts_before(s, clause);
    }
    if (!text_has(TEXT("需须应要"), c) || at < begin + 2 || clause > s->clauses)
        return false;
    bool is_first = next == 0x5148 && c != 0x8981;                          /* 先, not 要先 */
    bool is_having = next == 0x6709 && sentence_act_at(s, begin) == NULL && /* 有 */
                     sentence_at(s, begin, PHRASE_PREPOSITION) == NULL;
    return (is_first || is_having) && !text_has(TEXT("供响反相必主只"), s->chars[at - 1]);
}

/* 方始需须应要: asked at every code point. */
static bool may_bind(uint32_t c)
{
    return c == 0x65B9 || c == 0x59CB || c == 0x9700 || c == 0x987B || c == 0x5E94 || c == 0x8981;
}

/* The first match behind such words; NULL: there is none. */
static const struct match *asks_condition(const struct sentence *s)
{
    for (uint32_t at = 2; at + 2 < s->count; at++) {
        if (!may_bind(s->chars[at]) || s->in_brackets[at])
            continue;
        const struct clause *clause = sentence_clause_at(s, at);
        if (clause != NULL && clause->sentence == s->clauses[0].sentence && !clause->is_caption &&
            at + 2 < clause->at.end && !sentence_has(s, PHRASE_ASKING) &&
            sentence_at(s, 0, PHRASE_OPENING) == NULL && binds_at(s, clause, at) &&
            s->first[at] < s->first[s->count])
            return &s->matches[s->first[at]];
    }
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
            text_has(words, s->chars[begin + 1]) || s->chars[clause->at.end - 1] == 0x7684 ||
            sentence_at(s, begin, PHRASE_MODIFIER) != NULL) /* 不厭其煩地解釋 */
            return NULL;
    }
    return sentence_find_act(s, s->clauses[0].at);
}

/* 操作機床|必須戴護目鏡: the act in front only says when. */
static bool tells_when(const struct sentence *s, const struct match *must)
{
    static const uint32_t longest = 7;
    const struct clause *clause = sentence_clause_at(s, must->at.begin);
    if (clause->kind != CLAUSE_ACT || s->clause_count != 1 ||
        clause->act.begin != clause->at.begin || must->at.begin > clause->at.begin + longest ||
        must->at.begin < clause->act.end)
        return false;
    for (uint32_t i = clause->at.begin; i < clause->at.end; i++)
        if (text_has(TEXT("的之、"), s->chars[i]))
            return false;
    return sentence_find(s, clause->at, PHRASE_ASKING) == NULL;
}

const struct match *wording_binds_in_chinese(const struct sentence *s)
{
    static const char *const musts[] = {"必须", "必須", NULL};
    static const char *const refusals[] = {"不能", "不准", "不準", "不许", "不許",
                                           "一律", "不宜", "不应", "不應", NULL};
    if (s->language == LANG_EN || s->clause_count == 0)
        return NULL;
    const struct match *asked = asks_condition(s);
    if (asked == NULL)
        asked = refuses(s);
    if (asked != NULL || (!sentence_has(s, PHRASE_DEMAND) && !sentence_has(s, PHRASE_ADVERB)))
        return asked;
    assert(s->matches != NULL); /* one of a class that it has, at least */
    for (uint32_t i = 0; i < s->first[s->count]; i++) {
        const struct match *match = &s->matches[i];
        if (match->phrase->class == PHRASE_ADVERB && match->at.begin > 1 &&
            text_has(TEXT("应须需要均"), s->chars[match->at.begin]) &&
            (binds_many(s, match) || binds_whoever(s, match)))
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
        if (is_near && is_must && tells_when(s, match))
            return match;
        if (!is_near || is_attribute(s, match))
            continue;
        if (is_must ? is_bound_by(s, match) : forbids(s, match))
            return match;
    }
    return NULL;
}
