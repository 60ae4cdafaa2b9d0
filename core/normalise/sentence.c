#include "core/normalise/sentence.h"
#include <assert.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#define PHRASE_REACH 64 /* no phrase is longer: see phrases.c */
#define PLAIN_REACH 8   /* ... nor is a plain word that verbs are part of */
#define SURE_LENGTH 3   /* Han phrases this long need no boundaries: they are no part of a word */
#define ABBREVIATION_MAX 4

struct segmenter {
    UBreakIterator *words; /* NULL: not needed yet */
};

struct matching {
    struct arena *arena;
    struct segmenter *segmenter;
    const struct phrases *phrases;
    struct match *list;
    size_t count, capacity;
    bool has_plain; /* a plain word of three characters or more is among them */
};

struct segmenter *segmenter_open(struct arena *arena) { return arena_new(arena, struct segmenter); }

void segmenter_close(struct segmenter *segmenter)
{
    if (segmenter->words != NULL)
        ubrk_close(segmenter->words);
}

/* ---- characters ---- */

static bool is_latin_like(uint32_t c) { return c < 0x2E80 && (u_isalnum((UChar32)c) || c == '\''); }

static bool is_han(uint32_t c) { return c >= 0x3400 && c < 0xA000; }

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

/* A word break iterator over Chinese: its dictionary knows both scripts; English needs none. */
static void find_boundaries(struct sentence *s, struct arena *arena, struct segmenter *segmenter)
{
    UErrorCode error = U_ZERO_ERROR;
    UChar *wide = arena_new_array(arena, 2 * (size_t)s->count + 1, UChar);
    uint32_t *points = arena_new_array(arena, 2 * (size_t)s->count + 1, uint32_t);
    int32_t size = 0;
    s->is_boundary = arena_new_array(arena, (size_t)s->count + 1, bool);
    for (uint32_t i = 0; i < s->count; i++) {
        UBool is_error = false;
        points[size] = i;
        U16_APPEND(wide, size, 2 * (int32_t)s->count, (UChar32)s->chars[i], is_error);
        assert(!is_error);
    }
    points[size] = s->count;
    if (segmenter->words == NULL)
        segmenter->words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &error);
    assert(U_SUCCESS(error));
    ubrk_setText(segmenter->words, wide, size, &error);
    assert(U_SUCCESS(error));
    for (int32_t at = ubrk_first(segmenter->words); at != UBRK_DONE;
         at = ubrk_next(segmenter->words))
        s->is_boundary[points[at]] = true;
}

static bool is_word(struct matching *m, struct sentence *s, struct range at)
{
    if (s->is_boundary == NULL)
        find_boundaries(s, m->arena, m->segmenter);
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
    bool follows_han = at > 0 && is_han(s->chars[at - 1]);
    if (next == s->count || follows_han)
        return true;
    size_t offset = s->offsets[next];
    uint32_t c = text_next(s->text, &offset);
    uint32_t begin = at;
    while (begin > 0 && is_latin_like(s->chars[begin - 1]))
        begin--;
    return next > at + 1 && (u_isupper((UChar32)c) || is_han(c)) && at - begin >= ABBREVIATION_MAX;
}

static enum mark mark_at(const struct sentence *s, uint32_t at)
{
    bool in_number = at > 0 && at + 1 < s->count && u_isdigit((UChar32)s->chars[at - 1]) &&
                     u_isdigit((UChar32)s->chars[at + 1]);
    switch (s->chars[at]) {
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
        return in_number ? MARK_NONE : MARK_CLAUSE;
    default:
        return MARK_NONE;
    }
}

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
    for (uint32_t i = 0; i < s->count; i++)
        marks += mark_at(s, i) != MARK_NONE;
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

