/*
 * rolebook XML is the model written out, in the namespace urn:rolebook:1.
 *
 *   <role xmlns="urn:rolebook:1" xml:lang="zh-Hant">   or   <handbook> … <roles><role>…</roles>
 *     <title>客服代表</title>                     a text: words, <br/> where a line ends
 *     <scope><item label="1." depth="1">…</item></scope>                            a list
 *     <duties heading="崗位職責">                              records, with the author's heading
 *       <record label="1."><text>…</text><what>…</what><how>…</how></record>
 *     </duties>
 *     <tools state="not-applicable" reason="…"/>               or state="empty"
 *     <other heading="…"><p>…</p></other>         what the vocabulary does not know, a line a <p>
 *   </role>
 *
 * Elements and fields are the rows of core/model/elements.def and fields.def, in any order, each at
 * most once; a handbook has <preface heading="…"> pages besides. A record without <text> has its
 * main field's words. White space with a line end in it is a blank (nothing between Han) and
 * blanks at both ends go, unless xml:space="preserve" is on the element. The schema is
 * templates/schema/role.rng; attributes of other namespaces are let be.
 *
 * XML in other namespaces or in none is read as a document: see foreign.c.
 */
#ifndef ROLEBOOK_CONVERTERS_XML_XML_H
#define ROLEBOOK_CONVERTERS_XML_XML_H
#include "converters/converter.h"

#define ROLEBOOK_NAMESPACE "urn:rolebook:1"
#define TEMPLATE_NAMESPACE "urn:rolebook:template:1" /* of pages: no source of roles */

extern const struct converter xml_converter;

/*
 * Before any thread reads XML: libxml2's own tables, which it fills without a lock.
 */
void xml_start(void);

/*
 * out      *handbook  what the file holds; NULL: the file is not rolebook's own XML (STATUS_OK), or
 *                     could not be parsed (STATUS_INPUT)
 * returns  STATUS_OK; STATUS_INPUT after a diagnostic for each place where the schema does not
 *          hold, with all that could be read: no words are lost
 */
enum status xml_read_model(struct input *input, struct handbook **handbook);
/* Any XML, its own or foreign, as headings, paragraphs, lists and tables. */
enum status xml_read_document(struct input *input, struct document **document);
/* Canonical: elements in the order of the tables, two blanks a level. */
enum status xml_write_model(const struct handbook *handbook, struct text_buffer *out,
                            struct diagnostics *diags);

/* The RELAX NG schema, made from the element tables: what templates/schema/role.rng holds. */
struct text xml_schema(struct arena *arena);

/* See struct editing. */
bool xml_find_item(struct arena *arena, struct span at, struct span *item);

#endif
