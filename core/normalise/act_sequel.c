#include "core/normalise/act_sequel.h"
#include "core/model/fold.h"
#include "core/normalise/segments.h"

/* 每兩小時測量餘氯一次: how often what stands in front is done. */
static bool tells_how_often(const struct sentence *s, const struct clause *front,
                            const struct clause *clause)
{
    static const char *const times[] = {"一次", "两次", "兩次", "三次", NULL};
    if (sentence_at(s, clause->at.begin, PHRASE_PERIOD) == NULL ||
        sentence_find(s, front->at, PHRASE_PERIOD) != NULL)
        return false;
    struct text words = sentence_text(s, clause->at);
    for (size_t i = 0; times[i] != NULL; i++)
        if (text_find(words, text_from_string(times[i]), 0) != TEXT_NOT_FOUND)
            return true;
    return false;
}

/* 患者, 志願者: who somebody is. */
static bool ends_in_person(const struct sentence *s, struct range at)
{
    static const enum phrase_class classes[] = {PHRASE_PARTY, PHRASE_RECIPIENT, PHRASE_PLAIN};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        const struct match *party = sentence_ending(s, at, classes[i]);
        if (party != NULL && party->phrase->length > 1)
            return true;
    }
    return false;
}

/* 超過46小時者|退回: which of what the first act deals with. */
static bool names_some(const struct sentence *s, struct range at)
{
    static const uint32_t verb_length = 2;
    for (uint32_t i = at.begin + 2; i + verb_length <= at.end; i++)
        if (s->chars[i] == 0x8005 && !ends_in_person(s, (struct range){at.begin, i + 1})) /* 者 */
            return true;
    return false;
}

/*
 * 編號後|放入櫃內, 檢查包裝後|上架: one step behind the other, both with what stands in front; not
 * 維護後端代碼.
 */
static bool is_done_first(const struct sentence *s, struct range at)
{
    const struct match *act = sentence_act_at(s, at.begin);
    for (uint32_t i = act == NULL ? at.end : act->at.end; i + 1 < at.end; i++)
        if (s->chars[i] == 0x540E && !text_has(TEXT("售课术产饭餐班赛前今最"), s->chars[i - 1]) &&
            !text_has(TEXT("端台勤续期方备门厨厅院区卫世果天者"), s->chars[i + 1]))
            return true;
    return false;
}

/*
 * The word for it begins the clause, ends it, or stands behind what it is done to or with:
 * 用粉筆|標出缺陷; not 整理|送檢的樣品, where another act with an object does.
 */
static bool has_verb_of_sequel(const struct sentence *s, struct range at)
{
    const struct match *sequel = sentence_find(s, at, PHRASE_SEQUEL);
    const struct match *act = sentence_act_at(s, at.begin);
    return sequel != NULL &&
           (act == NULL || sequel->at.begin == at.begin || sequel->phrase->at_end);
}

/* 就樣書評分, 將名單報教務處: what stands in front is dealt with by the first act. */
static bool is_led_by_object(const struct sentence *s, uint32_t at)
{
    return text_has(TEXT("就将把"), s->chars[at]) && sentence_at(s, at, PHRASE_PREPOSITION) != NULL;
}

/* 並|在巡查卡上簽字, |向其提供資料: where it is written down, or the object in front named again. */
static bool is_led_back(const struct sentence *s, struct range at)
{
    const struct match *sequel = at.begin == 0 ? NULL : sentence_at(s, at.begin - 1, PHRASE_SEQUEL);
    return sequel != NULL && sequel->at.end <= at.end;
}

/* 熔接光纜並|測試衰減值: how that turned out, by one of its properties. */
static bool measures_outcome(const struct sentence *s, struct range at)
{
    static const char *const verbs[] = {"测试", "測試", "测定", "測定", "测量",
                                        "測量", "检测", "檢測", "量测", "量測",
                                        "化验", "化驗", "检验", "檢驗", NULL};
    static const struct text properties = TEXT_INIT("值率度量压温氧数性阻位电");
    return text_starts_with_one_of(sentence_text(s, at), verbs) &&
           text_has(properties, s->chars[at.end - 1]);
}

/* 協助乘客上車：放下斜板並扣好束帶: in what the help consists. */
static bool begins_with_help(const struct sentence *s, const struct clause *clause)
{
    const struct clause *help = &s->clauses[0];
    return clause > help && clause->sentence == help->sentence && s->chars[help->at.end] == ':' &&
           sentence_at(s, help->at.begin, PHRASE_SURE_HELPER) != NULL;
}

/* The verb is the clause's last word: 貨期|跟蹤; or stands behind whom it is for: 為業主|登記需求. */
static bool ends_or_is_led(const struct sentence *s, const struct clause *clause, struct range at)
{
    bool ends = sentence_ending(s, at, PHRASE_STARTING) != NULL;
    if (sentence_at(s, clause->at.begin, PHRASE_PREPOSITION) != NULL ||
        sentence_at(s, at.begin, PHRASE_PREPOSITION) != NULL || clause->act.begin > at.begin)
        return ends || sentence_at(s, clause->act.begin, PHRASE_STARTING) != NULL ||
               sentence_find(s, at, PHRASE_IDLE) != NULL; /* 與校方做好溝通 */
    return ends && clause->kind == CLAUSE_OTHER;
}

/*
 * 採購鮮花, 做好接待, 貨期跟蹤: it begins a work; what no list has carries on what stands in front:
 * 清洗濾網，裝回原位.
 */
static bool begins_work(const struct sentence *s, const struct clause *clause, struct range at)
{
    static const enum phrase_class begins[] = {PHRASE_STARTING, PHRASE_IDLE, PHRASE_ACTOR};
    if (clause->at.begin < at.begin && sentence_at(s, clause->at.begin, PHRASE_OPENING) != NULL)
        return true; /* 審定預警，|負責下達指令 */
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++) {
        const struct match *verb = sentence_at(s, at.begin, begins[i]);
        uint32_t behind = verb == NULL || verb->at.end >= at.end ? 0 : s->chars[verb->at.end];
        bool is_when = text_has(TEXT("前時时"), behind) && /* 部署|前|備份 */
                       sentence_act_at(s, verb->at.end + 1) != NULL;
        if (verb != NULL && !is_when)
            return true;
    }
    return ends_or_is_led(s, clause, at);
}

bool act_is_sequel(const struct sentence *s, struct range front, struct range act)
{
    const struct clause *first = sentence_clause_at(s, front.begin),
                        *second = sentence_clause_at(s, act.begin);
    if (s->language == LANG_EN || first == NULL || second == NULL ||
        first->sentence != second->sentence)
        return false;
    if (begins_with_help(s, second) || sentence_at(s, front.begin, PHRASE_FIRST_STEP) != NULL)
        return true;
    struct range at = {act.begin, second->at.end};
    if (second > first && sentence_at(s, second->at.begin, PHRASE_SEQUEL) != NULL)
        return true; /* 審核發票，|無誤後提交付款 */
    if (has_verb_of_sequel(s, at) || is_led_back(s, at) || measures_outcome(s, at))
        return true;
    bool is_led = is_led_by_object(s, act.begin) &&
                  !text_has(TEXT("就将把"), s->chars[first->at.begin]); /* 把…送去，將…交回 */
    if (second > first &&
        (sentence_at(s, act.begin, PHRASE_CASE) != NULL || is_led || names_some(s, at) ||
         is_done_first(s, at) || tells_how_often(s, first, second)))
        return true;
    return !begins_work(s, second, at);
}