static bool is_at_head(const struct sentence *s, uint32_t at)
{
    while (at > 0 && s->chars[at - 1] == ' ' && mark_at(s, at - 1) == MARK_NONE)
        at--;
    return at == 0 || mark_at(s, at - 1) != MARK_NONE;
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
    if ((phrase->at_head && !is_at_head(s, at.begin)) || (phrase->at_end && !is_at_end(s, at.end)))
        return false;
    uint32_t length = at.end - at.begin;
    bool asks = is_han(s->chars[at.begin]) && !phrase->is_exception && length < SURE_LENGTH &&
                phrase_fault_group(phrase->class) > 0;
    /* of two parts: when the other one is found, which is seldom, since words are dear */
    return !asks || phrase->has_rest || is_word(m, s, at);
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

/* 與採購案有關的: the word stands in front, something between, no mark. */
static bool guards(const struct sentence *s, const struct match *by, const struct match *fault)
{
    const struct clause *clause = sentence_clause_at(s, fault->at.begin);
    return by->phrase->entry == fault->phrase->entry && by->at.end < fault->at.begin &&
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
    bool is_han_word = is_han(s->chars[fault->at.begin]) && fault->phrase->class < PHRASE_PERIOD;
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

/* Where the rest of a fault ends; 0: nothing of it follows in the clause. */
static uint32_t rest_end(const struct matching *m, const struct sentence *s, const uint32_t *first,
                         const struct match *opener)
{
    const struct clause *clause = sentence_clause_at(s, opener->at.begin);
    uint32_t reach =
        (s->language == LANG_EN ? 4u : 1u) * (opener->phrase->is_close ? REST_SOON : REST_REACH);
    uint32_t end = clause == NULL ? opener->at.end : clause->at.end;
    uint32_t last = end - opener->at.end > reach ? opener->at.end + reach + 1 : end;
    for (size_t i = first[opener->at.end]; clause != NULL && i < first[last]; i++) {
        const struct match *rest = &m->list[i];
        if (rest->phrase->is_rest && rest->phrase->entry == opener->phrase->entry &&
            rest->at.end <= end && !is_excepted(m, first, rest))
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
    return class == PHRASE_ACT || class == PHRASE_ACT_NOUN ||
           (class == PHRASE_HOW && (match->phrase->length > 1 || is_at_head(s, match->at.begin)));
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
        for (size_t i = first[at]; i < first[at + 1]; i++) {
            struct match *match = &m->list[i];
            is_act = is_act || says_act(s, match);
            if (!match->phrase->has_rest)
                continue;
            bool is_result = match->phrase->class == PHRASE_NOT_ASSESSABLE && is_within &&
                             acted == s->clauses[c].sentence;
            struct range opener = match->at;
            uint32_t end = is_result || !is_within ? 0 : rest_end(m, s, first, match);
            bool is_one = end > 0 && (match->phrase->is_close || !is_han(s->chars[at]) ||
                                      is_word(m, s, opener));
            match->at.end = is_one ? end : at;
        }
        acted = is_act && is_within ? s->clauses[c].sentence : acted;
    }
}

static void find_matches(struct sentence *s, struct matching *m)
{
    uint32_t *first = arena_new_array(m->arena, (size_t)s->count + 1, uint32_t);
    for (uint32_t at = 0; at < s->count; at++) {
        first[at] = (uint32_t)m->count;
        if (!s->is_quoted[at] && s->chars[at] != ' ')
            match_from(m, s, at);
    }
    first[s->count] = (uint32_t)m->count;
    join_parts(m, s, first);
    s->matches = arena_new_array(m->arena, m->count + 1, struct match);
    s->first = arena_new_array(m->arena, (size_t)s->count + 1, uint32_t);
    uint32_t kept = 0;
    for (uint32_t at = 0; at < s->count; at++) {
        s->first[at] = kept;
        for (size_t i = first[at]; i < first[at + 1]; i++)
            if (!m->list[i].phrase->is_exception && m->list[i].at.end > at &&
                !is_hidden(m, s, first, &m->list[i]))
                s->matches[kept++] = m->list[i];
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

const struct match *sentence_at(const struct sentence *s, uint32_t at, enum phrase_class class)
{
    for (uint32_t i = at < s->count ? s->first[at] : 0; at < s->count && i < s->first[at + 1]; i++)
        if (s->matches[i].phrase->class == class)
            return &s->matches[i];
    return NULL;
}

const struct match *sentence_find(const struct sentence *s, struct range in,
                                  enum phrase_class class)
{
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

bool sentence_has(const struct sentence *s, enum phrase_class class)
{
    return sentence_find(s, (struct range){0, s->count}, class) != NULL;
}

static bool is_act(enum phrase_class class)
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
        if (is_act(s->matches[i].phrase->class))
            return doubtful(s, i);
    return NULL;
}

const struct match *sentence_find_act(const struct sentence *s, struct range in)
{
    for (uint32_t i = s->first[in.begin]; i < s->first[in.end]; i++)
        if (is_act(s->matches[i].phrase->class) && s->matches[i].at.end <= in.end)
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

/* ---- heads of clauses ---- */

enum head_step { HEAD_STOPS, HEAD_SKIPS, HEAD_OPENS, HEAD_ACTS, HEAD_LOOKS, HEAD_HOW, HEAD_RESULT };

/* What a phrase at the head of a clause means for it. */
static enum head_step head_step(enum phrase_class class)
{
    static const enum head_step steps[PHRASE_CLASS_COUNT] = {
        [PHRASE_ACT] = HEAD_ACTS,          [PHRASE_ACT_NOUN] = HEAD_ACTS,
        [PHRASE_IDLE] = HEAD_ACTS,         [PHRASE_ACTOR] = HEAD_ACTS,
        [PHRASE_OPENING] = HEAD_OPENS,     [PHRASE_ADVERB] = HEAD_SKIPS,
        [PHRASE_MODIFIER] = HEAD_SKIPS,    [PHRASE_VAGUE] = HEAD_SKIPS,
        [PHRASE_PERIOD] = HEAD_SKIPS,      [PHRASE_MANNER] = HEAD_SKIPS,
        [PHRASE_AND] = HEAD_SKIPS,         [PHRASE_JOIN] = HEAD_SKIPS,
        [PHRASE_PREPOSITION] = HEAD_LOOKS, [PHRASE_HOW] = HEAD_HOW,
        [PHRASE_RESULT] = HEAD_RESULT,
    };
    return steps[class];
}

/*
 * The longest phrase with a meaning there. 保障 and 降低 are acts where a sentence begins, results
 * in what follows.
 */
static const struct match *head_match(const struct sentence *s, uint32_t at, uint32_t end,
                                      bool is_first, enum head_step *step)
{
    const struct match *best = NULL;
    *step = HEAD_STOPS;
    for (uint32_t i = s->first[at]; i < s->first[at + 1]; i++) {
        const struct match *match = &s->matches[i];
        enum head_step next = head_step(match->phrase->class);
        bool is_shorter = best != NULL && match->at.end < best->at.end;
        bool is_better = best == NULL || (next == HEAD_RESULT && !is_first) ||
                         (next == HEAD_ACTS && is_first && *step == HEAD_RESULT);
        if (next == HEAD_STOPS || match->at.end > end || is_shorter || !is_better)
            continue;
        best = match;
        *step = next;
    }
    return best;
}

/* 年月日号点: a number in front of them is a time. */
static bool is_part_of_date(uint32_t c)
{
    return c == 0x5E74 || c == 0x6708 || c == 0x65E5 || c == 0x53F7 || c == 0x70B9;
}

/* The label of a task in front of it: T2, T1.1. */
static uint32_t skip_label(const struct sentence *s, uint32_t begin, uint32_t end)
{
    uint32_t at = begin + 1;
    if (begin >= end || s->chars[begin] < 'a' || s->chars[begin] > 'z')
        return begin;
    while (at < end && (u_isdigit((UChar32)s->chars[at]) || s->chars[at] == '.'))
        at++;
    return at > begin + 1 && at < end && s->chars[at] == ' ' ? at : begin;
}

/* "30 分鐘內", "quickly": numbers with their units, and English adverbs. */
static uint32_t skip_head_words(const struct sentence *s, uint32_t at, uint32_t end)
{
    uint32_t begin = at;
    while (at < end && u_isdigit((UChar32)s->chars[at]))
        at++;
    if (at > begin && at < end && is_part_of_date(s->chars[at]))
        return at + 1;
    if (at > begin) {
        static const enum phrase_class behind[] = {PHRASE_TIME_UNIT, PHRASE_COUNT_UNIT,
                                                   PHRASE_LIMIT, PHRASE_BOUND_AFTER};
        for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
            const struct match *unit = sentence_at(s, skip_blanks(s, at, end), behind[i]);
            at = unit == NULL ? at : unit->at.end;
        }
        return at;
    }
    uint32_t label = skip_label(s, at, end);
    if (label > at)
        return label;
    while (at < end && s->chars[at] >= 'a' && s->chars[at] <= 'z')
        at++;
    bool is_adverb = at > begin + 4 && s->chars[at - 1] == 'y' && s->chars[at - 2] == 'l';
    if (is_adverb)
        return at;
    /* 认真地…; 及时、如实… */
    bool is_particle =
        begin < end && begin > 0 && (s->chars[begin] == 0x5730 || s->chars[begin] == 0x3001);
    return is_particle ? begin + 1 : begin;
}

static void set_act(struct clause *clause, const struct match *act)
{
    clause->kind = CLAUSE_ACT;
    clause->act = act->at;
    clause->verb = act->phrase;
}

/* A verb that no list knows. */
static const struct phrase unknown_act = {.class = PHRASE_ACT};

/* 给, 将, 把, 替, or 为 in front of `at`: something is done with what follows, or for it. */
static bool hands_over(const struct sentence *s, uint32_t at, uint32_t end)
{
    uint32_t c = at > 0 ? s->chars[at - 1] : 0;
    if (c == 0x4E3A) /* 为公司的门面: a noun */
        for (uint32_t i = at; i < end; i++)
            if (s->chars[i] == 0x7684)
                return false;
    return c == 0x4E3A || c == 0x7ED9 || c == 0x5C06 || c == 0x628A || c == 0x66FF;
}

/* An object stands in front of the act: 对…进行…, 为…办理…; or the procedure does. */
static void look_for_act(const struct sentence *s, struct clause *clause, uint32_t from)
{
    struct range rest = {from, clause->at.end};
    const struct match *act = sentence_find_act(s, rest);
    const struct match *tail = act == NULL ? NULL : sentence_at(s, act->at.end, PHRASE_TAIL);
    if (clause->says_how && tail != NULL && tail->at.end == clause->at.end)
        act = NULL; /* 嚴格遵守安全操作規程: the procedure's name */
    const struct match *idle = sentence_find(s, rest, PHRASE_IDLE);
    if (act != NULL || idle != NULL)
        set_act(clause, act != NULL ? act : idle);
    else if (hands_over(s, from, clause->at.end))
        set_act(clause, &(struct match){{clause->at.begin, from}, &unknown_act});
}

/*
 * What stands behind a word that only goes with acts, or behind the time by which one is done, is
 * an act, though no list knows the verb.
 */
static void take_unknown_act(const struct sentence *s, struct clause *clause, uint32_t at)
{
    static const uint32_t verb_length = 2;
    if (clause->kind == CLAUSE_OTHER && at + verb_length < clause->at.end && is_han(s->chars[at]) &&
        s->chars[at] != 0x7684)
        set_act(clause, &(struct match){{at, at + verb_length}, &unknown_act});
}

/* 3月1日前: a limit behind a date. */
static bool ends_date(const struct sentence *s, uint32_t at)
{
    return at > 0 && is_part_of_date(s->chars[at - 1]) && at < s->count &&
           (s->chars[at] == 0x524D || s->chars[at] == 0x5185 || s->chars[at] == 0x8D77);
}

static bool ends_in_quality(struct text words)
{
    static const char *const endings[] = {"ness", "acy",  "ity",     "ance",
                                          "ence", "ship", "control", NULL};
    for (const char *const *ending = endings; *ending != NULL; ending++)
        if (text_ends_with(words, text_from_string(*ending)))
            return true;
    return false;
}

#define NEAR 12 /* code points between a word and the matter that makes a thing of it */

/* Fire equipment, 採購訂單與供應商資料: no word of a sentence stands between the two. */
static bool is_near(const struct sentence *s, const struct match *thing, const struct match *matter)
{
    if (matter->at.begin - thing->at.end > NEAR)
        return false;
    for (uint32_t i = s->first[thing->at.end]; i < s->first[matter->at.begin]; i++) {
        uint32_t at = s->matches[i].at.begin;
        enum phrase_class class = s->matches[i].phrase->class;
        bool is_verb = is_act(class) && sentence_at(s, at, PHRASE_THING) == NULL &&
                       sentence_at(s, at, PHRASE_MATTER) == NULL;
        bool leads = class == PHRASE_PREPOSITION && sentence_at(s, at, PHRASE_JOIN) == NULL;
        if (is_verb || leads)
            return false;
    }
    return true;
}

bool sentence_is_thing(const struct sentence *s, const struct clause *clause, uint32_t at)
{
    const struct match *thing = sentence_at(s, at, PHRASE_THING);
    if (thing == NULL)
        return false;
    const struct match *matter = sentence_ending(s, clause->at, PHRASE_MATTER);
    if (matter != NULL && matter->at.begin >= thing->at.end && is_near(s, thing, matter))
        return true;
    uint32_t next = skip_blanks(s, thing->at.end, clause->at.end);
    struct text rest = sentence_text(s, (struct range){next, clause->at.end});
    bool has_article = text_starts_with(rest, TEXT("the ")) || text_starts_with(rest, TEXT("a "));
    return s->language == LANG_EN && (sentence_at(s, next, PHRASE_PREPOSITION) != NULL ||
                                      (!has_article && ends_in_quality(rest)));
}

/* 月度銷售數據報表: behind 月度 an act in front of a noun is a part of its name. */
static bool names_record(const struct sentence *s, const struct clause *clause, uint32_t at)
{
    const struct match *act = sentence_act_at(s, at);
    const struct match *period =
        sentence_ending(s, (struct range){clause->at.begin, at}, PHRASE_PERIOD);
    return period != NULL && act != NULL && act->phrase->class == PHRASE_ACT_NOUN &&
           s->chars[period->at.end - 1] == 0x5EA6 &&
           sentence_ending(s, clause->at, PHRASE_TAIL) != NULL;
}

/* 完善的管理制度: how something is. */
static bool is_attribute(const struct sentence *s, const struct match *act)
{
    return s->language != LANG_EN && act->at.end < s->count && s->chars[act->at.end] == 0x7684;
}

/* Budget and resources: what a doubtful English verb is joined to is no verb. */
static bool is_joined_noun(const struct sentence *s, const struct clause *clause,
                           const struct match *act)
{
    const struct match *weak = sentence_act_at(s, act->at.begin);
    uint32_t next = skip_blanks(s, act->at.end, clause->at.end);
    const struct match *join = sentence_at(s, next, PHRASE_JOIN);
    if (s->language != LANG_EN || weak == NULL || weak->phrase->class != PHRASE_ACT_NOUN ||
        join == NULL || join->at.end >= clause->at.end)
        return false;
    uint32_t second = skip_blanks(s, join->at.end, clause->at.end), end = second;
    while (end < clause->at.end && s->chars[end] != ' ')
        end++;
    return end == clause->at.end && sentence_act_at(s, second) == NULL;
}

static void read_head(const struct sentence *s, struct clause *clause, bool is_first)
{
    uint32_t at = clause->at.begin, end = clause->at.end;
    struct range opened = {0, 0};
    bool only_act = false; /* nothing but an act may follow */
    while ((at = skip_blanks(s, at, end)) < end) {
        enum head_step step;
        const struct match *match = head_match(s, at, end, is_first, &step);
        if (match == NULL) {
            uint32_t next = skip_head_words(s, at, end);
            bool is_limit = next < end && ends_date(s, next);
            if (next == at)
                break;
            at = next + is_limit;
            only_act = only_act || is_limit;
            continue;
        }
        only_act = only_act || sentence_at(s, at, PHRASE_MANNER) != NULL;
        if (step == HEAD_ACTS &&
            (is_attribute(s, match) || names_record(s, clause, match->at.begin) ||
             is_joined_noun(s, clause, match) || sentence_is_thing(s, clause, match->at.begin)))
            break;
        at = match->at.end;
        if (step == HEAD_OPENS)
            opened = match->at;
        else if (step == HEAD_ACTS)
            set_act(clause, match);
        else if (step == HEAD_LOOKS && s->language != LANG_EN)
            look_for_act(s, clause, at);
        else if (step == HEAD_RESULT)
            clause->kind = CLAUSE_RESULT;
        else if (step == HEAD_HOW) {
            clause->says_how = true;
            clause->kind = CLAUSE_HOW;
            if (is_first && s->language != LANG_EN)
                look_for_act(s, clause, at);
        }
        if (step != HEAD_OPENS && step != HEAD_SKIPS)
            break;
    }
    if (only_act && opened.end == 0)
        take_unknown_act(s, clause, skip_blanks(s, at, end));
    if (clause->kind == CLAUSE_OTHER && opened.end > 0) {
        clause->kind = CLAUSE_ACT;
        clause->act = opened;
    }
}

static bool only_says_when(const struct sentence *s, const struct clause *clause)
{
    for (uint32_t i = s->first[clause->at.begin]; i < s->first[clause->at.end]; i++)
        if (s->matches[i].phrase->class == PHRASE_TEMPORAL &&
            s->matches[i].at.end == clause->at.end)
            return true;
    return false;
}

#define CAPTION_LENGTH 8 /* code points of a caption in front of a colon; in English four times */

/* 「客戶管理：」 in front of a duty only names it. */
static bool is_caption(const struct sentence *s, const struct clause *clause)
{
    uint32_t length = clause->at.end - clause->at.begin;
    bool is_short = length <= (s->language == LANG_EN ? 4 * CAPTION_LENGTH : CAPTION_LENGTH);
    return is_short && clause->at.end < s->count && s->chars[clause->at.end] == ':';
}

static void mark_ad_hoc(struct sentence *s)
{
    size_t clause = 0;
    for (uint32_t i = 0; i < s->first[s->count]; i++) {
        if (s->matches[i].phrase->class != PHRASE_AD_HOC)
            continue;
        while (clause < s->clause_count && s->clauses[clause].at.end <= s->matches[i].at.begin)
            clause++;
        if (clause < s->clause_count)
            s->clauses[clause].is_ad_hoc = true;
    }
}

static void read_clauses(struct sentence *s)
{
    mark_ad_hoc(s);
    for (size_t i = 0; i < s->clause_count; i++) {
        struct clause *clause = &s->clauses[i];
        bool is_last = i + 1 == s->clause_count || s->clauses[i + 1].sentence != clause->sentence;
        bool is_first = i == 0 || s->clauses[i - 1].sentence != clause->sentence ||
                        is_caption(s, &s->clauses[i - 1]);
        if (is_last || !(only_says_when(s, clause) || is_caption(s, clause)))
            read_head(s, clause, is_first);
        /* 根據招生計畫，編排課程: what seemed an act belongs to the procedure's name */
        if (!is_first && clause->kind == CLAUSE_ACT && s->clauses[i - 1].says_how)
            s->clauses[i - 1].kind = CLAUSE_HOW;
    }
}

void sentence_read(struct sentence *sentence, struct arena *arena, struct segmenter *segmenter,
                   const struct phrases *phrases, enum language language, struct text text)
{
    *sentence = (struct sentence){.text = text, .language = language};
    struct matching matching = {.arena = arena, .segmenter = segmenter, .phrases = phrases};
    fold_characters(sentence, arena);
    find_quotes(sentence);
    find_clauses(sentence, arena);
    find_matches(sentence, &matching);
    read_clauses(sentence);
}
