#include "core/check/wording_specified.h"
#include "core/model/fold.h"
#include "core/normalise/english_words.h"
#include <unicode/uchar.h>

#define WORD_MIN 4 /* letters of a word that stands with a capital only in a name */

static bool is_capital(const struct sentence *s, uint32_t at)
{
    char c = s->text.data[s->offsets[at]];
    return c >= 'A' && c <= 'Z';
}

/* Where a word in small letters is long enough, capitals are no heading's: not in Keep Records. */
static bool writes_small(const struct sentence *s, uint32_t end)
{
    for (uint32_t at = english_skip_word(s, 0, end), next; at < end; at = next) {
        next = english_skip_word(s, at, end);
        if (!is_capital(s, at) && s->chars[at] >= 'a' && s->chars[at] <= 'z' &&
            english_word_end(s, at, end) >= at + WORD_MIN)
            return true;
    }
    return false;
}

/* The|Wow Factor|talent show: capitals behind an article, in front of what they are the name of. */
static bool names_what_follows(const struct sentence *s, uint32_t begin, uint32_t next)
{
    static const char *const articles[] = {"the", "a", "an", "our", "its", "their", NULL};
    return next < s->count && s->chars[next] >= 'a' && s->chars[next] <= 'z' &&
           sentence_at(s, next, PHRASE_PREPOSITION) == NULL &&
           sentence_at(s, next, PHRASE_JOIN) == NULL &&
           text_is_one_of(sentence_text(s, english_word_before(s, begin)), articles) &&
           english_skip_word(s, begin, next) < next; /* more than one word */
}

bool wording_is_in_name(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    uint32_t next = match->at.end, begin = match->at.begin;
    while (next < s->count && (s->chars[next] == ' ' || s->chars[next] == '.'))
        next++; /* Etc. Gallery */
    bool is_opened = text_starts_with(sentence_text(s, match->at), TEXT("the "));
    if (is_opened && s->language == LANG_EN) /* the|Passion for Pastry course */
        begin = english_skip_word(s, begin, match->at.end);
    return s->language == LANG_EN && clause != NULL && begin > 0 && next < s->count &&
           is_capital(s, begin) && writes_small(s, s->count) &&
           (is_capital(s, next) || names_what_follows(s, begin, next));
}

/* Under |section 145, under |the PACE codes: a rule by its number or its name. */
static bool names_rule(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const rules[] = {"section", "article", "code", "paragraph", "rule",
                                        "class",   "clause",  "act",  "schedule",  NULL};
    if (text_is(english_word_at(s, at, end), "the"))
        at = english_skip_word(s, at, end);
    return at < end && (is_capital(s, at) || (s->chars[at] >= '0' && s->chars[at] <= '9') ||
                        text_is_one_of(english_word_at(s, at, end), rules));
}

bool wording_is_specified(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    uint32_t end = clause == NULL ? 0 : clause->at.end;
    if (s->language != LANG_EN || clause == NULL)
        return false;
    for (uint32_t at = match->at.end; at < end; at = english_skip_word(s, at, end)) {
        const struct match *set = sentence_at(s, at, PHRASE_SET_DOWN);
        if (set == NULL || set->at.end > end)
            continue;
        return !text_is(set->phrase->words, "under") ||
               names_rule(s, skip_blanks(s, set->at.end, end), end);
    }
    return false;
}

/* ---- fields of conditions ---- */

/* Relevant experience |in retail, |related to soils; not in the field, and not enough skill in it. */
static bool names_field_behind(const struct sentence *s, const struct match *match)
{
    static const char *const kinds[] = {"relevant", "related", "pertinent", NULL};
    static const char *const leads[] = {"in", "with", "as", "of", "related", "relevant", NULL};
    static const char *const none[] = {"field",    "area",  "industry", "sector", "same",
                                       "similar",  "like",  "required", "needed", "necessary",
                                       "relevant", "above", "this",     "well",   NULL};
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    uint32_t end = clause == NULL ? 0 : clause->at.end;
    uint32_t at = skip_blanks(s, match->at.end, end);
    struct text kind = english_word_at(s, match->at.begin, end), lead = english_word_at(s, at, end);
    if (!text_is_one_of(kind, kinds) || !text_is_one_of(lead, leads))
        return false;
    at = english_skip_word(s, at, end);
    for (size_t words = 0; words < 2 && at < end; words++, at = english_skip_word(s, at, end)) {
        struct text word = english_word_at(s, at, end);
        if (text_is_one_of(word, none) || sentence_at(s, at, PHRASE_VAGUE) != NULL)
            return false;
    }
    return true;
}

/* 三年以上, 本科, 良好: what stands in front is how much of it or how good, or only has it. */
static bool is_no_field(const struct sentence *s, struct range front)
{
    static const enum phrase_class others[] = {
        PHRASE_HAVING, PHRASE_KNOWING, PHRASE_OPENING, PHRASE_BOUND_AFTER, PHRASE_TIME_UNIT,
        PHRASE_PERIOD, PHRASE_VAGUE,   PHRASE_JOIN,    PHRASE_TRAIT,       PHRASE_MODIFIER};
    static const char *const degrees[] = {"本科", "大专", "大專", "专科", "專科",   "硕士",
                                          "碩士", "博士", "学历", "學歷", "研究生", NULL};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (sentence_ending(s, front, others[i]) != NULL)
            return true;
    const struct match *ability = sentence_ending(s, front, PHRASE_ABILITY);
    bool is_able = ability != NULL && ability->at.end > ability->at.begin + 1; /* not 人工智|能 */
    return is_able || text_has(TEXT("的之等或及与與和有具其需须須"), s->chars[front.end - 1]) ||
           text_ends_with_one_of(sentence_text(s, front), degrees);
}

static bool is_latin_letter(uint32_t c) { return c < 0x80 && u_isalpha((UChar32)c); }

bool wording_names_field(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    struct text words = sentence_text(s, match->at);
    if (s->language == LANG_EN)
        return names_field_behind(s, match);
    if (clause == NULL || match->at.begin < clause->at.begin + 2 ||
        !(text_starts_with(words, TEXT("相关")) || text_starts_with(words, TEXT("相關"))))
        return false;
    struct range front = {clause->at.begin, match->at.begin};
    while (front.end > front.begin && s->chars[front.end - 1] == ' ')
        front.end--; /* API |相關經驗 */
    if (front.end > front.begin && text_has(TEXT("的之"), s->chars[front.end - 1]))
        front.end--;
    if (front.end < front.begin + 2 || is_no_field(s, front))
        return false;
    const uint32_t *last = &s->chars[front.end - 1];
    return is_latin_letter(last[0]) || (is_basic_han(last[0]) && is_basic_han(last[-1]));
}
