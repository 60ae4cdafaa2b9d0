/*
 * HTML: a document as one self-contained page, or as a folder with an index and a page a section.
 *
 * Pages are well-formed as HTML and as XML, need nothing from elsewhere, run nothing but their own
 * script (Content-Security-Policy), and can be read without it.
 */
#ifndef ROLEBOOK_CONVERTERS_HTML_HTML_H
#define ROLEBOOK_CONVERTERS_HTML_HTML_H
#include "converters/converter.h"

extern const struct converter html_converter;

enum status html_write(const struct document *document, struct text_buffer *out,
                       struct diagnostics *diags);
/* index.html, a page a section, handbook.css, handbook.js, and search.js with the words of all. */
enum status html_write_folder(const struct document *document, struct output_files *files,
                              struct diagnostics *diags);

#endif
