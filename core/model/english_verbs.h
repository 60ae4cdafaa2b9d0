/*
 * Which English words can be acts, from WordNet 3.0 (tests/tools/verbs/make.py), and nothing else of
 * them: 'devise', 'regrouts'. What a word means, phrase lists and vocabularies say.
 */
#ifndef ROLEBOOK_CORE_MODEL_ENGLISH_VERBS_H
#define ROLEBOOK_CORE_MODEL_ENGLISH_VERBS_H
#include "core/base/text.h"
#include <stdint.h>

enum verb_kind {
    VERB_NONE,
    VERB_SURE,     /* hardly anything else */
    VERB_DOUBTFUL, /* as well a noun or an adjective */
    VERB_RARE,     /* ... and mostly that: time, chair */
};

/* Keep, keeps, keeping, kept. */
enum verb_form { VERB_BASE, VERB_S, VERB_ING, VERB_ED };

/*
 * in       word  [length], lower case letters
 * out      form  which ending the verb has; in the past none is found
 */
enum verb_kind verb_of_english(const uint32_t *word, uint32_t length, enum verb_form *form);
/* Alike, of a word in lower case. */
enum verb_kind verb_of_word(struct text word, enum verb_form *form);

#endif
