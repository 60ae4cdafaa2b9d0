/*
 * The position's name, where only a sentence has it: "We are looking for a Senior Analyst to join
 * our team", "As our Harbour Master, you will", "The Head of Nursing is responsible for", "You are a
 * Harbour Pilot", 「你是一名領航員」.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_TITLE_SENTENCE_H
#define ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_TITLE_SENTENCE_H
#include "core/extract/extraction.h"

/*
 * Looks through the first paragraphs of the document, in their order.
 *
 * returns  false: no sentence names a position; *title is then left as it was
 */
bool find_title_sentence(struct extraction *x, struct value *title);

#endif
