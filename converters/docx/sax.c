#include "converters/docx/sax.h"
#include "core/base/text_buffer.h"
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const struct message xml_fault = {
    {"{0} 不是完好的 XML（{1}）：請在 Word 中另存新檔後再試",
     "{0} 不是完好的 XML（{1}）：请在 Word 中另存为新文件后再试",
     "{0} is not well-formed XML ({1}): save it again in Word"}};
static const struct message has_dtd = {
    {"{0} 帶有文件類型宣告（DTD），一律拒讀：Word 檔不會有它，請查明來源",
     "{0} 带有文档类型声明（DTD），一律拒读：Word 文件不会有它，请查明来源",
     "{0} has a document type declaration (DTD), which is refused: no Word file has one, find out "
     "where it comes from"}};
static const struct message too_deep = {{"{0} 的元素套疊超過 {1} 層", "{0} 的元素嵌套超过 {1} 层",
                                         "{0} nests elements deeper than the limit of {1}"}};

static const struct message too_many_attributes = {
    {"{0} 有元素帶著超過 {1} 個屬性", "{0} 有元素带着超过 {1} 个属性",
     "{0} has an element with more attributes than the limit of {1}"}};
static const struct message bad_encoding = {
    {"{0} 不是 UTF-8 或 UTF-16，不合 OPC 標準：請在 Word 中另存新檔後再試",
     "{0} 不是 UTF-8 或 UTF-16，不合 OPC 标准：请在 Word 中另存为新文件后再试",
     "{0} is neither in UTF-8 nor in UTF-16, as OPC demands: save it again in Word"}};

/* Names met before, by the addresses that libxml2's dictionary gave them. */
#define KNOWN 256
struct known {
    const xmlChar *local, *uri;
    uint16_t name;
};

/* What a parser may remember of words from file to file: Word's own take about 20 KB. */
#define WORDS_KEPT ((size_t)1 << 20)
static const char lent_kind; /* its address is the kind of these parsers in a cache */

/* Errors after which a part is left: each costs libxml2 a message. */
#define ERRORS_READ_OVER 100

enum fault { FAULT_NONE, FAULT_DTD, FAULT_DEPTH, FAULT_ATTRIBUTES, FAULT_ENCODING };

struct sax {
    xmlParserCtxt *parser;
    const struct sax_handler *handler;
    void *data;
    struct text part;
    const struct source *source;
    struct diagnostics *diags;
    const xmlChar **attributes;
    int attribute_count;
    enum fault fault;
    size_t error_count;
    size_t depth, skip_from; /* skip_from: depth of the element passed over; 0: none */
    uint16_t names[LIMIT_XML_DEPTH];
    /* Of each open mc:AlternateContent: whether a branch of it was taken. */
    bool taken[LIMIT_XML_DEPTH];
    struct known known[KNOWN];
};

static enum name name_of(struct sax *sax, const xmlChar *local, const xmlChar *uri)
{
    uintptr_t key = (uintptr_t)local ^ ((uintptr_t)uri >> 3);
    struct known *slot = &sax->known[(key ^ (key >> 9)) % KNOWN];
    if (slot->local == local && slot->uri == uri)
        return (enum name)slot->name;
    enum name_space ns = name_space_of((const char *)uri);
    enum name name = ns == NS_OTHER ? NAME_UNKNOWN : name_find(ns, (const char *)local);
    *slot = (struct known){local, uri, (uint16_t)name};
    return name;
}

/* ---- attributes: five pointers each, as SAX2 gives them ---- */

static bool find_attribute(struct sax *sax, enum name name, struct text *value)
{
    const xmlChar **attribute = sax->attributes;
    for (int i = 0; i < sax->attribute_count; i++, attribute += 5) {
        if (name_of(sax, attribute[0], attribute[2]) != name)
            continue;
        *value = (struct text){(const char *)attribute[3], (size_t)(attribute[4] - attribute[3])};
        value->size = text_utf8_fault(*value);
        return true;
    }
    return false;
}

struct text sax_attribute(struct sax *sax, enum name name)
{
    struct text value = {0};
    find_attribute(sax, name, &value);
    return value;
}

bool sax_has_attribute(struct sax *sax, enum name name)
{
    struct text value;
    return find_attribute(sax, name, &value);
}

