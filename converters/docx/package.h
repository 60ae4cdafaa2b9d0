/*
 * A package gives the parts of an OOXML file, within every limit of core/base/limits.h.
 *
 * ZIP is read by libzip; the flat form, one XML file with all parts in it (pkg:package, what Word
 * saves as "Word XML Document"), is read as it stands, and so is Word 2003's XML, whose body,
 * styles and lists are given as if they were parts. Office Open XML part 2 (ECMA-376, OPC).
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_PACKAGE_H
#define ROLEBOOK_CONVERTERS_DOCX_PACKAGE_H
#include "converters/docx/sax.h"
#include "core/base/text_buffer.h"

struct package;

/*
 * in       bytes   the file; borrowed until package_close
 *          source  names the file in diagnostics; borrowed likewise
 *          cache   may be NULL
 * returns  the package, to be closed; or NULL after one diagnostic that says what the file is
 *          instead (empty, truncated, encrypted, another format) and what to do
 */
struct package *package_open(struct arena *arena, struct text bytes, const struct source *source,
                             struct read_cache *cache, struct diagnostics *diags);
void package_close(struct package *package); /* NULL is allowed */

/* Whether the bytes are Word 2003's XML (WordprocessingML 2003, one w:wordDocument). */
bool is_word_2003(struct text bytes);
/* Whether there is a part of that name ("word/document.xml"), upper and lower case alike. */
bool package_has(struct package *package, struct text part);
/*
 * The bytes of the part as the ZIP stores them, with all that tells how to unpack them: equal bytes
 * are equal parts.
 *
 * out      *out   they are appended; nothing when the part is not there, cannot be read, or the
 *                  package is flat
 *          *hash  of them
 */
void package_packed(struct package *package, struct text part, struct text_buffer *out,
                    uint64_t *hash);
/*
 * The events of a part of XML.
 *
 * returns  STATUS_OK, also when the part is not there; STATUS_INPUT after one diagnostic
 */
enum status package_parse(struct package *package, struct text part,
                          const struct sax_handler *handler, void *data);

/*
 * The bytes of a part as they are, in the arena; not of a flat package.
 *
 * returns  STATUS_OK, also when the part is not there: *bytes is empty then; STATUS_INPUT after one
 *          diagnostic
 */
enum status package_read(struct package *package, struct arena *arena, struct text part,
                         struct text *bytes);

/* Says that a part holds limit entries or more, of which the rest is not read: STATUS_INPUT. */
enum status package_breach(struct package *package, struct text part, size_t limit);

#endif
