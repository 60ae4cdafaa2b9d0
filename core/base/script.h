/*
 * Which characters Chinese and Japanese lines are made of.
 */
#ifndef ROLEBOOK_CORE_BASE_SCRIPT_H
#define ROLEBOOK_CORE_BASE_SCRIPT_H
#include "core/base/text.h"
#include <stdbool.h>
#include <stdint.h>

/* Han, kana, bopomofo, and the punctuation set among them: no blank stands beside these. */
static inline bool is_han_like(uint32_t c);
/* Whether blanks or a line end of a source between these two show as a blank on the page. */
bool blank_shows_between(uint32_t before, uint32_t after);
/* Words without Han, kana or their punctuation: letters, which need more room to say the same.
 * Pictographs are of no script. */
bool is_latin_text(struct text words);
/* A small ASCII letter, as in the middle of a sentence. */
bool begins_in_small_letter(struct text words);
/* A capital ASCII letter, as names and sentences do. */
bool begins_in_capital_letter(struct text words);
/* Bytes of a pictograph that is called by its name, as in Markdown, at the beginning: ":sparkles:";
 * 0: there is none. */
size_t shortcode_size(struct text words);
/* The words without the pictographs around them, and without names of some in front. */
struct text without_pictographs(struct text words);
/* Words that announce what follows them. */
bool ends_in_colon(struct text words);
/* The words without a colon that ends them, trimmed. */
struct text name_without_colon(struct text name);
/* Of a label: the narrow, the wide and the small one, and signs that look like it: ︰ and ∶. */
static inline bool is_colon(uint32_t c);
/* Where the first wide colon stands, or else the first narrow one, *width bytes of it;
 * TEXT_NOT_FOUND: there is none. */
size_t find_colon(struct text words, size_t *width);
/* 【必須】: all of the words stand in one pair of black brackets, as captions do. */
bool is_in_black_brackets(struct text words);
/*
 * 【地址】燈塔路 3 號: a caption in black brackets in front of words.
 *
 * out      inside, behind   as they stand there, the words behind without blanks around them, maybe
 *                           none; untouched unless
 * returns  true: the words begin with such a pair
 */
bool part_black_brackets(struct text words, struct text *inside, struct text *behind);
/* Words that end in a percent sign, ASCII or full-width. */
bool ends_in_percent(struct text words);
/* 0 to 9 for a decimal digit, ASCII or full-width; -1: none. */
int digit_value(uint32_t c);
/* The colon to write behind these words: "：" after Han, ": " after letters. */
const char *colon_after(struct text words);

/* ---- inline: every character is asked ---- */

/* is_han_like of what is neither ASCII nor a common Han character. */
bool is_rare_han_like(uint32_t c);

static inline bool is_han_like(uint32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x80 && is_rare_han_like(c));
}

static inline bool is_colon(uint32_t c)
{
    return c == ':' || c == 0xFF1A || c == 0xFE55 || c == 0xFE30 || c == 0x2236; /* ：﹕︰∶ */
}

#endif
