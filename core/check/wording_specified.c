#include "core/check/wording_specified.h"
#include "core/normalise/english_words.h"

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

bool wording_is_in_name(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    uint32_t next = match->at.end;
    while (next < s->count && (s->chars[next] == ' ' || s->chars[next] == '.'))
        next++; /* Etc. Gallery */
    return s->language == LANG_EN && clause != NULL && match->at.begin > 0 && next < s->count &&
           is_capital(s, match->at.begin) && is_capital(s, next) && writes_small(s, s->count);
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
