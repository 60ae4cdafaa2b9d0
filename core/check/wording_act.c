#include "core/check/wording_act.h"
#include "core/check/wording_charge.h"
#include "core/check/wording_chinese_field.h"
#include "core/check/wording_english_noun.h"
#include "core/check/wording_named_act.h"
#include "core/check/wording_noun.h"
#include "core/check/wording_procedure.h"
#include "core/check/wording_role.h"
#include "core/check/wording_subject.h"
#include "core/check/wording_things.h"
#include "core/check/wording_wish.h"
#include "core/normalise/english_words.h"

/* A travel pack, including a map: nothing is done, neither here nor in front. */
static bool only_lists_examples(const struct sentence *s, const struct clause *clause)
{
    if (s->language != LANG_EN || !text_is(sentence_text(s, clause->act), "including"))
        return false;
    for (uint32_t i = 0; i < s->first[s->count]; i++) {
        const struct match *act = sentence_act_at(s, s->matches[i].at.begin);
        if (act != NULL && act->phrase->form == VERB_ING && act->at.begin != clause->act.begin)
            return false;
    }
    return true;
}

/* Whether it says an act, whatever else it says. */
static bool wording_has_act(const struct sentence *s)
{
    for (size_t i = 0; i < s->clause_count; i++)
        if (s->clauses[i].kind == CLAUSE_ACT && !(i > 0 && only_lists_examples(s, &s->clauses[i])))
            return true;
    return false;
}

/* General manual duties, such as loading …: the work by name only, and examples of it. */
static bool begins_with_named_work(const struct sentence *s)
{
    static const char *const names[] = {"duties", "tasks",   "routines", "chores",     "functions",
                                        "jobs",   "errands", "work",     "activities", NULL};
    static const char *const examples[] = {"such", "which", "including", "like", "e.g.", NULL};
    const struct clause *first = s->clause_count == 0 ? NULL : &s->clauses[0];
    if (s->language != LANG_EN || first == NULL || first->kind != CLAUSE_OTHER)
        return false;
    for (uint32_t at = first->at.begin, next; at < s->count; at = next) {
        next = english_skip_word(s, at, s->count);
        struct text word = text_trim(sentence_text(s, (struct range){at, next}));
        bool has_comma = text_ends_with(word, TEXT(","));
        if (has_comma)
            word = text_slice(word, 0, word.size - 1);
        struct range behind = {next, english_skip_word(s, next, s->count)};
        const struct match *act = sentence_act_at(s, at);
        bool is_act = act != NULL && act->phrase->class == PHRASE_ACT;
        if (is_act || sentence_at(s, at, PHRASE_PREPOSITION) != NULL)
            return false;
        if (text_is_one_of(word, names))
            return text_is_one_of(text_trim(sentence_text(s, behind)), examples);
    }
    return false;
}

/* Everything to do with the fleet: things, whatever is done with them. */
static bool begins_with_pronoun(const struct sentence *s)
{
    static const char *const pronouns[] = {"everything", "anything", "something",
                                           "things",     "matters",  "whatever",
                                           "anyone",     "everyone", NULL};
    struct text word =
        text_trim(sentence_text(s, (struct range){0, english_skip_word(s, 0, s->count)}));
    return s->language == LANG_EN && s->clause_count == 1 && text_is_one_of(word, pronouns);
}

/* 掛號 in 掛號櫃枱相關工作: what seemed an act may be a noun. */
static bool is_head_noun(const struct sentence *s, const struct clause *clause)
{
    bool is_joined = clause->act.end + 1 < s->count && s->chars[clause->act.end] == 0x76F8 &&
                     s->chars[clause->act.end + 1] != 0x5E94; /* 相关, not 完成相应… */
    bool is_doubtful = clause->verb != NULL && (clause->verb->class == PHRASE_ACT_NOUN ||
                                                clause->verb->class == PHRASE_HEAD_ACT);
    return sentence_at(s, clause->at.begin, PHRASE_PREPOSITION) == NULL &&
           (is_joined || is_doubtful);
}

/* 維修投影機|及相關事項: what else goes with an act and its object. */
static bool joins_to_act(const struct sentence *s, const struct clause *clause)
{
    static const uint32_t related = 4; /* code points of 相關事項 */
    if (clause->kind != CLAUSE_ACT || clause->verb == NULL || clause->at.end < related)
        return false;
    struct range front = {clause->at.begin, clause->at.end - related};
    const struct match *join = sentence_ending(s, front, PHRASE_JOIN);
    return join != NULL && clause->act.begin == clause->at.begin &&
           (join->at.begin > clause->act.end || clause->verb->class == PHRASE_HEAD_ACT ||
            clause->verb->class == PHRASE_ACT);
}

