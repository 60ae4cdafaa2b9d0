#include "core/check/wording_name.h"
#include "core/normalise/english_words.h"

static struct text first_word(const struct sentence *s, const struct clause *clause)
{
    uint32_t begin = clause->at.begin;
    return text_trim(
        sentence_text(s, (struct range){begin, english_skip_word(s, begin, clause->at.end)}));
}

#define TITLE_WORDS 5

/* 的之 */
static bool is_particle(uint32_t c) { return c == 0x7684 || c == 0x4E4B; }

/* Lead security engineer, relief driver: what somebody is called, and no article. */
static bool names_title(const struct sentence *s)
{
    const struct clause *head = &s->clauses[0];
    static const char *const ranks[] = {"lead",   "head",      "chief",      "relief", "support",
                                        "deputy", "associate", "substitute", "acting", NULL};
    static const char *const endings[] = {"er",  "or",    "ist",  "ant",  "ian", "yst",
                                          "ect", "clerk", "trar", "tary", NULL};
    struct range last = english_word_before(s, head->at.end);
    size_t count = 0;
    for (uint32_t at = head->at.begin; at < head->at.end;
         at = english_skip_word(s, at, head->at.end))
        count++;
    return s->clause_count == 1 && count > 1 && count <= TITLE_WORDS &&
           text_is_one_of(first_word(s, head), ranks) &&
           text_ends_with_one_of(sentence_text(s, last), endings) &&
           sentence_at(s, last.begin, PHRASE_PARTY) != NULL &&
           sentence_find(s, head->at, PHRASE_PREPOSITION) == NULL &&
           sentence_find(s, head->at, PHRASE_JOIN) == NULL &&
           !english_is_verb_before(s, english_word_end(s, head->at.begin, head->at.end),
                                   head->at.end);
}

/* ---- Chinese ---- */

/* 公文收發室, 適配組(五人): the name of a party, and nothing else. */
static bool names_party(const struct sentence *s)
{
    struct range at = s->clauses[0].at;
    const struct clause *clause = &s->clauses[0];
    if (s->clause_count != 1)
        return false;
    while (at.end > at.begin + 1 && (s->in_brackets[at.end - 1] || s->chars[at.end - 1] == ')' ||
                                     s->chars[at.end - 1] == ' '))
        at.end--;
    if (!text_has(TEXT("组組室科处處部队隊"), s->chars[at.end - 1]))
        return false;
    struct range front = {at.begin, at.end - 1};
    const struct match *act = sentence_ending(s, front, PHRASE_ACT_NOUN);
    if (act == NULL)
        act = sentence_ending(s, front, PHRASE_ACT);
    bool has_verb = clause->kind == CLAUSE_ACT && act != NULL && clause->act.end <= act->at.begin;
    return act != NULL && act->phrase->length == 2 && !has_verb;
}

#define TITLE_HAN 10

/* 測試工程師, 課程諮詢師: what somebody is called; not 培訓工程師, whom something is done to. */
static bool is_post(const struct sentence *s, const struct clause *clause)
{
    static const char *const posts[] = {
        "工程师", "工程師", "咨询师", "諮詢師", "设计师", "設計師",   "架构师", "架構師",
        "分析师", "分析師", "管理师", "管理師", "专员",   "專員",     "总监",   "總監",
        "顾问",   "顧問",   "实习生", "實習生", "助理",   "施工单位", NULL};
    static const char *const done_to[] = {
        "管理", "培训", "培訓", "培养", "培養", "招聘", "招募", "指导", "指導", "辅导", "輔導",
        "考核", "带领", "帶領", "激励", "组织", "組織", "协助", "協助", "配合", "支持", "联系",
        "聯繫", "协调", "協調", "督导", "督導", "监督", "監督", "评估", "評估", "面试", "面試",
        "选拔", "選拔", "安排", "通知", "领导", "領導", "帮助", "幫助", "陪同", "拜访", "接待",
        "担任", "擔任", "兼任", "委派", "指派", "选聘", "聘用", "指定", "任命", "赋能", NULL};
    struct text words = sentence_text(s, clause->at);
    const struct match *act = sentence_act_at(s, clause->at.begin);
    return clause->at.end <= clause->at.begin + TITLE_HAN && act != NULL &&
           act->phrase->length == 2 && text_ends_with_one_of(words, posts) &&
           !text_starts_with_one_of(words, done_to) &&
           sentence_find_act(s, (struct range){act->at.end, clause->at.end}) == NULL;
}

