#include "core/check/wording_requirement.h"
#include "core/check/wording_announcement.h"
#include "core/check/wording_chinese_description.h"
#include "core/check/wording_chinese_right.h"
#include "core/check/wording_chinese_rule.h"
#include "core/check/wording_chinese_statement.h"
#include "core/check/wording_chinese_subject.h"
#include "core/check/wording_creed.h"
#include "core/check/wording_demand.h"
#include "core/check/wording_description.h"
#include "core/check/wording_english_noun.h"
#include "core/check/wording_english_rule.h"
#include "core/check/wording_english_state.h"
#include "core/check/wording_head.h"
#include "core/check/wording_order.h"
#include "core/check/wording_performance.h"
#include "core/check/wording_person.h"
#include "core/check/wording_wish.h"
#include "core/normalise/english_words.h"
#include "core/normalise/traits.h"

/* The verb of a requirement: 熟悉, 了解, "maintain" in "maintain confidentiality". */
static bool is_of_requirement(const struct sentence *s, uint32_t act)
{
    for (uint32_t i = 0; i < s->first[act + 1]; i++) {
        enum phrase_class class = s->matches[i].phrase->class;
        if ((class == PHRASE_REQUIREMENT || class == PHRASE_SLOGAN) && s->matches[i].at.end > act)
            return true;
    }
    return false;
}

/* 應保守業務機密: a verb that no list holds outweighs no requirement. */
static bool is_unlisted(const struct sentence *s, const struct clause *clause)
{
    return clause->verb != NULL && clause->verb->class == PHRASE_HEAD_ACT &&
           text_is_empty(clause->verb->words) &&
           sentence_find_act(s, (struct range){clause->act.end, clause->at.end}) == NULL;
}

/* …, to bring about results: what for, behind what is asked. */
static bool is_purpose(const struct sentence *s, const struct clause *clause)
{
    return s->language == LANG_EN && clause > s->clauses &&
           text_starts_with(sentence_text(s, clause->at), TEXT("to "));
}

/*
 * Keep abreast by reading, talking …; comply with federal, state, and company rules: a participle
 * or a word that may be a noun goes on with what is asked.
 */
static bool goes_on(const struct sentence *s, const struct clause *clause)
{
    const struct clause *first = &s->clauses[0];
    if (s->language != LANG_EN || clause == first || clause->sentence != first->sentence ||
        clause->verb == NULL || first->kind != CLAUSE_ACT || first->verb == NULL)
        return false;
    bool is_participle = clause->verb->form == VERB_ING && first->verb->form != VERB_ING;
    bool may_be_noun =
        clause->verb->class == PHRASE_ACT_NOUN || clause->verb->class == PHRASE_HEAD_ACT;
    return is_participle ||
           (may_be_noun && !english_is_verb_before(s, clause->act.end, clause->at.end));
}

/* 操作前禁止戴手套: the act only says when what is asked has to be. */
static bool says_when(const struct sentence *s, const struct clause *clause)
{
    const struct match *asked =
        sentence_find(s, (struct range){clause->act.end, clause->at.end}, PHRASE_REQUIREMENT);
    return s->language != LANG_EN && asked != NULL &&
           sentence_ending(s, (struct range){clause->act.end, asked->at.begin}, PHRASE_TEMPORAL) !=
               NULL;
}

/* 举止训练, 仪表检查: what begins like a quality of a person is an act's object. */
static bool trains_facet(const struct sentence *s, const struct clause *clause)
{
    const struct match *act = sentence_ending(s, clause->at, PHRASE_ACT);
    return s->language != LANG_EN && clause->kind == CLAUSE_OTHER && act != NULL &&
           act->at.begin > clause->at.begin + 1 &&
           sentence_at(s, clause->at.begin, PHRASE_FACET) != NULL;
}

