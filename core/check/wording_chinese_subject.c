#include "core/check/wording_chinese_subject.h"
#include "core/model/fold.h"

#define SUBJECT_HAN 24 /* code points in front of the modal, at most */

/* Which of the words stands there, and is one: 可, not of 可行. */
static const struct match *word_at(const struct sentence *s, uint32_t at, const char *const *words)
{
    static const enum phrase_class classes[] = {PHRASE_DEMAND, PHRASE_ADVERB};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        const struct match *match = sentence_at(s, at, classes[i]);
        if (match != NULL && text_is_one_of(sentence_text(s, match->at), words))
            return match;
    }
    return NULL;
}

/* 可|視化, 要|點: the modal's character begins another word. */
static bool begins_other_word(const struct sentence *s, uint32_t at)
{
    static const struct text of_may = TEXT_INIT("视視行用靠持能见見变變选選移編编燃再追控扩擴读讀");
    static const struct text of_must = TEXT_INIT("点點素求件害塞道闻聞领領");
    bool is_may = s->chars[at] == 0x53EF, is_must = s->chars[at] == 0x8981; /* 可, 要 */
    return at + 1 < s->count && ((is_may && text_has(of_may, s->chars[at + 1])) ||
                                 (is_must && text_has(of_must, s->chars[at + 1])));
}

/* 月底, 接到通知, 入庫後: when or upon what something is done, and nothing it is about. */
static bool begins_circumstance(const struct sentence *s, struct range subject)
{
    static const enum phrase_class fronts[] = {PHRASE_PREPOSITION, PHRASE_OPENING, PHRASE_PERIOD,
                                               PHRASE_DAY,         PHRASE_ADVERB,  PHRASE_IDLE,
                                               PHRASE_MANNER,      PHRASE_ACTOR,   PHRASE_RESULT};
    for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++)
        if (sentence_at(s, subject.begin, fronts[i]) != NULL)
            return true;
    return sentence_find(s, subject, PHRASE_OPENING) != NULL ||
           sentence_ending(s, subject, PHRASE_TEMPORAL) != NULL ||
           sentence_ending(s, subject, PHRASE_TIME_UNIT) != NULL;
}

/* 滅火器, 工作內容, 公文|處理: a thing, or what is done to one by name. */
static bool names_thing(const struct sentence *s, struct range subject)
{
    static const enum phrase_class ends[] = {PHRASE_MATTER,   PHRASE_TAIL,  PHRASE_ABOUT,
                                             PHRASE_MEASURED, PHRASE_TOPIC, PHRASE_UNIT,
                                             PHRASE_ASPECT};
    const struct match *act = sentence_ending(s, subject, PHRASE_ACT_NOUN);
    if (subject.end < subject.begin + 2 || begins_circumstance(s, subject) ||
        sentence_act_at(s, subject.begin) != NULL)
        return false;
    if (sentence_ending(s, subject, PHRASE_PARTY) != NULL)
        return sentence_ending(s, subject, PHRASE_UNIT) != NULL;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (sentence_ending(s, subject, ends[i]) != NULL)
            return true;
    return act != NULL && act->at.begin >= subject.begin + 2;
}

/* 應徵者…, 獲邀參加面試者…: at the head, or at the end of what tells which ones. */
static const struct match *outsider_in(const struct sentence *s, const struct clause *head)
{
    const struct match *outsider = sentence_at(s, head->at.begin, PHRASE_OUTSIDER);
    uint32_t last = head->at.begin + SUBJECT_HAN;
    bool tells_which = head->kind == CLAUSE_OTHER && sentence_has(s, PHRASE_OUTSIDER) &&
                       text_has(TEXT("获獲凡"), s->chars[head->at.begin]);
    for (uint32_t at = head->at.begin + 1;
         tells_which && outsider == NULL && at < head->at.end && at < last; at++)
        outsider = sentence_at(s, at, PHRASE_OUTSIDER);
    return outsider;
}

