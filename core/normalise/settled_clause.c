#include "core/normalise/clause_front.h"
#include "core/normalise/segments.h"
#include "core/normalise/verbs.h"

#define SHORT 4 /* code points of a detail that may be an act by itself */
#define VERB 2  /* of a verb in Han, without an object */

bool clause_is_infinitive(const struct sentence *s, const struct clause *clause)
{
    const struct match *to = sentence_at(s, clause->at.begin, PHRASE_PREPOSITION);
    return s->language == LANG_EN && to != NULL && text_is(to->phrase->words, "to");
}

/* 為豐富員工生活，…; 為了…: not 為客戶辦理手續, where somebody stands behind it. */
static bool names_purpose(const struct sentence *s, const struct clause *clause)
{
    uint32_t next = clause->at.begin + 1;
    const struct match *act = sentence_act_at(s, next);
    if (next < s->count && text_has(TEXT("了更使让确保达提丰"), s->chars[next]))
        return true;
    return sentence_at(s, next, PHRASE_RESULT) != NULL ||
           sentence_at(s, next, PHRASE_BETTERING) != NULL ||
           (next + 1 < s->count && verb_is_han(s->chars[next], s->chars[next + 1])) ||
           (act != NULL && sentence_at(s, next, PHRASE_PARTY) == NULL);
}

/* 為客戶尋找房源: for whom something is done, which is an act; not 為員工創造環境. */
static bool is_for_somebody(const struct sentence *s, const struct clause *clause)
{
    static const char *const gifts[] = {"依据", "依據", "支撑", "支撐", "支持", "支援", "参考",
                                        "參考", "保障", "保证", "保證", "便利", "条件", "條件",
                                        "基础", "基礎", "动能", "動能", NULL};
    bool is_gift = text_ends_with_one_of(sentence_text(s, clause->at), gifts) ||
                   sentence_find(s, clause->at, PHRASE_BETTERING) != NULL;
    const struct match *party = sentence_at(s, clause->at.begin + 1, PHRASE_PARTY);
    return clause->kind == CLAUSE_ACT && party != NULL && clause->act.begin == party->at.end &&
           !is_gift && !names_purpose(s, clause);
}

/* 為學校創造良好環境; …, to measure progress; behind an act: what it is for. */
static bool is_purpose(const struct segments *g, const struct clause *clause)
{
    if (clause_is_infinitive(g->s, clause))
        return g->count > 0 && g->list[0].verb != NULL &&
               !clause_is_infinitive(g->s, sentence_clause_at(g->s, g->list[0].begin));
    if (g->s->language == LANG_EN || g->s->chars[clause->at.begin] != 0x4E3A)
        return false;
    if (is_for_somebody(g->s, clause))
        return false;
    return g->count > 0 || (clause->at.end < g->s->count && names_purpose(g->s, clause));
}

/* 構建平台，服務客戶: what is made serves somebody. */
static bool makes_something(const struct sentence *s, const struct clause *clause)
{
    static const char *const verbs[] = {"开发", "開發", "构建", "構建", "建设", "建設", "搭建",
                                        "打造", "研发", "研發", "设计", "設計", NULL};
    const struct clause *front = clause;
    while (front > s->clauses && front + LIST_REACH > clause &&
           front[-1].sentence == clause->sentence)
        front--;
    for (uint32_t i = s->first[front->at.begin]; i < s->first[clause->at.begin]; i++)
        if (text_is_one_of(s->matches[i].phrase->words, verbs))
            return true;
    return false;
}

/* 提供…，幫助家屬緩解悲傷; …，幫助團隊提升效率, 幫助新人成長: what comes of the act in front. */
static bool helps_by_it(const struct segments *g, const struct clause *clause)
{
    static const char *const ends[] = {"增长", "增長", "成长", "成長", "进步", "進步",
                                       "转型", "轉型", "落地", "效率", NULL};
    const struct sentence *s = g->s;
    bool gives = g->count > 0 && g->list[0].verb != NULL && text_is(g->list[0].verb->words, "提供");
    return (gives && sentence_at(s, clause->at.begin + 2, PHRASE_PARTY) != NULL) ||
           sentence_find(s, clause->at, PHRASE_BETTERING) != NULL ||
           sentence_find(s, clause->at, PHRASE_RESULT) != NULL ||
           text_ends_with_one_of(sentence_text(s, clause->at), ends);
}