/* What the words of is_about end with: most clauses end otherwise, and need not be compared. */
static bool may_end_about(uint32_t last)
{
    static const uint32_t lasts[] = {
        0x4F5C, 0x52A1, 0x5B9C, 0x9879, 0x4E1A, 0x653F,
        0x53E3, 0x4EBA, 0x5458, 0x8D23, 0x4EFB}; /* 作务宜项业政口人员责任 */
    for (size_t i = 0; i < sizeof lasts / sizeof *lasts; i++)
        if (lasts[i] == last)
            return true;
    return false;
}

/* 出納相關工作, 語言相關業務; 對毛利率負責: what it is about, and nothing that is done. */
static bool is_about(const struct sentence *s)
{
    static const char *const ends[] = {
        "相关工作",   "相关的工作", "相关业务",   "相关的业务", "相关事务",   "相关事宜",
        "相关事项",   "相关作业",   "相关行政",   "相關工作",   "相關的工作", "相關業務",
        "相關的業務", "相關事務",   "相關事宜",   "相關事項",   "相關作業",   "相關行政",
        "有关事宜",   "有关工作",   "有关事项",   "有關事宜",   "有關工作",   "有關事項",
        "相關之工作", "相關之業務", "相關之行政", "窗口",       "联系人",     "聯繫人",
        "联络人",     "聯絡人",     "对接人",     "對接人",     "联络员",     "聯絡員",
        "发言人",     "發言人",     "代理人",     "召集人",     "第一责任人", "第一責任人",
        "总负责人",   "總負責人",   "主要负责人", "主要負責人", "的成员",     "的成員",
        "之成员",     "之成員",     "的一员",     "的一員",     NULL};
    static const char *const answers[] = {"负责",         "負責",       "负总责",
                                          "負總責",       "负全责",     "負全責",
                                          "负主要责任",   "負主要責任", "负全部责任",
                                          "負全部責任",   "负主责",     "負主責",
                                          "承担责任",     "承擔責任",   "负有领导责任",
                                          "負有領導責任", "负领导责任", "負領導責任",
                                          "负直接责任",   "負直接責任", NULL};
    const struct clause *clause = &s->clauses[0];
    if (s->language == LANG_EN || s->clause_count != 1 ||
        !may_end_about(s->chars[clause->at.end - 1]))
        return false;
    struct text words = text_trim(sentence_text(s, clause->at));
    uint32_t first = s->chars[clause->at.begin];
    if (sentence_at(s, clause->at.begin, PHRASE_ACTOR) != NULL)
        return false; /* 協助相關人員處理有關事項: W403 speaks of it */
    if (first == 0x5BF9 && text_ends_with_one_of(words, answers)) /* 对 */
        return true;
    return text_ends_with_one_of(words, ends) && !joins_to_act(s, clause) &&
           text_find(words, TEXT("等"), 0) == TEXT_NOT_FOUND &&
           (clause->kind == CLAUSE_OTHER || text_starts_with(words, TEXT("对外")) ||
            text_starts_with(words, TEXT("對外")) || is_head_noun(s, clause));
}

/* English: at the head of a clause, or behind a modal; elsewhere of what somebody else does. */
static bool is_done_here(const struct sentence *s, const struct match *verb)
{
    const struct clause *clause = sentence_clause_at(s, verb->at.begin);
    uint32_t begin = clause == NULL ? verb->at.end : clause->at.begin;
    while (begin < verb->at.begin && (s->in_brackets[begin] || s->chars[begin] == ')'))
        begin = skip_blanks(s, begin + 1, verb->at.end); /* (Optional) Be involved in … */
    return begin == verb->at.begin || english_follows_modal(s, verb->at.begin) ||
           (verb->phrase->form == VERB_ING && clause != NULL &&
            english_follows_charge(s, clause->at.begin, verb->at.begin));
}

/* 保障, to ensure; in English what an act is done for is none by itself. */
static bool has_result(const struct sentence *s)
{
    for (uint32_t i = 0; sentence_has(s, PHRASE_RESULT) && i < s->first[s->count]; i++)
        if (s->matches[i].phrase->class == PHRASE_RESULT &&
            (s->language != LANG_EN || is_done_here(s, &s->matches[i])))
            return true;
    return false;
}

