#include "core/check/wording_english_rule.h"
#include "core/check/wording_head.h"
#include "core/check/wording_subject.h"
#include "core/normalise/english_words.h"

/* All, every: in front of whom the rule is for. */
static uint32_t skip_quantity(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const quantities[] = {"all", "every", "each", "any", "the", "no", NULL};
    return text_is_one_of(english_word_at(s, at, end), quantities) ? english_skip_word(s, at, end)
                                                                   : at;
}

/* Must, shall, are expected to: behind it stands what is asked; at: there is none. */
static uint32_t behind_must(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const musts[] = {"must", "shall", "should", NULL};
    static const char *const copulas[] = {"is", "are", NULL};
    static const char *const asked[] = {"expected", "required", "asked", NULL};
    struct text word = english_word_at(s, at, end);
    uint32_t next = english_skip_word(s, at, end);
    if (text_is_one_of(word, musts))
        return next;
    uint32_t to = english_skip_word(s, next, end);
    return text_is_one_of(word, copulas) && text_is_one_of(english_word_at(s, next, end), asked) &&
                   text_is(english_word_at(s, to, end), "to")
               ? english_skip_word(s, to, end)
               : at;
}

/* All helpers, every keeper: whoever they are, a rule for all of them; their noun, or NULL. */
static const struct match *all_of(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const all[] = {"all", "every", "each", NULL};
    if (!text_is_one_of(english_word_at(s, at, end), all))
        return NULL;
    uint32_t noun = english_skip_word(s, at, end);
    const struct match *party = sentence_at(s, noun, PHRASE_PARTY);
    return party != NULL ? party : sentence_at(s, noun, PHRASE_RECIPIENT);
}

/* Questions|should be put to …: what is to be done with a thing, whoever does it; NULL: it is not so. */
static const struct match *rules_thing(const struct sentence *s, const struct clause *clause)
{
    static const char *const musts[] = {"must", "should", NULL};
    struct subject subject = wording_subject_of(s, clause);
    uint32_t end = clause->at.end, at = subject.verb;
    if (clause->kind != CLAUSE_OTHER || at >= end ||
        !text_is_one_of(english_word_at(s, at, end), musts))
        return NULL;
    struct range front = {clause->at.begin, at};
    uint32_t be = english_skip_word(s, at, end), done = english_skip_word(s, be, end);
    struct text how = english_word_at(s, done, end);
    static const char *const irregular[] = {"made",  "kept", "sent", "put",   "held",
                                            "given", "worn", "left", "shown", NULL};
    bool is_done =
        (how.size > 4 && text_ends_with(how, TEXT("ed"))) || text_is_one_of(how, irregular);
    return text_is(english_word_at(s, be, end), "be") && is_done &&
                   sentence_find(s, front, PHRASE_PARTY) == NULL &&
                   sentence_find(s, front, PHRASE_POST) == NULL
               ? sentence_at(s, be, PHRASE_IDLE)
               : NULL;
}

/* ---- mottos ---- */

#define MOTTO_WORDS 6 /* of one that weighs two things */

/* Every gram counts, each passenger matters. */
static bool counts_each(const struct sentence *s, struct range in)
{
    static const char *const all[] = {"every", "each", NULL};
    static const char *const verbs[] = {"counts", "matters", NULL};
    struct text last = sentence_text(s, english_word_before(s, in.end));
    return text_is_one_of(english_word_at(s, in.begin, in.end), all) && text_is_one_of(last, verbs);
}

/* One person, one badge; no ticket, no entry: said twice with one word, and nothing between. */
static bool repeats_itself(const struct sentence *s, struct range in)
{
    static const char *const heads[] = {"one", "no", "every", "each", "less", "more", NULL};
    struct text head = english_word_at(s, in.begin, in.end);
    size_t words = 0;
    for (uint32_t at = in.begin; at < in.end && words <= MOTTO_WORDS; words++) {
        uint32_t next = english_skip_word(s, at, in.end);
        bool is_comma =
            text_ends_with(text_trim(sentence_text(s, (struct range){at, next})), TEXT(","));
        if (is_comma && text_is_one_of(head, heads))
            return text_equal_ascii_case(english_word_at(s, next, in.end), head);
        at = next;
    }
    return false;
}

/* Speed before perfection, class instead of mass: two nouns weighed, and no verb. */
static bool weighs(const struct sentence *s, struct range in)
{
    static const char *const scales[] = {"before", "instead", "over", "above", NULL};
    uint32_t second = english_skip_word(s, in.begin, in.end), words = 2;
    for (uint32_t at = english_skip_word(s, second, in.end); at < in.end; words++)
        at = english_skip_word(s, at, in.end);
    const struct match *act = sentence_act_at(s, in.begin);
    return text_is_one_of(english_word_at(s, second, in.end), scales) && words > 2 && words <= 4 &&
           (act == NULL || act->phrase->class != PHRASE_ACT);
}