/* 課程諮詢師，學管師: nothing but posts. */
static bool names_post(const struct sentence *s)
{
    for (const struct clause *clause = s->clauses; clause < s->clauses + s->clause_count;
         clause++) {
        bool is_other = clause > s->clauses && clause->kind == CLAUSE_OTHER &&
                        text_has(TEXT("师師员員"), s->chars[clause->at.end - 1]);
        if (!is_other && !is_post(s, clause))
            return false;
    }
    return true;
}

/* AI 提效方向, 招聘建議權力: what it is about, and no act in front of it. */
static bool names_topic(const struct sentence *s)
{
    const struct clause *clause = &s->clauses[0];
    const struct match *topic = sentence_ending(s, clause->at, PHRASE_TOPIC);
    return s->clause_count == 1 && clause->kind == CLAUSE_OTHER && topic != NULL &&
           sentence_find(s, (struct range){clause->at.begin, topic->at.begin}, PHRASE_IDLE) == NULL;
}

#define NAME_HAN 8

/* The words without all the brackets at their end: 維運組組長(兼)(夜). */
static struct range without_brackets(const struct sentence *s, struct range at)
{
    uint32_t end = at.end;
    while (end > at.begin && (s->in_brackets[end - 1] || s->chars[end - 1] == ')'))
        end--;
    return end > at.begin + 1 ? (struct range){at.begin, end} : at;
}

/* 維運|組組長, 採購|部經理: the head of a unit that is called by what it does. */
static bool is_head_of_unit(const struct sentence *s, const struct clause *clause, uint32_t post)
{
    uint32_t unit = clause->act.end;
    return clause->kind == CLAUSE_ACT && clause->act.begin == clause->at.begin && unit < post &&
           text_has(TEXT("组組部处處科室队隊"), s->chars[unit]) &&
           sentence_find_act(s, (struct range){unit, post}) == NULL;
}

#define OBJECT_HAN 4 /* 辦公用品; what is shorter may be the kind of a post: 外貿銷售 */

/* 辦公用品|採購, 茶葉的|銷售: what is done, by a word that also says by whom. */
static bool is_done_to(const struct sentence *s, struct range at, const struct match *party)
{
    const struct match *act = sentence_ending(s, at, PHRASE_ACT);
    if (act == NULL)
        act = sentence_ending(s, at, PHRASE_ACT_NOUN);
    uint32_t size = party->at.begin - at.begin;
    return act != NULL && act->at.begin == party->at.begin && size > 1 &&
           (size >= OBJECT_HAN || is_particle(s->chars[party->at.begin - 1]));
}

/* 總校校長, 分店店長: a party of more than one character, and no act in front. */
static bool names_somebody(const struct sentence *s)
{
    const struct clause *clause = &s->clauses[0];
    struct range at = without_brackets(s, clause->at);
    const struct match *party = sentence_ending(s, at, PHRASE_PARTY);
    if (party == NULL)
        party = sentence_ending(s, at, PHRASE_PARTY_TAIL);
    if (s->clause_count != 1 || party == NULL || party->phrase->length < 2 ||
        at.end > at.begin + NAME_HAN)
        return false;
    if (clause->kind != CLAUSE_OTHER)
        return is_head_of_unit(s, clause, party->at.begin);
    if (is_done_to(s, at, party))
        return false;
    struct range front = {clause->at.begin, party->at.begin};
    return sentence_find(s, front, PHRASE_ACT) == NULL &&
           sentence_find(s, front, PHRASE_ACTOR) == NULL &&
           sentence_find(s, front, PHRASE_IDLE) == NULL &&
           sentence_at(s, front.begin, PHRASE_PREPOSITION) == NULL;
}

#define ASPECT_HAN 4 /* 復盤建議, in a list */

