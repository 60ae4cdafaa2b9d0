#include "core/check/wording_chinese_statement.h"
#include "core/check/wording_head.h"
#include "core/normalise/numeral.h"
#include <unicode/uchar.h>

#define SUBJECT_HAN 24 /* code points in front of what is told, at most */

/* 對, 負責, 按規定, 逐一: what begins so is done, or tells how. */
static bool begins_act(const struct sentence *s, uint32_t at)
{
    static const enum phrase_class fronts[] = {PHRASE_PREPOSITION, PHRASE_OPENING, PHRASE_IDLE,
                                               PHRASE_ACTOR,       PHRASE_RESULT,  PHRASE_HOW,
                                               PHRASE_MANNER,      PHRASE_ADVERB};
    for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++)
        if (sentence_at(s, at, fronts[i]) != NULL)
            return true;
    return false;
}

/* 讀者|均, 學員|每次: the subject without what stands between it and what is told. */
static struct range subject_of(const struct sentence *s, uint32_t begin, uint32_t end)
{
    static const struct text links = TEXT_INIT("均皆亦也都仅只若如");
    struct range at = {begin, end};
    for (bool trims = true; trims && at.end > begin + 1;) {
        const struct match *period = sentence_ending(s, at, PHRASE_PERIOD);
        bool is_each = at.end > begin + 3 && s->chars[at.end - 2] == 0x6BCF; /* 每次 */
        if (is_each)
            at.end -= 2;
        trims = text_has(links, s->chars[at.end - 1]) || period != NULL;
        if (trims)
            at.end = period != NULL ? period->at.begin : at.end - 1;
    }
    return at;
}

/* 讀者, 凡逾期不還者, 通過面試的人員: people whom rules are for; not 具證照者. */
static bool names_governed(const struct sentence *s, struct range subject)
{
    static const struct text able = TEXT_INIT("符对作身具有懂会能熟善持愿喜热富曾擅精谙担任做");
    if (subject.end < subject.begin + 2)
        return false;
    const struct match *people = sentence_ending(s, subject, PHRASE_GOVERNED);
    struct range front = {subject.begin, people == NULL ? subject.end : people->at.begin};
    if (people != NULL)
        return sentence_find_act(s, front) == NULL ||
               text_find(sentence_text(s, front), TEXT("的"), 0) != TEXT_NOT_FOUND;
    const struct match *party = sentence_ending(s, subject, PHRASE_PARTY);
    bool is_whoever =
        s->chars[subject.end - 1] == 0x8005 && subject.end > subject.begin + 3; /* 者 */
    return is_whoever && !text_has(able, s->chars[subject.begin]) &&
           (party == NULL || party->phrase->length == 1);
}

/* 招聘|計畫: in front of what ends so, a work's name tells which one. */
static struct range without_matter(const struct sentence *s, struct range subject)
{
    static const enum phrase_class ends[] = {PHRASE_MATTER, PHRASE_TAIL, PHRASE_TOPIC,
                                             PHRASE_ASPECT};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const struct match *end = sentence_ending(s, subject, ends[i]);
        if (end != NULL && end->at.begin > subject.begin + 1)
            return (struct range){subject.begin, end->at.begin};
    }
    return subject;
}

/* 本社選舉辦法, 本會辦事細則: rules of the house, whatever acts stand in their name. */
static bool is_own_rule_book(const struct sentence *s, struct range subject)
{
    static const char *const books[] = {"细则", "細則", "办法", "辦法", "章程", "规程", "規程",
                                        "规则", "規則", "条例", "條例", "要点", "要點", NULL};
    return text_has(TEXT("本该"), s->chars[subject.begin]) &&
           text_ends_with_one_of(sentence_text(s, subject), books);
}

