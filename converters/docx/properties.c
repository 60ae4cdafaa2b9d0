/* The document's properties, as front matter would give them: "dc:title", "cp:keywords". */
#include "converters/docx/reader.h"

static const struct {
    enum name name;
    const char *key;
} keys[] = {
    {NAME_DC_TITLE, "dc:title"},
    {NAME_DC_SUBJECT, "dc:subject"},
    {NAME_DC_CREATOR, "dc:creator"},
    {NAME_DC_DESCRIPTION, "dc:description"},
    {NAME_DC_IDENTIFIER, "dc:identifier"},
    {NAME_DC_LANGUAGE, "dc:language"},
    {NAME_DCTERMS_CREATED, "dcterms:created"},
    {NAME_DCTERMS_MODIFIED, "dcterms:modified"},
    {NAME_CP_CATEGORY, "cp:category"},
    {NAME_CP_CONTENT_STATUS, "cp:contentStatus"},
    {NAME_CP_KEYWORDS, "cp:keywords"},
    {NAME_CP_LAST_MODIFIED_BY, "cp:lastModifiedBy"},
    {NAME_CP_REVISION, "cp:revision"},
    {NAME_CP_VERSION, "cp:version"},
    /* Word 2003 */
    {NAME_O_PROPERTY_TITLE, "dc:title"},
    {NAME_O_SUBJECT, "dc:subject"},
    {NAME_O_AUTHOR, "dc:creator"},
    {NAME_O_DESCRIPTION, "dc:description"},
    {NAME_O_CATEGORY, "cp:category"},
    {NAME_O_KEYWORDS, "cp:keywords"},
};

struct properties {
    struct docx_reader *reader;
    struct text_buffer value;
};

static void start(void *data, struct sax *sax, enum name name)
{
    struct properties *properties = data;
    (void)sax, (void)name;
    properties->value.size = 0;
}

static void keep(struct document *document, enum name name, struct text value)
{
    switch ((int)name) { /* those that a document has a place for */
    case NAME_DC_TITLE:
    case NAME_O_PROPERTY_TITLE:
        document->title = value;
        break;
    case NAME_DC_SUBJECT:
    case NAME_O_SUBJECT:
        document->subject = value;
        break;
    case NAME_DC_CREATOR:
    case NAME_O_AUTHOR:
        document->author = value;
        break;
    case NAME_DC_LANGUAGE:
        document->language = value;
        break;
    }
}

static void end(void *data, enum name name)
{
    struct properties *properties = data;
    struct docx_reader *reader = properties->reader;
    struct text value = text_trim(buffer_text(&properties->value));
    struct span span = span_of_source(reader->source);
    for (size_t i = 0; i < sizeof keys / sizeof *keys && value.size > 0; i++) {
        if (keys[i].name != name)
            continue;
        value = text_copy(reader->arena, value);
        metadata_append(reader->document, text_from_string(keys[i].key), value, span, span);
        keep(reader->document, name, value);
        break;
    }
    properties->value.size = 0;
}

static void text(void *data, struct text words)
{
    struct properties *properties = data;
    buffer_append(&properties->value, words);
}

enum status properties_read(struct docx_reader *reader, struct text part)
{
    static const struct sax_handler handler = {start, end, text};
    struct properties properties = {.reader = reader, .value = text_buffer_new(reader->scratch)};
    return package_parse(reader->package, part, &handler, &properties);
}
