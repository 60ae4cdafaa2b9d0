#include "core/normalise/sentence.h"
#include "core/model/fold.h"
#include "core/normalise/clause_head.h"
#include "core/normalise/clauses.h"
#include "core/normalise/english_words.h"
#include "core/normalise/listed.h"
#include "core/normalise/manner.h"
#include "core/normalise/matching.h"
#include "core/normalise/open_trait.h"
#include "core/normalise/unlisted_act.h"
#include <assert.h>
#include <stdlib.h>
#include <unicode/uchar.h>

#define PLAIN_REACH 8 /* no longer is a plain word that verbs are part of */

/* ---- matches ---- */

bool matching_is_word(struct matching *m, struct sentence *s, struct range at)
{
    if (s->is_boundary == NULL)
        s->is_boundary = segmenter_boundaries(m->segmenter, m->arena, s->chars, s->count);
    return s->is_boundary[at.begin] && s->is_boundary[at.end];
}

/* 隨時保持…, 應服從…: words that only open what is asked stand at the head, right in front. */
static bool is_behind_chinese_opener(const struct sentence *s, uint32_t at)
{
    static const char *const openers[] = {"随时", "時刻", "时刻", "隨時", "始终", "始終", "自觉",
                                          "自覺", "必须", "必須", "应当", "應當", "务必", "務必",
                                          "经常", "經常", "平时", "平時", "坚决", "堅決", "切实",
                                          "切實", "严格", "嚴格", NULL};
    static const char *const modals[] = {"应", "應", "须", "須", "需", "要", NULL};
    return (at >= 2 && is_at_head(s, at - 2) &&
            text_is_one_of(sentence_text(s, (struct range){at - 2, at}), openers)) ||
           (at >= 1 && is_at_head(s, at - 1) &&
            text_is_one_of(sentence_text(s, (struct range){at - 1, at}), modals));
}

static bool is_word_among(const struct sentence *s, struct range word, const char *const *words)
{
    while (*words != NULL &&
           !text_equal_ascii_case(sentence_text(s, word), text_from_string(*words)))
        words++;
    return *words != NULL;
}

/* They know that …: whom it speaks of, at the head of a sentence; not "if so, they know". */
static bool is_pronoun_at(const struct sentence *s, struct range word)
{
    static const char *const pronouns[] = {"they", "you", "he", "she", NULL};
    uint32_t front = word.begin;
    while (front > 0 && s->chars[front - 1] == ' ')
        front--;
    return is_word_among(s, word, pronouns) &&
           (front == 0 || mark_at(s, front - 1) == MARK_SENTENCE);
}

#define OPENERS_MAX 8 /* words in front of one that are looked at: a bound on work */

/*
 * What "^" asks stands there also behind words that open a duty or an adverb, or whom it speaks of:
 * To maintain confidentiality, Consistently follows …, They know …, 隨時保持….
 */
static bool is_opened(const struct sentence *s, uint32_t at)
{
    if (s->language != LANG_EN)
        return is_at_head(s, at) || is_behind_chinese_opener(s, at);
    static const char *const modals[] = {"to", "will", "shall", "must", "should", "may", NULL};
    static const char *const adverbs[] = {"also", "always", NULL};
    bool has_modal = false;
    for (unsigned words = 0; !is_at_head(s, at); words++) {
        if (words == OPENERS_MAX)
            return false;
        uint32_t end = at;
        while (end > 0 && s->chars[end - 1] == ' ')
            end--;
        for (at = end; at > 0 && is_latin_like(s->chars[at - 1]);)
            at--;
        struct range word = {at, end};
        if (!has_modal && is_pronoun_at(s, word))
            return true;
        bool is_modal = is_word_among(s, word, modals);
        has_modal = has_modal || is_modal;
        bool is_adverb =
            text_ends_with(sentence_text(s, word), TEXT("ly")) && word.end > word.begin + 4;
        if (!is_modal && !is_adverb && !is_word_among(s, word, adverbs))
            return false;
    }
    return true;
}

