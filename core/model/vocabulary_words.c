/* What a heading or a name speaks of by the words in it, where it is no known label as a whole. */
#include "core/base/nearest_name.h"
#include "core/base/script.h"
#include "core/model/fold.h"
#include "core/model/vocabulary_table.h"

#define BENEFITS_MAX 8  /* different words that are counted: a bound on work */
#define GUESS_HAN 15    /* Han of a heading; longer ones are sentences */
#define GUESS_WORDS 8   /* words, alike */
#define GUESS_UNKNOWN 3 /* words of it that say nothing we know */
#define MISSPELT_WORD 8 /* letters of a word that one slip of the pen leaves known */
#define LONG_WORD 12    /* ... and that two do */
#define SPEAKING_HAN 4  /* characters of a word that speaks of an element, at most */
#define ENDING_WORDS 3  /* of what is no role: "quality management plan" */

/* What the word from begin to *end means; "full-time" is one word where the vocabulary has it. */
static const struct vocabulary_entry *entry_of_word(const struct vocabulary *vocabulary,
                                                    struct text folded, size_t begin, size_t *end)
{
    size_t compound = *end;
    while (compound < folded.size && (is_folded_letter(folded.data[compound]) ||
                                      (folded.data[compound] == '-' && compound > begin)))
        compound++;
    const struct vocabulary_entry *entry =
        compound > *end ? vocabulary_entry(vocabulary, text_slice(folded, begin, compound)) : NULL;
    if (entry == NULL)
        return vocabulary_entry(vocabulary, text_slice(folded, begin, *end));
    *end = compound;
    return entry;
}

static bool is_latin(struct text folded) { return !text_is_empty(folded) && is_latin_text(folded); }

/* The longest ending of a text in Han that is of any of the kinds, bits of enum word_kind; NULL:
 * none is. */
static const struct vocabulary_entry *find_ending(const struct vocabulary *vocabulary,
                                                  struct text folded, uint32_t kinds)
{
    for (size_t at = 0; at < folded.size; text_next(folded, &at)) {
        const struct vocabulary_entry *entry = vocabulary_entry(vocabulary, text_from(folded, at));
        if (entry != NULL && (entry->kinds & kinds) != 0)
            return entry;
    }
    return NULL;
}

/* Known but for slips of the pen; what only adds an ending is another word: "measured". */
static bool is_slip(struct text keyword, struct text word, size_t slips)
{
    return keyword.data[0] == word.data[0] && !text_starts_with(word, keyword) &&
           name_edits(keyword, word) <= slips;
}

/* "qulification", "responsibilites": the keyword that was meant; NULL: the word is another one. */
static const struct vocabulary_entry *misspelt_keyword(const struct vocabulary *vocabulary,
                                                       struct text word)
{
    size_t slips = word.size >= LONG_WORD ? 2 : 1;
    const struct vocabulary_entry *entry =
        word.size >= MISSPELT_WORD ? vocabulary->first_keyword : NULL;
    while (entry != NULL && !is_slip(entry->label, word, slips))
        entry = entry->next_keyword;
    return entry;
}

/* Counts what the words speak of; the element most of them do, the last of these in a tie. */
static struct guess guess_by_words(const struct vocabulary *vocabulary, struct text folded)
{
    struct guess guess = {.element = ELEMENT_COUNT, .is_whole = true};
    size_t hits[ELEMENT_COUNT + 1] = {0}, unknown = 0, words = 0;
    for (size_t begin = 0, end; (end = folded_word(folded, &begin)) > begin; begin = end) {
        const struct vocabulary_entry *entry = entry_of_word(vocabulary, folded, begin, &end);
        if (entry == NULL)
            entry = misspelt_keyword(vocabulary, text_slice(folded, begin, end));
        words++;
        if (entry != NULL && entry_is(entry, WORD_KEYWORD)) {
            hits[entry->keyword]++;
            if (hits[entry->keyword] >= hits[guess.element])
                guess.element = entry->keyword;
        } else if (entry == NULL || !entry_is(entry, WORD_FILLER))
            unknown++;
        if (words > GUESS_WORDS || unknown > GUESS_UNKNOWN) /* a sentence, whatever follows */
            return (struct guess){.element = ELEMENT_COUNT};
    }
    guess.is_whole = unknown == 0;
    return guess;
}

