#include "converters/docx/package_parts.h"
#include <string.h>

/* ---- parts of a flat package ---- */

/* Passes on the events of one part of the flat file. */
struct flat {
    struct text part;
    const struct sax_handler *handler;
    void *data;
    bool is_inside; /* of pkg:xmlData of that part */
    bool was_found;
    enum name element; /* of Word 2003: what stands for the part */
};

static struct text without_slash(struct text name)
{
    return text_starts_with(name, TEXT("/")) ? text_from(name, 1) : name;
}

static void flat_start(void *data, struct sax *sax, enum name name)
{
    struct flat *flat = data;
    if (flat->is_inside)
        flat->handler->start(flat->data, sax, name);
    else if (name == NAME_PKG_PART) {
        struct text part = without_slash(sax_attribute(sax, NAME_PKG_NAME));
        if (flat->was_found || !text_equal_ascii_case(part, flat->part))
            sax_skip(sax);
        else
            flat->was_found = true;
    } else if (name == NAME_PKG_XML_DATA)
        flat->is_inside = true;
}

static void flat_end(void *data, enum name name)
{
    struct flat *flat = data;
    if (flat->is_inside && name == NAME_PKG_XML_DATA)
        flat->is_inside = false;
    else if (flat->is_inside)
        flat->handler->end(flat->data, name);
}

static void flat_text(void *data, struct text text)
{
    struct flat *flat = data;
    if (flat->is_inside && flat->handler->text != NULL)
        flat->handler->text(flat->data, text);
}

static const struct sax_handler flat_handler = {flat_start, flat_end, flat_text};

/* ---- parts of Word 2003's file: elements under its root ---- */

/* The element that holds what OPC has in this part; NAME_UNKNOWN: none. */
static enum name element_of_part(struct text part)
{
    static const struct {
        struct text part;
        enum name name;
    } rows[] = {
        {TEXT_INIT("word/document.xml"), NAME_W_BODY},
        {TEXT_INIT("word/styles.xml"), NAME_W_STYLES},
        {TEXT_INIT("word/numbering.xml"), NAME_W_NUMBERING},
        {TEXT_INIT("docProps/core.xml"), NAME_O_DOCUMENT_PROPERTIES},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (text_equal_ascii_case(part, rows[i].part))
            return rows[i].name;
    return NAME_UNKNOWN;
}

/* With the body its root comes too, and word of macros beside it. */
static void start_2003(void *data, struct sax *sax, enum name name)
{
    struct flat *flat = data;
    bool is_of_body = name == NAME_W_DOCUMENT || name == NAME_W_DOC_SUPP_DATA;
    if (flat->is_inside || (is_of_body && flat->element == NAME_W_BODY))
        flat->handler->start(flat->data, sax, name);
    else if (name == flat->element)
        flat->is_inside = true;
    if (!flat->is_inside && name != NAME_W_DOCUMENT)
        sax_skip(sax);
}

static void end_2003(void *data, enum name name)
{
    struct flat *flat = data;
    if (flat->is_inside && name == flat->element)
        flat->is_inside = false;
    else if (flat->is_inside)
        flat->handler->end(flat->data, name);
}

static const struct sax_handler handler_2003 = {start_2003, end_2003, flat_text};

/* The file is gone through once for each part, so each time counts against the limit. */
static enum status parse_flat(struct package *package, struct flat *flat)
{
    if (package->bytes.size > LIMIT_PACKAGE_BYTES - package->inflated)
        return package_fail(package, &package_too_large, flat->part,
                            text_from_number(package->arena, package->bytes.size));
    package->inflated += package->bytes.size;
    char *buffer = package_reserve(package, package->bytes.size);
    memcpy(buffer, package->bytes.data, package->bytes.size);
    buffer[package->bytes.size] = '\0';
    return sax_parse(package->sax, (struct text){buffer, package->bytes.size}, flat->part,
                     package->source, package->is_word_2003 ? &handler_2003 : &flat_handler, flat,
                     package->diags);
}

/* ---- both ---- */

bool flat_part_exists(struct package *package, struct text part)
{
    if (package->is_word_2003)
        return element_of_part(part) != NAME_UNKNOWN;
    struct text_buffer name = text_buffer_new(package->arena);
    buffer_append(&name, TEXT("\"/"));
    buffer_append(&name, part);
    buffer_append(&name, TEXT("\""));
    return text_find(package->bytes, buffer_text(&name), 0) != TEXT_NOT_FOUND;
}

enum status flat_part_parse(struct package *package, struct text part,
                            const struct sax_handler *handler, void *data)
{
    struct flat flat = {
        .part = part, .handler = handler, .data = data, .element = element_of_part(part)};
    if (package->is_word_2003 && flat.element == NAME_UNKNOWN)
        return STATUS_OK;
    return parse_flat(package, &flat);
}
