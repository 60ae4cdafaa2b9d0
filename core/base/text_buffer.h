/*
 * A text buffer grows a text in an arena.
 *
 * The text taken from it is borrowed from the arena; appending afterwards may move the buffer but
 * never changes a text taken before.
 */
#ifndef ROLEBOOK_CORE_BASE_TEXT_BUFFER_H
#define ROLEBOOK_CORE_BASE_TEXT_BUFFER_H
#include "core/base/text.h"
#include <stdarg.h>

struct text_buffer {
    struct arena *arena;
    char *data;
    size_t size, capacity;
};

/* Empty; nothing is allocated before something is appended. */
struct text_buffer text_buffer_new(struct arena *arena);
/* Copies the bytes behind those that are there; a code point as UTF-8. */
void buffer_append(struct text_buffer *buffer, struct text t);
void buffer_append_string(struct text_buffer *buffer, const char *string);
void buffer_append_byte(struct text_buffer *buffer, char byte);
void buffer_append_code_point(struct text_buffer *buffer, uint32_t c);
/* For one line on a terminal: tabs and line breaks, as words in quotes may have, as blanks, other
 * control characters, which a file or its name may hold, as U+FFFD. */
void buffer_append_shown(struct text_buffer *buffer, struct text t);
/* Characters that XML does not allow, as U+FFFD; whether there were any. */
bool buffer_append_xml(struct text_buffer *buffer, struct text t);
/* In decimal digits, with "-" where it is negative. */
void buffer_append_int(struct text_buffer *buffer, int64_t n);
/* printf to the buffer; for numbers and our own strings. The locale must not matter: no %f, %'d. */
void buffer_append_format(struct text_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Room for size bytes behind what is there; the caller fills them and adds to buffer->size. */
char *buffer_reserve(struct text_buffer *buffer, size_t size);
/* What is there, borrowed from the arena; buffer_string ends it with NUL, which is no part of it. */
struct text buffer_text(const struct text_buffer *buffer);
const char *buffer_string(struct text_buffer *buffer);
struct text text_from_number(struct arena *arena, uint64_t n); /* in decimal digits */

#endif