static bool is_within_latin(const struct sentence *s, struct range at)
{
    uint32_t before = at.begin == 0 ? ' ' : s->chars[at.begin - 1];
    uint32_t after = at.end == s->count ? ' ' : s->chars[at.end];
    return (is_latin_like(s->chars[at.begin]) && (is_latin_like(before) || before == '-')) ||
           (is_latin_like(s->chars[at.end - 1]) && (is_latin_like(after) || after == '-'));
}

/* 用心|整理货架: between the head and an act of the lists, wherever the words are cut. */
static bool is_adverb_at_head(const struct matching *m, const struct sentence *s, struct range at,
                              const struct phrase *phrase)
{
    static const uint32_t act_length = 2;
    return phrase->class == PHRASE_MODIFIER && is_at_head(s, at.begin) &&
           listed_end(s, m->phrases, at.end, class_bit(PHRASE_ACT)) >= at.end + act_length;
}

/* Whether the phrase may begin and end here. */
static bool is_apt(struct matching *m, struct sentence *s, struct range at,
                   const struct phrase *phrase)
{
    if ((phrase->at_head && !is_opened(s, at.begin)) || (phrase->at_end && !is_at_end(s, at.end)) ||
        (phrase->at_act && !manner_precedes_act(s, m->phrases, at.end)))
        return false;
    uint32_t length = at.end - at.begin;
    bool asks = is_basic_han(s->chars[at.begin]) && !phrase->is_exception && length < SURE_LENGTH &&
                phrase_fault_group(phrase->class) > 0;
    /* of two parts: when the other one is found, which is seldom, since words are dear */
    if (!asks || phrase->has_rest)
        return true;
    return (matching_is_word(m, s, at) || is_adverb_at_head(m, s, at, phrase) ||
            listed_is_ended(s, at)) &&
           (phrase->class != PHRASE_MODIFIER || !manner_is_in_compound(s, m->phrases, at.end));
}

/* All phrases that begin at the code point, longest first. */
static void match_from(struct matching *m, struct sentence *s, uint32_t begin)
{
    size_t first = m->count;
    uint32_t node = 0;
    for (uint32_t at = begin; at < s->count; at++) {
        node = phrases_step(m->phrases, s->language, node, s->chars[at]);
        if (node == 0)
            break;
        const struct phrase *phrase = phrases_at(m->phrases, s->language, node);
        struct range range = {begin, at + 1};
        if (phrase == NULL || is_within_latin(s, range))
            continue;
        for (; phrase != NULL; phrase = phrase->next) {
            if (!phrase_is_matched(phrase->class) || !is_apt(m, s, range, phrase))
                continue;
            m->has_plain = m->has_plain || (phrase->class == PHRASE_PLAIN && phrase->length > 2);
            m->rests |= phrase->is_rest ? entry_bit(phrase) : 0;
            *arena_push(m->arena, m->list, m->count, m->capacity) = (struct match){range, phrase};
        }
    }
    for (size_t i = first, k = m->count; i + 1 < k; i++) {
        struct match longer = m->list[--k];
        m->list[k] = m->list[i];
        m->list[i] = longer;
    }
}

/* 與採購案有關的: the word stands in front, something between, no mark; 追蹤主管交辦事項. */
static bool guards(const struct sentence *s, const struct match *by, const struct match *fault)
{
    const struct clause *clause = sentence_clause_at(s, fault->at.begin);
    bool may_touch = fault->phrase->has_rest || fault->phrase->class == PHRASE_AD_HOC;
    uint32_t nearest = by->at.end + (may_touch ? 0 : 1);
    bool leads = by->at.end < s->count && text_has(TEXT("本各该此我"), s->chars[by->at.end]);
    bool is_cut = s->is_boundary != NULL && s->language != LANG_EN && /* 同 in 合同; not 與|本 */
                  !(s->is_boundary[by->at.begin] && (leads || s->is_boundary[by->at.end]));
    return !is_cut && by->phrase->entry == fault->phrase->entry && nearest <= fault->at.begin &&
           clause != NULL && clause->at.begin <= by->at.begin;
}