void sax_skip(struct sax *sax) { sax->skip_from = sax->depth; }

/* ---- markup compatibility ---- */

/* Namespaces a choice may ask for and that hold nothing the reader would miss. */
static const char *const understood[] = {
    "http://schemas.microsoft.com/office/word/2010/wordml",
    "http://schemas.microsoft.com/office/word/2012/wordml",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "http://schemas.microsoft.com/office/drawing/2010/main",
    "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram",
};

static bool is_understood(struct sax *sax, struct text prefix)
{
    char name[32];
    if (prefix.size >= sizeof name)
        return false;
    memcpy(name, prefix.data, prefix.size);
    name[prefix.size] = '\0';
    const xmlChar *interned = xmlDictLookup(sax->parser->dict, (const xmlChar *)name, -1);
    for (int i = 0; i < sax->parser->nsNr; i += 2) {
        if (sax->parser->nsTab[i] != interned)
            continue;
        for (size_t k = 0; k < sizeof understood / sizeof *understood; k++)
            if (strcmp((const char *)sax->parser->nsTab[i + 1], understood[k]) == 0)
                return true;
    }
    return false;
}

static bool takes_choice(struct sax *sax)
{
    struct text wanted = sax_attribute(sax, NAME_REQUIRES);
    size_t at = 0;
    while (at < wanted.size) {
        size_t begin = at;
        while (at < wanted.size && wanted.data[at] != ' ')
            at++;
        if (at > begin && !is_understood(sax, text_slice(wanted, begin, at)))
            return false;
        at++;
    }
    return true;
}

/* Whether the element is one of markup compatibility's own, and so not reported. */
static bool starts_compatibility(struct sax *sax, enum name name)
{
    if (name == NAME_MC_ALTERNATE_CONTENT) {
        sax->taken[sax->depth - 1] = false;
        return true;
    }
    if (name != NAME_MC_CHOICE && name != NAME_MC_FALLBACK)
        return false;
    bool *taken = sax->depth < 2 ? NULL : &sax->taken[sax->depth - 2];
    bool takes = taken != NULL && !*taken && (name == NAME_MC_FALLBACK || takes_choice(sax));
    if (takes)
        *taken = true;
    else
        sax_skip(sax);
    return true;
}

static bool is_compatibility(enum name name)
{
    return name == NAME_MC_ALTERNATE_CONTENT || name == NAME_MC_CHOICE || name == NAME_MC_FALLBACK;
}

/* ---- events ---- */

static void stop(struct sax *sax, enum fault fault)
{
    if (sax->fault == FAULT_NONE)
        sax->fault = fault;
    xmlStopParser(sax->parser);
}

