/*
 * An element of a story's content says what it does where it begins and where it ends.
 *
 * Properties are none of them, nor what formulas and drawings consist of.
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_ELEMENTS_H
#define ROLEBOOK_CONVERTERS_DOCX_ELEMENTS_H
#include "converters/docx/reader.h"

/* False where the element is none that does anything: nothing has changed then. */
bool element_begin(struct docx_reader *reader, struct sax *sax, enum name name);
bool element_end(struct docx_reader *reader, enum name name);

#endif
