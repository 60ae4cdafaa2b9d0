/* The parts of a Word file as trees, zipped or flat, and how they relate to each other. */
#ifndef ROLEBOOK_TESTS_TOOLS_WORD_PACKAGE_H
#define ROLEBOOK_TESTS_TOOLS_WORD_PACKAGE_H
#include "core/base/arena.h"
#include <libxml/tree.h>

struct package;

/* NULL: neither libzip nor libxml2 can open what stands at the path. */
struct package *package_open(struct arena *arena, const char *path);
void package_close(struct package *package);

/* The root of the part of that name; NULL: there is none. It lives as long as the package. */
xmlNode *package_part(struct package *package, const char *name);
/* The part that base relates to by id, or by the end of the type; NULL: none in this package. */
const char *package_related(struct package *package, const char *base, const char *id,
                            const char *type);

/* By local names, in whatever namespace. */
bool word_is_named(const xmlNode *node, const char *name);
/* NULL: it has none. */
const char *word_attribute(struct arena *arena, const xmlNode *node, const char *name);
/* The first child; NULL: there is none, or no node. */
xmlNode *word_child(const xmlNode *node, const char *name);

#endif
