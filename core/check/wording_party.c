#include "core/check/wording_party.h"
#include "core/model/fold.h"
#include "core/normalise/quota.h"
#include "core/normalise/verbs.h"

#define PART_LENGTH 4  /* code points that name a part of the work */
#define PARTY_LENGTH 2 /* ... whom somebody helps, or what is done */
#define GAP_MAX 6      /* ... of a party's name that no list knows */

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
           sentence_at(s, end, PHRASE_ADVERB) == NULL &&
           sentence_at(s, end, PHRASE_PREPOSITION) == NULL && /* 協助編輯|為… */
           sentence_at(s, end, PHRASE_HOW) == NULL && !verb_is_short_han(c) &&
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

/* 主刀|醫師|縫合…: what another act follows is whom, and the act in front tells which one. */
static bool tells_which_party(const struct sentence *s, const struct match *act, struct range rest)
{
    const struct match *party = sentence_at(s, act->at.end, PHRASE_PARTY);
    return act->at.begin == skip_blanks(s, rest.begin, rest.end) && party != NULL &&
           party->phrase->length > 1 && party->at.end < rest.end &&
           sentence_find_act(s, (struct range){party->at.end, rest.end}) != NULL;
}

/* The first act that is no part of a party's name; *party when one was passed: 審計部, 護理長. */
static const struct match *chinese_act(const struct sentence *s, struct range rest, bool *party)
{
    const struct match *act = sentence_find_act(s, rest);
    *party = false;
    while (act != NULL && is_attribute(s, act, rest))
        act = sentence_find_act(s, (struct range){act->at.end, rest.end});
    while (act != NULL &&
           (begins_party(s, act) || tells_which_party(s, act, rest) ||
            (sentence_at(s, act->at.begin, PHRASE_PARTY) && !is_verb_of_party(s, act)))) {
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

uint32_t wording_skip_joints(const struct sentence *s, uint32_t at)
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
        uint32_t next = wording_skip_joints(s, end);
        const struct match *other = next == end ? NULL : sentence_at(s, next, PHRASE_PARTY);
        if (other == NULL)
            return end;
        end = one_party_end(s, other);
    }
}

bool wording_ends_in_work(const struct sentence *s, struct range rest)
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
    bool is_last = act->at.end == rest.end || wording_ends_in_work(s, rest); /* not 穿戴救生衣 */
    return is_last && between.end > between.begin &&
           !text_has(TEXT("在于於按依用"), s->chars[between.begin]) && /* 協助會計|在發票上|蓋章 */
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

/* 採購、入庫、盤點工作: more than one of them names the parts of the work. */
static bool lists_parts(struct text words)
{
    return text_find(words, TEXT("、"), 0) != TEXT_NOT_FOUND;
}

/* 協助部門完成統計工作: the verb says nothing, and what is done is the work's name. */
static bool is_work_of_party(const struct sentence *s, struct range rest, uint32_t named)
{
    static const char *const verbs[] = {"做好", "搞好", "完成", "处理", "處理", "办理",
                                        "辦理", "开展", "開展", "进行", "進行", "执行",
                                        "執行", "从事", "從事", "做",   NULL};
    struct text words = text_trim(sentence_text(s, (struct range){named, rest.end}));
    return !(text_starts_with(words, TEXT("完成")) && lists_parts(words)) &&
           text_starts_with_one_of(words, verbs) && wording_ends_in_work(s, rest);
}

/* 完成結算報表, 完成手冊: something to show; not 完成任務, 完成管理工作. */
static bool makes_paper(const struct sentence *s, struct range at)
{
    static const char *const aims[] = {"指标", "指標", "目标", "目標", "要求", NULL};
    return !text_ends_with_one_of(text_trim(sentence_text(s, at)), aims) &&
           sentence_ending(s, at, PHRASE_TAIL) != NULL &&
           sentence_ending(s, at, PHRASE_ACT) == NULL && !wording_ends_in_work(s, at);
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
static bool runs_for_party(const struct sentence *s, struct range rest, uint32_t named,
                           bool goes_on)
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
    bool is_vague = !goes_on && /* 進行檔案管理|與歸檔 */
                    (text_ends_with(words, TEXT("管理")) || text_ends_with(words, TEXT("准备")) ||
                     text_ends_with(words, TEXT("準備")));
    const struct match *last = sentence_ending(s, rest, PHRASE_ACT);
    bool names_act = (last != NULL && last->at.begin > at + PARTY_LENGTH) || /* 完成可行性評估 */
                     lists_parts(words);
    bool is_finished = text_starts_with(words, TEXT("完成")) &&
                       (names_act || makes_paper(s, (struct range){at, rest.end}));
    static const char *const kept[] = {"信息", "訊息", "资料", "資料", "档案", "檔案",
                                       "库存", "庫存", "仓库", "倉庫", "合同", "文件",
                                       "账目", "帳目", "设备", "設備", NULL};
    if (text_starts_with(words, TEXT("管理")) && text_ends_with_one_of(words, kept))
        return false; /* 管理渡輪檔案: of what, and nothing of running things */
    static const char *const matters[] = {"手续", "手續", "投诉", "投訴", "退货", "退貨",
                                          "异议", "異議", "申报", "申報", NULL};
    bool is_certain = text_ends_with_one_of(words, matters); /* 處理新人的報到手續 */
    if (named == rest.begin || is_for_customers(s, party) || is_finished || is_certain)
        return false;
    if (text_starts_with_one_of(words, of)) /* 對宿舍進行管理 */
        return text_ends_with(words, TEXT("进行管理")) || text_ends_with(words, TEXT("進行管理"));
    static const char *const reaching[] = {"实现", "實現", "达成", "達成", "达到", "達到", NULL};
    static const char *const aims[] = {"目标", "目標", "指标", "指標", "任务",
                                       "任務", "业绩", "業績", NULL};
    if (text_starts_with_one_of(words, reaching) && text_ends_with_one_of(words, aims))
        return true; /* 協助業務組達成目標 */
    return text_starts_with_one_of(words, verbs) ||
           (is_vague && text_starts_with_one_of(words, light));
}

