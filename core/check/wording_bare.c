#include "core/check/wording_bare.h"
#include "core/check/wording_creed.h"
#include "core/check/wording_english_rule.h"
#include "core/model/fold.h"
#include "core/normalise/english_words.h"
#include "core/normalise/quota.h"
#include "core/normalise/verbs.h"

/* Whether something is done at the code point, by the lists. */
static bool does_at(const struct sentence *s, uint32_t at)
{
    static const enum phrase_class doing[] = {PHRASE_IDLE,   PHRASE_ACTOR,      PHRASE_SURE_HELPER,
                                              PHRASE_RESULT, PHRASE_OPENING,    PHRASE_BEARER,
                                              PHRASE_HAVING, PHRASE_PREPOSITION};
    for (size_t i = 0; i < sizeof doing / sizeof *doing; i++)
        if (sentence_at(s, at, doing[i]) != NULL)
            return true;
    return sentence_act_at(s, at) != NULL;
}

/* ---- slogans ---- */

/* Discipline, order, honour; courtesy at all times: nouns of virtues, and nothing held by them. */
static bool lists_virtues(const struct sentence *s)
{
    static const char *const verbs[] = {"is", "are", "was", "were", NULL}; /* honesty is a must */
    struct range all = {s->clauses[0].at.begin, s->clauses[s->clause_count - 1].at.end};
    for (uint32_t at = all.begin; at < all.end;) {
        const struct match *virtue = sentence_at(s, at, PHRASE_VIRTUE);
        if (virtue == NULL)
            return false;
        at = skip_blanks(s, virtue->at.end, all.end);
        if (at < all.end && sentence_at(s, at, PHRASE_PREPOSITION) != NULL)
            return !text_is_one_of(english_word_at(s, at, all.end), verbs);
        uint32_t behind = at;
        while (at < all.end && text_has(TEXT(",，、;. "), s->chars[at]))
            at++;
        const struct match *join = at < all.end ? sentence_at(s, at, PHRASE_JOIN) : NULL;
        if (join == NULL && at == behind && at < all.end)
            return false; /* 誠實|守信 */
        at = join != NULL ? skip_blanks(s, join->at.end, all.end) : at;
    }
    return true;
}

bool wording_is_bare_slogan(const struct sentence *s)
{
    if (s->requirement == NULL || s->clause_count == 0)
        return false;
    if (lists_virtues(s))
        return true;
    if (s->language == LANG_EN)
        return wording_is_motto_without_verb(s);
    const struct match *creed = wording_creed(s);
    return (creed != NULL && creed->phrase->class != PHRASE_SLOGAN_VERB) || /* 講紀律的作風 */
           wording_ranks_in_chinese(s) != NULL;
}

/* ---- work assigned ---- */

/* Other duties may be assigned: a verb behind the work; not "duties as may be assigned". */
static bool tells_of_work(const struct sentence *s, struct range in)
{
    static const char *const verbs[] = {"may",    "might", "will", "shall", "can",  "could", "must",
                                        "should", "is",    "are",  "has",   "have", NULL};
    static const char *const behind[] = {"as",    "that", "which", "who", "when", "if",
                                         "where", "the",  "his",   "her", "a",    NULL};
    for (uint32_t at = english_skip_word(s, in.begin, in.end); at < in.end;
         at = english_skip_word(s, at, in.end)) {
        struct text word = english_word_at(s, at, in.end);
        if (text_is_one_of(word, behind))
            return false;
        if (text_is_one_of(word, verbs))
            return true;
    }
    return false;
}

/* 的之 in the range: what stands in front of it tells which work. */
static bool has_particle(const struct sentence *s, struct range in)
{
    for (uint32_t at = in.begin; at < in.end; at++)
        if (text_has(TEXT("的之"), s->chars[at]))
            return true;
    return false;
}

/* Behind 隨時, 不定時, which may stand in front of what is done. */
static uint32_t skip_adverbs(const struct sentence *s, struct range in)
{
    uint32_t at = in.begin;
    for (const struct match *front = NULL; at < in.end; at = front->at.end) {
        front = sentence_at(s, at, PHRASE_ADVERB);
        if (front == NULL)
            front = sentence_at(s, at, PHRASE_HOW_OFTEN);
        if (front == NULL || front->at.end >= in.end)
            break;
    }
    return at;
}

