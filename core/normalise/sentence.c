#include "core/normalise/sentence.h"
#include "core/model/fold.h"
#include "core/normalise/clause_head.h"
#include "core/normalise/manner.h"
#include "core/normalise/unlisted_act.h"
#include <assert.h>
#include <stdlib.h>
#include <unicode/uchar.h>

#define PHRASE_REACH 64 /* no phrase is longer: see phrases.c */
#define PLAIN_REACH 8   /* ... nor is a plain word that verbs are part of */
#define SURE_LENGTH 3   /* Han phrases this long need no boundaries: they are no part of a word */
#define ABBREVIATION_MAX 4

struct matching {
    struct arena *arena;
    struct segmenter *segmenter;
    const struct phrases *phrases;
    struct match *list;
    size_t count, capacity;
    bool has_plain; /* a plain word of three characters or more is among them */
};

/* ---- characters ---- */

static bool is_latin_like(uint32_t c) { return c < 0x2E80 && (u_isalnum((UChar32)c) || c == '\''); }

static void fold_characters(struct sentence *s, struct arena *arena)
{
    size_t count = text_code_points(s->text);
    s->chars = arena_new_array(arena, count + 1, uint32_t);
    s->offsets = arena_new_array(arena, count + 1, uint32_t);
    s->is_quoted = arena_new_array(arena, count + 1, bool);
    s->in_brackets = arena_new_array(arena, count + 1, bool);
    s->count = 0;
    for (size_t at = 0; at < s->text.size;) {
        s->offsets[s->count] = (uint32_t)at;
        s->chars[s->count++] = phrases_fold(text_next(s->text, &at));
    }
    s->offsets[s->count] = (uint32_t)s->text.size;
}

/* The mark that ends what this one begins; 0: it begins nothing. */
static uint32_t closing_mark(uint32_t c)
{
    static const uint32_t pairs[][2] = {{0x300A, 0x300B}, {0x3008, 0x3009}, {0x300C, 0x300D},
                                        {0x300E, 0x300F}, {0x201C, 0x201D}, {'"', '"'}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == c)
            return pairs[i][1];
    return 0;
}

/* The outermost marks count; what is never closed quotes nothing. */
static void find_quotes(struct sentence *s)
{
    uint32_t begin = 0, closing = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        if (closing == 0) {
            closing = closing_mark(s->chars[i]);
            begin = i;
        } else if (s->chars[i] == closing) {
            for (uint32_t k = begin; k <= i; k++)
                s->is_quoted[k] = true;
            closing = 0;
        }
    }
}

/* ---- words ---- */

static bool is_word(struct matching *m, struct sentence *s, struct range at)
{
    if (s->is_boundary == NULL)
        s->is_boundary = segmenter_boundaries(m->segmenter, m->arena, s->chars, s->count);
    return s->is_boundary[at.begin] && s->is_boundary[at.end];
}

/* ---- clauses ---- */

enum mark { MARK_NONE, MARK_CLAUSE, MARK_SENTENCE };

/* "etc." and the like do not end a sentence; nor does a point in front of a small letter. */
static bool full_stop_ends(const struct sentence *s, uint32_t at)
{
    if (at + 1 == s->count)
        return true;
    uint32_t next = skip_blanks(s, at + 1, s->count);
    bool follows_han = at > 0 && is_basic_han(s->chars[at - 1]);
    if (next == s->count || follows_han)
        return true;
    size_t offset = s->offsets[next];
    uint32_t c = text_next(s->text, &offset);
    uint32_t begin = at;
    while (begin > 0 && is_latin_like(s->chars[begin - 1]))
        begin--;
    bool is_number = begin > 0 && begin + 1 < at && u_isdigit((UChar32)s->chars[at - 1]); /* 100. */
    return next > at + 1 && (u_isupper((UChar32)c) || is_basic_han(c)) &&
           (is_number || at - begin >= ABBREVIATION_MAX);
}

static bool is_between_digits(const struct sentence *s, uint32_t at)
{
    return at > 0 && at + 1 < s->count && u_isdigit((UChar32)s->chars[at - 1]) &&
           u_isdigit((UChar32)s->chars[at + 1]);
}