/* 客服支持體系: a helper's word within the name of a thing. */
static bool is_in_name(const struct sentence *s, const struct match *actor)
{
    const struct clause *clause = sentence_clause_at(s, actor->at.begin);
    const struct match *tail = sentence_at(s, actor->at.end, PHRASE_TAIL);
    return clause != NULL && tail != NULL && actor->at.begin > clause->at.begin &&
           clause->kind == CLAUSE_OTHER && tail->at.end == clause->at.end &&
           !text_is(tail->phrase->words, "工作");
}

static bool says_actor(const struct sentence *s)
{
    const struct match *actor = sentence_find(s, (struct range){0, s->count}, PHRASE_ACTOR);
    if (actor != NULL && (s->language == LANG_EN ? !is_done_here(s, actor) : is_in_name(s, actor)))
        return false;
    return actor != NULL && !wording_is_in_state(s, actor);
}

/* 開展, 擔任; not 負責人, which names who does it. */
static bool has_idle(const struct sentence *s)
{
    for (uint32_t i = 0; i < s->first[s->count]; i++) {
        const struct match *match = &s->matches[i];
        if (s->language == LANG_EN && !is_done_here(s, match))
            continue;
        if (match->phrase->class == PHRASE_IDLE && s->chars[match->at.end - 1] != 0x4EBA) /* 人 */
            return true;
    }
    return false;
}

/* 良好的校園安全: how it is to be, and nothing that is done. */
static bool is_praised(const struct sentence *s, const struct clause *clause)
{
    return sentence_at(s, clause->at.begin, PHRASE_STATE) != NULL ||
           sentence_at(s, clause->at.begin, PHRASE_MODIFIER) != NULL;
}

/* 例會會議記錄, 環境衛生: the whole clause is the name of what is done. */
static bool is_name_of_act(const struct sentence *s)
{
    bool may_be = s->language != LANG_EN && sentence_has(s, PHRASE_NAMED_ACT);
    for (size_t i = 0; may_be && i < s->clause_count; i++)
        if (sentence_ending(s, s->clauses[i].at, PHRASE_NAMED_ACT) != NULL &&
            !is_praised(s, &s->clauses[i]))
            return true;
    return false;
}

/* Selecting speakers: students, staff: a verb and its object, though they are a caption. */
static bool is_act_as_caption(const struct sentence *s)
{
    const struct clause *first = s->clause_count == 0 ? NULL : &s->clauses[0];
    if (s->language != LANG_EN || first == NULL || !first->is_caption)
        return false;
    const struct match *act = sentence_at(s, first->at.begin, PHRASE_ACT);
    return act != NULL && sentence_at(s, first->at.begin, PHRASE_ACT_NOUN) == NULL &&
           act->at.end < first->at.end;
}

/* Nets, lines and anchors: nothing but plurals, one by one. */
static bool lists_plurals(const struct sentence *s)
{
    size_t count = 0;
    for (uint32_t at = 0, next; s->language == LANG_EN && at < s->count; at = next) {
        next = english_skip_word(s, at, s->count);
        struct text word = text_trim(sentence_text(s, (struct range){at, next}));
        bool is_last = next == s->count;
        if (text_is(word, "and") || text_is(word, "&"))
            continue;
        bool has_mark = text_ends_with(word, TEXT(",")) || text_ends_with(word, TEXT("."));
        struct text plural = text_slice(word, 0, word.size - has_mark);
        uint32_t mark_end = skip_blanks(s, next, s->count);
        bool is_alone = has_mark || is_last || s->chars[mark_end] == '&' ||
                        text_starts_with(text_from(s->text, s->offsets[next]), TEXT("and "));
        if (!is_alone || !english_ends_in_s(plural))
            return false;
        count++;
    }
    return count > 1;
}

#define OCCASION_REACH 12 /* code points behind 根據 that say on what */

/* 根據客戶需求修改圖紙: why or on what something is done, and no procedure; not 根據需求文檔. */
static bool names_occasion(const struct sentence *s, const struct clause *clause)
{
    static const char *const leads[] = {"根据", "根據", "依据", "依據", "按照",
                                        "依照", "基于", "基於", NULL};
    const struct match *how = sentence_find(s, clause->at, PHRASE_HOW);
    if (s->language == LANG_EN || how == NULL || !text_is_one_of(sentence_text(s, how->at), leads))
        return false;
    uint32_t end = how->at.end + OCCASION_REACH;
    struct range words = {how->at.end, end < clause->at.end ? end : clause->at.end};
    const struct match *occasion = sentence_find(s, words, PHRASE_OCCASION);
    const struct match *procedure = sentence_find(s, words, PHRASE_PROCEDURE);
    return occasion != NULL && sentence_at(s, occasion->at.end, PHRASE_PROCEDURE) == NULL &&
           (procedure == NULL || procedure->at.begin > occasion->at.begin);
}

