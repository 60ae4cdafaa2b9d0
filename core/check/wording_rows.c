#include "core/check/wording_rows.h"
#include "core/base/script.h"
#include "core/check/wording.h"
#include "core/check/wording_act.h"
#include "core/check/wording_actor.h"
#include "core/check/wording_person.h"
#include "core/check/wording_place.h"
#include "core/check/wording_rewrite.h"
#include "core/check/wording_specified.h"
#include "core/check/wording_wish.h"
#include "core/model/fold.h"
#include "core/normalise/english_words.h"
#include "core/normalise/quota.h"
#include "core/normalise/verbs.h"

/* Vigorously pursue, 潜心钻研: an act follows, though no list knows the verb. */
static bool opens_with_adverb(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    bool is_first = clause != NULL && clause->at.begin == match->at.begin;
    bool is_adverb = s->language != LANG_EN
                         ? sentence_at(s, match->at.begin, PHRASE_MANNER) != NULL
                         : text_ends_with(sentence_text(s, match->at), TEXT("ly"));
    return is_first && is_adverb && clause->at.end > skip_blanks(s, match->at.end, clause->at.end);
}

/*
 * 登記主動退學的學生, 登記認真填寫問卷的人數: right behind an act, in front of what tells of
 * somebody else.
 */
static bool tells_of_others(const struct sentence *s, const struct match *match)
{
    static const uint32_t verb_length = 2;
    struct range front = {0, match->at.begin};
    uint32_t end = match->at.end + verb_length;
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    if (s->language == LANG_EN || clause == NULL || end >= clause->at.end ||
        sentence_at(s, match->at.begin, PHRASE_MANNER) == NULL ||
        (sentence_ending(s, front, PHRASE_ACT) == NULL &&
         sentence_ending(s, front, PHRASE_ACT_NOUN) == NULL))
        return false;
    if (sentence_at(s, end, PHRASE_PARTY) != NULL)
        return true;
    for (uint32_t at = end; at + 1 < clause->at.end; at++)
        if (s->chars[at] == 0x7684) /* 的 */
            return true;
    return false;
}

#define ABOUT_MIN 2 /* code points behind 有關 that it may be about */

/* 有關合同方面的|事: not even what is behind it says what it is. */
static bool is_anything(const struct sentence *s, struct range behind)
{
    const struct match *thing = sentence_ending(s, behind, PHRASE_ANYTHING);
    return thing != NULL && thing->at.begin == behind.begin;
}

/* 有關僱傭權益的查詢, 有關新社員之決定: what it is about, and nothing left open. */
static bool says_about(const struct sentence *s, const struct match *match)
{
    struct text words = sentence_text(s, match->at);
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    if (clause == NULL || !(text_is(words, "有关") || text_is(words, "有關")))
        return false;
    for (uint32_t at = match->at.end + ABOUT_MIN; at + 1 < clause->at.end; at++)
        if (s->chars[at] == 0x7684 || s->chars[at] == 0x4E4B) /* 的之 */
            return !is_anything(s, (struct range){at + 1, clause->at.end});
    return false;
}

/* 技術的不斷進步, 對產品的充分了解: how something goes on of itself, or how well it is known. */
static bool is_of_course(const struct sentence *s, const struct match *match)
{
    static const char *const words[] = {"不断", "不斷", "充分", NULL};
    return match->at.begin > 0 && s->chars[match->at.begin - 1] == 0x7684 && /* 的 */
           text_is_one_of(sentence_text(s, match->at), words);
}

/* Members who frequently contribute: how often somebody else does it. */
static bool is_habit_of_others(const struct sentence *s, const struct match *match)
{
    static const char *const relatives[] = {"who", "that", "which", NULL};
    struct text before = sentence_text(s, english_word_before(s, match->at.begin));
    return s->language == LANG_EN && text_ends_with(sentence_text(s, match->at), TEXT("ly")) &&
           text_is_one_of(before, relatives);
}

