/* How a sentence begins: as those of an element do, as an act, as words behind an advertisement. */
#include "core/base/script.h"
#include "core/model/english_verbs.h"
#include "core/model/fold.h"
#include "core/model/verb_forms.h"
#include "core/model/vocabulary_table.h"

#define OPENING_BYTES 90 /* of a sentence, in which the words that open it stand */
#define ADVERBS_MAX 4    /* words in front of an act that say how: a bound on work */
#define ADVERB_LENGTH 6  /* letters of one, at least: no "only", no "fly" */

/* The beginning of the folded text up to at is a whole word. */
static bool ends_word(struct text folded, size_t at)
{
    return at == folded.size || !is_folded_letter(folded.data[at]) ||
           !is_folded_letter(folded.data[at - 1]);
}

/* The entries that a sentence begins with, from the shortest on; NULL: no other. */
struct beginnings {
    const struct vocabulary *vocabulary;
    struct text folded;
    size_t at;
};

static struct beginnings beginnings_of(const struct vocabulary *vocabulary, struct arena *scratch,
                                       struct text sentence)
{
    return (struct beginnings){.vocabulary = vocabulary,
                               .folded = fold_label(scratch, text_head(sentence, OPENING_BYTES))};
}

static const struct vocabulary_entry *next_beginning(struct beginnings *b)
{
    const struct vocabulary_entry *entry = NULL;
    while (entry == NULL && b->at < b->folded.size) {
        text_next(b->folded, &b->at);
        if (ends_word(b->folded, b->at))
            entry = vocabulary_entry(b->vocabulary, text_slice(b->folded, 0, b->at));
    }
    return entry;
}

/* Of the longest words that open the sentence; ELEMENT_COUNT: none do. */
static enum element opening_of(struct beginnings beginnings)
{
    enum element element = ELEMENT_COUNT;
    for (const struct vocabulary_entry *entry; (entry = next_beginning(&beginnings)) != NULL;)
        if (entry->opening != ELEMENT_COUNT)
            element = entry->opening;
    return element;
}

/*
 * "Supporting your team is …": the act is what the sentence is about, and not "Ensuring that data is
 * kept", whose verb is that of another clause.
 */
static bool is_subject(struct text folded)
{
    static const struct text joints[] = {TEXT_INIT(", "), TEXT_INIT(" that ")};
    if (text_starts_with(folded, TEXT("ensuring ")))
        return false;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t at = text_find(folded, joints[i], 0);
        folded = at == TEXT_NOT_FOUND ? folded : text_slice(folded, 0, at);
    }
    static const struct text verbs[] = {TEXT_INIT(" is "), TEXT_INIT(" are "), TEXT_INIT(" will "),
                                        TEXT_INIT(" can "), TEXT_INIT(" may ")};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (text_find(folded, verbs[i], 0) != TEXT_NOT_FOUND)
            return true;
    return false;
}

/* The first word is a form of a verb that opens acts: "establishes", "planning". */
static bool opens_with_form_of_act(const struct vocabulary *vocabulary, struct arena *scratch,
                                   struct text folded)
{
    size_t begin = 0, end = folded_word(folded, &begin);
    struct text bases[VERB_BASES_MAX];
    size_t count = begin > 0 ? 0 : verb_bases(scratch, text_slice(folded, 0, end), bases);
    for (size_t i = 0; i < count; i++) {
        const struct vocabulary_entry *entry = vocabulary_entry(vocabulary, bases[i]);
        if (entry != NULL && entry->opening == ELEMENT_DUTIES)
            return !is_subject(folded);
    }
    return false;
}

/* The next word of the sentence in small letters, as it is written; empty: it has none of Latin. */
static struct text next_written_word(struct arena *scratch, struct text sentence, size_t *at)
{
    while (*at < sentence.size && sentence.data[*at] > 0 && !is_ascii_letter(sentence.data[*at]))
        ++*at;
    size_t begin = *at;
    while (*at < sentence.size && is_ascii_letter(sentence.data[*at]))
        ++*at;
    struct text word = text_slice(sentence, begin, *at);
    char *small = arena_alloc(scratch, word.size);
    for (size_t i = 0; i < word.size; i++)
        small[i] = (char)(word.data[i] | 0x20);
    return (struct text){small, word.size};
}