static bool hides(const struct sentence *s, const struct match *by, const struct match *fault)
{
    unsigned group = phrase_fault_group(fault->phrase->class);
    bool covers = by->at.begin <= fault->at.begin && by->at.end >= fault->at.end;
    bool is_longer = length_of(by->at) > length_of(fault->at);
    if (by->phrase->is_guard)
        return guards(s, by, fault);
    if (!covers || by->phrase->is_rest)
        return false;
    if (by->phrase->has_rest && by < fault && fault->phrase->has_rest &&
        by->phrase->class == fault->phrase->class && by->at.end == fault->at.end)
        return true; /* two entries found the same words */
    if (by->phrase->is_exception)
        return by->phrase->entry == fault->phrase->entry;
    if (group == 0)
        return is_longer; /* 使 in 使用 and 行使 */
    bool is_between = by->phrase->has_rest && phrase_is_rule(by->phrase->class) &&
                      fault->phrase->class == PHRASE_VAGUE &&
                      fault->at.begin >= by->at.begin + by->phrase->length; /* 遵守|相关|规定 */
    bool is_zeal = s->chars[fault->at.end - 1] == 0x5730 && by->phrase->has_rest; /* 熱情|地 */
    bool is_image = by->phrase->class == PHRASE_NOT_ASSESSABLE && /* 做師生的|後盾: both */
                    fault->phrase->class == PHRASE_MODIFIER && s->language != LANG_EN &&
                    (fault->phrase->is_far || is_zeal);
    return by->phrase->class == PHRASE_PLAIN || (is_longer && !is_between && !is_image &&
                                                 phrase_fault_group(by->phrase->class) == group);
}

/* 報價單, 實驗室, 對外關係: a word of two characters is none within a plain word of more. */
static bool is_in_plain_word(const struct matching *m, const struct match *match)
{
    uint32_t from = match->at.begin < PLAIN_REACH ? 0 : match->at.begin - PLAIN_REACH;
    for (size_t i = m->first[from]; i < m->count && m->list[i].at.begin <= match->at.begin; i++) {
        const struct match *by = &m->list[i];
        if (by->phrase->class == PHRASE_PLAIN && by->at.end >= match->at.end &&
            length_of(by->at) > length_of(match->at))
            return true;
    }
    return false;
}

/* Your job is to: an exception of the same entry stands around what announces otherwise: your. */
static bool is_excepted(const struct matching *m, const struct match *match)
{
    uint32_t from = match->at.begin < PHRASE_REACH ? 0 : match->at.begin - PHRASE_REACH;
    for (size_t i = m->first[from]; i < m->count && m->list[i].at.begin <= match->at.begin; i++) {
        const struct match *by = &m->list[i];
        if (by->phrase->is_exception && by->phrase->entry == match->phrase->entry &&
            by->at.end >= match->at.end)
            return true;
    }
    return false;
}

/*
 * Whether an exception, a plain word or a longer fault stands around the fault; a particle of one
 * character is hidden by any longer word.
 */
static bool is_hidden(const struct matching *m, const struct sentence *s, const struct match *fault)
{
    uint32_t from = fault->at.begin < PHRASE_REACH ? 0 : fault->at.begin - PHRASE_REACH;
    bool is_han_word =
        is_basic_han(s->chars[fault->at.begin]) && fault->phrase->class < PHRASE_PERIOD;
    bool is_particle = fault->phrase->length == 1 && is_han_word;
    if (fault->phrase->class == PHRASE_ANNOUNCING)
        return is_excepted(m, fault);
    if (phrase_fault_group(fault->phrase->class) == 0 && !is_particle)
        return m->has_plain && fault->phrase->length == 2 && is_han_word &&
               is_in_plain_word(m, fault);
    for (size_t i = m->first[from]; i < m->count && m->list[i].at.begin <= fault->at.begin; i++)
        if (&m->list[i] != fault && hides(s, &m->list[i], fault))
            return true;
    return false;
}