/* 圖書證, 招聘計畫: a noun, and nothing that is done to it. */
static bool names_matter(const struct sentence *s, struct range subject)
{
    if (subject.end < subject.begin + 2 || begins_act(s, subject.begin) ||
        sentence_ending(s, subject, PHRASE_TEMPORAL) != NULL ||
        sentence_ending(s, subject, PHRASE_PREPOSITION) != NULL)
        return false;
    if (is_own_rule_book(s, subject))
        return true;
    struct range front = without_matter(s, subject);
    const struct match *act = sentence_find_act(s, front);
    bool is_front = act != NULL && act->at.begin == subject.begin && act->at.end < subject.end &&
                    sentence_at(s, act->at.begin, PHRASE_ACTIVITY) != NULL &&
                    sentence_find_act(s, (struct range){act->at.end, front.end}) == NULL;
    return act == NULL || is_front;
}

/* 由: who does it stands behind, and no word says that it is the holder. */
static bool begins_with_by(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const own[] = {"由本岗", "由本崗", "由本职", "由本職", "由本人", NULL};
    return s->chars[at] == 0x7531 && /* 由 */
           !text_starts_with_one_of(sentence_text(s, (struct range){at, end}), own);
}

/* 由|主管部門申報: somebody does it, and it is not the holder. */
static bool is_done_by_party(const struct sentence *s, uint32_t at, uint32_t end)
{
    struct range behind = {at + 1, end};
    if (!begins_with_by(s, at, end))
        return false;
    const struct match *party = sentence_find(s, behind, PHRASE_PARTY);
    return party != NULL && party->at.end < end && party->at.begin < at + 10 &&
           (sentence_find_act(s, (struct range){party->at.end, end}) != NULL ||
            sentence_find(s, (struct range){party->at.end, end}, PHRASE_OPENING) != NULL);
}

/* 為|最高機構, 以大會|為最高機構: what it is; not 為讀者辦證. */
static bool is_what_it_is(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const struct text fronts = TEXT_INIT("作以成认視视分称定改转因行最尤较訂设列");
    if (s->chars[at] != 0x4E3A || at + 2 >= end || text_has(fronts, s->chars[at - 1]) || /* 为 */
        sentence_at(s, at + 1, PHRASE_PARTY) != NULL ||
        text_has(TEXT("了其避确方便必基首优加宜佳"), s->chars[at + 1]))
        return false;
    struct range behind = {at + 1, end};
    return sentence_find_act(s, behind) == NULL && sentence_find(s, behind, PHRASE_IDLE) == NULL &&
           sentence_find(s, behind, PHRASE_OPENING) == NULL;
}

static bool is_number(uint32_t c) { return u_isdigit((UChar32)c) || is_numeral(c); }

/* 不超過|三天, 持續|8小時, 分|七個等級: how much or how many; not 學分30, nor an aside. */
static bool tells_number(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const verbs[] = {"不超过", "不超過", "持续", "持續", "分", "为期",
                                        "為期",   "长达",   "長達", "限",   NULL};
    static const struct text scores = TEXT_INIT("部学學积積成得评評百总總加扣满滿区區");
    bool is_score = s->chars[at] == 0x5206 && at > 0 && text_has(scores, s->chars[at - 1]); /* 分 */
    struct text words = sentence_text(s, (struct range){at, end});
    if (s->in_brackets[at] || is_score)
        return false;
    for (const char *const *verb = verbs; *verb != NULL; verb++) {
        struct text front = text_from_string(*verb);
        uint32_t next = at + (uint32_t)(front.size / 3);
        if (text_starts_with(words, front) && next < end && is_number(s->chars[next]))
            return true;
    }
    return false;
}

/* 可借, 得退會, 有…之義務, 享有…, 發給證書: what people may, have or get; not 可行性, 有效. */
static bool tells_what_they_may(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const words[] = {"可",   "得",   "有",   "享",   "丧失", "喪失", "将",
                                        "將",   "视",   "視",   "即",   "一旦", "不得", "无须",
                                        "無須", "无需", "無需", "发给", "發給", "取消", "不予",
                                        "应予", "應予", "颁发", "頒發", "解聘", "予以", NULL};
    static const struct text others = TEXT_INIT("视視行能见見到出分知效关關序针計计");
    static const struct text firsts = TEXT_INIT("可得有享丧将视即一不无发取应颁解予");
    if (at + 2 >= end || !text_has(firsts, s->chars[at]))
        return false;
    struct text rest = sentence_text(s, (struct range){at, end});
    return text_starts_with_one_of(rest, words) && !text_has(others, s->chars[at + 1]);
}

