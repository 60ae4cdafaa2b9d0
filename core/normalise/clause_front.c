#include "core/normalise/clause_front.h"
#include "core/normalise/english_words.h"
#include "core/normalise/numeral.h"
#include <unicode/uchar.h>

/* 年月日号点: a number in front of them is a time. */
static bool is_part_of_date(uint32_t c)
{
    return c == 0x5E74 || c == 0x6708 || c == 0x65E5 || c == 0x53F7 || c == 0x70B9;
}

/* The label of a task in front of it: T2, T1.1. */
static uint32_t skip_label(const struct sentence *s, uint32_t begin, uint32_t end)
{
    uint32_t at = begin + 1;
    if (begin >= end || s->chars[begin] < 'a' || s->chars[begin] > 'z')
        return begin;
    while (at < end && (u_isdigit((UChar32)s->chars[at]) || s->chars[at] == '.'))
        at++;
    return at > begin + 1 && at < end && s->chars[at] == ' ' ? at : begin;
}

uint32_t clause_skip_words(const struct sentence *s, uint32_t at, uint32_t end)
{
    uint32_t begin = at;
    while (at < end && is_numeral(s->chars[at])) /* 五月 */
        at++;
    if (at > begin && at < end &&
        (is_part_of_date(s->chars[at]) || text_has(TEXT("次回趟遍"), s->chars[at])))
        return at + 1; /* 每班兩次|… */
    for (at = begin; at < end && u_isdigit((UChar32)s->chars[at]);)
        at++;
    if (at > begin && at < end && is_part_of_date(s->chars[at]))
        return at + 1;
    if (at > begin) {
        static const enum phrase_class behind[] = {PHRASE_TIME_UNIT, PHRASE_COUNT_UNIT,
                                                   PHRASE_LIMIT, PHRASE_BOUND_AFTER};
        for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
            const struct match *unit = sentence_at(s, skip_blanks(s, at, end), behind[i]);
            at = unit == NULL ? at : unit->at.end;
        }
        return at;
    }
    uint32_t label = skip_label(s, at, end);
    if (label > at)
        return label;
    while (at < end && s->chars[at] >= 'a' && s->chars[at] <= 'z')
        at++;
    bool is_adverb = at > begin + 4 && s->chars[at - 1] == 'y' && s->chars[at - 2] == 'l';
    if (is_adverb)
        return at;
    /* 认真地…; 及时、如实… */
    bool is_particle =
        begin < end && begin > 0 && (s->chars[begin] == 0x5730 || s->chars[begin] == 0x3001);
    bool is_misspelt = begin < end && begin > 0 && begin + 1 < end && /* 及时的|向…提供 */
                       s->chars[begin] == 0x7684 && text_has(TEXT("向将把给"), s->chars[begin + 1]);
    return is_particle || is_misspelt ? begin + 1 : begin;
}

uint32_t clause_limit_of_date(const struct sentence *s, uint32_t at)
{
    if (at == 0 || !is_part_of_date(s->chars[at - 1]) || at + 1 >= s->count)
        return 0;
    bool is_long = text_has(TEXT("以之"), s->chars[at]);
    return text_has(TEXT("前内起"), s->chars[at + is_long]) ? 1u + is_long : 0;
}

/* 審核供應商應提供的…; not 審核人員應…: an act, and to whom. */
static bool is_done_to_party(const struct sentence *s, uint32_t begin)
{
    const struct match *act = sentence_at(s, begin, PHRASE_ACT);
    return act != NULL && act->phrase->length == 2 && sentence_at(s, begin, PHRASE_PARTY) == NULL &&
           sentence_at(s, act->at.end, PHRASE_PARTY) != NULL &&
           sentence_at(s, act->at.end, PHRASE_PARTY_TAIL) == NULL;
}

/* 組長監督實施情況, 值班員登記來訪: who does it, right in front of what is surely done. */
static uint32_t behind_doer(const struct sentence *s, const struct clause *clause)
{
    const struct match *doer = sentence_at(s, clause->at.begin, PHRASE_PARTY);
    const struct match *act = doer == NULL ? NULL : sentence_at(s, doer->at.end, PHRASE_ACT);
    if (s->language == LANG_EN || act == NULL || doer->phrase->length < 2 ||
        act->at.end + 2 > clause->at.end || s->chars[act->at.end] == 0x7684 || /* 的 */
        !text_has(TEXT("长長员員师師理管任人监監"), s->chars[doer->at.end - 1]) ||
        sentence_at(s, act->at.begin, PHRASE_ACT_NOUN) != NULL ||
        sentence_act_at(s, clause->at.begin) != NULL)
        return clause->at.begin;
    const struct match *tail = sentence_at(s, act->at.end, PHRASE_TAIL);
    return tail != NULL && tail->at.end == clause->at.end ? clause->at.begin : doer->at.end;
}