/* The requirements' own verbs are no act; any other is. */
static bool has_other_act(const struct sentence *s)
{
    for (size_t i = 0; i < s->clause_count; i++) {
        const struct clause *clause = &s->clauses[i];
        bool is_asked = s->language != LANG_EN && /* 獨立執業…優先考慮 */
                        sentence_ending(s, clause->at, PHRASE_REQUIREMENT) != NULL;
        if (clause->kind == CLAUSE_ACT && !is_asked && !is_unlisted(s, clause) &&
            !is_purpose(s, clause) && !goes_on(s, clause) &&
            !is_of_requirement(s, clause->act.begin) && !says_when(s, clause) &&
            !wording_is_meanwhile(s, clause) && !wording_names_role_in_front(s, clause))
            return true;
        if (trains_facet(s, clause))
            return true;
    }
    return false;
}

/* 制定著裝規範, explain our values: what an act in front of it is done to is no slogan. */
static bool is_object(const struct sentence *s, const struct match *slogan)
{
    const struct clause *clause = sentence_clause_at(s, slogan->at.begin);
    if (clause != NULL && clause->kind == CLAUSE_ACT && s->language != LANG_EN &&
        clause->act.end <= slogan->at.begin &&
        (text_has(TEXT("时期内前后"), s->chars[slogan->at.begin]) ||
         sentence_find(s, (struct range){clause->act.end, slogan->at.begin}, PHRASE_TEMPORAL)))
        return false; /* 上工前不得飲酒, 巡房|時不得喧嘩 */
    if (clause != NULL && s->language == LANG_EN && clause->verb != NULL &&
        text_is_empty(clause->verb->words))
        return false; /* honour our values */
    return clause != NULL && clause->kind == CLAUSE_ACT && clause->verb != NULL &&
           clause->verb->class != PHRASE_IDLE && clause->act.end <= slogan->at.begin &&
           !is_of_requirement(s, clause->act.begin);
}

/* 盡職盡責看護病人: what is also zeal stands in front of an act and its object. */
static bool is_zeal(const struct sentence *s, const struct match *slogan)
{
    const struct match *zeal = sentence_at(s, slogan->at.begin, PHRASE_MODIFIER);
    const struct clause *clause = sentence_clause_at(s, slogan->at.begin);
    return s->language != LANG_EN && zeal != NULL && zeal->at.end == slogan->at.end &&
           clause != NULL && clause->kind == CLAUSE_ACT && clause->act.begin == slogan->at.end &&
           clause->act.end < clause->at.end;
}

/* 具有, 優良, 統招: having, or how good it is, which a Chinese requirement begins with. */
static bool says_having(const struct sentence *s, const struct match *requirement)
{
    bool is_years =
        s->language != LANG_EN && /* 五年以上窯口經驗，熟悉… */
        text_find(sentence_text(s, requirement->at), TEXT("年以上"), 0) != TEXT_NOT_FOUND;
    const uint32_t *first = &s->chars[requirement->at.begin]; /* 須有執照，… */
    bool is_asked = text_has(TEXT("须需"), first[0]) && text_has(TEXT("有具"), first[1]);
    return s->language == LANG_EN || is_years || is_asked ||
           text_has(TEXT("具有拥持领优良卓较统"), first[0]);
}

/* Whether it is a verb of conduct: 尊重, 坚持; with a rest, 要坚守, 须服从. */
static bool is_of_conduct(const struct sentence *s, const struct match *requirement)
{
    static const char *const verbs[] = {
        "尊重", "坚持", "堅持", "遵守", "恪守", "严守",   "嚴守",   "注重", "重视", "重視", "贯彻",
        "貫徹", "爱护", "愛護", "服从", "服從", "听从",   "聽從",   "团结", "團結", "热爱", "熱愛",
        "忠于", "忠於", "不得", "严禁", "嚴禁", "严格遵", "嚴格遵", "坚守", "堅守", NULL};
    struct text words = sentence_text(s, requirement->at);
    if (requirement->phrase->has_rest &&
        text_has(TEXT("要应须需必均都"), s->chars[requirement->at.begin]))
        return true;
    return text_starts_with_one_of(words, verbs);
}

