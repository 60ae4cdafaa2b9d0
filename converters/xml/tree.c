#include "converters/xml/tree.h"
#include "core/base/charset.h"
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <string.h>

static_assert(LIMIT_FILE_BYTES < INT_MAX, "libxml2 takes sizes as int");

static const struct message not_well_formed = {.text = {[LANG_ZH_HANT] = "XML 格式有誤：{0}",
                                                        [LANG_ZH_HANS] = "XML 格式有误：{0}",
                                                        [LANG_EN] = "not well-formed XML: {0}"}};
static const struct message bare_ampersand = {
    .text = {[LANG_ZH_HANT] = "XML 格式有誤：單獨的「&」要寫成「&amp;」",
             [LANG_ZH_HANS] = "XML 格式有误：单独的“&”要写成“&amp;”",
             [LANG_EN] = "not well-formed XML: write a \"&\" of its own as \"&amp;\""}};
static const struct message declarations_refused = {
    .text = {[LANG_ZH_HANT] = "不接受文件類型宣告（DOCTYPE）裡的「[…]」：請刪除，並將實體寫成文字",
             [LANG_ZH_HANS] = "不接受文档类型声明（DOCTYPE）里的“[…]”：请删除，并将实体写成文字",
             [LANG_EN] = "declarations in a document type (<!DOCTYPE … [ … ]>) are refused: remove "
                         "them, and write entities as text"}};
static const struct message unknown_entity = {
    .text = {[LANG_ZH_HANT] = "實體「&{0};」沒有定義：請直接寫出那個字",
             [LANG_ZH_HANS] = "实体“&{0};”没有定义：请直接写出那个字",
             [LANG_EN] = "the entity \"&{0};\" is not defined: write the character itself"}};
static const struct message too_deep = {
    .text = {[LANG_ZH_HANT] = "元素巢狀超過 {0} 層",
             [LANG_ZH_HANS] = "元素嵌套超过 {0} 层",
             [LANG_EN] = "elements are nested deeper than {0} levels"}};
/* What a parser may remember of names from file to file. */
#define NAMES_KEPT ((size_t)1 << 20)
#define ENTITY_BYTES 8       /* of a character in UTF-8, and a NUL */
static const char lent_kind; /* its address is the kind of these parsers in a cache */

struct builder {
    struct input *input;
    xmlParserCtxt *parser;
    struct text source;
    struct xml_node *root, *open; /* the element being read */
    struct xml_comment *comments, *last_comment;
    struct xml_comment *waiting; /* the first that no element followed yet in its parent */
    size_t depth;
    const xmlChar *uri; /* of the last namespace met, and as a text */
    struct text ns;
    bool failed; /* one diagnostic was given; the rest is libxml2 winding down */
};

/* ---- positions ---- */

static size_t offset_now(const struct builder *b)
{
    const xmlParserInput *in = b->parser->input;
    size_t offset = in == NULL ? b->source.size : in->consumed + (size_t)(in->cur - in->base);
    return offset > b->source.size ? b->source.size : offset;
}

static struct span span_between(const struct builder *b, size_t begin, size_t end)
{
    return (struct span){.source = b->input->source,
                         .begin = (uint32_t)begin,
                         .end = (uint32_t)(end < begin ? begin : end)};
}

/* libxml2 hands out pieces of its own copy of the source: the offset, or SIZE_MAX for others. */
static size_t offset_of(const struct builder *b, const xmlChar *piece, size_t size)
{
    const xmlParserInput *in = b->parser->input;
    if (in == NULL || piece < in->base || piece > in->end)
        return SIZE_MAX;
    size_t offset = in->consumed + (size_t)(piece - in->base);
    struct text there = text_slice(b->source, offset, offset + size);
    return there.size == size && memcmp(there.data, piece, size) == 0 ? offset : SIZE_MAX;
}

static void fail(struct builder *b, const struct message *message, size_t at, struct text arg)
{
    if (!b->failed)
        report_error(b->input->diags, message, span_between(b, at, at + 1), arg, (struct text){0});
    b->failed = true;
    xmlStopParser(b->parser);
}

