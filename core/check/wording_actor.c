#include "core/check/wording_actor.h"
#include "core/check/wording_helper.h"
#include "core/model/fold.h"
#include "core/normalise/clauses.h"
#include "core/normalise/english_words.h"
#include "core/normalise/verbs.h"

/* Maintain the service and assist in cataloguing: a helper strung to the act of its clause. */
static bool is_joined_helper(const struct sentence *s, const struct clause *clause,
                             const struct match *match)
{
    uint32_t at = match->at.begin;
    if (s->language != LANG_EN || clause == NULL || clause->kind != CLAUSE_ACT ||
        clause->verb == NULL || clause->verb->form != match->phrase->form ||
        match->phrase->form == VERB_ING || at <= clause->act.end ||
        english_helper_at(s, at) == NULL)
        return false;
    struct text before = sentence_text(s, english_word_before(s, at));
    return text_is(before, "and") || text_is(before, "also");
}

/* 監督、協助各組運作: right behind the verb of the clause, whose object it shares. */
static bool follows_verb(const struct sentence *s, const struct clause *clause,
                         const struct match *match)
{
    return s->language != LANG_EN && clause != NULL && clause->kind == CLAUSE_ACT &&
           clause->act.end + 1 == match->at.begin && s->chars[clause->act.end] == 0x3001; /* 、 */
}

/* The clause's head is the match itself, be it behind a subject: the flag officer shall assist. */
static const struct clause *clause_headed_by(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    bool is_head =
        clause != NULL && clause->kind == CLAUSE_ACT && clause->act.begin == match->at.begin;
    bool is_behind_subject = clause != NULL && s->language == LANG_EN &&
                             clause->kind == CLAUSE_OTHER && match->phrase->form == VERB_BASE &&
                             english_follows_modal(s, match->at.begin);
    const struct match *join =
        s->language == LANG_EN || clause == NULL || clause->kind != CLAUSE_ACT
            ? NULL
            : sentence_ending(s, (struct range){clause->at.begin, match->at.begin}, PHRASE_AND);
    bool is_strung = match->phrase->length == 2 &&
                     ((join != NULL && join->at.begin > clause->act.begin) || /* 準備並協助健檢 */
                      follows_verb(s, clause, match));
    return is_head || is_behind_subject || is_strung || is_joined_helper(s, clause, match) ? clause
                                                                                           : NULL;
}

/* Where the part that belongs to the act ends: at what is strung to it. */
static uint32_t scope_end(const struct sentence *s, uint32_t from, uint32_t end)
{
    for (uint32_t i = s->first[from]; i < s->first[end]; i++) {
        enum phrase_class class = s->matches[i].phrase->class;
        uint32_t next = skip_blanks(s, s->matches[i].at.end, end);
        bool joins = class == PHRASE_AND || class == PHRASE_JOIN;
        if (joins &&
            (sentence_act_at(s, next) != NULL || sentence_at(s, next, PHRASE_IDLE) != NULL))
            return s->matches[i].at.begin;
    }
    return end;
}

/* 配合產品、設計團隊，完成開發: what is done stands in the next clause. */
static uint32_t sentence_end(const struct sentence *s, const struct clause *clause)
{
    const struct clause *last = clause;
    while (last + 1 < s->clauses + s->clause_count && last[1].sentence == clause->sentence)
        last++;
    return last->at.end;
}

#define PART_LENGTH 4  /* code points that name a part of the work */
#define PARTY_LENGTH 2 /* ... whom somebody helps, or what is done */

/* 審計|部, 護理|長: with what follows, the act is a party; not 建立|公司制度. */
static bool begins_party(const struct sentence *s, const struct match *act)
{
    const struct match *tail = sentence_at(s, act->at.end, PHRASE_PARTY_TAIL);
    return tail != NULL &&
           (act->phrase->class == PHRASE_ACT_NOUN || !text_is(tail->phrase->words, "公司"));
}

