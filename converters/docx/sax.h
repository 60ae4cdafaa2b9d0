/*
 * A part's XML arrives as events: elements by number, text as slices.
 *
 * libxml2 parses; no tree is built. Document type declarations, and with them entities, are
 * refused, depth is bounded by LIMIT_XML_DEPTH. Of mc:AlternateContent one branch arrives: the
 * first choice whose namespaces are known, else the fallback (ECMA-376 part 3, section 7.5).
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_SAX_H
#define ROLEBOOK_CONVERTERS_DOCX_SAX_H
#include "converters/docx/names.h"
#include "converters/read_cache.h"
#include "core/base/diagnostics.h"

struct sax;

/* What a part's reader does. name is NAME_UNKNOWN for elements that names.def does not have. */
struct sax_handler {
    void (*start)(void *data, struct sax *sax, enum name name);
    void (*end)(void *data, enum name name);
    void (*text)(void *data, struct text text); /* borrowed for the call; NULL: none wanted */
};

/* One serves many parts, one after the other; the cache may lend one that served before. The arena
 * is only told when memory runs out. */
struct sax *sax_open(struct arena *arena, struct read_cache *cache);
void sax_close(struct sax *sax, struct read_cache *cache); /* NULL is allowed for both */

/*
 * in       bytes   the part; borrowed for the call, a NUL behind its last byte
 *          part    its name, for diagnostics
 *          source  the file it stands in
 * returns  STATUS_OK; or STATUS_INPUT after one diagnostic: the events until then were delivered,
 *          with an end for each start
 */
enum status sax_parse(struct sax *sax, struct text bytes, struct text part,
                      const struct source *source, const struct sax_handler *handler, void *data,
                      struct diagnostics *diags);

/* ---- within start ---- */

/* The value of the current element's attribute, borrowed until start returns; empty: none. */
struct text sax_attribute(struct sax *sax, enum name name);
bool sax_has_attribute(struct sax *sax, enum name name);
/* Passes over all that the current element holds, its own end as well. */
void sax_skip(struct sax *sax);

#endif
