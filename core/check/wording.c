#include "core/check/wording.h"
#include "core/check/sentence_memory.h"
#include "core/check/wording_act.h"
#include "core/check/wording_announcement.h"
#include "core/check/wording_bylaw.h"
#include "core/check/wording_description.h"
#include "core/check/wording_requirement.h"
#include "core/model/also_traditional.h"
#include "core/model/fold.h"
#include "core/normalise/quota.h"
#include "core/normalise/short_acts.h"
#include <assert.h>
#include <string.h>

enum { SLOT_DUTIES, SLOT_APPOINTMENT, SLOT_PURPOSE, SLOT_STANDARDS, SLOT_COUNT };

static const enum element slot_elements[SLOT_COUNT] = {
    [SLOT_DUTIES] = ELEMENT_DUTIES,
    [SLOT_APPOINTMENT] = ELEMENT_APPOINTMENT,
    [SLOT_PURPOSE] = ELEMENT_PURPOSE,
    [SLOT_STANDARDS] = ELEMENT_STANDARDS,
};

struct role_words {
    struct arena *arena;   /* lives as long as the check */
    struct arena *scratch; /* ... as the role */
    struct phrases *phrases;
    struct diagnostics *diags;
    struct segmenter *segmenter;
    struct sentence_memory *memory;
    const struct role *role;
    struct sentence *sentences[SLOT_COUNT];
    uint32_t *simplified_only; /* NULL: not asked for yet */
    uint32_t *seen;            /* by entry: the round it was last reported in */
    uint32_t seen_count, round;
};

struct role_words *wording_open(struct arena *arena, struct phrases *phrases,
                                struct diagnostics *diags)
{
    struct role_words *wording = arena_new(arena, struct role_words);
    *wording = (struct role_words){.arena = arena,
                                   .phrases = phrases,
                                   .diags = diags,
                                   .segmenter = segmenter_open(arena),
                                   .memory = sentence_memory_new(arena)};
    return wording;
}

void wording_close(struct role_words *wording)
{
    segmenter_close(wording->segmenter);
    sentence_memory_close(wording->memory);
    arena_close(wording->scratch);
}

bool wording_is_japanese(struct text text)
{
    for (size_t at = 0; at < text.size;) {
        uint32_t c = text_next(text, &at);
        if (c >= 0x3041 && c <= 0x30FA)
            return true;
    }
    return false;
}

#define WORDS_MIN 3     /* fewer are a name or a term in either language */
#define LETTERS_A_HAN 3 /* letters that say as much as a Han character */

/* The role's, unless the words are plainly of the other script: English duties in a Chinese role.
 */
static enum language language_of(enum language of_role, struct text text)
{
    size_t han = 0, letters = 0, words = 1, first = 0;
    if (!text_is_empty(text) && is_basic_han(text_next(text, &first)))
        return of_role == LANG_EN ? LANG_ZH_HANS : of_role;
    for (size_t at = 0; at < text.size;) {
        uint32_t c = text_next(text, &at);
        han += is_basic_han(c);
        letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        words += c == ' ';
    }
    if (of_role == LANG_EN)
        return LETTERS_A_HAN * han > letters ? LANG_ZH_HANS : LANG_EN;
    return han == 0 && letters > 0 && words >= WORDS_MIN ? LANG_EN : of_role;
}

/* Ninety minutes of film a week: so much of the work, whatever verb stands in front. */
static bool says_time_of_what(const struct sentence *s, const struct quota *quota)
{
    return s->language == LANG_EN && quota->at.end < s->count &&
           text_starts_with(sentence_text(s, (struct range){quota->at.end, s->count}),
                            TEXT(" of "));
}

/* 每日 4 小時, two meetings a month: how long or how often somebody is there, and no act. */
static bool is_attendance(const struct sentence *s)
{
    const struct quota *quota = s->quota;
    return quota->period.end > quota->period.begin &&
           (sentence_find(s, quota->at, PHRASE_TIME_UNIT) != NULL ||
            sentence_find(s, quota->clause->at, PHRASE_EVENT) != NULL) &&
           sentence_find(s, quota->at, PHRASE_LIMIT) == NULL && !says_time_of_what(s, quota) &&
           !wording_names_act(s);
}

/* Field work. (5–10%): nothing but a share of the time stands in the brackets. */
static bool is_share_in_brackets(const struct sentence *s)
{
    uint32_t begin = s->quota->at.begin, end = s->quota->at.end;
    if (!s->in_brackets[begin])
        return false;
    while (begin > 0 && s->in_brackets[begin - 1])
        begin--;
    while (end < s->count && s->in_brackets[end])
        end++;
    for (uint32_t at = begin; at < end; at++)
        if (!text_has(TEXT("0123456789 %-–—~()（）"), s->chars[at]))
            return false;
    return sentence_find(s, s->quota->at, PHRASE_PERCENT) != NULL;
}

/* A herbarium with over a million sheets: how large what is worked at is. */
static bool tells_size(const struct sentence *s)
{
    static const char *const sizes[] = {"over ", "more than ", "nearly ", "almost ", NULL};
    struct range front = {0, s->quota->at.begin};
    return s->language == LANG_EN && text_opening_size(sentence_text(s, s->quota->at), sizes) > 0 &&
           text_ends_with(text_trim(sentence_text(s, front)), TEXT(" with"));
}

