/*
 * PDF syntax: numbers, references and strings, appended to a buffer the same way everywhere.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_SYNTAX_H
#define ROLEBOOK_CONVERTERS_PDF_SYNTAX_H
#include "core/base/text_buffer.h"

/* 1/1000 as a decimal fraction without trailing zeros: 10500 is "10.5". */
void append_fixed(struct text_buffer *out, int64_t thousandths);
void append_pair(struct text_buffer *out, int32_t x, int32_t y); /* both so, each with a blank */
void append_reference(struct text_buffer *out, uint32_t number); /* "12 0 R" */
/* A text string: "<FEFF8077>" (ISO 32000-1, 7.9.2.2). */
void append_text_string(struct text_buffer *out, struct text t);
/* Each byte of t as two digits, without brackets. */
void append_hex(struct text_buffer *out, struct text t);
/* "r g b", 0 to 1, of 0xRRGGBB. */
void append_colour(struct text_buffer *out, uint32_t colour);

#endif
