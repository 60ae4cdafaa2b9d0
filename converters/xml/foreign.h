/*
 * What the files that read XML of other vocabularies share.
 */
#ifndef ROLEBOOK_CONVERTERS_XML_FOREIGN_H
#define ROLEBOOK_CONVERTERS_XML_FOREIGN_H
#include "converters/xml/parts.h"

struct foreign {
    struct arena *arena;
    struct document *document;
    enum status status;  /* STATUS_INPUT: a table past the limits */
    unsigned open_level; /* of the heading last written; 0: none */
};

/* foreign.c: reportsTo, reports-to, reports_to → "reports to"; what holds a blank is words already
 */
struct text foreign_words_of_name(struct arena *arena, struct text name);
/* Lines divided by \n become breaks. */
void foreign_append_runs(struct foreign *in, struct block *block, struct text text,
                         struct span span);

/* foreign_tables.c: rows and cells as HTML and DocBook name them */
void foreign_read_table(struct foreign *in, const struct xml_node *node);
/* Children of one name as a table: a row each, a column for each name among their parts. */
void foreign_read_records(struct foreign *in, const struct xml_node *parent);

#endif
