/*
 * A part of a Word file is XML being written, element by element, by libxml2's writer.
 *
 * Names are ours and NUL-terminated. Characters that XML does not allow become U+FFFD.
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_XML_PART_H
#define ROLEBOOK_CONVERTERS_DOCX_XML_PART_H
#include "core/base/text.h"
#include <libxml/xmlwriter.h>

struct xml_part {
    struct arena *arena;
    xmlBufferPtr bytes;
    xmlTextWriterPtr xml;
    bool has_failed;  /* memory ran out: part_close says so */
    bool is_replaced; /* a character was not allowed */
};

/* With the XML declaration; to be closed. scratch holds what is on the way. */
struct xml_part part_open(struct arena *scratch);
/* All open elements end. returns the bytes, in the arena; the part is freed. */
struct text part_close(struct xml_part *part, struct arena *arena);

void part_start(struct xml_part *part, const char *name);
void part_end(struct xml_part *part);
void part_attribute(struct xml_part *part, const char *name, struct text value);
void part_number(struct xml_part *part, const char *name, int64_t value);
void part_words(struct xml_part *part, struct text words);
/* Bytes that are XML already. */
void part_raw(struct xml_part *part, struct text xml);

/* <w:b/>, <w:jc w:val="center"/>, <w:ilvl w:val="1"/> */
void part_empty(struct xml_part *part, const char *name);
void part_value(struct xml_part *part, const char *name, struct text value);
void part_value_number(struct xml_part *part, const char *name, int64_t value);

#endif