/* …，支持風險管理; …，完成主管交辦事項: what it is for, and what W402 speaks of; 支持經理: an act.
 */
static bool is_aside(const struct segments *g, const struct clause *clause)
{
    const struct match *actor = sentence_at(g->s, clause->at.begin, PHRASE_ACTOR);
    struct text words = actor == NULL ? TEXT("") : actor->phrase->words;
    bool helps = text_is(words, "帮助") && helps_by_it(g, clause);
    bool is_backing = text_is(words, "支持") || text_is(words, "支撑") || text_is(words, "支援");
    bool has_party = sentence_ending(g->s, clause->at, PHRASE_PARTY) != NULL ||
                     text_ends_with(sentence_text(g->s, clause->at), TEXT("的工作"));
    static const char *const enabling[] = {"赋能", "賦能", NULL}, *const serving[] = {"服务",
                                                                                      "服務", NULL};
    struct text text = sentence_text(g->s, clause->at);
    bool supports = helps || (is_backing && !has_party) ||
                    text_starts_with_one_of(text, enabling) ||
                    (text_starts_with_one_of(text, serving) && makes_something(g->s, clause));
    return g->s->language != LANG_EN && g->count > 0 &&
           (supports || (clause->is_ad_hoc && !clause->is_row));
}

/*
 * 設計資料庫，使用 ORM: by which means, behind an act; or in front of one, where nothing else is
 * done: 使用專用工具，組裝零件.
 */
static bool names_tool(const struct segments *g, const struct clause *clause)
{
    static const char *const openers[] = {"使用", "运用", "運用", "利用",
                                          "操作", "采用", "採用", NULL};
    const struct sentence *s = g->s;
    const struct clause *next = clause + 1, *end = s->clauses + s->clause_count;
    bool is_operating = s->chars[clause->at.begin] == 0x64CD; /* 操 */
    if (is_operating && g->count > 0)
        return false;
    if (s->language == LANG_EN || !text_starts_with_one_of(sentence_text(s, clause->at), openers))
        return false;
    while (next + 1 < end && next[1].sentence == clause->sentence && clause_only_leads(s, next))
        next++; /* 使用…技術，結合…特點，… */
    static const char *const tools[] = {"具", "备", "備", "器", "机", "機", "仪", "儀",
                                        "械", "剂", "劑", "等", "统", "統", "件", "型",
                                        "架", "術", "术", "疗", "療", "法", NULL};
    bool is_tool = text_ends_with_one_of(sentence_text(s, clause->at), tools) ||
                   s->chars[clause->at.begin] == 0x5229; /* 利 */
    bool has_next = next < end && next->sentence == clause->sentence;
    bool is_fronted = has_next && text_has(TEXT("将把对"), s->chars[next->at.begin]);
    bool leads = is_tool && has_next && next->kind == CLAUSE_ACT &&
                 (is_fronted || (!is_operating && next->act.begin == next->at.begin)) &&
                 sentence_find(s, clause->at, PHRASE_AND) == NULL;
    return g->count > 0 || leads;
}

/* 以電話拜訪方式，…: in which way, be it in front of what is done or behind it. */
static bool names_way(const struct segments *g, const struct clause *clause)
{
    static const char *const openers[] = {"以",   "运用", "運用", "利用", "采用",
                                          "採用", "采取", "採取", NULL};
    static const char *const ways[] = {"方式", "形式", "手段", "渠道", "途径",
                                       "途徑", "方法", "平台", NULL};
    const struct clause *next = clause + 1, *end = g->s->clauses + g->s->clause_count;
    struct text words = sentence_text(g->s, clause->at);
    bool has_next = next < end && next->sentence == clause->sentence;
    return g->s->language != LANG_EN && (g->count > 0 || has_next) &&
           text_starts_with_one_of(words, openers) && text_ends_with_one_of(words, ways);
}

