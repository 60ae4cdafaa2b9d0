/*
 * A duty sentence says what is done, how, and with what result (DOMAIN 3: 「負責 … 工作，遵循 …
 * 流程， 確保實現 … 目標」).
 */
#ifndef ROLEBOOK_CORE_NORMALISE_DUTY_SENTENCE_H
#define ROLEBOOK_CORE_NORMALISE_DUTY_SENTENCE_H
#include "core/base/text.h"

/* Slices of the sentence without the formula's own words; how and result may be empty. */
struct duty_parts {
    struct text what, how, result;
};

/* Of any sentence: one that says neither how nor what for is all what. */
struct duty_parts duty_parse(struct text sentence);

#endif