/* An adverb that no list holds: what stands behind it is an act. */
static void add_manner(struct matching *m, struct match match)
{
    static const struct phrase leads_to_act = {.class = PHRASE_MANNER};
    *arena_push(m->arena, m->list, m->count, m->capacity) = match;
    *arena_push(m->arena, m->list, m->count, m->capacity) = (struct match){match.at, &leads_to_act};
}

static uint32_t phrase_first(const struct phrase *phrase)
{
    size_t at = 0;
    return phrases_fold(text_next(phrase->words, &at));
}

/* Whether an act may begin behind the match: 负责, 每日, and. */
static bool opens(const struct sentence *s, const struct phrase *phrase)
{
    switch (phrase->class) {
    case PHRASE_OPENING:
    case PHRASE_ADVERB:
    case PHRASE_MANNER:
    case PHRASE_MODIFIER:
    case PHRASE_VAGUE:
    case PHRASE_PERIOD:
        return !phrase->is_exception;
    case PHRASE_AND:
        return true;
    case PHRASE_TEMPORAL: /* 周五前|交周报 */
        return s->language != LANG_EN && phrase->length == 1 &&
               text_has(TEXT("前后时"), phrase_first(phrase));
    case PHRASE_JOIN:
    case PHRASE_ACTOR:
        return s->language == LANG_EN;
    default: /* lint: the classes are many, and all others the same */
        return false;
    }
}

/* Whether an act may begin at a code point; behind "and" only what is shown to be a verb does. */
enum chance { CHANCE_NONE, CHANCE_JOINED, CHANCE_OPEN };

/* Mow verges and strim banks: English, joined to what stands in front. */
static bool joins(const struct sentence *s, const struct phrase *phrase)
{
    return s->language == LANG_EN && !phrase->is_exception &&
           (phrase->class == PHRASE_AND || phrase->class == PHRASE_JOIN);
}

/*
 * A verb that no list holds, where an act may begin; chances are carried on behind what opens one.
 */
static void add_unlisted(struct matching *m, struct sentence *s, uint32_t at, size_t from,
                         uint8_t *chances)
{
    uint32_t listed = at; /* where the longest phrase of the lists ends */
    for (size_t i = from; i < m->count; i++) {
        const struct match *match = &m->list[i];
        bool is_modal = s->language == LANG_EN ? match->phrase->class == PHRASE_OPENING
                                               : match->phrase->class == PHRASE_TEMPORAL;
        if ((chances[at] == CHANCE_OPEN || is_modal) && opens(s, match->phrase))
            chances[match->at.end] = CHANCE_OPEN;
        else if (joins(s, match->phrase) && chances[match->at.end] == CHANCE_NONE)
            chances[match->at.end] = CHANCE_JOINED;
        bool is_unit = match->phrase->class >= PHRASE_PERIOD;               /* time the races */
        bool is_opener = s->language == LANG_EN && match->phrase->has_rest; /* boost the signal */
        bool is_noun = /* captains the lifeboat, bank the takings, grit the roads */
            s->language == LANG_EN && unlisted_act_may_be(match->phrase->class) &&
            english_shows_verb(s, match->at.end, s->count);
        if (!match->phrase->is_exception && !is_unit && !is_opener && !is_noun &&
            match->at.end > listed)
            listed = match->at.end;
    }
    if (s->language == LANG_EN && chances[at] == CHANCE_OPEN && english_is_manner(s, at))
        chances[english_word_end(s, at, s->count)] = CHANCE_OPEN; /* manually braises the joint */
    if (chances[at] == CHANCE_NONE && english_is_behind_agent(s, at))
        chances[at] = CHANCE_JOINED; /* the keeper curries the ponies */
    struct match match;
    if (chances[at] == CHANCE_NONE ||
        !unlisted_act_at(s, at, listed, m->arena, m->segmenter, &match))
        return;
    bool is_shown = match.phrase->form == VERB_BASE ||
                    (match.phrase->form == VERB_S &&
                     english_is_verb_before(s, match.at.end, s->count)); /* and tolls the bell */
    if (chances[at] == CHANCE_OPEN || is_shown)
        *arena_push(m->arena, m->list, m->count, m->capacity) = match;
}

