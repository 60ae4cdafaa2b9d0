/*
 * Attributes of a template's elements as values, and what is wrong with them.
 *
 * Their form is known to be right: the schema was asked before. An attribute that is absent leaves
 * what it would set as it was.
 */
#ifndef ROLEBOOK_CORE_COMPOSE_TEMPLATE_NODES_H
#define ROLEBOOK_CORE_COMPOSE_TEMPLATE_NODES_H
#include "core/base/diagnostics.h"
#include "core/compose/plan.h"
#include <libxml/tree.h>

/* One template being read. */
struct template_reading {
    struct arena *arena;
    struct diagnostics *diags;
    struct template *template;
    struct style *styles;
    struct table_style *tables;
    struct page_master *masters;
    size_t style_capacity, table_capacity, master_capacity;
    int32_t most; /* of a length: what PDF allows a page, then the page's own shorter side */
    bool is_fine;
};

/* Only the first complaint is reported: what follows is mostly its echo. */
void complain(struct template_reading *r, const struct message *message, struct span at,
              struct text words);
void complain_at(struct template_reading *r, const struct message *message, const xmlNode *node,
                 struct text words);
/* That attribute is too large for the page. */
void complain_too_large(struct template_reading *r, const xmlNode *node, const char *name);

/* Its value in the arena; the empty text when it is absent. */
struct text attribute_text(struct template_reading *r, const xmlNode *node, const char *name);
/* In 1/1000 pt; one beyond r->most is complained of. */
void attribute_length(struct template_reading *r, const xmlNode *node, const char *name,
                      int32_t *to);
/* 0xRRGGBB, or COLOUR_NONE for "none". */
void attribute_colour(struct template_reading *r, const xmlNode *node, const char *name,
                      uint32_t *to);
void attribute_flag(struct template_reading *r, const xmlNode *node, const char *name, bool *to);
/* The index of the value among names, of which the last is NULL. */
void attribute_choice(struct template_reading *r, const xmlNode *node, const char *name,
                      const char *const *names, int *to);
/* The name of a style that must be there already; empty when the attribute is absent. */
struct text attribute_style(struct template_reading *r, const xmlNode *node, const char *name);

typedef void template_read_node(struct template_reading *r, const xmlNode *node);
/* Each child that is an element, in their order. */
void template_read_children(struct template_reading *r, const xmlNode *parent,
                            template_read_node *read);

/* A section of the file, and who reads it. */
struct template_section {
    const char *name;
    template_read_node *read;
};
/* Those that the file has, in the order of the table, whose last name is NULL. */
void template_read_sections(struct template_reading *r, const xmlNode *root,
                            const struct template_section *sections);

#endif