/* Hygiene comes first, honesty goes before profit: what is held high, and its verb. */
static bool holds_high(const struct sentence *s, struct range in)
{
    static const char *const endings[] = {"ity",  "ness", "ty",  "iene", "cy",  "ery", "pline",
                                          "ence", "rust", "ect", "work", "ion", NULL};
    static const char *const verbs[] = {"comes",  "goes", "has",   "is",    "begins",
                                        "starts", "pays", "knows", "takes", NULL};
    static const char *const highs[] = {"first",      "before",      "priority",   "precedence",
                                        "paramount",  "everything",  "key",        "sacred",
                                        "never",      "not",         "no",         "our",
                                        "everyone's", "everybody's", "everyone’s", "non-negotiable",
                                        "everywhere", "off",         NULL};
    struct text subject = english_word_at(s, in.begin, in.end);
    uint32_t verb = english_skip_word(s, in.begin, in.end);
    uint32_t next = english_skip_word(s, verb, in.end);
    return text_ends_with_one_of(subject, endings) &&
           text_is_one_of(english_word_at(s, verb, in.end), verbs) &&
           text_is_one_of(english_word_at(s, next, in.end), highs);
}

/* Residents first: whom it is about, and nothing else. */
static bool puts_first(const struct sentence *s, struct range in)
{
    uint32_t second = english_skip_word(s, in.begin, in.end);
    const struct match *act = sentence_act_at(s, in.begin);
    return text_is(english_word_at(s, second, in.end), "first") &&
           english_skip_word(s, second, in.end) == in.end &&
           (english_ends_in_s(english_word_at(s, in.begin, in.end)) || act == NULL) &&
           (act == NULL || act->phrase->class != PHRASE_ACT);
}

const struct match *wording_motto_in_english(const struct sentence *s)
{
    if (s->language != LANG_EN || s->clause_count == 0)
        return NULL;
    const struct clause *last = &s->clauses[s->clause_count - 1];
    struct range in = {s->clauses[0].at.begin, last->at.end};
    if (s->clause_count > 2 || last->sentence != s->clauses[0].sentence ||
        !(counts_each(s, in) || repeats_itself(s, in) || weighs(s, in) || holds_high(s, in) ||
          puts_first(s, in)))
        return NULL;
    for (uint32_t i = s->first[in.begin]; i < s->first[in.end]; i++)
        if (!s->matches[i].phrase->has_rewrite && s->matches[i].phrase->class != PHRASE_SLOGAN)
            return &s->matches[i];
    return NULL;
}

const struct match *wording_rules_in_english(const struct sentence *s)
{
    const struct clause *first = s->clause_count == 0 ? NULL : &s->clauses[0];
    bool is_ad_hoc = sentence_has(s, PHRASE_AD_HOC); /* each keeper shall have other duties */
    if (s->language != LANG_EN || first == NULL || first->is_caption || is_ad_hoc)
        return NULL;
    const struct clause *head = wording_behind_front(s, first);
    const struct match *thing = sentence_has(s, PHRASE_OPENING) ? rules_thing(s, head) : NULL;
    if (thing != NULL)
        return thing;
    uint32_t end = s->count, at = skip_quantity(s, first->at.begin, end);
    const struct match *all = all_of(s, first->at.begin, end);
    if (all != NULL &&
        behind_must(s, skip_blanks(s, all->at.end, end), end) > skip_blanks(s, all->at.end, end))
        return all;
    const struct match *people = sentence_at(s, at, PHRASE_GOVERNED);
    if (people == NULL && head > first) { /* unless told otherwise, drivers should … */
        at = skip_quantity(s, head->at.begin, end);
        people = sentence_at(s, at, PHRASE_GOVERNED);
    }
    if (people == NULL)
        return NULL;
    uint32_t must = skip_blanks(s, people->at.end, end), asked = behind_must(s, must, end);
    static const char *const adverbs[] = {"always", "also", "all", NULL};
    if (asked > must && text_is_one_of(english_word_at(s, asked, end), adverbs))
        asked = english_skip_word(s, asked, end);
    bool is_rule =
        asked > must && asked < end &&
        (text_is(english_word_at(s, asked, end), "not") ||
         sentence_at(s, asked, PHRASE_CONDUCT) != NULL ||
         (text_is(english_word_at(s, must, end), "should") && sentence_act_at(s, asked) != NULL));
    return is_rule ? people : NULL;
}

/* Remains polite in …: how somebody is to stay. */
static const struct match *asks_to_stay(const struct sentence *s, const struct clause *first)
{
    static const char *const verbs[] = {"remain", "remains", "remaining", "stay", "stays", NULL};
    uint32_t end = first->at.end, at = first->at.begin;
    if (!text_is_one_of(english_word_at(s, at, end), verbs))
        return NULL;
    return sentence_at(s, english_skip_word(s, at, end), PHRASE_TRAIT);
}

const struct match *wording_asks_reader_to_be(const struct sentence *s)
{
    static const char *const wills[] = {"will", "should", "would", "must", NULL};
    const struct clause *first = s->clause_count == 0 ? NULL : &s->clauses[0];
    if (s->language != LANG_EN || first == NULL || !sentence_has(s, PHRASE_TRAIT))
        return NULL;
    const struct match *stays = asks_to_stay(s, first);
    if (stays != NULL || sentence_at(s, first->at.begin, PHRASE_READER) == NULL)
        return stays;
    uint32_t end = first->at.end, at = english_skip_word(s, first->at.begin, end);
    if (text_is_one_of(english_word_at(s, at, end), wills))
        at = english_skip_word(s, at, end);
    if (!text_is(english_word_at(s, at, end), "be"))
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
           text_is_one_of(english_word_at(s, skip_blanks(s, people->at.end, end), end), mays);
}
