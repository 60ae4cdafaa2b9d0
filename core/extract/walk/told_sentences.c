/*
 * "You will grade the flour." "Candidates should hold a licence." "The salary is paid monthly.":
 * what a sentence of a posting in prose tells of the post, by whom it is about and what comes behind
 * "will", "must" or "should". Rules say "shall", and are read by their officers.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/prose.h"
#include "core/model/fold.h"

#define HOLDER_WORDS 8     /* of whom a clause is about, at most */
#define SENTENCE_BYTES 600 /* of a sentence, in which it says whom it is about: a bound on work */
#define STEM_LETTERS 6     /* of the title's first word, by which its holder is called */
#define ACT_BYTES 60       /* of what comes behind "will": enough to tell what it is */

/* Whoever is about to do something, and that. */
struct clause_of_holder {
    struct text subject, act; /* as written; empty: there is none */
    bool is_will;             /* ... and not "must" or "should" */
};

/* What stands between whom a clause is about and the act. */
struct modal {
    size_t at, size; /* size 0: there is none */
    bool is_will;    /* what will be done, and is not only asked for */
};

static void take_first(struct text_list words, struct text sentence, size_t from, bool is_will,
                       struct modal *first)
{
    for (size_t i = 0; i < words.count; i++) {
        size_t at = text_find(sentence, words.texts[i], from);
        if (at != TEXT_NOT_FOUND && (first->size == 0 || at < first->at))
            *first = (struct modal){at, words.texts[i].size, is_will};
    }
}

/* The first one from there on. */
static struct modal find_modal(struct extraction *x, struct text sentence, size_t from)
{
    struct modal first = {.size = 0};
    take_first(signs_of(x, SIGN_WILL), sentence, from, true, &first);
    take_first(signs_of(x, SIGN_RESPONSIBLE_FOR), sentence, from, true, &first);
    take_first(signs_of(x, SIGN_ASKED_TO), sentence, from, false, &first);
    return first;
}

/* Behind the last comma in front of it. */
static struct text words_behind_comma(struct text front)
{
    for (size_t at = front.size; at > 0; at--)
        if (front.data[at - 1] == ',' || front.data[at - 1] == ';')
            return text_trim(text_from(front, at));
    return text_trim(front);
}

/* "also carefully grade": without what only says how. */
static struct text without_adverbs(const struct extraction *x, struct text act)
{
    for (struct text before = {0}; before.size != act.size;) {
        before = act;
        act = text_without_any_start_word(act, signs_of(x, SIGN_HOW));
        size_t blank = text_find(act, TEXT(" "), 0);
        if (blank != TEXT_NOT_FOUND && text_ends_with(text_slice(act, 0, blank), TEXT("ly")) &&
            !text_starts_with(act, TEXT("apply ")) && !text_starts_with(act, TEXT("supply ")))
            act = text_from(act, blank + 1);
    }
    return act;
}

static size_t count_words(struct text words)
{
    size_t count = !text_is_empty(words);
    for (size_t i = 0; i < words.size; i++)
        count += words.data[i] == ' ';
    return count;
}

/* "Research Assistant" behind "the" in the midst of a sentence: a post, written as one's title. */
static bool is_written_post(struct extraction *x, struct text name)
{
    char first = name.size > 0 ? name.data[0] : ' ';
    return first >= 'A' && first <= 'Z' && vocabulary_is_position(x->vocabulary, x->scratch, name);
}

/* "clerk", "clerks" or "postdoc" of "postdoctoral clerk in Bergen": a word of the title, or its begin. */
static bool is_of_title(struct text title, struct text name)
{
    static const struct text plural = TEXT_INIT("s");
    if (text_find(title, name, 0) == TEXT_NOT_FOUND && text_ends_with(name, plural))
        name = text_slice(name, 0, name.size - 1);
    size_t at = text_is_empty(name) ? TEXT_NOT_FOUND : text_find(title, name, 0);
    if (at == TEXT_NOT_FOUND)
        return false;
    size_t end = at + name.size;
    bool begins = at == 0 || title.data[at - 1] == ' ';
    bool ends = end == title.size || title.data[end] == ' ' || title.data[end] == ',';
    return begins && (ends || (at == 0 && name.size >= STEM_LETTERS));
}

