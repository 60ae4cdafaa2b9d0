/*
 * Numbers in English words, as Word numbers lists with them: "Twenty-one", "Twenty-first".
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_NUMBER_WORDS_H
#define ROLEBOOK_CONVERTERS_DOCX_NUMBER_WORDS_H
#include "core/base/text_buffer.h"

/* Appends the number in words, with a capital; in digits, where no list counts so far in words. */
void number_words(struct text_buffer *out, int32_t n, bool is_ordinal);

#endif
