#include "converters/docx/xml_part.h"
#include "core/base/text_buffer.h"

#define NAME(string) ((const xmlChar *)(string))

static void check(struct xml_part *part, int result) { part->has_failed |= result < 0; }

struct xml_part part_open(struct arena *scratch)
{
    struct xml_part part = {.arena = scratch, .bytes = xmlBufferCreate()};
    part.xml = part.bytes == NULL ? NULL : xmlNewTextWriterMemory(part.bytes, 0);
    if (part.xml == NULL)
        arena_alloc(scratch, SIZE_MAX); /* does not return */
    check(&part, xmlTextWriterStartDocument(part.xml, "1.0", "UTF-8", "yes"));
    return part;
}

struct text part_close(struct xml_part *part, struct arena *arena)
{
    check(part, xmlTextWriterEndDocument(part->xml));
    xmlFreeTextWriter(part->xml);
    int size = xmlBufferLength(part->bytes);
    struct text bytes = {(const char *)xmlBufferContent(part->bytes), size < 0 ? 0 : (size_t)size};
    bytes = text_copy(arena, bytes);
    xmlBufferFree(part->bytes);
    if (part->has_failed)
        arena_alloc(arena, SIZE_MAX); /* does not return */
    return bytes;
}

void part_start(struct xml_part *part, const char *name)
{
    check(part, xmlTextWriterStartElement(part->xml, NAME(name)));
}

void part_end(struct xml_part *part) { check(part, xmlTextWriterEndElement(part->xml)); }

static const char *allowed(struct xml_part *part, struct text words)
{
    struct text_buffer out = text_buffer_new(part->arena);
    part->is_replaced |= buffer_append_xml(&out, words);
    return buffer_string(&out);
}

void part_attribute(struct xml_part *part, const char *name, struct text value)
{
    check(part, xmlTextWriterWriteAttribute(part->xml, NAME(name), NAME(allowed(part, value))));
}

void part_number(struct xml_part *part, const char *name, int64_t value)
{
    struct text_buffer digits = text_buffer_new(part->arena);
    buffer_append_int(&digits, value);
    part_attribute(part, name, buffer_text(&digits));
}

void part_words(struct xml_part *part, struct text words)
{
    check(part, xmlTextWriterWriteString(part->xml, NAME(allowed(part, words))));
}

void part_raw(struct xml_part *part, struct text xml)
{
    check(part, xmlTextWriterWriteRaw(part->xml, NAME(text_to_string(part->arena, xml))));
}

void part_empty(struct xml_part *part, const char *name)
{
    part_start(part, name);
    part_end(part);
}

void part_value(struct xml_part *part, const char *name, struct text value)
{
    part_start(part, name);
    part_attribute(part, "w:val", value);
    part_end(part);
}

void part_value_number(struct xml_part *part, const char *name, int64_t value)
{
    part_start(part, name);
    part_number(part, "w:val", value);
    part_end(part);
}
