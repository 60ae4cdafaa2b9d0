#include "core/normalise/english_words.h"
#include "core/normalise/segments.h"

/* Whether the last word in front of a preposition, or of the end, is a plural: looms, not glass. */
static bool ends_in_plural(const struct sentence *s, struct range at, unsigned *words)
{
    static const char *const others[] = {"ss", "us", "is", "'s", NULL};
    struct text word = TEXT("");
    *words = 0;
    at.begin = skip_blanks(s, at.begin, at.end);
    for (uint32_t next; at.begin < at.end; at.begin = next) {
        next = english_skip_word(s, at.begin, at.end);
        if (sentence_at(s, at.begin, PHRASE_PREPOSITION) != NULL)
            break;
        word = text_trim(sentence_text(s, (struct range){at.begin, next}));
        ++*words;
    }
    return text_ends_with(word, TEXT("s")) && !text_ends_with_one_of(word, others);
}

/* Design thumbnails, fine offenders: one word, which a noun seldom stands in front of. */
static bool is_own_object(const struct sentence *s, const struct segment *second)
{
    uint32_t at = skip_blanks(s, second->behind, second->at.end);
    return sentence_at(s, at, PHRASE_COMPOUNDED) == NULL && sentence_at(s, at, PHRASE_TAIL) == NULL;
}

/* Monitor tide levels and …: nothing behind the verb of the head but what it is done to. */
static bool has_plain_object(const struct sentence *s, const struct segment *first,
                             const struct segment *second)
{
    struct text joint = segment_joint(s, second);
    return first->at.begin == 0 && text_is(text_trim(joint), "and") &&
           sentence_find(s, (struct range){first->behind, first->at.end}, PHRASE_PREPOSITION) ==
               NULL;
}

/* Grease the looms and order replacement shuttles: no single word that "order" could belong to. */
static bool have_own_plurals(const struct sentence *s, const struct segment *first,
                             const struct segment *second)
{
    unsigned front, behind;
    bool is_listed = sentence_at(s, first->at.begin, PHRASE_ACT) != NULL;
    bool is_plain = has_plain_object(s, first, second);
    bool is_sure = segment_is_surely_verb(s, first->behind, first->at.end, is_listed) ||
                   (is_listed && is_plain && first->verb->class == PHRASE_ACT);
    return second->is_joined && is_sure &&
           ends_in_plural(s, (struct range){first->behind, first->at.end}, &front) &&
           ends_in_plural(s, (struct range){second->behind, second->at.end}, &behind) &&
           (behind > 1 || (is_plain && is_own_object(s, second)));
}

/* Managers, applicants; not departments, accounts, which may be parties as well. */
static bool names_people(struct text words)
{
    static const char *const endings[] = {
        "ers",    "ors",   "ants", "ients",    "dents",  "ists",   "ees",     "ians",
        "people", "women", "men",  "children", "guests", "youths", "parents", NULL};
    return text_ends_with_one_of(words, endings);
}

static bool begins_with_people(const struct sentence *s, uint32_t at)
{
    const struct match *party = sentence_at(s, at, PHRASE_PARTY);
    if (party == NULL)
        party = sentence_at(s, at, PHRASE_RECIPIENT);
    return party != NULL && names_people(sentence_text(s, party->at));
}

/* Open files and interview applicants: it is done to people, and the first to none. */
static bool is_done_to_people(const struct sentence *s, const struct segment *first,
                              const struct segment *second)
{
    return begins_with_people(s, skip_blanks(s, second->behind, second->at.end)) &&
           sentence_find(s, first->at, PHRASE_PARTY) == NULL &&
           sentence_find(s, first->at, PHRASE_RECIPIENT) == NULL &&
           !names_people(text_trim(sentence_text(s, first->at)));
}

/*
 * Scan the post, and forward invoices to the office: two nouns have no mark between them, unless
 * the second is but an afterthought: …, and stock levels too.
 */
static bool is_behind_mark(const struct sentence *s, const struct segment *second)
{
    struct text joint = segment_joint(s, second);
    struct range object = {second->behind, second->at.end};
    unsigned words;
    bool is_plural = ends_in_plural(s, object, &words);
    return second->is_clause && text_is(text_trim(joint), "and") && is_plural &&
           (words > 1 || sentence_find(s, object, PHRASE_PREPOSITION) != NULL ||
            segment_is_surely_verb(s, second->behind, second->at.end,
                                   second->verb->class == PHRASE_ACT));
}

bool segments_are_two_acts(const struct segments *g)
{
    if (g->count != 2 || g->list[0].verb == NULL || g->list[1].verb == NULL ||
        !g->list[0].has_object || !g->list[1].has_object || g->list[0].verb->form != VERB_BASE ||
        g->list[1].verb->form != VERB_BASE || segment_is_compound(g->s, &g->list[1]))
        return false;
    const struct segment *first = &g->list[0], *second = &g->list[1];
    return is_behind_mark(g->s, second) || is_done_to_people(g->s, first, second) ||
           have_own_plurals(g->s, first, second);
}