/* Security related cases: what they are about stands in front, and nothing is left open. */
static bool says_related_to(const struct sentence *s, const struct match *match)
{
    static const char *const determiners[] = {"all",  "any",   "other", "the",   "each", "every",
                                              "its",  "their", "our",   "such",  "some", "these",
                                              "both", "also",  "new",   "those", "your", NULL};
    struct range word = english_word_before(s, match->at.begin);
    struct text before = sentence_text(s, word);
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    return s->language == LANG_EN && clause != NULL && word.begin >= clause->at.begin &&
           word.end > word.begin && text_starts_with(match->phrase->words, TEXT("related ")) &&
           !text_is_one_of(before, determiners) && !text_ends_with(before, TEXT("ly")) &&
           sentence_act_at(s, word.begin) == NULL &&
           sentence_at(s, word.begin, PHRASE_JOIN) == NULL &&
           sentence_at(s, word.begin, PHRASE_PREPOSITION) == NULL &&
           sentence_at(s, word.begin, PHRASE_VAGUE) == NULL;
}

/* 處理訂艙|相關問題: what stands behind it names nothing by itself. */
static bool is_matter_of_any(const struct sentence *s, struct range behind)
{
    static const char *const matters[] = {
        "工作", "业务", "業務", "事务", "事務", "事宜", "事项", "事項", "作业", "作業",
        "问题", "問題", "方面", "方向", "内容", "內容", "情况", "情況", "活动", "活動",
        "手续", "手續", "任务", "任務", "环节", "環節", "人员", "人員", "部门", "部門",
        "单位", "單位", "职责", "職責", "要求", "需求", "后勤", "後勤", NULL};
    static const char *const works[] = {"工作", "业务", "業務", "事务", "事務", "事宜",
                                        "事项", "事項", "作业", "作業", NULL};
    struct text words = sentence_text(s, behind);
    return text_starts_with_one_of(words, matters) || text_ends_with_one_of(words, works);
}

/* 潮汐相關圖表: what they are about stands in front, as a noun, and nothing is left open. */
static bool says_what_about(const struct sentence *s, const struct match *match)
{
    static const enum phrase_class others[] = {
        PHRASE_ACT,   PHRASE_ACT_NOUN, PHRASE_HEAD_ACT, PHRASE_IDLE,  PHRASE_ACTOR,
        PHRASE_PARTY, PHRASE_RESULT,   PHRASE_OPENING,  PHRASE_VAGUE, PHRASE_ADVERB,
        PHRASE_JOIN,  PHRASE_MODIFIER, PHRASE_AND,      PHRASE_UNIT,  PHRASE_PERIOD};
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    struct text words = sentence_text(s, match->at);
    static const char *const alls[] = {"各类", "各類", "各种", "各種", "各项",
                                       "各項", "所有", "全部", "一切", "任何",
                                       "多种", "多種", "多项", "多項", NULL};
    bool is_rule =
        s->requirement != NULL && clause != NULL && match->at.begin == clause->at.begin + 2;
    if (s->language == LANG_EN || clause == NULL || match->at.begin < clause->at.begin + 2 ||
        is_rule || /* 遵守|相關規範 */
        !(text_starts_with(words, TEXT("相关")) || text_starts_with(words, TEXT("相關"))) ||
        text_ends_with_one_of(sentence_text(s, (struct range){clause->at.begin, match->at.begin}),
                              alls))
        return false;
    uint32_t at = match->at.begin, end = match->at.begin + 2;
    const uint32_t *before = &s->chars[at - 2];
    struct range front = {clause->at.begin, at};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (sentence_ending(s, front, others[i]) != NULL)
            return false;
    end += end < clause->at.end && s->chars[end] == 0x7684; /* 的 */
    return is_basic_han(before[0]) && is_basic_han(before[1]) && end + 1 < clause->at.end &&
           !text_has(TEXT("的之等与與和及或对對将將向由各其该該为為把从從在按至到让讓使以本他她此"),
                     before[1]) &&
           !verb_is_han(before[0], before[1]) &&
           !is_matter_of_any(s, (struct range){end, clause->at.end});
}