/* 如…, 包括…: it begins what is told in detail. */
static bool begins_detail(const struct sentence *s, const struct clause *clause)
{
    static const char *const openers[] = {"例如", "比如", "譬如", "包括", "包含",
                                          "涵盖", "涵蓋", "覆盖", "覆蓋", NULL};
    uint32_t next = clause->at.begin + 1;
    bool is_like = s->chars[clause->at.begin] == 0x5982 && next < s->count && /* 如 */
                   !text_has(TEXT("有遇需果何因发出无未期实确属不"), s->chars[next]);
    return is_like || text_starts_with_one_of(sentence_text(s, clause->at), openers);
}

/* 包括但不限於: what stands behind it is told in detail, whatever stands in front. */
static bool holds_detail(const struct sentence *s, const struct clause *clause)
{
    static const char *const openers[] = {"包括但不限", "包含但不限", "包括不限", NULL};
    for (uint32_t at = clause->at.begin + 2; at + 4 < clause->at.end; at++)
        if (s->chars[at] == 0x5305 && /* 包 */
            text_starts_with_one_of(sentence_text(s, (struct range){at, clause->at.end}), openers))
            return true;
    return false;
}

bool clause_leaves_open(const struct sentence *s, const struct clause *clause)
{
    for (uint32_t at = clause->at.begin; at < clause->at.end; at++)
        if (s->chars[at] == 0x7B49 && sentence_at(s, at, PHRASE_VAGUE) != NULL) /* 等 */
            return true;
    return false;
}

/* …等工作: the list is left open at its end, so that it is one. */
static bool ends_open(const struct sentence *s, const struct clause *clause)
{
    const struct clause *last = clause, *end = s->clauses + s->clause_count;
    while (last + 1 < end && last < clause + LIST_REACH && last[1].sentence == clause->sentence)
        last++;
    return clause_leaves_open(s, last);
}

/*
 * 如3A算法，HDR算法，降噪算法: a noun by its kind, or since it ends as the one in front does; short
 * (修枝，澆水), or of a list that is open at its end.
 */
static bool goes_on_in_detail(const struct sentence *s, const struct clause *clause)
{
    uint32_t end = clause->at.end, before = clause[-1].at.end;
    return clause->kind == CLAUSE_OTHER ||
           (end > clause->at.begin + 2 && s->chars[end - 1] == s->chars[before - 1] &&
            s->chars[end - 2] == s->chars[before - 2]) ||
           end <= clause->at.begin + SHORT ||
           (sentence_find(s, clause->at, PHRASE_AND) == NULL && ends_open(s, clause));
}

bool clause_tells_detail(const struct segments *g, const struct clause *clause)
{
    const struct sentence *s = g->s;
    const struct clause *front = clause;
    if (s->language == LANG_EN || (g->count == 0 && clause == s->clauses))
        return false;
    while (!begins_detail(s, front)) { /* 包括甲的優化，乙的優化 */
        if (front < clause && holds_detail(s, front))
            return true;
        if (front == s->clauses || front + LIST_REACH <= clause ||
            front[-1].sentence != clause->sentence || front[-1].at.end < front[-1].at.begin + 2 ||
            !goes_on_in_detail(s, front))
            return false;
        front--;
    }
    return front > s->clauses &&
           (front[-1].sentence == clause->sentence || s->chars[front->at.begin] == 0x5305); /* 包 */
}

/* …全流程，從設計到上線: from where to where. */
static bool names_course(const struct segments *g, const struct clause *clause)
{
    const struct sentence *s = g->s;
    if (s->language == LANG_EN || g->count == 0 || s->chars[clause->at.begin] != 0x4ECE) /* 从 */
        return false;
    struct text words = sentence_text(s, clause->at);
    return text_find(words, TEXT("到"), 0) != TEXT_NOT_FOUND &&
           (sentence_ending(s, clause->at, PHRASE_ACT_NOUN) != NULL ||
            sentence_ending(s, clause->at, PHRASE_ACT) != NULL ||
            sentence_ending(s, clause->at, PHRASE_RESULT) != NULL);
}