/* To provide …, to ensure …: at the head of a sentence it opens the duty, and is no result. */
static bool opens_duty(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    return s->language == LANG_EN && match->phrase->class == PHRASE_RESULT && clause != NULL &&
           text_starts_with(match->phrase->words, TEXT("to ")) &&
           clause->at.begin == match->at.begin &&
           (clause == s->clauses || clause[-1].sentence != clause->sentence);
}

static void find_matches(struct sentence *s, struct matching *m)
{
    m->first = arena_new_array(m->arena, (size_t)s->count + 1, uint32_t);
    s->classes_at = arena_new_array(m->arena, (size_t)s->count + 1, uint64_t);
    uint8_t *chances = arena_new_array(m->arena, (size_t)s->count + 1, uint8_t);
    struct match *manner, *traits;
    size_t manner_count = manner_find(s, m->arena, m->segmenter, m->phrases, &manner), next = 0;
    size_t trait_count = open_traits_find(s, m->arena, m->segmenter, m->phrases, &traits),
           trait = 0;
    for (uint32_t at = 0; at < s->count; at++) {
        m->first[at] = (uint32_t)m->count;
        if (next < manner_count && manner[next].at.begin == at)
            add_manner(m, manner[next++]);
        if (trait < trait_count && traits[trait].at.begin == at)
            *arena_push(m->arena, m->list, m->count, m->capacity) = traits[trait++];
        if (is_at_head(s, at))
            chances[at] = CHANCE_OPEN;
        if (s->is_quoted[at] && s->language != LANG_EN)
            chances[at + 1] = CHANCE_OPEN; /* 按《檔案法》銷毀… */
        if (s->is_quoted[at])
            continue;
        if (s->chars[at] == ' ') {
            chances[at + 1] = chances[at] > chances[at + 1] ? chances[at] : chances[at + 1];
            continue;
        }
        match_from(m, s, at);
        add_unlisted(m, s, at, m->first[at], chances);
    }
    m->first[s->count] = (uint32_t)m->count;
    two_part_faults_join(m, s);
    s->matches = arena_new_array(m->arena, m->count + 1, struct match);
    s->first = arena_new_array(m->arena, (size_t)s->count + 1, uint32_t);
    uint32_t kept = 0;
    for (uint32_t at = 0; at < s->count; at++) {
        s->first[at] = kept;
        for (size_t i = m->first[at]; i < m->first[at + 1]; i++) {
            const struct match *match = &m->list[i];
            if (match->phrase->is_exception || match->at.end <= at || opens_duty(s, match) ||
                is_hidden(m, s, match))
                continue;
            s->matches[kept++] = *match;
            s->classes_at[at] |= class_bit(match->phrase->class);
            s->classes[match->phrase->class / 64] |= (uint64_t)1 << match->phrase->class % 64;
        }
    }
    s->first[s->count] = kept;
}

/* ---- asking ---- */

uint32_t skip_blanks(const struct sentence *s, uint32_t at, uint32_t end)
{
    while (at < end && s->chars[at] == ' ' && s->text.data[s->offsets[at]] != '\n')
        at++;
    return at;
}

