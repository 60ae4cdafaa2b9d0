#include "core/normalise/english_nouns.h"
#include "core/normalise/english_words.h"

/* Invoices paid on time, shelves stocked: what seems a verb in -s is a plural, and how things are.
 */
static bool is_plural_in_state(const struct sentence *s, const struct match *act, uint32_t end)
{
    static const char *const participles[] = {"paid", "kept", "made", "sent", "met",  "done",
                                              "held", "left", "sold", "set",  "told", NULL};
    uint32_t at = skip_blanks(s, act->at.end, end), last = english_word_end(s, at, end);
    struct text word = sentence_text(s, (struct range){at, last});
    uint32_t next = skip_blanks(s, last, end);
    if (text_starts_with(sentence_text(s, (struct range){at, end}), TEXT("set up of ")))
        return false; /* oversees set up of the booths */
    return act->phrase->form == VERB_S &&
           (text_ends_with(word, TEXT("ed")) || text_is_one_of(word, participles)) &&
           (next == end || sentence_at(s, next, PHRASE_PREPOSITION) != NULL ||
            sentence_at(s, next, PHRASE_ADVERB) != NULL ||
            sentence_at(s, next, PHRASE_JOIN) != NULL ||
            sentence_at(s, next, PHRASE_VAGUE) != NULL);
}

/* Contracts, claims and variations: a word in -s by itself, and nothing the last is done to. */
static bool is_in_list_of_plurals(const struct sentence *s, const struct clause *clause,
                                  const struct match *act)
{
    const struct clause *last = clause, *end = s->clauses + s->clause_count;
    if (act->phrase->form != VERB_S || act->at.end != clause->at.end ||
        act->at.begin != clause->at.begin)
        return false;
    while (last + 1 < end && last[1].sentence == clause->sentence)
        last++;
    struct text words = sentence_text(s, last->at);
    uint32_t count = 0;
    for (uint32_t at = last->at.begin; at < last->at.end; count++)
        at = english_skip_word(s, at, last->at.end);
    bool begins_with_and = text_starts_with(words, TEXT("and "));
    return last > clause &&
           (begins_with_and ? count == 2
                            : count == 3 && text_find(words, TEXT(" and "), 0) != TEXT_NOT_FOUND);
}

/* Link person for the deanery, lead role in the merger: what somebody is. */
static bool is_role(const struct sentence *s, const struct match *act, uint32_t end)
{
    static const char *const roles[] = {"role", "person", "position", "capacity", "figure", NULL};
    uint32_t at = skip_blanks(s, act->at.end, end), last = english_word_end(s, at, end);
    uint32_t next = skip_blanks(s, last, end);
    return text_is_one_of(sentence_text(s, (struct range){at, last}), roles) &&
           (next == end || sentence_at(s, next, PHRASE_PREPOSITION) != NULL);
}

/* Efficient use of the kiln: an adjective in front, and what it is the use of behind. */
static bool is_praised_noun(const struct sentence *s, const struct clause *clause,
                            const struct match *act)
{
    struct text before = sentence_text(s, english_word_before(s, act->at.begin));
    struct range rest = {skip_blanks(s, act->at.end, clause->at.end), clause->at.end};
    return act->phrase->form == VERB_BASE && act->at.begin > clause->at.begin &&
           sentence_ending(s, (struct range){clause->at.begin, act->at.begin}, PHRASE_MODIFIER) !=
               NULL &&
           !text_ends_with(before, TEXT("ly")) &&
           text_starts_with(sentence_text(s, rest), TEXT("of "));
}

/* Samples of glazes: no verb that may be a noun has "of" behind it. */
static bool is_plural_of(const struct sentence *s, const struct match *act, uint32_t end)
{
    uint32_t next = skip_blanks(s, act->at.end, end);
    return act->phrase->form == VERB_S && sentence_at(s, act->at.begin, PHRASE_ACT_NOUN) != NULL &&
           text_starts_with(sentence_text(s, (struct range){next, end}), TEXT("of "));
}

bool english_head_is_noun(const struct sentence *s, const struct clause *clause,
                          const struct match *act)
{
    return s->language == LANG_EN &&
           (is_plural_in_state(s, act, clause->at.end) || is_in_list_of_plurals(s, clause, act) ||
            is_role(s, act, clause->at.end) || is_plural_of(s, act, clause->at.end) ||
            is_praised_noun(s, clause, act));
}