/* 應徵者|須, 獲錄取者|如: somebody who does not hold the post yet, or never will. */
static bool tells_of_outsider(const struct sentence *s, const struct clause *head)
{
    static const char *const verbs[] = {"可",   "须",   "須", "应", "應", "需", "必须", "必須",
                                        "应当", "應當", "均", "将", "將", "或", NULL};
    const struct match *outsider = outsider_in(s, head);
    if (outsider == NULL || outsider->at.end >= head->at.end)
        return false;
    uint32_t next = outsider->at.end;
    if (word_at(s, next, verbs) != NULL)
        return true;
    return text_has(TEXT("如若有将將会會不或获獲即另请請才"), s->chars[next]);
}

/* 得: may, behind an office; 得視需要, 得隨時: ... behind whatever it is. */
static bool is_may(const struct sentence *s, struct range subject)
{
    static const struct text fronts = TEXT_INIT("获取使觉值显记懂赢舍难不求所心博"),
                             backs = TEXT_INIT("视随酌另");
    if (s->chars[subject.end] == 0x5F97 && subject.end + 2 < s->count &&
        text_has(backs, s->chars[subject.end + 1]) && !text_has(fronts, s->chars[subject.end - 1]))
        return true;
    return s->chars[subject.end] == 0x5F97 && sentence_ending(s, subject, PHRASE_UNIT) != NULL;
}

/* 積分|可累計: a noun that no list holds, in front of what may be done with it. */
static bool is_plain_noun(const struct sentence *s, struct range subject)
{
    for (uint32_t at = subject.begin; at < subject.end; at++)
        if (!is_basic_han(s->chars[at]) || sentence_at(s, at, PHRASE_PREPOSITION) != NULL)
            return false;
    return subject.end <= subject.begin + 6 && !begins_circumstance(s, subject) &&
           sentence_find_act(s, subject) == NULL && sentence_find(s, subject, PHRASE_PARTY) == NULL;
}

/* 每組可領兩台, 每支服務隊可…: so many to each, whoever they are and whatever they are called by. */
static bool begins_share(const struct sentence *s, struct range subject)
{
    const struct match *act = sentence_find_act(s, subject);
    bool is_name = act != NULL && act->at.end + 1 == subject.end &&
                   sentence_at(s, act->at.end, PHRASE_PARTY_TAIL) != NULL;
    return text_has(TEXT("每各一"), s->chars[subject.begin]) &&
           sentence_ending(s, subject, PHRASE_TIME_UNIT) == NULL && (act == NULL || is_name);
}

/* 制服由公司發放, 往返路費由本人負擔: what others bear or give. */
static bool is_borne_by_others(const struct sentence *s, const struct clause *head)
{
    uint32_t begin = head->at.begin, last = begin + SUBJECT_HAN;
    for (uint32_t at = begin + 2; at + 2 < head->at.end && at < last; at++) {
        uint32_t next = at + 1;
        const struct match *adverb;
        if (s->chars[at] != 0x7531) /* 由 */
            continue;
        while ((adverb = sentence_at(s, next, PHRASE_ADVERB)) != NULL)
            next = adverb->at.end;
        struct range subject = {begin, at};
        bool is_noun =
            head->kind == CLAUSE_OTHER || (head->verb != NULL && head->act.begin == begin &&
                                           (head->verb->class == PHRASE_HEAD_ACT ||
                                            head->verb->class == PHRASE_ACT_NOUN)); /* 報名|費由… */
        return is_noun && !begins_circumstance(s, subject) &&
               sentence_at(s, next, PHRASE_BEARER) != NULL;
    }
    return false;
}

/* 頁面|不會即時更新, 報名頁面|將會關閉: what becomes of a thing, be its name begun by an act. */
static bool tells_what_becomes(const struct sentence *s, const struct clause *head, uint32_t at)
{
    static const char *const wills[] = {"不会", "不會", "将会", "將會", "才会", "才會", NULL};
    struct range subject = {head->at.begin, at}, behind = {at, head->at.end};
    if (!text_starts_with_one_of(sentence_text(s, behind), wills) ||
        text_has(TEXT("你您我"), s->chars[at - 1]) || begins_circumstance(s, subject))
        return false;
    const struct match *act = sentence_find_act(s, subject);
    bool is_front = act != NULL && act->at.begin == subject.begin &&
                    sentence_at(s, act->at.begin, PHRASE_ACTIVITY) != NULL &&
                    sentence_find_act(s, (struct range){act->at.end, at}) == NULL;
    return act == NULL ? head->kind == CLAUSE_OTHER : is_front;
}