/* 擔負院長指定的職務, 辦理其他事務: work is the noun at the end. */
static bool does_work(const struct sentence *s, struct range in, const struct match *work)
{
    uint32_t head = skip_adverbs(s, in);
    if (text_has(TEXT("承奉受遵依按应應听聽从從把将將因由对對凡干幹做揽攬"), s->chars[head]))
        return true;
    const struct match *whom = sentence_at(s, head, PHRASE_PARTY);
    if (whom == NULL && head + 2 < work->at.begin &&
        (does_at(s, head) || verb_is_han(s->chars[head], s->chars[head + 1])))
        return true;
    for (uint32_t at = head; at < work->at.begin; at++) {
        const struct match *idle = sentence_at(s, at, PHRASE_IDLE);
        if (idle != NULL && s->chars[idle->at.end - 1] == 0x4EBA) /* 負責人 */
            idle = NULL;
        const struct match *act = idle == NULL ? sentence_at(s, at, PHRASE_ACT) : idle;
        const struct match *join = sentence_at(s, at, PHRASE_JOIN);
        if (join != NULL && at > in.begin && sentence_find_act(s, (struct range){in.begin, at}))
            return true; /* 換燈管|及其他交辦事項 */
        if (act != NULL && act->at.end < work->at.begin &&
            (idle != NULL || at == head || !has_particle(s, (struct range){act->at.end, in.end})) &&
            !text_has(TEXT("的之"), s->chars[act->at.end]))
            return true; /* 本崗位|承擔|主任另派的任務 */
    }
    return false;
}

bool wording_is_bare_assignment(const struct sentence *s)
{
    if (!sentence_has(s, PHRASE_AD_HOC) || s->clause_count == 0)
        return false;
    const struct clause *first = &s->clauses[0];
    if (s->language == LANG_EN)
        return sentence_at(s, first->at.begin, PHRASE_MORE) != NULL &&
               !tells_of_work(s, (struct range){first->at.begin, s->count});
    const struct match *work = sentence_ending(s, first->at, PHRASE_MORE);
    return s->clause_count == 1 && work != NULL && !does_work(s, first->at, work);
}

/* ---- figures ---- */

/* 達到, 控制在: the figure is reached; not 低於, 至少. */
static bool is_reached(const struct sentence *s, uint32_t at)
{
    return sentence_at(s, at, PHRASE_BOUND_BEFORE) != NULL &&
           sentence_at(s, at, PHRASE_COMPARISON) == NULL;
}

/* 確保完好率…, 將退貨率…: what is done about the rate; not 印刷|錯版率. */
static bool reaches_at(const struct sentence *s, uint32_t at)
{
    static const enum phrase_class doing[] = {
        PHRASE_IDLE,        PHRASE_RESULT, PHRASE_BETTERING,   PHRASE_OPENING,
        PHRASE_PREPOSITION, PHRASE_ACTOR,  PHRASE_BOUND_BEFORE};
    for (size_t i = 0; i < sizeof doing / sizeof *doing; i++)
        if (sentence_at(s, at, doing[i]) != NULL)
            return true;
    return text_has(TEXT("将將把使让讓"), s->chars[at]);
}

bool wording_is_bare_rate(const struct sentence *s)
{
    if (s->language == LANG_EN || s->quota == NULL || s->clause_count != 1)
        return false;
    struct range at = s->clauses[0].at, figure = s->quota->at;
    struct range front = {at.begin, figure.begin};
    if (sentence_at(s, figure.begin, PHRASE_FIGURE) != NULL)
        return false; /* 保持前三, 當日辦結 */
    return figure.end >= at.end && front.end > front.begin + 1 && !is_reached(s, figure.begin) &&
           sentence_ending(s, front, PHRASE_RATE) != NULL && !reaches_at(s, at.begin) &&
           sentence_find(s, front, PHRASE_IDLE) == NULL;
}

bool wording_is_bare_count(const struct sentence *s)
{
    static const char *const heads[] = {
        "a",     "an",   "the",   "average", "annual",  "monthly", "weekly",
        "daily", "zero", "no",    "maximum", "minimum", "not",     "nil",
        "fewer", "less", "under", "over",    "total",   "yearly",  NULL};
    static const char *const verbs[] = {"is",     "are", "be",     "must", "will",  "shall",
                                        "should", "has", "have",   "to",   "who",   "that",
                                        "can",    "may", "handle", "need", "needs", NULL};
    if (s->language != LANG_EN || s->quota == NULL || s->clause_count != 1)
        return false;
    struct range at = s->clauses[0].at;
    struct text head = english_word_at(s, at.begin, at.end);
    if (s->quota->at.begin != at.begin && !text_is_one_of(head, heads))
        return false;
    for (uint32_t i = at.begin; i < at.end; i = english_skip_word(s, i, at.end))
        if (text_is_one_of(english_word_at(s, i, at.end), verbs))
            return false;
    return true;
}