/* 每月|定期: how often is said. */
static bool follows_period(const struct sentence *s, const struct match *match)
{
    return s->language != LANG_EN && text_is(sentence_text(s, match->at), "定期") &&
           sentence_ending(s, (struct range){0, match->at.begin}, PHRASE_PERIOD) != NULL;
}

/* 開戶|所需的表格: for what stands in front; in 領取|所需的用品 it is the act. */
static bool says_for_what(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    struct text words = sentence_text(s, match->at);
    return s->language != LANG_EN && clause != NULL && text_starts_with(words, TEXT("所需")) &&
           match->at.begin > clause->at.begin &&
           (clause->kind != CLAUSE_ACT || clause->act.end != match->at.begin);
}

#define KIND_MAX 3 /* code points of a noun that names no kind: 報表, 申請表 */

/* 各種|資金流動|報表: the kind is named. 各類申請表單: where that is all, W304 speaks of it. */
static bool names_kind(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    return s->language != LANG_EN && s->chars[match->at.begin] == 0x5404 && /* 各 */
           match->phrase->has_rest &&
           text_find(sentence_text(s, match->at), TEXT("相关"), 0) == TEXT_NOT_FOUND &&
           text_find(sentence_text(s, match->at), TEXT("相關"), 0) == TEXT_NOT_FOUND &&
           (match->at.end - match->at.begin > match->phrase->length + KIND_MAX ||
            (clause == s->clauses && match->at.begin == clause->at.begin));
}

/* In brackets, where examples stand; 等 leaves them open there as well: (報價單、合同等). */
static bool is_aside(const struct sentence *s, const struct match *match)
{
    return s->language != LANG_EN && s->in_brackets[match->at.begin] &&
           s->chars[match->at.begin] != 0x7B49; /* 等 */
}

/* Other staff, other members of the crew; not other contact details: whom, by a word of theirs. */
static bool names_people(const struct sentence *s, struct range in)
{
    for (uint32_t i = s->first[in.begin]; i < s->first[in.end]; i++) {
        const struct match *match = &s->matches[i];
        uint32_t next = skip_blanks(s, match->at.end, in.end);
        bool is_people =
            match->phrase->class == PHRASE_PARTY || match->phrase->class == PHRASE_RECIPIENT;
        if (is_people && (next >= in.end || sentence_at(s, next, PHRASE_PREPOSITION) != NULL ||
                          sentence_at(s, next, PHRASE_JOIN) != NULL))
            return true;
    }
    return false;
}

/* Signs, supplies and other materials: it leaves a list of things open; "and other staff": whom. */
static bool closes_list(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    if (clause == NULL || clause == s->clauses || clause[-1].sentence != clause->sentence)
        return false;
    bool is_item = clause->kind == CLAUSE_OTHER || /* deeds, plans and other papers */
                   skip_blanks(s, clause->act.end, s->count) == match->at.begin;
    return is_item && !clause[-1].is_caption &&
           !names_people(s, (struct range){match->at.end, clause->at.end});
}

static bool is_open_list(const struct match *match)
{
    return !match->phrase->has_rest && text_is(match->phrase->words, "and other");
}

/* Assignments from the reeve, |as directed: of work assigned, which the clause in front tells of. */
static bool goes_with_ad_hoc(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    return s->language == LANG_EN && clause > s->clauses && clause[-1].is_ad_hoc &&
           clause[-1].sentence == clause->sentence && match->at.begin == clause->at.begin &&
           match->at.end == clause->at.end;
}

/* 本表未列之工作，得|隨時|增派: when more work is assigned. */
static bool follows_ad_hoc(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    return s->language != LANG_EN && clause > s->clauses &&
           clause[-1].sentence == clause->sentence &&
           text_has(TEXT("得可由"), s->chars[clause->at.begin]) &&
           sentence_find(s, clause[-1].at, PHRASE_AD_HOC) != NULL;
}

/* Of a clause of work assigned; not letters, etc. and any other work: what that leaves open. */
static bool is_of_ad_hoc(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    if (clause == NULL || !clause->is_ad_hoc)
        return false;
    const struct match *ad_hoc = sentence_find(s, clause->at, PHRASE_AD_HOC);
    bool is_rest = s->language == LANG_EN ? text_starts_with(match->phrase->words, TEXT("etc"))
                                          : s->chars[match->at.begin] == 0x7B49; /* 等 */
    return !is_rest || ad_hoc == NULL || match->at.end > ad_hoc->at.begin;
}

