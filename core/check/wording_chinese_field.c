#include "core/check/wording_chinese_field.h"
#include "core/model/fold.h"
#include "core/normalise/segments.h"
#include "core/normalise/verbs.h"

/* 的之里中内: between whose affairs they are and what names them. */
static bool is_particle(uint32_t c) { return text_has(TEXT("的之里中内上"), c); }

static struct range without_particles(const struct sentence *s, struct range at)
{
    while (at.end > at.begin && is_particle(s->chars[at.end - 1]))
        at.end--;
    return at;
}

/*
 * Behind 全面, 負責, 處理: the verb that only says that somebody sees to it; `at`: none stands there.
 */
static uint32_t skip_tending(const struct sentence *s, uint32_t at, uint32_t end)
{
    const struct match *adverb = sentence_at(s, at, PHRASE_ADVERB);
    const struct match *opening = sentence_at(s, at, PHRASE_OPENING), *tending = NULL;
    if (opening == NULL)
        tending = sentence_at(s, adverb == NULL ? at : adverb->at.end, PHRASE_TENDING);
    if (opening == NULL && tending == NULL)
        tending = sentence_at(s, at, PHRASE_TENDING);
    if (opening != NULL && opening->at.end < end)
        tending = sentence_at(s, opening->at.end, PHRASE_TENDING); /* 負責|處理 */
    if (tending == NULL || tending->at.end >= end)
        tending = opening;
    return tending != NULL && tending->at.end < end ? tending->at.end : at;
}

/* 舍, 场, 站: the last character of a place or of a body at work there. */
static bool is_place(uint32_t c)
{
    static const struct text places =
        TEXT_INIT("院舍馆店所场港校园区厂司部站社楼坊铺宫寺庙行室房厅库间堂井池窖窑仓棚坞圃舱");
    return text_has(places, c);
}

/* 保衛處, 維修班: the act tells whose they are; 財務, 出納: it is a field's name. */
static bool is_within_name(const struct sentence *s, const struct match *act, struct range in)
{
    static const enum phrase_class names[] = {PHRASE_FIELD, PHRASE_PARTY, PHRASE_UNIT,
                                              PHRASE_PLAIN};
    for (uint32_t at = in.begin; at <= act->at.begin; at++)
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            const struct match *name = sentence_at(s, at, names[i]);
            if (name != NULL && name->at.end >= act->at.end)
                return true;
        }
    return segment_is_of_party(s, act->at.end, in.end) ||
           (act->at.end + 1 == in.end && is_place(s->chars[in.end - 1])); /* 加油|站, 印刷|厂 */
}

/* 客戶投訴事宜, 招聘工作: something is done, and the words behind only say that it is work. */
static bool holds_act(const struct sentence *s, struct range in)
{
    for (uint32_t at = in.begin; at < in.end; at++) {
        const struct match *act = sentence_act_at(s, at);
        if (act == NULL)
            act = sentence_at(s, at, PHRASE_ACTOR);
        if (act != NULL && act->at.end <= in.end && act->at.end > at + 1 &&
            !is_within_name(s, act, in))
            return true;
    }
    return false;
}

/* 分店, 院舍, 港區: a place or a body, which runs of itself. */
static bool ends_in_place(const struct sentence *s, struct range at)
{
    static const char *const harbours[] = {"码头", "碼頭", "渡口", "门诊", "門診", "温室",
                                           "溫室", "门市", "門市", "民宿", "中心", NULL};
    return at.end > at.begin && (is_place(s->chars[at.end - 1]) ||
                                 text_ends_with_one_of(sentence_text(s, at), harbours) ||
                                 sentence_ending(s, at, PHRASE_UNIT) != NULL ||
                                 sentence_ending(s, at, PHRASE_FIELD) != NULL);
}

/* 財務, 公司人事和行政, 日常: nothing but fields and whose they are. */
static bool are_fields(const struct sentence *s, struct range at)
{
    bool has_field = false;
    for (uint32_t i = at.begin; i < at.end;) {
        static const enum phrase_class parts[] = {PHRASE_FIELD, PHRASE_PARTY, PHRASE_UNIT,
                                                  PHRASE_JOIN};
        const struct match *part = NULL;
        for (size_t k = 0; k < sizeof parts / sizeof *parts && part == NULL; k++)
            part = sentence_at(s, i, parts[k]);
        bool is_mark = is_particle(s->chars[i]) || s->chars[i] == 0x3001; /* 、 */
        if ((part == NULL && !is_mark) || (part != NULL && part->at.end > at.end))
            return false;
        has_field = has_field || (part != NULL && part->phrase->class == PHRASE_FIELD);
        i = part == NULL ? i + 1 : part->at.end;
    }
    return has_field;
}

/* 校務|之管理, 行政事務|的處理: as a noun, what is done with any affairs. */
static struct range without_handling(const struct sentence *s, struct range at)
{
    static const char *const handlings[] = {"管理", "处理", "處理", "推动", "推動", "推展", "办理",
                                            "辦理", "执行", "執行", "统筹", "統籌", NULL};
    if (at.end < at.begin + 5 || !text_has(TEXT("的之"), s->chars[at.end - 3]) ||
        !text_is_one_of(sentence_text(s, (struct range){at.end - 2, at.end}), handlings))
        return at;
    return (struct range){at.begin, at.end - 3};
}