/* 與檢測機構的關係, 日常諮詢與投訴之事: by their ends what is looked after, and no act. */
static bool is_matter(const struct sentence *s)
{
    static const char *const matters[] = {"之事", "的事", "等事", NULL};
    const struct clause *clause = &s->clauses[0];
    if (s->language == LANG_EN || s->clause_count != 1)
        return false;
    struct text words = text_trim(sentence_text(s, clause->at));
    return (text_has(TEXT("与與和同"), s->chars[clause->at.begin]) &&
            sentence_ending(s, clause->at, PHRASE_TIE) != NULL) ||
           (clause->kind == CLAUSE_OTHER && text_ends_with_one_of(words, matters));
}

bool wording_names_act(const struct sentence *s)
{
    if (s->row_count > 1)
        return true;
    if (english_is_question(s) || is_matter(s) || lists_plurals(s) || wording_lists_nouns(s) ||
        wording_lists_things(s) || begins_with_pronoun(s) || begins_with_named_work(s) ||
        is_about(s) || wording_names_role_only(s) || wording_names_field_only(s) ||
        wording_names_affairs(s) || wording_names_chinese_field(s) || s->is_description)
        return false;
    return wording_has_act(s) || has_idle(s) || has_result(s) || says_actor(s) ||
           wording_begins_with_noun_of_act(s) || is_act_as_caption(s) || wording_names_work(s) ||
           wording_names_verb(s) || is_name_of_act(s) || wording_ends_in_act(s) ||
           wording_charges_whom_there_is(s) || wording_acts_behind_front(s);
}

bool wording_says_how(const struct sentence *s)
{
    for (size_t i = 0; i < s->clause_count; i++)
        if ((s->clauses[i].says_how && !names_occasion(s, &s->clauses[i])) ||
            wording_says_how_behind_topic(s, &s->clauses[i]))
            return true;
    return s->language == LANG_EN && sentence_has(s, PHRASE_HOW);
}

/* The librarian prepares …, porters must unload …: an act, though no clause begins with it. */
static bool tells_subject_acts(const struct sentence *s)
{
    for (uint32_t i = 0; s->language == LANG_EN && i < s->first[s->count]; i++) {
        const struct match *act = sentence_act_at(s, s->matches[i].at.begin);
        if (act == NULL)
            act = sentence_at(s, s->matches[i].at.begin, PHRASE_ACTOR);
        const struct clause *clause = act == NULL ? NULL : sentence_clause_at(s, act->at.begin);
        if (clause != NULL && act->phrase->form == VERB_ING &&
            english_follows_charge(s, clause->at.begin, act->at.begin))
            return true;
        if (act != NULL && act->phrase->form <= VERB_S &&
            (wording_follows_subject(s, act) ||
             (act->phrase->form == VERB_BASE && english_follows_modal(s, act->at.begin))))
            return true;
    }
    return false;
}

/* 實現票務模組: in front of what is made, at the head, it is an act; not 實現年度目標. */
static bool makes(const struct sentence *s, const struct clause *clause)
{
    static const char *const things[] = {
        "模块", "模塊",   "模组", "模組", "功能", "页面", "頁面", "接口", "介面",   "界面",
        "算法", "演算法", "程序", "程式", "代码", "代碼", "系统", "系統", "工具",   "组件",
        "元件", "集成",   "整合", "管道", "插件", "服务", "服務", "逻辑", "邏輯",   "部署",
        "调用", "編碼",   "编码", "開發", "开发", "脚本", "腳本", "平台", "自动化", NULL};
    static const char *const verbs[] = {"实现", "實現", NULL};
    struct text words = sentence_text(s, clause->at);
    return s->language != LANG_EN && clause == s->clauses &&
           text_starts_with_one_of(words, verbs) && text_ends_with_one_of(words, things);
}