/* 協助船長|做好日常工作: what is left open of the help, of which W403 speaks. */
static bool is_empty_help(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    const struct match *actor =
        s->language == LANG_EN || clause == NULL || clause->kind != CLAUSE_ACT
            ? NULL
            : sentence_at(s, clause->act.begin, PHRASE_ACTOR);
    return actor != NULL && match->phrase->class == PHRASE_NOT_ASSESSABLE &&
           match->at.begin >= actor->at.end && match->at.end == clause->at.end &&
           sentence_find(s, match->at, PHRASE_EMPTY_WORK) != NULL;
}

/*
 * Vague terms are none in brackets, where examples stand, nor in a clause that goes to the baseline
 * as it is; nor are modifiers where no act is said that they could go from.
 */
static bool is_harmless(const struct sentence *s, const struct match *match)
{
    if (match->phrase->class == PHRASE_NOT_ASSESSABLE && wording_is_in_name(s, match))
        return true; /* teaches the Passion for Pastry course */
    bool is_measured = match->phrase->class == PHRASE_NOT_ASSESSABLE && s->quota != NULL &&
                       s->quota->at.begin >= match->at.begin && s->quota->at.end <= match->at.end;
    if (is_measured) /* hold a 90% satisfaction score: W201 speaks of it */
        return true;
    if (is_empty_help(s, match))
        return true;
    if (match->phrase->class == PHRASE_MODIFIER && s->requirement != NULL && /* 乐于学习 */
        sentence_at(s, match->at.begin, PHRASE_ABILITY) != NULL)
        return true;
    if (match->phrase->class == PHRASE_MODIFIER &&
        (tells_of_others(s, match) || wording_is_in_name(s, match) || is_of_course(s, match)))
        return true;
    if (match->phrase->class == PHRASE_MODIFIER) /* a clean kitchen: W304 speaks of it */
        return match->phrase->has_rewrite && text_is_empty(match->phrase->rewrite) &&
               !wording_names_act(s) && !opens_with_adverb(s, match);
    return match->phrase->class == PHRASE_VAGUE &&
           (wording_is_in_name(s, match) || wording_is_specified(s, match) ||
            says_about(s, match) || says_what_about(s, match) || says_for_what(s, match) ||
            names_kind(s, match) || follows_period(s, match) || goes_with_ad_hoc(s, match) ||
            is_aside(s, match) || is_habit_of_others(s, match) || says_related_to(s, match) ||
            is_of_ad_hoc(s, match) || follows_ad_hoc(s, match) ||
            (is_open_list(match) && !closes_list(s, match)));
}

#define SHOWN_MAX 12 /* code points behind a match that are shown; in English four times */

/* Of a fault of two parts the clause it opens, unless that goes on: 發揮團隊合作|精神. */
static struct range words_of(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    uint32_t most = s->language == LANG_EN ? 4 * SHOWN_MAX : SHOWN_MAX;
    bool is_first = match->phrase->at_head && s->language == LANG_EN; /* foster| … */
    bool is_opened = (match->phrase->has_rest || is_first) && !match->phrase->has_rewrite &&
                     clause != NULL && match->phrase->class == PHRASE_NOT_ASSESSABLE;
    if (!is_opened || clause->at.end - match->at.end > most)
        return match->at;
    return (struct range){match->at.begin, clause->at.end};
}

static void report_match(struct rule_context *cx, const struct record *record,
                         const struct sentence *s, const struct match *match,
                         const struct wording_rule *rule)
{
    struct finding_details finding = {.element = ELEMENT_DUTIES, .has_element = true};
    const struct phrase *phrase = match->phrase;
    if (phrase->has_rewrite) {
        wording_propose(cx, record, s, match, &finding);
        finding.message = finding.has_replacement ? &rule->rewrite : &rule->omit;
    }
    wording_report(cx, record, s, words_of(s, match), finding);
}