/*
 * "Tunes bells", "Mixes the bronze", "Water the plants": the first word is a verb that no list need
 * hold. One that is as well a noun is none in "Books and records", but in front of an article.
 */
static bool opens_with_verb(const struct vocabulary *vocabulary, struct arena *scratch,
                            struct text sentence)
{
    enum verb_form form;
    size_t at = 0;
    struct text first = next_written_word(scratch, text_head(sentence, OPENING_BYTES), &at);
    struct text second = next_written_word(scratch, text_head(sentence, OPENING_BYTES), &at);
    if (text_is_empty(second) || vocabulary_entry(vocabulary, fold_label(scratch, first)) != NULL ||
        text_is_any(first, vocabulary_signs(vocabulary, SIGN_NO_ACT)))
        return false;
    enum verb_kind kind = verb_of_word(first, &form);
    bool is_before_article = text_is_any(second, vocabulary_signs(vocabulary, SIGN_DETERMINER));
    return kind != VERB_NONE && kind != VERB_RARE && form != VERB_ING &&
           (kind == VERB_SURE || is_before_article);
}

/* "To keep the register": an act, as British lists of duties begin. */
static bool opens_with_to_act(struct beginnings beginnings)
{
    static const struct text to = TEXT_INIT("to ");
    if (!text_starts_with(beginnings.folded, to))
        return false;
    beginnings.folded = text_from(beginnings.folded, to.size);
    return opening_of(beginnings) == ELEMENT_DUTIES;
}

/* "Independently and quickly mend the lamps": the act behind the words that say how. */
static bool opens_with_adverb(const struct vocabulary *vocabulary, struct arena *scratch,
                              struct beginnings beginnings)
{
    static const struct text ending = TEXT_INIT("ly"), joint = TEXT_INIT("and");
    size_t begin = 0, end = folded_word(beginnings.folded, &begin);
    for (unsigned i = 0; i < ADVERBS_MAX && end < beginnings.folded.size; i++) {
        struct text word = text_slice(beginnings.folded, begin, end);
        if (!(text_ends_with(word, ending) && word.size >= ADVERB_LENGTH) &&
            !(i > 0 && text_equal(word, joint)))
            break;
        begin = end;
        end = folded_word(beginnings.folded, &begin);
    }
    if (begin == 0 || begin >= beginnings.folded.size)
        return false;
    beginnings.folded = text_from(beginnings.folded, begin);
    return opening_of(beginnings) == ELEMENT_DUTIES ||
           opens_with_form_of_act(vocabulary, scratch, beginnings.folded);
}

enum element vocabulary_opening(const struct vocabulary *vocabulary, struct arena *scratch,
                                struct text sentence)
{
    struct beginnings beginnings = beginnings_of(vocabulary, scratch, sentence);
    enum element element = opening_of(beginnings);
    if (element == ELEMENT_COUNT &&
        (opens_with_to_act(beginnings) ||
         opens_with_form_of_act(vocabulary, scratch, beginnings.folded) ||
         opens_with_adverb(vocabulary, scratch, beginnings) ||
         opens_with_verb(vocabulary, scratch, sentence)))
        return ELEMENT_DUTIES;
    return element;
}

static bool begins_with(const struct vocabulary *vocabulary, struct arena *scratch,
                        struct text words, enum word_kind kind)
{
    struct beginnings beginnings = beginnings_of(vocabulary, scratch, words);
    for (const struct vocabulary_entry *entry; (entry = next_beginning(&beginnings)) != NULL;)
        if (entry_is(entry, kind))
            return true;
    return false;
}

bool vocabulary_is_closing(const struct vocabulary *vocabulary, struct arena *scratch,
                           struct text sentence)
{
    return begins_with(vocabulary, scratch, sentence, WORD_CLOSING);
}

bool vocabulary_is_share(const struct vocabulary *vocabulary, struct arena *scratch,
                         struct text heading)
{
    return begins_with(vocabulary, scratch, heading, WORD_SHARE);
}