#define CAPTION_MAX 40 /* code points in front of a dash that are a caption */

/*
 * "Analysis - Performs …", "Rules -- Enforce …": a capital behind a dash between blanks; in front
 * stands a caption.
 */
static bool is_caption_dash(const struct sentence *s, uint32_t at)
{
    uint32_t begin = at, end = at + 1;
    while (begin > 0 && s->chars[begin - 1] == '-')
        begin--;
    while (end < s->count && s->chars[end] == '-')
        end++;
    if (s->language != LANG_EN || begin == 0 || at >= CAPTION_MAX || end + 1 >= s->count ||
        s->chars[begin - 1] != ' ' || s->chars[end] != ' ')
        return false;
    size_t offset = s->offsets[end + 1];
    return u_isupper((UChar32)text_next(s->text, &offset));
}

static enum mark find_mark(const struct sentence *s, uint32_t at)
{
    switch (s->chars[at]) {
    case '-':
    case 0x2013:
    case 0x2014:
        return is_caption_dash(s, at) ? MARK_CLAUSE : MARK_NONE;
    case 0x3002:
    case ';':
    case '!':
    case '?':
        return MARK_SENTENCE;
    case ' ':
        return s->text.data[s->offsets[at]] == '\n' ? MARK_SENTENCE : MARK_NONE;
    case '.':
        return full_stop_ends(s, at) ? MARK_SENTENCE : MARK_NONE;
    case ',':
    case ':':
        return is_between_digits(s, at) ? MARK_NONE : MARK_CLAUSE;
    default:
        return MARK_NONE;
    }
}

static enum mark mark_at(const struct sentence *s, uint32_t at) { return (enum mark)s->marks[at]; }

static void add_clause(struct sentence *s, struct range at, uint32_t number)
{
    at.begin = skip_blanks(s, at.begin, at.end);
    while (at.end > at.begin && s->chars[at.end - 1] == ' ')
        at.end--;
    if (at.begin < at.end)
        s->clauses[s->clause_count++] = (struct clause){.at = at, .sentence = number};
}

/* What stands in brackets belongs to the clause around it. */
static void find_clauses(struct sentence *s, struct arena *arena)
{
    uint32_t begin = 0, number = 0, depth = 0;
    size_t marks = 1;
    s->marks = arena_new_array(arena, (size_t)s->count + 1, uint8_t);
    for (uint32_t i = 0; i < s->count; i++) {
        s->marks[i] = (uint8_t)find_mark(s, i);
        marks += s->marks[i] != MARK_NONE;
    }
    s->clauses = arena_new_array(arena, marks, struct clause);
    for (uint32_t i = 0; i < s->count; i++) {
        enum mark mark = s->is_quoted[i] ? MARK_NONE : mark_at(s, i);
        depth += s->chars[i] == '(';
        depth -= s->chars[i] == ')' && depth > 0;
        s->in_brackets[i] = depth > 0;
        if (mark == MARK_NONE || (depth > 0 && mark == MARK_CLAUSE))
            continue;
        add_clause(s, (struct range){begin, i}, number);
        begin = i + 1;
        number += mark == MARK_SENTENCE;
        depth = mark == MARK_SENTENCE ? 0 : depth;
    }
    add_clause(s, (struct range){begin, s->count}, number);
}

/* ---- matches ---- */

static_assert(PHRASE_CLASS_COUNT <= 64, "classes are bits of a number");
static uint64_t class_bit(enum phrase_class class) { return (uint64_t)1 << class; }