/* 坚守岗位，精心监视仪表: zeal in front of an act in another clause than the requirement's. */
static bool is_zeal_of_act(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    return s->language != LANG_EN && match->phrase->class == PHRASE_MODIFIER && clause != NULL &&
           clause->kind == CLAUSE_ACT && match->at.begin == clause->at.begin &&
           clause->act.begin == match->at.end && clause->act.end < clause->at.end;
}

/* 須|隨時|保持暢通, 需|经常|出差; be |reasonably familiar: how somebody is to be, and no rule. */
static bool says_when_only(const struct sentence *s, const struct clause *clause,
                           const struct match *match)
{
    static const char *const be[] = {"Be ", "be ", "Available ", "available ", NULL};
    struct range front = {clause->at.begin, match->at.begin};
    return s->language != LANG_EN ? sentence_at(s, match->at.begin, PHRASE_HOW_OFTEN) != NULL
                                  : text_starts_with_one_of(sentence_text(s, front), be);
}

/* 遵守|相关|规定, dress |suitably: a rule of conduct, and which one or how is left open besides. */
static bool leaves_rule_open(const struct sentence *s, const struct match *requirement,
                             const struct match *match)
{
    static const enum phrase_class asked[] = {PHRASE_ABILITY, PHRASE_HAVING, PHRASE_KNOWING,
                                              PHRASE_TRAIT};
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    bool is_person = s->language == LANG_EN && !requirement->phrase->has_rest &&
                     requirement->phrase->class == PHRASE_REQUIREMENT; /* able to learn quickly */
    if (match->phrase->class != PHRASE_VAGUE || is_person ||
        !phrase_is_rule(requirement->phrase->class) || clause == NULL ||
        match->at.begin == clause->at.begin || wording_person(s) != NULL ||
        says_when_only(s, clause, match))
        return false;
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        if (sentence_at(s, clause->at.begin, asked[i]) != NULL)
            return false;
    return true;
}

/* W202 speaks of the words, unless the record begins with an act and they are no requirement's. */
static bool is_claimed(const struct sentence *s, const struct match *requirement,
                       const struct match *match)
{
    if (requirement == NULL || leaves_rule_open(s, requirement, match))
        return false;
    if (match->phrase->class == PHRASE_NOT_ASSESSABLE &&
        requirement->phrase->class == PHRASE_SLOGAN_VERB)
        return false; /* 堅持|用心服務|的理念: other words than those of the creed */
    const struct clause *claimed = sentence_clause_at(s, requirement->at.begin);
    if (claimed == sentence_clause_at(s, match->at.begin))
        return true;
    if (match->phrase->class == PHRASE_NOT_ASSESSABLE && match->phrase->has_rest &&
        requirement->phrase->class == PHRASE_SLOGAN && s->language != LANG_EN)
        return false; /* 換位思考，體會家長的難處 */
    return !is_zeal_of_act(s, match) &&
           (s->clauses[0].kind != CLAUSE_ACT || claimed == &s->clauses[0]);
}

/* Most sentences have no word of its class; what praises others is no fault of the duty. */
static bool has_to_check(const struct sentence *s, const struct wording_rule *rule)
{
    bool is_praise = rule->class == PHRASE_NOT_ASSESSABLE || rule->class == PHRASE_MODIFIER;
    return sentence_has(s, rule->class) && !(is_praise && wording_praises_other(s));
}

static bool is_fault(const struct sentence *s, const struct match *requirement,
                     const struct match *match, const struct wording_rule *rule)
{
    return match->phrase->class == rule->class && !is_harmless(s, match) &&
           !is_claimed(s, requirement, match) &&
           (!rule->at_act_only || (!s->is_description && wording_leaves_open(s, match)));
}

/* Another of them says all these words, or the same ones before: once is enough. */
static bool is_in_another(const struct sentence *s, const struct match *const *faults, size_t count,
                          size_t index)
{
    struct range own = words_of(s, faults[index]);
    for (size_t i = 0; i < count; i++) {
        struct range wide = words_of(s, faults[i]);
        bool is_same = wide.begin == own.begin && wide.end == own.end;
        if (i != index && wide.begin <= own.begin && wide.end >= own.end && (!is_same || i < index))
            return true;
    }
    return false;
}

