/*
 * A template file is a tree that the schema allows, with what the template it extends says besides.
 *
 * What a file says of a style, table, master, page, font, logo or colour stands before what the
 * other one says of it; its book and its role replace the other's. Only libxml2's tree is here:
 * what it means is read by template_sheet.h and template_plan.h.
 */
#ifndef ROLEBOOK_CORE_COMPOSE_TEMPLATE_FILE_H
#define ROLEBOOK_CORE_COMPOSE_TEMPLATE_FILE_H
#include "core/base/diagnostics.h"
#include "core/compose/template.h"
#include <libxml/tree.h>

/*
 * in       name   of one that is compiled in, or a path to an XML file
 * out      paths  gets the files that were read, and those of its logo and fonts, in the arena
 * returns  the tree, to be freed by xmlFreeDoc; NULL after diagnostics with the line of what is
 *          wrong. Its nodes lead to their sources, which live in the arena; the files they name are
 *          paths as they are opened
 */
xmlDoc *template_file_read(struct arena *arena, const char *name, struct template_paths *paths,
                           struct diagnostics *diags);
/* The same of a file that is read already. */
xmlDoc *template_source_read(struct arena *arena, const struct source *source,
                             struct template_paths *paths, struct diagnostics *diags);
/* Where an element stands. */
struct span template_span(const xmlNode *node);
/* The child element of that name, or NULL. */
xmlNode *template_child(const xmlNode *parent, const char *name);

#endif