static bool is_at_head(const struct sentence *s, uint32_t at)
{
    while (at > 0 && s->chars[at - 1] == ' ' && mark_at(s, at - 1) == MARK_NONE)
        at--;
    return at == 0 || mark_at(s, at - 1) != MARK_NONE;
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

/*
 * What "^" asks stands there also behind words that open a duty or an adverb: To maintain
 * confidentiality, Consistently follows …, 隨時保持….
 */
static bool is_opened(const struct sentence *s, uint32_t at)
{
    if (s->language != LANG_EN)
        return is_at_head(s, at) || is_behind_chinese_opener(s, at);
    static const char *const openers[] = {"to",     "will",   "shall", "must", "also",
                                          "always", "should", "may",   NULL};
    while (!is_at_head(s, at)) {
        uint32_t end = at;
        while (end > 0 && s->chars[end - 1] == ' ')
            end--;
        for (at = end; at > 0 && is_latin_like(s->chars[at - 1]);)
            at--;
        struct text word = sentence_text(s, (struct range){at, end});
        bool is_opener = text_ends_with(word, TEXT("ly")) && word.size > 4;
        for (const char *const *known = openers; *known != NULL && !is_opener; known++)
            is_opener = text_equal_ascii_case(word, text_from_string(*known));
        if (!is_opener)
            return false;
    }
    return true;
}

static bool is_at_end(const struct sentence *s, uint32_t at)
{
    at = skip_blanks(s, at, s->count);
    return at == s->count || mark_at(s, at) != MARK_NONE;
}

static bool is_within_latin(const struct sentence *s, struct range at)
{
    uint32_t before = at.begin == 0 ? ' ' : s->chars[at.begin - 1];
    uint32_t after = at.end == s->count ? ' ' : s->chars[at.end];
    return (is_latin_like(s->chars[at.begin]) && (is_latin_like(before) || before == '-')) ||
           (is_latin_like(s->chars[at.end - 1]) && (is_latin_like(after) || after == '-'));
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
    return is_word(m, s, at) &&
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
            if (!is_apt(m, s, range, phrase))
                continue;
            m->has_plain = m->has_plain || (phrase->class == PHRASE_PLAIN && phrase->length > 2);
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
    bool is_cut = s->is_boundary != NULL && s->language != LANG_EN && /* 同 in 合同 */
                  !(s->is_boundary[by->at.begin] && s->is_boundary[by->at.end]);
    return !is_cut && by->phrase->entry == fault->phrase->entry && nearest <= fault->at.begin &&
           clause != NULL && clause->at.begin <= by->at.begin;
}

static uint32_t length_of(struct range at) { return at.end - at.begin; }

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
    return by->phrase->class == PHRASE_PLAIN ||
           (is_longer && phrase_fault_group(by->phrase->class) == group);
}

/* 報價單, 實驗室, 對外關係: a word of two characters is none within a plain word of more. */
static bool is_in_plain_word(const struct matching *m, const uint32_t *first,
                             const struct match *match)
{
    uint32_t from = match->at.begin < PLAIN_REACH ? 0 : match->at.begin - PLAIN_REACH;
    for (size_t i = first[from]; i < m->count && m->list[i].at.begin <= match->at.begin; i++) {
        const struct match *by = &m->list[i];
        if (by->phrase->class == PHRASE_PLAIN && by->at.end >= match->at.end &&
            length_of(by->at) > length_of(match->at))
            return true;
    }
    return false;
}

/*
 * Whether an exception, a plain word or a longer fault stands around the fault; a particle of one
 * character is hidden by any longer word.
 */
static bool is_hidden(const struct matching *m, const struct sentence *s, const uint32_t *first,
                      const struct match *fault)
{
    uint32_t from = fault->at.begin < PHRASE_REACH ? 0 : fault->at.begin - PHRASE_REACH;
    bool is_han_word =
        is_basic_han(s->chars[fault->at.begin]) && fault->phrase->class < PHRASE_PERIOD;
    bool is_particle = fault->phrase->length == 1 && is_han_word;
    if (phrase_fault_group(fault->phrase->class) == 0 && !is_particle)
        return m->has_plain && fault->phrase->length == 2 && is_han_word &&
               is_in_plain_word(m, first, fault);
    for (size_t i = first[from]; i < m->count && m->list[i].at.begin <= fault->at.begin; i++)
        if (&m->list[i] != fault && hides(s, &m->list[i], fault))
            return true;
    return false;
}

/* ---- faults of two parts: 提升…形象 ---- */

#define REST_REACH 24u /* code points between the parts; in English four times */
#define REST_SOON 3u   /* ... of a close rest */

/*
 * An exception of the class stands around the rest, or goes on from it: 形象設計 in
 * 提升形象設計能力, 滿意度調查 in 建立員工滿意度調查機制. What names a thing in one entry names it
 * in all.
 */