/* ---- what libxml2 calls ---- */

static struct text slice_or_copy(const struct builder *b, const xmlChar *begin, const xmlChar *end,
                                 size_t *offset)
{
    size_t size = (size_t)(end - begin);
    *offset = offset_of(b, begin, size);
    if (*offset != SIZE_MAX)
        return text_slice(b->source, *offset, *offset + size);
    return text_copy(b->input->arena, (struct text){(const char *)begin, size});
}

/* libxml2 keeps one copy of each URI: its address tells most of them. */
static struct text namespace_text(struct builder *b, const xmlChar *uri)
{
    if (uri != b->uri || uri == NULL) {
        b->uri = uri;
        b->ns = text_copy(b->input->arena, text_from_string((const char *)uri));
    }
    return b->ns;
}

/* The element's name as it stands behind "<" and perhaps a prefix. */
static struct text name_text(const struct builder *b, size_t tag, const xmlChar *name,
                             const xmlChar *prefix)
{
    struct text whole = text_from_string((const char *)name);
    size_t begin = tag + 1 + (prefix == NULL ? 0 : strlen((const char *)prefix) + 1);
    struct text there = text_slice(b->source, begin, begin + whole.size);
    return text_equal(there, whole) ? there : text_copy(b->input->arena, whole);
}

/* The name of an attribute as it stands in front of ="…", whose value begins at the offset. */
static struct text attribute_name(const struct builder *b, const xmlChar *name, size_t value)
{
    struct text whole = text_from_string((const char *)name);
    size_t end = value == SIZE_MAX || value < whole.size + 2 ? 0 : value - 2;
    struct text there = text_slice(b->source, end - (end == 0 ? 0 : whole.size), end);
    return text_equal(there, whole) ? there : text_copy(b->input->arena, whole);
}

static void read_attributes(struct builder *b, struct xml_node *node, int count,
                            const xmlChar **attributes)
{
    for (int i = 0; i < count; i++, attributes += 5) { /* local name, prefix, URI, begin, end */
        struct xml_attribute *attribute = arena_new(b->input->arena, struct xml_attribute);
        size_t offset;
        attribute->value = slice_or_copy(b, attributes[3], attributes[4], &offset);
        attribute->name = attribute_name(b, attributes[0], offset);
        if (attributes[2] != NULL)
            attribute->ns =
                text_copy(b->input->arena, text_from_string((const char *)attributes[2]));
        attribute->span = offset == SIZE_MAX
                              ? node->span
                              : span_between(b, offset, offset + attribute->value.size);
        *(node->last_attribute == NULL ? &node->attributes : &node->last_attribute->next) =
            attribute;
        node->last_attribute = attribute;
    }
}

struct xml_node *xml_append(struct arena *arena, struct xml_node *parent)
{
    struct xml_node *node = arena_new(arena, struct xml_node);
    node->parent = parent;
    *(parent->last_child == NULL ? &parent->children : &parent->last_child->next) = node;
    parent->last_child = node;
    return node;
}

static struct xml_node *append_node(struct builder *b)
{
    if (b->open != NULL)
        return xml_append(b->input->arena, b->open);
    b->root = arena_new(b->input->arena, struct xml_node);
    return b->root;
}

/* Comments in front of the element, in the same parent, speak of it. */
static void meet_comments(struct builder *b, const struct xml_node *node)
{
    for (; b->waiting != NULL; b->waiting = b->waiting->next)
        if (b->waiting->parent == node->parent)
            b->waiting->next_element = node;
}

static void start_element(void *data, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted, const xmlChar **attributes)
{
    (void)namespace_count, (void)namespaces, (void)defaulted;
    struct builder *b = data;
    size_t end = offset_now(b), tag = end;
    while (tag > 0 && !(tag < b->source.size && b->source.data[tag] == '<'))
        tag--; /* no "<" can stand inside a tag */
    if (b->depth == LIMIT_XML_DEPTH) {
        fail(b, &too_deep, tag, text_from_number(b->input->arena, LIMIT_XML_DEPTH));
        return;
    }
    struct xml_node *node = append_node(b);
    node->ns = namespace_text(b, uri);
    node->name = name_text(b, tag, name, prefix);
    node->span = span_between(b, tag, end + 1 < b->source.size ? end + 1 : end);
    read_attributes(b, node, attribute_count, attributes);
    meet_comments(b, node);
    b->open = node;
    b->depth++;
}

