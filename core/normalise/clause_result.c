#include "core/normalise/clause_result.h"

/* …，推動業務發展: what grows by what is done in front. */
static bool lets_grow(const struct sentence *s, const struct clause *clause)
{
    static const char *const openers[] = {"推动", "推動", "驱动", "驅動", "带动",
                                          "帶動", "引领", "引領", NULL};
    static const char *const ends[] = {"发展", "發展", "增长", "增長", "成长", "成長",
                                       "进步", "進步", "提升", "提高", NULL};
    struct text words = sentence_text(s, clause->at);
    return text_starts_with_one_of(words, openers) && text_ends_with_one_of(words, ends);
}

/* …，吸引遊客參觀, 以彩燈抓住遊客的目光: who comes by what is done. */
static bool draws_people(const struct sentence *s, const struct clause *clause)
{
    static const char *const verbs[] = {"吸引", "抓住", "引起", NULL};
    static const char *const eyes[] = {"目光", "眼球", "视线", "視線", "注意", NULL};
    struct text words = sentence_text(s, clause->at);
    return text_starts_with(words, TEXT("吸引")) ||
           ((s->chars[clause->at.begin] == 0x4EE5 || text_starts_with_one_of(words, verbs)) &&
            text_ends_with_one_of(words, eyes));
}

/* …，從內部保障質量, 以工程思維提升可用性: nothing else is done in the clause. */
static bool betters_from(const struct sentence *s, const struct clause *clause)
{
    const struct match *result = sentence_find(s, clause->at, PHRASE_RESULT);
    if (result == NULL || clause->kind != CLAUSE_ACT || result->at.end >= clause->at.end)
        return false;
    struct range front = {clause->at.begin, result->at.begin};
    return text_has(TEXT("从從以"), s->chars[clause->at.begin]) && front.end > front.begin + 2 &&
           sentence_find(s, front, PHRASE_ACT) == NULL &&
           sentence_find(s, front, PHRASE_IDLE) == NULL;
}

/* …，完成各項指標, …，形成管理制度: what is reached or comes about by what is done in front. */
static bool reaches_aim(const struct sentence *s, const struct clause *clause)
{
    static const char *const openers[] = {"完成", "达成", "達成", NULL};
    static const char *const aims[] = {"指标", "指標", "目标", "目標", "业绩", "業績", NULL};
    struct text words = sentence_text(s, clause->at);
    static const char *const comings[] = {"形成", "促成", NULL};
    return text_starts_with_one_of(words, comings) ||
           (text_starts_with_one_of(words, openers) && text_ends_with_one_of(words, aims));
}

/* …，維護設備正常運行: how what is looked after goes on. */
static bool keeps_running(const struct sentence *s, const struct clause *clause)
{
    static const char *const openers[] = {"维护", "維護", "维持", "維持", NULL};
    static const char *const ends[] = {"正常运行", "正常運行", "正常运转", "正常運轉",
                                       "正常运作", "正常運作", "稳定运行", "穩定運行",
                                       "安全运行", "安全運行", NULL};
    struct text words = sentence_text(s, clause->at);
    return text_starts_with_one_of(words, openers) && text_ends_with_one_of(words, ends);
}

/* …，以散客為主: what most of it is, and no aim. */
static bool tells_most(const struct sentence *s, const struct clause *clause)
{
    static const char *const ends[] = {"为主", "為主", "为辅", "為輔", "为准", "為準", NULL};
    return text_ends_with_one_of(sentence_text(s, clause->at), ends);
}

/*
 * 讓住戶知悉, 令客戶滿意, 以改進教學: behind another clause what follows is the result of that.
 */
bool clause_begins_result(const struct sentence *s, const struct clause *clause)
{
    uint32_t at = clause->at.begin, first = s->chars[at];
    if (lets_grow(s, clause) || betters_from(s, clause) || reaches_aim(s, clause) ||
        keeps_running(s, clause) || draws_people(s, clause))
        return true;
    if (first == 0x8BA9 || first == 0x4EE4) /* 让令 */
        return clause->at.end > at + 2 && sentence_at(s, at, PHRASE_PLAIN) == NULL;
    if (first != 0x4EE5 || tells_most(s, clause)) /* 以 */
        return false;
    if (at + 1 < clause->at.end && text_has(TEXT("更最"), s->chars[at + 1])) /* 以更大程度… */
        return true;
    const struct match *adverb = sentence_at(s, at + 1, PHRASE_MANNER);
    uint32_t next = adverb == NULL ? at + 1 : adverb->at.end;
    return sentence_act_at(s, next) != NULL || sentence_at(s, next, PHRASE_RESULT) != NULL ||
           sentence_at(s, next, PHRASE_BETTERING) != NULL;
}
