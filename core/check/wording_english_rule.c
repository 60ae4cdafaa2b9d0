#include "core/check/wording_english_rule.h"
#include "core/check/wording_head.h"
#include "core/check/wording_subject.h"
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

/* All helpers, every keeper: whoever they are, a rule for all of them; their noun, or NULL. */
static const struct match *all_of(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const all[] = {"all", "every", "each", NULL};
    if (!text_is_one_of(word_at(s, at, end), all))
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
    if (clause->kind != CLAUSE_OTHER || at >= end || !text_is_one_of(word_at(s, at, end), musts))
        return NULL;
    struct range front = {clause->at.begin, at};
    uint32_t be = english_skip_word(s, at, end), done = english_skip_word(s, be, end);
    struct text how = word_at(s, done, end);
    static const char *const irregular[] = {"made",  "kept", "sent", "put",   "held",
                                            "given", "worn", "left", "shown", NULL};
    bool is_done =
        (how.size > 4 && text_ends_with(how, TEXT("ed"))) || text_is_one_of(how, irregular);
    return text_is(word_at(s, be, end), "be") && is_done &&
                   sentence_find(s, front, PHRASE_PARTY) == NULL &&
                   sentence_find(s, front, PHRASE_POST) == NULL
               ? sentence_at(s, be, PHRASE_IDLE)
               : NULL;
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
    if (asked > must && text_is_one_of(word_at(s, asked, end), adverbs))
        asked = english_skip_word(s, asked, end);
    bool is_rule =
        asked > must && asked < end &&
        (text_is(word_at(s, asked, end), "not") || sentence_at(s, asked, PHRASE_CONDUCT) != NULL ||
         (text_is(word_at(s, must, end), "should") && sentence_act_at(s, asked) != NULL));
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