/* 施工所|需要的物料: what is needed, and no office behind 所. */
static bool is_what_is_needed(const struct sentence *s, const struct match *modal)
{
    uint32_t next = modal->at.end;
    if (next < s->count && s->chars[next] == 0x8981) /* 要 */
        next++;
    return modal->at.begin > 0 && s->chars[modal->at.begin - 1] == 0x6240 && /* 所 */
           next < s->count && s->chars[next] == 0x7684;                      /* 的 */
}

#define SUBJECT_MAX 10 /* code points of one who does it */

uint32_t clause_skip_subject(const struct sentence *s, const struct clause *clause)
{
    static const char *const modals[] = {"应",   "應", "须", "須",   "应当", "應當",     "必须",
                                         "必須", "需", "要", "负责", "負責", "主要负责", NULL};
    uint32_t begin = clause->at.begin, end = clause->at.end;
    uint32_t last = end > begin + SUBJECT_MAX ? begin + SUBJECT_MAX : end;
    if (s->language == LANG_EN)
        return english_behind_task(s, begin, end);
    if (is_done_to_party(s, begin))
        return begin;
    if (behind_doer(s, clause) > begin)
        return behind_doer(s, clause);
    for (uint32_t at = begin + 1; at < last; at++) {
        const struct match *word = sentence_at(s, at, PHRASE_ACTOR);
        bool is_helper = word != NULL && text_is(word->phrase->words, "襄助");
        word = sentence_at(s, at, PHRASE_ADVERB);
        if (word == NULL)
            word = sentence_at(s, at, PHRASE_OPENING);
        bool is_modal = word != NULL && !is_what_is_needed(s, word) &&
                        text_is_one_of(sentence_text(s, word->at), modals);
        if (is_helper ||
            (is_modal && !text_is(sentence_text(s, (struct range){at, at + 3}), "负责人")))
            return sentence_ending(s, (struct range){begin, at}, PHRASE_PARTY) != NULL ? at : begin;
        if (sentence_at(s, at - 1, PHRASE_ACTOR) != NULL ||
            sentence_at(s, at - 1, PHRASE_IDLE) != NULL ||
            sentence_at(s, at - 1, PHRASE_PREPOSITION) != NULL)
            return begin;
    }
    return begin;
}

uint32_t clause_skip_time(const struct sentence *s, const struct clause *clause, uint32_t begin)
{
    static const char *const times[] = {"后",   "後",   "前",   "时",   "時",
                                        "期间", "期間", "之后", "之後", "之前",
                                        "以后", "以後", "以前", "中",   NULL};
    uint32_t end = clause->at.end, last = end > begin + SUBJECT_MAX ? begin + SUBJECT_MAX : end;
    for (uint32_t at = begin + 2; s->language != LANG_EN && at < last; at++) {
        const struct match *time = sentence_at(s, at, PHRASE_TEMPORAL);
        if (time == NULL || time->at.end >= end ||
            !text_is_one_of(sentence_text(s, time->at), times))
            continue;
        const struct match *first = sentence_act_at(s, begin);
        if (first != NULL && first->phrase->class != PHRASE_ACT_NOUN &&
            first->at.end + 1 < time->at.begin) /* 修剪枝條後清理場地: two acts */
            return begin;
        uint32_t next = time->at.end;
        const struct match *modal = sentence_at(s, next, PHRASE_ADVERB);
        if (modal != NULL && sentence_act_at(s, modal->at.end) != NULL) /* 作業前應檢查… */
            return next;
        return sentence_at(s, next, PHRASE_OPENING) != NULL || sentence_act_at(s, next) != NULL ||
                       sentence_at(s, next, PHRASE_IDLE) != NULL
                   ? next
                   : begin;
    }
    return begin;
}

/* 參與到能力建設中: in what, and no time. */
static bool takes_part(const struct sentence *s, const struct clause *clause)
{
    const struct match *actor = sentence_at(s, clause->at.begin, PHRASE_ACTOR);
    return actor != NULL && s->chars[actor->at.end - 1] == 0x5230; /* 到 */
}

static bool only_says_when(const struct sentence *s, const struct clause *clause)
{
    for (uint32_t i = s->first[clause->at.begin]; i < s->first[clause->at.end]; i++)
        if (s->matches[i].phrase->class == PHRASE_TEMPORAL &&
            s->matches[i].at.end == clause->at.end)
            return !takes_part(s, clause);
    return false;
}

