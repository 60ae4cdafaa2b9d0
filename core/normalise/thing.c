#include "core/normalise/english_words.h"

static bool ends_in_quality(struct text words)
{
    static const char *const endings[] = {"ness", "acy",  "ity",     "ance",
                                          "ence", "ship", "control", NULL};
    return text_ends_with_one_of(words, endings);
}

#define NEAR 14 /* code points between a word and the matter that makes a thing of it */

/* Fire equipment, 採購訂單與供應商資料: no word of a sentence stands between the two. */
static bool is_near(const struct sentence *s, const struct match *thing, const struct match *matter)
{
    if (matter->at.begin - thing->at.end > NEAR)
        return false;
    for (uint32_t i = s->first[thing->at.end]; i < s->first[matter->at.begin]; i++) {
        uint32_t at = s->matches[i].at.begin;
        enum phrase_class class = s->matches[i].phrase->class;
        bool is_verb = phrase_is_act(class) && sentence_at(s, at, PHRASE_THING) == NULL &&
                       sentence_at(s, at, PHRASE_MATTER) == NULL;
        bool leads = class == PHRASE_PREPOSITION && sentence_at(s, at, PHRASE_JOIN) == NULL;
        if (is_verb || leads)
            return false;
    }
    return true;
}

/* 採購業務的歸口部門: 的 stands between. */
static bool is_of(const struct sentence *s, const struct match *thing, const struct match *matter)
{
    for (uint32_t i = thing->at.end; i < matter->at.begin; i++)
        if (s->chars[i] == 0x7684)
            return true;
    return false;
}

/* Fire safety in the east wing, staff rota and holiday cover: what is named ends there. */
static struct range noun_phrase(const struct sentence *s, const struct clause *clause,
                                const struct match *thing)
{
    struct range phrase = {clause->at.begin, clause->at.end};
    for (uint32_t i = s->first[thing->at.end]; i < s->first[clause->at.end]; i++) {
        const struct match *match = &s->matches[i];
        bool ends = match->phrase->class == PHRASE_PREPOSITION
                        ? !text_is(match->phrase->words, "to")
                        : match->phrase->class == PHRASE_JOIN;
        if (s->language == LANG_EN && ends) {
            phrase.end = match->at.begin;
            break;
        }
    }
    return phrase;
}

/*
 * Stock the cupboard, store a charter: an article behind the word shows that it is a verb; so does
 * what makes a longer one of it: cash up.
 */
static bool is_surely_verb(const struct sentence *s, const struct match *thing, uint32_t next)
{
    struct text rest = text_from(s->text, s->offsets[next]);
    const struct match *act = sentence_act_at(s, thing->at.begin);
    return (act != NULL && act->at.end > thing->at.end) || text_starts_with(rest, TEXT("the ")) ||
           text_starts_with(rest, TEXT("a "));
}

/* Its matter ends the clause, or what is named; not 研究新技術|並維護制度. */
static bool has_matter(const struct sentence *s, const struct clause *clause,
                       const struct match *thing)
{
    struct range behind = {thing->at.end, clause->at.end};
    if (s->language != LANG_EN && sentence_find(s, behind, PHRASE_AND) != NULL)
        return false;
    const struct match *matter = sentence_ending(s, clause->at, PHRASE_MATTER);
    if (matter == NULL)
        matter = sentence_ending(s, noun_phrase(s, clause, thing), PHRASE_MATTER);
    return matter != NULL && matter->at.begin >= thing->at.end &&
           (is_of(s, thing, matter) || is_near(s, thing, matter));
}

static bool is_digit(const struct sentence *s, uint32_t at)
{
    return s->chars[at] >= '0' && s->chars[at] <= '9';
}

/*
 * Cleaning rota, booking system for the courts: what is for an act, and no article or participle in
 * front shows that the act is done.
 */
static bool is_for_act(const struct sentence *s, const struct clause *clause,
                       const struct match *thing)
{
    struct range named = noun_phrase(s, clause, thing);
    uint32_t next = skip_blanks(s, thing->at.end, named.end);
    struct text words = sentence_text(s, (struct range){next, named.end});
    while (named.end > next && (s->chars[named.end - 1] == ' ' || is_digit(s, named.end - 1)))
        named.end--; /* packing station 4 */
    const struct match *tail = sentence_ending(s, named, PHRASE_TAIL);
    return tail != NULL && tail->at.begin >= next && tail->at.begin - thing->at.end <= NEAR &&
           !english_is_verb_before(s, next, named.end) &&
           text_find(words, TEXT("ed "), 0) == TEXT_NOT_FOUND;
}

static bool ends_name(const struct sentence *s, uint32_t at, uint32_t end)
{
    return at == end || sentence_at(s, at, PHRASE_PREPOSITION) != NULL ||
           sentence_at(s, at, PHRASE_JOIN) != NULL || is_digit(s, at);
}

/*
 * Fire drills, press office on the ground floor: a name of two words, and nothing goes on but
 * another one: stock cupboard keys.
 */
static bool is_whole(const struct sentence *s, const struct clause *clause,
                     const struct match *thing)
{
    uint32_t end = clause->at.end, next = skip_blanks(s, thing->at.end, end);
    uint32_t last = english_word_end(s, next, end);
    bool is_plural = last > next && english_ends_in_s(sentence_text(s, (struct range){next, last}));
    struct range after = {next, last};
    bool is_how = last == end && text_ends_with(sentence_text(s, after), TEXT("ed"));
    return ends_name(s, next, end) || is_how || /* fire exits unobstructed */
           (is_plural && ends_name(s, skip_blanks(s, last, end), end));
}

/* Billing accuracy and …, meeting fidelity: how good it is, and nothing stands between. */
static bool has_quality(const struct sentence *s, const struct clause *clause, uint32_t next)
{
    struct range word = {next, english_word_end(s, next, clause->at.end)};
    return ends_name(s, skip_blanks(s, word.end, clause->at.end), clause->at.end) &&
           ends_in_quality(sentence_text(s, word));
}

bool sentence_is_thing(const struct sentence *s, const struct clause *clause, uint32_t at)
{
    const struct match *thing = sentence_at(s, at, PHRASE_THING);
    if (thing == NULL)
        return false;
    uint32_t next = skip_blanks(s, thing->at.end, clause->at.end);
    if (s->language != LANG_EN)
        return has_matter(s, clause, thing);
    if (text_find(thing->phrase->words, TEXT(" "), 0) != TEXT_NOT_FOUND)
        return is_whole(s, clause, thing);
    if (text_ends_with(thing->phrase->words, TEXT("ing")))
        return is_for_act(s, clause, thing) || has_quality(s, clause, next);
    if (is_surely_verb(s, thing, next))
        return false;
    struct text named = sentence_text(s, (struct range){next, noun_phrase(s, clause, thing).end});
    return has_matter(s, clause, thing) || sentence_at(s, next, PHRASE_PREPOSITION) != NULL ||
           ends_in_quality(text_trim(named));
}
