/* Lists of XML of other vocabularies. */
#include "converters/xml/foreign.h"

#define LIST_DEPTH 20

static void read_item(struct foreign *in, const struct xml_node *node, struct block *list,
                      unsigned depth)
{
    struct block *item = block_append(in->document, list, BLOCK_ITEM, node->span);
    item->label = TEXT("•");
    for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
        if (foreign_is_number(a))
            item->label = a->value;
    bool has_list = false;
    for (const struct xml_node *child = node->children; child != NULL; child = child->next)
        has_list |= !xml_is_text(child) && foreign_sort_of(child) == SORT_LIST;
    if (!has_list || depth >= LIST_DEPTH) {
        foreign_append_block(in, item, BLOCK_PARAGRAPH, xml_content(in->arena, node));
        foreign_append_attributes(in, item, node, NULL);
        return;
    }
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        struct text words = xml_trim(child->text);
        if (!xml_is_text(child) && foreign_sort_of(child) == SORT_LIST)
            foreign_read_list(in, child, item, depth + 1);
        else if (!xml_is_text(child))
            foreign_append_block(in, item, BLOCK_PARAGRAPH, xml_content(in->arena, child));
        else if (words.size > 0)
            foreign_append_block(in, item, BLOCK_PARAGRAPH, (struct xml_value){words, child->span});
    }
    foreign_append_attributes(in, item, node, NULL);
}

void foreign_read_list(struct foreign *in, const struct xml_node *node, struct block *parent,
                       unsigned depth)
{
    struct block *list = block_append(in->document, parent, BLOCK_LIST, node->span);
    list->level = depth;
    list->ordered = text_is(node->name, "ol") || text_is(node->name, "orderedlist");
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        if (!xml_is_text(child))
            read_item(in, child, list, depth);
        else if (xml_trim(child->text).size > 0) {
            struct block *item = block_append(in->document, list, BLOCK_ITEM, child->span);
            foreign_append_block(in, item, BLOCK_PARAGRAPH,
                                 (struct xml_value){xml_trim(child->text), child->span});
        }
    }
}

/* ---- terms ---- */

static bool is_term(const struct xml_node *node)
{
    static const char *const names[] = {"dt", "term", NULL};
    return text_is_one_of(node->name, names);
}

/* A term of which nothing is said is words. */
static void append_term_alone(struct foreign *in, struct xml_value term)
{
    if (term.text.size > 0)
        foreign_append_block(in, NULL, BLOCK_PARAGRAPH, term);
}

void foreign_read_terms(struct foreign *in, const struct xml_node *node)
{
    struct xml_value term = {.text = TEXT("")};
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        struct xml_value words = xml_is_text(child)
                                     ? (struct xml_value){xml_trim(child->text), child->span}
                                     : xml_content(in->arena, child);
        if (!xml_is_text(child) && foreign_sort_of(child) == SORT_TERMS)
            foreign_read_terms(in, child); /* LIMIT_XML_DEPTH bounds it */
        else if (!xml_is_text(child) && is_term(child)) {
            append_term_alone(in, term);
            term = words;
        } else if (words.text.size > 0 && term.text.size > 0) {
            foreign_append_labelled(in, NULL, term.text, term.span, words);
            term.text = TEXT("");
        } else if (words.text.size > 0)
            foreign_append_block(in, NULL, BLOCK_PARAGRAPH, words);
    }
    append_term_alone(in, term);
}
