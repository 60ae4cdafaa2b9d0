#include "core/check/wording_person.h"
#include "core/base/text.h"
#include "core/normalise/numeral.h"
#include "core/normalise/traits.h"
#include <unicode/uchar.h>

/* 並, 且, 需, 應: what may stand in front of what is asked. */
static uint32_t skip_openers(const struct sentence *s, struct range in)
{
    static const enum phrase_class skipped[] = {PHRASE_AND, PHRASE_ADVERB};
    uint32_t at = in.begin;
    for (bool goes_on = true; goes_on && at < in.end;) {
        at = skip_blanks(s, at, in.end);
        goes_on = false;
        for (size_t i = 0; i < sizeof skipped / sizeof *skipped && !goes_on; i++) {
            const struct match *match = sentence_at(s, at, skipped[i]);
            bool asks = sentence_at(s, at, PHRASE_HAVING) != NULL ||
                        sentence_at(s, at, PHRASE_ABILITY) != NULL;
            goes_on = match != NULL && !asks && match->at.end <= in.end;
            at = goes_on ? match->at.end : at;
        }
    }
    return at;
}

/* Of the class, unless a longer word begins there: 有 in 有關. */
static const struct match *asking_at(const struct sentence *s, uint32_t at, enum phrase_class class)
{
    const struct match *match = sentence_at(s, at, class);
    if (class == PHRASE_ABILITY && at > 0 && s->chars[at - 1] == 0x53EF) /* 可|能 */
        return NULL;
    for (uint32_t i = s->first[at]; match != NULL && i < s->first[at + 1]; i++)
        if (s->matches[i].at.end > match->at.end && s->matches[i].phrase->class != class)
            return NULL;
    return match;
}

/* 2年以上編輯經驗: a number at the head. */
static bool begins_with_number(const struct sentence *s, const struct clause *clause)
{
    uint32_t c = s->chars[clause->at.begin];
    return u_isdigit((UChar32)c) || is_numeral(c);
}

/* One of the verbs stands in the clause. */
static bool has_verb(const struct sentence *s, const struct clause *clause,
                     const char *const *verbs)
{
    struct text words = sentence_text(s, clause->at);
    while (*verbs != NULL && text_find(words, text_from_string(*verbs), 0) == TEXT_NOT_FOUND)
        verbs++;
    return *verbs != NULL;
}

/* 對突發事件的|處置|能力: the verb only says which ability it is. */
static bool is_of_ability(const struct sentence *s, const struct clause *clause)
{
    const struct match *quality = sentence_ending(s, clause->at, PHRASE_QUALITY);
    if (clause->kind != CLAUSE_ACT || quality == NULL || clause->act.end != quality->at.begin ||
        s->chars[clause->at.begin] != 0x5BF9) /* 对 */
        return false;
    for (uint32_t at = clause->at.begin; at < clause->act.begin; at++)
        if (s->chars[at] == 0x7684) /* 的 */
            return true;
    return false;
}

/* 培養學員的識譜能力: the verb has the quality for its object. */
static bool is_object_of_act(const struct sentence *s, const struct clause *clause)
{
    static const char *const verbs[] = {
        "培训", "培訓", "培养", "培養", "提升", "提高", "锻炼", "鍛鍊", "训练", "訓練",
        "增强", "增強", "加强", "加強", "评估", "評估", "测试", "測試", "考核", "检验",
        "檢驗", "鉴定", "鑑定", "传授", "傳授", "讲授", "講授", "宣传", "宣傳", NULL};
    return (clause->kind == CLAUSE_ACT && !begins_with_number(s, clause) &&
            !is_of_ability(s, clause)) ||
           has_verb(s, clause, verbs);
}

/* 分享焊接經驗: experience is the object of no verb but these, as in 使用 … 的經驗. */
static bool is_shared(const struct sentence *s, const struct clause *clause)
{
    static const char *const verbs[] = {
        "分享", "累积", "累積", "积累", "積累", "總結", "总结", "整理", "交流", "传授", "傳授",
        "借鉴", "借鑑", "学习", "學習", "吸取", "汲取", "增加", "推广", "推廣", "介绍", "介紹",
        "提供", "汇总", "彙總", "提升", "提高", "收集", "登记", "登記", "核对", "核對", "核实",
        "核實", "计算", "計算", "统计", "統計", "审核", "審核", NULL};
    static const char *const bettering[] = {"丰富", "豐富", NULL}; /* not 有豐富的經驗 */
    return !begins_with_number(s, clause) &&
           (has_verb(s, clause, verbs) ||
            text_starts_with_one_of(sentence_text(s, clause->at), bettering));
}

