#include "core/check/wording_chinese_work.h"
#include "core/model/fold.h"
#include "core/normalise/segments.h"
#include "core/normalise/verbs.h"

enum {
    VERB = 2,     /* code points of the act that ends a work */
    WORK_MIN = 4, /* ... of a work: two that it is done to stand in front of the act */
    WORK_MAX = 9,
    ROW_MIN = 3, /* works that make a row */
};

/* 的, 之 or a mark: the work is no plain name. */
static bool is_plain(const struct sentence *s, struct range at)
{
    for (uint32_t i = at.begin; i < at.end; i++)
        if (s->is_quoted[i] || !is_basic_han(s->chars[i]) ||
            text_has(TEXT("的之等对為为"), s->chars[i]))
            return false;
    return at.end >= at.begin + WORK_MIN && at.end <= at.begin + WORK_MAX;
}

/* 保養 in 車輛保養. */
static bool ends_in_act(const struct sentence *s, struct range at)
{
    static const enum phrase_class acts[] = {PHRASE_ACT, PHRASE_ACT_NOUN, PHRASE_HEAD_ACT};
    uint32_t begin = at.end - VERB;
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (sentence_at(s, begin, acts[i]) != NULL)
            return true;
    return verb_is_han(s->chars[begin], s->chars[begin + 1]);
}

/* 計畫|擬定: a verb in front is no object, and the row is one of verbs. */
static bool begins_with_verb(const struct sentence *s, struct range at)
{
    const struct match *act = sentence_at(s, at.begin, PHRASE_ACT);
    return act != NULL && sentence_at(s, at.begin, PHRASE_THING) == NULL &&
           sentence_at(s, at.begin, PHRASE_MATTER) == NULL;
}

/* The works share a word, in front or as their act: 設備安裝、設備調試; 訂單管理、庫存管理. */
static bool share_word(const struct sentence *s, struct range one, struct range other)
{
    for (uint32_t i = one.begin; i + 1 < one.end; i++)
        for (uint32_t k = other.begin; k + 1 < other.end; k++)
            if (s->chars[i] == s->chars[k] && s->chars[i + 1] == s->chars[k + 1])
                return true;
    return false;
}

/* Takes a work into the row, which it must fit. */
static bool add_work(const struct sentence *s, struct range at, struct range *works, size_t count)
{
    if (count == ACTS_MAX || !is_plain(s, at) || begins_with_verb(s, at))
        return false;
    for (size_t i = 0; i < count; i++)
        if (share_word(s, works[i], at))
            return false;
    works[count] = at;
    return true;
}

size_t wording_chinese_works(const struct sentence *s, struct range works[ACTS_MAX])
{
    if (s->language == LANG_EN || s->clause_count != 1)
        return 0;
    struct range in = s->clauses[0].at;
    const struct match *opening = sentence_at(s, in.begin, PHRASE_OPENING);
    if (opening == NULL)
        return 0;
    size_t count = 0, acts = 0, steps = 0;
    for (uint32_t begin = opening->at.end, at = begin; at <= in.end; at++) {
        const struct match *join = at < in.end ? segment_joint_at(s, at) : NULL;
        bool is_mark = at < in.end && s->chars[at] == 0x3001; /* 、 */
        if (at < in.end && !is_mark && join == NULL)
            continue;
        if (!add_work(s, (struct range){begin, at}, works, count))
            return 0;
        steps += sentence_ending(s, works[count], PHRASE_MAKING) != NULL; /* 架構設計, 市場分析 */
        acts += ends_in_act(s, works[count++]);
        begin = is_mark || join == NULL ? at + 1 : join->at.end;
        at = begin - 1;
    }
    return count >= ROW_MIN && acts + 1 >= count && steps < 2 ? count : 0; /* …、齋堂帳目 */
}
