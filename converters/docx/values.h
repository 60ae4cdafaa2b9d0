/*
 * Values of attributes in Word's XML: switches, numbers and lengths.
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_VALUES_H
#define ROLEBOOK_CONVERTERS_DOCX_VALUES_H
#include "core/base/text.h"

/* ST_OnOff: an absent value means on (ECMA-376 part 1, section 22.9.2.7). */
bool value_is_on(struct text value);
/* A decimal number, perhaps signed, cut to the range of int32_t; fallback when it is none. */
int32_t value_number(struct text value, int32_t fallback);
/* A length: twentieths of a point as a number, or "12.5pt", "1cm", "2in", "3mm", "4pc", "4pi".
 * unit_pt1000: thousandths of a point that a bare number counts. Result in the bare unit. */
int32_t value_length(struct text value, int32_t unit_pt1000);

#endif