/* 帶過團隊, 參與過評審: what somebody has done before; not 處理過期藥品. */
static const struct match *experience_at(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const struct text compounds = TEXT_INIT(
        "程期渡滤濾敏度磅秤户戶后後往去境关關账帳戏戲目桥橋节節年量热熱载載压壓重时時道冬失半剩高低多");
    const struct match *act = sentence_act_at(s, at);
    if (act == NULL)
        act = sentence_at(s, at, PHRASE_ACTOR);
    bool is_past = act != NULL && act->at.end < end && s->chars[act->at.end] == 0x8FC7; /* 过 */
    return is_past && (act->at.end + 1 == end || !text_has(compounds, s->chars[act->at.end + 1]))
               ? act
               : NULL;
}

/* 您|操作過柴窯, 你曾|管過窯口: behind whom it is asked of. */
static uint32_t skip_reader(const struct sentence *s, const struct clause *clause)
{
    uint32_t at = skip_openers(s, clause->at);
    bool is_reader = at + 2 < clause->at.end && text_has(TEXT("您你"), s->chars[at]);
    at += is_reader;
    if (is_reader && s->chars[at] == 0x66FE)                                 /* 曾 */
        at += s->chars[at + 1] == 0x7ECF && at + 2 < clause->at.end ? 2 : 1; /* 曾经 */
    return at;
}

/* What says in the clause that it is asked of a person; NULL: nothing does. */
static const struct match *asking_in(const struct sentence *s, const struct clause *clause)
{
    uint32_t begin = skip_openers(s, clause->at);
    const struct match *asking = asking_at(s, begin, PHRASE_HAVING);
    if (asking == NULL)
        asking = asking_at(s, begin, PHRASE_ABILITY);
    if (asking == NULL)
        asking = sentence_at(s, clause->at.begin, PHRASE_REQUIREMENT);
    if (asking == NULL)
        asking = traits_in(s, clause->at);
    if (asking == NULL)
        asking = experience_at(s, begin, clause->at.end);
    if (asking != NULL)
        return asking;
    struct range at = sentence_without_bracket(s, clause->at);
    const struct match *condition = sentence_ending(s, at, PHRASE_CONDITION);
    if (condition != NULL)
        return is_shared(s, clause) ? NULL : condition;
    return is_object_of_act(s, clause) ? NULL : sentence_ending(s, at, PHRASE_QUALITY);
}

/* 技術能力：有燒窯經驗，可…; 學歷要求：…: a caption that asks, and what is asked. */
static const struct match *asked_by_caption(const struct sentence *s)
{
    static const char *const captions[] = {"要求", "资格", "資格", "条件", "條件", "能力", "技能",
                                           "学历", "學歷", "背景", "素质", "素質", NULL};
    return s->clause_count > 1 && s->clauses[0].is_caption &&
                   text_ends_with_one_of(sentence_text(s, s->clauses[0].at), captions)
               ? asking_in(s, &s->clauses[1])
               : NULL;
}

/* 能夠獨立完成…，並…; 帶過團隊，並…: the record begins with what somebody can or has done. */
static const struct match *ability_of_record(const struct sentence *s)
{
    static const char *const words[] = {"能",   "能够", "能夠", "有能力", "既能",
                                        "既懂", "既会", "既會", NULL};
    uint32_t begin = skip_reader(s, &s->clauses[0]);
    const struct match *done = experience_at(s, begin, s->clauses[0].at.end);
    if (done != NULL)
        return done;
    const struct match *able = asking_at(s, begin, PHRASE_ABILITY);
    if (able == NULL)
        able = asking_at(s, begin, PHRASE_HAVING);
    const struct match *asked = sentence_at(s, begin, PHRASE_REQUIREMENT); /* 能夠獨立 */
    if (asked != NULL && text_starts_with_one_of(sentence_text(s, asked->at), words))
        return asked;
    bool is_past = able != NULL && begin > s->clauses[0].at.begin &&
                   s->chars[able->at.end - 1] == 0x8FC7; /* 您|帶過學徒 */
    return able != NULL && (is_past || text_is_one_of(sentence_text(s, able->at), words)) ? able
                                                                                          : NULL;
}

