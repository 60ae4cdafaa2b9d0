#include "core/check/wording_named_act.h"
#include "core/normalise/english_words.h"
#include "core/normalise/nominal_act.h"

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
bool wording_follows_subject(const struct sentence *s, const struct match *act)
{
    bool is_sure = act->phrase->class == PHRASE_ACT && act->phrase->form == VERB_S;
    const struct clause *first = sentence_clause_at(s, act->at.begin);
    while (first != NULL && first > s->clauses && first[-1].sentence == first->sentence)
        first--;
    return english_follows_subject(s, first == NULL ? 0 : first->at.begin, act) ||
           (is_sure && sentence_ending(s, (struct range){0, act->at.begin}, PHRASE_PARTY) != NULL);
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
bool wording_is_in_state(const struct sentence *s, const struct match *act)
{
    const struct clause *clause = sentence_clause_at(s, act->at.begin);
    return clause != NULL && clause->kind == CLAUSE_OTHER && tells_state(s, clause, act);
}

/* "will prepare", "you check", "and record the": an English verb is one, not a noun's plural. */
static bool is_english_verb(const struct sentence *s, const struct match *act)
{
    static const char *const fronts[] = {
        "to",  "you",  "i",   "we", "who", "that", "they",  "he/she", "she/he",  "s/he", "he",
        "she", "also", "not", "-",  "–",   "—",    "often", "seldom", "usually", NULL};
    static const char *const starters[] = {"the", "a",     "an",  "all", "each", "any",
                                           "our", "their", "its", "new", NULL};
    struct text before = sentence_text(s, english_word_before(s, act->at.begin));
    uint32_t next = skip_blanks(s, act->at.end, s->count);
    if (wording_follows_subject(s, act) || english_follows_modal(s, act->at.begin))
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
    if (clause != NULL && text_has(TEXT("把将將"), s->chars[clause->at.begin]))
        return false; /* 將意見|錄入|系統: what it is done to stands in front */
    return s->language != LANG_EN && clause != NULL && act->at.begin > clause->at.begin &&
           tail != NULL && tail->at.end == clause->at.end && !ends_in_work(s, tail);
}

/* 鑰匙保管人, 設備管理員: who does it, at the end of the clause. */
static bool is_of_person(const struct sentence *s, const struct clause *clause,
                         const struct match *act)
{
    static const char *const persons[] = {
        "专家",   "專家",   "人",     "员",     "員",     "师",     "師",     "官", "负责人",
        "負責人", "责任人", "責任人", "经办人", "經辦人", "承办人", "承辦人", NULL};
    if (s->language == LANG_EN || clause == NULL || clause->kind != CLAUSE_OTHER ||
        act->at.end >= clause->at.end)
        return false;
    struct range at = sentence_without_bracket(s, clause->at);
    if (act->at.end >= at.end)
        return false;
    if (text_ends_with(sentence_text(s, at), TEXT("的人"))) /* 決定需求的人 */
        return true;
    const struct match *party = sentence_ending(s, at, PHRASE_PARTY_TAIL);
    return (party != NULL && party->phrase->length > 1 && party->at.begin >= act->at.end) ||
           text_is_one_of(sentence_text(s, (struct range){act->at.end, at.end}), persons);
}

/* 咨詢|師職能細則: the act is of whoever is called so; not 審核|員工…. */
static bool is_called_by(const struct sentence *s, const struct match *act)
{
    uint32_t end = act->at.end;
    const struct match *tail = sentence_at(s, end, PHRASE_PARTY_TAIL);
    const struct match *party = sentence_at(s, end, PHRASE_PARTY);
    return s->language != LANG_EN && tail != NULL && tail->phrase->length == 1 &&
           text_has(TEXT("师師员員"), s->chars[end]) &&
           (party == NULL || party->phrase->length == 1);
}

/* 項目|啟動會: a meeting called by what it is for, and nothing in front that holds it. */
static bool is_of_meeting(const struct sentence *s, const struct clause *clause,
                          const struct match *act)
{
    return s->language != LANG_EN && clause != NULL && clause->kind == CLAUSE_OTHER &&
           act->at.begin > clause->at.begin && act->at.end + 1 == clause->at.end &&
           (s->chars[act->at.end] == 0x4F1A || s->chars[act->at.end] == 0x6703); /* 会 */
}

/* Between nursing and catering: what they are called, and nothing that is done to something. */
static bool is_noun_in_ing(const struct sentence *s, const struct match *act)
{
    return s->language == LANG_EN && english_is_noun_in_ing(sentence_text(s, act->at)) &&
           !english_is_verb_before(s, act->at.end, s->count);
}

/* 經費|結算工作, 考勤|統計工作: what is done to something by name; not 行政工作, 部門銷售工作. */
static bool is_work_on_object(const struct sentence *s, const struct clause *clause,
                              const struct match *act)
{
    return s->language != LANG_EN && clause != NULL && act->at.begin > clause->at.begin + 1 &&
           act->at.end + 2 == clause->at.end && s->chars[act->at.end] == 0x5DE5 && /* 工作 */
           s->chars[act->at.end + 1] == 0x4F5C &&
           sentence_at(s, act->at.begin, PHRASE_THING) == NULL &&
           sentence_ending(s, (struct range){clause->at.begin, act->at.begin}, PHRASE_PARTY) ==
               NULL;
}

/* An act within a clause that has none at its head: 客戶投訴處理; 控制成本：…; you check … */
static bool is_named_act(const struct sentence *s, const struct match *act)
{
    const struct clause *clause = sentence_clause_at(s, act->at.begin);
    if (wording_is_in_state(s, act) || sentence_at(s, act->at.begin, PHRASE_MATTER) != NULL ||
        is_within_noun(s, clause, act) || is_of_person(s, clause, act) || is_called_by(s, act) ||
        is_of_meeting(s, clause, act) ||
        (clause != NULL && clause->kind == CLAUSE_OTHER && clause_act_is_noun(s, clause, act)) ||
        (clause != NULL && sentence_is_thing(s, clause, act->at.begin)))
        return false;
    const struct match *work = sentence_find(s, (struct range){0, s->count}, PHRASE_EMPTY_WORK);
    bool is_charge = act->phrase->form == VERB_ING && s->language == LANG_EN && clause != NULL &&
                     english_follows_charge(s, clause->at.begin, act->at.begin);
    if (is_charge ||
        (act->phrase->form == VERB_ING && governs(s, act->at.begin) && !is_noun_in_ing(s, act)) ||
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
    return act->phrase->class == PHRASE_ACT || is_work_on_object(s, clause, act) || is_outer ||
           c == '(' || c == '/' || c == 0x3001 || c == 0x7B49 || /* 、等 */
           sentence_at(s, act->at.end, PHRASE_JOIN) != NULL;
}

/* 客戶投訴處理, 庫存盤點與調撥: some verb of the record stands for an act. */
bool wording_names_verb(const struct sentence *s)
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
