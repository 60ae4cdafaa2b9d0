#include "core/check/wording_correlative.h"
#include "core/model/fold.h"
#include "core/normalise/act_row.h"
#include "core/normalise/verbs.h"

/* What stands in front of the first work, and in front of the second. */
struct pair {
    const char *first;
    const char *second[9]; /* NULL-terminated; as folded: Simplified */
};

static const struct pair pairs[] = {
    {"既要", {"又要", "又", "也要", "也", "还要", "还", NULL}},
    {"既", {"又", "也", "还", NULL}},
    {"又要", {"又要", "还要", NULL}},
    {"又", {"又", NULL}},
    {"一边", {"一边", NULL}},
    {"一面", {"一面", NULL}},
    {"边", {"边", NULL}},
    {"不但", {"还要", "还", "而且", "并且", "也要", "也", "更要", NULL}},
    {"不仅", {"还要", "还", "而且", "并且", "也要", "也", "更要", NULL}},
    {"不只", {"还要", "还", "而且", "也要", "也", NULL}},
    {"除了", {"还要", "还", "并", "另", "也要", "也", "同时", "亦", NULL}},
    {"除", {"还要", "还", "并", "另", "也要", "也", "同时", "亦", NULL}},
    {"白天", {"晚上", "夜间", "夜里", "夜晚", NULL}},
    {"早上", {"晚上", "下午", "中午", NULL}},
    {"上午", {"下午", "晚上", NULL}},
    {"平时", {"周末", "假日", "节假日", "忙时", NULL}},
    {"平日", {"周末", "假日", "节假日", NULL}},
    {"旺季", {"淡季", NULL}},
    {"淡季", {"旺季", NULL}},
    {"夏天", {"冬天", NULL}},
    {"夏季", {"冬季", NULL}},
    {"开会时", {"平时", NULL}},
};

/* Whether the folded words stand there, and where they end. */
static bool stands_at(const struct sentence *s, uint32_t at, const char *words, uint32_t *end)
{
    struct text text = text_from_string(words);
    for (size_t i = 0; i < text.size; at++)
        if (at >= s->count || s->is_quoted[at] || s->chars[at] != text_next(text, &i))
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
    static const char *const closes[] = {"之外", "以外", "外", NULL};
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
    static const char *const besides[] = {"除", "不仅", "不但", "不只", NULL};
    uint32_t begin = skip_all(s, at), end, last = sentence_end(s, at);
    for (uint32_t i = begin + WORK_MIN; i < last && i < begin + REACH; i++)
        for (size_t k = 0; pair->second[k] != NULL; k++) {
            if (!stands_at(s, i, pair->second[k], &end))
                continue;
            works[0] = (struct range){begin, without_close(s, (struct range){begin, i})};
            works[1] = (struct range){skip_all(s, end), last};
            bool is_besides = text_starts_with_one_of(text_from_string(pair->first), besides);
            bool is_must = text_ends_with(text_from_string(pair->second[k]), TEXT("要"));
            if (works[1].begin + 1 < last && (is_must || is_work(s, works[1])) &&
                (is_must || is_besides || is_work(s, works[0]))) /* 除前台接待外 */
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
    static const char *const openers[] = {"兼",   "另兼", "并兼", "兼要", "还要", "还得",
                                          "还须", "也要", "另外", "另需", "另须", "此外",
                                          "又要", "亦需", "亦须", NULL};
    static const char *const others[] = {"兼顾", "兼任", "兼具", "兼容",
                                         "兼有", "兼并", "兼收", NULL};
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
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if ((stands_at(s, head, pairs[i].first, &end) ||
             stands_at(s, begin, pairs[i].first, &end)) &&
            find_second(s, &pairs[i], end, works))
            return is_apart(s, works) ? 2 : 0;
    return goes_on_besides(s, works) && is_apart(s, works) ? 2 : 0;
}