/* 財務|管理, 財務|管理工作: behind a field it only says that it is managed. */
static struct range without_managing(const struct sentence *s, struct range at)
{
    static const char *const ends[] = {"管理工作", "管理", "工作", NULL};
    struct text words = sentence_text(s, at);
    for (size_t i = 0; ends[i] != NULL; i++) {
        struct text end = text_from_string(ends[i]);
        if (text_ends_with(words, end))
            return (struct range){at.begin, at.end - (uint32_t)text_code_points(end)};
    }
    return at;
}

/* 整個農場, 全面負責門店: all that there is of a place, and nothing that is done in it. */
static bool is_whole_place(const struct sentence *s, uint32_t begin, struct range what)
{
    static const char *const wholes[] = {"整个", "整個", "全部", NULL};
    static const char *const verbs[] = {"全面负责", "全面負責", "全权负责", "全權負責", "综理",
                                        "綜理",     "总揽",     "總攬",     "统揽",     "統攬",
                                        "统管",     "統管",     NULL};
    struct text words = sentence_text(s, what);
    bool is_whole = text_starts_with_one_of(words, wholes);
    what.begin += is_whole ? 2 : 0;
    bool is_whose = ends_in_place(s, what) || sentence_ending(s, what, PHRASE_PARTY) != NULL ||
                    text_ends_with(sentence_text(s, what), TEXT("门市")) ||
                    text_ends_with(sentence_text(s, what), TEXT("門市"));
    return is_whose && !holds_act(s, what) &&
           (is_whole ||
            text_starts_with_one_of(sentence_text(s, (struct range){begin, what.begin}), verbs));
}

/* 從事實驗室|工作, 做好食堂|工作: where it is, and only that it is work. */
static bool is_work_at_place(const struct sentence *s, struct range what)
{
    static const uint32_t work_length = 2, place_length = 2;
    if (!text_ends_with(sentence_text(s, what), TEXT("工作")) ||
        what.end < what.begin + work_length + place_length)
        return false;
    what = without_particles(s, (struct range){what.begin, what.end - work_length});
    if (sentence_find(s, what, PHRASE_VAGUE) != NULL) /* 做好其他後勤工作: W401 says so */
        return false;
    return ends_in_place(s, what) && !holds_act(s, what);
}

/* Two characters of an act, by the lists or the dictionaries; in 生產車間 it is a place's name. */
static bool may_be_act(const struct sentence *s, uint32_t at, struct range in)
{
    static const enum phrase_class acts[] = {PHRASE_ACT,   PHRASE_ACT_NOUN, PHRASE_HEAD_ACT,
                                             PHRASE_ACTOR, PHRASE_IDLE,     PHRASE_NAMED_ACT,
                                             PHRASE_RESULT};
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        const struct match *act = sentence_at(s, at, acts[i]);
        if (act != NULL && act->at.end <= in.end &&
            (act->at.end == in.end || !is_within_name(s, act, in)))
            return true;
    }
    return at + 1 < in.end && verb_is_han(s->chars[at], s->chars[at + 1]);
}

#define THING_MAX 12 /* code points of a thing in somebody's charge */

/* 負責|倉庫, 分管|公司網站: nothing but a thing, in whose name no verb stands. */
static bool is_thing_in_charge(const struct sentence *s, uint32_t begin, struct range what)
{
    static const char *const verbs[] = {"负责",     "負責",     "主要负责", "主要負責", "全面负责",
                                        "全面負責", "具体负责", "具體負責", "直接负责", "直接負責",
                                        "分管",     "主管",     "掌管",     "主抓",     "主责",
                                        "主責",     "统管",     "統管",     "总管",     "總管",
                                        "协管",     "協管",     "总负责",   "總負責",   "分工负责",
                                        "分工負責", "归口负责", "歸口負責", NULL};
    static const char *const works[] = {"工作", "业务", "業務", "事宜", "事项", "事項", "任务",
                                        "任務", "活动", "活動", "事务", "事務", NULL};
    struct text verb = text_trim(sentence_text(s, (struct range){begin, what.begin}));
    bool is_work = text_ends_with_one_of(sentence_text(s, what), works);
    if (is_work && !text_is(verb, "主管")) /* 負責檔案|工作 */
        what = without_particles(s, (struct range){what.begin, what.end - 2});
    if (!text_is_one_of(verb, verbs) || what.end < what.begin + 2 ||
        what.end > what.begin + THING_MAX || text_ends_with_one_of(sentence_text(s, what), works) ||
        verb_is_short_han(s->chars[what.end - 1]) || verb_is_short_han(s->chars[what.end - 2]) ||
        text_has(TEXT("给將将把对對为為向在到从從与與和跟替由"), s->chars[what.begin]))
        return false;
    for (uint32_t at = what.begin; at < what.end; at++)
        if (!is_basic_han(s->chars[at]) || s->is_quoted[at] || may_be_act(s, at, what))
            return false;
    return !(what.end <= what.begin + 3 && verb_is_short_han(s->chars[what.begin]));
}