/* 提醒|旅客…, 提醒|員工…; not 審計|員, where the act is part of the party's name. */
static bool names_whom(const struct sentence *s, uint32_t at)
{
    const struct match *whom = sentence_at(s, at, PHRASE_PARTY);
    const struct match *tail = sentence_at(s, at, PHRASE_PARTY_TAIL);
    return whom != NULL && whom->phrase->length > 1 &&
           (tail == NULL || tail->at.end < whom->at.end);
}

/* How many clauses of the sentence behind the first say what is done to something. */
static size_t acts_behind(const struct sentence *s, const struct clause *first)
{
    size_t count = 0;
    for (const struct clause *clause = first + 1;
         clause < s->clauses + s->clause_count && clause->sentence == first->sentence; clause++)
        count += clause->kind == CLAUSE_ACT && clause->verb != NULL &&
                 clause->verb->class == PHRASE_ACT && clause->act.end + 1 < clause->at.end;
    return count;
}

/*
 * 尊重同事，…; 坚持检查制度，…; 值班員要坚守…: what somebody is to hold by begins the record, and
 * no act is joined to it.
 */
static bool says_conduct(const struct sentence *s, const struct match *requirement)
{
    const struct clause *first = &s->clauses[0];
    uint32_t begin = requirement->at.begin, next = requirement->at.end;
    if (s->language == LANG_EN || next > first->at.end || !is_of_conduct(s, requirement) ||
        (begin > first->at.begin &&
         sentence_ending(s, (struct range){first->at.begin, begin}, PHRASE_PARTY) == NULL) ||
        sentence_at(s, next, PHRASE_ACT) != NULL) /* 貫徹傳達 */
        return false;
    if (first->kind == CLAUSE_ACT && first->act.end < begin && names_whom(s, first->act.end))
        return false; /* 審核供應商應具備的資質 */
    if (acts_behind(s, first) > 1)
        return false; /* 服從組長，執行排班表，並匯報產量: what is done outweighs it */
    for (uint32_t i = s->first[next]; i < s->first[first->at.end]; i++)
        if (s->matches[i].phrase->class == PHRASE_AND)
            return false; /* 堅持晨檢並登記體溫, 服從並完成 */
    return true;
}

/* Be a contributor to the guide by writing chapters: what is done stands behind "by". */
static bool is_done_by(const struct sentence *s, const struct match *requirement)
{
    struct text words = sentence_text(s, (struct range){requirement->at.begin, s->count});
    size_t by = text_find(words, TEXT(" by "), 0);
    bool is_be = text_equal_ascii_case(text_slice(words, 0, words.size < 4 ? 0 : 4), TEXT("be a"));
    return is_be && by != TEXT_NOT_FOUND &&
           text_find(text_from(words, by), TEXT("ing "), 0) != TEXT_NOT_FOUND;
}

/* Use your knowledge to rig masts for reliability, be on site to count the crates: it is done. */
static bool is_done_to_some_end(const struct sentence *s, const struct match *requirement)
{
    static const char *const uses[] = {"use ", "uses ", "using ", "apply ", "applies ", NULL};
    static const char *const places[] = {"be on-site ", "be on site ", "be present ", "be at the ",
                                         "be there ",   "be on hand ", NULL};
    const struct clause *first = &s->clauses[0];
    struct range in = {requirement->at.begin, first->at.end};
    struct text words = sentence_text(s, in);
    bool is_place = text_opening_size(words, places) > 0;
    return requirement->at.begin == first->at.begin &&
           (is_place || (requirement->phrase->has_rest && text_opening_size(words, uses) > 0)) &&
           (english_has_infinitive(s, in) || (is_place && english_joins_act(s, in)));
}

/* Know your looms: learn how …; understands how looms work: what is to be known, and more of it. */
static bool is_to_be_known(const struct sentence *s, const struct match *requirement)
{
    static const char *const whats[] = {"how", "why", "that", "when", "what", NULL};
    static const char *const verbs[] = {"know", "knows", "understand", "understands", NULL};
    const struct clause *first = &s->clauses[0];
    uint32_t next = skip_blanks(s, requirement->at.end, s->count);
    struct range word = {next, english_word_end(s, next, s->count)};
    return s->language == LANG_EN && requirement->at.begin == first->at.begin &&
           (first->is_caption || text_is_one_of(sentence_text(s, word), whats)) &&
           text_is_one_of(sentence_text(s, requirement->at), verbs);
}