#define FAULTS_MAX 32 /* of one rule in a sentence; more are told no better */

/* 同等|學歷, 性別、科系等不限: it leaves nothing open, or is no condition. */
static bool is_settled(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    if (clause == NULL || sentence_find(s, clause->at, PHRASE_UNBIASED) != NULL)
        return true;
    bool is_rest = s->language != LANG_EN && s->chars[match->at.begin] == 0x7B49; /* 等 */
    return (is_rest && sentence_at(s, match->at.begin, PHRASE_VAGUE) == NULL) ||
           wording_names_field(s, match) || says_related_to(s, match);
}

static void report_open(struct rule_context *cx, const struct record *record,
                        const struct sentence *s)
{
    for (uint32_t m = 0; sentence_has(s, PHRASE_OPEN_CONDITION) && m < s->first[s->count]; m++)
        if (s->matches[m].phrase->class == PHRASE_OPEN_CONDITION &&
            !is_settled(s, &s->matches[m])) {
            wording_report(cx, record, s, s->matches[m].at,
                           (struct finding_details){.has_element = false});
            return;
        }
}

void wording_check_conditions(struct rule_context *cx, const struct role *role)
{
    const struct records *conditions = role_records(role, ELEMENT_APPOINTMENT);
    const struct sentence *sentences = wording_sentences(cx, role, ELEMENT_APPOINTMENT);
    for (size_t i = 0; i < conditions->count; i++)
        report_open(cx, &conditions->rows[i], &sentences[i]);
    const struct records *duties = role_records(role, ELEMENT_DUTIES);
    sentences = wording_sentences(cx, role, ELEMENT_DUTIES);
    for (size_t i = 0; i < duties->count; i++)
        if (sentences[i].requirement != NULL)
            report_open(cx, &duties->rows[i], &sentences[i]);
}

void wording_check(struct rule_context *cx, const struct role *role,
                   const struct wording_rule *rule)
{
    const struct records *records = role_records(role, ELEMENT_DUTIES);
    const struct sentence *sentences = wording_sentences(cx, role, ELEMENT_DUTIES);
    for (size_t i = 0; i < records->count; i++) {
        const struct sentence *s = &sentences[i];
        const struct match *requirement = rule->of_duties_only ? s->requirement : NULL;
        const struct match *faults[FAULTS_MAX];
        size_t count = 0;
        if (!has_to_check(s, rule))
            continue;
        if (rule->at_act_only && ends_in_colon(text_trim(records->rows[i].text)))
            continue; /* assist the reeve by: what follows says in what */
        wording_begin_round(cx->words);
        for (uint32_t m = 0; m < s->first[s->count] && count < FAULTS_MAX; m++)
            if (is_fault(s, requirement, &s->matches[m], rule) &&
                !wording_is_repeated(cx->words, &s->matches[m]))
                faults[count++] = &s->matches[m];
        for (size_t k = 0; k < count; k++)
            if (!is_in_another(s, faults, count, k))
                report_match(cx, &records->rows[i], s, faults[k], rule);
    }
}

void wording_check_bettering(struct rule_context *cx, const struct role *role)
{
    const struct records *records = role_records(role, ELEMENT_DUTIES);
    const struct sentence *sentences = wording_sentences(cx, role, ELEMENT_DUTIES);
    for (size_t i = 0; i < records->count; i++) {
        const struct sentence *s = &sentences[i];
        const struct clause *clause = wording_bettering(s);
        if (clause == NULL && wording_only_seems_act(s))
            clause = &s->clauses[0];
        if (clause != NULL && !sentence_has(s, PHRASE_NOT_ASSESSABLE) &&
            !sentence_has(s, PHRASE_AD_HOC) && s->requirement == NULL)
            wording_report(
                cx, &records->rows[i], s, clause->at,
                (struct finding_details){.element = ELEMENT_DUTIES, .has_element = true});
    }
}
