#include "core/normalise/clauses.h"
#include "core/model/fold.h"
#include <unicode/uchar.h>

#define ABBREVIATION_MAX 4

bool is_latin_like(uint32_t c) { return c < 0x2E80 && (u_isalnum((UChar32)c) || c == '\''); }

/* ---- characters ---- */

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
    bool may_begin = c == '"' || (c >= 0x201C && c <= 0x300E); /* few characters do */
    for (size_t i = 0; may_begin && i < sizeof pairs / sizeof *pairs; i++)
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

/* ---- clauses ---- */

/* State law. Prepares …: a short word in small letters, with a vowel; not St., Inc., cf. */
static bool is_short_word(const struct sentence *s, struct range word)
{
    bool has_vowel = false;
    for (uint32_t i = word.begin; i < word.end; i++) {
        char c = s->text.data[s->offsets[i]];
        if (c < 'a' || c > 'z')
            return false;
        has_vowel = has_vowel || text_has(TEXT("aeiouy"), (uint32_t)c);
    }
    return has_vowel && word.end > word.begin + 1;
}

#define NUMBER_MAX 4 /* code points of a number in front of a record: (1). */

/* "Inc." and the like do not end a sentence; nor does a point in front of a small letter. */
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
    bool ends_bracket = at > NUMBER_MAX && s->chars[at - 1] == ')';
    return next > at + 1 && (u_isupper((UChar32)c) || is_basic_han(c)) &&
           (is_number || ends_bracket || at - begin >= ABBREVIATION_MAX ||
            is_short_word(s, (struct range){begin, at}));
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

#define HEADLINE_MAX 110 /* code points in front of a dash that are a headline */

/*
 * "Head gardener, Rye Town— Waters …": every word of some length in front has a capital, and a comma
 * divides the post from the place.
 */
static bool is_headline_dash(const struct sentence *s, uint32_t at)
{
    uint32_t next = skip_blanks(s, at + 1, s->count), commas = 0;
    if (s->language != LANG_EN || at < 10 || at > HEADLINE_MAX || next >= s->count)
        return false;
    for (uint32_t i = 0, begin = 0; i <= at; i++) {
        commas += s->chars[i] == ',';
        if (is_latin_like(s->chars[i]))
            continue;
        char first = s->text.data[s->offsets[begin]];
        if (i > begin + 3 && first >= 'a' && first <= 'z')
            return false;
        begin = i + 1;
    }
    return commas > 0;
}

/* … 优化架构 · 编写文档: a bullet within a record, between blanks or in front of one at its begin. */
static bool is_bullet(const struct sentence *s, uint32_t at)
{
    bool follows_blank = at == 0 || s->chars[at - 1] == ' ';
    return follows_blank && at + 1 < s->count && s->chars[at + 1] == ' ';
}

static enum mark find_mark(const struct sentence *s, uint32_t at)
{
    switch (s->chars[at]) {
    case 0xB7:   /* · */
    case 0x2022: /* • */
    case 0x2027: /* ‧ */
    case 0x2981: /* ⦁ */
    case 0x25CF: /* ● */
        return is_bullet(s, at) ? MARK_SENTENCE : MARK_NONE;
    case 0x2013:
    case 0x2014:
        if (is_headline_dash(s, at))
            return MARK_SENTENCE;
        return is_caption_dash(s, at) ? MARK_CLAUSE : MARK_NONE;
    case '-':
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

/* Emoji, stars and frames in front: no words. */
static uint32_t skip_symbols(const struct sentence *s, struct range at)
{
    uint32_t begin = skip_blanks(s, at.begin, at.end);
    while (begin < at.end && s->chars[begin] > 0x2190 &&
           (u_charType((UChar32)s->chars[begin]) == U_OTHER_SYMBOL || s->chars[begin] == 0xFE0F))
        begin = skip_blanks(s, begin + 1, at.end);
    return begin;
}

static void add_clause(struct sentence *s, struct range at, uint32_t number)
{
    at.begin = skip_symbols(s, at);
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

bool is_at_head(const struct sentence *s, uint32_t at)
{
    while (at > 0 && s->chars[at - 1] == ' ' && mark_at(s, at - 1) == MARK_NONE)
        at--;
    return at == 0 || mark_at(s, at - 1) != MARK_NONE;
}

bool is_at_end(const struct sentence *s, uint32_t at)
{
    at = skip_blanks(s, at, s->count);
    return at == s->count || mark_at(s, at) != MARK_NONE;
}

void clauses_read(struct sentence *s, struct arena *arena)
{
    fold_characters(s, arena);
    find_quotes(s);
    find_clauses(s, arena);
}

size_t headline_clauses(const struct sentence *s)
{
    size_t count = 0;
    while (s->language == LANG_EN && count < s->clause_count && s->clauses[count].sentence == 0)
        count++;
    if (count == 0 || count == s->clause_count)
        return 0;
    uint32_t mark = skip_blanks(s, s->clauses[count - 1].at.end, s->count);
    return s->chars[mark] == 0x2013 || s->chars[mark] == 0x2014 ? count : 0;
}

struct range sentence_without_bracket(const struct sentence *s, struct range at)
{
    uint32_t end = at.end;
    if (end == at.begin || s->chars[end - 1] != ')')
        return at;
    while (end > at.begin && s->chars[end - 1] != '(')
        end--;
    return end > at.begin + 1 ? (struct range){at.begin, end - 1} : at;
}