static bool is_excepted(const struct matching *m, const uint32_t *first, const struct match *rest)
{
    uint32_t from = rest->at.begin < PHRASE_REACH ? 0 : rest->at.begin - PHRASE_REACH;
    for (size_t i = first[from]; i < m->count && m->list[i].at.begin < rest->at.end; i++) {
        const struct match *by = &m->list[i];
        if (by->phrase->is_exception && !by->phrase->is_rest && !by->phrase->is_guard &&
            by->phrase->class == rest->phrase->class &&
            (by->at.end > rest->at.end ||
             (by->at.end == rest->at.end && length_of(by->at) > length_of(rest->at))))
            return true;
    }
    return false;
}

/* 改善服務態度|之規劃: 之 or 的 leads to the act that ends the clause. */
static bool leads_to_act(const struct matching *m, const struct sentence *s, const uint32_t *first,
                         uint32_t particle)
{
    const struct clause *clause = sentence_clause_at(s, particle);
    if (clause == NULL || s->chars[particle] != 0x4E4B) /* 之 */
        return false;
    for (size_t i = first[particle]; i < first[clause->at.end]; i++)
        if (phrase_is_act(m->list[i].phrase->class) && m->list[i].at.end == clause->at.end)
            return true;
    return false;
}

/* 滿意度|調查, 形象|設計: what nobody can assess is but a part of the name. */
static bool is_part_of_name(const struct matching *m, const struct sentence *s,
                            const uint32_t *first, const struct match *rest)
{
    if (rest->phrase->class != PHRASE_NOT_ASSESSABLE || rest->at.end == s->count)
        return false;
    if (s->language != LANG_EN && leads_to_act(m, s, first, rest->at.end))
        return true;
    for (size_t i = first[rest->at.end]; i < first[rest->at.end + 1]; i++)
        if (m->list[i].phrase->class == PHRASE_ABOUT)
            return true;
    return false;
}

/*
 * Establish, maintain and expand …: where the verbs end that have the opener's object; they stand
 * behind joining words, commas and adverbs.
 */
static uint32_t verbs_end(const struct matching *m, const struct sentence *s, const uint32_t *first,
                          const struct match *opener)
{
    static const uint64_t all = (uint64_t)1 << PHRASE_JOIN | (uint64_t)1 << PHRASE_AND |
                                (uint64_t)1 << PHRASE_ADVERB | (uint64_t)1 << PHRASE_MODIFIER;
    uint32_t end = opener->at.end;
    bool is_joined = false;
    for (uint32_t at = skip_blanks(s, end, s->count); at < s->count;) {
        uint32_t next = at;
        bool is_act = false;
        for (size_t i = first[at]; i < first[at + 1]; i++) {
            const struct match *match = &m->list[i];
            bool is_verb = is_joined && phrase_is_act(match->phrase->class);
            bool leads = (class_bit(match->phrase->class) & all) != 0;
            if (match->phrase->is_exception || match->at.end <= next || !(is_verb || leads))
                continue;
            next = match->at.end;
            is_act = is_verb;
            is_joined = is_joined || match->phrase->class == PHRASE_JOIN;
        }
        if (next == at)
            break;
        end = is_act ? next : end;
        is_joined = is_joined && !is_act;
        at = skip_blanks(s, next, s->count);
    }
    return end;
}

/* In English what nobody can assess stands behind a verb as its object also where none asks it. */
static bool needs_object(const struct sentence *s, const struct phrase *opener)
{
    return opener->has_object ||
           (s->language == LANG_EN && !opener->is_close && opener->class == PHRASE_NOT_ASSESSABLE);
}

/* A preposition or, of a strict object, a verb in front of the rest: it belongs to that. */
static bool leads_elsewhere(const struct matching *m, const struct sentence *s,
                            const uint32_t *first, const struct match *opener,
                            const struct match *rest)
{
    uint32_t from = s->language == LANG_EN ? verbs_end(m, s, first, opener) : opener->at.end;
    for (size_t i = first[from]; from < rest->at.begin && i < first[rest->at.begin]; i++) {
        const struct match *between = &m->list[i];
        enum phrase_class class = between->phrase->class;
        if (!between->phrase->is_exception && between->at.end <= rest->at.begin &&
            (class == PHRASE_PREPOSITION || (class == PHRASE_ACT && opener->phrase->has_object)))
            return true;
    }
    return false;
}