/* 評審內容|包括…: what is in a thing; not 工作內容包括…, behind which acts may stand. */
static bool tells_what_is_in(const struct sentence *s, const struct clause *head, uint32_t at)
{
    static const char *const verbs[] = {"包括", "包含", "如下", NULL};
    struct range subject = {head->at.begin, at}, behind = {at, head->at.end};
    return head->kind == CLAUSE_OTHER && text_starts_with_one_of(sentence_text(s, behind), verbs) &&
           names_thing(s, subject) &&
           text_find(sentence_text(s, subject), TEXT("工作"), 0) == TEXT_NOT_FOUND &&
           sentence_find_act(s, head->at) == NULL;
}

bool wording_tells_of_thing(const struct sentence *s, const struct clause *head)
{
    static const char *const mays[] = {"可", "可以", "均可", "皆可", "亦可", NULL};
    uint32_t begin = head->at.begin, last = begin + SUBJECT_HAN;
    if (tells_of_outsider(s, head) || is_borne_by_others(s, head))
        return true;
    for (uint32_t at = begin + 2; at < head->at.end && at < last; at++) {
        struct range subject = {begin, at};
        if (tells_what_becomes(s, head, at) || tells_what_is_in(s, head, at))
            return true;
        bool is_only = s->chars[at] == 0x53EA && at + 1 < head->at.end &&
                       s->chars[at + 1] == 0x80FD; /* 只能 */
        bool is_modal = is_only || word_at(s, at, mays) != NULL || is_may(s, subject);
        if (is_modal && at + 1 < head->at.end && !begins_other_word(s, at))
            return head->kind == CLAUSE_OTHER &&
                   (names_thing(s, subject) || s->chars[at] == 0x5F97 ||
                    /* 得 */ begins_share(s, subject) ||
                    (s->chars[at] == 0x53EF && is_plain_noun(s, subject) && /* 可 */
                     sentence_act_at(s, at + 1) != NULL));
    }
    return false;
}

/* 鋼瓶|應存放…, 車輛|須停在…: a noun that no list holds, and not 供應, 概要. */
static bool binds_plain_noun(const struct sentence *s, uint32_t begin, const struct match *must)
{
    static const char *const musts[] = {"应", "應", "须", "須", "应当", "應當", NULL};
    static const struct text fronts =
        TEXT_INIT("供响反相对适效感呼答顺照策报因我你您他她们也均都亦仍");
    return text_is_one_of(sentence_text(s, must->at), musts) &&
           !text_has(fronts, s->chars[must->at.begin - 1]) &&
           is_plain_noun(s, (struct range){begin, must->at.begin}) &&
           sentence_act_at(s, must->at.end) != NULL;
}

const struct match *wording_asks_of_thing(const struct sentence *s)
{
    static const char *const musts[] = {"必须", "必須", "须",   "須",   "应",   "應",   "应当",
                                        "應當", "应该", "應該", "要",   "不能", "不许", "不許",
                                        "一律", "均应", "均應", "均须", "均須", NULL};
    const struct clause *first = s->clause_count == 0 ? NULL : &s->clauses[0];
    if (s->language == LANG_EN || first == NULL || first->kind != CLAUSE_OTHER || first->is_caption)
        return NULL;
    uint32_t begin = first->at.begin, last = begin + SUBJECT_HAN;
    for (uint32_t at = begin + 2; at < first->at.end && at < last; at++) {
        const struct match *must = word_at(s, at, musts);
        uint32_t end = at; /* 賬目|均應公開 */
        while (end > begin + 2 && text_has(TEXT("均皆都亦"), s->chars[end - 1]))
            end--;
        if (must != NULL && must->at.end < first->at.end && !begins_other_word(s, at))
            return names_thing(s, (struct range){begin, end}) || binds_plain_noun(s, begin, must)
                       ? must
                       : NULL;
    }
    return NULL;
}
