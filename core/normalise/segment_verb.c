#include "core/normalise/english_nouns.h"
#include "core/normalise/english_words.h"
#include "core/normalise/nominal_act.h"
#include "core/normalise/segments.h"
#include "core/normalise/verbs.h"

/* Levels: Manager, Director: one word in -s over what is listed. */
static bool is_plural_alone(const struct sentence *s, const struct clause *clause)
{
    const struct match *act = sentence_act_at(s, clause->at.begin);
    return act != NULL && act->phrase->form == VERB_S &&
           text_find(sentence_text(s, clause->at), TEXT(" "), 0) == TEXT_NOT_FOUND;
}

#define CAPTION_MAX 16 /* code points of a Chinese caption that names what follows */

/* 維護船隊：|檢修船體，補給油料: an act by its words, and but a name by the colon behind it. */
static bool names_what_follows(const struct sentence *s, const struct clause *clause)
{
    return s->language != LANG_EN && clause == s->clauses && clause->at.end < s->count &&
           s->chars[clause->at.end] == ':' && clause->at.end <= clause->at.begin + CAPTION_MAX;
}

bool clause_is_caption_of_act(const struct sentence *s, const struct clause *clause)
{
    const struct clause *next = clause + 1;
    if (next < s->clauses + s->clause_count && next->kind == CLAUSE_ACT &&
        names_what_follows(s, clause))
        return true;
    return s->language == LANG_EN && clause->is_caption && next < s->clauses + s->clause_count &&
           (next->kind == CLAUSE_ACT || is_plural_alone(s, clause));
}

/* 合作, 密切配合: what is done together, be it one word with how. */
static bool ends_in_joint_work(const struct sentence *s, const struct clause *clause)
{
    static const char *const works[] = {"合作", "配合", "协作", "協作", "协同", "協同", NULL};
    return sentence_ending(s, clause->at, PHRASE_ACTOR) != NULL ||
           text_ends_with_one_of(sentence_text(s, clause->at), works);
}

/* 協調產品、測試等團隊，完成上線: those through whom it is done. */
static bool is_led_by_teams(const struct sentence *s, const struct clause *clause)
{
    static const char *const verbs[] = {"协调", "協調", "统筹协调", "統籌協調", NULL};
    const struct match *done = sentence_at(s, clause[1].at.begin, PHRASE_IDLE);
    return text_is_one_of(clause->verb->words, verbs) && done != NULL &&
           text_is(done->phrase->words, "完成") &&
           sentence_ending(s, clause->at, PHRASE_PARTY) != NULL;
}

bool clause_goes_on_apart(const struct sentence *s, const struct clause *clause)
{
    static const char *const words[] = {"并", "並", "又", "还", "還", "另", "同时", "同時", NULL};
    return text_starts_with_one_of(sentence_text(s, clause->at), words);
}

bool clause_tells_joint_part(const struct sentence *s, const struct clause *clause)
{
    static const char *const joining[] = {"配合", NULL};
    const struct clause *front = clause - 1;
    return s->language != LANG_EN && clause > s->clauses && front->sentence == clause->sentence &&
           front->kind == CLAUSE_ACT && front->act.begin == front->at.begin &&
           text_is_one_of(sentence_text(s, front->act), joining) && clause->kind == CLAUSE_ACT &&
           (clause->act.begin == clause->at.begin ||
            text_has(TEXT("于於在"), s->chars[clause->at.begin])) && /* 於現場|指認 */
           !clause_goes_on_apart(s, clause) &&
           sentence_ending(s, front->at, PHRASE_PARTY) == NULL;
}

bool clause_says_with_whom(const struct sentence *s, const struct clause *clause)
{
    static const char *const sharing[] = {"参与", "參與", "参加", "參加", NULL}; /* 參與研發，… */
    uint32_t at = clause->at.begin;
    const struct match *zeal = sentence_at(s, at, PHRASE_MODIFIER);
    bool is_with = sentence_at(s, zeal == NULL ? at : zeal->at.end, PHRASE_PREPOSITION) != NULL &&
                   ends_in_joint_work(s, clause);
    const struct clause *end = s->clauses + s->clause_count;
    bool is_last = clause + 1 == end || clause[1].sentence != clause->sentence ||
                   clause_goes_on_apart(s, clause + 1);
    return s->language != LANG_EN && clause->kind == CLAUSE_ACT && clause->verb != NULL &&
           (is_with || (!is_last && is_led_by_teams(s, clause)) ||
            (clause->verb->class == PHRASE_ACTOR && !is_last &&
             !text_is_one_of(clause->verb->words, sharing) &&
             sentence_ending(s, clause->at, PHRASE_PARTY) != NULL));
}

