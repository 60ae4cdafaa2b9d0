/*
 * The trees of parts that are taken from another file and written again, by libxml2.
 *
 * Names are local ones in WordprocessingML's namespace.
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_XML_TREE_H
#define ROLEBOOK_CONVERTERS_DOCX_XML_TREE_H
#include "core/base/text.h"
#include <libxml/tree.h>

/* To be freed by xmlFreeDoc; NULL: the bytes are not well-formed. Nothing outside is loaded. */
xmlDocPtr tree_parse(struct text bytes);
/* The bytes, in the arena. */
struct text tree_bytes(struct arena *arena, xmlDocPtr tree);

bool node_is(const xmlNode *node, const char *name);
/* The first child of that name, or NULL; and the next of that name behind a node. */
xmlNodePtr node_child(const xmlNode *node, const char *name);
xmlNodePtr node_next(const xmlNode *node, const char *name);
/* An attribute, in the arena; empty when there is none. */
struct text node_attribute(struct arena *arena, const xmlNode *node, const char *name);
/* ... as a number; 0 when it is none. */
int64_t node_number(const xmlNode *node, const char *name);
void node_set(xmlNodePtr node, const char *name, struct arena *scratch, struct text value);
/* Takes the child of that name away, when there is one. */
void node_drop_child(xmlNodePtr node, const char *name);

#endif