/* 分管|教學和科研: whoever leads so leads fields, be they called by what is done in them. */
static bool leads_fields(const struct sentence *s, uint32_t begin, struct range what)
{
    static const char *const verbs[] = {"分管", "主管", "主抓", "统管", "統管",
                                        "总管", "總管", "协管", "協管", NULL};
    static const uint32_t field_length = 2;
    struct text verb = text_trim(sentence_text(s, (struct range){begin, what.begin}));
    if (!text_is_one_of(verb, verbs))
        return false;
    for (uint32_t at = what.begin; at < what.end;) {
        uint32_t end = at;
        while (end < what.end && s->chars[end] != 0x3001 && /* 、 */
               sentence_at(s, end, PHRASE_JOIN) == NULL)
            end++;
        if (end != at + field_length)
            return false;
        const struct match *join = end < what.end ? sentence_at(s, end, PHRASE_JOIN) : NULL;
        at = join == NULL ? end + 1 : join->at.end;
    }
    return true;
}

/* 餐廳|的|日常|: how it runs, between whose it is and that it runs. */
static struct range without_manner(const struct sentence *s, struct range at)
{
    static const enum phrase_class manners[] = {PHRASE_ADVERB, PHRASE_STATE, PHRASE_MODIFIER,
                                                PHRASE_FIELD};
    for (size_t i = 0; i < sizeof manners / sizeof *manners; i++) {
        const struct match *manner = sentence_ending(s, at, manners[i]);
        if (manner != NULL && manner->at.begin > at.begin &&
            is_particle(s->chars[manner->at.begin - 1]))
            return (struct range){at.begin, manner->at.begin};
    }
    return at;
}

/*
 * 餐廳的營運, 負責停車場管理工作: a place or a body, and only that it runs or is managed; not
 * 管理宿舍, where it is managed by the holder.
 */
static bool runs_place(const struct sentence *s, uint32_t begin, struct range what, bool is_handled)
{
    static const char *const verbs[] = {"管理", NULL};
    /* what ends like a place and is none, or whose running is a work of its own */
    static const char *const others[] = {"时间",   "時間", "期间",   "期間",   "空间",   "空間",
                                         "现场",   "現場", "网站",   "網站",   "网店",   "網店",
                                         "课堂",   "課堂", "干部",   "幹部",   "数据库", "數據庫",
                                         "题库",   "題庫", "配置库", "資料庫", "资料库", "知识库",
                                         "知識庫", "内部", "內部",   "代码库", NULL};
    const struct match *running = sentence_ending(s, what, PHRASE_OPERATION);
    struct range whose = {what.begin, running == NULL ? what.end : running->at.begin};
    if (running == NULL)
        whose = without_managing(s, what);
    struct text verb = text_trim(sentence_text(s, (struct range){begin, what.begin}));
    bool is_run = is_handled || whose.end < what.end ||
                  (!text_is_empty(verb) && !text_is_one_of(verb, verbs));
    whose = without_particles(s, without_manner(s, whose));
    if (text_ends_with_one_of(sentence_text(s, whose), others))
        return false;
    return is_run && ends_in_place(s, whose) && !holds_act(s, whose) &&
           !text_has(TEXT("将將把对對为為向"), s->chars[whose.begin]) &&
           sentence_find(s, whose, PHRASE_VAGUE) == NULL;
}

bool wording_names_chinese_field(const struct sentence *s)
{
    static const uint32_t longest = 24; /* code points of such a record */
    if (s->language == LANG_EN || s->clause_count != 1 || s->count > longest)
        return false;
    struct range at = sentence_without_bracket(s, s->clauses[0].at);
    uint32_t behind = skip_tending(s, at.begin, at.end);
    bool has_verb = behind > at.begin;
    uint32_t begin = at.begin;
    at.begin = behind;
    struct range what = without_handling(s, at);
    const struct match *affairs = sentence_ending(s, what, PHRASE_AFFAIRS);
    bool is_other = !has_verb && (sentence_at(s, at.begin, PHRASE_IDLE) != NULL || /* 開展業務 */
                                  sentence_at(s, at.begin, PHRASE_ACTOR) != NULL);
    if (affairs != NULL && !is_other)
        return !holds_act(s, without_particles(s, (struct range){what.begin, affairs->at.begin}));
    if ((has_verb || what.end < at.end) && are_fields(s, without_managing(s, what)))
        return true;
    if (has_verb && (is_whole_place(s, begin, what) || is_work_at_place(s, what) ||
                     (what.end == at.end && /* not 負責辦公用品|的管理 */
                      (is_thing_in_charge(s, begin, what) || leads_fields(s, begin, what)))))
        return true;
    return !is_other && runs_place(s, begin, what, what.end < at.end);
}
