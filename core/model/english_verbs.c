#include "core/model/english_verbs.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

enum { IS_NOUN = 1, IS_MOSTLY_NOUN = 2, ING_IS_NOUN = 4, IS_ADJECTIVE = 8 };
#define AGAIN_MIN 6 /* letters of a verb with re- in front, at least one more */
#define WORD_MAX 15 /* letters of a verb with its ending off, and the NUL behind */

struct english_verb {
    char word[WORD_MAX];
    uint8_t kinds;
};

static const struct english_verb english_verbs[] = {
#define VERB(word, kinds) {word, kinds},
#include "core/model/verbs_en.inc"
#undef VERB
};

static int compare_verbs(const void *key, const void *row)
{
    return strcmp(key, ((const struct english_verb *)row)->word);
}

/* The verb of these letters and an ending behind them; NULL: there is none. */
static const struct english_verb *find(const char *word, uint32_t length, const char *ending)
{
    char verb[WORD_MAX + 2] = {0};
    memcpy(verb, word, length);
    strcpy(verb + length, ending);
    return bsearch(verb, english_verbs, sizeof english_verbs / sizeof *english_verbs,
                   sizeof *english_verbs, compare_verbs);
}

static bool ends_with(const char *word, uint32_t length, const char *ending)
{
    size_t size = strlen(ending);
    return length > size + 1 && memcmp(word + length - size, ending, size) == 0;
}

/* plowing, devising, rigging */
static const struct english_verb *find_ing(const char *word, uint32_t length)
{
    uint32_t stem = length - 3;
    const struct english_verb *verb = find(word, stem, "");
    if (verb == NULL)
        verb = find(word, stem, "e");
    if (verb == NULL && stem > 2 && word[stem - 1] == word[stem - 2])
        verb = find(word, stem - 1, "");
    return verb;
}

/* plows, catches, tidies */
static const struct english_verb *find_s(const char *word, uint32_t length)
{
    const struct english_verb *verb = find(word, length - 1, "");
    if (verb == NULL && ends_with(word, length, "ies"))
        verb = find(word, length - 3, "y");
    if (verb == NULL && ends_with(word, length, "es"))
        verb = find(word, length - 2, "");
    return verb;
}

static enum verb_kind kind_of(const struct english_verb *verb)
{
    if (verb == NULL)
        return VERB_NONE;
    if ((verb->kinds & IS_MOSTLY_NOUN) != 0)
        return VERB_RARE;
    return (verb->kinds & (IS_NOUN | IS_ADJECTIVE)) != 0 ? VERB_DOUBTFUL : VERB_SURE;
}

#define COINED_MIN 6 /* letters of a verb that no dictionary need hold */
#define COINED_MAX 24

/* Anonymise, operationalizes, gamifying: new verbs end so, and few nouns do. */
static enum verb_kind kind_of_coined(const uint32_t *letters, uint32_t length, enum verb_form *form)
{
    static const char *const endings[][3] = {
        [VERB_BASE] = {"ise", "ize", "ify"},
        [VERB_S] = {"ises", "izes", "ifies"},
        [VERB_ING] = {"ising", "izing", "ifying"},
    };
    static const char *const nouns[] = {"expert",  "enterpr", "prem",    "treat",  "prec",
                                        "conc",    "likew",   "otherw",  "overs",  "mids",
                                        "clockwi", "lengthw", "contrar", "demis",  "assiz",
                                        "tortoi",  "mayonn",  "malais",  "turquo", NULL};
    char word[COINED_MAX + 1] = {0};
    if (length < COINED_MIN || length > COINED_MAX)
        return VERB_NONE;
    for (uint32_t i = 0; i < length; i++)
        word[i] = (char)letters[i];
    if (text_starts_with_one_of(text_from_string(word), nouns))
        return VERB_NONE;
    for (*form = VERB_BASE; *form <= VERB_ING; ++*form)
        for (size_t i = 0; i < 3; i++)
            if (ends_with(word, length, endings[*form][i]))
                return VERB_SURE;
    return VERB_NONE;
}

/* A verb that the table holds, or none. */
static enum verb_kind kind_of_known(const uint32_t *letters, uint32_t length, enum verb_form *form)
{
    char word[WORD_MAX + 1];
    if (length >= WORD_MAX)
        return VERB_NONE;
    for (uint32_t i = 0; i < length; i++)
        word[i] = (char)letters[i];
    *form = VERB_BASE;
    const struct english_verb *verb = find(word, length, "");
    if (verb == NULL && length > AGAIN_MIN && word[0] == 'r' && word[1] == 'e')
        verb = find(word + 2, length - 2, ""); /* regrout */
    if (verb != NULL)
        return kind_of(verb);
    if (ends_with(word, length, "ing")) {
        *form = VERB_ING;
        verb = find_ing(word, length);
        return verb != NULL && (verb->kinds & ING_IS_NOUN) != 0 ? VERB_RARE : kind_of(verb);
    }
    *form = VERB_S;
    return ends_with(word, length, "s") ? kind_of(find_s(word, length)) : VERB_NONE;
}

enum verb_kind verb_of_english(const uint32_t *letters, uint32_t length, enum verb_form *form)
{
    if (length < 2)
        return VERB_NONE;
    for (uint32_t i = 0; i < length; i++)
        if (letters[i] < 'a' || letters[i] > 'z')
            return VERB_NONE;
    enum verb_kind kind = kind_of_known(letters, length, form);
    return kind == VERB_NONE ? kind_of_coined(letters, length, form) : kind;
}

enum verb_kind verb_of_word(struct text word, enum verb_form *form)
{
    uint32_t letters[COINED_MAX];
    if (word.size > COINED_MAX)
        return VERB_NONE;
    for (size_t i = 0; i < word.size; i++)
        letters[i] = (unsigned char)word.data[i];
    return verb_of_english(letters, (uint32_t)word.size, form);
}
