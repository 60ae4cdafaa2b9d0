#include "core/check/wording_act.h"
#include "core/check/wording_demand.h"
#include "core/check/wording_noun.h"
#include "core/check/wording_person.h"
#include "core/check/wording_role.h"
#include "core/normalise/clause_head.h"
#include "core/normalise/english_words.h"
#include "core/normalise/traits.h"

bool wording_has_act(const struct sentence *s)
{
    for (size_t i = 0; i < s->clause_count; i++)
        if (s->clauses[i].kind == CLAUSE_ACT)
            return true;
    return false;
}

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
        if (clause->kind == CLAUSE_ACT && !is_unlisted(s, clause) && !is_purpose(s, clause) &&
            !goes_on(s, clause) && !is_of_requirement(s, clause->act.begin) &&
            !says_when(s, clause) && !wording_is_meanwhile(s, clause))
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
        clause->act.end < slogan->at.begin &&
        sentence_find(s, (struct range){clause->act.end, slogan->at.begin}, PHRASE_TEMPORAL))
        return false; /* 上工前不得飲酒 */
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

/* MUST, SHOULD in capitals, as standards write, and an act behind: it has to be done. */
static bool demands_act(const struct sentence *s, const struct match *requirement)
{
    struct text words = sentence_text(s, requirement->at);
    uint32_t next = skip_blanks(s, requirement->at.end, s->count);
    const struct match *act = sentence_act_at(s, next);
    if (act == NULL && sentence_at(s, next, PHRASE_MODIFIER) != NULL)
        act = sentence_find_act(s, (struct range){next, s->count});
    return (text_is(words, "MUST") || text_is(words, "SHOULD") || text_is(words, "SHALL")) &&
           act != NULL && act->phrase->form == VERB_BASE;
}

/* 具有, 優良: having, or how good it is, which a Chinese requirement begins with. */
static bool says_having(const struct sentence *s, const struct match *requirement)
{
    return s->language == LANG_EN ||
           text_has(TEXT("具有拥持领优良卓较"), s->chars[requirement->at.begin]);
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
    const struct match *whom = sentence_at(s, first->act.end, PHRASE_PARTY);
    if (first->kind == CLAUSE_ACT && first->act.end < begin && whom != NULL &&
        whom->phrase->length > 1 && sentence_at(s, first->act.end, PHRASE_PARTY_TAIL) == NULL)
        return false; /* 審核供應商應具備的資質 */
    for (uint32_t i = s->first[next]; i < s->first[first->at.end]; i++)
        if (s->matches[i].phrase->class == PHRASE_AND)
            return false; /* 堅持晨檢並登記體溫, 服從並完成 */
    return true;
}

/*
 * 具備…能力，能整理文獻; Demonstrated knowledge of reform: what begins the record is asked of a
 * person, whatever acts are told behind it.
 */
static bool begins_record(const struct sentence *s, const struct match *requirement)
{
    const struct clause *first = &s->clauses[0];
    if (s->language == LANG_EN && first->is_caption)
        return false;
    bool is_own_act = first->kind == CLAUSE_ACT && first->act.begin == requirement->at.begin &&
                      first->verb != NULL && first->verb->form <= VERB_S &&
                      phrase_is_act(first->verb->class);
    if (s->language == LANG_EN && is_own_act) /* Conforms to rules; makes checks */
        return false;
    return requirement->at.begin == first->at.begin && says_having(s, requirement) &&
           (first->kind != CLAUSE_ACT || first->act.begin >= requirement->at.end ||
            first->act.begin == requirement->at.begin || first->act.end <= requirement->at.end);
}

/* The verb of bettering at the head, behind what modifies it; NULL: there is none. */
static const struct match *bettering_at(const struct sentence *s, uint32_t at)
{
    const struct match *verb = sentence_at(s, at, PHRASE_BETTERING);
    const struct match *front = sentence_at(s, at, PHRASE_MODIFIER);
    if (front == NULL)
        front = sentence_at(s, at, PHRASE_ADVERB);
    return verb != NULL || front == NULL ? verb : sentence_at(s, front->at.end, PHRASE_BETTERING);
}