static void on_start(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted, const xmlChar **attributes)
{
    (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted;
    struct sax *sax = data;
    if (sax->depth == LIMIT_XML_DEPTH) {
        stop(sax, FAULT_DEPTH);
        return;
    }
    sax->depth++;
    if (sax->skip_from != 0)
        return;
    enum name name = name_of(sax, local, uri);
    sax->names[sax->depth - 1] = (uint16_t)name;
    sax->attributes = attributes;
    sax->attribute_count = attribute_count;
    if (!starts_compatibility(sax, name))
        sax->handler->start(sax->data, sax, name);
    sax->attribute_count = 0;
}

static void leave(struct sax *sax)
{
    size_t depth = sax->depth--;
    if (sax->skip_from != 0) {
        if (sax->skip_from == depth)
            sax->skip_from = 0;
        return;
    }
    enum name name = (enum name)sax->names[depth - 1];
    if (!is_compatibility(name))
        sax->handler->end(sax->data, name);
}

static void on_end(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
    (void)local, (void)prefix, (void)uri;
    struct sax *sax = data;
    if (sax->depth > 0 && sax->fault == FAULT_NONE)
        leave(sax);
}

static void on_text(void *data, const xmlChar *bytes, int size)
{
    struct sax *sax = data;
    struct text text = {(const char *)bytes, (size_t)size};
    if (sax->skip_from != 0 || sax->handler->text == NULL || sax->fault != FAULT_NONE)
        return;
    text.size = text_utf8_fault(text);
    sax->handler->text(sax->data, text);
    if (text.size < (size_t)size) /* which libxml2 says only when it has passed the bytes on */
        stop(sax, FAULT_ENCODING);
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    stop(data, FAULT_DTD);
}

/* A character that XML does not allow, an end tag too many: what follows is read all the same. */
static void on_error(void *data, xmlErrorPtr error)
{
    struct sax *sax = data;
    if (error->level == XML_ERR_FATAL && ++sax->error_count > ERRORS_READ_OVER)
        xmlStopParser(sax->parser);
}

/* ---- a part ---- */

struct sax *sax_open(struct arena *arena, struct read_cache *cache)
{
    struct sax *sax = read_cache_borrow(cache, &lent_kind);
    if (sax != NULL)
        return sax;
    sax = calloc(1, sizeof *sax);
    if (sax != NULL)
        sax->parser = xmlNewParserCtxt();
    if (sax == NULL || sax->parser == NULL)
        arena_alloc(arena, SIZE_MAX); /* does not return */
    return sax;
}

static void destroy(void *tool)
{
    struct sax *sax = tool;
    xmlFreeParserCtxt(sax->parser);
    free(sax);
}

void sax_close(struct sax *sax, struct read_cache *cache)
{
    if (sax == NULL)
        return;
    xmlCtxtReset(sax->parser); /* lets go of the part's bytes */
    bool is_bloated = xmlDictGetUsage(sax->parser->dict) > WORDS_KEPT;
    read_cache_give(is_bloated ? NULL : cache, &lent_kind, sax, destroy);
}

static enum status report(struct sax *sax)
{
    struct text_buffer why = text_buffer_new(sax->diags->arena);
    static const struct message *const messages[] = {[FAULT_NONE] = &xml_fault,
                                                     [FAULT_DTD] = &has_dtd,
                                                     [FAULT_DEPTH] = &too_deep,
                                                     [FAULT_ATTRIBUTES] = &too_many_attributes,
                                                     [FAULT_ENCODING] = &bad_encoding};
    const struct message *message = messages[sax->fault];
    if (sax->fault == FAULT_DEPTH)
        buffer_append_int(&why, LIMIT_XML_DEPTH);
    else if (sax->fault == FAULT_ATTRIBUTES)
        buffer_append_int(&why, LIMIT_XML_ATTRIBUTES);
    else if (sax->fault == FAULT_NONE) {
        const xmlError *error = xmlCtxtGetLastError(sax->parser);
        if (error != NULL && error->message != NULL) {
            struct text words = text_trim(text_from_string(error->message));
            buffer_append_format(&why, "line %d: ", error->line);
            buffer_append(&why, text_is_utf8(words) ? words : TEXT("?"));
        } else
            buffer_append_string(&why, "it ends too early");
    }
    return report_error(sax->diags, message, span_of_source(sax->source),
                        text_copy(sax->diags->arena, sax->part), buffer_text(&why));
}

/* Parts below this need no look at their attributes: libxml2 is done with the worst in 0.1 s. */
#define LOOK_FROM ((size_t)64 << 10)

static size_t skip_to(struct text bytes, struct text mark, size_t from)
{
    size_t at = text_find(bytes, mark, from);
    return at == TEXT_NOT_FOUND ? bytes.size : at + mark.size;
}

/* The end of the tag at begin; *quoted counts the values in it. */
static size_t skip_tag(struct text bytes, size_t begin, size_t *quoted)
{
    size_t at = begin;
    for (; at < bytes.size && bytes.data[at] != '>'; at++) {
        char c = bytes.data[at];
        if (c != '"' && c != '\'')
            continue;
        const char *close = memchr(bytes.data + at + 1, c, bytes.size - at - 1);
        at = close == NULL ? bytes.size - 1 : (size_t)(close - bytes.data);
        ++*quoted;
    }
    return at;
}

static bool has_too_many_attributes(struct text bytes)
{
    for (size_t at = 0; at < bytes.size;) {
        const char *open = memchr(bytes.data + at, '<', bytes.size - at);
        if (open == NULL)
            return false;
        at = (size_t)(open - bytes.data) + 1;
        struct text tag = text_from(bytes, at);
        size_t quoted = 0;
        if (text_starts_with(tag, TEXT("!--")))
            at = skip_to(bytes, TEXT("-->"), at + 3);
        else if (text_starts_with(tag, TEXT("![CDATA[")))
            at = skip_to(bytes, TEXT("]]>"), at);
        else if (text_starts_with(tag, TEXT("?")))
            at = skip_to(bytes, TEXT("?>"), at);
        else
            at = skip_tag(bytes, at, &quoted);
        if (quoted > LIMIT_XML_ATTRIBUTES)
            return true;
    }
    return false;
}

enum encoding { ENCODING_UTF8, ENCODING_UTF16, ENCODING_OTHER };

static enum encoding encoding_of(struct text bytes)
{
    struct text head = text_slice(bytes, 0, 200);
    struct text declaration = text_slice(head, 0, skip_to(head, TEXT("?>"), 0));
    size_t at = text_find(declaration, TEXT("encoding"), 0);
    bool is_declared = text_find(head, TEXT("<?xml"), 0) <= 3 && at != TEXT_NOT_FOUND;
    if (head.size >= 2 &&
        (head.data[0] == '\0' || head.data[1] == '\0' || (unsigned char)head.data[0] >= 0xFE))
        return ENCODING_UTF16;
    if (!is_declared)
        return ENCODING_UTF8;
    while (at < declaration.size && declaration.data[at] != '"' && declaration.data[at] != '\'')
        at++;
    struct text name = text_slice(declaration, at + 1, at + 6);
    bool is_utf8 = text_equal_ascii_case(name, TEXT("UTF-8")) ||
                   text_equal_ascii_case(name, TEXT("US-AS")); /* US-ASCII */
    return is_utf8 ? ENCODING_UTF8 : ENCODING_OTHER;
}

/* libxml2 parses UTF-8 where it lies; UTF-16 it has to convert. */
static xmlParserInput *new_input(xmlParserCtxt *parser, struct text bytes, enum encoding encoding)
{
    if (encoding == ENCODING_UTF8)
        return xmlNewStringInputStream(parser, (const xmlChar *)bytes.data);
    xmlParserInputBuffer *buffer =
        xmlParserInputBufferCreateMem(bytes.data, (int)bytes.size, XML_CHAR_ENCODING_NONE);
    xmlParserInput *input =
        buffer == NULL ? NULL : xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE);
    if (input == NULL && buffer != NULL)
        xmlFreeParserInputBuffer(buffer);
    return input;
}