/* 研發 in 協助研發新工具: the name of a department, and a verb where its object follows. */
static bool is_verb_of_party(const struct sentence *s, const struct match *act)
{
    uint32_t end = act->at.end, c = end < s->count ? s->chars[end] : 0;
    bool is_noun = c == 0 || !is_basic_han(c) || c == 0x7684 || c == 0x4E4B; /* 的之 */
    return !is_noun && sentence_act_at(s, end) == NULL &&
           sentence_at(s, end, PHRASE_IDLE) == NULL && sentence_at(s, end, PHRASE_PARTY) == NULL &&
           sentence_at(s, end, PHRASE_JOIN) == NULL &&
           sentence_at(s, end, PHRASE_PARTY_TAIL) == NULL &&
           sentence_at(s, end, PHRASE_ADVERB) == NULL && !verb_is_short_han(c) &&
           !verb_is_han(c, end + 1 < s->count ? s->chars[end + 1] : 0);
}

/* 推行之措施, 製作的表單: a verb in front of a particle tells which one. */
static bool is_attribute(const struct sentence *s, const struct match *act, struct range rest)
{
    uint32_t at = act->at.end, c = at < rest.end ? s->chars[at] : 0;
    if (c == 0x65F6 && at + 1 < rest.end) /* 開發時的支持 */
        c = s->chars[at + 1];
    return c == 0x4E4B || c == 0x7684;
}

/* The first act that is no part of a party's name; *party when one was passed: 審計部, 護理長. */
static const struct match *chinese_act(const struct sentence *s, struct range rest, bool *party)
{
    const struct match *act = sentence_find_act(s, rest);
    *party = false;
    while (act != NULL && is_attribute(s, act, rest))
        act = sentence_find_act(s, (struct range){act->at.end, rest.end});
    while (act != NULL && (begins_party(s, act) || (sentence_at(s, act->at.begin, PHRASE_PARTY) &&
                                                    !is_verb_of_party(s, act)))) {
        *party = true;
        act = sentence_find_act(s, (struct range){act->at.end, rest.end});
    }
    const struct match *idle = sentence_find(s, rest, PHRASE_IDLE);
    if (idle != NULL && sentence_at(s, idle->at.begin, PHRASE_PARTY) != NULL)
        idle = NULL; /* 部門負責人 */
    return act == NULL || (idle != NULL && idle->at.begin < act->at.begin) ? idle : act;
}

/* Where the party ends that begins there: 銷售部門, 行政部經理. */
static uint32_t one_party_end(const struct sentence *s, const struct match *party)
{
    uint32_t end = party->at.end;
    for (;;) {
        const struct match *more = sentence_at(s, end, PHRASE_PARTY);
        const struct match *tail = sentence_at(s, end, PHRASE_PARTY_TAIL);
        const struct match *act = sentence_at(s, end, PHRASE_ACT);
        bool is_verb = more == NULL && tail != NULL && act != NULL && act->at.end > tail->at.end;
        if ((more == NULL && tail == NULL) || is_verb) /* 場長處理 */
            return end;
        end = more != NULL ? more->at.end : tail->at.end;
    }
}

/* Behind 、 and words that join, of which several may stand in a row: 及/或. */
static uint32_t skip_joints(const struct sentence *s, uint32_t at)
{
    for (;;) {
        const struct match *join = sentence_at(s, at, PHRASE_JOIN);
        bool is_mark = at < s->count && (s->chars[at] == 0x3001 || s->chars[at] == '/');
        if (join == NULL && !is_mark)
            return at;
        at = join != NULL ? join->at.end : at + 1;
    }
}

/* ... with those joined to it: 稅務與行政部門. */
static uint32_t party_end(const struct sentence *s, const struct match *party)
{
    uint32_t end = one_party_end(s, party);
    for (;;) {
        uint32_t next = skip_joints(s, end);
        const struct match *other = next == end ? NULL : sentence_at(s, next, PHRASE_PARTY);
        if (other == NULL)
            return end;
        end = one_party_end(s, other);
    }
}