struct guess vocabulary_guess(const struct vocabulary *vocabulary, struct text heading,
                              struct text folded)
{
    const struct phrase *phrase =
        heading.size > PHRASE_BYTES ? NULL : phrase_find(&vocabulary->phrases, folded, FIELD_NONE);
    if (phrase != NULL)
        return (struct guess){.element = phrase->element,
                              .is_whole = true,
                              .is_phrase = true,
                              .is_other = phrase->is_other};
    if (is_latin(folded))
        return guess_by_words(vocabulary, folded);
    const struct vocabulary_entry *entry =
        text_is_longer(folded, GUESS_HAN) ? NULL
                                          : find_ending(vocabulary, folded, 1u << WORD_KEYWORD);
    return (struct guess){.element = entry == NULL ? ELEMENT_COUNT : entry->keyword};
}

/* What the word at *at means, in Han the longest one; *at: behind it, in Han behind one character. */
static const struct vocabulary_entry *entry_at(const struct vocabulary *vocabulary,
                                               struct text folded, size_t *at)
{
    const struct vocabulary_entry *entry = NULL;
    size_t begin = *at;
    if (is_folded_letter(folded.data[begin])) {
        *at = folded_word(folded, &begin);
        return vocabulary_entry(vocabulary, text_slice(folded, begin, *at));
    }
    size_t end = begin;
    for (size_t length = 0; length < SPEAKING_HAN && end < folded.size; length++) {
        text_next(folded, &end);
        *at = length == 0 ? end : *at;
        const struct vocabulary_entry *longer =
            vocabulary_entry(vocabulary, text_slice(folded, begin, end));
        entry = longer == NULL ? entry : longer;
    }
    return entry;
}

bool vocabulary_speaks_of(const struct vocabulary *vocabulary, struct arena *scratch,
                          struct text text, enum element element)
{
    struct text folded = fold_text(scratch, text);
    for (size_t at = 0; at < folded.size;) {
        const struct vocabulary_entry *entry = entry_at(vocabulary, folded, &at);
        if (entry != NULL && entry->keyword == element)
            return true;
    }
    return false;
}

bool vocabulary_is_role_list(const struct vocabulary *vocabulary, struct arena *scratch,
                             struct text heading)
{
    struct text folded = fold_label(scratch, heading);
    return !is_latin(folded) && find_ending(vocabulary, folded, 1u << WORD_ROLE_LIST) != NULL;
}

static bool has_word(const struct vocabulary *vocabulary, struct text folded, enum word_kind kind)
{
    if (!is_latin(folded))
        return find_ending(vocabulary, folded, 1u << kind) != NULL;
    for (size_t begin = 0, end; (end = folded_word(folded, &begin)) > begin; begin = end) {
        const struct vocabulary_entry *entry = entry_of_word(vocabulary, folded, begin, &end);
        if (entry != NULL && entry_is(entry, kind))
            return true;
    }
    return false;
}

size_t vocabulary_count_benefits(const struct vocabulary *vocabulary, struct arena *scratch,
                                 struct text words, size_t max)
{
    const struct vocabulary_entry *seen[BENEFITS_MAX];
    struct text folded = fold_label(scratch, words);
    size_t count = 0;
    max = max < BENEFITS_MAX ? max : BENEFITS_MAX;
    for (size_t at = 0; count < max && at < folded.size;) {
        const struct vocabulary_entry *entry = entry_at(vocabulary, folded, &at);
        bool is_new = entry != NULL && entry_is(entry, WORD_BENEFIT);
        for (size_t i = 0; i < count && is_new; i++)
            is_new = seen[i] != entry;
        if (is_new)
            seen[count++] = entry;
    }
    return count;
}