static bool is_holder(struct extraction *x, struct text title, struct text subject, bool is_will)
{
    struct text written = text_without_any_start_word(subject, signs_of(x, SIGN_SUBJECT_START));
    struct text name = fold_text(x->scratch, written);
    if (count_words(name) > HOLDER_WORDS ||
        text_starts_with_any_word(name, signs_of(x, SIGN_SUPPOSED)))
        return false; /* "If you would like to …" */
    if (text_ends_with_any_word(name, signs_of(x, SIGN_HOLDER_CALLED)) ||
        text_starts_with_any(name, signs_of(x, SIGN_HOLDER_STYLED)) || is_of_title(title, name) ||
        text_is_any(name, signs_of(x, SIGN_HOLDER_NAME)) ||
        text_starts_with_any_word(name, signs_of(x, SIGN_HOLDER_NAME)))
        return true; /* "in this role you", "Ms. Sharma", "the clerk", "the person in this role" */
    return is_will && written.size < subject.size && is_written_post(x, written);
}

/* Of the clauses of the sentence, the first about whoever holds the post. */
static struct clause_of_holder find_clause(struct extraction *x, struct text title,
                                           struct text sentence)
{
    struct modal modal;
    sentence = text_head(sentence, SENTENCE_BYTES);
    for (size_t from = 0; (modal = find_modal(x, sentence, from)).size > 0;
         from = modal.at + modal.size) {
        struct text front = text_slice(sentence, 0, modal.at), subject = words_behind_comma(front);
        if (text_is_empty(subject) || text_is(subject, "and")) { /* "The clerk, once hired, will" */
            size_t comma = text_find(front, TEXT(","), 0);
            subject = text_slice(front, 0, comma == TEXT_NOT_FOUND ? front.size : comma);
        }
        if (is_holder(x, title, subject, modal.is_will))
            return (struct clause_of_holder){subject, text_from(sentence, modal.at + modal.size),
                                             modal.is_will};
    }
    return (struct clause_of_holder){.is_will = false};
}

static bool speaks_of_needs(struct extraction *x, struct text sentence)
{
    return vocabulary_speaks_of(x->vocabulary, x->scratch, sentence, ELEMENT_APPOINTMENT);
}

/* "be working" is an act, "be trained" is none of the holder's. */
static enum told told_by_state(struct text state, bool is_need)
{
    static const char *const articles[] = {"a ", "an ", "the ", "part ", "one ", NULL};
    size_t end = text_find(state, TEXT(" "), 0);
    struct text first = text_slice(state, 0, end == TEXT_NOT_FOUND ? state.size : end);
    if (begins_in_participle(state))
        return TOLD_DUTY;
    bool is_being = text_starts_with_one_of(state, articles);
    return is_need && (is_being || !text_ends_with(first, TEXT("ed"))) ? TOLD_NEED : TOLD_OF_HOLDER;
}

/* What is told of the holder by what comes behind "will" or "must". */
static enum told told_by_act(struct extraction *x, struct clause_of_holder clause,
                             struct text sentence)
{
    static const struct text be = TEXT_INIT("be "), have = TEXT_INIT("have ");
    struct text act =
        without_adverbs(x, fold_text(x->scratch, text_head(text_trim(clause.act), ACT_BYTES)));
    bool is_sought =
        text_holds_any(fold_text(x->scratch, clause.subject), signs_of(x, SIGN_SOUGHT_PERSON));
    if (is_sought && text_starts_with_any(act, signs_of(x, SIGN_APPLICANT_ACT)))
        return TOLD_HOW_TO_APPLY;
    if (text_starts_with(act, TEXT("not ")))
        return TOLD_NOTHING;
    act = without_adverbs(x, text_without_any_start(act, signs_of(x, SIGN_HOLDER_ASKED)));
    bool is_state = text_starts_with(act, be);
    if ((is_state || text_starts_with(act, have)) &&
        text_holds_any(act, signs_of(x, SIGN_HOLDER_CHARGED)))
        return TOLD_DUTY;
    bool is_need = is_sought || !clause.is_will; /* "you will hold meetings" is an act */
    if (text_starts_with_any(act, signs_of(x, SIGN_HOLDER_BRINGS)) &&
        (is_need || is_state || speaks_of_needs(x, sentence)))
        return TOLD_NEED;
    if (is_state)
        return told_by_state(text_from(act, be.size), is_need);
    if (text_starts_with_any(act, signs_of(x, SIGN_HOLDER_GETS)))
        return TOLD_OF_HOLDER;
    return is_sought && !clause.is_will ? TOLD_NEED : TOLD_DUTY;
}

