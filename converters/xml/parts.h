/*
 * What the files of this folder share beside the tree.
 */
#ifndef ROLEBOOK_CONVERTERS_XML_PARTS_H
#define ROLEBOOK_CONVERTERS_XML_PARTS_H
#include "converters/xml/tree.h"

/* In the file: "filled" is not written. */
#define XML_STATE_EMPTY "empty"
#define XML_STATE_NOT_APPLICABLE "not-applicable"

/* foreign.c */
enum status xml_foreign_document(struct input *input, const struct xml_node *root,
                                 struct document **document);

/*
 * html_words.c: elements whose words are HTML ("<p>…</p>" in CDATA, or escaped) get what it says as
 * children: paragraphs, headings, lists and tables. The words of others stay as they are.
 */
void xml_expand_html(struct arena *arena, struct xml_node *element);

/* validate.c: an error for each place where the schema does not hold that diags does not name */
void xml_validate(struct input *input);

#endif