/* 了解|HTML: the name of a technique, as nothing that is found out. */
static bool names_technique(const struct sentence *s, const struct match *knowing)
{
    uint32_t next = skip_blanks(s, knowing->at.end, s->count), behind = next;
    while (behind < s->count && s->chars[behind] < 0x80)
        behind++;
    return knowing->phrase->class == PHRASE_KNOWING && next < s->count && s->chars[next] < 0x80 &&
           u_isalpha((UChar32)s->chars[next]) &&
           sentence_at(s, behind, PHRASE_PARTY) == NULL; /* 掌握 VIP 客戶… */
}

/* 熟悉窯爐，深入其原理，有燒窯經驗: what somebody knows, and at the end what is asked besides. */
static const struct match *knowledge_of_record(const struct sentence *s)
{
    const struct clause *first = &s->clauses[0], *last = first + s->clause_count - 1;
    uint32_t begin = skip_openers(s, first->at);
    const struct match *knowing = sentence_at(s, begin, PHRASE_KNOWING);
    if (knowing == NULL)
        knowing = asking_at(s, begin, PHRASE_ABILITY);
    if (knowing == NULL || first->is_caption)
        return NULL;
    return names_technique(s, knowing) || (last > first && asking_in(s, last) != NULL) ? knowing
                                                                                       : NULL;
}

/* 含海報、簡報; 如鉋床、帶鋸: examples of what stands in front. */
static bool lists_examples(const struct sentence *s, const struct clause *clause)
{
    static const char *const openers[] = {"含",   "包含", "包括", "如",   "例如",
                                          "比如", "譬如", "诸如", "諸如", NULL};
    static const char *const others[] = {"如果", "如有", "如遇", "如需", NULL};
    struct text words = sentence_text(s, clause->at);
    return clause > s->clauses && text_starts_with_one_of(words, openers) &&
           !text_starts_with_one_of(words, others);
}

/* 從事釉料、拉坯工作者優先: what somebody has worked at, and that such a one comes first. */
static const struct match *preference_of_record(const struct sentence *s)
{
    static const char *const works[] = {"从事", "從事", "担任", "擔任", NULL};
    const struct clause *first = &s->clauses[0], *last = first + s->clause_count - 1;
    if (!text_starts_with_one_of(sentence_text(s, first->at), works))
        return NULL;
    const struct match *condition =
        sentence_ending(s, sentence_without_bracket(s, last->at), PHRASE_CONDITION);
    struct text words = condition == NULL ? TEXT("") : condition->phrase->words;
    return text_find(words, TEXT("优先"), 0) != TEXT_NOT_FOUND ? condition : NULL;
}

/* 有人脈，談判|能力; 熟悉電腦，打字速度…: behind what is asked, an ability by its act, or a measure. */
static const struct match *asked_besides(const struct sentence *s, const struct clause *clause)
{
    const struct match *quality = sentence_ending(s, clause->at, PHRASE_QUALITY);
    if (quality != NULL && clause->kind == CLAUSE_ACT && clause->act.end == quality->at.begin)
        return quality;
    return sentence_at(s, clause->at.begin, PHRASE_REWARD);
}

const struct match *wording_person(const struct sentence *s)
{
    const struct match *first = NULL;
    bool is_asked = sentence_has(s, PHRASE_HAVING) || sentence_has(s, PHRASE_ABILITY) ||
                    sentence_has(s, PHRASE_CONDITION) || sentence_has(s, PHRASE_QUALITY) ||
                    sentence_has(s, PHRASE_KNOWING) ||
                    (s->clause_count > 0 && experience_at(s, skip_reader(s, &s->clauses[0]),
                                                          s->clauses[0].at.end) != NULL);
    if (s->language == LANG_EN || !is_asked || sentence_has(s, PHRASE_AD_HOC) ||
        sentence_has(s, PHRASE_NOT_ASSESSABLE))
        return NULL;
    const struct match *able = s->clause_count == 0 ? NULL : ability_of_record(s);
    if (able == NULL && s->clause_count > 0)
        able = knowledge_of_record(s);
    if (able == NULL)
        able = asked_by_caption(s);
    if (able == NULL && s->clause_count > 0)
        able = preference_of_record(s);
    if (able != NULL)
        return able;
    for (size_t i = 0; i < s->clause_count; i++) {
        if (lists_examples(s, &s->clauses[i]))
            continue;
        const struct match *asking = asking_in(s, &s->clauses[i]);
        if (asking == NULL && first != NULL)
            asking = asked_besides(s, &s->clauses[i]);
        bool is_act =
            s->clauses[i].kind != CLAUSE_OTHER || sentence_find_act(s, s->clauses[i].at) != NULL;
        if (asking == NULL && is_act)
            return NULL;
        first = first == NULL ? asking : first;
    }
    return first;
}