/* Give friendly service: something in front of the rest says how good it is. */
static bool is_praised(const struct matching *m, const uint32_t *first, const struct match *opener,
                       const struct match *rest)
{
    for (size_t i = first[opener->at.end]; i < first[rest->at.begin]; i++) {
        const struct match *praise = &m->list[i];
        if (!praise->phrase->is_exception && praise->at.end < rest->at.begin &&
            (praise->phrase->class == PHRASE_MODIFIER ||
             (praise->phrase->class == PHRASE_TRAIT &&
              !text_is(praise->phrase->words, "patient")))) /* patient care: whose */
            return true;
    }
    return false;
}

/* 關係 in 相關系統: two characters of two words. */
static bool is_cut(struct matching *m, struct sentence *s, const struct match *rest)
{
    return rest->phrase->class == PHRASE_NOT_ASSESSABLE && length_of(rest->at) < SURE_LENGTH &&
           is_basic_han(s->chars[rest->at.begin]) && !is_word(m, s, rest->at);
}

/* Whether an act begins there, behind joining words. */
static bool begins_act(const struct matching *m, const struct sentence *s, const uint32_t *first,
                       uint32_t at)
{
    for (uint32_t next = at; at < s->count; at = skip_blanks(s, next, s->count)) {
        next = at;
        for (size_t i = first[at]; i < first[at + 1]; i++) {
            const struct match *match = &m->list[i];
            enum phrase_class class = match->phrase->class;
            if (match->phrase->is_exception || match->phrase->is_rest)
                continue;
            if (phrase_is_act(class) || class == PHRASE_HEAD_ACT || class == PHRASE_IDLE ||
                class == PHRASE_RESULT || class == PHRASE_ACTOR)
                return true;
            if (class == PHRASE_JOIN || class == PHRASE_AND)
                next = match->at.end;
        }
        if (next == at)
            return false;
    }
    return false;
}

/*
 * Where what the opener is done to may end: with its clause; in English also behind commas, as long
 * as no act follows them (follow hygiene, safety, and security policies).
 */
static uint32_t object_end(const struct matching *m, const struct sentence *s,
                           const uint32_t *first, const struct match *opener)
{
    const struct clause *clause = sentence_clause_at(s, opener->at.begin);
    if (clause == NULL)
        return opener->at.end;
    bool is_list = s->language == LANG_EN &&
                   (opener->phrase->has_object || opener->phrase->class == PHRASE_REQUIREMENT);
    const struct clause *last = s->clauses + s->clause_count - 1;
    is_list = is_list && skip_blanks(s, opener->at.end, s->count) < clause->at.end; /* support, … */
    while (is_list && clause < last && clause[1].sentence == clause->sentence &&
           s->chars[clause->at.end] == ',' && !begins_act(m, s, first, clause[1].at.begin))
        clause++;
    return clause->at.end;
}

/* Where the rest of a fault ends; 0: nothing of it follows in the clause. */
static uint32_t rest_end(struct matching *m, struct sentence *s, const uint32_t *first,
                         const struct match *opener)
{
    const struct clause *clause = sentence_clause_at(s, opener->at.begin);
    uint32_t reach =
        (s->language == LANG_EN ? 4u : 1u) * (opener->phrase->is_close ? REST_SOON : REST_REACH);
    uint32_t end = object_end(m, s, first, opener);
    uint32_t last = end - opener->at.end > reach ? opener->at.end + reach + 1 : end;
    for (size_t i = first[opener->at.end]; clause != NULL && i < first[last]; i++) {
        const struct match *rest = &m->list[i];
        if (rest->phrase->is_rest && rest->phrase->entry == opener->phrase->entry &&
            rest->at.end <= end && !is_excepted(m, first, rest) &&
            !is_part_of_name(m, s, first, rest) && !is_cut(m, s, rest) &&
            !(needs_object(s, opener->phrase) && leads_elsewhere(m, s, first, opener, rest)) &&
            (!opener->phrase->has_praise || is_praised(m, first, opener, rest)))
            return rest->at.end;
    }
    return 0;
}