/* What a clause of work by name ends with: 採購工作, 預決算事宜. */
static bool ends_in_work(const struct sentence *s, struct range rest)
{
    static const char *const names[] = {"工作", "作业", "作業", "业务", "業務", "事宜", "事项",
                                        "事項", "事务", "事務", "任务", "任務", "活动", "活動",
                                        "专案", "專案", "项目", "項目", "门诊", "門診", "现场",
                                        "現場", "措施", "职务", "職務", NULL};
    struct text words = text_trim(sentence_text(s, rest));
    return text_ends_with_one_of(words, names);
}

/* 協助門市日常營運, 配合政府部門的檢查: an act without object that something is put in front of. */
static bool is_matter_of_party(const struct sentence *s, const struct match *act, uint32_t from,
                               struct range rest)
{
    struct range between = {from, act->at.begin};
    bool is_last = act->at.end == rest.end || ends_in_work(s, rest); /* not 穿戴救生衣 */
    return is_last && between.end > between.begin &&
           sentence_find(s, between, PHRASE_PREPOSITION) == NULL &&
           sentence_find_act(s, between) == NULL;
}

/* 查核验鉴: 檢查, 審核, 檢驗 and 評鑑 are what others come for. */
static bool is_inspection(const struct sentence *s, const struct match *act)
{
    uint32_t c = s->chars[act->at.end - 1];
    return c == 0x67E5 || c == 0x6838 || c == 0x9A8C || c == 0x9274;
}

/* 之的等: 協助研發部之研究活動; 相有: …相關教育訓練. A noun goes on, and no act of the party. */
static bool goes_on_as_noun(const struct sentence *s, uint32_t at)
{
    static const uint32_t particles[] = {0x4E4B, 0x7684, 0x7B49};
    uint32_t c = at < s->count ? s->chars[at] : 0, next = at + 1 < s->count ? s->chars[at + 1] : 0;
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (c == particles[i])
            return true;
    return (c == 0x76F8 || c == 0x6709) && next == 0x5173; /* 相关, 有关 */
}

/* 協助部門完成統計工作: the verb says nothing, and what is done is the work's name. */
static bool is_work_of_party(const struct sentence *s, struct range rest, uint32_t named)
{
    static const char *const verbs[] = {"做好", "搞好", "完成", "处理", "處理", "办理",
                                        "辦理", "开展", "開展", "进行", "進行", "执行",
                                        "執行", "从事", "從事", "做",   NULL};
    struct text words = text_trim(sentence_text(s, (struct range){named, rest.end}));
    return text_starts_with_one_of(words, verbs) && ends_in_work(s, rest);
}

/* 客户, 旅客, 学生: whom the work is for. */
static bool is_for_customers(const struct sentence *s, struct range party)
{
    static const char *const customers[] = {
        "客户", "客戶",   "顾客",   "顧客",   "旅客", "乘客",   "客人",   "学生", "學生",
        "学员", "學員",   "会员",   "會員",   "业主", "業主",   "住户",   "住戶", "患者",
        "病人", "民众",   "民眾",   "群众",   "读者", "讀者",   "家长",   "家長", "老人",
        "长者", "長者",   "游客",   "遊客",   "住民", "病友",   "產婦",   "产妇", "孕婦",
        "孕妇", "個案",   "员工",   "員工",   "同仁", "孩子",   "幼儿",   "幼兒", "访客",
        "訪客", "商家",   "廣告主", "广告主", "用戶", "用户",   "他们",   "他們", "她們",
        "她们", "創作者", "创作者", "居民",   "市民", "消費者", "消费者", NULL};
    struct text words = sentence_text(s, party);
    return text_ends_with_one_of(words, customers);
}

/*
 * 協助隊長推動隊務, 協助場長進行牧場管理: a verb of running things behind whom, who runs them
 * already; what of it is whose is left open. Customers are helped to do their own: 協助旅客辦理….
 */
