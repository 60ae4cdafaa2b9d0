/*
 * Comma-separated values as a document of one table, and a table as comma-separated values.
 *
 * RFC 4180, and what programs write besides: semicolons, tabs and bars as separators, any line end,
 * the line "sep=;" of spreadsheets, any charset that core/base/charset.h tells. Each cell knows
 * where it stands in the file, which libraries for this format do not say; so it is read here.
 */
#ifndef ROLEBOOK_CONVERTERS_CSV_CSV_H
#define ROLEBOOK_CONVERTERS_CSV_CSV_H
#include "converters/converter.h"

/* Reads only, and never claims what lies in a folder: exports lie beside roles. */
extern const struct converter csv_converter;

/*
 * The cells of every table of the document, a line a row, in UTF-8 with the byte order mark that
 * spreadsheets ask for, lines ending as RFC 4180 has it. What is outside tables is left out.
 */
void csv_write_tables(const struct document *document, struct text_buffer *out);

#endif
