#include "core/check/wording_besides.h"
#include "core/normalise/act_sequel.h"
#include "core/normalise/english_words.h"
#include "core/normalise/verbs.h"

/* A verb and where what it is done to begins. */
struct verb {
    enum verb_form form;
    uint32_t behind;
};

/* Then, also, carefully: behind what may stand in front of a verb. */
static uint32_t skip_adverbs(const struct sentence *s, uint32_t at, uint32_t end)
{
    for (const struct match *adverb = NULL; at < end;) {
        adverb = sentence_at(s, at, PHRASE_ADVERB);
        if (adverb == NULL && !english_is_manner(s, at))
            return at;
        at = adverb == NULL ? english_skip_word(s, at, end) : skip_blanks(s, adverb->at.end, end);
    }
    return at;
}

/* The verb there, be it one that no list holds, and something behind it. */
static bool verb_at(const struct sentence *s, uint32_t at, uint32_t end, struct verb *verb)
{
    const struct match *act = sentence_act_at(s, at), *idle = sentence_at(s, at, PHRASE_IDLE);
    if (act == NULL && idle != NULL && text_is(idle->phrase->words, "do~"))
        act = idle; /* does the books */
    uint32_t word = english_word_end(s, at, end);
    if (act != NULL)
        *verb = (struct verb){act->phrase->form, skip_blanks(s, act->at.end, end)};
    else if (at >= end || verb_of_english(&s->chars[at], word - at, &verb->form) == VERB_NONE)
        return false;
    else
        verb->behind = skip_blanks(s, word, end);
    return verb->behind < end && sentence_at(s, verb->behind, PHRASE_JOIN) == NULL &&
           sentence_at(s, verb->behind, PHRASE_AND) == NULL;
}

/* ", " outside brackets: where what stands in front ends; the end: there is none. */
static uint32_t comma_in(const struct sentence *s, uint32_t at, uint32_t end)
{
    while (at < end && (s->chars[at] != ',' || s->in_brackets[at]))
        at++;
    return at;
}

/* Waters them, enters it: of what the act in front is done to. */
static bool speaks_of_front(const struct sentence *s, struct range act)
{
    return sentence_find(s, act, PHRASE_SAME_OBJECT) != NULL ||
           sentence_find(s, act, PHRASE_BACKWARD) != NULL;
}

static size_t two(const struct sentence *s, struct range first, struct range second,
                  struct range acts[ACTS_MAX])
{
    if (speaks_of_front(s, second) || act_is_sequel(s, first, second))
        return 0;
    acts[0] = first;
    acts[1] = second;
    return 2;
}

/* Besides teaching the infants, |writes the newsletter. */
static size_t in_front(const struct sentence *s, const struct match *besides, uint32_t end,
                       struct range acts[ACTS_MAX])
{
    struct verb first, second;
    uint32_t at = skip_adverbs(s, skip_blanks(s, besides->at.end, end), end);
    uint32_t comma = comma_in(s, at, end),
             next = skip_adverbs(s, skip_blanks(s, comma + 1, end), end);
    if (comma >= end || !verb_at(s, at, comma, &first) || first.form != VERB_ING ||
        !verb_at(s, next, end, &second) || second.form > VERB_S)
        return 0;
    return two(s, (struct range){at, comma}, (struct range){next, end}, acts);
}

/* Repairs the organ |besides teaching the choristers. */
static size_t behind(const struct sentence *s, const struct match *besides, uint32_t end,
                     struct range acts[ACTS_MAX])
{
    struct verb second;
    const struct clause *head = &s->clauses[0];
    uint32_t at = skip_adverbs(s, skip_blanks(s, besides->at.end, end), end);
    const struct clause *clause = sentence_clause_at(s, besides->at.begin);
    bool is_first = clause == head || (clause == head + 1 && clause->at.begin == besides->at.begin);
    bool has_act = is_first && head->kind == CLAUSE_ACT && head->verb != NULL &&
                   head->verb->form <= VERB_S && head->act.end + 1 < besides->at.begin;
    if (!has_act || besides->phrase->at_head || !verb_at(s, at, end, &second) ||
        second.form != VERB_ING)
        return 0;
    struct range first = {head->act.begin, english_word_before(s, besides->at.begin).end};
    return two(s, first, (struct range){at, end}, acts);
}

/* Not only repairs the lifts |but also hires the cleaners. */
static size_t paired(const struct sentence *s, const struct match *pair, uint32_t end,
                     struct range acts[ACTS_MAX])
{
    struct verb first, second;
    struct range front = {s->clauses[0].at.begin, pair->at.begin};
    uint32_t at = skip_adverbs(s, skip_blanks(s, pair->at.end, end), end);
    if (sentence_find_act(s, front) != NULL || sentence_find(s, front, PHRASE_IDLE) != NULL ||
        !verb_at(s, at, end, &first) || first.form > VERB_S)
        return 0;
    for (uint32_t joint = first.behind, next; joint < end;
         joint = english_skip_word(s, joint, end)) {
        static const char *const joints[] = {"and", "but", NULL};
        if (!text_is_one_of(english_word_at(s, joint, end), joints))
            continue;
        next = skip_adverbs(s, english_skip_word(s, joint, end), end);
        if (verb_at(s, next, end, &second) && second.form == first.form)
            return two(s, (struct range){at, english_word_before(s, joint).end},
                       (struct range){next, end}, acts);
    }
    return 0;
}

size_t wording_acts_besides(const struct sentence *s, struct range acts[ACTS_MAX])
{
    size_t count = 0;
    if (s->language != LANG_EN || s->clause_count == 0 ||
        (!sentence_has(s, PHRASE_BESIDES) && !sentence_has(s, PHRASE_PAIRED)))
        return 0;
    uint32_t end = s->clauses[0].at.end;
    for (size_t i = 1; i < s->clause_count && s->clauses[i].sentence == s->clauses[0].sentence; i++)
        end = s->clauses[i].at.end;
    for (uint32_t i = 0; i < s->first[end] && count == 0; i++) {
        const struct match *word = &s->matches[i];
        if (word->phrase->class == PHRASE_BESIDES)
            count = word->at.begin == s->clauses[0].at.begin ? in_front(s, word, end, acts)
                                                             : behind(s, word, end, acts);
        else if (word->phrase->class == PHRASE_PAIRED)
            count = paired(s, word, end, acts);
    }
    return count;
}
