/*
 * Markdown: CommonMark 0.30 with the tables, strikethrough and footnotes of GitHub, YAML front
 * matter, and HTML where Markdown has no form of its own.
 */
#ifndef ROLEBOOK_CONVERTERS_MARKDOWN_MARKDOWN_H
#define ROLEBOOK_CONVERTERS_MARKDOWN_MARKDOWN_H
#include "converters/converter.h"

extern const struct converter markdown_converter;

/*
 * in       input  bytes in any charset that charset_decode knows; source->text is set to them in
 *                 UTF-8, without a byte order mark, NUL as U+FFFD
 * out      *document  its texts are slices of source->text where they stand there as they are
 * returns  STATUS_OK; STATUS_INPUT after a diagnostic: a charset that could not be read gives no
 *          document, wrong front matter gives the rest
 */
enum status markdown_read(struct input *input, struct document **document);

/* Canonical Markdown, such that reading it gives the same document. */
enum status markdown_write(const struct document *document, struct text_buffer *out,
                           struct diagnostics *diags);

/* index.md, and a page a section with a heading, with links from file to file. */
enum status markdown_write_folder(const struct document *document, struct output_files *files,
                                  struct diagnostics *diags);

/*
 * Where a text has front matter, which need not be valid.
 *
 * out      *begin  behind the line that opens it; *close at the line that ends it; *end behind that
 * returns  false when there is none; what they hold then is of no use
 */
bool markdown_find_front_matter(struct text source, size_t *begin, size_t *close, size_t *end);

/* See struct editing. */
bool markdown_find_item(struct arena *arena, struct span at, struct span *item);

#endif