/* 對區督導負責，…: to whom one answers, and nothing that is done. */
static bool answers_to(const struct sentence *s, const struct clause *clause)
{
    static const char *const ends[] = {"负责", "負責", NULL};
    uint32_t at = clause->at.begin + (s->chars[clause->at.begin] == 0x5E76); /* 并 */
    return s->language != LANG_EN && s->chars[at] == 0x5BF9 &&               /* 对 */
           text_ends_with_one_of(sentence_text(s, clause->at), ends);
}

/* …，由接班人簽字: somebody else does it. */
static bool is_done_by_others(const struct segments *g, const struct clause *clause)
{
    return g->s->language != LANG_EN && g->count > 0 &&
           g->s->chars[clause->at.begin] == 0x7531 && /* 由 */
           sentence_at(g->s, clause->at.begin, PHRASE_PREPOSITION) != NULL;
}

/* …，是團隊的協調者: who somebody is, behind what is done. */
static bool says_who(const struct segments *g, const struct clause *clause)
{
    return g->s->language != LANG_EN && g->count > 0 && clause->verb != NULL &&
           clause->verb->class == PHRASE_IDLE && text_is(clause->verb->words, "是");
}

/* 面向研發團隊，…; 對標領先平台，…: for whom or by what the next clause's act is done. */
static bool names_whom_for(const struct segments *g, const struct clause *clause)
{
    static const char *const aims[] = {"对标", "對標", "聚焦", "瞄准", "瞄準", "立足", NULL};
    const struct sentence *s = g->s;
    static const char *const ends[] = {"场景", "場景", "领域", "領域", "市场",
                                       "市場", "行业", "行業", "方向", NULL};
    const struct clause *next = clause + 1;
    struct text words = sentence_text(s, clause->at);
    if (s->language == LANG_EN || next >= s->clauses + s->clause_count ||
        next->sentence != clause->sentence)
        return false;
    static const char *const joint[] = {"合作", "协作", "協作", "协同",
                                        "協同", "沟通", "溝通", NULL};
    if (g->count == 0 && s->chars[clause->at.begin] == 0x4EE5 && /* 以自身的能力，… */
        sentence_ending(s, clause->at, PHRASE_QUALITY) != NULL)
        return true;
    static const char *const orders[] = {"处方", "處方", "委托", "委託", "指派",
                                         "派工", "派单", "派單", "委派", NULL};
    static const char *const taking[] = {"接受", "依", "承接", NULL};
    if (g->count == 0 && text_starts_with_one_of(words, taking) && /* 接受醫師處方，… */
        text_ends_with_one_of(words, orders))
        return true;
    if (g->count == 0 && s->chars[clause->at.begin] == 0x8DE8 && /* 跨部门合作，… */
        text_ends_with_one_of(words, joint))
        return true;
    bool is_fronted = s->chars[clause->at.begin] == 0x5BF9 && /* 对…方向，|进行探索 */
                      sentence_at(s, clause->at.begin, PHRASE_PREPOSITION) != NULL &&
                      sentence_act_at(s, clause->at.begin) == NULL;
    if (g->count == 0 && is_fronted && sentence_at(s, next->at.begin, PHRASE_IDLE) != NULL)
        return true;
    if (g->count == 0 && next->kind == CLAUSE_ACT && text_starts_with_one_of(words, aims))
        return true;
    return text_starts_with(words, TEXT("面向")) &&
           (sentence_ending(s, clause->at, PHRASE_PARTY) != NULL ||
            text_ends_with_one_of(words, ends));
}

/* Behind the time limit that the clause has: 兩小時內|, 當日|; its end: it has none. */
static uint32_t behind_limit(const struct sentence *s, struct range clause)
{
    const struct match *limit = sentence_find(s, clause, PHRASE_LIMIT);
    if (limit != NULL &&
        sentence_ending(s, (struct range){clause.begin, limit->at.begin}, PHRASE_TIME_UNIT) != NULL)
        return limit->at.end < clause.end ? limit->at.end : limit->at.begin; /* 當日|辦結 */
    const struct match *day = sentence_find(s, clause, PHRASE_DAY);
    return day == NULL ? clause.end : day->at.end;
}