/* "Hiring policy", "Cook interview process", "Senior farm hand": the last words tell what it is. */
static bool ends_in(const struct vocabulary *vocabulary, struct text folded, enum word_kind kind)
{
    size_t space = folded.size;
    for (size_t words = 0; space > 0 && words < ENDING_WORDS; words++) {
        space -= words > 0;
        while (space > 0 && folded.data[space - 1] != ' ')
            space--;
        const struct vocabulary_entry *entry =
            vocabulary_entry(vocabulary, text_from(folded, space));
        if (entry != NULL && entry_is(entry, kind))
            return true;
    }
    return false;
}

/* "Interview process for internal candidates": what it is stands in front of whom it is for. */
static bool ends_in_no_role_for(const struct vocabulary *vocabulary, struct text folded)
{
    size_t end = text_find(folded, TEXT(" for "), 0);
    return end != TEXT_NOT_FOUND && ends_in(vocabulary, text_slice(folded, 0, end), WORD_NO_ROLE);
}

/* A position stands right in front of the words that begin at end. */
static bool is_behind_position(const struct vocabulary *vocabulary, struct text folded, size_t end)
{
    size_t begin = end;
    while (begin > 0 && folded.data[begin - 1] != ' ')
        begin--;
    const struct vocabulary_entry *entry =
        vocabulary_entry(vocabulary, text_slice(folded, begin, end));
    return entry != NULL && entry_is(entry, WORD_POSITION);
}

/*
 * "chief of protocol", "clerk to the council": who answers for it, and no protocol; not "secretary
 * of the council".
 */
static bool is_post_over(const struct vocabulary *vocabulary, struct text folded)
{
    static const struct text of = TEXT_INIT(" of "), to = TEXT_INIT(" to ");
    size_t end = text_find(folded, of, 0), goal = text_find(folded, to, 0);
    bool is_short = end != TEXT_NOT_FOUND && !text_has(text_from(folded, end + of.size), ' ');
    return (is_short && is_behind_position(vocabulary, folded, end)) ||
           (goal != TEXT_NOT_FOUND && is_behind_position(vocabulary, folded, goal));
}

bool vocabulary_is_position(const struct vocabulary *vocabulary, struct arena *scratch,
                            struct text name)
{
    if (!may_end_as(vocabulary, name, ENDS_POST)) /* most names in Han need no look at the rest */
        return false;
    struct text folded = fold_label(scratch, name);
    if (is_latin(folded))
        return has_word(vocabulary, folded, WORD_POSITION) ||
               ends_in(vocabulary, folded, WORD_POSITION);
    const struct vocabulary_entry *entry = find_ending(vocabulary, folded, ENDS_LIKE_POSITION);
    return entry != NULL &&
           !entry_is(entry, WORD_NO_POSITION); /* the longest decides: 施工, and no 工 */
}

bool vocabulary_is_office(const struct vocabulary *vocabulary, struct arena *scratch,
                          struct text name)
{
    if (!may_end_as(vocabulary, name, ENDS_POST)) /* most names in Han need no look at the rest */
        return false;
    const struct vocabulary_entry *entry = vocabulary_entry(vocabulary, fold_label(scratch, name));
    return entry != NULL && entry_is(entry, WORD_OFFICE);
}

bool vocabulary_is_praise(const struct vocabulary *vocabulary, struct arena *scratch,
                          struct text word)
{
    return has_word(vocabulary, fold_label(scratch, word), WORD_PRAISE);
}

bool vocabulary_is_house(const struct vocabulary *vocabulary, struct arena *scratch,
                         struct text name)
{
    return has_word(vocabulary, fold_label(scratch, name), WORD_HOUSE);
}

bool vocabulary_is_hiring(const struct vocabulary *vocabulary, struct arena *scratch,
                          struct text word)
{
    if (!may_end_as(vocabulary, word, ENDS_HIRING)) /* every place of a title is asked */
        return false;
    const struct vocabulary_entry *entry = vocabulary_entry(vocabulary, fold_label(scratch, word));
    return entry != NULL && entry_is(entry, WORD_HIRING);
}