/* 帶領小組、募集衣物: a verb that no list holds, behind others. */
static bool is_unlisted_verb(const struct sentence *s, const struct segment *segment)
{
    uint32_t at = segment->at.begin, end = segment->at.end;
    if (end > at && s->chars[end - 1] == 0x7B49) /* 洗手液等 */
        end--;
    return s->language != LANG_EN && !segment->is_clause && end >= at + 4 &&
           sentence_at(s, at, PHRASE_RESULT) == NULL && /* 並確保小組…運行 */
           verb_is_han(s->chars[at], s->chars[at + 1]) && !verb_makes_thing(s->chars[at + 2]) &&
           sentence_find(s, segment->at, PHRASE_ACTOR) == NULL; /* 邀請教師、實習生參加… */
}

/* The treasurer shall record …, the producer coordinates …: the verb behind the subject. */
static const struct match *act_of_subject(const struct sentence *s, const struct segment *segment)
{
    if (s->language != LANG_EN || !segment->is_clause)
        return NULL;
    for (uint32_t i = s->first[segment->at.begin]; i < s->first[segment->at.end]; i++) {
        uint32_t at = s->matches[i].at.begin;
        const struct match *act = sentence_act_at(s, at);
        if (act == NULL)
            act = english_helper_at(s, at); /* the vice-president shall assist … */
        if (act == NULL || at == segment->at.begin)
            continue;
        if (english_follows_subject(s, segment->at.begin, act) ||
            (act->phrase->form == VERB_BASE && english_follows_modal(s, at)) ||
            (act->phrase->form == VERB_ING && english_follows_charge(s, segment->at.begin, at)))
            return act;
    }
    return NULL;
}

/* A word that only joins acts stands in front, and then what the act is done to, or the procedure.
 */
static bool is_led(const struct sentence *s, const struct clause *clause,
                   const struct segment *segment)
{
    uint32_t at = segment->at.begin;
    bool is_strung = segment->is_strung || sentence_at(s, segment->begin, PHRASE_AND) != NULL;
    bool is_how = clause->kind == CLAUSE_HOW && sentence_at(s, at, PHRASE_HOW) != NULL;
    bool is_fronted = sentence_at(s, at, PHRASE_PREPOSITION) != NULL ||
                      segment_joint_leads(s, segment); /* 並向|家屬說明 */
    return s->language != LANG_EN && is_strung && (is_how || (segment->is_strung && is_fronted));
}

/* 生產過程中出現異常時，…: when something is done. */
static bool says_when(const struct sentence *s, const struct clause *clause)
{
    const struct match *end = sentence_ending(s, clause->at, PHRASE_TEMPORAL);
    return clause->kind == CLAUSE_OTHER && end != NULL &&
           s->chars[end->at.begin] != 0x7684; /* 的 */
}

/* 复合材料的选型: a verb that no list holds, and that the clause did not take for its head. */
static bool is_refused(const struct sentence *s, const struct clause *clause,
                       const struct match *act)
{
    return clause > s->clauses && clause->kind == CLAUSE_OTHER && text_is_empty(act->phrase->words);
}

/* Responsible for ordering stock and for counting it: the opening stands for both. */
static const struct match *act_behind_for(const struct sentence *s, const struct segment *segment)
{
    uint32_t at = segment->at.begin;
    const struct match *leading = sentence_at(s, at, PHRASE_PREPOSITION);
    if (s->language != LANG_EN || segment->begin == at || leading == NULL ||
        !text_is(leading->phrase->words, "for") ||
        sentence_at(s, s->clauses[0].at.begin, PHRASE_OPENING) == NULL)
        return NULL;
    const struct match *act = sentence_act_at(s, skip_blanks(s, leading->at.end, segment->at.end));
    return act != NULL && act->phrase->form == VERB_ING ? act : NULL;
}

