/*
 * What a character of a symbol font looks like, as a Unicode character.
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_SYMBOLS_H
#define ROLEBOOK_CONVERTERS_DOCX_SYMBOLS_H
#include "core/base/text.h"

enum symbol_font_kind {
    SYMBOL_FONT_NONE, /* an ordinary font */
    SYMBOL_FONT_SYMBOL,
    SYMBOL_FONT_WINGDINGS,
    SYMBOL_FONT_WINGDINGS_2,
    SYMBOL_FONT_WINGDINGS_3,
    SYMBOL_FONT_WEBDINGS,
};

/* By the font's name, upper and lower case alike. */
enum symbol_font_kind symbol_font_find(struct text name);
/* c is 0x20 to 0xFF, or the same in the private use area from U+F000 on, where Word keeps it: there
 * it is a symbol even when no font says of which; what the font does not have comes back as it is.
 */
uint32_t symbol_code_point(enum symbol_font_kind font, uint32_t c);

#endif
