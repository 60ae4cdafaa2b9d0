#include "core/check/wording_unit.h"
#include "core/normalise/english_words.h"

#define NAME_WORDS                                                                                 \
    6 /* from the article to the unit, at most: the Parks and Recreation Department */

/* Is, has, serves: the verb of what stands in front of it. */
static bool is_verb_of_subject(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const verbs[] = {"is",      "has",   "was",    "does",     "engages",
                                        "prides",  "seeks", "serves", "operates", "offers",
                                        "employs", "works", "aims",   NULL};
    struct range word = {at, english_word_end(s, at, end)};
    const struct match *act = sentence_at(s, at, PHRASE_ACT);
    bool is_sure =
        act != NULL && act->phrase->form == VERB_S && sentence_at(s, at, PHRASE_ACT_NOUN) == NULL;
    return is_sure || text_is_one_of(sentence_text(s, word), verbs);
}

/* This archivist role is new, this exciting post has …: of the post; not: … is responsible for. */
static bool tells_of_post(const struct sentence *s, const struct clause *clause)
{
    static const char *const posts[] = {"role",    "position", "post",        "job",
                                        "opening", "vacancy",  "opportunity", NULL};
    static const char *const verbs[] = {"is", "has", "was", "offers", "sits", "comes", NULL};
    uint32_t at = english_skip_word(s, clause->at.begin, clause->at.end), end = clause->at.end;
    for (size_t i = 0; i < NAME_WORDS && at < end; i++) {
        bool is_post = text_is_one_of(
            sentence_text(s, (struct range){at, english_word_end(s, at, end)}), posts);
        at = english_skip_word(s, at, end);
        uint32_t next = english_word_end(s, at, end);
        if (is_post)
            return text_is_one_of(sentence_text(s, (struct range){at, next}), verbs) &&
                   text_find(sentence_text(s, clause->at), TEXT("responsible"), 0) ==
                       TEXT_NOT_FOUND;
    }
    return false;
}

bool wording_tells_of_unit(const struct sentence *s, const struct clause *clause)
{
    uint32_t at = clause->at.begin, end = clause->at.end;
    if (clause->kind == CLAUSE_OTHER &&
        text_starts_with(sentence_text(s, clause->at), TEXT("This ")))
        return tells_of_post(s, clause);
    if (clause->kind != CLAUSE_OTHER || !sentence_has(s, PHRASE_UNIT) ||
        !text_starts_with(sentence_text(s, clause->at), TEXT("The ")))
        return false;
    for (size_t i = 0; i < NAME_WORDS && at < end; i++) {
        const struct match *unit = sentence_at(s, at, PHRASE_UNIT);
        at = english_skip_word(s, at, end);
        if (unit != NULL && at < end && is_verb_of_subject(s, at, end))
            return true;
        if (sentence_at(s, at, PHRASE_PREPOSITION) != NULL)
            return false;
    }
    return false;
}
