/*
 * Which characters Chinese and Japanese lines are made of.
 */
#ifndef ROLEBOOK_CORE_BASE_SCRIPT_H
#define ROLEBOOK_CORE_BASE_SCRIPT_H
#include <stdbool.h>
#include <stdint.h>

/* Han, kana, bopomofo, and the punctuation set among them: no blank stands beside these. */
bool is_han_like(uint32_t c);
/* Whether a line end in a source between these two stands for a blank on the page. */
bool line_end_is_blank(uint32_t before, uint32_t after);

#endif
