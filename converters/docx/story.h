/*
 * A story is a text of its own in a Word file: the body, a note, a running head.
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_STORY_H
#define ROLEBOOK_CONVERTERS_DOCX_STORY_H
#include "converters/docx/reader.h"

/* The part; its relationships are in the reader. At the document's end before and after. */
enum status story_read(struct docx_reader *reader, struct text part,
                       const struct sax_handler *handler, void *data);
/* The same with relationships of its own. */
enum status story_read_other(struct docx_reader *reader, struct text part,
                             const struct sax_handler *handler, void *data);
/* What is still open is closed: nothing of a story reaches into the next. */
void story_end(struct docx_reader *reader);
/* The blocks gathered in a cell, as a section of that style at the document's end. */
void story_append_section(struct docx_reader *reader, struct cell *cell, struct text style);

#endif
