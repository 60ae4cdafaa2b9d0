#include "converters/docx/xml_tree.h"
#include "converters/docx/writer.h"
#include <libxml/parser.h>
#include <string.h>

#define NAME(string) ((const xmlChar *)(string))

xmlDocPtr tree_parse(struct text bytes)
{
    if (bytes.size == 0 || bytes.size > INT32_MAX)
        return NULL;
    return xmlReadMemory(bytes.data, (int)bytes.size, NULL, NULL,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                             XML_PARSE_NOBLANKS);
}

struct text tree_bytes(struct arena *arena, xmlDocPtr tree)
{
    xmlChar *memory = NULL;
    int size = 0;
    xmlDocDumpMemoryEnc(tree, &memory, &size, "UTF-8");
    if (memory == NULL)
        arena_alloc(arena, SIZE_MAX); /* does not return */
    struct text bytes = text_copy(arena, (struct text){(const char *)memory, (size_t)size});
    xmlFree(memory);
    return bytes;
}

bool node_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
           xmlStrEqual(node->ns->href, NAME(NAMESPACE_W)) && xmlStrEqual(node->name, NAME(name));
}

static xmlNodePtr find(xmlNodePtr node, const char *name)
{
    while (node != NULL && !node_is(node, name))
        node = node->next;
    return node;
}

xmlNodePtr node_child(const xmlNode *node, const char *name)
{
    return node == NULL ? NULL : find(node->children, name);
}

xmlNodePtr node_next(const xmlNode *node, const char *name) { return find(node->next, name); }

struct text node_attribute(struct arena *arena, const xmlNode *node, const char *name)
{
    xmlChar *value = node == NULL ? NULL : xmlGetNsProp(node, NAME(name), NAME(NAMESPACE_W));
    struct text text = text_copy(arena, text_from_string((const char *)value));
    xmlFree(value);
    return text;
}

int64_t node_number(const xmlNode *node, const char *name)
{
    xmlChar *value = node == NULL ? NULL : xmlGetNsProp(node, NAME(name), NAME(NAMESPACE_W));
    int64_t number = 0;
    for (const xmlChar *c = value; c != NULL && *c >= '0' && *c <= '9' && number < INT32_MAX; c++)
        number = number * 10 + (*c - '0');
    xmlFree(value);
    return number;
}

void node_set(xmlNodePtr node, const char *name, struct arena *scratch, struct text value)
{
    xmlNsPtr space = xmlSearchNsByHref(node->doc, node, NAME(NAMESPACE_W));
    if (xmlSetNsProp(node, space, NAME(name), NAME(text_to_string(scratch, value))) == NULL)
        arena_alloc(scratch, SIZE_MAX); /* does not return */
}

void node_drop_child(xmlNodePtr node, const char *name)
{
    xmlNodePtr child = node_child(node, name);
    if (child == NULL)
        return;
    xmlUnlinkNode(child);
    xmlFreeNode(child);
}
