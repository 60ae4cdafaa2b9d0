/*
 * What all JSON outputs share, on jansson: texts, places, and the bytes in the end.
 */
#ifndef ROLEBOOK_CORE_BASE_JSON_H
#define ROLEBOOK_CORE_BASE_JSON_H
#include "core/base/span.h"
#include "core/base/text_buffer.h"
#include <jansson.h>

/* Texts are UTF-8 by their type; should one not be, jansson refuses it and U+FFFD stands there. */
json_t *json_text(struct text t);
/* The key, unless the text is empty; a count always. */
void json_set_text(json_t *object, const char *key, struct text t);
void json_set_count(json_t *object, const char *key, size_t count);
/* "file" with "line" and "column", or with "place" for Word files; nothing for an unknown span. */
void json_set_place(json_t *object, struct span at, struct arena *arena);
/* The same without the file; "place" in English. */
void json_set_place_in_file(json_t *object, struct span at, struct arena *arena);
/* The value and a line end behind what is in out; drops the reference to it. */
void json_append(struct text_buffer *out, json_t *value, size_t flags);
/*
 * The value behind what is in out, as an item of an array whose items stand so many blanks deep:
 * what JSON_INDENT(2) would write of it there. The caller writes the brackets. Drops the reference.
 */
void json_append_item(struct text_buffer *out, json_t *value, size_t depth, bool is_first);

#endif