struct text sentence_text(const struct sentence *s, struct range at)
{
    uint32_t begin = at.begin < s->count ? at.begin : s->count;
    uint32_t end = at.end < s->count ? at.end : s->count;
    return text_slice(s->text, s->offsets[begin], s->offsets[end]);
}

const struct match *sentence_seldom_in(const struct sentence *s, struct range in,
                                       enum phrase_class class)
{
    for (uint32_t i = s->first[in.begin]; i < s->first[in.end]; i++)
        if (s->matches[i].phrase->class == class)
            return &s->matches[i];
    return NULL;
}

const struct match *sentence_find(const struct sentence *s, struct range in,
                                  enum phrase_class class)
{
    if (!sentence_has(s, class))
        return NULL;
    for (uint32_t i = s->first[in.begin]; i < s->first[in.end]; i++)
        if (s->matches[i].phrase->class == class && s->matches[i].at.end <= in.end)
            return &s->matches[i];
    return NULL;
}

static int compare_clauses(const void *key, const void *clause)
{
    uint32_t at = *(const uint32_t *)key;
    const struct range *range = &((const struct clause *)clause)->at;
    return at < range->begin ? -1 : at >= range->end;
}

const struct clause *sentence_clause_at(const struct sentence *s, uint32_t at)
{
    return bsearch(&at, s->clauses, s->clause_count, sizeof *s->clauses, compare_clauses);
}

/* A verb that may be a noun is in both lists: the doubt counts. */
static const struct match *doubtful(const struct sentence *s, uint32_t i)
{
    const struct match *act = &s->matches[i];
    for (uint32_t k = i + 1; k < s->first[act->at.begin + 1]; k++)
        if (s->matches[k].phrase->class == PHRASE_ACT_NOUN && s->matches[k].at.end == act->at.end)
            return &s->matches[k];
    return act;
}

const struct match *sentence_act_at(const struct sentence *s, uint32_t at)
{
    const uint64_t acts =
        class_bit(PHRASE_ACT) | class_bit(PHRASE_ACT_NOUN) | class_bit(PHRASE_HEAD_ACT);
    if (at >= s->count || (s->classes_at[at] & acts) == 0)
        return NULL;
    for (uint32_t i = s->first[at]; i < s->first[at + 1]; i++)
        if (phrase_is_act(s->matches[i].phrase->class) ||
            s->matches[i].phrase->class == PHRASE_HEAD_ACT)
            return doubtful(s, i);
    return NULL;
}

const struct match *sentence_find_act(const struct sentence *s, struct range in)
{
    for (uint32_t i = s->first[in.begin]; i < s->first[in.end]; i++)
        if (phrase_is_act(s->matches[i].phrase->class) && s->matches[i].at.end <= in.end)
            return doubtful(s, i);
    return NULL;
}

const struct match *sentence_ending(const struct sentence *s, struct range in,
                                    enum phrase_class class)
{
    if (!sentence_has(s, class))
        return NULL;
    while (in.end > in.begin && s->chars[in.end - 1] == ' ')
        in.end--;
    uint32_t from = in.end > in.begin + PHRASE_REACH ? in.end - PHRASE_REACH : in.begin;
    for (uint32_t i = s->first[from]; i < s->first[in.end]; i++)
        if (s->matches[i].phrase->class == class && s->matches[i].at.end == in.end)
            return &s->matches[i];
    return NULL;
}

void sentence_read(struct sentence *sentence, struct arena *arena, struct segmenter *segmenter,
                   const struct phrases *phrases, enum language language, struct text text)
{
    *sentence = (struct sentence){.text = text, .language = language};
    clauses_read(sentence, arena);
    size_t capacity = (size_t)sentence->count + 4; /* so many are found in most sentences */
    struct matching matching = {.arena = arena,
                                .segmenter = segmenter,
                                .phrases = phrases,
                                .list = arena_new_array(arena, capacity, struct match),
                                .capacity = capacity};
    find_matches(sentence, &matching);
    clause_heads_read(sentence);
}
