/*
 * Word files from before 2007 (.doc), RTF, OpenDocument, Works, and web pages, single or in an
 * archive (MHTML), that call themselves .doc are converted by LibreOffice and read as DOCX.
 *
 * Nobody else maintains a reader of the binary format. Without soffice on the PATH the diagnostic
 * gives the command to run where there is one.
 */
#ifndef ROLEBOOK_CONVERTERS_DOC_DOC_H
#define ROLEBOOK_CONVERTERS_DOC_DOC_H
#include "converters/converter.h"

extern const struct converter doc_converter;

enum status doc_read(struct input *input, struct document **document);

#endif