static bool runs_for_party(const struct sentence *s, struct range rest, uint32_t named)
{
    static const char *const verbs[] = {
        "推动",   "推動",   "推展", "推行", "推进", "推進", "处理", "處理", "管理", "带领",
        "帶領",   "落实",   "落實", "做好", "作好", "搞好", "抓好", "负责", "負責", "完成",
        "规划、", "規劃、", "运作", "運作", "运转", "運轉", "综理", "綜理", NULL};
    static const char *const light[] = {"进行", "進行", "开展", "開展", NULL};
    static const char *const of[] = {"对", "對", "完成对", "完成對", NULL};
    const struct match *adverb = sentence_at(s, named, PHRASE_ADVERB);
    if (adverb == NULL)
        adverb = sentence_at(s, named, PHRASE_MODIFIER); /* 協助經理有效地管理 */
    uint32_t at = adverb != NULL && adverb->at.end < rest.end ? adverb->at.end : named;
    struct range party = {rest.begin, named};
    struct text words = sentence_text(s, (struct range){at, rest.end});
    bool is_vague = text_ends_with(words, TEXT("管理")) || text_ends_with(words, TEXT("准备")) ||
                    text_ends_with(words, TEXT("準備"));
    const struct match *last = sentence_ending(s, rest, PHRASE_ACT);
    bool names_act = last != NULL && last->at.begin > at + PARTY_LENGTH; /* 完成可行性評估 */
    if (named == rest.begin || is_for_customers(s, party) ||
        (names_act && text_starts_with(words, TEXT("完成"))))
        return false;
    if (text_starts_with_one_of(words, of)) /* 對宿舍進行管理 */
        return text_ends_with(words, TEXT("进行管理")) || text_ends_with(words, TEXT("進行管理"));
    return text_starts_with_one_of(words, verbs) ||
           (is_vague && text_starts_with_one_of(words, light));
}

#define GAP_MAX 6 /* code points of a party's name that no list knows */

/* 協助班級推展教育, 配合團支書做好工作: the party no list knows ends where something is run for it.
 */
static bool runs_for_unlisted(const struct sentence *s, struct range rest, uint32_t named,
                              const struct match *act)
{
    const struct match *idle = sentence_find(s, rest, PHRASE_IDLE);
    if (idle != NULL && s->chars[idle->at.end - 1] == 0x4EBA) /* 負責人 */
        return false;
    const struct match *opening = sentence_find(s, rest, PHRASE_OPENING);
    if (opening != NULL && sentence_at(s, opening->at.begin, PHRASE_PARTY) != NULL)
        opening = NULL; /* 負責人 */
    const struct match *first = act;
    first = idle != NULL && (first == NULL || idle->at.begin < first->at.begin) ? idle : first;
    first =
        opening != NULL && (first == NULL || opening->at.begin < first->at.begin) ? opening : first;
    if (first == NULL || first->at.begin < rest.begin + PARTY_LENGTH)
        return false;
    uint32_t at = first->at.begin, from = named < at ? named : rest.begin;
    for (uint32_t i = from; i < at; i++)
        if (s->chars[i] == 0x7684 || s->chars[i] == 0x4E4B) /* 的之 */
            return false;
    return at <= from + GAP_MAX && runs_for_party(s, (struct range){rest.begin, rest.end}, at);
}

/* 協助 PM 追蹤進度: an abbreviation in front of an act is whom. */
static bool helps_letters(const struct sentence *s, struct range rest)
{
    uint32_t at = rest.begin;
    while (at < rest.end && ((s->chars[at] >= 'a' && s->chars[at] <= 'z') || s->chars[at] == ' '))
        at++;
    return at > rest.begin && at + 1 < rest.end &&
           (sentence_act_at(s, at) != NULL || verb_is_short_han(s->chars[at]) ||
            verb_is_han(s->chars[at], s->chars[at + 1]));
}

/*
 * 協助經理編製預算 says whom and in what; 協助經理開展工作 and 配合完成內審 leave one open, and so
 * does 協助設備維護與安裝, where nobody is helped. Where the clause goes on behind the rest
 * (研究並改善…), its act has an object there.
 */
