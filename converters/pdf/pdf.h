/*
 * PDF pages of a document, as its stylesheet wants them: tagged, with bookmarks, the same bytes on
 * every run.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_PDF_H
#define ROLEBOOK_CONVERTERS_PDF_PDF_H
#include "converters/converter.h"

extern const struct converter pdf_converter;

/* STATUS_OUTPUT after a diagnostic: out or the file at path then stay as they were. */
enum status pdf_write_document(const struct document *document, struct text_buffer *out,
                               struct diagnostics *diags);
enum status pdf_write_document_file(const struct document *document, const char *path,
                                    struct diagnostics *diags);
/* What the pages show, for tests: see print_to_trace. */
enum status pdf_trace_document(const struct document *document, struct text_buffer *out,
                               struct diagnostics *diags);

#endif
