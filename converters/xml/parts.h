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

/* validate.c: an error for each place where the schema does not hold that diags does not name */
void xml_validate(struct input *input);

#endif
