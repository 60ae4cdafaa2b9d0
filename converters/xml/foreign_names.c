/* Names of elements of other vocabularies: what they say of the element, and their words. */
#include "converters/xml/foreign.h"

#define VALUE_NAME_BYTES 120 /* a longer name of a value is its words */

static const struct {
    const char *name;
    enum sort sort;
} sorts[] = {
    {"title", SORT_TITLE},
    {"head", SORT_TITLE},
    {"heading", SORT_TITLE},
    {"h1", SORT_TITLE},
    {"h2", SORT_TITLE},
    {"h3", SORT_TITLE},
    {"h4", SORT_TITLE},
    {"h5", SORT_TITLE},
    {"h6", SORT_TITLE},
    {"p", SORT_PARAGRAPH},
    {"para", SORT_PARAGRAPH},
    {"simpara", SORT_PARAGRAPH},
    {"paragraph", SORT_PARAGRAPH},
    {"shortdesc", SORT_PARAGRAPH},
    {"ul", SORT_LIST},
    {"ol", SORT_LIST},
    {"list", SORT_LIST},
    {"itemizedlist", SORT_LIST},
    {"orderedlist", SORT_LIST},
    {"li", SORT_ITEM},
    {"item", SORT_ITEM},
    {"listitem", SORT_ITEM},
    {"dl", SORT_TERMS},
    {"dlentry", SORT_TERMS},
    {"variablelist", SORT_TERMS},
    {"varlistentry", SORT_TERMS},
    {"table", SORT_TABLE},
    {"informaltable", SORT_TABLE},
    {"simpletable", SORT_TABLE},
    {"programlisting", SORT_CODE},
    {"pre", SORT_CODE},
    {"body", SORT_WRAPPER},
    {"conbody", SORT_WRAPPER},
    {"refbody", SORT_WRAPPER},
    {"taskbody", SORT_WRAPPER},
    {"bodydiv", SORT_WRAPPER},
    {"sectiondiv", SORT_WRAPPER},
    {"div", SORT_WRAPPER},
    {"main", SORT_WRAPPER},
    {"json", SORT_WRAPPER},
};

static bool has_title(const struct xml_node *node)
{
    const struct xml_node *child = xml_next_element(node->children);
    while (child != NULL && !text_equal_ascii_case(child->name, TEXT("title")))
        child = xml_next_element(child->next);
    return child != NULL;
}

enum sort foreign_sort_of(const struct xml_node *node)
{
    enum sort sort = SORT_STRUCTURE;
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++)
        if (text_equal_ascii_case(node->name, text_from_string(sorts[i].name)))
            sort = sorts[i].sort;
    /* <item> of a feed has a title, and more below it */
    return sort == SORT_ITEM && has_title(node) ? SORT_STRUCTURE : sort;
}

struct text foreign_words_of_name(struct arena *arena, struct text name)
{
    if (text_find(name, TEXT(" "), 0) != TEXT_NOT_FOUND)
        return name;
    struct text_buffer words = text_buffer_new(arena);
    char before = '\0';
    for (size_t i = 0; i < name.size; i++) {
        char c = name.data[i];
        bool is_upper = c >= 'A' && c <= 'Z';
        if (is_upper && before >= 'a' && before <= 'z')
            buffer_append_byte(&words, ' ');
        before = c;
        buffer_append_byte(&words, c == '-' || c == '_' || c == '.' ? ' '
                                   : is_upper                       ? (char)(c - 'A' + 'a')
                                                                    : c);
    }
    return buffer_text(&words);
}

struct text foreign_role_label(const struct xml_node *node)
{
    static const char *const labels[] = {"job",  "position", "role", "post", "岗位", "崗位",
                                         "职位", "職位",     "职务", "職務", NULL};
    static const char *const others[] = {"vacancy",
                                         "opening",
                                         "jobposting",
                                         "joboffer",
                                         "jobopening",
                                         "jobdescription",
                                         "positionopening",
                                         "positionprofile",
                                         "positiondescription",
                                         NULL};
    for (const char *const *label = labels; *label != NULL; label++)
        if (text_equal_ascii_case(node->name, text_from_string(*label)))
            return text_from_string(*label);
    return text_is_one_of(node->name, others) ? TEXT("position") : TEXT("");
}

bool foreign_has_words(const struct xml_node *node)
{
    const struct xml_node *child = node->children;
    while (child != NULL && !(xml_is_text(child) && xml_trim(child->text).size > 0))
        child = child->next;
    return child != NULL;
}

const struct xml_node *foreign_named_value(const struct xml_node *node, struct xml_value *name,
                                           struct arena *arena)
{
    static const char *const names[] = {"name", "label", "key", "名称", "名稱", NULL};
    static const char *const values[] = {"value", "content", "text", "值", "内容", "內容", NULL};
    const struct xml_node *first = xml_next_element(node->children);
    const struct xml_node *value = first == NULL ? NULL : xml_next_element(first->next);
    if (value == NULL || xml_next_element(value->next) != NULL || foreign_has_words(node) ||
        xml_has_elements(first) || !text_is_one_of(first->name, names) ||
        !text_is_one_of(value->name, values))
        return NULL;
    *name = xml_content(arena, first);
    return name->text.size > 0 && name->text.size <= VALUE_NAME_BYTES ? value : NULL;
}

bool foreign_has_deep_parts(const struct xml_node *node)
{
    const struct xml_node *part = xml_next_element(node->children);
    while (part != NULL && !xml_has_elements(part))
        part = xml_next_element(part->next);
    return part != NULL;
}