/*
 * 具備…能力，能整理文獻; Demonstrated knowledge of reform: what begins the record is asked of a
 * person, whatever acts are told behind it.
 */
static bool begins_record(const struct sentence *s, const struct match *requirement)
{
    const struct clause *first = &s->clauses[0];
    if (is_to_be_known(s, requirement))
        return true;
    if (s->language == LANG_EN && first->is_caption) /* Skill: Mastery of looms */
        first++;
    bool is_own_act = first->kind == CLAUSE_ACT && first->act.begin == requirement->at.begin &&
                      first->verb != NULL && first->verb->form <= VERB_S &&
                      phrase_is_act(first->verb->class);
    if (s->language == LANG_EN && is_own_act) /* Conforms to rules; makes checks */
        return false;
    bool is_condition = s->language != LANG_EN && /* 限碩士以上學歷，… */
                        sentence_ending(s, first->at, PHRASE_CONDITION) != NULL;
    return requirement->at.begin == first->at.begin &&
           (is_condition || says_having(s, requirement)) &&
           (first->kind != CLAUSE_ACT || first->act.begin >= requirement->at.end ||
            first->act.begin == requirement->at.begin || first->act.end <= requirement->at.end);
}

/*
 * Book discussion experience, program management skills: what seems a verb at the head is part of
 * the noun for what a person has; something stands between, and no article.
 */
static bool is_head_of_noun(const struct sentence *s, const struct match *requirement)
{
    static const char *const nouns[] = {"experience", "expertise", "proficiency",
                                        "background", "skills",    NULL};
    static const char *const takers[] = {"use",     "build",  "share",  "shape",    "tap",
                                         "test",    "review", "record", "process",  "rate",
                                         "check",   "track",  "need",   "offer",    "support",
                                         "show",    "value",  "match",  "document", "transfer",
                                         "measure", NULL}; /* what is had may be theirs */
    const struct clause *first = &s->clauses[0];
    uint32_t word = english_skip_word(s, requirement->at.begin, s->count);
    struct text noun = text_trim(sentence_text(s, (struct range){requirement->at.begin, word}));
    if (s->language != LANG_EN || !text_is_one_of(noun, nouns) || first->kind != CLAUSE_ACT ||
        first->verb == NULL || first->verb->form != VERB_BASE ||
        (first->verb->class != PHRASE_ACT_NOUN && first->verb->class != PHRASE_HEAD_ACT) ||
        first->at.end < requirement->at.end)
        return false;
    struct text verb = sentence_text(s, first->act);
    if (text_is_one_of(verb, takers))
        return false;
    struct range between = {first->act.end, requirement->at.begin};
    return first->act.begin == first->at.begin && between.end > between.begin + 2 &&
           !english_is_verb_before(s, between.begin, between.end) &&
           sentence_find(s, between, PHRASE_PREPOSITION) == NULL;
}

/* 3 to 5 years …: behind how many at the least. */
static uint32_t skip_least(const struct sentence *s, uint32_t at, uint32_t end)
{
    uint32_t next = english_skip_word(s, at, end), behind = english_skip_word(s, next, end);
    bool is_span = s->chars[at] >= '0' && s->chars[at] <= '9' && behind < end &&
                   text_is(text_trim(sentence_text(s, (struct range){next, behind})), "to");
    return is_span ? behind : at;
}