static bool chinese_leaves_open(const struct sentence *s, struct range rest, bool goes_on)
{
    uint32_t begin = skip_blanks(s, rest.begin, rest.end);
    bool has_party;
    const struct match *act = chinese_act(s, rest, &has_party);
    if ((act != NULL && act->at.begin == begin) ||
        sentence_find(s, rest, PHRASE_EMPTY_WORK) != NULL)
        return true;
    struct range before_work = {begin, rest.end > begin + 2 ? rest.end - 2 : begin};
    if (text_is(sentence_text(s, (struct range){before_work.end, rest.end}), "工作") &&
        sentence_ending(s, before_work, PHRASE_PARTY) != NULL)
        return true; /* 協助團長及指導老師工作 */
    struct range front = {rest.begin, act == NULL ? rest.end : act->at.begin};
    const struct match *party = sentence_find(s, front, PHRASE_PARTY);
    uint32_t named = party == NULL ? begin : party_end(s, party);
    if (act != NULL && act->at.end == rest.end && !goes_on && party != NULL &&
        act->at.begin == named && is_inspection(s, act))
        return true; /* 配合政府檢查: the party does that */
    if (party == NULL && !has_party)
        return !helps_letters(s, (struct range){begin, rest.end});
    if (runs_for_unlisted(s, (struct range){begin, rest.end}, named, act))
        return true;
    bool is_name = act != NULL && act->at.begin > begin && goes_on_as_noun(s, act->at.begin - 1) &&
                   (act->at.end == rest.end || ends_in_work(s, rest));
    if (goes_on_as_noun(s, named) || is_name || is_work_of_party(s, rest, named) ||
        runs_for_party(s, rest, named))
        return true;
    bool is_work = act != NULL && act->at.end < rest.end && !goes_on && act->at.begin >= named &&
                   rest.end <= act->at.end + PARTY_LENGTH && ends_in_work(s, rest);
    bool has_object =
        act != NULL && !is_work && (goes_on || rest.end >= act->at.end + PARTY_LENGTH);
    static const char *const matters[] = {"事宜", "事项", "事項", "工作", "事务", "事務", NULL};
    if (is_work && party != NULL && text_ends_with_one_of(sentence_text(s, rest), matters))
        return true; /* 配合教學組排課事宜 */
    if (has_object && act->at.begin >= begin + PARTY_LENGTH)
        return false; /* 配合交警疏導車輛: what stands in front of an act with its object is whom */
    if (act != NULL)
        return party != NULL && (is_matter_of_party(s, act, named, rest) ||
                                 (act->at.begin == named && sentence_at(s, named, PHRASE_THING)));
    /* 協助主任排定時段: words behind the party, though no list knows the verb */
    bool is_act = rest.end > named && verb_is_short_han(s->chars[named]); /* 幫助學生系鞋帶 */
    bool is_verb =
        rest.end == named + 2 && !ends_in_work(s, rest) && /* 協助醫師看診 */
        (sentence_act_at(s, named) != NULL || verb_is_han(s->chars[named], s->chars[named + 1]));
    bool is_customer = is_for_customers(s, (struct range){rest.begin, named}); /* 協助老人服藥 */
    is_verb = is_verb || (is_customer && rest.end >= named + 2 && !ends_in_work(s, rest));
    return party == NULL || (!is_verb && rest.end < named + PART_LENGTH - is_act);
}

static bool takes_part(const struct match *match)
{
    struct text words = match->phrase->words;
    return text_starts_with(words, TEXT("参与")) || text_starts_with(words, TEXT("參與")) ||
           text_is(words, "参加") || text_is(words, "出席") ||
           text_starts_with(words, TEXT("participate")) ||
           text_starts_with(words, TEXT("^participation")) ||
           text_starts_with(words, TEXT("take~ part"));
}

/* 參與培訓、激勵工作, 參加會議和政策的協商: the event is one of several things, or but a part. */
static bool names_more(const struct sentence *s, const struct match *event, struct range in)
{
    const struct match *join = sentence_at(s, event->at.end, PHRASE_JOIN);
    bool is_listed = event->at.end < in.end && s->chars[event->at.end] == 0x3001; /* 、 */
    const struct match *last = sentence_ending(s, in, PHRASE_ACT);
    bool leads = false;
    for (uint32_t at = event->at.end; last != NULL && at < last->at.begin; at++)
        leads = leads || s->chars[at] == 0x7684 || s->chars[at] == 0x4E4B; /* 的之 */
    return s->language != LANG_EN && (join != NULL || is_listed) && (leads || ends_in_work(s, in));
}