/* What is refused before it is parsed. */
static enum fault find_fault(struct text bytes, enum encoding encoding)
{
    if (encoding == ENCODING_OTHER)
        return FAULT_ENCODING;
    return bytes.size > LOOK_FROM && has_too_many_attributes(bytes) ? FAULT_ATTRIBUTES : FAULT_NONE;
}

static bool feed(struct sax *sax, struct text bytes)
{
    static const xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                                          .startElementNs = on_start,
                                          .endElementNs = on_end,
                                          .characters = on_text,
                                          .cdataBlock = on_text,
                                          .internalSubset = on_doctype,
                                          .serror = on_error};
    xmlParserCtxt *parser = sax->parser;
    enum encoding encoding = encoding_of(bytes);
    sax->fault = find_fault(bytes, encoding);
    sax->error_count = 0;
    if (sax->fault != FAULT_NONE)
        return false;
    xmlCtxtReset(parser);
    *parser->sax = handler;
    parser->userData = sax;
    /* NOENT: "&amp;" in an attribute is '&'; a part that declares entities is refused. */
    xmlCtxtUseOptions(parser,
                      XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_BIG_LINES | XML_PARSE_RECOVER);
    xmlParserInput *input = new_input(parser, bytes, encoding);
    if (input == NULL)
        return false;
    inputPush(parser, input);
    return xmlParseDocument(parser) == 0 && parser->wellFormed;
}

enum status sax_parse(struct sax *sax, struct text bytes, struct text part,
                      const struct source *source, const struct sax_handler *handler, void *data,
                      struct diagnostics *diags)
{
    sax->handler = handler;
    sax->data = data;
    sax->part = part;
    sax->source = source;
    sax->diags = diags;
    sax->fault = FAULT_NONE;
    sax->depth = sax->skip_from = 0;
    bool is_well = feed(sax, bytes) && sax->fault == FAULT_NONE;
    while (sax->depth > 0)
        leave(sax);
    if (is_well)
        return STATUS_OK;
    return report(sax);
}
