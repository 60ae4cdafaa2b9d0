#include "core/check/wording_noun.h"
#include "core/model/fold.h"
#include "core/normalise/verbs.h"

#define VERB_LENGTH 2 /* code points of a verb that no list holds */

/* 的之 */
static bool is_particle(uint32_t c) { return c == 0x7684 || c == 0x4E4B; }

enum ending { ENDING_NONE, ENDING_WORK, ENDING_MATTER };

/* Where the words end once 事項, 等工作 is off, and what was there. */
static uint32_t without_matter(const struct sentence *s, struct range at, enum ending *ending)
{
    static const char *const matters[] = {"事项", "事項", "事宜", NULL};
    static const char *const works[] = {"工作", "作业", "作業", "业务", "業務", NULL};
    uint32_t end = at.end;
    struct text last = sentence_text(s, (struct range){end < 2 ? 0 : end - 2, end});
    *ending = ENDING_NONE;
    if (text_is_one_of(last, matters))
        *ending = ENDING_MATTER;
    else if (text_is_one_of(last, works))
        *ending = ENDING_WORK;
    end -= *ending != ENDING_NONE ? 2 : 0;
    if (end > at.begin && s->chars[end - 1] == 0x7B49) /* 等 */
        end--;
    return end;
}

/* Where the verb begins that ends there; `end`: none does. */
static uint32_t verb_begin(const struct sentence *s, struct range at)
{
    static const enum phrase_class classes[] = {PHRASE_ACT, PHRASE_ACT_NOUN, PHRASE_HEAD_ACT};
    if (at.end < at.begin + VERB_LENGTH)
        return at.end;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        const struct match *act = sentence_ending(s, at, classes[i]);
        if (act != NULL && act->at.end >= act->at.begin + VERB_LENGTH)
            return act->at.begin;
    }
    uint32_t first = s->chars[at.end - 2], second = s->chars[at.end - 1];
    if (at.end > at.begin + VERB_LENGTH && s->chars[at.end - VERB_LENGTH - 1] == 0x4E4B &&
        (verb_is_short_han(first) || text_has(TEXT("清除"), first)) &&
        !verb_makes_thing(second)) /* 香爐之|清灰 */
        return at.end - VERB_LENGTH;
    return verb_is_joined_han(first, second) || verb_is_han(first, second) ? at.end - VERB_LENGTH
                                                                           : at.end;
}

/* 發展及延續 behind 的 may be mere nouns: what is surely done there a list holds. */
static bool is_known(const struct sentence *s, uint32_t verb, uint32_t end)
{
    const struct match *act = sentence_act_at(s, verb);
    return (act != NULL && act->at.end == end) ||
           (end == verb + VERB_LENGTH && verb_is_joined_han(s->chars[verb], s->chars[verb + 1]));
}

/* In front of what joins verbs or goes with one: 蓋用、典守, 綜核及代判, 事後研閱. */
static uint32_t before_joint(const struct sentence *s, struct range at)
{
    uint32_t c = at.end > at.begin ? s->chars[at.end - 1] : 0;
    const struct match *join = sentence_ending(s, at, PHRASE_JOIN);
    if (join == NULL)
        join = sentence_ending(s, at, PHRASE_ADVERB);
    if (join != NULL)
        return join->at.begin;
    return c == 0x3001 || c == '/' ? at.end - 1 : at.end;
}

/* 良好的溝通: nothing but how something is stands in front. */
static bool tells_how(const struct sentence *s, struct range front)
{
    static const enum phrase_class classes[] = {PHRASE_STATE, PHRASE_MODIFIER, PHRASE_MANNER,
                                                PHRASE_ADVERB, PHRASE_VAGUE};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        const struct match *word = sentence_ending(s, front, classes[i]);
        if (word != NULL && word->at.begin == front.begin)
            return true;
    }
    return false;
}