/* 參與會議, 參與值班及演練; not 參與值班管理, where it is a part of the work's name. */
static bool is_event(const struct sentence *s, struct range in)
{
    for (uint32_t i = s->first[in.begin]; i < s->first[in.end]; i++) {
        const struct match *event = &s->matches[i];
        uint32_t end = event->at.end;
        if (event->phrase->class != PHRASE_EVENT || end > in.end || names_more(s, event, in))
            continue;
        if (s->language == LANG_EN || end == in.end || !is_basic_han(s->chars[end]) ||
            sentence_at(s, end, PHRASE_JOIN) != NULL || sentence_at(s, end, PHRASE_VAGUE) != NULL ||
            sentence_at(s, end, PHRASE_EVENT) != NULL)
            return true;
    }
    return false;
}

/* 社區組織: what seems an act ends the name of a party. */
static bool is_in_party(const struct sentence *s, const struct match *act, uint32_t from)
{
    return sentence_ending(s, (struct range){from, act->at.end}, PHRASE_PARTY) != NULL;
}

/* 行政業務支援, 展覽工作配合: the whole of it, as a noun; not 技術支援, which is given. */
static bool is_noun_of_work(const struct sentence *s, const struct clause *clause,
                            const struct match *match)
{
    struct text words = match->phrase->words;
    bool is_backing = text_is(words, "支持") || text_is(words, "合作") || text_is(words, "协作");
    struct range front = {clause->at.begin, match->at.begin};
    struct text what = sentence_text(s, front);
    bool is_data = text_ends_with(what, TEXT("数据")) || text_ends_with(what, TEXT("數據")) ||
                   text_ends_with(what, TEXT("信息")) || text_ends_with(what, TEXT("資料"));
    return !is_backing && !is_data && clause->kind == CLAUSE_OTHER &&
           (sentence_ending(s, front, PHRASE_MATTER) != NULL || ends_in_work(s, front));
}

/* 與各部門合作, 給予銷售部必要的支持: nothing is done but that, and no clause goes on. */
static bool is_only_with(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    if (s->language == LANG_EN || clause == NULL || match->at.end != clause->at.end ||
        sentence_end(s, clause) > clause->at.end || match->at.begin <= clause->at.begin)
        return false;
    if (is_noun_of_work(s, clause, match))
        return true;
    const struct match *idle = sentence_at(s, clause->at.begin, PHRASE_IDLE);
    uint32_t first = s->chars[clause->at.begin];
    bool is_with = text_has(TEXT("与和同跟给替帮"), first);
    bool is_giving = idle != NULL && s->chars[match->at.begin - 1] == 0x7684; /* 的 */
    const struct match *act =
        sentence_find_act(s, (struct range){clause->at.begin, match->at.begin});
    const struct match *party =
        sentence_ending(s, (struct range){clause->at.begin, match->at.begin}, PHRASE_PARTY);
    if (is_with && party != NULL && act != NULL && act->at.end == party->at.begin)
        return true; /* 與攝影組協同 */
    return is_giving || (is_with && (act == NULL || is_in_party(s, act, clause->at.begin)) &&
                         sentence_find(s, clause->at, PHRASE_PARTY) != NULL);
}

/* Working with the registrar, file …: the act stands in another clause. */
static bool goes_with_act(const struct sentence *s, const struct clause *clause)
{
    for (const struct clause *next = clause + 1; next < s->clauses + s->clause_count; next++)
        if (next->sentence == clause->sentence && next->kind == CLAUSE_ACT &&
            (next->verb == NULL || next->verb->form != VERB_ING))
            return s->language == LANG_EN && clause->verb != NULL && clause->verb->form == VERB_ING;
    return false;
}

/* Where the last part of a list begins, with what joins it; the range's begin: it has none. */
static uint32_t last_joint(const struct sentence *s, struct range in)
{
    for (uint32_t at = in.end; at > in.begin; at--)
        if (skip_joints(s, at - 1) > at - 1)
            return at - 1;
    return in.begin;
}