/* 協助班級推展教育, 配合團支書做好工作: the party no list knows ends where something is run for it.
 */
static bool runs_for_unlisted(const struct sentence *s, struct range rest, uint32_t named,
                              const struct match *act, bool goes_on)
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
    return at <= from + GAP_MAX &&
           runs_for_party(s, (struct range){rest.begin, rest.end}, at, goes_on);
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

/* 準備點心|或相關事宜: what else goes with the act that is named in front. */
static struct range without_rest(const struct sentence *s, struct range rest)
{
    static const char *const others[] = {"相关", "相關", "有关", "有關", "其他",
                                         "其它", "后续", "後續", NULL};
    if (!wording_ends_in_work(s, rest))
        return rest;
    const struct match *act = sentence_find(s, rest, PHRASE_ACT);
    for (uint32_t at = act == NULL ? rest.end : act->at.end + PARTY_LENGTH; at + 1 < rest.end;
         at++) {
        const struct match *join = sentence_at(s, at, PHRASE_JOIN);
        if (join == NULL || join->at.end + PART_LENGTH != rest.end)
            continue;
        struct text words = sentence_text(s, (struct range){join->at.end, rest.end});
        if (text_starts_with_one_of(words, others))
            return (struct range){rest.begin, at};
    }
    return rest;
}

/* 協助業務組每季簽下20家: so much the team is to reach; not 協助旅客…. */
static bool is_figure_of_party(const struct sentence *s, struct range rest)
{
    const struct match *party = s->quota == NULL ? NULL : sentence_find(s, rest, PHRASE_PARTY);
    return party != NULL && party->at.begin <= rest.begin + PARTY_LENGTH &&
           s->quota->at.begin > party->at.end && s->quota->at.begin < rest.end &&
           !is_for_customers(s, (struct range){rest.begin, party_end(s, party)});
}

bool wording_party_is_left_open(const struct sentence *s, struct range rest, bool goes_on)
{
    rest = without_rest(s, rest);
    uint32_t begin = skip_blanks(s, rest.begin, rest.end);
    bool has_party;
    const struct match *act = chinese_act(s, rest, &has_party);
    if (is_figure_of_party(s, rest))
        return true;
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
    if (runs_for_unlisted(s, (struct range){begin, rest.end}, named, act, goes_on))
        return true;
    bool is_name = act != NULL && act->at.begin > begin && goes_on_as_noun(s, act->at.begin - 1) &&
                   (act->at.end == rest.end || wording_ends_in_work(s, rest));
    if (goes_on_as_noun(s, named) || is_name || is_work_of_party(s, rest, named) ||
        runs_for_party(s, rest, named, goes_on))
        return true;
    bool is_work = act != NULL && act->at.end < rest.end && !goes_on && act->at.begin >= named &&
                   rest.end <= act->at.end + PARTY_LENGTH && wording_ends_in_work(s, rest);
    const struct match *join = act == NULL ? NULL : sentence_at(s, act->at.end, PHRASE_JOIN);
    const struct match *event = join == NULL ? NULL : sentence_at(s, join->at.end, PHRASE_EVENT);
    bool is_noun = event != NULL && event->at.end >= rest.end; /* 賣家|服務和教育訓練 */
    bool has_object =
        act != NULL && !is_work && !is_noun && (goes_on || rest.end >= act->at.end + PARTY_LENGTH);
    static const char *const matters[] = {"事宜", "事项", "事項", "工作", "事务", "事務", NULL};
    if (is_work && party != NULL && !lists_parts(sentence_text(s, rest)) &&
        text_ends_with_one_of(sentence_text(s, rest), matters))
        return true; /* 配合教學組排課事宜 */
    if (has_object && act->at.begin >= begin + PARTY_LENGTH)
        return false; /* 配合交警疏導車輛: what stands in front of an act with its object is whom */
    if (act != NULL)
        return party != NULL && (is_matter_of_party(s, act, named, rest) ||
                                 (act->at.begin == named && sentence_at(s, named, PHRASE_THING)));
    /* 協助主任排定時段: words behind the party, though no list knows the verb */
    bool is_act = rest.end > named && verb_is_short_han(s->chars[named]); /* 幫助學生系鞋帶 */
    bool is_verb =
        rest.end == named + 2 && !wording_ends_in_work(s, rest) && /* 協助醫師看診 */
        (sentence_act_at(s, named) != NULL || verb_is_short_han(s->chars[named]) || /* 審圖 */
         verb_is_han(s->chars[named], s->chars[named + 1]));
    bool is_customer = is_for_customers(s, (struct range){rest.begin, named}); /* 協助老人服藥 */
    is_verb = is_verb || (is_customer && rest.end >= named + 2 && !wording_ends_in_work(s, rest));
    return party == NULL || (!is_verb && rest.end < named + PART_LENGTH - is_act);
}