/* 視同棄權, 取消資格, 不予受理: what comes of a case. */
static bool begins_consequence(const struct sentence *s, const struct clause *clause)
{
    static const char *const words[] = {"视同", "視同", "视为", "視為", "取消", "不予",
                                        "应予", "應予", "发给", "發給", "即",   NULL};
    return text_starts_with_one_of(sentence_text(s, clause->at), words);
}

/* 凡…均…; 逾期未繳者，視同棄權: whoever it is, and what follows for them. */
static bool begins_with_whoever(const struct sentence *s, const struct clause *head)
{
    static const struct text cases = TEXT_INIT("未逾违无不超非凡");
    struct text words = sentence_text(s, head->at);
    bool is_all = text_starts_with(words, TEXT("凡")) && !text_starts_with(words, TEXT("凡事"));
    bool is_case = s->chars[head->at.end - 1] == 0x8005 &&
                   head + 1 < s->clauses + s->clause_count &&
                   (text_has(cases, s->chars[head->at.begin]) || begins_consequence(s, head + 1)) &&
                   head->at.end > head->at.begin + 3 && names_governed(s, head->at);
    return is_all || is_case;
}

/* 筆試時|請攜帶…: whoever reads it is asked; not 請購, 申請. */
static bool asks_reader(const struct sentence *s, const struct clause *head)
{
    static const struct text others = TEXT_INIT("示假购購款领領求教战戰调調示辞客柬帖神功愿願");
    for (uint32_t at = head->at.begin; at + 2 < head->at.end; at++)
        if (s->chars[at] == 0x8BF7 && !text_has(others, s->chars[at + 1]) && /* 请 */
            (at == head->at.begin || text_has(TEXT("时者后前务必"), s->chars[at - 1])))
            return (sentence_find_act(s, (struct range){at + 1, head->at.end}) != NULL ||
                    s->chars[at - (at > head->at.begin)] == 0x65F6) &&
                   (at == head->at.begin || sentence_act_at(s, head->at.begin) == NULL ||
                    s->chars[at - 1] == 0x65F6);
    return false;
}

/* 部分崗位|會加設測試: of some, or of most, and nobody's act. */
static bool tells_of_some(const struct sentence *s, const struct clause *head)
{
    static const char *const openers[] = {"部分",   "有些", "有的", "多数", "多數",
                                          "大部分", "少数", "少數", "某些", NULL};
    static const struct text marks = TEXT_INIT("会可需要须应有为");
    if (!text_starts_with_one_of(sentence_text(s, head->at), openers))
        return false;
    for (uint32_t at = head->at.begin + 3; at + 1 < head->at.end; at++)
        if (text_has(marks, s->chars[at]))
            return sentence_find_act(s, (struct range){head->at.begin + 2, at}) == NULL;
    return false;
}

/* 依|學校規定辦理: by which rules something is dealt with, whoever does. */
static bool is_dealt_by_rules(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const fronts[] = {"依", "按", "参照", "參照", "比照", "遵照", NULL};
    static const char *const dealings[] = {"办理", "辦理", "处理", "處理", "执行",
                                           "執行", "为之", "為之", NULL};
    if (!text_has(TEXT("依按参比遵"), s->chars[at]) || !text_has(TEXT("理行之"), s->chars[end - 1]))
        return false;
    struct text words = sentence_text(s, (struct range){at, end});
    if (!text_starts_with_one_of(words, fronts) || !text_ends_with_one_of(words, dealings))
        return false;
    return sentence_ending(s, (struct range){at, end - 2}, PHRASE_RULE_BOOK) != NULL;
}