/* Whether the match says an act or a procedure, which what follows may be the result of. */
static bool says_act(const struct sentence *s, const struct match *match)
{
    enum phrase_class class = match->phrase->class;
    if (match->phrase->is_exception)
        return false;
    bool is_head_act = class == PHRASE_HEAD_ACT && is_at_head(s, match->at.begin);
    return class == PHRASE_ACT || class == PHRASE_ACT_NOUN || is_head_act ||
           (class == PHRASE_HOW && (match->phrase->length > 1 || is_at_head(s, match->at.begin)));
}

/* Establish and maintain …, 建立並維持…: the verb behind shares what the opener is done to. */
static bool is_shared(const struct matching *m, const struct sentence *s, const uint32_t *first,
                      const struct match *opener)
{
    uint32_t next = skip_blanks(s, opener->at.end, s->count);
    if (opener->phrase->class != PHRASE_NOT_ASSESSABLE || !opener->phrase->has_rest ||
        next == s->count)
        return false;
    for (size_t i = first[next]; i < first[next + 1]; i++) {
        const struct phrase *phrase = m->list[i].phrase;
        if (!phrase->is_exception && (phrase->class == PHRASE_JOIN || phrase->class == PHRASE_AND))
            return true;
    }
    return s->chars[next] == 0x3001 || (s->language == LANG_EN && s->chars[next] == ',');
}

/* "to meet people", "so that": what stands behind it in the sentence is what for. */
static bool follows_purpose(const struct matching *m, const struct sentence *s,
                            const uint32_t *first, uint32_t at)
{
    const struct clause *clause = sentence_clause_at(s, at == 0 ? 0 : at - 1);
    while (clause != NULL && clause > s->clauses && clause[-1].sentence == clause->sentence)
        clause--;
    if (clause == NULL)
        return false;
    for (size_t i = first[clause->at.begin]; i < first[at]; i++) {
        const struct match *match = &m->list[i];
        if (match->phrase->is_exception || match->at.end > at)
            continue;
        uint32_t next = skip_blanks(s, match->at.end, s->count);
        bool is_to = match->phrase->class == PHRASE_PREPOSITION &&
                     text_is(match->phrase->words, "to") && match->at.begin > clause->at.begin;
        if (match->phrase->class == PHRASE_RESULT && match->at.begin > clause->at.begin)
            return true;
        for (size_t k = first[next]; is_to && next < at && k < first[next + 1]; k++)
            if (says_act(s, &m->list[k]))
                return true;
    }
    return false;
}

/*
 * Identify and build relationships; …, create a culture: an English verb joined to another, or at
 * the head of a clause, is one more act; results are infinitives (to build) and participles.
 */
static bool is_one_more_act(const struct matching *m, const struct sentence *s,
                            const uint32_t *first, const struct match *opener)
{
    struct range before = {0, opener->at.begin};
    if (s->language != LANG_EN || !opener->phrase->has_object || opener->phrase->form > VERB_S)
        return false;
    while (before.end > 0 && s->chars[before.end - 1] == ' ')
        before.end--;
    for (size_t i = first[before.end > 4 ? before.end - 4 : 0]; i < first[before.end]; i++)
        if (m->list[i].phrase->class == PHRASE_JOIN && m->list[i].at.end == before.end)
            return !text_ends_with(m->list[i].phrase->words, TEXT(" to")) &&
                   !follows_purpose(m, s, first, before.end);
    return is_at_head(s, opener->at.begin);
}

/* Whether a phrase of the class begins in the range. */
static bool begins_within(const struct matching *m, const uint32_t *first, struct range in,
                          enum phrase_class class)
{
    for (size_t i = first[in.begin]; i < first[in.end]; i++)
        if (m->list[i].phrase->class == class && !m->list[i].phrase->is_exception)
            return true;
    return false;
}