/* Time management skills to meet …, and reach …: no act in front, and no preposition: the head. */
static bool heads_record(const struct sentence *s, const struct match *requirement)
{
    const struct clause *first = &s->clauses[0];
    if (s->language != LANG_EN || first->is_caption || requirement->phrase->has_rest ||
        requirement->at.end > first->at.end)
        return false;
    struct range front = {skip_least(s, first->at.begin, requirement->at.begin),
                          requirement->at.begin};
    if (first->kind != CLAUSE_OTHER && front.begin == first->at.begin)
        return false;
    return sentence_find_act(s, front) == NULL &&
           sentence_find(s, front, PHRASE_PREPOSITION) == NULL &&
           sentence_find(s, front, PHRASE_OPENING) == NULL &&
           sentence_find(s, front, PHRASE_RESULT) == NULL;
}

/* CMLI will attend lectures to gain knowledge: somebody acts, though no clause begins with it. */
static bool names_other_act(const struct sentence *s, const struct match *requirement)
{
    if (s->language != LANG_EN || requirement->phrase->has_rest ||
        requirement->at.begin == s->clauses[0].at.begin)
        return false;
    uint32_t second = english_skip_word(s, 0, s->count);
    struct text next = sentence_text(s, (struct range){second, s->count});
    if (wording_begins_with_noun_of_act(s) && text_starts_with(next, TEXT("of ")))
        return true;
    for (uint32_t i = 0; i < s->first[s->count]; i++) {
        const struct match *act = sentence_act_at(s, s->matches[i].at.begin);
        if (act != NULL && english_follows_modal(s, act->at.begin) &&
            !is_of_requirement(s, act->at.begin))
            return true;
    }
    return false;
}

/* 3+ years running a kitchen: for how long, at the head, somebody has done it; NULL: it is not so. */
static const struct match *asks_years(const struct sentence *s)
{
    if (s->language != LANG_EN || s->count == 0 || s->chars[0] < '0' || s->chars[0] > '9')
        return NULL;
    uint32_t at = 0;
    while (at < s->count && !(s->chars[at] >= 'a' && s->chars[at] <= 'z'))
        at++;
    const struct match *unit = sentence_at(s, at, PHRASE_TIME_UNIT);
    if (unit == NULL)
        return NULL;
    const struct match *act = sentence_act_at(s, skip_blanks(s, unit->at.end, s->count));
    return act != NULL && act->phrase->form == VERB_ING &&
                   text_starts_with(sentence_text(s, unit->at), TEXT("year"))
               ? unit
               : NULL;
}

/* Ensure that keepers are able to …: what somebody else is, and the holder sees to it. */
static bool is_of_others(const struct sentence *s, const struct match *requirement)
{
    static const char *const verbs[] = {" is", " are", " be", " have", " has", NULL};
    const struct clause *first = &s->clauses[0];
    const struct match *idle = sentence_at(s, first->at.begin, PHRASE_IDLE);
    if (s->language != LANG_EN || idle == NULL || requirement->at.begin <= idle->at.end ||
        requirement->at.end > first->at.end ||
        !text_starts_with(idle->phrase->words, TEXT("ensure")))
        return false;
    struct text front =
        text_trim(sentence_text(s, (struct range){idle->at.end, requirement->at.begin}));
    return text_ends_with_one_of(front, verbs) && text_find(front, TEXT("you"), 0) != 0;
}

/* What says by its structure that something is asked, the commonest first. */
static const struct match *(*const finders[])(const struct sentence *s) = {
    traits_find,
    wording_person,
    wording_asks_state,
    asks_years,
    wording_asks_of_thing,
    wording_rules_people,
    wording_binds_in_chinese,
    wording_rules_in_english,
    wording_asks_reader_to_be,
    wording_asks_performance,
    wording_creed,
    wording_ranks_in_chinese};

