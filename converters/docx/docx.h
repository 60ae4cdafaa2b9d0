/*
 * DOCX, Word's own format (ECMA-376, transitional and strict, zipped and flat), and Word 2003's XML
 * become a document.
 *
 *   paragraphs      BLOCK_PARAGRAPH or, by outline level or style, BLOCK_HEADING; style is the
 *                   style's name as the file gives it ("Title", "toc 1"), empty for the default
 *   lists           paragraphs too: label is the number or bullet as Word prints it, level the
 *                   list's level, ordered whether it counts
 *   tables          a cell for each merged area; empty paragraphs are left out everywhere
 *   text boxes      their blocks stand before what follows in the paragraph that anchors them
 *   notes, comments RUN_NOTE; note is the first of their blocks, linked by next
 *   diagrams,       BLOCK_SECTION of style "diagram", "chart", "header", "footer" with what they
 *   charts, heads   say; heads and feet stand at the end and only when the body does not say it
 *   properties      metadata with the keys of OPC: "dc:title", "cp:keywords"
 *   revisions       insertions count as text, deletions and hidden text are left out and named in
 *                   a diagnostic S401
 *
 * Files of Word up to 2003 (.doc) and RTF are converted by LibreOffice and read as DOCX.
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_DOCX_H
#define ROLEBOOK_CONVERTERS_DOCX_DOCX_H
#include "converters/converter.h"

extern const struct converter docx_converter;

enum status docx_read(struct input *input, struct document **document);
/*
 * Any document as a Word file: headings, lists with Word's own numbering, tables with their spans,
 * pictures, notes, links, and the places of a form as content controls. Styles and pages are ours,
 * or those of document->reference. The same document gives the same bytes; SOURCE_DATE_EPOCH dates
 * them.
 *
 * returns  STATUS_OK; STATUS_INPUT when the reference cannot be used, STATUS_OUTPUT when the file
 *          cannot be put together, each after one diagnostic: nothing is appended then
 */
enum status docx_write(const struct document *document, struct text_buffer *out,
                       struct diagnostics *diags);

#endif