/* 經|大會通過: whose word it needs; not 經理, 經費. */
static bool is_approved_by_others(const struct sentence *s, uint32_t at, uint32_t end)
{
    return s->chars[at] == 0x7ECF && sentence_at(s, at, PHRASE_PREPOSITION) != NULL && /* 经 */
           sentence_ending(s, (struct range){at, end}, PHRASE_APPROVAL) != NULL;
}

/* 理事會每季|召開一次: how often a meeting is held. */
static bool is_held_regularly(const struct sentence *s, uint32_t at, struct range clause)
{
    if (s->chars[clause.end - 1] != 0x6B21) /* 次 */
        return false;
    struct range front = {clause.begin, at};
    const struct match *period = sentence_ending(s, front, PHRASE_PERIOD);
    uint32_t times = clause.end - 1;
    return period != NULL && period->at.begin > clause.begin + 1 && times > at + 1 &&
           is_number(s->chars[times - 1]) &&
           (s->chars[period->at.begin - 1] == 0x4F1A || /* 会 */
            sentence_ending(s, (struct range){clause.begin, period->at.begin}, PHRASE_GOVERNED));
}

/* 值班|採用輪值制, 薪資|實行年薪制, 工資|採用提成: by which system; not 實行|機制. */
static bool goes_by_system(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const verbs[] = {"采用", "採用", "实行", "實行", "采取",
                                        "採取", "施行", "执行", "執行", NULL};
    static const struct text others = TEXT_INIT("机控体限编研监管绘印缝录复定节抑");
    if (!text_has(TEXT("采实施执"), s->chars[at]))
        return false;
    bool is_system = end > at + 3 && s->chars[end - 1] == 0x5236 && /* 制 */
                     !text_has(others, s->chars[end - 2]);
    struct text words = sentence_text(s, (struct range){at, end});
    return (is_system || text_ends_with(words, TEXT("提成"))) &&
           text_starts_with_one_of(words, verbs);
}

/* 考勤, 保安員|值班: an act by name, of which something is told. */
static bool names_activity(const struct sentence *s, struct range subject)
{
    const struct match *activity = sentence_ending(s, subject, PHRASE_ACTIVITY);
    return activity != NULL &&
           sentence_find_act(s, (struct range){subject.begin, activity->at.begin}) == NULL;
}

/* 服務|地點: nothing is done in front, but for the act that tells which one. */
static bool is_front_of_name(const struct sentence *s, struct range front)
{
    const struct match *act = sentence_find_act(s, front);
    return act == NULL || (act->at.begin == front.begin && act->at.end == front.end &&
                           sentence_at(s, front.begin, PHRASE_ACTIVITY) != NULL);
}

/* 任期|三年, 試用期|自…, 地點|在…: what a topic is by number, from when on or where. */
static bool numbers_topic(const struct sentence *s, uint32_t begin, uint32_t at)
{
    const struct match *topic = is_number(s->chars[at]) || text_has(TEXT("自在"), s->chars[at])
                                    ? sentence_ending(s, (struct range){begin, at}, PHRASE_TOPIC)
                                    : NULL;
    return topic != NULL && topic->phrase->length > 1 &&
           is_front_of_name(s, (struct range){begin, topic->at.begin}) && !begins_act(s, begin);
}

