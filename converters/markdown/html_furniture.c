/* What a web site has around each of its pages: menus, the path of the page, its foot. */
#include "converters/markdown/html.h"

#define MOST_OF_PAGE 2 /* one part in so many of its words, at least, is the page itself */

size_t html_words_size(const xmlNode *node)
{
    size_t size = 0;
    for (; node != NULL; node = node->next)
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
            size += text_trim(text_from_string((const char *)node->content)).size;
        else if (node->type == XML_ELEMENT_NODE &&
                 html_kind_of(text_from_string((const char *)node->name)) != HTML_HIDDEN)
            size += html_words_size(node->children); /* libxml2 keeps within 256 levels */
    return size;
}

static bool is_word_end(char c)
{
    return c == ' ' || c == '-' || c == '_' || c == '\t' || c == '\n';
}

/* "site-footer", "nav navbar-nav": one of the words of a class or an id. */
static bool names_furniture(struct text names)
{
    static const char *const words[] = {"footer",     "foot",        "copyright", "nav",
                                        "navbar",     "navigation",  "subnav",    "mainmenu",
                                        "breadcrumb", "breadcrumbs", NULL};
    for (size_t begin = 0, end; begin < names.size; begin = end + 1) {
        for (end = begin; end < names.size && !is_word_end(names.data[end]);)
            end++;
        for (const char *const *word = words; *word != NULL; word++)
            if (text_equal_ascii_case(text_slice(names, begin, end), text_from_string(*word)))
                return true;
    }
    return false;
}

bool html_is_furniture(const struct html *in, xmlNode *node)
{
    if (in->words_size == 0 || in->in_furniture || html_is_named(node, "body") ||
        html_is_named(node, "html"))
        return false;
    return (html_is_named(node, "nav") || html_is_named(node, "footer") ||
            names_furniture(html_attribute(in, node, "class")) ||
            names_furniture(html_attribute(in, node, "id"))) &&
           MOST_OF_PAGE * html_words_size(node->children) < in->words_size;
}
