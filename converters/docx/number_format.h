/*
 * A number is written as any of Word's list formats writes it (ECMA-376 part 1, 17.18.59).
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_NUMBER_FORMAT_H
#define ROLEBOOK_CONVERTERS_DOCX_NUMBER_FORMAT_H
#include "core/base/text_buffer.h"

struct number_format;

/* By ST_NumberFormat's name ("taiwaneseCounting"); decimal for names that are not known. */
const struct number_format *number_format_find(struct text name);
/* w:numFmt w:val="custom": the pattern "001, 002, 003, ..." tells the width. */
const struct number_format *number_format_custom(struct text pattern);
/* What w:isLgl makes of any format. */
const struct number_format *number_format_decimal(void);
/* By the number that Word 2003 gives it (MS-OSHARED, MSONFC). */
const struct number_format *number_format_of_2003(int32_t code);
bool number_format_is_bullet(const struct number_format *format);
/* number may be any; below 1, formats without such numbers write it in decimal. */
void number_append(struct text_buffer *out, const struct number_format *format, int32_t number);

#endif
