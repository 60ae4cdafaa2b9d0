#include "core/check/wording_correlative.h"
#include "core/model/fold.h"
#include "core/normalise/act_row.h"
#include "core/normalise/verbs.h"
#include <uchar.h>

/* What stands in front of the first work, and in front of the second. */
struct pair {
    const char32_t *first;
    bool is_besides; /* what stands behind the first word may be no work: 除前台接待外 */
    const char32_t *second[9]; /* NULL-terminated; as folded: Simplified */
};

static const struct pair pairs[] = {
    {U"既要", .second = {U"又要", U"又", U"也要", U"也", U"还要", U"还", NULL}},
    {U"既", .second = {U"又", U"也", U"还", NULL}},
    {U"又要", .second = {U"又要", U"还要", NULL}},
    {U"又", .second = {U"又", NULL}},
    {U"一边", .second = {U"一边", NULL}},
    {U"一面", .second = {U"一面", NULL}},
    {U"边", .second = {U"边", NULL}},
    {U"不但", .is_besides = true,
     .second = {U"还要", U"还", U"而且", U"并且", U"也要", U"也", U"更要", NULL}},
    {U"不仅", .is_besides = true,
     .second = {U"还要", U"还", U"而且", U"并且", U"也要", U"也", U"更要", NULL}},
    {U"不只", .is_besides = true, .second = {U"还要", U"还", U"而且", U"也要", U"也", NULL}},
    {U"除了", .is_besides = true,
     .second = {U"还要", U"还", U"并", U"另", U"也要", U"也", U"同时", U"亦", NULL}},
    {U"除", .is_besides = true,
     .second = {U"还要", U"还", U"并", U"另", U"也要", U"也", U"同时", U"亦", NULL}},
    {U"白天", .second = {U"晚上", U"夜间", U"夜里", U"夜晚", NULL}},
    {U"早上", .second = {U"晚上", U"下午", U"中午", NULL}},
    {U"上午", .second = {U"下午", U"晚上", NULL}},
    {U"平时", .second = {U"周末", U"假日", U"节假日", U"忙时", NULL}},
    {U"平日", .second = {U"周末", U"假日", U"节假日", NULL}},
    {U"旺季", .second = {U"淡季", NULL}},
    {U"淡季", .second = {U"旺季", NULL}},
    {U"夏天", .second = {U"冬天", NULL}},
    {U"夏季", .second = {U"冬季", NULL}},
    {U"开会时", .second = {U"平时", NULL}},
};

/* Most words do not even begin so. */
static bool begins_at(const struct sentence *s, uint32_t at, const char32_t *words)
{
    return at < s->count && s->chars[at] == *words;
}

/* Whether the folded words stand there, and where they end. */
static bool stands_at(const struct sentence *s, uint32_t at, const char32_t *words, uint32_t *end)
{
    for (; *words != 0; words++, at++)
        if (at >= s->count || s->chars[at] != *words || s->is_quoted[at])
            return false;
    *end = at;
    return true;
}

static uint32_t skip_all(const struct sentence *s, uint32_t at)
{
    static const enum phrase_class fronts[] = {PHRASE_OPENING, PHRASE_ADVERB, PHRASE_PERIOD};
    for (bool goes_on = true; goes_on && at < s->count;) {
        goes_on = false;
        while (at < s->count && text_has(TEXT(" ，,要须需得"), s->chars[at]))
            at++;
        for (size_t i = 0; i < sizeof fronts / sizeof *fronts && !goes_on; i++) {
            const struct match *front = sentence_at(s, at, fronts[i]);
            goes_on = front != NULL;
            at = goes_on ? front->at.end : at;
        }
    }
    return at;
}

/* 除|看門|外，: the words that close the first work. */
static uint32_t without_close(const struct sentence *s, struct range at)
{
    static const char32_t *const closes[] = {U"之外", U"以外", U"外", NULL};
    uint32_t end = at.end, begin;
    while (end > at.begin && text_has(TEXT(" ，,"), s->chars[end - 1]))
        end--;
    for (size_t i = 0; closes[i] != NULL; i++)
        for (begin = end - 1; end > at.begin + 2 && begin + 2 >= end; begin--)
            if (stands_at(s, begin, closes[i], &at.end) && at.end == end)
                return begin;
    return end;
}

#define WORK_MIN 2 /* code points of a work: 炒菜 */

