/*
 * A collation orders words as the indexes of books in a language do, by ICU: Traditional Chinese by
 * strokes, Simplified by pinyin, English by the alphabet.
 */
#ifndef ROLEBOOK_CORE_BASE_COLLATION_H
#define ROLEBOOK_CORE_BASE_COLLATION_H
#include "core/base/language.h"

struct collation;

/* To be closed. NULL: ICU has no rules for the language. */
struct collation *collation_open(struct arena *arena, enum language language);
void collation_close(struct collation *collation);
/* Bytes that text_compare orders as the words are; in the arena. */
struct text collation_key(const struct collation *collation, struct arena *arena,
                          struct text words);
/*
 * What the words with that key stand under: 七畫, Q; in a Chinese index Latin words and numbers
 * stand under their own letter or "#".
 */
struct text collation_group(const struct collation *collation, struct text key);

#endif
