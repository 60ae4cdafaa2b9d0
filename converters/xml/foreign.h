/*
 * What the files that read XML of other vocabularies share.
 */
#ifndef ROLEBOOK_CONVERTERS_XML_FOREIGN_H
#define ROLEBOOK_CONVERTERS_XML_FOREIGN_H
#include "converters/xml/parts.h"

struct foreign {
    struct arena *arena;
    struct document *document;
    enum status status;     /* STATUS_INPUT: a table past the limits */
    unsigned open_level;    /* of the heading last written; 0: none */
    unsigned title_level;   /* of the last that no line in bold made */
    struct text role_title; /* of the role at hand, or of the last */
    bool in_role;           /* inside of an element whose name says that it is one */
    unsigned first_level;   /* 3: <h3> is the highest heading of the words at hand */
};

/* ---- foreign_names.c ---- */

enum sort {
    SORT_STRUCTURE, /* its name says nothing of its form */
    SORT_TITLE,
    SORT_PARAGRAPH,
    SORT_LIST,
    SORT_ITEM,
    SORT_TERMS, /* terms and what is said of them, by turns */
    SORT_TABLE,
    SORT_CODE,
    SORT_WRAPPER /* only holds others */
};

enum sort foreign_sort_of(const struct xml_node *node);
/* reportsTo, reports-to, reports_to → "reports to"; what holds a blank is words already */
struct text foreign_words_of_name(struct arena *arena, struct text name);

/* "position" of <vacancy>: the label of what such an element is called; empty: it is no role. */
struct text foreign_role_label(const struct xml_node *node);
/* Words stand beside its elements. */
bool foreign_has_words(const struct xml_node *node);
/* One of its elements has elements. */
bool foreign_has_deep_parts(const struct xml_node *node);
/* <field><name>Tasks</name><value>…</value></field>: the value, whose name is not its own; NULL. */
const struct xml_node *foreign_named_value(const struct xml_node *node, struct xml_value *name,
                                           struct arena *arena);

/* ---- mapping.c ---- */

/* What templates/xml/ROOT.yaml asks for, if there is a file of the root's name. */
void foreign_map(struct input *input, struct xml_node *root);

/* ---- foreign_shape.c ---- */

/*
 * The tree below the root is put into the order in which people write: of several elements of one
 * name each is called by its title or name, which comes first, and values of one name in a row
 * (<duty>…</duty><duty>…</duty>) become parts of one element of that name.
 */
void foreign_shape(struct arena *arena, struct xml_node *root);

/* ---- foreign_blocks.c ---- */

/* Lines divided by \n become breaks. */
void foreign_append_runs(struct foreign *in, struct block *block, struct text text,
                         struct span span);
struct block *foreign_append_block(struct foreign *in, struct block *parent, enum block_kind kind,
                                   struct xml_value value);
void foreign_append_heading(struct foreign *in, struct xml_value value, unsigned level);
/* "label: ", strong as an author would set it; the words behind it are appended to the block. */
struct block *foreign_append_label(struct foreign *in, struct block *parent, struct text label,
                                   struct span span);
/* "label: words"; nothing where there are no words. */
void foreign_append_labelled(struct foreign *in, struct block *parent, struct text label,
                             struct span label_span, struct xml_value value);

/* ---- foreign_attributes.c: those of a namespace speak to programs, and are passed over ---- */

bool foreign_is_number(const struct xml_attribute *attribute);
/* <role name="Contact Agent">: what the element is called, as a title in it would say; NULL. */
const struct xml_attribute *foreign_name_attribute(const struct xml_node *node);
/* It has some that say more than its number. */
bool foreign_has_attributes(const struct xml_node *node);
/* A labelled line each but for the one that the heading says; said may be NULL. For an item, whose
 * label it is, not its number. */
void foreign_append_attributes(struct foreign *in, struct block *parent,
                               const struct xml_node *node, const struct xml_attribute *said);
/*
 * All that say more than its number (foreign_has_attributes), behind what stands in the block:
 * "currency EUR, min 30000", in brackets if a remark.
 */
void foreign_append_attribute_runs(struct foreign *in, struct block *block,
                                   const struct xml_node *node, bool is_remark);
/* A paragraph of them, a line each, which labels nothing; without the one that the heading says. */
void foreign_append_attribute_lines(struct foreign *in, const struct xml_node *node,
                                    const struct xml_attribute *said);

/* ---- foreign_lists.c ---- */

void foreign_read_list(struct foreign *in, const struct xml_node *node, struct block *parent,
                       unsigned depth);
/* <dt>Tools</dt><dd>forklift</dd>: labelled lines. */
void foreign_read_terms(struct foreign *in, const struct xml_node *node);

/* ---- foreign_tables.c: rows and cells as HTML and DocBook name them ---- */

void foreign_read_table(struct foreign *in, const struct xml_node *node);
/* Children of one name as a table: a row each, a column for each name among their parts. */
void foreign_read_records(struct foreign *in, const struct xml_node *parent);

#endif
