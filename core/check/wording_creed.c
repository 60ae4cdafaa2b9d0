#include "core/check/wording_creed.h"
#include "core/model/fold.h"
#include "core/normalise/clauses.h"
#include "core/normalise/english_words.h"
#include "core/normalise/verbs.h"

/* 始終, 認真: behind what may stand in front of the verb. */
static uint32_t behind_fronts(const struct sentence *s, struct range in)
{
    static const enum phrase_class fronts[] = {PHRASE_ADVERB, PHRASE_MODIFIER, PHRASE_MANNER,
                                               PHRASE_DEMAND, PHRASE_OPENING};
    uint32_t at = in.begin;
    for (bool goes_on = true; goes_on && at < in.end;) {
        goes_on = false;
        for (size_t i = 0; i < sizeof fronts / sizeof *fronts && !goes_on; i++) {
            const struct match *front = sentence_at(s, at, fronts[i]);
            goes_on = front != NULL && front->at.end < in.end;
            at = goes_on ? skip_blanks(s, front->at.end, in.end) : at;
        }
    }
    return at;
}

/* 秉持公平原則，審核申請: it only says how something is done. */
static bool acts_elsewhere(const struct sentence *s, const struct clause *creed)
{
    for (const struct clause *clause = s->clauses; clause < s->clauses + s->clause_count; clause++)
        if (clause != creed && clause->kind == CLAUSE_ACT &&
            sentence_at(s, clause->at.begin, PHRASE_SLOGAN_VERB) == NULL)
            return true;
    return false;
}

/* ---- Chinese ---- */

/* 傳達|會議精神: what others have said, and no creed. */
static const struct match *creed_at_end(const struct sentence *s, struct range in)
{
    const struct match *creed = sentence_ending(s, in, PHRASE_CREED);
    const struct match *plain = creed == NULL ? NULL : sentence_ending(s, in, PHRASE_PLAIN);
    return plain != NULL && plain->at.begin < creed->at.begin ? NULL : creed;
}

/* 講紀律、講秩序|的作風: how somebody is to be, and no verb that it is the object of. */
static bool is_manner_of_person(const struct sentence *s, const struct clause *clause,
                                const struct match *creed)
{
    uint32_t begin = clause->at.begin;
    return s->clause_count == 1 && creed->at.begin > begin + 2 &&
           text_has(TEXT("的之"), s->chars[creed->at.begin - 1]) &&
           sentence_act_at(s, begin) == NULL && sentence_at(s, begin, PHRASE_IDLE) == NULL &&
           sentence_find(s, clause->at, PHRASE_BETTERING) == NULL &&
           sentence_at(s, begin, PHRASE_RESULT) == NULL && clause->kind == CLAUSE_OTHER &&
           !text_has(TEXT("有具富存须須需应應要能會会对對以为為"), s->chars[begin]) &&
           !verb_is_han(s->chars[begin], s->chars[begin + 1]);
}

static const struct match *chinese_creed(const struct sentence *s)
{
    for (const struct clause *clause = s->clauses; clause < s->clauses + s->clause_count;
         clause++) {
        const struct match *creed = creed_at_end(s, clause->at);
        const struct match *verb = sentence_at(s, behind_fronts(s, clause->at), PHRASE_SLOGAN_VERB);
        if (creed == NULL || acts_elsewhere(s, clause))
            continue;
        if (verb != NULL && verb->at.end < creed->at.end)
            return verb;
        if (verb == NULL && is_manner_of_person(s, clause, creed))
            return creed;
    }
    return NULL;
}

/* ---- what ranks first ---- */

/* 凡事以…為先, 安全就是飯碗: a verb between what ranks and how. */
static bool has_copula(const struct sentence *s, struct range in)
{
    for (uint32_t at = in.begin; at < in.end; at++)
        if (text_has(TEXT("以是把将將做让讓"), s->chars[at]))
            return true;
    return false;
}

/* 用戶至上，信譽第一: whatever it is elsewhere, a word of two in front of how it ranks is a noun. */
static bool clause_ranks(const struct sentence *s, struct range at)
{
    static const enum phrase_class doing[] = {PHRASE_IDLE,    PHRASE_ACTOR,
                                              PHRASE_OPENING, PHRASE_PREPOSITION,
                                              PHRASE_RESULT,  PHRASE_SLOGAN_VERB};
    static const uint32_t word = 2;
    const struct match *motto = sentence_ending(s, at, PHRASE_MOTTO);
    if (motto == NULL || motto->at.begin == at.begin || has_copula(s, at))
        return false;
    for (size_t i = 0; motto->at.begin > at.begin + word && i < sizeof doing / sizeof *doing; i++)
        if (sentence_at(s, at.begin, doing[i]) != NULL)
            return false;
    return motto->at.begin <= at.begin + word || sentence_act_at(s, at.begin) == NULL;
}

const struct match *wording_ranks_in_chinese(const struct sentence *s)
{
    if (s->language == LANG_EN || s->clause_count == 0 || !sentence_has(s, PHRASE_MOTTO))
        return NULL;
    for (size_t i = 0; i < s->clause_count; i++)
        if (!clause_ranks(s, s->clauses[i].at))
            return NULL;
    return sentence_ending(s, s->clauses[0].at, PHRASE_MOTTO);
}

/* ---- English ---- */

/* Not: observe the spirit |level. */
static bool ends_there(const struct sentence *s, uint32_t at)
{
    uint32_t next = skip_blanks(s, at, s->count);
    return next >= s->count || mark_at(s, next) != MARK_NONE || s->is_quoted[next] ||
           s->chars[next] == '"' || s->chars[next] == 0x201C || s->chars[next] == ':' ||
           sentence_at(s, next, PHRASE_PREPOSITION) != NULL ||
           sentence_at(s, next, PHRASE_JOIN) != NULL ||
           text_is(english_word_at(s, next, s->count), "that");
}

#define CREED_WORDS 4 /* between the verb and what is held: the|house's|old|creed */

static const struct match *english_creed(const struct sentence *s)
{
    const struct clause *first = &s->clauses[0];
    const struct match *verb = sentence_at(s, behind_fronts(s, first->at), PHRASE_SLOGAN_VERB);
    if (verb == NULL || acts_elsewhere(s, first))
        return NULL;
    uint32_t at = skip_blanks(s, verb->at.end, s->count);
    for (unsigned words = 0; words <= CREED_WORDS && at < s->count; words++) {
        const struct match *creed = sentence_at(s, at, PHRASE_CREED);
        if (creed != NULL)
            return ends_there(s, creed->at.end) ? verb : NULL;
        if (mark_at(s, at) != MARK_NONE || sentence_at(s, at, PHRASE_PREPOSITION) != NULL)
            return NULL;
        at = english_skip_word(s, at, s->count);
    }
    return NULL;
}

const struct match *wording_creed(const struct sentence *s)
{
    if (s->clause_count == 0 || !sentence_has(s, PHRASE_CREED))
        return NULL;
    return s->language == LANG_EN ? english_creed(s) : chinese_creed(s);
}
