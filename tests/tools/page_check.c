/*
 * page_check FILE...: web pages that link to each other, judged by libxml2.
 *
 * Each is well-formed XML and has: a language; one h1 at most and headings without gaps; ids that
 * are there once; links that lead somewhere; nothing from elsewhere and no code but scripts; a
 * caption or a name for each table, a scope for each th; a title and a description for each
 * drawing; an alternative for each picture. Faults go to stdout; exit status 1 when there is one.
 */
#include <libxml/parser.h>
#include <libxml/uri.h>
#include <libxml/xpath.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

struct page {
    const char *path, *name;
    xmlDoc *tree;
};

static int faults;

static void fault(const struct page *page, const char *what, const char *which)
{
    printf("%s: %s: %s\n", page->path, what, which);
    faults++;
}

static const char *string_of(xmlChar *owned, char *to, size_t size)
{
    snprintf(to, size, "%s", owned == NULL ? "" : (const char *)owned);
    xmlFree(owned);
    return to;
}

static const char *attribute(const xmlNode *node, const char *name, char *to, size_t size)
{
    return string_of(xmlGetNoNsProp(node, (const xmlChar *)name), to, size);
}

static bool is_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static const xmlNode *next_node(const xmlNode *node, const xmlNode *root)
{
    if (node->children != NULL && node->type == XML_ELEMENT_NODE)
        return node->children;
    while (node != root && node->next == NULL)
        node = node->parent;
    return node == root ? NULL : node->next;
}

static int count_ids(const struct page *page, const char *id)
{
    const xmlNode *root = xmlDocGetRootElement(page->tree);
    char value[4096];
    int count = 0;
    for (const xmlNode *node = root; node != NULL; node = next_node(node, root))
        if (node->type == XML_ELEMENT_NODE)
            count += strcmp(attribute(node, "id", value, sizeof value), id) == 0;
    return count;
}

static bool has_child(const xmlNode *node, const char *name)
{
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
        if (is_element(child, name))
            return true;
    return false;
}

static void check_link(const struct page *pages, int count, const struct page *page,
                       const char *href)
{
    if (strncmp(href, "http:", 5) == 0 || strncmp(href, "https:", 6) == 0 ||
        strncmp(href, "mailto:", 7) == 0)
        return;
    const char *hash = strchr(href, '#');
    size_t size = hash == NULL ? strlen(href) : (size_t)(hash - href);
    const struct page *to = size == 0 ? page : NULL;
    for (int i = 0; i < count && size > 0; i++)
        if (strlen(pages[i].name) == size && strncmp(pages[i].name, href, size) == 0)
            to = &pages[i];
    if (to == NULL || (hash != NULL && count_ids(to, hash + 1) != 1))
        fault(page, "a link leads nowhere", href);
}

static void check_from_elsewhere(const struct page *page, const xmlNode *node)
{
    char value[256];
    for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
        if (strncmp((const char *)a->name, "on", 2) == 0 ||
            strcmp((const char *)a->name, "style") == 0)
            fault(page, "an attribute that a policy forbids", (const char *)a->name);
    attribute(node, "src", value, sizeof value);
    if (value[0] != '\0' && strncmp(value, "data:image/", 11) != 0 && strchr(value, ':') != NULL)
        fault(page, "something from elsewhere", value);
}

static void check_node(const struct page *page, const xmlNode *node, int *level)
{
    char value[4096];
    const char *name = (const char *)node->name;
    if (name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0') {
        if (name[1] - '0' > *level + 1)
            fault(page, "a heading skips a level", name);
        *level = name[1] - '0';
    }
    if (is_element(node, "th") && attribute(node, "scope", value, sizeof value)[0] == '\0')
        fault(page, "a table's head without scope", "th");
    if (is_element(node, "svg") && (!has_child(node, "title") || !has_child(node, "desc") ||
                                    strcmp(attribute(node, "role", value, sizeof value), "img")))
        fault(page, "a drawing without words", "svg");
    if (is_element(node, "img") && !xmlHasProp(node, (const xmlChar *)"alt"))
        fault(page, "a picture without words", "img");
    attribute(node, "id", value, sizeof value);
    if (value[0] != '\0' && count_ids(page, value) != 1)
        fault(page, "an id is there twice", value);
    check_from_elsewhere(page, node);
}

static void check_page(const struct page *pages, int count, const struct page *page)
{
    const xmlNode *root = xmlDocGetRootElement(page->tree);
    char value[4096];
    int level = 0, titles = 0, skips = 0, mains = 0;
    if (attribute(root, "lang", value, sizeof value)[0] == '\0')
        fault(page, "no language", "html");
    for (const xmlNode *node = root; node != NULL; node = next_node(node, root)) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        titles += is_element(node, "h1");
        mains += is_element(node, "main");
        skips += strcmp(attribute(node, "class", value, sizeof value), "skip") == 0;
        check_node(page, node, &level);
        if (is_element(node, "a") && attribute(node, "href", value, sizeof value)[0] != '\0')
            check_link(pages, count, page, value);
        if (is_element(node, "table") && !has_child(node, "caption"))
            fault(page, "a table without a caption", "table");
    }
    if (titles != 1 || mains != 1 || skips != 1)
        fault(page, "not one h1, one main and one way past the contents", "body");
}

int main(int count, char **arguments)
{
    static struct page pages[10000];
    count--;
    for (int i = 0; i < count && i < 10000; i++) {
        const char *slash = strrchr(arguments[i + 1], '/');
        pages[i].path = arguments[i + 1];
        pages[i].name = slash == NULL ? arguments[i + 1] : slash + 1;
        pages[i].tree = xmlReadFile(arguments[i + 1], NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
        if (pages[i].tree == NULL)
            fault(&pages[i], "not well-formed", "");
    }
    for (int i = 0; i < count && i < 10000; i++)
        if (pages[i].tree != NULL)
            check_page(pages, count, &pages[i]);
    for (int i = 0; i < count && i < 10000; i++)
        xmlFreeDoc(pages[i].tree);
    return faults > 0;
}
