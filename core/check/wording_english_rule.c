#include "core/check/wording_english_rule.h"
#include "core/normalise/english_words.h"

static struct text word_at(const struct sentence *s, uint32_t at, uint32_t end)
{
    return sentence_text(s, (struct range){at, english_word_end(s, at, end)});
}

/* All, every: in front of whom the rule is for. */
static uint32_t skip_quantity(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const quantities[] = {"all", "every", "each", "any", "the", "no", NULL};
    return text_is_one_of(word_at(s, at, end), quantities) ? english_skip_word(s, at, end) : at;
}

/* Must, shall, are expected to: behind it stands what is asked; at: there is none. */
static uint32_t behind_must(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const musts[] = {"must", "shall", "should", NULL};
    static const char *const copulas[] = {"is", "are", NULL};
    static const char *const asked[] = {"expected", "required", "asked", NULL};
    struct text word = word_at(s, at, end);
    uint32_t next = english_skip_word(s, at, end);
    if (text_is_one_of(word, musts))
        return next;
    uint32_t to = english_skip_word(s, next, end);
    return text_is_one_of(word, copulas) && text_is_one_of(word_at(s, next, end), asked) &&
                   text_is(word_at(s, to, end), "to")
               ? english_skip_word(s, to, end)
               : at;
}

const struct match *wording_rules_in_english(const struct sentence *s)
{
    const struct clause *first = s->clause_count == 0 ? NULL : &s->clauses[0];
    if (s->language != LANG_EN || first == NULL || first->is_caption ||
        !sentence_has(s, PHRASE_GOVERNED))
        return NULL;
    uint32_t end = s->count, at = skip_quantity(s, first->at.begin, end);
    const struct match *people = sentence_at(s, at, PHRASE_GOVERNED);
    if (people == NULL)
        return NULL;
    uint32_t must = skip_blanks(s, people->at.end, end), asked = behind_must(s, must, end);
    static const char *const adverbs[] = {"always", "also", "all", NULL};
    if (asked > must && text_is_one_of(word_at(s, asked, end), adverbs))
        asked = english_skip_word(s, asked, end);
    bool is_rule =
        asked > must && asked < end &&
        (text_is(word_at(s, asked, end), "not") || sentence_at(s, asked, PHRASE_CONDUCT) != NULL);
    return is_rule ? people : NULL;
}

const struct match *wording_asks_reader_to_be(const struct sentence *s)
{
    static const char *const wills[] = {"will", "should", "would", "must", NULL};
    const struct clause *first = s->clause_count == 0 ? NULL : &s->clauses[0];
    if (s->language != LANG_EN || first == NULL || !sentence_has(s, PHRASE_TRAIT) ||
        sentence_at(s, first->at.begin, PHRASE_READER) == NULL)
        return NULL;
    uint32_t end = first->at.end, at = english_skip_word(s, first->at.begin, end);
    if (text_is_one_of(word_at(s, at, end), wills))
        at = english_skip_word(s, at, end);
    if (!text_is(word_at(s, at, end), "be"))
        return NULL;
    at = english_skip_word(s, at, end);
    return sentence_at(s, at, PHRASE_CHARGE) == NULL ? sentence_at(s, at, PHRASE_TRAIT) : NULL;
}

bool wording_allows_others(const struct sentence *s)
{
    static const char *const mays[] = {"may", "can", NULL};
    const struct clause *first = s->clause_count == 0 ? NULL : &s->clauses[0];
    if (first == NULL || first->is_caption || !sentence_has(s, PHRASE_OUTSIDER))
        return false;
    uint32_t end = first->at.end, at = skip_quantity(s, first->at.begin, end);
    const struct match *people = sentence_at(s, at, PHRASE_OUTSIDER);
    bool is_unit = sentence_at(s, at, PHRASE_UNIT) != NULL; /* board members: those who hold it */
    if (people == NULL && !is_unit && sentence_act_at(s, at) == NULL) /* new tenants */
        people = sentence_at(s, english_skip_word(s, at, end), PHRASE_OUTSIDER);
    return people != NULL &&
           text_is_one_of(word_at(s, skip_blanks(s, people->at.end, end), end), mays);
}