/* 管考勤, 給花木澆水, 接待訪客: it begins with a verb. */
static bool is_work(const struct sentence *s, struct range at)
{
    if (at.end < at.begin + WORK_MIN || !is_basic_han(s->chars[at.begin]))
        return false;
    const struct match *act = sentence_act_at(s, at.begin);
    return (act != NULL && act->at.end <= at.end) ||
           sentence_at(s, at.begin, PHRASE_IDLE) != NULL ||
           sentence_at(s, at.begin, PHRASE_ACTOR) != NULL ||
           verb_is_han(s->chars[at.begin], s->chars[at.begin + 1]) ||
           verb_is_short_han(s->chars[at.begin]) || act_row_object(s, at.begin, at.end) > at.begin;
}

/* Where the sentence ends in which the code point stands. */
static uint32_t sentence_end(const struct sentence *s, uint32_t at)
{
    while (at < s->count && !text_has(TEXT("。；;！!？?"), s->chars[at]))
        at++;
    return at;
}

#define REACH 40 /* code points between the two words */

/* The second word behind the first, in front of a work; both works are then known. */
static bool find_second(const struct sentence *s, const struct pair *pair, uint32_t at,
                        struct range works[ACTS_MAX])
{
    uint32_t begin = skip_all(s, at), end, last = sentence_end(s, at);
    for (uint32_t i = begin + WORK_MIN; i < last && i < begin + REACH; i++)
        for (size_t k = 0; pair->second[k] != NULL; k++) {
            if (!stands_at(s, i, pair->second[k], &end))
                continue;
            works[0] = (struct range){begin, without_close(s, (struct range){begin, i})};
            works[1] = (struct range){skip_all(s, end), last};
            bool is_must = s->chars[end - 1] == U'要';
            if (works[1].begin + 1 < last && (is_must || is_work(s, works[1])) &&
                (is_must || pair->is_besides || is_work(s, works[0])))
                return true;
        }
    return false;
}

/* 填寫檢查表, 記錄: what comes of the first; or other work, of which W402 speaks. */
static bool is_apart(const struct sentence *s, const struct range *works)
{
    uint32_t at = works[1].begin;
    return sentence_at(s, at, PHRASE_OUTCOME) == NULL &&
           sentence_at(s, at, PHRASE_SEQUEL) == NULL && !sentence_has(s, PHRASE_AD_HOC) &&
           s->requirement == NULL;
}

/* …，兼修水電; …，另還要送報: what stands in front of the second work where no word does of the first. */
static bool goes_on_besides(const struct sentence *s, struct range works[ACTS_MAX])
{
    static const char32_t *const openers[] = {U"兼",   U"另兼", U"并兼", U"兼要", U"还要", U"还得",
                                              U"还须", U"也要", U"另外", U"另需", U"另须", U"此外",
                                              U"又要", U"亦需", U"亦须", NULL};
    static const char32_t *const others[] = {U"兼顾", U"兼任", U"兼具", U"兼容",
                                             U"兼有", U"兼并", U"兼收", NULL};
    const struct clause *first = s->clauses, *second = first + 1;
    uint32_t end;
    if (s->clause_count < 2 || first->kind != CLAUSE_ACT || second->sentence != first->sentence)
        return false;
    for (size_t i = 0; others[i] != NULL; i++)
        if (stands_at(s, second->at.begin, others[i], &end))
            return false;
    for (size_t i = 0; openers[i] != NULL; i++) {
        if (!stands_at(s, second->at.begin, openers[i], &end))
            continue;
        works[0] = first->at;
        works[1] = (struct range){skip_all(s, end), second->at.end};
        if (is_work(s, works[1]))
            return true;
    }
    return false;
}

size_t wording_correlates(const struct sentence *s, struct range works[ACTS_MAX])
{
    if (s->language == LANG_EN || s->clause_count == 0)
        return 0;
    uint32_t head = s->clauses[0].at.begin, begin = skip_all(s, head), end;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (!begins_at(s, head, pairs[i].first) && !begins_at(s, begin, pairs[i].first))
            continue;
        if ((stands_at(s, head, pairs[i].first, &end) ||
             (begin > head && stands_at(s, begin, pairs[i].first, &end))) &&
            find_second(s, &pairs[i], end, works))
            return is_apart(s, works) ? 2 : 0;
    }
    return goes_on_besides(s, works) && is_apart(s, works) ? 2 : 0;
}