static void end_element(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)name, (void)prefix, (void)uri;
    struct builder *b = data;
    if (b->open != NULL) {
        size_t end = offset_now(b), shut = text_find(b->source, TEXT(">"), end > 0 ? end - 1 : 0);
        b->open->end = (uint32_t)(shut == TEXT_NOT_FOUND ? end : shut + 1);
        b->waiting = NULL; /* what follows stands outside of it */
        b->open = b->open->parent;
        b->depth--;
    }
}

static bool stands_at(const struct builder *b, size_t end, const xmlChar *piece, size_t size)
{
    return size <= end && end <= b->source.size &&
           memcmp(b->source.data + end - size, piece, size) == 0;
}

/*
 * Where a piece of text stands in the source. libxml2 copies what is not ASCII into a buffer of its
 * own, and hands it over before or after it has passed the last character.
 */
static size_t piece_offset(const struct builder *b, const xmlChar *piece, size_t size)
{
    size_t offset = offset_of(b, piece, size), end = offset_now(b), last = size;
    if (offset != SIZE_MAX || stands_at(b, end, piece, size))
        return offset != SIZE_MAX ? offset : end - size;
    while (last > 0 && (piece[--last] & 0xC0) == 0x80)
        ;
    end += size - last;
    return stands_at(b, end, piece, size) ? end - size : SIZE_MAX;
}

static void characters(void *data, const xmlChar *piece, int size)
{
    struct builder *b = data;
    if (b->open == NULL || size <= 0)
        return;
    size_t offset = piece_offset(b, piece, (size_t)size), end = offset_now(b);
    struct text text = text_slice(b->source, offset, offset + (size_t)size);
    struct span span = span_between(b, offset, offset + (size_t)size);
    if (offset == SIZE_MAX) { /* a reference */
        text = text_copy(b->input->arena, (struct text){(const char *)piece, (size_t)size});
        span = span_between(b, end > text.size ? end - text.size : 0, end);
    }
    struct xml_node *last = b->open->last_child;
    if (last != NULL && xml_is_text(last) && last->text.data + last->text.size == text.data) {
        last->text.size += text.size;
        last->span.end = span.end;
        return;
    }
    struct xml_node *node = append_node(b);
    node->text = text;
    node->span = span;
}

static void read_comment(void *data, const xmlChar *words)
{
    struct builder *b = data;
    struct text text = text_from_string((const char *)words);
    size_t end = offset_now(b), begin;
    /* behind the comment, or in front of it: libxml2 has done both */
    if (end >= 3 && text_equal(text_slice(b->source, end - 3, end), TEXT("-->")))
        begin = end - text.size - 7;
    else
        begin = text_find(b->source, TEXT("<!--"), end);
    struct text there = text_slice(b->source, begin + 4, begin + 4 + text.size);
    if (begin == TEXT_NOT_FOUND || !text_equal(there, text))
        return;
    struct xml_comment *comment = arena_new(b->input->arena, struct xml_comment);
    *comment = (struct xml_comment){
        .text = there, .span = span_between(b, begin, begin + text.size + 7), .parent = b->open};
    *(b->last_comment == NULL ? &b->comments : &b->last_comment->next) = comment;
    b->last_comment = comment;
    if (b->waiting == NULL)
        b->waiting = comment;
}

/* One that names a DTD says nothing, since nobody reads it; in brackets entities are declared. */
static void internal_subset(void *data, const xmlChar *name, const xmlChar *external,
                            const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    struct builder *b = data;
    const xmlParserInput *in = b->parser->input;
    if (in == NULL || in->cur >= in->end || *in->cur != '[')
        return;
    size_t at = text_find(b->source, TEXT("<!DOCTYPE"), 0);
    fail(b, &declarations_refused, at == TEXT_NOT_FOUND ? 0 : at, (struct text){0});
}