/* What the clause tells of people or of a thing, whoever deals with it. */
static bool clause_states(const struct sentence *s, const struct clause *clause)
{
    uint32_t begin = clause->at.begin, end = clause->at.end, last = begin + SUBJECT_HAN;
    if (begins_act(s, begin) || text_has(TEXT("以在当"), s->chars[begin]) ||
        (sentence_ending(s, clause->at, PHRASE_TEMPORAL) != NULL &&
         s->chars[end - 1] != 0x7684)) /* 使用者有疑問時, not …的 */
        return false;
    for (uint32_t at = begin + 2; at + 1 < end && at < last; at++) {
        struct range subject = subject_of(s, begin, at);
        if (tells_what_they_may(s, at, end) && names_governed(s, subject))
            return true;
        bool is_told = is_done_by_party(s, at, end) || is_what_it_is(s, at, end) ||
                       tells_number(s, at, end) || is_approved_by_others(s, at, end);
        bool goes_by = is_dealt_by_rules(s, at, end) || goes_by_system(s, at, end);
        if (((is_told || goes_by) && (names_governed(s, subject) || names_matter(s, subject) ||
                                      names_activity(s, subject))) ||
            (goes_by && sentence_act_at(s, begin) == NULL) ||
            is_held_regularly(s, at, clause->at) || numbers_topic(s, begin, at))
            return !wording_other_sentence_acts(s, clause);
    }
    return false;
}

/* 請假一週以上的，…, 主席缺席時，…: in which case, and nothing that is done in it. */
static bool tells_case(const struct sentence *s, const struct clause *clause)
{
    bool is_case = s->chars[clause->at.end - 1] == 0x7684 || /* 的 */
                   sentence_ending(s, clause->at, PHRASE_TEMPORAL) != NULL;
    return is_case && !begins_act(s, clause->at.begin) &&
           (clause->kind == CLAUSE_OTHER || clause->act.begin > clause->at.begin ||
            sentence_at(s, clause->at.begin, PHRASE_ACTIVITY) != NULL);
}

/* 由|副召集人代理之: behind a case, whoever that is. */
static bool falls_to_others(const struct sentence *s, uint32_t begin, uint32_t end)
{
    return begins_with_by(s, begin, end) && begin + 3 < end &&
           sentence_find_act(s, (struct range){begin + 3, end}) != NULL;
}

/* …時，由副主席主持; 未盡事宜，依規定辦理; 大會，每年召開一次: the clause behind tells it of that. */
static bool next_clause_states(const struct sentence *s, const struct clause *head)
{
    const struct clause *next = head + 1;
    if (next == s->clauses + s->clause_count || next->sentence != head->sentence)
        return false;
    uint32_t begin = next->at.begin, end = next->at.end;
    if (tells_case(s, head) && falls_to_others(s, begin, end))
        return true;
    if (head->kind != CLAUSE_OTHER || sentence_find_act(s, head->at) != NULL)
        return false;
    return ((is_dealt_by_rules(s, begin, end) || is_done_by_party(s, begin, end)) &&
            names_matter(s, head->at)) ||
           clause_states(s, next); /* 辦法另訂，由理事會公布 */
}

bool wording_states_in_chinese(const struct sentence *s, const struct clause *head)
{
    if (begins_with_whoever(s, head) || asks_reader(s, head) || tells_of_some(s, head))
        return true;
    return clause_states(s, head) || next_clause_states(s, head);
}

const struct match *wording_rules_people(const struct sentence *s)
{
    static const char *const musts[] = {"必须", "必須", "须",   "須",   "应",
                                        "應",   "应当", "應當", "需",   "需要",
                                        "不能", "不可", "一律", "只能", NULL};
    const struct clause *first = s->clause_count == 0 ? NULL : &s->clauses[0];
    if (s->language == LANG_EN || first == NULL || first->is_caption ||
        !sentence_has(s, PHRASE_GOVERNED))
        return NULL;
    for (uint32_t at = first->at.begin + 2;
         at + 1 < first->at.end && at < first->at.begin + SUBJECT_HAN; at++) {
        const struct match *must = sentence_at(s, at, PHRASE_DEMAND);
        if (must == NULL)
            must = sentence_at(s, at, PHRASE_ADVERB);
        if (must == NULL || !text_is_one_of(sentence_text(s, must->at), musts))
            continue;
        struct range subject = subject_of(s, first->at.begin, at);
        return sentence_ending(s, subject, PHRASE_GOVERNED) != NULL && names_governed(s, subject)
                   ? must
                   : NULL;
    }
    return NULL;
}