/* "Fluent French is essential." */
static bool ends_in_need(struct extraction *x, struct text sentence)
{
    struct text folded = text_trim_any(fold_text(x->scratch, sentence), " .!");
    return text_ends_with_any(folded, signs_of(x, SIGN_NEEDED_END)) &&
           !text_holds_any(folded, signs_of(x, SIGN_RESUME));
}

/* "Pay is £15 an hour." */
static bool tells_amount_of_pay(struct extraction *x, struct text sentence)
{
    static const char *const signs[] = {"$", "£", "€", NULL};
    bool has_sign = false;
    for (size_t i = 0; signs[i] != NULL; i++)
        has_sign |= text_find(sentence, text_from_string(signs[i]), 0) != TEXT_NOT_FOUND;
    return has_sign && text_has_digit(sentence) &&
           vocabulary_speaks_of(x->vocabulary, x->scratch, sentence, ELEMENT_REWARDS);
}

/* Without a clause about the holder: by how it begins and ends, and what it speaks of. */
static enum told told_by_words(struct extraction *x, struct text sentence)
{
    enum element opening = vocabulary_opening(x->vocabulary, x->scratch, sentence);
    struct text folded = fold_text(x->scratch, sentence);
    bool speaks = speaks_of_needs(x, sentence);
    if (text_starts_with_any(folded, signs_of(x, SIGN_APPLICATION_START)) ||
        vocabulary_is_closing(x->vocabulary, x->scratch, sentence))
        return TOLD_HOW_TO_APPLY;
    if (opening == ELEMENT_REWARDS || text_starts_with_any(folded, signs_of(x, SIGN_TOLD_PAY)) ||
        tells_of_benefits(x, sentence) || tells_amount_of_pay(x, sentence))
        return TOLD_PAY;
    if (ends_in_need(x, sentence) || (speaks && opening == ELEMENT_APPOINTMENT) ||
        ((speaks || text_find(folded, TEXT(" who "), 0) != TEXT_NOT_FOUND) &&
         text_holds_any(folded, signs_of(x, SIGN_REQUIRES))) ||
        is_preference(x, sentence))
        return TOLD_NEED;
    if (text_starts_with_any(folded, signs_of(x, SIGN_CHARGED_START)))
        return TOLD_DUTY;
    return TOLD_NOTHING;
}

bool asks_holder(struct extraction *x, struct text title, struct text sentence)
{
    struct clause_of_holder clause = find_clause(x, title, sentence);
    return !text_is_empty(clause.act) && !clause.is_will &&
           told_by_act(x, clause, sentence) == TOLD_NEED;
}

bool asks_applicants(struct extraction *x, struct text sentence)
{
    struct text subject = find_clause(x, TEXT(""), sentence).subject;
    return asks_holder(x, TEXT(""), sentence) &&
           text_holds_any(fold_text(x->scratch, subject), signs_of(x, SIGN_SOUGHT_PERSON));
}

bool refers_back(struct extraction *x, struct text sentence)
{
    return text_starts_with_any_word(fold_text(x->scratch, sentence),
                                     signs_of(x, SIGN_REFERS_BACK));
}

enum told told_by_sentence(struct extraction *x, struct text title, struct text sentence)
{
    struct clause_of_holder clause = find_clause(x, title, sentence);
    if (text_ends_with(sentence, TEXT("?")) || !is_latin_text(sentence))
        return TOLD_NOTHING;
    enum told told = text_is_empty(clause.act) ? TOLD_NOTHING : told_by_act(x, clause, sentence);
    if (told == TOLD_DUTY || told == TOLD_NEED)
        return told;
    enum told by_words = told_by_words(x, sentence);
    return by_words != TOLD_NOTHING ? by_words : told;
}