/* The record's head, or that of a sentence behind it: … . He shall keep …. */
static bool has_subject(const struct sentence *s, const struct clause *clause)
{
    static const char *const subjects[] = {"He ",           "She ",           "They ",
                                           "You ",          "The ",           "This person ",
                                           "This officer ", "This position ", NULL};
    bool is_behind_front = clause == s->clauses + 1 && s->clauses[0].kind == CLAUSE_OTHER &&
                           sentence_at(s, s->clauses[0].at.begin, PHRASE_PREPOSITION) != NULL &&
                           s->clauses[0].sentence == clause->sentence;
    return clause == s->clauses || clause[-1].is_caption ||
           (s->language == LANG_EN && is_behind_front) ||
           (s->language == LANG_EN && clause[-1].sentence != clause->sentence &&
            text_starts_with_one_of(sentence_text(s, clause->at), subjects));
}

/* 工程化、服務化落地: behind others, an ending makes a noun of what may be one. */
static bool is_suffixed(const struct sentence *s, const struct segment *segment,
                        const struct match *act)
{
    uint32_t c = act->at.end < segment->at.end ? s->chars[act->at.end] : 0;
    return s->language != LANG_EN && !segment->is_clause &&
           (c == 0x5668 || c == 0x7AEF || /* 執行器, 移動端 */
            (act->phrase->class == PHRASE_ACT_NOUN && text_has(TEXT("化型性式率度者"), c)));
}

/* Assist with, participate in: what stands behind is a noun, whatever it looks like. */
static bool leads_to_noun(const struct match *actor)
{
    return text_ends_with(actor->phrase->words, TEXT(" with")) ||
           text_ends_with(actor->phrase->words, TEXT(" in"));
}

const struct phrase *segment_verb(const struct sentence *s, const struct clause *clause,
                                  const struct segment *segment, uint32_t *behind)
{
    static const struct phrase formula = {.class = PHRASE_ACT}; /* 負責…工作 */
    static const struct phrase unlisted = {.class = PHRASE_HEAD_ACT, .length = 2};
    const struct range at = segment->at;
    const struct match *act = sentence_act_at(s, at.begin);
    const struct match *actor = sentence_at(s, at.begin, PHRASE_ACTOR);
    if (act != NULL && s->language != LANG_EN && segment->is_clause &&
        (clause->is_caption || says_when(s, clause) || is_refused(s, clause, act) ||
         (clause > s->clauses && clause_act_is_noun(s, clause, act))))
        act = NULL;
    if (s->language != LANG_EN && segment->is_clause && clause_says_with_whom(s, clause)) {
        *behind = at.end; /* 與設計師合作，… */
        return clause->verb;
    }
    if (act != NULL && (is_suffixed(s, segment, act) || act_has_suffix(s, act)))
        act = NULL;
    if (actor != NULL && act == NULL) /* help define …: one act */
        act = sentence_act_at(s, skip_blanks(s, actor->at.end, at.end));
    if (actor != NULL && act != NULL && s->language == LANG_EN && act->at.begin > at.begin &&
        (act->phrase->form != actor->phrase->form || leads_to_noun(actor)))
        act = NULL; /* assist with ordering, assists with studies */
    if (act == NULL && is_led(s, clause, segment))
        act = sentence_find_act(s, at); /* 並對制度提出意見, 並根據需求提出叫料單 */
    if (act == NULL && !segment->is_clause)
        act = sentence_at(s, at.begin, PHRASE_IDLE); /* 做好回訪 */
    if (act == NULL && segment->is_strung && s->language != LANG_EN)
        act = actor; /* 並協助店員… */
    if (act != NULL && s->language == LANG_EN && act->phrase->class == PHRASE_HEAD_ACT &&
        !english_is_verb_before(s, act->at.end, at.end))
        act = NULL; /* prices and credit terms */
    if (act != NULL && !segment->is_clause && english_head_is_noun(s, clause, act))
        act = NULL; /* information and reports produced by … */
    const struct match *helper = english_helper_at(s, at.begin);
    if (act == NULL || (helper != NULL && helper->at.end > act->at.end && helper->at.end <= at.end))
        act = helper != NULL ? helper : act; /* works with suppliers on repairs */
    if (act == NULL)
        act = act_behind_for(s, segment);
    if (act == NULL && has_subject(s, clause))
        act = act_of_subject(s, segment);
    if (act == NULL && is_unlisted_verb(s, segment)) {
        *behind = at.begin + 2;
        return &unlisted;
    }
    *behind = act == NULL ? at.begin : act->at.end;
    if (act != NULL || !segment->is_clause || clause->kind != CLAUSE_ACT)
        return act == NULL ? NULL : act->phrase;
    /* an object in front (將…錄入), or the formula with a noun */
    *behind = clause->verb == NULL ? at.begin : clause->act.end;
    return clause->verb == NULL ? &formula : clause->verb;
}