static const struct match *find_requirement(const struct sentence *s)
{
    const struct match *motto = wording_motto_in_english(s);
    if (motto != NULL)
        return motto;
    if (english_is_question(s) || wording_tells_of_organisation(s) || wording_praises_house(s))
        return NULL;
    const struct match *requirement = NULL;
    for (size_t i = 0; i < sizeof finders / sizeof *finders && requirement == NULL; i++)
        requirement = finders[i](s);
    if (requirement != NULL ||
        (!sentence_has(s, PHRASE_SLOGAN) && !sentence_has(s, PHRASE_REQUIREMENT) &&
         !sentence_has(s, PHRASE_DEMAND)))
        return requirement;
    for (uint32_t i = 0; i < s->first[s->count]; i++) {
        const struct match *match = &s->matches[i];
        if (match->phrase->class == PHRASE_SLOGAN && !is_object(s, match) && !is_zeal(s, match))
            return match;
        if (match->phrase->class != PHRASE_REQUIREMENT || wording_orders_act(s, match))
            continue;
        if (s->language == LANG_EN && is_done_to_some_end(s, match))
            return NULL;
        if (s->language == LANG_EN &&
            (sentence_has(s, PHRASE_AD_HOC) || is_done_by(s, match) || is_of_others(s, match)))
            continue; /* be prepared to do any other job: W402 says so */
        if (begins_record(s, match) || says_conduct(s, match) || is_head_of_noun(s, match) ||
            heads_record(s, match))
            return match;
        if (requirement == NULL)
            requirement = match;
    }
    if (requirement == NULL)
        requirement = wording_demand(s);
    /* W402 says so, or an act does */
    if (requirement == NULL || sentence_has(s, PHRASE_AD_HOC) || has_other_act(s) ||
        names_other_act(s, requirement))
        return NULL;
    return requirement;
}

/* There are no minimum qualifications, no supervisory duties: that there is none is not asked. */
static bool says_there_is(const struct sentence *s)
{
    static const char *const openers[] = {"there is ", "there are ", "there will be ", NULL};
    if (s->language != LANG_EN || s->clause_count == 0)
        return false;
    struct range at = s->clauses[0].at;
    return text_opening_size(s->text, openers) > 0 ||
           (text_equal_ascii_case(english_word_at(s, 0, at.end), TEXT("no")) &&
            s->clause_count == 1 && sentence_ending(s, at, PHRASE_HOLDING) != NULL);
}

/* 廚師是餐廳的靈魂: of what somebody is, and nothing that is asked; not 要求是…. */
static bool tells_what_it_is(const struct sentence *s, const struct match *requirement)
{
    static const char *const asked[] = {"要求", "条件", "條件", "资格", "資格",
                                        "学历", "學歷", "标准", "標準", NULL};
    static const char *const refusals[] = {"不可", "不能", NULL}; /* 是|不可缺少的人 */
    bool is_praise = requirement->phrase->class == PHRASE_SLOGAN ||
                     text_is_one_of(sentence_text(s, requirement->at), refusals);
    uint32_t at = s->language == LANG_EN || !is_praise ? s->count : wording_copula_in_chinese(s);
    if (at == s->count || requirement->at.begin < at ||
        sentence_at(s, 0, PHRASE_TRAIT) != NULL) /* 守信是美德 */
        return false;
    struct text subject = sentence_text(s, (struct range){0, at});
    for (const char *const *word = asked; *word != NULL; word++)
        if (text_find(subject, text_from_string(*word), 0) != TEXT_NOT_FOUND)
            return false;
    return true;
}

const struct match *wording_requirement(const struct sentence *s)
{
    if (says_there_is(s) || (s->language != LANG_EN && sentence_has(s, PHRASE_AD_HOC)))
        return NULL; /* 听从调遣，干清单以外的杂活: W402 says so */
    const struct match *requirement = find_requirement(s);
    if (requirement != NULL && wording_outweighs(s, requirement))
        return NULL;
    if (requirement != NULL && wording_grants_in_chinese(s)) /* 任期兩年，不得連任 */
        return NULL;
    if (requirement != NULL && wording_bounds_figure(s, requirement))
        return NULL;
    if (requirement != NULL && s->language == LANG_EN &&
        wording_tells_of_employment(s, wording_head_clause(s)))
        return NULL; /* applications must be made by post */
    return requirement == NULL || wording_announces_hiring(s, requirement) ||
                   tells_what_it_is(s, requirement)
               ? NULL
               : requirement;
}