bool vocabulary_is_rank(const struct vocabulary *vocabulary, struct arena *scratch,
                        struct text words)
{
    struct text folded = fold_label(scratch, words);
    const struct vocabulary_entry *entry = vocabulary_entry(vocabulary, folded);
    size_t ranks = 0;
    if (!is_latin(folded))
        return entry != NULL && entry_is(entry, WORD_RANK);
    for (size_t begin = 0, end; (end = folded_word(folded, &begin)) > begin; begin = end, ranks++) {
        entry = entry_of_word(vocabulary, folded, begin, &end);
        if (entry == NULL || !entry_is(entry, WORD_RANK))
            return false;
    }
    return ranks > 0;
}

/* "www.example.org", "example.org/jobs": where to look, and nobody; "C.E.O./President" is. */
static bool is_web_address(struct text folded)
{
    size_t stroke = text_find(folded, TEXT("/"), 0), dot = text_find(folded, TEXT("."), 0);
    bool is_one_word = !text_has(folded, ' ') && dot != TEXT_NOT_FOUND;
    bool is_path = stroke != TEXT_NOT_FOUND && dot < stroke && folded.data[stroke - 1] != '.';
    return is_one_word && (text_starts_with(folded, TEXT("www.")) ||
                           text_starts_with(folded, TEXT("http")) || is_path);
}

/* "(jd.docx)", "JD_Analyst.pdf": the name of a file, and of nobody. */
static bool is_file_name(struct text folded)
{
    static const char *const ends[] = {".docx", ".doc", ".pdf", ".odt", ".rtf",
                                       ".md",   ".txt", ".xml", NULL};
    folded = text_trim_any(folded, "()[]");
    return folded.size > 0 && !text_has(folded, ' ') && text_ends_with_one_of(folded, ends);
}

/* Behind the first digits, where a word ends there; 0: nowhere. */
static size_t first_number_end(struct text folded)
{
    size_t at = 0;
    while (at < folded.size && (folded.data[at] < '0' || folded.data[at] > '9'))
        at++;
    while (at < folded.size && folded.data[at] >= '0' && folded.data[at] <= '9')
        at++;
    return at < folded.size && folded.data[at] == ' ' ? at : 0;
}

/* "SOP 12: Cash handling", "Policy – Expenses", "Bylaws of the Harbour Society": what the paper is
 * stands in front of what it is about, or whose it is; no "Policy: Analyst", no "Director of Policy: Transport". */
static bool begins_with_paper(const struct vocabulary *vocabulary, struct text folded)
{
    static const struct text joints[] = {TEXT_INIT(":"), TEXT_INIT(" - "), TEXT_INIT(" – "),
                                         TEXT_INIT(" — "), TEXT_INIT(" of ")};
    size_t end = TEXT_NOT_FOUND;
    for (size_t i = 0; end == TEXT_NOT_FOUND && i < sizeof joints / sizeof *joints; i++)
        end = text_find(folded, joints[i], 0);
    if (end == TEXT_NOT_FOUND)
        end = first_number_end(folded);
    struct text rest = text_from(folded, end);
    while (end > 0 && (folded.data[end - 1] == ' ' || folded.data[end - 1] == '-' ||
                       (folded.data[end - 1] >= '0' && folded.data[end - 1] <= '9')))
        end--;
    struct text paper = text_slice(folded, 0, end);
    return text_ends_with_any_word(paper, vocabulary_signs(vocabulary, SIGN_POLICY)) &&
           !is_post_over(vocabulary, paper) && !has_word(vocabulary, rest, WORD_POSITION);
}

bool vocabulary_is_no_role(const struct vocabulary *vocabulary, struct arena *scratch,
                           struct text heading)
{
    struct text folded = fold_label(scratch, heading);
    const struct vocabulary_entry *entry = vocabulary_entry(vocabulary, folded);
    if (is_latin(folded))
        return (entry != NULL && entry_is(entry, WORD_NO_ROLE)) || is_web_address(folded) ||
               is_file_name(folded) || begins_with_paper(vocabulary, folded) ||
               (!is_post_over(vocabulary, folded) && (ends_in(vocabulary, folded, WORD_NO_ROLE) ||
                                                      ends_in_no_role_for(vocabulary, folded)));
    return find_ending(vocabulary, folded, 1u << WORD_NO_ROLE) != NULL;
}