const struct clause *wording_bettering(const struct sentence *s)
{
    const struct clause *clause = s->clause_count == 0 ? NULL : &s->clauses[0];
    const struct match *verb = clause == NULL ? NULL : bettering_at(s, clause->at.begin);
    if (verb == NULL || s->quota != NULL)
        return NULL;
    struct range rest = {verb->at.end, clause->at.end};
    bool is_causing = verb->phrase->length == 1; /* 讓客戶簽字: somebody acts */
    bool is_empty = rest.end < rest.begin + 2 || (is_causing && sentence_find_act(s, rest) != NULL);
    return is_empty || sentence_find(s, rest, PHRASE_MEASURED) != NULL ? NULL : clause;
}

bool wording_is_not_assessable(const struct sentence *s)
{
    return sentence_has(s, PHRASE_NOT_ASSESSABLE) || wording_bettering(s) != NULL;
}

/* Whether the word names an act by its ending: preparation, oversight. */
static bool is_noun_of_act(struct text word)
{
    static const char *const endings[] = {"tion", "sion", "ment",  "ance", "ence", "ysis", "val",
                                          "sal",  "wal",  "sight", "ship", "ing",  NULL};
    return text_ends_with_one_of(word, endings);
}

static uint32_t word_end(const struct sentence *s, uint32_t at)
{
    while (at < s->count && s->chars[at] != ' ' && s->chars[at] != ',' && s->chars[at] != '/')
        at++;
    return at;
}

/* The oversight of …, the purchase of …: the word there. */
static bool is_noun_of_act_at(const struct sentence *s, uint32_t begin)
{
    uint32_t end = word_end(s, begin);
    const struct match *act = sentence_act_at(s, begin);
    bool is_known = act != NULL && act->at.end == end && act->phrase->form == VERB_BASE &&
                    act->phrase->class == PHRASE_ACT_NOUN;
    return text_starts_with(sentence_text(s, (struct range){end, s->count}), TEXT(" of ")) &&
           (is_known || is_noun_of_act(sentence_text(s, (struct range){begin, end})));
}

/* Is responsible for the purchase of …: and so it does. */
static bool answers_for_act(const struct sentence *s)
{
    const struct match *opening = sentence_find(s, (struct range){0, s->count}, PHRASE_OPENING);
    if (opening == NULL)
        return false;
    uint32_t next = skip_blanks(s, opening->at.end, s->count);
    bool has_article =
        text_starts_with(sentence_text(s, (struct range){next, s->count}), TEXT("the "));
    return has_article && is_noun_of_act_at(s, skip_blanks(s, word_end(s, next), s->count));
}

/* Upkeep of …, delivery of …: ... which only at the head is no state (timely delivery of goods). */
static bool is_noun_of_act_first(struct text word)
{
    static const char *const endings[] = {"keep", "livery", "covery", "dover",
                                          "sure", "torage", "ustody", NULL};
    return is_noun_of_act(word) || text_ends_with_one_of(word, endings);
}

/* Preparation of …, daily oversight of …: an act as a noun, at the head. */
static bool begins_with_noun_of_act(const struct sentence *s)
{
    struct text word = sentence_text(s, (struct range){0, word_end(s, 0)});
    bool has_object = text_find(s->text, TEXT(" of "), 0) != TEXT_NOT_FOUND ||
                      text_find(s->text, TEXT(" with "), 0) != TEXT_NOT_FOUND;
    bool is_praised = /* efficient use of the kiln: how it is, and not that it is done */
        sentence_at(s, 0, PHRASE_MODIFIER) != NULL || sentence_at(s, 0, PHRASE_VAGUE) != NULL;
    return s->language == LANG_EN &&
           ((has_object && is_noun_of_act_first(word) &&
             !text_equal_ascii_case(word, TEXT("compliance"))) ||
            (!is_praised && is_noun_of_act_at(s, skip_blanks(s, word_end(s, 0), s->count))) ||
            answers_for_act(s));
}

/* Responsible for handling …: an act stands behind a preposition; safe working hours: it is none.
 */
static bool governs(const struct sentence *s, uint32_t at)
{
    struct range front = {0, at};
    return sentence_ending(s, front, PHRASE_PREPOSITION) != NULL ||
           sentence_ending(s, front, PHRASE_JOIN) != NULL ||
           sentence_ending(s, front, PHRASE_HOW) != NULL;
}

