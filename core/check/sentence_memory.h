/*
 * Sentences that were read before: the same requirement or baseline duty stands in many roles. What
 * is kept follows from the words, their language and the element alone, so that it changes no
 * finding, whichever role came before.
 */
#ifndef ROLEBOOK_CORE_CHECK_SENTENCE_MEMORY_H
#define ROLEBOOK_CORE_CHECK_SENTENCE_MEMORY_H
#include "core/model/element.h"
#include "core/normalise/sentence.h"

struct sentence_memory;

/* For the roles of one handbook, on one thread. Lives in the arena. */
struct sentence_memory *sentence_memory_new(struct arena *arena);
/* Before the arena goes; sentences that were found go then, too. */
void sentence_memory_close(struct sentence_memory *memory);

/* out      sentence  of these words as sentence_memory_keep had it, whose text is text
 * returns  false: it is not kept */
bool sentence_memory_find(const struct sentence_memory *memory, enum element element,
                          enum language language, struct text text, struct sentence *sentence);
/*
 * Where to read a sentence that was not found, which is to be kept then.
 *
 * returns  NULL: it comes for the first time, as most do, or there is no room: it is not to be kept
 */
struct arena *sentence_memory_room(struct sentence_memory *memory, enum element element,
                                   enum language language, struct text text);
/* in       sentence  read into sentence_memory_room; its text lives as long as the memory */
void sentence_memory_keep(struct sentence_memory *memory, enum element element,
                          const struct sentence *sentence);

#endif