/* Papers and figures, which nothing is done by: 報告, 手冊; not 管理, 工作. */
static bool ends_in_paper(const struct sentence *s, struct range item)
{
    static const char *const works[] = {"管理", "工作", "作业", "作業", "业务", "業務",
                                        "活动", "活動", "服务", "服務", "规划", "規劃",
                                        "记录", "記錄", "会议", "會議", NULL};
    bool is_thing =
        sentence_ending(s, item, PHRASE_TAIL) != NULL ||
        sentence_ending(s, item, PHRASE_TOPIC) != NULL ||
        (item.end <= item.begin + ASPECT_HAN && sentence_ending(s, item, PHRASE_ASPECT) != NULL) ||
        sentence_ending(s, item, PHRASE_MATTER) != NULL;
    return is_thing && !text_ends_with_one_of(sentence_text(s, item), works);
}

/* 列印|報表、…: a verb that no noun is, in front of the first of them; not 出勤|表, 出勤|記錄、…. */
static bool begins_with_verb(const struct sentence *s, uint32_t begin)
{
    static const char *const traces[] = {"记录", "記錄", "纪录", "紀錄", "情况", "情況", NULL};
    const struct match *act = sentence_at(s, begin, PHRASE_HEAD_ACT);
    return act != NULL && sentence_at(s, begin, PHRASE_ACT_NOUN) == NULL &&
           sentence_at(s, begin, PHRASE_ACTIVITY) == NULL &&
           !text_starts_with_one_of(text_from(s->text, s->offsets[act->at.end]), traces) &&
           s->clauses[0].at.end > act->at.end + 1 && s->chars[act->at.end] != 0x3001 && /* 、 */
           s->chars[act->at.end + 1] != 0x3001;
}

/* 週報、專題分析、預警報告: three or more, most of them and the last one papers. */
static bool lists_papers(const struct sentence *s)
{
    const struct clause *clause = &s->clauses[0];
    uint32_t begin = clause->at.begin, count = 0, papers = 0;
    if (s->clause_count != 1 || sentence_at(s, begin, PHRASE_ACT) != NULL ||
        sentence_at(s, begin, PHRASE_ACTOR) != NULL || begins_with_verb(s, begin) ||
        sentence_at(s, begin, PHRASE_OPENING) != NULL || sentence_at(s, begin, PHRASE_IDLE) != NULL)
        return false;
    for (uint32_t at = begin; at <= clause->at.end; at++) {
        bool is_end = at == clause->at.end;
        if (!is_end && s->chars[at] != 0x3001) /* 、 */
            continue;
        bool is_paper = ends_in_paper(s, (struct range){begin, at});
        if (is_end && !is_paper)
            return false;
        count++;
        papers += is_paper;
        begin = at + 1;
    }
    return count > 2 && 2 * papers > count;
}

/* 招聘流程和時間安排, 培訓方式與資源: things and what they are for, joined; not 採購和銷售. */
static bool joins_things(const struct sentence *s)
{
    const struct clause *clause = &s->clauses[0];
    const struct match *head = sentence_at(s, clause->at.begin, PHRASE_ACT_NOUN);
    if (s->clause_count != 1 || (head == NULL && clause->kind != CLAUSE_OTHER) ||
        sentence_at(s, clause->at.begin, PHRASE_OPENING) != NULL)
        return false;
    uint32_t begin = clause->at.begin;
    size_t count = 0;
    for (uint32_t at = begin; at <= clause->at.end; at++) {
        const struct match *join = at < clause->at.end ? sentence_at(s, at, PHRASE_JOIN) : NULL;
        bool is_end = at == clause->at.end || join != NULL || s->chars[at] == 0x3001; /* 、 */
        if (!is_end)
            continue;
        struct range item = {begin, at};
        const struct match *act = sentence_at(s, begin, PHRASE_ACT_NOUN);
        bool is_sure = sentence_find_act(s, item) != NULL && act == NULL;
        uint32_t behind = act == NULL ? begin : act->at.end;
        const struct match *tail = sentence_at(s, behind, PHRASE_TAIL);
        if (is_sure || !ends_in_paper(s, item) ||
            (act != NULL && (tail == NULL || tail->at.end != at)))
            return false;
        count++;
        begin = join != NULL ? join->at.end : at + 1;
    }
    return count > 1;
}