/* 受理投訴，兩小時內處理完畢; 辦理手續，報到當日辦結: by when the act in front is done; not 當日清點
 * 現金, which has something of its own to be done to. */
static bool gives_limit(const struct segments *g, const struct clause *clause)
{
    static const char *const ends[] = {"完毕", "完畢", "完成", NULL};
    const struct sentence *s = g->s;
    if (s->language == LANG_EN || g->count == 0)
        return false;
    uint32_t behind = behind_limit(s, clause->at), end = clause->at.end;
    if (behind + VERB < end && text_ends_with_one_of(sentence_text(s, clause->at), ends))
        end -= VERB;
    return behind < end && end - behind <= VERB;
}

/* 編寫手冊，清晰定義步驟, 擬定計畫，列明分工: what is to be read in what is written in front. */
static bool tells_contents(const struct segments *g, const struct clause *clause)
{
    static const char *const writes[] = {"编写", "編寫", "撰写", "撰寫", "编制", "編製", "制定",
                                         "制訂", "制订", "拟定", "擬定", "拟订", "擬訂", "起草",
                                         "输出", "輸出", "编撰", "編撰", NULL};
    static const char *const hows[] = {"清晰", "清楚", "详细", "詳細", "明确",
                                       "明確", "完整", "准确", "準確", NULL};
    static const char *const verbs[] = {"定义", "定義", "说明", "說明", "描述", "阐述",
                                        "闡述", "界定", "规定", "規定", "列出", NULL};
    static const char *const lone[] = {"列明", "写明", "寫明", "载明", "載明",
                                       "标明", "標明", "注明", "註明", NULL};
    const struct sentence *s = g->s;
    if (s->language == LANG_EN || g->count == 0 || clause == s->clauses ||
        clause[-1].sentence != clause->sentence || clause[-1].verb == NULL ||
        !text_is_one_of(clause[-1].verb->words, writes))
        return false;
    struct text words = sentence_text(s, clause->at);
    bool has_how = text_starts_with_one_of(words, hows) && clause->at.end > clause->at.begin + VERB;
    uint32_t behind = clause->at.begin + (has_how ? VERB : 0);
    behind += has_how && s->chars[behind] == 0x5730; /* 地 */
    words = sentence_text(s, (struct range){behind, clause->at.end});
    return text_starts_with_one_of(words, lone) ||
           (has_how && text_starts_with_one_of(words, verbs));
}

/* 若客戶投訴，登記投訴單; 一旦發生火警，…: in which case, in front of what is done then. */
static bool tells_case(const struct segments *g, const struct clause *clause)
{
    static const char *const openers[] = {"若",   "如果", "倘若", "假如", "假使", "一旦",
                                          "万一", "萬一", "如遇", "如有", "如因", NULL};
    const struct sentence *s = g->s;
    const struct clause *next = clause + 1;
    bool leads = next < s->clauses + s->clause_count && next->sentence == clause->sentence &&
                 sentence_find(s, clause->at, PHRASE_AND) == NULL;
    struct text words = sentence_text(s, clause->at);
    return s->language != LANG_EN && leads && !text_starts_with(words, TEXT("若干")) &&
           text_starts_with_one_of(words, openers);
}

bool clause_is_settled(const struct segments *g, const struct clause *clause)
{
    return tells_case(g, clause) || names_whom_for(g, clause) || clause->kind == CLAUSE_RESULT ||
           is_purpose(g, clause) || names_tool(g, clause) || names_way(g, clause) ||
           is_aside(g, clause) || answers_to(g->s, clause) || says_who(g, clause) ||
           is_done_by_others(g, clause) || names_course(g, clause) || gives_limit(g, clause) ||
           tells_contents(g, clause) || clause_says_on_whose_word(g->s, clause);
}
