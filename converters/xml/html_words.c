/* HTML that an XML file carries as words, escaped or in CDATA, becomes elements of the tree. */
#include "converters/html_elements.h"
#include "converters/xml/parts.h"
#include "core/base/text_buffer.h"
#include <limits.h>
#include <string.h>

/* What foreign.c knows by name; other blocks only divide, and inline ones are part of the words. */
static bool is_kept(struct text name)
{
    static const char *const names[] = {"h1", "h2", "h3", "h4",    "h5",    "h6",    "p",
                                        "ul", "ol", "li", "table", "thead", "tbody", "tfoot",
                                        "tr", "th", "td", "pre",   NULL};
    return text_is_one_of(name, names);
}

/* Others that tell HTML, but for those that are as likely to be filled in: <time>, <address>. */
static bool tells_html(struct text name)
{
    static const char *const names[] = {
        "a",  "article", "b",      "blockquote", "body",   "br",     "center", "dd", "div",
        "dl", "dt",      "em",     "font",       "footer", "head",   "header", "hr", "html",
        "i",  "main",    "script", "section",    "span",   "strong", "style",  "u",  NULL};
    return is_kept(name) || text_is_one_of(name, names);
}

/* "<p>", "</li>", "<br/>", "<div class=": a mark of HTML, no "<" of a comparison. */
static bool holds_mark(struct text words)
{
    for (size_t at = 0; (at = text_find(words, TEXT("<"), at)) != TEXT_NOT_FOUND; at++) {
        size_t begin = at + 1 + (at + 1 < words.size && words.data[at + 1] == '/'), end = begin;
        while (end < words.size && strchr(" \t\r\n/>", words.data[end]) == NULL && end - begin < 12)
            end++;
        if (end < words.size && tells_html(text_slice(words, begin, end)))
            return true;
    }
    return false;
}

/* ---- libxml2's tree becomes ours ---- */

struct html {
    struct arena *arena;
    struct span span; /* of all the words: what is in them has no place of its own */
    struct xml_node *open;
    struct xml_node *paragraph; /* takes words that stand beside blocks; NULL: none is open */
};

static struct xml_node *append(struct html *in, struct xml_node *parent, struct text name)
{
    struct xml_node *node = xml_append(in->arena, parent);
    node->name = name;
    node->span = in->span;
    node->end = in->span.end;
    return node;
}

/* Words of a cell, an item or a paragraph stand in it; elsewhere a paragraph is made for them. */
static bool takes_words(const struct html *in)
{
    static const char *const without[] = {"ul",    "ol",    "table", "thead",
                                          "tbody", "tfoot", "tr",    NULL};
    if (text_is_one_of(in->open->name, without))
        return false;
    return is_kept(in->open->name) || text_is(in->open->name, "strong");
}

static struct xml_node *place_of_words(struct html *in)
{
    if (takes_words(in))
        return in->open;
    if (in->paragraph == NULL)
        in->paragraph = append(in, in->open, TEXT("p"));
    return in->paragraph;
}

static void read_words(struct html *in, struct text words)
{
    if (xml_trim(words).size == 0 && in->paragraph == NULL && !takes_words(in))
        return;
    append(in, place_of_words(in), TEXT(""))->text = text_copy(in->arena, words);
}

static void copy_attributes(struct html *in, struct xml_node *node, xmlNode *from)
{
    static const char *const kept[] = {"colspan", "rowspan", NULL};
    for (const char *const *name = kept; *name != NULL; name++) {
        xmlChar *value = xmlGetProp(from, BAD_CAST * name);
        if (value == NULL)
            continue;
        struct xml_attribute *attribute = arena_new(in->arena, struct xml_attribute);
        *attribute = (struct xml_attribute){
            .name = text_from_string(*name),
            .value = text_copy(in->arena, text_from_string((const char *)value)),
            .span = in->span};
        *(node->last_attribute == NULL ? &node->attributes : &node->last_attribute->next) =
            attribute;
        node->last_attribute = attribute;
        xmlFree(value);
    }
}

static void walk(struct html *in, xmlNode *node);

/* A block in bold, or what divides blocks, is no bold word of a line. */
static bool holds_block(const xmlNode *node)
{
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
        if (child->type == XML_ELEMENT_NODE &&
            (html_kind_of(text_from_string((const char *)child->name)) == HTML_BLOCK ||
             holds_block(child)))
            return true;
    return false;
}

/* Bold words stand in an element of the place, so that a line of them is known. */
static void read_strong(struct html *in, xmlNode *node)
{
    struct xml_node *parent = in->open;
    in->open = append(in, place_of_words(in), TEXT("strong"));
    walk(in, node->children);
    in->open = parent;
}

static void read_kept(struct html *in, xmlNode *node, struct text name)
{
    struct xml_node *parent = in->open;
    in->paragraph = NULL;
    in->open = append(in, parent, text_copy(in->arena, name));
    copy_attributes(in, in->open, node);
    walk(in, node->children);
    in->open = parent;
    in->paragraph = NULL;
}

static void read_element(struct html *in, xmlNode *node)
{
    struct text name = text_from_string((const char *)node->name);
    enum html_kind kind = html_kind_of(name);
    static const char *const bold[] = {"b", "strong", NULL};
    if (is_kept(name))
        read_kept(in, node, name);
    else if (text_is_one_of(name, bold) && !holds_block(node))
        read_strong(in, node);
    else if (text_is(name, "br"))
        append(in, place_of_words(in), TEXT("br"));
    else if (kind == HTML_BLOCK) {
        in->paragraph = NULL;
        walk(in, node->children);
        in->paragraph = NULL;
    } else if (kind != HTML_HIDDEN)
        walk(in, node->children);
}

/* html_parse keeps it within 256 levels. */
static void walk(struct html *in, xmlNode *node)
{
    for (; node != NULL; node = node->next) {
        if (node->type == XML_ELEMENT_NODE)
            read_element(in, node);
        else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
            read_words(in, text_from_string((const char *)node->content));
    }
}

static struct text joined_words(struct arena *arena, const struct xml_node *element)
{
    if (element->children->next == NULL)
        return element->children->text;
    struct text_buffer words = text_buffer_new(arena);
    for (const struct xml_node *child = element->children; child != NULL; child = child->next)
        buffer_append(&words, child->text);
    return buffer_text(&words);
}

static bool expand_html(struct arena *arena, struct xml_node *element, struct text words)
{
    if (!holds_mark(words) || words.size > INT_MAX)
        return false;
    htmlDocPtr page =
        htmlReadMemory(words.data, (int)words.size, NULL, "UTF-8",
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_NODEFDTD);
    if (page == NULL)
        return false;
    struct html in = {.arena = arena, .span = element->children->span, .open = element};
    in.span.end = element->last_child->span.end;
    element->children = element->last_child = NULL;
    walk(&in, page->children);
    xmlFreeDoc(page);
    return true;
}

void xml_expand_words(struct arena *arena, struct xml_node *element)
{
    if (element->children != NULL && !xml_has_elements(element)) {
        struct text words = joined_words(arena, element);
        if (!expand_html(arena, element, words))
            xml_divide_words(arena, element, words);
        return;
    }
    for (struct xml_node *child = element->children; child != NULL; child = child->next)
        if (!xml_is_text(child))
            xml_expand_words(arena, child);
}