/* 工齡獎每年 200 元, 150 % matching; votes from 5 % of members shall …: no figure of the work. */
static bool is_no_target(const struct sentence *s)
{
    const struct clause *first = s->clauses;
    bool begins_act = first->kind == CLAUSE_ACT && first->act.begin == first->at.begin;
    bool is_ruled = s->language == LANG_EN && sentence_has(s, PHRASE_PROCEEDING) && !begins_act;
    const struct match *head = sentence_at(s, first->at.begin, PHRASE_REWARD);
    return is_ruled || head != NULL || is_share_in_brackets(s) || tells_size(s) ||
           sentence_find(s, s->quota->clause->at, PHRASE_REWARD) != NULL;
}

/* 每月帶薪休假四天, 平均月薪…: with the figure the post is told of; not 核算 300 人的工資. */
static bool tells_reward(const struct sentence *s)
{
    struct range at = s->quota->clause->at;
    const struct match *period = sentence_at(s, at.begin, PHRASE_PERIOD);
    uint32_t head = period == NULL ? at.begin : period->at.end;
    const struct match *reward = sentence_find(s, at, PHRASE_REWARD);
    return s->language != LANG_EN && s->quota->clause == s->clauses && reward != NULL &&
           (reward->at.begin <= head + 2 ||
            sentence_find_act(s, (struct range){head, reward->at.begin}) == NULL); /* 平均|月薪 */
}

/* 修水管、換燈泡、通下水道: several acts, of which no list of verbs tells. */
static void read_row(struct role_words *w, struct arena *arena, struct sentence *sentence)
{
    struct range row[ACTS_MAX];
    sentence->begins_short_act = short_act_begins(sentence, arena, w->segmenter, w->phrases);
    size_t count = short_acts_find(sentence, arena, w->segmenter, w->phrases, row);
    if (count == 0)
        return;
    struct range *kept = arena_new_array(arena, count, struct range);
    memcpy(kept, row, count * sizeof *row);
    sentence->row = kept;
    sentence->row_count = count;
}

/* The words of a record of the element, with what stands in them of it. */
static void read_words(struct role_words *w, struct arena *arena, enum element element,
                       enum language language, struct text text, struct sentence *sentence)
{
    struct quota quota;
    sentence_read(sentence, arena, w->segmenter, w->phrases, language,
                  wording_is_japanese(text) ? TEXT("") : text);
    if ((element == ELEMENT_DUTIES || element == ELEMENT_STANDARDS) &&
        quota_find(sentence, 0, &quota)) {
        struct quota *kept = arena_new(arena, struct quota);
        *kept = quota;
        sentence->quota = kept;
    }
    if (element == ELEMENT_DUTIES) {
        read_row(w, arena, sentence);
        sentence->requirement = wording_requirement(sentence);
        sentence->is_description = wording_describes(sentence);
        bool is_described = sentence->is_description && sentence->quota != NULL;
        if (is_described && (wording_announces(sentence) || wording_is_of_bylaw(sentence)))
            sentence->quota = NULL; /* we raised 100 million: no figure of the holder's work */
        if (sentence->quota != NULL && sentence->requirement == NULL && tells_reward(sentence))
            sentence->is_description = true;
        if (sentence->quota != NULL && (is_attendance(sentence) || is_no_target(sentence)))
            sentence->quota = NULL;
    }
}

const struct sentence *wording_sentences(struct rule_context *cx, const struct role *role,
                                         enum element element)
{
    struct role_words *w = cx->words;
    size_t slot = 0;
    const struct records *records = role_records(role, element);
    while (slot < SLOT_COUNT && slot_elements[slot] != element)
        slot++;
    assert(slot < SLOT_COUNT);
    if (w->role != role) {
        arena_close(w->scratch);
        w->scratch = arena_open_like(w->arena);
        memset(w->sentences, 0, sizeof w->sentences);
        w->role = role;
    }
    if (w->sentences[slot] != NULL)
        return w->sentences[slot];
    w->sentences[slot] = arena_new_array(w->scratch, records->count + 1, struct sentence);
    for (size_t i = 0; i < records->count; i++) {
        struct sentence *sentence = &w->sentences[slot][i];
        struct text text = records->rows[i].text;
        enum language language = language_of(rule_language(cx), text);
        if (sentence_memory_find(w->memory, element, language, text, sentence))
            continue;
        phrases_need(w->phrases, language, w->diags);
        struct arena *room = sentence_memory_room(w->memory, element, language, text);
        read_words(w, room == NULL ? w->scratch : room, element, language, text, sentence);
        if (room != NULL && !text_is_empty(sentence->text))
            sentence_memory_keep(w->memory, element, sentence);
    }
    return w->sentences[slot];
}

static const struct text also_traditional = TEXT_INIT(ALSO_TRADITIONAL);

const uint32_t *wording_simplified_only(struct rule_context *cx)
{
    struct role_words *w = cx->words;
    if (w->simplified_only == NULL) {
        w->simplified_only = arena_new_array(w->arena, FOLD_END - FOLD_FIRST, uint32_t);
        fold_sources(w->simplified_only);
        for (size_t i = 0; i < also_traditional.size;)
            w->simplified_only[text_next(also_traditional, &i) - FOLD_FIRST] = 0;
    }
    return w->simplified_only;
}

struct arena *wording_scratch(struct rule_context *cx) { return cx->words->scratch; }

void wording_begin_round(struct role_words *w)
{
    uint32_t count = phrases_entry_count(w->phrases) + 1;
    if (count > w->seen_count) {
        w->seen = arena_new_array(w->arena, count, uint32_t);
        w->seen_count = count;
        w->round = 0;
    }
    w->round++;
}

bool wording_is_repeated(struct role_words *w, const struct match *match)
{
    uint32_t *seen = &w->seen[match->phrase->entry];
    bool is_same = *seen == w->round;
    *seen = w->round;
    return is_same;
}