/* Also an act that is named as a noun: 用藥諮詢, renewal of permits. */
static bool says_duty(const struct sentence *s)
{
    if (wording_names_role_only(s) || s->is_description)
        return false;
    if (s->language == LANG_EN)
        return (wording_has_act(s) || tells_subject_acts(s) || /* purchase of rope, rope testing */
                wording_begins_with_noun_of_act(s) || wording_names_work(s)) &&
               !begins_with_named_work(s) && !begins_with_pronoun(s) && !wording_lists_nouns(s) &&
               !wording_names_affairs(s);
    return !is_about(s) && !is_matter(s) && !wording_names_chinese_field(s) &&
           !wording_lists_things(s) &&
           (wording_has_act(s) || makes(s, &s->clauses[0]) || says_actor(s) ||
            wording_names_verb(s) || is_name_of_act(s) || wording_ends_in_act(s));
}

bool wording_is_duty(const struct sentence *s)
{
    return says_duty(s) && !wording_names_field_only(s) && s->requirement == NULL &&
           !sentence_has(s, PHRASE_AD_HOC) &&
           (!wording_is_not_assessable(s) || wording_has_assessable_act(s)) && s->quota == NULL;
}

/* 災害預防和風險管理: a verb of results as a noun, with nothing behind that comes about. */
static bool is_nominal_result(const struct sentence *s, const struct match *result)
{
    const struct clause *clause = sentence_clause_at(s, result->at.begin);
    bool is_for = clause != NULL && s->chars[clause->at.begin] == 0x4E3A; /* 為決策提供支撐 */
    return s->language != LANG_EN && clause != NULL && result->at.begin > clause->at.begin &&
           !is_for &&
           (result->at.end == clause->at.end || s->chars[result->at.end] == 0x3001 || /* 、 */
            text_is(sentence_text(s, (struct range){result->at.end, clause->at.end}), "工作") ||
            sentence_at(s, result->at.end, PHRASE_JOIN) != NULL);
}

/* 降低採購成本, 分析及增進效能: what begins the record is the act; 修網，防止漏魚: its result. */
static bool is_act_itself(const struct sentence *s, const struct match *result)
{
    const struct clause *first = &s->clauses[0];
    uint32_t at = result->at.begin;
    if (s->language == LANG_EN || first->kind != CLAUSE_ACT || at >= first->at.end ||
        sentence_at(s, at, PHRASE_ACT) == NULL)
        return false;
    const struct match *join = sentence_at(s, first->act.end, PHRASE_JOIN);
    return first->act.begin == at || (join != NULL && join->at.end == at);
}

/* Ensure that doors are locked, … and ensure …: what it says is what is to come of it. */
static bool ensures(const struct sentence *s)
{
    static const char *const verbs[] = {"ensure~", "insure~", "make~ sure", NULL};
    for (uint32_t i = 0; s->language == LANG_EN && i < s->first[s->count]; i++) {
        const struct match *verb = &s->matches[i];
        const struct clause *clause = sentence_clause_at(s, verb->at.begin);
        struct range before = english_word_before(s, verb->at.begin);
        if (verb->phrase->class == PHRASE_IDLE && text_is_one_of(verb->phrase->words, verbs) &&
            clause != NULL &&
            (clause->act.begin == verb->at.begin || text_is(sentence_text(s, before), "and")))
            return true;
    }
    return false;
}

/* …，為決策提供依據: what the act in front is for. */
static bool serves(const struct sentence *s, const struct clause *clause)
{
    static const char *const gifts[] = {"依据", "依據", "支撑", "支撐", "支持", "支援",
                                        "参考", "參考", "保障", "保证", "保證", NULL};
    return s->language != LANG_EN && s->chars[clause->at.begin] == 0x4E3A && /* 为 */
           text_ends_with_one_of(sentence_text(s, clause->at), gifts);
}

bool wording_says_result(const struct sentence *s)
{
    for (size_t i = 0; i < s->clause_count; i++)
        if ((s->clauses[i].kind == CLAUSE_RESULT && !makes(s, &s->clauses[i])) ||
            (i > 0 && serves(s, &s->clauses[i])))
            return true;
    if (sentence_has(s, PHRASE_IDLE) && ensures(s))
        return true;
    for (uint32_t i = 0; sentence_has(s, PHRASE_RESULT) && i < s->first[s->count]; i++)
        if (s->matches[i].phrase->class == PHRASE_RESULT && !is_nominal_result(s, &s->matches[i]) &&
            !is_act_itself(s, &s->matches[i]) &&
            !(s->matches[i].at.begin == s->clauses[0].at.begin && makes(s, &s->clauses[0])))
            return true;
    return false;
}