#define BETWEEN_HAN 4 /* 採購|合同|模板 */

/* 審批權限, 考核周期, 施工現場平面圖: what belongs to a work, called by it; not 審批合同. */
static bool names_aspect(const struct sentence *s)
{
    const struct clause *clause = &s->clauses[0];
    struct range at = without_brackets(s, clause->at);
    const struct match *aspect = s->clause_count == 1 && sentence_has(s, PHRASE_ASPECT)
                                     ? sentence_ending(s, at, PHRASE_ASPECT)
                                     : NULL;
    if (aspect == NULL)
        return false;
    struct range front = {at.begin, aspect->at.begin};
    const struct match *activity = sentence_at(s, at.begin, PHRASE_ACTIVITY);
    bool is_noun = sentence_at(s, aspect->at.begin, PHRASE_ACT_NOUN) != NULL; /* 封面標題|建議 */
    if (is_noun && clause->kind == CLAUSE_OTHER && front.end > front.begin + 1 &&
        front.end <= at.begin + TITLE_HAN && sentence_find_act(s, front) == NULL &&
        sentence_at(s, at.begin, PHRASE_PREPOSITION) == NULL &&
        sentence_at(s, at.begin, PHRASE_ACTOR) == NULL &&
        sentence_find(s, front, PHRASE_IDLE) == NULL)
        return true;
    if (activity == NULL && clause->kind == CLAUSE_OTHER) /* 學員|報名|時間 */
        return sentence_ending(s, front, PHRASE_ACTIVITY) != NULL &&
               front.end <= at.begin + TITLE_HAN &&
               sentence_at(s, at.begin, PHRASE_PREPOSITION) == NULL &&
               sentence_find(s, front, PHRASE_JOIN) == NULL &&
               sentence_find(s, front, PHRASE_IDLE) == NULL;
    if (activity == NULL || front.end < activity->at.end ||
        front.end > activity->at.end + BETWEEN_HAN)
        return false;
    front.begin = activity->at.end;
    return sentence_find_act(s, front) == NULL && sentence_find(s, front, PHRASE_JOIN) == NULL;
}

#define OFFICE_HAN 20

/* 水質檢測員的直接上級, 社團的指導老師: somebody's, by the particle; not 為客戶的聯繫人…. */
static bool names_whose(const struct sentence *s)
{
    const struct clause *clause = &s->clauses[0];
    struct range at = clause->at;
    const struct match *party = sentence_ending(s, at, PHRASE_PARTY);
    if (s->clause_count != 1 || clause->kind != CLAUSE_OTHER || party == NULL ||
        party->phrase->length < 2 || at.end > at.begin + OFFICE_HAN ||
        sentence_at(s, at.begin, PHRASE_PREPOSITION) != NULL ||
        sentence_at(s, at.begin, PHRASE_IDLE) != NULL ||
        !text_has(TEXT("员師师員长長人者级級理管手属屬伴友"), s->chars[at.end - 1]) ||
        sentence_ending(s, at, PHRASE_ACT) != NULL ||
        sentence_ending(s, at, PHRASE_ACT_NOUN) != NULL)
        return false; /* …系統的研發, …的督導 */
    uint32_t particle = party->at.begin;
    while (particle > at.begin && particle + 3 > party->at.begin &&
           !is_particle(s->chars[particle]))
        particle--;
    return particle > at.begin + 1 && is_particle(s->chars[particle]) &&
           sentence_find(s, (struct range){at.begin, particle}, PHRASE_IDLE) == NULL;
}

bool wording_only_names(const struct sentence *s)
{
    if (s->clause_count == 0)
        return false;
    return s->language == LANG_EN
               ? names_title(s)
               : names_party(s) || names_post(s) || names_somebody(s) || names_whose(s) ||
                     names_topic(s) || lists_papers(s) || joins_things(s) || names_aspect(s);
}