/* The librarian prepares guides: a verb in -s behind whoever does it. */
static bool follows_subject(const struct sentence *s, const struct match *act)
{
    bool is_sure = act->phrase->class == PHRASE_ACT && act->phrase->form == VERB_S;
    return english_follows_subject(s, 0, act) ||
           (is_sure && sentence_ending(s, (struct range){0, act->at.begin}, PHRASE_PARTY) != NULL);
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

/* Time management skills to meet …, and reach …: no act in front, and no preposition: the head. */
static bool heads_record(const struct sentence *s, const struct match *requirement)
{
    const struct clause *first = &s->clauses[0];
    if (s->language != LANG_EN || first->kind != CLAUSE_OTHER || first->is_caption ||
        requirement->phrase->has_rest || requirement->at.end > first->at.end)
        return false;
    struct range front = {first->at.begin, requirement->at.begin};
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
    if (begins_with_noun_of_act(s) && text_starts_with(next, TEXT("of ")))
        return true;
    for (uint32_t i = 0; i < s->first[s->count]; i++) {
        const struct match *act = sentence_act_at(s, s->matches[i].at.begin);
        if (act != NULL && english_follows_modal(s, act->at.begin) &&
            !is_of_requirement(s, act->at.begin))
            return true;
    }
    return false;
}

/* 指令應清楚、及時、準確: how something is to be, and nothing that is done; NULL: it is not so. */
static const struct match *asks_state(const struct sentence *s)
{
    static const char *const modals[] = {"应",   "應",   "须",   "須", "必须",
                                         "必須", "应当", "應當", NULL};
    static const enum phrase_class states[] = {PHRASE_STATE,  PHRASE_TRAIT, PHRASE_ADVERB,
                                               PHRASE_MANNER, PHRASE_VAGUE, PHRASE_MODIFIER,
                                               PHRASE_JOIN};
    const struct match *modal = NULL;
    if (s->language == LANG_EN || s->clause_count == 0)
        return NULL;
    struct range in = s->clauses[0].at;
    for (uint32_t i = s->first[in.begin]; i < s->first[in.end] && modal == NULL; i++)
        if (s->matches[i].phrase->class == PHRASE_ADVERB && s->matches[i].at.begin > in.begin + 1 &&
            text_is_one_of(sentence_text(s, s->matches[i].at), modals))
            modal = &s->matches[i];
    if (modal == NULL || s->clauses[0].kind != CLAUSE_OTHER)
        return NULL;
    uint32_t at = modal->at.end;
    while (at < in.end) {
        uint32_t end = at + (s->chars[at] == 0x3001); /* 、 */
        for (size_t k = 0; k < sizeof states / sizeof *states; k++) {
            const struct match *word = sentence_at(s, at, states[k]);
            end = word != NULL && word->at.end > end ? word->at.end : end;
        }
        if (end == at)
            return NULL;
        at = end;
    }
    return modal->at.end < in.end ? modal : NULL;
}

const struct match *wording_requirement(const struct sentence *s)
{
    const struct match *requirement = traits_find(s);
    if (requirement == NULL)
        requirement = wording_person(s);
    if (requirement == NULL)
        requirement = asks_state(s);
    if (requirement != NULL ||
        (!sentence_has(s, PHRASE_SLOGAN) && !sentence_has(s, PHRASE_REQUIREMENT) &&
         !sentence_has(s, PHRASE_DEMAND)))
        return requirement;
    for (uint32_t i = 0; i < s->first[s->count]; i++) {
        const struct match *match = &s->matches[i];
        if (match->phrase->class == PHRASE_SLOGAN && !is_object(s, match) && !is_zeal(s, match))
            return match;
        if (match->phrase->class != PHRASE_REQUIREMENT || demands_act(s, match))
            continue;
        if (s->language == LANG_EN && sentence_has(s, PHRASE_AD_HOC))
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

/* 物料擺放整齊, 良好的溝通, a tidy workplace: how things are, whatever verbs are in it. */
static bool tells_state(const struct sentence *s, const struct clause *clause,
                        const struct match *act)
{
    uint32_t begin = clause->at.begin;
    if (s->language == LANG_EN)
        return act->phrase->form == VERB_BASE && !english_follows_modal(s, act->at.begin) &&
               (s->chars[begin] == 'a' || s->chars[begin] == 't') &&
               english_follows_determiner(s, english_skip_word(s, begin, clause->at.end));
    const struct match *state = sentence_at(s, begin, PHRASE_STATE);
    bool is_adjective =
        state != NULL && state->at.end < clause->at.end && s->chars[state->at.end] == 0x7684;
    const struct match *end = sentence_ending(s, clause->at, PHRASE_STATE);
    bool has_object = end != NULL && act->at.begin == begin && end->at.begin > act->at.end;
    return is_adjective || (end != NULL && !has_object); /* not 制定交互規範：… */
}

/* In "The safety of", "A clean kitchen" and 良好的協作 nothing is done, whatever verbs are in it.
 */
static bool is_in_state(const struct sentence *s, const struct match *act)
{
    const struct clause *clause = sentence_clause_at(s, act->at.begin);
    return clause != NULL && clause->kind == CLAUSE_OTHER && tells_state(s, clause, act);
}

static bool says_actor(const struct sentence *s)
{
    const struct match *actor = sentence_find(s, (struct range){0, s->count}, PHRASE_ACTOR);
    return actor != NULL && !is_in_state(s, actor);
}

/* "will prepare", "you check", "and record the": an English verb is one, not a noun's plural. */
static bool is_english_verb(const struct sentence *s, const struct match *act)
{
    static const char *const fronts[] = {"to",     "will",   "shall",   "must", "may",   "can",
                                         "should", "you",    "we",      "who",  "that",  "they",
                                         "he",     "she",    "also",    "not",  "would", "-",
                                         "often",  "seldom", "usually", NULL};
    static const char *const starters[] = {"the", "a",     "an",  "all", "each", "any",
                                           "our", "their", "its", "new", NULL};
    struct text before = sentence_text(s, english_word_before(s, act->at.begin));
    uint32_t next = skip_blanks(s, act->at.end, s->count);
    if (follows_subject(s, act) || english_follows_modal(s, act->at.begin))
        return act->phrase->form != VERB_ING;
    struct text after =
        sentence_text(s, (struct range){next, english_skip_word(s, next, s->count)});
    if (text_is_one_of(before, fronts))
        return act->phrase->form != VERB_ING;
    for (const char *const *starter = starters; *starter != NULL; starter++)
        if (text_is(text_trim(after), *starter))
            return true;
    return false;
}

/* 作务动理, 规划: 照護工作, 追蹤服務, 接待活動, 客戶管理 name what is done, 改善計畫 does not. */
static bool ends_in_work(const struct sentence *s, const struct match *tail)
{
    uint32_t c = s->chars[tail->at.end - 1];
    uint32_t before = tail->at.end > 1 ? s->chars[tail->at.end - 2] : 0;
    return c == 0x4F5C || c == 0x52A1 || c == 0x52A8 || c == 0x7406 ||
           (c == 0x5212 && before == 0x89C4);
}

/* 良率改善專案, 客戶回訪計畫: behind another word, what seems an act is part of the noun. */
static bool is_within_noun(const struct sentence *s, const struct clause *clause,
                           const struct match *act)
{
    const struct match *tail = sentence_at(s, act->at.end, PHRASE_TAIL);
    return s->language != LANG_EN && clause != NULL && act->at.begin > clause->at.begin &&
           tail != NULL && tail->at.end == clause->at.end && !ends_in_work(s, tail);
}

/* 鑰匙保管人, 設備管理員: who does it, at the end of the clause. */
static bool is_of_person(const struct sentence *s, const struct clause *clause,
                         const struct match *act)
{
    static const char *const persons[] = {"人",     "员",     "員",     "师",     "師",
                                          "官",     "负责人", "負責人", "责任人", "責任人",
                                          "经办人", "經辦人", "承办人", "承辦人", NULL};
    if (s->language == LANG_EN || clause == NULL || clause->kind != CLAUSE_OTHER ||
        act->at.end >= clause->at.end)
        return false;
    if (text_ends_with(sentence_text(s, clause->at), TEXT("的人"))) /* 決定需求的人 */
        return true;
    const struct match *party = sentence_ending(s, clause->at, PHRASE_PARTY_TAIL);
    return (party != NULL && party->phrase->length > 1 && party->at.begin >= act->at.end) ||
           text_is_one_of(sentence_text(s, (struct range){act->at.end, clause->at.end}), persons);
}

/* Between nursing and catering: what they are called, and nothing that is done to something. */
static bool is_noun_in_ing(const struct sentence *s, const struct match *act)
{
    return s->language == LANG_EN && english_is_noun_in_ing(sentence_text(s, act->at)) &&
           !english_is_verb_before(s, act->at.end, s->count);
}

/* An act within a clause that has none at its head: 客戶投訴處理; 控制成本：…; you check … */
static bool is_named_act(const struct sentence *s, const struct match *act)
{
    const struct clause *clause = sentence_clause_at(s, act->at.begin);
    if (is_in_state(s, act) || sentence_at(s, act->at.begin, PHRASE_MATTER) != NULL ||
        is_within_noun(s, clause, act) || is_of_person(s, clause, act) ||
        (clause != NULL && clause->kind == CLAUSE_OTHER && clause_act_is_noun(s, clause, act)) ||
        (clause != NULL && sentence_is_thing(s, clause, act->at.begin)))
        return false;
    const struct match *work = sentence_find(s, (struct range){0, s->count}, PHRASE_EMPTY_WORK);
    if ((act->phrase->form == VERB_ING && governs(s, act->at.begin) && !is_noun_in_ing(s, act)) ||
        (work != NULL && work->at.begin >= act->at.begin))
        return true;
    if (s->language == LANG_EN)
        return is_english_verb(s, act);
    struct range front = {clause == NULL ? act->at.begin : clause->at.begin, act->at.begin};
    const struct match *join = sentence_ending(s, front, PHRASE_JOIN);
    if (join != NULL && clause != NULL && act->at.end == clause->at.end &&
        sentence_find_act(s, (struct range){front.begin, join->at.begin}) == NULL)
        return false; /* 店鋪形象與陳列 */
    uint32_t next = skip_blanks(s, act->at.end, s->count);
    uint32_t c = next < s->count ? s->chars[next] : 0;
    bool is_outer =
        clause != NULL && (act->at.end == clause->at.end || act->at.begin == clause->at.begin);
    return act->phrase->class == PHRASE_ACT || is_outer || c == '(' || c == '/' || c == 0x3001 ||
           c == 0x7B49 || /* 、等 */
           sentence_at(s, act->at.end, PHRASE_JOIN) != NULL;
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

/* 開展, 擔任; not 負責人, which names who does it. */
static bool has_idle(const struct sentence *s)
{
    for (uint32_t i = 0; i < s->first[s->count]; i++) {
        const struct match *match = &s->matches[i];
        if (match->phrase->class == PHRASE_IDLE && s->chars[match->at.end - 1] != 0x4EBA) /* 人 */
            return true;
    }
    return false;
}

/* 掛號 in 掛號櫃枱相關工作: what seemed an act may be a noun. */
static bool is_head_noun(const struct sentence *s, const struct clause *clause)
{
    bool is_joined = clause->act.end < s->count && s->chars[clause->act.end] == 0x76F8; /* 相 */
    bool is_doubtful = clause->verb != NULL && (clause->verb->class == PHRASE_ACT_NOUN ||
                                                clause->verb->class == PHRASE_HEAD_ACT);
    return sentence_at(s, clause->at.begin, PHRASE_PREPOSITION) == NULL &&
           (is_joined || is_doubtful);
}

/* What the words of is_about end with: most clauses end otherwise, and need not be compared. */
static bool may_end_about(uint32_t last)
{
    static const uint32_t lasts[] = {0x4F5C, 0x52A1, 0x5B9C, 0x9879, 0x4E1A, 0x653F,
                                     0x53E3, 0x4EBA, 0x5458, 0x8D23}; /* 作务宜项业政口人员责 */
    for (size_t i = 0; i < sizeof lasts / sizeof *lasts; i++)
        if (lasts[i] == last)
            return true;
    return false;
}

/* 出納相關工作, 語言相關業務; 對毛利率負責: what it is about, and nothing that is done. */
static bool is_about(const struct sentence *s)
{
    static const char *const ends[] = {
        "相关工作", "相关的工作", "相关业务", "相关的业务", "相关事务",   "相关事宜",   "相关事项",
        "相关作业", "相关行政",   "相關工作", "相關的工作", "相關業務",   "相關的業務", "相關事務",
        "相關事宜", "相關事項",   "相關作業", "相關行政",   "有关事宜",   "有关工作",   "有关事项",
        "有關事宜", "有關工作",   "有關事項", "相關之工作", "相關之業務", "相關之行政", "窗口",
        "联系人",   "聯繫人",     "联络人",   "聯絡人",     "对接人",     "對接人",     "联络员",
        "聯絡員",   NULL};
    const struct clause *clause = &s->clauses[0];
    if (s->language == LANG_EN || s->clause_count != 1 ||
        !may_end_about(s->chars[clause->at.end - 1]))
        return false;
    struct text words = text_trim(sentence_text(s, clause->at));
    uint32_t first = s->chars[clause->at.begin];
    bool answers = text_ends_with(words, TEXT("负责")) || text_ends_with(words, TEXT("負責"));
    if (first == 0x5BF9 && answers) /* 对 */
        return true;
    return text_ends_with_one_of(words, ends) &&
           text_find(words, TEXT("等"), 0) == TEXT_NOT_FOUND &&
           (clause->kind == CLAUSE_OTHER || is_head_noun(s, clause));
}

/* 客戶投訴處理, 庫存盤點與調撥: some verb of the record stands for an act. */
static bool names_verb(const struct sentence *s)
{
    for (uint32_t i = 0; i < s->first[s->count]; i++) {
        const struct match *act = sentence_act_at(s, s->matches[i].at.begin);
        bool is_aside = act != NULL && s->language != LANG_EN && s->in_brackets[act->at.begin];
        if (act != NULL && act->phrase->class != PHRASE_HEAD_ACT && !is_aside &&
            is_named_act(s, act))
            return true;
    }
    return false;
}

/* 例會會議記錄, 後勤保障: the whole clause is the name of what is done. */
static bool is_name_of_act(const struct sentence *s)
{
    for (size_t i = 0; sentence_has(s, PHRASE_NAMED_ACT) && i < s->clause_count; i++)
        if (sentence_ending(s, s->clauses[i].at, PHRASE_NAMED_ACT) != NULL)
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

bool wording_names_act(const struct sentence *s)
{
    if (begins_with_pronoun(s) || begins_with_named_work(s) || is_about(s) ||
        wording_names_role_only(s))
        return false;
    return wording_has_act(s) || has_idle(s) || sentence_has(s, PHRASE_RESULT) || says_actor(s) ||
           begins_with_noun_of_act(s) || is_act_as_caption(s) || names_verb(s) ||
           is_name_of_act(s) || wording_ends_in_act(s);
}

bool wording_says_how(const struct sentence *s)
{
    for (size_t i = 0; i < s->clause_count; i++)
        if (s->clauses[i].says_how)
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
        if (act != NULL && act->phrase->form <= VERB_S &&
            (follows_subject(s, act) ||
             (act->phrase->form == VERB_BASE && english_follows_modal(s, act->at.begin))))
            return true;
    }
    return false;
}

/* In Chinese also an act that is named as a noun: 用藥諮詢. */
static bool says_duty(const struct sentence *s)
{
    if (wording_names_role_only(s))
        return false;
    if (s->language == LANG_EN)
        return (wording_has_act(s) || tells_subject_acts(s)) && !begins_with_named_work(s);
    return !is_about(s) && (wording_has_act(s) || says_actor(s) || names_verb(s) ||
                            is_name_of_act(s) || wording_ends_in_act(s));
}

bool wording_is_duty(const struct sentence *s)
{
    return says_duty(s) && s->requirement == NULL && !sentence_has(s, PHRASE_AD_HOC) &&
           !wording_is_not_assessable(s) && s->quota == NULL;
}

/* 災害預防和風險管理: a verb of results as a noun, with nothing behind that comes about. */
static bool is_nominal_result(const struct sentence *s, const struct match *result)
{
    const struct clause *clause = sentence_clause_at(s, result->at.begin);
    bool is_for = clause != NULL && s->chars[clause->at.begin] == 0x4E3A; /* 為決策提供支撐 */
    return s->language != LANG_EN && clause != NULL && result->at.begin > clause->at.begin &&
           !is_for &&
           (result->at.end == clause->at.end || s->chars[result->at.end] == 0x3001 || /* 、 */
            sentence_at(s, result->at.end, PHRASE_JOIN) != NULL);
}

bool wording_says_result(const struct sentence *s)
{
    for (size_t i = 0; i < s->clause_count; i++)
        if (s->clauses[i].kind == CLAUSE_RESULT)
            return true;
    for (uint32_t i = 0; sentence_has(s, PHRASE_RESULT) && i < s->first[s->count]; i++)
        if (s->matches[i].phrase->class == PHRASE_RESULT && !is_nominal_result(s, &s->matches[i]))
            return true;
    return false;
}
