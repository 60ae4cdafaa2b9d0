/*
 * What the files of this folder share beside the tree.
 */
#ifndef ROLEBOOK_CONVERTERS_XML_PARTS_H
#define ROLEBOOK_CONVERTERS_XML_PARTS_H
#include "converters/xml/tree.h"

/* In the file: "filled" is not written. */
#define XML_STATE_EMPTY "empty"
#define XML_STATE_NOT_APPLICABLE "not-applicable"

/* foreign.c; foreign_shape.c puts the tree in order for it */
enum status xml_foreign_document(struct input *input, struct xml_node *root,
                                 struct document **document);

/*
 * html_words.c: elements whose words are HTML ("<p>…</p>" in CDATA, or escaped) get what it says as
 * children: paragraphs, headings, lists and tables; those of several paragraphs, divided by blank
 * lines, get these. The words of others stay as they are.
 */
void xml_expand_words(struct arena *arena, struct xml_node *element);
/* plain_words.c: the paragraphs, if the element holds words (all of its children) and says nothing
 * of their form. */
void xml_divide_words(struct arena *arena, struct xml_node *element, struct text words);

/* validate.c: an error for each place where the schema does not hold that diags does not name */
void xml_validate(struct input *input);

#endif