/* 與各界建立…, 不斷改善…, 為住戶提供…: with whom, for whom or with zeal it is done by itself. */
static bool begins_own_act(const struct matching *m, const struct sentence *s,
                           const uint32_t *first, const struct clause *clause, uint32_t at)
{
    static const char *const zeal[] = {"努力", "不断", "不斷", NULL};
    uint32_t c = s->chars[clause->at.begin];
    struct range front = {at > clause->at.begin + 2 ? at - 2 : clause->at.begin, at};
    bool is_with =
        c == 0x4E0E || c == 0x548C || c == 0x540C || c == 0x8DDF || c == 0x4E3A; /* 与和同跟为 */
    return (is_with &&
            begins_within(m, first, (struct range){clause->at.begin, at}, PHRASE_PREPOSITION)) ||
           text_is_one_of(sentence_text(s, front), zeal);
}

/*
 * 回訪客戶，提升滿意度: a verb that names results, that stands in a clause of one (以建立…) or
 * within the clause of the act. Another is one more act: 參加例會，建立良好關係.
 */
static bool may_name_result(const struct matching *m, const struct sentence *s,
                            const uint32_t *first, const struct match *opener)
{
    const struct clause *clause = sentence_clause_at(s, opener->at.begin);
    uint32_t at = opener->at.begin;
    if (s->language == LANG_EN || clause == NULL)
        return true;
    struct range front = {clause->at.begin, at};
    if (begins_own_act(m, s, first, clause, at))
        return false;
    if (s->chars[clause->at.begin] == 0x4EE5 || text_is(opener->phrase->words, "完成")) /* 以 */
        return true;
    bool is_behind_act = begins_within(m, first, front, PHRASE_ACT) &&
                         !begins_within(m, first, front, PHRASE_PREPOSITION) &&
                         !begins_within(m, first, front, PHRASE_HOW) &&
                         !begins_within(m, first, front, PHRASE_AND);
    return is_behind_act ||
           begins_within(m, first, (struct range){clause->at.begin, at + 1}, PHRASE_RESULT);
}

/*
 * Faults of two parts end where their rest does, or are none: empty. What nobody can assess is none
 * behind an act of its sentence, whose result it is: 回訪客戶，提升滿意度.
 */
static void join_parts(struct matching *m, struct sentence *s, const uint32_t *first)
{
    uint32_t acted = UINT32_MAX; /* the sentence in which an act was seen */
    size_t c = 0;
    for (uint32_t at = 0; at < s->count; at++) {
        if (first[at] == first[at + 1])
            continue;
        while (c < s->clause_count && s->clauses[c].at.end <= at)
            c++;
        bool is_act = false, is_within = c < s->clause_count && s->clauses[c].at.begin <= at;
        bool shares = false;
        for (size_t i = first[at]; i < first[at + 1]; i++) {
            struct match *match = &m->list[i];
            is_act = is_act || says_act(s, match);
            shares = shares || is_shared(m, s, first, match);
            bool is_aim = s->language == LANG_EN && is_within &&
                          match->phrase->class == PHRASE_NOT_ASSESSABLE &&
                          acted == s->clauses[c].sentence && !match->phrase->is_exception &&
                          !match->phrase->is_rest && follows_purpose(m, s, first, at);
            if (is_aim)
                match->at.end = at;
            if (!match->phrase->has_rest || is_aim)
                continue;
            bool is_past = s->language == LANG_EN && match->phrase->form == VERB_ED &&
                           match->phrase->class == PHRASE_NOT_ASSESSABLE; /* demonstrated … */
            if (is_past) {
                match->at.end = at;
                continue;
            }
            bool is_result = match->phrase->class == PHRASE_NOT_ASSESSABLE && is_within &&
                             acted == s->clauses[c].sentence &&
                             !is_one_more_act(m, s, first, match) &&
                             may_name_result(m, s, first, match);
            struct range opener = match->at;
            uint32_t end = is_result || !is_within ? 0 : rest_end(m, s, first, match);
            bool is_sure = match->phrase->is_close && match->phrase->length > 1;
            bool is_one =
                end > 0 && (is_sure || !is_basic_han(s->chars[at]) || is_word(m, s, opener));
            match->at.end = is_one ? end : at;
        }
        acted = is_act && is_within && !shares ? s->clauses[c].sentence : acted;
    }
}

