/*
 * What the files of this folder share.
 */
#ifndef ROLEBOOK_CONVERTERS_JSON_PARTS_H
#define ROLEBOOK_CONVERTERS_JSON_PARTS_H
#include "converters/xml/tree.h"
#include <jansson.h>

/* Decodes the file and sets input->source->text. */
enum status json_open(struct input *input);
/* The value in text, which begins at begin in the source; NULL after a diagnostic. */
json_t *json_parse(struct input *input, struct text text, size_t begin);
/* The line of the file behind offset that is not blank, and where it begins; false: there is none.
 */
bool json_next_line(struct text text, size_t *offset, struct text *line, size_t *begin);

/* ---- tree.c ---- */

/*
 * The value of begin to end in the source, which is valid JSON, becomes elements in parent: an
 * object's keys are names, several values an <li> each, several objects an element each that is
 * named by one of them (<job> in <jobs>). Nothing says that a value is null.
 *
 * in  name  of the value
 */
void json_append_tree(struct input *input, struct xml_node *parent, struct text name, size_t begin,
                      size_t end);

/* ---- foreign.c ---- */

/* Its keys are of another vocabulary than the model's. */
bool json_is_foreign(const json_t *value);
/* JSON of any vocabulary, as XML with the same names would be read. */
enum status json_read_document(struct input *input, struct document **document);
enum status jsonl_read_document(struct input *input, struct document **document);

#endif