/* 結合場景完成…, 針對加盟店制定方案: an act that is no noun, right behind the party, or its object. */
static bool acts_with_object(const struct sentence *s, const struct clause *clause)
{
    static const char *const verbs[] = {
        "完成", "编制", "編製", "编写", "編寫", "撰写", "撰寫", "制定", "制訂", "制订", "开发",
        "開發", "搭建", "构建", "構建", "提供", "提出", "输出", "輸出", "拟定", "擬定", NULL};
    for (uint32_t i = s->first[clause->at.begin]; i < s->first[clause->at.end]; i++) {
        const struct match *act = &s->matches[i];
        struct range front = {clause->at.begin, act->at.begin};
        bool is_act = act->phrase->class == PHRASE_ACT || act->phrase->class == PHRASE_IDLE;
        if (!is_act || act->at.end + 1 >= clause->at.end || front.end < front.begin + 4 ||
            s->chars[act->at.end] == 0x7684 || s->chars[front.end - 1] == 0x7684) /* 的 */
            continue;
        if (text_is_one_of(act->phrase->words, verbs) ||
            (act->phrase->class == PHRASE_ACT &&
             sentence_at(s, act->at.begin, PHRASE_ACT_NOUN) == NULL &&
             sentence_ending(s, front, PHRASE_PARTY) != NULL))
            return true;
    }
    return false;
}

/* 結合目標與實際情況，…; 針對…的特點，…: with what, in front of the clause that says the act. */
static bool only_says_with_what(const struct sentence *s, const struct clause *clause)
{
    static const char *const openers[] = {"结合", "結合", "针对", "針對", "围绕", "圍繞", NULL};
    struct text words = sentence_text(s, clause->at);
    bool is_open = text_has(TEXT("结結"), s->chars[clause->at.begin]); /* 结合: done as well */
    return text_starts_with_one_of(words, openers) && !acts_with_object(s, clause) &&
           (!is_open || sentence_ending(s, clause->at, PHRASE_MATTER) != NULL);
}

bool clause_says_on_whose_word(const struct sentence *s, const struct clause *clause)
{
    static const char *const words[] = {"委托", "委託", "委派", "指派", "邀请", "邀請", "授权",
                                        "授權", "聘请", "聘請", "批准", "同意", "许可", "許可",
                                        "指定", "核准", "推举", "推舉", "之命", "之托", NULL};
    return s->language != LANG_EN && text_has(TEXT("受应经奉承"), s->chars[clause->at.begin]) &&
           clause->at.end > clause->at.begin + 3 &&
           text_ends_with_one_of(sentence_text(s, clause->at), words);
}

bool clause_only_leads(const struct sentence *s, const struct clause *clause)
{
    return clause_says_on_whose_word(s, clause) || only_says_when(s, clause) ||
           only_says_with_what(s, clause);
}

bool clause_names_rule(const struct sentence *s, const struct match *tail)
{
    static const char *const things[] = {"费用", "費用", "报表", "報表", "台账", "台賬", "耗材",
                                         "数据", "數據", "档案", "檔案", "资料", "資料", "文件",
                                         "物料", "证件", "證件", "单据", "單據", NULL};
    return !text_is_one_of(sentence_text(s, tail->at), things);
}

bool clause_ends_procedure(const struct sentence *s, struct range front)
{
    static const char *const articles[] = {"条", "條", "款", "章", "号", "號", "程序", NULL};
    struct text words = sentence_text(s, front);
    return sentence_ending(s, front, PHRASE_TAIL) != NULL ||
           sentence_ending(s, front, PHRASE_PERIOD) != NULL ||
           text_ends_with_one_of(words, articles) ||
           (front.end > front.begin && s->is_quoted[front.end - 1]);
}

bool clause_gives_ground(const struct sentence *s, const struct clause *clause)
{
    static const char *const openers[] = {"根据", "根據", "依据", "依據", "参照",
                                          "參照", "基于", "基於", NULL};
    return text_starts_with_one_of(sentence_text(s, clause->at), openers);
}

bool clause_names_contact(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const names[] = {"窗口",   "联系人", "聯繫人", "联络人", "聯絡人",
                                        "对接人", "對接人", "桥梁",   "橋樑",   "角色",
                                        "负责人", "負責人", "责任人", "責任人", "经办人",
                                        "經辦人", "承办人", "承辦人", NULL};
    bool is_of = at < end && (s->chars[at] == 0x7684 || s->chars[at] == 0x4E4B); /* 的之 */
    return text_is_one_of(sentence_text(s, (struct range){at + is_of, end}), names);
}