/* An adverb that no list holds: what stands behind it is an act. */
static void add_manner(struct matching *m, struct match match)
{
    static const struct phrase leads_to_act = {.class = PHRASE_MANNER};
    *arena_push(m->arena, m->list, m->count, m->capacity) = match;
    *arena_push(m->arena, m->list, m->count, m->capacity) = (struct match){match.at, &leads_to_act};
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
    case PHRASE_JOIN:
    case PHRASE_ACTOR:
        return s->language == LANG_EN;
    default: /* lint: the classes are many, and all others the same */
        return false;
    }
}

/*
 * A verb that no list holds, where an act may begin; may_act is carried on behind what opens one.
 */
static void add_unlisted(struct matching *m, struct sentence *s, uint32_t at, size_t from,
                         bool *may_act)
{
    uint32_t listed = at; /* where the longest phrase of the lists ends */
    for (size_t i = from; i < m->count; i++) {
        const struct match *match = &m->list[i];
        bool is_modal = s->language == LANG_EN && match->phrase->class == PHRASE_OPENING;
        if ((may_act[at] || is_modal) && opens(s, match->phrase))
            may_act[match->at.end] = true;
        bool is_unit = match->phrase->class >= PHRASE_PERIOD; /* time the races */
        if (!match->phrase->is_exception && !is_unit && match->at.end > listed)
            listed = match->at.end;
    }
    struct match match;
    if (may_act[at] && unlisted_act_at(s, at, listed, m->arena, m->segmenter, &match))
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
    uint32_t *first = arena_new_array(m->arena, (size_t)s->count + 1, uint32_t);
    bool *may_act = arena_new_array(m->arena, (size_t)s->count + 1, bool);
    struct match *manner;
    size_t manner_count = manner_find(s, m->arena, m->segmenter, m->phrases, &manner), next = 0;
    for (uint32_t at = 0; at < s->count; at++) {
        first[at] = (uint32_t)m->count;
        if (next < manner_count && manner[next].at.begin == at)
            add_manner(m, manner[next++]);
        may_act[at] = may_act[at] || is_at_head(s, at);
        if (s->is_quoted[at] && s->language != LANG_EN)
            may_act[at + 1] = true; /* 按《檔案法》銷毀… */
        if (s->is_quoted[at])
            continue;
        if (s->chars[at] == ' ') {
            may_act[at + 1] = may_act[at + 1] || may_act[at];
            continue;
        }
        match_from(m, s, at);
        add_unlisted(m, s, at, first[at], may_act);
    }
    first[s->count] = (uint32_t)m->count;
    join_parts(m, s, first);
    s->matches = arena_new_array(m->arena, m->count + 1, struct match);
    s->first = arena_new_array(m->arena, (size_t)s->count + 1, uint32_t);
    uint32_t kept = 0;
    for (uint32_t at = 0; at < s->count; at++) {
        s->first[at] = kept;
        for (size_t i = first[at]; i < first[at + 1]; i++) {
            const struct match *match = &m->list[i];
            if (match->phrase->is_exception || match->at.end <= at || opens_duty(s, match) ||
                is_hidden(m, s, first, match))
                continue;
            s->matches[kept++] = *match;
            s->classes |= class_bit(match->phrase->class);
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
    return text_slice(s->text, s->offsets[at.begin], s->offsets[at.end]);
}

bool sentence_has(const struct sentence *s, enum phrase_class class)
{
    return s->classes & class_bit(class);
}

const struct match *sentence_at(const struct sentence *s, uint32_t at, enum phrase_class class)
{
    if (!sentence_has(s, class))
        return NULL;
    for (uint32_t i = at < s->count ? s->first[at] : 0; at < s->count && i < s->first[at + 1]; i++)
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

bool phrase_is_act(enum phrase_class class)
{
    return class == PHRASE_ACT || class == PHRASE_ACT_NOUN;
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
    for (uint32_t i = at < s->count ? s->first[at] : 0; at < s->count && i < s->first[at + 1]; i++)
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
    fold_characters(sentence, arena);
    size_t capacity = (size_t)sentence->count + 4; /* so many are found in most sentences */
    struct matching matching = {.arena = arena,
                                .segmenter = segmenter,
                                .phrases = phrases,
                                .list = arena_new_array(arena, capacity, struct match),
                                .capacity = capacity};
    find_quotes(sentence);
    find_clauses(sentence, arena);
    find_matches(sentence, &matching);
    clause_heads_read(sentence);
}