/*
 * Those of HTML (its 4.01, section 24) are characters, as DTDs have them that nobody reads here. In
 * an attribute libxml2 would take the first byte for all.
 */
static xmlEntityPtr get_entity(void *data, const xmlChar *name)
{
    struct builder *b = data;
    const htmlEntityDesc *html = htmlEntityLookup(name);
    if (html == NULL || b->parser->instate == XML_PARSER_ATTRIBUTE_VALUE) {
        struct text words = text_from_string((const char *)name);
        size_t end = offset_now(b);
        fail(b, &unknown_entity, end > words.size + 2 ? end - words.size - 2 : 0,
             text_copy(b->input->diags->arena, words));
        return NULL;
    }
    xmlEntity *entity = arena_new(b->input->arena, xmlEntity);
    xmlChar *character = arena_new_array(b->input->arena, ENTITY_BYTES, xmlChar);
    entity->type = XML_ENTITY_DECL;
    entity->etype = XML_INTERNAL_PREDEFINED_ENTITY;
    entity->name = BAD_CAST html->name;
    entity->length = xmlCopyCharMultiByte(character, (int)html->value);
    entity->content = character;
    return entity;
}

/* "R&D", "?a=1&b=2": the mark right in front of what libxml2 could not read; *at becomes its place.
 */
static bool is_bare_ampersand(const struct builder *b, int code, size_t *at)
{
    if (code != XML_ERR_ENTITYREF_SEMICOL_MISSING && code != XML_ERR_NAME_REQUIRED)
        return false;
    size_t end = *at;
    while (end > 0 && b->source.data[end - 1] != '&' && b->source.data[end - 1] != '<')
        end--;
    if (end == 0 || b->source.data[end - 1] == '<')
        return false;
    *at = end - 1;
    return true;
}

static void structured_error(void *data, xmlErrorPtr error)
{
    struct builder *b = data;
    if (b->failed || error->level < XML_ERR_ERROR)
        return;
    size_t at = offset_now(b);
    if (is_bare_ampersand(b, error->code, &at)) {
        fail(b, &bare_ampersand, at, (struct text){0});
        return;
    }
    struct text words = text_copy(b->input->diags->arena, text_from_string(error->message));
    fail(b, &not_well_formed, at, text_trim(words));
}

static const xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .internalSubset = internal_subset,
    .getEntity = get_entity,
    .startElementNs = start_element,
    .endElementNs = end_element,
    .characters = characters,
    .ignorableWhitespace = characters,
    .cdataBlock = characters,
    .comment = read_comment,
    .serror = structured_error,
};

static void destroy(void *parser) { xmlFreeParserCtxt(parser); }

/* A parser that knows the names of the files before, or a new one. */
static xmlParserCtxt *open_parser(const struct input *input)
{
    xmlParserCtxt *parser = read_cache_borrow(input->cache, &lent_kind);
    if (parser == NULL)
        parser = xmlNewParserCtxt();
    if (parser == NULL)
        arena_alloc(input->arena, SIZE_MAX); /* does not return */
    return parser;
}

static void close_parser(const struct input *input, xmlParserCtxt *parser)
{
    xmlCtxtReset(parser); /* lets go of the file's bytes */
    bool is_bloated = xmlDictGetUsage(parser->dict) > NAMES_KEPT;
    read_cache_give(is_bloated ? NULL : input->cache, &lent_kind, parser, destroy);
}

/* libxml2 parses a text with a NUL behind it where it lies. */
static void push_source(const struct builder *b)
{
    struct text text = text_is_empty(b->source) ? TEXT(" ") : b->source;
    const char *string = text_to_string(b->input->arena, text);
    xmlParserInput *input = xmlNewStringInputStream(b->parser, (const xmlChar *)string);
    if (input == NULL || inputPush(b->parser, input) < 0)
        arena_alloc(b->input->arena, SIZE_MAX); /* does not return */
}