static bool is_support(const struct match *match)
{
    return text_is(match->phrase->words, "支持") || text_is(match->phrase->words, "支援");
}

/* …，支持風險管理需求; …，幫助團隊成長: what the act in front is for. */
static bool tells_what_for(const struct sentence *s, const struct match *match, struct range rest)
{
    bool is_help = text_is(match->phrase->words, "帮助");
    return s->language != LANG_EN && match->at.begin > s->clauses[0].at.end &&
           (is_help || (is_support(match) && sentence_find(s, rest, PHRASE_PARTY) == NULL));
}

/* Greet and assist customers: English, the act in front has the same object. */
static bool shares_act(const struct sentence *s, const struct match *match)
{
    const struct match *join = sentence_ending(s, (struct range){0, match->at.begin}, PHRASE_JOIN);
    const struct match *act =
        s->language != LANG_EN || join == NULL
            ? NULL
            : sentence_ending(s, (struct range){0, join->at.begin}, PHRASE_ACT);
    return act != NULL && is_at_head(s, act->at.begin) &&
           sentence_at(s, act->at.begin, PHRASE_ACT_NOUN) == NULL;
}

bool wording_leaves_open(const struct sentence *s, const struct match *match)
{
    if (is_only_with(s, match))
        return true;
    const struct clause *clause = clause_headed_by(s, match);
    if (clause != NULL && s->language != LANG_EN && s->requirement != NULL)
        return false; /* 具…能力，能與團隊合作: it speaks of the person */
    bool is_fronted = clause != NULL && match->at.begin > clause->at.begin &&
                      sentence_at(s, clause->at.begin, PHRASE_PREPOSITION) != NULL;
    if (is_fronted && match->at.end == clause->at.end)
        return false; /* 與開發團隊合作，制定協議: the next clause says in what */
    bool is_participle = match->phrase->form == VERB_ING && match->at.begin > s->clauses[0].at.end;
    if (clause == NULL || is_participle || goes_with_act(s, clause))
        return false; /* 技術支援: a noun; …, working with …: tells how */
    struct range rest = {match->at.end, scope_end(s, match->at.end, clause->at.end)};
    bool is_english = s->language == LANG_EN;
    const struct match *ad_hoc = is_english ? NULL : sentence_find(s, rest, PHRASE_AD_HOC);
    if (ad_hoc != NULL)
        rest.end = last_joint(s, (struct range){rest.begin, ad_hoc->at.begin});
    if (ad_hoc != NULL && rest.end == rest.begin)
        return false; /* 配合完成主管交辦事項: W402 says so */
    if (tells_what_for(s, match, rest))
        return false;
    const struct match *last = sentence_ending(s, rest, PHRASE_ACT);
    if (s->language != LANG_EN && is_support(match) && last != NULL &&
        last->at.begin >= rest.begin + PARTY_LENGTH)
        return true; /* 支持球隊建設 */
    uint32_t begin = skip_blanks(s, rest.begin, rest.end);
    if (takes_part(match)) /* who takes part in a meeting does not lead it; else: who does? */
        return !is_event(s, s->language == LANG_EN ? (struct range){rest.begin, clause->at.end}
                                                   : rest);
    if (sentence_at(s, begin, PHRASE_JOIN) != NULL || shares_act(s, match))
        return false; /* supports and coaches …: the other act says it */
    uint32_t end = sentence_end(s, clause);
    bool is_item =
        rest.begin == rest.end && clause > s->clauses && clause[-1].sentence == clause->sentence;
    if (is_english) /* …, administrative, support, or repair services: a noun among others */
        return !is_item && wording_helper_is_open(s, match, end);
    if (end > clause->at.end && sentence_ending(s, rest, PHRASE_PARTY) != NULL)
        return false; /* 配合產品、設計等團隊，完成開發: the next clause says in what */
    bool is_with = text_has(TEXT("与和同跟"), s->chars[clause->at.begin]);
    if (is_fronted && is_with && sentence_find_act(s, rest) != NULL)
        return false; /* 與設計師合作繪製圖說 */
    return chinese_leaves_open(s, rest, rest.end < clause->at.end);
}