/* 之處分及分配: what is joined to a verb behind the particle is one, whatever it is elsewhere. */
static bool is_joined_behind_particle(const struct sentence *s, struct range at, uint32_t verb)
{
    return at.end < verb && at.end > at.begin + VERB_LENGTH &&
           is_particle(s->chars[at.end - VERB_LENGTH - 1]) && is_basic_han(s->chars[at.end - 1]);
}

/* 檔案管理事項 is the work by name only, and so is 銷售事項. */
static bool is_plain_act(const struct sentence *s, uint32_t verb, uint32_t end)
{
    bool is_managing = s->chars[end - 1] == 0x7406 && s->chars[end - 2] == 0x7BA1; /* 管理 */
    bool is_keeping = s->chars[end - 1] == 0x5F55; /* 會議紀錄事項 */
    return is_keeping || (!is_managing && sentence_at(s, verb, PHRASE_THING) == NULL &&
                          sentence_at(s, verb, PHRASE_MATTER) == NULL);
}

/* 論文發表; not 門窗關好, which tells how things are. */
static bool is_nominal_verb(const struct sentence *s, uint32_t verb, uint32_t end)
{
    const struct match *listed = sentence_at(s, verb, PHRASE_HEAD_ACT);
    return listed != NULL && listed->at.end == end && !text_is_empty(listed->phrase->words) &&
           !text_has(TEXT("好完齐净妥清紧满平直掉上下开明"), s->chars[end - 1]);
}

static bool clause_ends_in_act(const struct sentence *s, const struct clause *clause)
{
    enum ending ending;
    struct range at = clause->at;
    at = sentence_without_bracket(s, at);
    at.end = without_matter(s, at, &ending);
    at = sentence_without_bracket(s, at);
    uint32_t last = at.end, verb = verb_begin(s, at), verb_last = verb;
    const struct match *plain = sentence_ending(s, at, PHRASE_PLAIN); /* 總編輯 */
    if (verb == at.end || (plain != NULL && plain->at.begin < verb))
        return false;
    bool is_plain = is_plain_act(s, verb, last), is_sure = is_known(s, verb, last);
    uint32_t front = verb_begin(s, (struct range){at.begin, verb});
    if (front < verb && front > at.begin && is_known(s, front, verb))
        is_plain = true; /* 場地維護管理事項: several acts, one behind the other */
    while (verb < at.end && verb > at.begin) {
        uint32_t c = s->chars[verb - 1];
        if (is_particle(c))
            return verb > at.begin + 1 && (is_sure || c == 0x4E4B) &&
                   !tells_how(s, (struct range){at.begin, verb - 1});
        at.end = before_joint(s, (struct range){at.begin, verb});
        at = sentence_without_bracket(s, at);
        bool is_behind_adverb = at.end < verb && at.end > at.begin + 1 &&
                                is_particle(s->chars[at.end - 1]); /* 之事後研閱 */
        if (is_behind_adverb || is_joined_behind_particle(s, at, verb))
            return is_sure;
        verb = verb_begin(s, at);
    }
    bool is_listed = is_nominal_verb(s, verb_last, last);
    bool is_joined =
        last == verb_last + VERB_LENGTH && at.end > at.begin + 1 &&
        (is_listed || verb_is_joined_han(s->chars[verb_last], s->chars[verb_last + 1]));
    return (ending == ENDING_MATTER && is_plain && at.end > at.begin) ||
           (ending == ENDING_WORK && is_listed && at.end > at.begin + 1) || /* 原料退稅作業 */
           (ending == ENDING_NONE && is_joined);                            /* 各類展覽策辦 */
}

bool wording_ends_in_act(const struct sentence *s)
{
    for (size_t i = 0; s->language != LANG_EN && i < s->clause_count; i++)
        if (s->clauses[i].kind == CLAUSE_OTHER && clause_ends_in_act(s, &s->clauses[i]))
            return true;
    return false;
}