static bool parse(struct input *input, struct xml_tree *tree)
{
    struct builder b = {.input = input, .source = input->source->text};
    b.parser = open_parser(input);
    push_source(&b);
    *b.parser->sax = handler;
    b.parser->userData = &b;
    /* NOENT: without it, libxml2 hands out "&amp;" in attributes as "&#38;". */
    xmlCtxtUseOptions(b.parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT);
    size_t nul = text_find(b.source, (struct text){"", 1}, 0);
    if (nul != TEXT_NOT_FOUND) /* libxml2 would take it for the end */
        fail(&b, &not_well_formed, nul, TEXT("the character U+0000"));
    int result = xmlParseDocument(b.parser);
    if ((result != 0 || b.root == NULL) && !b.failed)
        fail(&b, &not_well_formed, 0, TEXT("no root element"));
    close_parser(input, b.parser);
    *tree = (struct xml_tree){b.root, b.comments};
    return !b.failed;
}

/* ---- the charset (XML 1.0, appendix F) ---- */

/* The value of encoding="…" in the XML declaration, or the empty text. */
static struct text declared_charset(struct text bytes)
{
    if (!text_starts_with(bytes, TEXT("<?xml")))
        return (struct text){0};
    struct text head = text_slice(bytes, 0, LIMIT_SNIFF);
    struct text declaration = text_slice(head, 0, text_find(head, TEXT("?>"), 0));
    size_t at = text_find(declaration, TEXT("encoding"), 0);
    if (at == TEXT_NOT_FOUND)
        return (struct text){0};
    struct text rest = text_trim(text_from(declaration, at + strlen("encoding")));
    rest = text_trim(text_from(rest, 1)); /* = */
    size_t end = rest.size == 0 ? TEXT_NOT_FOUND : text_find(rest, text_slice(rest, 0, 1), 1);
    return end == TEXT_NOT_FOUND ? (struct text){0} : text_slice(rest, 1, end);
}

static enum status decode(struct input *input, struct text *text)
{
    struct text bytes = input->bytes, declared = declared_charset(bytes);
    size_t mark;
    bool has_mark = charset_of_mark(bytes, &mark) != NULL;
    bool has_zeros = bytes.size > 1 && (bytes.data[0] == '\0' || bytes.data[1] == '\0');
    if (has_mark || has_zeros)
        return charset_decode(input->arena, input->source, bytes, text, input->diags);
    if (declared.size == 0)
        declared = TEXT("UTF-8");
    return charset_decode_from(input->arena, input->source, bytes, declared, text, input->diags);
}

bool xml_tree_read(struct input *input, struct xml_tree *tree)
{
    struct text text = {0};
    input->source->kind = SOURCE_TEXT;
    if (decode(input, &text) != STATUS_OK ||
        charset_check_size(input->source, text, input->diags) != STATUS_OK)
        return false;
    input->source->text = text;
    return parse(input, tree);
}

/* ---- asking ---- */

bool xml_is_text(const struct xml_node *node) { return node->name.size == 0; }

bool xml_is_named(const struct xml_node *node, const char *name)
{
    return text_is(node->name, name);
}

static const struct xml_attribute *find_attribute(const struct xml_node *node, const char *ns,
                                                  const char *name)
{
    for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
        if (text_is(a->name, name) && text_is(a->ns, ns))
            return a;
    return NULL;
}

const struct xml_attribute *xml_attribute(const struct xml_node *node, const char *name)
{
    return find_attribute(node, "", name);
}

struct text xml_attribute_text(const struct xml_node *node, const char *name)
{
    const struct xml_attribute *attribute = xml_attribute(node, name);
    return attribute == NULL ? (struct text){0} : attribute->value;
}

struct text xml_own_attribute(const struct xml_node *node, const char *name)
{
    const struct xml_attribute *attribute =
        find_attribute(node, (const char *)XML_XML_NAMESPACE, name);
    return attribute == NULL ? (struct text){0} : attribute->value;
}

bool xml_has_elements(const struct xml_node *node)
{
    for (const struct xml_node *child = node->children; child != NULL; child = child->next)
        if (!xml_is_text(child))
            return true;
    return false;
}

const struct xml_node *xml_next_element(const struct xml_node *node)
{
    while (node != NULL && xml_is_text(node))
        node = node->next;
    return node;
}
