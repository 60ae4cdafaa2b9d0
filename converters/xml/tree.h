/*
 * An XML file becomes a tree whose every node knows its place in the source.
 *
 * libxml2 parses and checks (SAX2), the tree lies in the arena: names, values and texts are slices
 * of the source wherever they stand there as they are. Nothing is fetched, no DTD is read, no
 * entity expanded but the five of XML itself and the characters of HTML.
 */
#ifndef ROLEBOOK_CONVERTERS_XML_TREE_H
#define ROLEBOOK_CONVERTERS_XML_TREE_H
#include "converters/converter.h"

struct xml_attribute {
    struct text name, value;
    struct text ns;   /* namespace; empty: none */
    struct span span; /* of the value */
    struct xml_attribute *next;
};

struct xml_node {
    struct text name; /* local name; empty for a text */
    struct text ns;   /* namespace; empty: none */
    struct text text; /* of a text */
    struct span span; /* of an element's start tag; of the text */
    uint32_t end;     /* of an element: behind its end tag */
    struct xml_attribute *attributes, *last_attribute;
    struct xml_node *children, *last_child, *next, *parent;
};

/* A comment; it speaks of the element behind it, or of the one around it when none follows. */
struct xml_comment {
    struct text text;                             /* without its marks */
    struct span span;                             /* with them */
    const struct xml_node *parent, *next_element; /* NULL: none */
    struct xml_comment *next;
};

struct xml_tree {
    struct xml_node *root;
    struct xml_comment *comments;
};

/*
 * Decodes as the XML declaration says, parses, and sets input->source->text.
 *
 * returns  false after one diagnostic: the charset, the first place where the file is not
 *          well-formed, declarations in a document type, or LIMIT_XML_DEPTH
 */
bool xml_tree_read(struct input *input, struct xml_tree *tree);

/* A node without a name behind the children of parent. */
struct xml_node *xml_append(struct arena *arena, struct xml_node *parent);

bool xml_is_text(const struct xml_node *node);
bool xml_is_named(const struct xml_node *node, const char *name);
/* The attribute of no namespace with that name, or NULL. */
const struct xml_attribute *xml_attribute(const struct xml_node *node, const char *name);
/* Its value, or the empty text. */
struct text xml_attribute_text(const struct xml_node *node, const char *name);
/* xml:lang, xml:space: the attributes of XML's own namespace. */
struct text xml_own_attribute(const struct xml_node *node, const char *name);
bool xml_has_elements(const struct xml_node *node);
/* The node or the first of those behind it that is an element; NULL: there is none. */
const struct xml_node *xml_next_element(const struct xml_node *node);

/* ---- content.c ---- */

/* Without the white space XML knows at both ends: U+3000 and its like are words to XML. */
struct text xml_trim(struct text t);

struct xml_value {
    struct text text;
    struct span span;
};
/*
 * The words an element holds, those of its descendants too: <br/> is \n, white space with a line
 * end in it a blank (nothing between Han), blanks at both ends go; xml:space="preserve" keeps all.
 */
struct xml_value xml_content(struct arena *arena, const struct xml_node *element);

#endif
